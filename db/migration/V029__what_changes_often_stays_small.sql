-- Rows that every message changes. Room on their pages lets a change stay on its page and leave the indexes alone,
-- which it only may if it changes no column that is in one.
alter table chat set (fillfactor = 70);
alter table draft set (fillfactor = 60);
drop index draft_unfinished;
drop index draft_person;
create index draft_person on draft (person_id);

-- Whoever looks for what waits passes over what is done with until it is cleaned away.
alter table inbox set (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0.05);
alter table outbox set (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0.05);
alter table chat set (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0.05);
alter table draft set (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0.05);
