-- Finding regions by what people type, and going from one version of the region data to the next.

create extension if not exists pg_trgm; -- trusted: the database's owner may

-- The name as it sounds, without what it is: "Kabupaten Purworejo" is purworejo, "Sido Mulyo" and "Sidomulio" are both
-- sidomulio. What people type goes through the same in Java, in the class Spelling; a test compares them over all regions.
alter table region add column search_key text collate "C" not null generated always as (
    regexp_replace(
        translate(replace(replace(replace(replace(replace(
            regexp_replace(
                regexp_replace(
                    lower(normalize(name, nfd) collate "C"),
                    case level
                        when 1 then '^daerah (khusus ibukota|istimewa) '
                        when 2 then '^(kabupaten|kota) (administrasi )?'
                        when 3 then '^kecamatan '
                        else '^desa adat '
                    end,
                    ''),
                '[^a-z0-9]', '', 'g'),
            'oe', 'u'), 'dj', 'j'), 'tj', 'c'), 'dh', 'd'), 'th', 't'), 'yvfqz', 'ippkj'),
        '([a-z])\1+', '\1', 'g')
) stored;

create index region_present_search_key on region (level, search_key) where valid_to is null;
create index region_present_village_trigrams on region using gin (search_key gin_trgm_ops)
    where valid_to is null and level = 4;
create index region_present_larger_trigrams on region using gin (search_key gin_trgm_ops)
    where valid_to is null and level < 4;

analyze region;

-- What a region that goes on was called before. Its valid_from stays that of its beginning.
create table region_former (
    region_id  bigint not null references region,
    code       text collate "C" not null,
    name       text not null,
    valid_from date not null,
    valid_to   date not null check (valid_to > valid_from),
    primary key (region_id, valid_to)
);
create index region_former_code on region_former (code);

-- What took the place of a region that has ended: none, one, or several when it was split, the main one first.
create table region_successor (
    region_id    bigint not null references region,
    position     smallint not null check (position >= 0),
    successor_id bigint not null references region check (successor_id <> region_id),
    primary key (region_id, position),
    unique (region_id, successor_id)
);

-- "Is it this one?", when somebody adds a library.
create index library_name_trigrams on library using gin (lower(name) gin_trgm_ops);

create index assignment_region on assignment (region_id) where revoked_at is null;
