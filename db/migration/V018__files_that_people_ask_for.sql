-- A file that somebody has asked for: made outside their conversation, kept for a week.
create table export (
    id           bigint generated always as identity primary key,
    person_id    bigint not null references person,
    card         integer, -- in the chat of the person, where it says how far it is; empty if asked for on the web
    asked        text not null,          -- JSON
    state        text not null default 'waiting'
        check (state in ('waiting', 'running', 'made', 'empty', 'failed', 'cancelled')),
    done         integer not null default 0, -- rows or files
    total        integer not null default 0,
    tries        smallint not null default 0,
    due_at       timestamptz not null default now(), -- while a worker has it: the end of its lease
    name         text check (name <> '' and name !~ '[/\\[:cntrl:]]'), -- as the person will see it
    content_type text,
    size         bigint check (size > 0),
    store_key    text unique, -- in the store of files
    made_for     text, -- JSON: the scope that its content needs
    created_at   timestamptz not null default now(),
    finished_at  timestamptz,
    expires_at   timestamptz,
    check ((state = 'made') = (store_key is not null)),
    check (store_key is null or (name is not null and content_type is not null and size is not null
        and made_for is not null and expires_at is not null))
);
create index export_due on export (due_at) where state in ('waiting', 'running');
create index export_person on export (person_id, id desc);
create index export_age on export (created_at);

-- A file that is too large for a row lies in the store of files.
alter table outgoing_file
    alter column bytes drop not null,
    add column store_key text,
    add column size bigint check (size between 1 and 50000000),
    add check ((bytes is null) = (store_key is not null)),
    add check ((store_key is null) = (size is null));
