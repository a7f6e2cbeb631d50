-- The schema. Timestamps are timestamptz; dates are local to the library's zone; money is whole rupiah.
-- Status words are stored as text and checked here, so that a new one is a migration and never an accident.

-- ---------------------------------------------------------------- place

-- Indonesia's administrative regions. The id is ours and for ever; the dotted Kemendagri code belongs to a region for a
-- time (valid_from, valid_to). Codes compare as ranges in collation C: a subtree is [code, code || '/').
create table region (
    id         bigint generated always as identity primary key,
    code       text collate "C" not null check (code ~ '^\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?$'),
    level      smallint not null check (level between 1 and 4), -- 1 province, 2 regency or city, 3 district, 4 village
    name       text not null,
    parent_id  bigint references region,
    valid_from date not null,
    valid_to   date check (valid_to > valid_from),
    check ((level = 1) = (parent_id is null))
);
create unique index region_present_code on region (code) where valid_to is null;
create index region_parent on region (parent_id);
create index region_level_name on region (level, lower(name));

-- Which versions of the region data have been loaded.
create table region_data (
    version   text primary key,
    loaded_at timestamptz not null default now()
);

create table library (
    id         bigint generated always as identity primary key,
    name       text not null check (length(name) between 3 and 120),
    type       text not null check (type in ('DESA', 'KEL', 'KEC', 'KAB', 'PROV', 'TBM', 'IBD', 'PSN', 'LAIN')),
    scheme     text not null check (scheme in ('PENUH', 'BUKU', 'MANDIRI', 'BELUM')),
    npp        text check (npp ~ '^\d{7}[A-Z]\d{7}$'),
    region_id  bigint not null references region,
    active     boolean not null default true,
    created_at timestamptz not null default now()
);
create index library_region on library (region_id);

-- ---------------------------------------------------------------- people

-- A person is known by a Telegram id and a name; nothing else. An erased person keeps only the id of the row.
create table person (
    id                bigint generated always as identity primary key,
    telegram_id       bigint unique,
    name              text check (length(name) between 1 and 80),
    language          text not null check (language in ('id', 'en')),
    consent_version   text,
    consented_at      timestamptz,
    unreachable_since timestamptz, -- has blocked the bot
    created_at        timestamptz not null default now(),
    erased_at         timestamptz,
    check (erased_at is null or (telegram_id is null and name is null))
);

-- Who reports for which library.
create table membership (
    id         bigint generated always as identity primary key,
    person_id  bigint not null references person,
    library_id bigint not null references library,
    role       text not null check (role in ('KEPALA', 'PENGELOLA', 'RELAWAN', 'PERANGKAT', 'LAIN')),
    status     text not null check (status in ('waiting', 'accepted', 'refused', 'left')),
    created_at timestamptz not null default now(),
    decided_at timestamptz,
    decided_by bigint references person
);
create unique index membership_present on membership (person_id, library_id) where status in ('waiting', 'accepted');
create index membership_library on membership (library_id) where status in ('waiting', 'accepted');

-- Who coordinates what: a role over the subtree of a region, or over single libraries (assignment_library).
create table assignment (
    id         bigint generated always as identity primary key,
    person_id  bigint not null references person,
    role       text not null check (role in ('PIC_DESA', 'FASDA', 'PIC_KAB', 'PIC_PROV', 'KONSULTAN', 'NASIONAL', 'ADMIN')),
    region_id  bigint references region, -- empty: the whole country, or the libraries listed
    granted_by bigint references person,
    granted_at timestamptz not null default now(),
    revoked_at timestamptz,
    check (region_id is not null or role in ('FASDA', 'NASIONAL', 'ADMIN'))
);
create index assignment_person on assignment (person_id) where revoked_at is null;

create table assignment_library (
    assignment_id bigint not null references assignment on delete cascade,
    library_id    bigint not null references library,
    primary key (assignment_id, library_id)
);
create index assignment_library_library on assignment_library (library_id);

-- A link that works once. Only the SHA-256 of its 128 random bits is kept.
create table one_time_link (
    token_hash bytea primary key,
    purpose    text not null check (purpose in ('web_sign_in', 'first_admin')),
    person_id  bigint references person,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at    timestamptz,
    check ((purpose = 'web_sign_in') = (person_id is not null))
);
create index one_time_link_expiry on one_time_link (expires_at);

-- A signed-in browser. The cookie holds the token; only its SHA-256 is kept.
create table web_session (
    token_hash   bytea primary key,
    person_id    bigint not null references person,
    csrf_token   text not null,
    created_at   timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at   timestamptz not null
);
create index web_session_person on web_session (person_id);
create index web_session_expiry on web_session (expires_at);

-- Who did what, ids only.
create table audit (
    id         bigint generated always as identity primary key,
    at         timestamptz not null default now(),
    person_id  bigint references person,
    action     text not null,
    subject_id bigint,
    details    jsonb
);
create index audit_at on audit (at);

-- ---------------------------------------------------------------- form

-- Published versions never change; a draft and a report keep the version they were begun with.
create table form_version (
    form_id      text not null,
    version      text not null,
    position     bigint generated always as identity, -- later versions are larger
    source       text not null,                       -- the XLSForm in its single-file CSV layout
    built_in     boolean not null,
    published_at timestamptz not null default now(),
    retired_at   timestamptz,
    primary key (form_id, version)
);

-- ---------------------------------------------------------------- chats: inbox, state, outbox

-- One row a chat: the lane in which its updates are handled one at a time, and what the conversation remembers.
create table chat (
    id            bigint primary key, -- Telegram's chat id; 0 holds what belongs to no chat
    state         text,             -- JSON; empty before the first message
    tries         smallint not null default 0,
    tried_at      timestamptz
);

-- Updates as they came, durable before Telegram is told. bot_id 0 is ourselves: results of jobs.
create table inbox (
    position    bigint generated always as identity primary key, -- the order within a lane
    bot_id      bigint not null,
    update_id   bigint not null,
    chat_id     bigint not null,
    body        text, -- JSON, as it came; text, because jsonb refuses some that JSON allows
    received_at timestamptz not null default now(),
    handled_at  timestamptz,
    set_aside_because text, -- handled_at is set too: the lane goes on
    unique (bot_id, update_id)
);
create index inbox_waiting on inbox (chat_id, position) where handled_at is null;
create index inbox_order on inbox (position) include (chat_id) where handled_at is null;
create index inbox_handled on inbox (handled_at) where handled_at is not null;
create index inbox_set_aside on inbox (position) where set_aside_because is not null;

-- Work that takes too long for the conversation's transaction; its result comes back through the inbox.
create table job (
    id          bigint generated always as identity primary key,
    chat_id     bigint not null references chat,
    body        text not null, -- JSON
    created_at  timestamptz not null default now(),
    due_at      timestamptz not null default now(), -- while a worker has it: the end of its lease
    tries       smallint not null default 0,
    finished_at timestamptz
);
create index job_due on job (due_at) where finished_at is null;

-- A message of ours that may be edited later: our number for it, and Telegram's once it has been sent.
create table card (
    chat_id    bigint not null references chat,
    number     integer not null,
    message_id integer not null,
    sent_at    timestamptz not null default now(),
    primary key (chat_id, number)
);

-- What is to be sent, in the order of id within a chat.
create table outbox (
    id          bigint generated always as identity primary key,
    chat_id     bigint not null references chat,
    priority    smallint not null default 0 check (priority in (0, 1)), -- 0 interactive, 1 bulk
    card        integer not null,     -- the card that this writes, counted within the chat
    edit        boolean not null,     -- writes over the card instead of sending a new one
    replaces    integer,              -- an older question card that need not be sent any more
    body        text, -- JSON; emptied some time after it was sent
    created_at  timestamptz not null default now(),
    due_at      timestamptz not null default now(), -- while a sender has it: the end of its lease
    tries       smallint not null default 0,
    finished_at timestamptz,
    outcome     text check (outcome in ('sent', 'superseded', 'unreachable', 'set_aside')),
    reason      text,
    check ((finished_at is null) = (outcome is null))
);
create index outbox_waiting on outbox (chat_id, id) where finished_at is null;
create index outbox_due on outbox (priority, due_at) where finished_at is null;
create index outbox_finished on outbox (finished_at) where finished_at is not null;

-- Token buckets shared by all processes (Bucket4j's layout).
create table bucket (
    id         bigint primary key,
    state      bytea,
    expires_at bigint
);

-- Small facts about this installation, such as the webhook secret that was generated.
create table installation (
    name  text primary key,
    value text not null
);

-- ---------------------------------------------------------------- submission

-- A report being written: the answers, what was skipped on purpose, and where the person is.
create table draft (
    id           bigint primary key, -- the inbox position of the message that began it
    person_id    bigint not null references person,
    library_id   bigint not null references library,
    form_id      text not null,
    form_version text not null,
    content      jsonb not null,
    revision     integer not null,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    discarded_at timestamptz, -- cancelled; kept for a day in case it was a mistake
    foreign key (form_id, form_version) references form_version
);
create index draft_person on draft (person_id, updated_at desc);

create sequence submission_number as bigint;

create table submission (
    id            bigint generated always as identity primary key,
    draft_id      bigint not null unique,
    number        text not null unique, -- as on the receipt, e.g. PM-2508-0004F7-K
    form_id       text not null,
    form_version  text not null,
    library_id    bigint not null references library,
    reporter_id   bigint not null references person,
    status        text not null
        check (status in ('waiting', 'sent', 'verified', 'needs_correction', 'rejected', 'withdrawn', 'merged')),
    submitted_at  timestamptz not null,
    updated_at    timestamptz not null default now(),
    -- what summaries need, filled from the questions that the form's column `indicator` names
    title         text,
    date_start    date not null,
    date_end      date,
    activity_form text,
    topic         text,
    mode          text,
    age_group     text,
    sessions      integer not null default 1 check (sessions >= 0),
    male          integer check (male >= 0),
    female        integer check (female >= 0),
    total         integer check (total >= 0),
    disabled      integer check (disabled >= 0),
    amount        bigint check (amount >= 0),
    photo_count   integer not null default 0,
    answers       jsonb not null,
    foreign key (form_id, form_version) references form_version
);
create index submission_library_date on submission (library_id, date_start);
create index submission_date on submission (date_start, library_id) where status in ('sent', 'verified', 'needs_correction');
create index submission_reporter on submission (reporter_id, submitted_at desc);

-- Every change of a report: who, when, what it was and what differs.
create table submission_revision (
    submission_id bigint not null references submission,
    revision      integer not null,
    at            timestamptz not null default now(),
    person_id     bigint references person,
    status        text not null,
    changes       jsonb not null, -- question -> {"from": …, "to": …}
    primary key (submission_id, revision)
);

-- ---------------------------------------------------------------- schedule (db-scheduler's own layout)

create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
