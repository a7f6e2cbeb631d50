-- Forms that admins upload: checked first, tried, then published or discarded.

alter table form_version add column published_by bigint references person; -- empty: it came with the product

-- A form that has been checked and is not published yet; deleted after some time.
create table form_candidate (
    id          bigint generated always as identity primary key,
    form_id     text not null,
    version     text not null,
    source      text not null,                          -- the XLSForm in its single-file CSV layout
    built_in    boolean not null,                       -- the text is that of the form that comes with the product
    uploaded_by bigint not null references person,
    uploaded_at timestamptz not null default now()
);
create index form_candidate_age on form_candidate (uploaded_at);

-- Counts up with every change of the two tables above, so that each process sees with one small query whether what it
-- keeps in memory is still right. Whoever publishes holds the row, so there is one at a time.
create table form_change (
    only_row boolean primary key default true check (only_row),
    number   bigint not null
);
insert into form_change (number) values (0);

-- How many reports each version has.
create index submission_form on submission (form_id, form_version);
create index draft_form on draft (form_id, form_version);
