-- Files that are sent with a message, such as a form as a workbook.

create table outgoing_file (
    id           bigint generated always as identity primary key,
    name         text not null check (name <> '' and name !~ '[/\\[:cntrl:]]'), -- as the person will see it
    content_type text not null,
    bytes        bytea not null check (octet_length(bytes) between 1 and 50000000), -- Telegram Bot API, sendDocument
    created_at   timestamptz not null default now()
);

-- The file of a message; deleted with the last message that has it.
alter table outbox add column file bigint references outgoing_file;
create index outbox_file on outbox (file) where file is not null;
