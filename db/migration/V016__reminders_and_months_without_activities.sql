-- Reminders that people did not ask for, so that nobody gets too many, and what libraries say of times without
-- activities.

-- One message is a row for each library that it was about; all of them have its `at`. No row is a promise that it came.
create table nudge (
    person_id  bigint not null references person, -- who was reminded
    at         timestamptz not null,
    library_id bigint not null references library,
    kind       text not null check (kind in ('weekly', 'month_end', 'closing', 'draft', 'coordinator')),
    by         bigint references person, -- the coordinator; empty: the clock
    primary key (person_id, at, library_id)
);
create index nudge_library on nudge (library_id, at);
create index nudge_age on nudge (at);

-- "Tidak ada kegiatan": a library had none in a week or a month. Reports of that time, before or after, count instead.
create table no_activity (
    id            bigint generated always as identity primary key,
    library_id    bigint not null references library,
    period        text not null check (period in ('week', 'month')),
    first_day     date not null,
    said_by       bigint not null references person,
    said_at       timestamptz not null,
    taken_back_by bigint references person,
    taken_back_at timestamptz,
    check (case period when 'month' then extract(day from first_day) = 1 else extract(isodow from first_day) = 1 end),
    check ((taken_back_by is null) = (taken_back_at is null))
);
create unique index no_activity_present on no_activity (library_id, period, first_day) where taken_back_at is null;
