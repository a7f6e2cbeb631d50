-- As the version after this one may do it, see package db.
alter table submission add column mood text;
alter table submission add constraint submission_mood check (mood <> '') not valid;
create index if not exists submission_mood_set on submission (mood) where mood is not null;
