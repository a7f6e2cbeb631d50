-- How files that no report and no draft has leave the media store.

-- Objects of the media store whose row is gone. They are deleted there outside of the transaction, and only then here.
create table media_leftover (
    store_key text primary key,
    since     timestamptz not null default now()
);

-- The files of the answers of drafts.
create view draft_media as
    select id as draft_id, jsonb_path_query(content, '$.**.unique_id') #>> '{}' as unique_id from draft;
