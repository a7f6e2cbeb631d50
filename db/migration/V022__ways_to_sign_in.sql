-- How a browser was signed in, and in the coarsest words what it is, so that people tell their sessions apart.
alter table web_session
    add column kind text not null default 'link' check (kind in ('link', 'mini_app', 'login')),
    add column browser text not null default 'other' check (browser in
        ('chrome', 'edge', 'firefox', 'opera', 'safari', 'samsung', 'telegram', 'other')),
    add column platform text not null default 'other' check (platform in
        ('android', 'ios', 'windows', 'macos', 'linux', 'other'));

-- What Telegram has signed for a Mini App and what has been used once; kept until it would be too old anyway.
create table spent_init_data (
    hash       bytea primary key, -- SHA-256 of the signature
    expires_at timestamptz not null
);
create index spent_init_data_expiry on spent_init_data (expires_at);

-- A browser that has gone to Telegram to sign in and is to come back with this state.
create table login_attempt (
    state_hash bytea primary key,
    nonce      text not null,
    verifier   text not null, -- of PKCE (RFC 7636)
    expires_at timestamptz not null
);
create index login_attempt_expiry on login_attempt (expires_at);
