-- Sheets of libraries that coordinators send: read, checked, and imported once their sender has said so.

create table library_import (
    id             bigint generated always as identity primary key,
    person_id      bigint not null references person,
    file_name      text not null,
    sheet          bytea,                      -- as it was sent; emptied once it is imported or given up
    status         text not null check (status in ('read', 'checked', 'running', 'done', 'cancelled')),
    row_count      integer not null,
    new_count      integer not null default 0, -- libraries that were not there
    existing_count integer not null default 0, -- those that were, and get an invitation only
    wrong_count    integer not null default 0, -- rows with problems
    result_file    bigint references outgoing_file on delete set null, -- waits for the chat; else empty
    created_at     timestamptz not null,
    done_at        timestamptz,
    check ((status in ('done', 'cancelled')) = (sheet is null)),
    check ((status = 'done') = (done_at is not null))
);
create unique index library_import_open on library_import (person_id) where status in ('read', 'checked');
create index library_import_person on library_import (person_id, id desc);
create index library_import_age on library_import (created_at);
create index library_import_result on library_import (result_file) where result_file is not null;
