-- What people are reminded of and when, and what they have been told.

-- One row a person and kind, from the time at which they have anything to be reminded of.
create table reminder (
    person_id    bigint not null references person,
    kind         text not null check (kind in ('weekly', 'month_end', 'closing', 'digest')),
    rhythm       text not null check (rhythm in ('week', 'month', 'never')),
    weekday      smallint not null check (weekday between 1 and 7), -- from Monday; of a weekly one
    hour         smallint not null check (hour between 8 and 19),   -- by the clock of the library or the region
    paused_until date, -- the last day of a pause
    last_period  date, -- the first day of the week or month that it was about the last time
    due_at       timestamptz, -- empty while it is switched off
    primary key (person_id, kind)
);
create index reminder_due on reminder (due_at, person_id) where due_at is not null;

-- Each is sent once: whoever adds the row sends it, in the same transaction.
create table reminder_sent (
    person_id bigint not null references person,
    kind      text not null check (kind in ('weekly', 'month_end', 'closing', 'digest')),
    period    date not null,
    sent_at   timestamptz not null,
    primary key (person_id, kind, period)
);
create index reminder_sent_at on reminder_sent (sent_at);

-- What a library has sent since a moment.
create index submission_library_sent on submission (library_id, submitted_at);
