-- Invitations, decisions about who may report, libraries that were the same, and what the audit log knows.

-- An invitation to report for a library or to take a role. Only the SHA-256 of the code is kept.
create table invite (
    id         bigint generated always as identity primary key,
    code_hash  bytea not null unique check (octet_length(code_hash) = 32),
    library_id bigint references library, -- to report for it; empty: to take the role
    role       text check (role in ('PIC_DESA', 'FASDA', 'PIC_KAB', 'PIC_PROV', 'KONSULTAN', 'NASIONAL', 'ADMIN')),
    region_id  bigint references region,  -- of the role; empty: the whole country
    uses       integer not null check (uses between 1 and 1000),
    used       integer not null default 0 check (used between 0 and uses),
    created_by bigint references person,
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    revoked_at timestamptz,
    check ((library_id is null) = (role is not null)),
    check (region_id is null or role is not null),
    check (role is null or (region_id is null) = (role in ('NASIONAL', 'ADMIN')))
);
create index invite_library on invite (library_id) where revoked_at is null and used < uses;
create index invite_region on invite (region_id) where region_id is not null;
create index invite_creator on invite (created_by);
create index invite_expiry on invite (expires_at);

-- Who has come in by which invitation; one person counts once.
create table invite_use (
    invite_id bigint not null references invite on delete cascade,
    person_id bigint not null references person,
    used_at   timestamptz not null,
    primary key (invite_id, person_id)
);
create index invite_use_person on invite_use (person_id);

-- Codes that were tried and do not exist, so that nobody can guess.
create table invite_try (
    id          bigint generated always as identity primary key,
    telegram_id bigint not null,
    at          timestamptz not null
);
create index invite_try_telegram on invite_try (telegram_id, at);
create index invite_try_age on invite_try (at);

alter table membership add column invite_id bigint references invite on delete set null; -- how they came in
create index membership_invite on membership (invite_id) where invite_id is not null;
create index membership_person on membership (person_id);
create index membership_waiting on membership (created_at, id) where status = 'waiting';
create index membership_ended on membership (decided_at) where status in ('refused', 'left');
create index assignment_present on assignment (role, region_id) where revoked_at is null;

-- Two libraries that turned out to be the same: the one that is no more points to the one that was kept.
alter table library add column merged_into bigint references library;
alter table library add check (merged_into is null or (merged_into <> id and not active));
create index library_merged on library (merged_into) where merged_into is not null;
create index library_by_name on library (lower(name), id);
create index library_by_npp on library (npp) where npp is not null;
create index region_by_code on region (code); -- scopes, also of regions that have ended
create index draft_library on draft (library_id);
create index submission_waiting on submission (reporter_id, library_id) where status = 'waiting';

-- Whom, which library and which region it is about; by which way and from where it was done.
alter table audit add column about_person_id bigint references person;
alter table audit add column library_id bigint references library;
alter table audit add column region_id bigint references region;
alter table audit add column channel text check (channel in ('chat', 'web', 'api', 'product')); -- empty: not known
alter table audit add column address text check (length(address) <= 45); -- IPv4 or IPv6; emptied after a time
create index audit_person on audit (person_id, id desc);
create index audit_about_person on audit (about_person_id, id desc) where about_person_id is not null;
create index audit_library on audit (library_id, id desc) where library_id is not null;
create index audit_address on audit (at) where address is not null;
