-- How the libraries stand in the score of the present year, worked out every few minutes for lists of many of them: the
-- score of one library is always worked out anew.
create table standing (
    library_id  bigint primary key references library on delete cascade,
    year        smallint not null,
    points      numeric(4, 1) not null,
    colour      text not null check (colour in ('GREEN', 'YELLOW', 'RED', 'GREY')),
    reports     bigint not null,
    joined      boolean not null,
    last_report date
);

-- When that was done last; one row.
create table standing_run (
    sole        boolean primary key default true check (sole),
    year        smallint not null,
    rules       text not null, -- the label of the rules in force
    computed_at timestamptz not null
);
