-- What became of reports, for other systems: webhooks that people set up, and an OpenRosa server that gets the reports.

-- An address that is told of events. It gets what its maker may see at the time.
create table webhook (
    id             bigint generated always as identity primary key,
    made_by        bigint not null references person,
    made_at        timestamptz not null default now(),
    url            text not null check (length(url) between 8 and 2000),
    events         text[] not null check (cardinality(events) > 0),
    region_id      bigint references region, -- only events from there; empty: from all that its maker may see
    secret         bytea not null check (length(secret) = 32), -- signs, so it can't be kept as a hash
    former_secret  bytea check (length(former_secret) = 32),   -- signs too until former_until
    former_until   timestamptz,
    position       bigint not null, -- events up to here have become deliveries
    paused_at      timestamptz,
    paused_because text check (paused_because in ('person', 'failing', 'gone', 'rights')),
    failures       integer not null default 0, -- in a row, of the receiver as a whole
    failing_since  timestamptz,                -- nothing has arrived since
    due_at         timestamptz not null default now(), -- after a failure: when the receiver is tried again
    leased_until   timestamptz not null default now(),
    lease          bigint not null default 0, -- grows with each lease, so that who has lost one notices
    check ((paused_at is null) = (paused_because is null)),
    check ((former_secret is null) = (former_until is null))
);
create index webhook_maker on webhook (made_by);

-- One event for one webhook, with all tries to deliver it.
create table webhook_delivery (
    id          bigint generated always as identity primary key,
    webhook_id  bigint not null references webhook on delete cascade,
    position    bigint,        -- of the event; empty for a test
    number      text,          -- of the report
    library_id  bigint references library,
    type        text not null,
    body        text not null, -- the same at each try
    created_at  timestamptz not null default now(),
    due_at      timestamptz not null default now(),
    tries       smallint not null default 0,
    tried_at    timestamptz,
    status      integer,       -- of HTTP, at the last try
    problem     text,          -- why there was none
    took_ms     integer,
    finished_at timestamptz,
    outcome     text check (outcome in ('delivered', 'failed', 'withheld')),
    unique (webhook_id, position),
    check ((finished_at is null) = (outcome is null))
);
create index webhook_delivery_waiting on webhook_delivery (webhook_id, position) where finished_at is null;
create index webhook_delivery_log on webhook_delivery (webhook_id, id);
create index webhook_delivery_finished on webhook_delivery (finished_at) where finished_at is not null;

-- An OpenRosa server that gets the reports: how far it has got.
create table openrosa_target (
    address      text primary key,
    position     bigint not null default 0, -- events up to here have become rows of openrosa_report
    failures     integer not null default 0,
    problem      text,
    failing_since timestamptz,
    arrived_at   timestamptz, -- the last report that did
    due_at       timestamptz not null default now(),
    leased_until timestamptz not null default now(),
    lease        bigint not null default 0
);

-- What such a server has of a report, and what it still is to get.
create table openrosa_report (
    address       text not null references openrosa_target on delete cascade,
    submission_id bigint not null references submission on delete cascade,
    position      bigint not null, -- of the event that asked for it last
    pushed        integer,         -- the revision whose answers it has
    instance_id   text,            -- under which it has them
    attempted     text,            -- the instance that was being sent when nothing more was heard
    due_at        timestamptz,     -- empty: nothing is to be sent
    tries         smallint not null default 0,
    problem       text,
    set_aside_at  timestamptz,
    pushed_at     timestamptz,
    primary key (address, submission_id),
    check (set_aside_at is null or due_at is null)
);
create index openrosa_report_due on openrosa_report (address, position) where due_at is not null;
create index openrosa_report_set_aside on openrosa_report (address, set_aside_at) where set_aside_at is not null;
create index openrosa_report_submission on openrosa_report (submission_id);
