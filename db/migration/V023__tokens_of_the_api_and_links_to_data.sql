-- What programs show in the place of a person. The secret is shown once; only its SHA-256 is kept. Each acts with the
-- rights that its person has at the time, within what is written here.

create table api_token (
    id           bigint generated always as identity primary key,
    person_id    bigint not null references person,
    token_hash   bytea not null unique check (length(token_hash) = 32),
    name         text not null check (length(name) between 1 and 80),
    rights       text[] not null
        check (cardinality(rights) > 0 and rights <@ array['summary', 'reports', 'libraries', 'people', 'forms']),
    region_id    bigint references region, -- empty: all that the person may see
    created_at   timestamptz not null default now(),
    last_used_at timestamptz,              -- to the hour
    expires_at   timestamptz not null,
    check (expires_at > created_at)
);
create index api_token_person on api_token (person_id);
create index api_token_expiry on api_token (expires_at);

-- An address at which a spreadsheet finds the reports of a form as they are.
create table data_link (
    id           bigint generated always as identity primary key,
    person_id    bigint not null references person,
    secret_hash  bytea not null unique check (length(secret_hash) = 32),
    form_id      text not null,
    region_id    bigint references region,
    period       text not null check (period in ('this_year', 'last_12_months', 'all')),
    language     text not null check (language in ('id', 'en')),
    codes        boolean not null, -- names and codes rather than what people read
    created_at   timestamptz not null default now(),
    last_used_at timestamptz,
    expires_at   timestamptz not null,
    check (expires_at > created_at)
);
create index data_link_person on data_link (person_id);
create index data_link_expiry on data_link (expires_at);
