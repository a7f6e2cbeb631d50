-- What the pages of a whole country ask for is found in indexes alone, without reading the rows.

-- who may report for which library, and which libraries lie where
create index membership_accepted on membership (library_id) where status = 'accepted';
create index library_by_place on library (region_code, id) where active;

-- in which months of a year each library has reported
alter table reporting_year
    drop constraint reporting_year_pkey,
    add primary key (year, form_id, library_id) include (months);

-- the reports of a time in any order, and those whose title has a word; titles are shorter, but an entry of an index
-- has a largest size
alter table submission
    add column search_key text collate "C" generated always as (left(lower(title), 250)) stored;
drop index submission_date;
create index submission_date on submission (date_start, library_id)
    include (id, form_id, search_key, total, sessions, photo_count)
    where status in ('sent', 'verified', 'needs_correction');
