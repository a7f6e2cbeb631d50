-- As the version after this one may do it, see package db.
alter table chat add column mood text;
