-- As the version after this one may do it, see package db.
alter table inbox add column colour text not null default 'grey';
