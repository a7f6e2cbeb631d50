-- As the version after this one may do it, see package db.
alter table outbox add column mood text;
create table mood (name text primary key, since timestamptz not null default now());
