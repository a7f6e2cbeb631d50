-- The score of libraries (rapor): its rules as data, in versions that never change, and the scores of past years as they were.

-- How many posts or articles a report stands for; 1 where its form does not ask.
alter table submission add column posts integer not null generated always as
    (case when answers ->> 'pb_count' ~ '^[0-9]{1,4}$' then greatest((answers ->> 'pb_count')::integer, 1) else 1 end) stored;

-- All that the score needs, so that it reads the index alone.
create index submission_score on submission (library_id, date_start)
    include (form_id, photo_count, sessions, date_end, total, posts, submitted_at, id) where status in ('sent', 'verified');

-- Rules for a year, and for the years after it that have none of their own. The newest version of a year is in force.
create table score_version (
    id           bigint generated always as identity primary key,
    year         integer not null check (year between 2000 and 2999),
    label        text not null check (length(label) between 1 and 80), -- said wherever a score is
    green        numeric(4, 1) not null, -- a score from here on is green
    yellow       numeric(4, 1) not null, -- from here on yellow, else red
    most_a_day   integer not null check (most_a_day between 1 and 99), -- reports of a kind that is limited, a library and day
    most_sessions integer not null check (most_sessions between 1 and 99), -- of a report and month
    published_at timestamptz not null default now(),
    published_by bigint references person, -- empty: came with the product
    check (yellow > 0 and green > yellow and green <= 100)
);
create index score_version_year on score_version (year, id);

-- What is counted. The names of indicators and measures are stored in the product too, so they never change.
create table score_indicator (
    version_id  bigint not null references score_version,
    indicator   text not null,
    position    smallint not null, -- the order in which they are shown
    form_id     text not null,
    measure     text not null check (measure in ('REPORTS', 'SESSIONS', 'PARTICIPANTS', 'POSTS', 'REGULAR_MONTHS')),
    months      smallint not null check (months in (1, 3)), -- a target is for so many months
    needs_photo boolean not null, -- a report without one does not count
    limited     boolean not null, -- whether most_a_day holds
    primary key (version_id, indicator),
    unique (version_id, position)
);

create table score_target (
    version_id   bigint not null,
    indicator    text not null,
    library_type text not null check (library_type in ('DESA', 'KEL', 'KEC', 'KAB', 'PROV', 'TBM', 'IBD', 'PSN', 'LAIN')),
    target       numeric(9, 2) not null check (target > 0),
    weight       numeric(5, 4) not null check (weight between 0 and 1),
    primary key (version_id, indicator, library_type),
    foreign key (version_id, indicator) references score_indicator
);

insert into score_version (year, label, green, yellow, most_a_day, most_sessions)
    values (2025, 'KPI versi uji coba', 75, 40, 3, 4);
insert into score_indicator (version_id, indicator, position, form_id, measure, months, needs_photo, limited)
    select version.id, i.* from score_version as version, (values
        ('ENGAGEMENTS', 1, 'PM', 'SESSIONS', 1, true, true),
        ('PARTICIPANTS', 2, 'PM', 'PARTICIPANTS', 1, true, true),
        ('ADVOCACIES', 3, 'AD', 'REPORTS', 1, false, false),
        ('SERVICES', 4, 'LI', 'REPORTS', 3, true, false),
        ('PUBLICATIONS', 5, 'PB', 'POSTS', 1, false, false),
        ('STORIES', 6, 'CD', 'REPORTS', 3, false, false),
        ('REGULARITY', 7, 'ST', 'REGULAR_MONTHS', 1, false, false)) as i;
insert into score_target (version_id, indicator, library_type, target, weight)
    select version.id, t.indicator, type.code,
        case type.code when 'KAB' then t.regency when 'PROV' then t.province else t.other end, t.weight
    from score_version as version,
        (values ('DESA'), ('KEL'), ('KEC'), ('KAB'), ('PROV'), ('TBM'), ('IBD'), ('PSN'), ('LAIN')) as type (code),
        (values
            ('ENGAGEMENTS', 4, 8, 8, 0.35),
            ('PARTICIPANTS', 60, 200, 200, 0.10),
            ('ADVOCACIES', 1, 2, 2, 0.15),
            ('SERVICES', 1, 2, 2, 0.10),
            ('PUBLICATIONS', 2, 4, 4, 0.10),
            ('STORIES', 1, 3, 3, 0.10),
            ('REGULARITY', 1, 1, 1, 0.10)) as t (indicator, other, regency, province, weight);

-- Years whose scores have been frozen, each once; later changes of reports, rules or regions do not touch them.
create table score_freeze (
    year       integer primary key,
    version_id bigint not null references score_version,
    frozen_at  timestamptz not null default now()
);

-- A library's score of a year, with its place and name as they were when it was frozen.
create table score_snapshot (
    year          integer not null references score_freeze,
    library_id    bigint not null references library,
    library_name  text not null,
    library_type  text not null,
    province_code text not null collate "C",
    province_name text not null,
    regency_code  text not null collate "C", -- empty above the regency, as with the following
    regency_name  text not null,
    place_code    text not null collate "C", -- of the region that the library is in
    place_name    text not null,
    joined        boolean not null,
    last_report   date,
    months        smallint not null, -- complete months that the targets were multiplied by
    reports       bigint not null,
    figures       jsonb not null,    -- what was achieved by indicator
    score         numeric(4, 1) not null,
    colour        text not null check (colour in ('GREEN', 'YELLOW', 'RED', 'GREY')),
    primary key (year, library_id)
);
create index score_snapshot_place on score_snapshot (year, place_code);
