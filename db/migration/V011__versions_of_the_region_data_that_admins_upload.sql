-- A version of the region data that an admin has uploaded, to be looked at before it is applied: the last one only.

create table region_upload (
    id          bigint generated always as identity primary key, -- a new one for each file
    version     text not null,
    valid_from  date not null,
    zip         bytea not null,
    uploaded_at timestamptz not null
);
