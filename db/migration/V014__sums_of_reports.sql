-- Sums of reports that are kept beside them, so that a summary of the whole country need not read them all.
--
-- Whoever changes a report, moves a library or renames a region appends what differs to rollup_delta, in the same
-- transaction and by the triggers below, so that no way of writing can forget it. Nobody waits for anybody there. One
-- folder at a time adds these rows into rollup and reporting_year (fold_rollup). A summary reads the sums and the rows
-- that are not folded yet in one statement, so it always equals the sum of the reports.

alter table submission
    add column partners   text[] not null default '{}', -- codes of a select_multiple
    add column funds      text[] not null default '{}',
    add column regulation text;                          -- the kind of regulation that was issued
update submission set
    partners = array(select jsonb_array_elements_text(answers -> 'pm_partner'))
    where jsonb_typeof(answers -> 'pm_partner') = 'array';
update submission set
    funds = array(select jsonb_array_elements_text(coalesce(answers -> 'pm_fund', answers -> 'li_fund')))
    where jsonb_typeof(coalesce(answers -> 'pm_fund', answers -> 'li_fund')) = 'array';
update submission set regulation = answers ->> 'ad_reg' where jsonb_typeof(answers -> 'ad_reg') = 'string';

-- What a change of reports adds to the sums or takes from them, with everything that a summary can ask for.
-- People of an event that several libraries report count for one of them only.
create table rollup_delta (
    id            bigint generated always as identity primary key,
    region_code   text collate "C" not null, -- of the library
    library_id    bigint not null,
    date_start    date not null,
    form_id       text not null,
    status        text not null,
    topic         text,
    activity_form text,
    age_group     text,
    partners      text[] not null,
    funds         text[] not null,
    reports       integer not null,
    sessions      bigint not null,
    male          bigint not null,
    female        bigint not null,
    total         bigint not null,
    disabled      bigint not null,
    amount        bigint not null,
    photos        bigint not null,
    regulations   bigint not null
);

-- Sums by region of three levels, month or day, form and one thing more (dim):
-- 0 nothing, 1 topic, 2 activity form, 3 age group, 4 status, 5 partner, 6 fund.
create table rollup (
    level       smallint not null check (level between 0 and 2), -- 0 the country, 1 province, 2 regency
    grain       char(1) not null check (grain in ('M', 'D')),    -- days: at level 2 for dim 0 only
    dim         smallint not null check (dim between 0 and 6),
    day         date not null,                                   -- the first of a month
    region_code text collate "C" not null,                       -- as far as the level goes; '' for the country
    code        text not null,                                   -- '' where the report does not say, and for dim 0
    form_id     text not null,
    reports     bigint not null,
    sessions    bigint not null,
    male        bigint not null,
    female      bigint not null,
    total       bigint not null,
    disabled    bigint not null,
    amount      bigint not null,
    photos      bigint not null,
    regulations bigint not null,
    primary key (level, grain, dim, day, region_code, code, form_id)
) with (fillfactor = 80);

-- How many reports a library has in each month of a year, of a form and ('') of all forms.
create table reporting_year (
    library_id bigint not null references library on delete cascade,
    year       smallint not null,
    form_id    text not null,
    m1  integer not null, m2  integer not null, m3  integer not null, m4  integer not null,
    m5  integer not null, m6  integer not null, m7  integer not null, m8  integer not null,
    m9  integer not null, m10 integer not null, m11 integer not null, m12 integer not null,
    months     integer not null generated always as ( -- bit 0 is January: those with a report
        (m1 > 0)::integer | ((m2 > 0)::integer << 1) | ((m3 > 0)::integer << 2)
        | ((m4 > 0)::integer << 3) | ((m5 > 0)::integer << 4) | ((m6 > 0)::integer << 5)
        | ((m7 > 0)::integer << 6) | ((m8 > 0)::integer << 7) | ((m9 > 0)::integer << 8)
        | ((m10 > 0)::integer << 9) | ((m11 > 0)::integer << 10) | ((m12 > 0)::integer << 11)
    ) stored,
    primary key (year, form_id, library_id)
) with (fillfactor = 80);
create index reporting_year_library on reporting_year (library_id);

create function counts(status text) returns boolean immutable parallel safe language sql as
$$ select status in ('sent', 'verified', 'needs_correction') $$;

create function month_of(day date) returns date immutable parallel safe language sql as
$$ select (day - (extract(day from day)::integer - 1)) $$;

-- The codes of a report that sums are kept for.
create function rollup_codes(topic text, activity_form text, age_group text, status text, partners text[], funds text[])
returns table (dim smallint, code text) immutable parallel safe language sql as
$$
    values (0::smallint, ''), (1, coalesce(topic, '')), (2, coalesce(activity_form, '')), (3, coalesce(age_group, '')),
           (4, status)
    union all
    select 5::smallint, partner from unnest(case when partners = '{}' then '{""}' else partners end) as partner
    union all
    select 6::smallint, fund from unnest(case when funds = '{}' then '{""}' else funds end) as fund
$$;

-- What a report adds to sums, or with sign -1 takes from them. Without people, theirs count with another report.
create function rollup_sums(sign integer, people boolean, sessions integer, male integer, female integer, total integer,
        disabled integer, amount bigint, photos integer, regulation text)
returns table (reports integer, sessions bigint, male bigint, female bigint, total bigint, disabled bigint, amount bigint,
        photos bigint, regulations bigint) immutable parallel safe language sql as
$$
    select sign, sign * sessions::bigint,
           case when people then sign * coalesce(male, 0)::bigint else 0 end,
           case when people then sign * coalesce(female, 0)::bigint else 0 end,
           case when people then sign * coalesce(total, 0)::bigint else 0 end,
           sign * coalesce(disabled, 0)::bigint, sign * coalesce(amount, 0), sign * photos::bigint,
           case when regulation is null then 0 else sign end
$$;

-- Reports whose people count with the first report on an event, and that first report, must not change at once.
create function note_new_reports() returns trigger language plpgsql as
$$
begin
    perform 1 from submission as first
        where first.id in (select shared_with from new_rows where shared_with is not null) order by id for share;
    insert into rollup_delta (region_code, library_id, date_start, form_id, status, topic, activity_form, age_group,
            partners, funds, reports, sessions, male, female, total, disabled, amount, photos, regulations)
        select region.code, report.library_id, report.date_start, report.form_id, report.status, report.topic,
               report.activity_form, report.age_group, report.partners, report.funds, sums.*
        from new_rows as report
        join library on library.id = report.library_id
        join region on region.id = library.region_id
        left join submission as first on first.id = report.shared_with
        cross join lateral rollup_sums(1, not coalesce(counts(first.status), false), report.sessions, report.male,
            report.female, report.total, report.disabled, report.amount, report.photo_count, report.regulation) as sums
        where counts(report.status)
        for share of library, region; -- they stay where they are until this is committed
    return null;
end
$$;

create function note_changed_reports() returns trigger language plpgsql as
$$
begin
    if exists (select from new_rows where shared_with is not null) then
        perform 1 from submission as first
            where first.id in (select shared_with from new_rows where shared_with is not null) order by id for share;
    end if;
    perform 1 from submission as sharing
        where sharing.shared_with in (select id from old_rows join new_rows using (id)
                where counts(old_rows.status) <> counts(new_rows.status))
        order by id for share;
    insert into rollup_delta (region_code, library_id, date_start, form_id, status, topic, activity_form, age_group,
            partners, funds, reports, sessions, male, female, total, disabled, amount, photos, regulations)
        with changed as (
            select id from old_rows as earlier join new_rows as later using (id)
            where (earlier.library_id, earlier.date_start, earlier.form_id, earlier.status, earlier.topic,
                    earlier.activity_form, earlier.age_group, earlier.partners, earlier.funds, earlier.sessions,
                    earlier.male, earlier.female, earlier.total, earlier.disabled, earlier.amount,
                    earlier.photo_count, earlier.regulation, earlier.shared_with)
                is distinct from
                (later.library_id, later.date_start, later.form_id, later.status, later.topic,
                    later.activity_form, later.age_group, later.partners, later.funds, later.sessions,
                    later.male, later.female, later.total, later.disabled, later.amount,
                    later.photo_count, later.regulation, later.shared_with)
        ), versions as (
            select -1 as sign, earlier.* from old_rows as earlier where id in (select id from changed)
            union all
            select 1, later.* from new_rows as later where id in (select id from changed)
            union all -- reports on the event of a report that counts now, or no more
            select signs.sign, sharing.* from submission as sharing
            join old_rows as earlier on earlier.id = sharing.shared_with
            join new_rows as later on later.id = earlier.id
            cross join (values (-1), (1)) as signs (sign)
            where counts(earlier.status) <> counts(later.status) and sharing.id not in (select id from changed)
        )
        select region.code, report.library_id, report.date_start, report.form_id, report.status, report.topic,
               report.activity_form, report.age_group, report.partners, report.funds, sums.*
        from versions as report
        join library on library.id = report.library_id
        join region on region.id = library.region_id
        left join submission as first on first.id = report.shared_with
        left join old_rows as first_before on first_before.id = report.shared_with and report.sign = -1
        cross join lateral rollup_sums(report.sign,
            not coalesce(counts(coalesce(first_before.status, first.status)), false), report.sessions, report.male,
            report.female, report.total, report.disabled, report.amount, report.photo_count, report.regulation) as sums
        where counts(report.status)
        for share of library, region;
    return null;
end
$$;

create function note_deleted_reports() returns trigger language plpgsql as
$$
begin
    insert into rollup_delta (region_code, library_id, date_start, form_id, status, topic, activity_form, age_group,
            partners, funds, reports, sessions, male, female, total, disabled, amount, photos, regulations)
        select region.code, report.library_id, report.date_start, report.form_id, report.status, report.topic,
               report.activity_form, report.age_group, report.partners, report.funds, sums.*
        from old_rows as report
        join library on library.id = report.library_id
        join region on region.id = library.region_id
        left join submission as first on first.id = report.shared_with
        left join old_rows as first_before on first_before.id = report.shared_with
        cross join lateral rollup_sums(-1, not coalesce(counts(coalesce(first_before.status, first.status)), false),
            report.sessions, report.male, report.female, report.total, report.disabled, report.amount,
            report.photo_count, report.regulation) as sums
        where counts(report.status)
        for share of library, region;
    return null;
end
$$;

-- Takes the reports of libraries whose region's code was or is another out of the one and adds them to the other.
create function move_reports_of_libraries(moved bigint[], codes_before text[], codes_after text[])
returns void language sql as
$$
    insert into rollup_delta (region_code, library_id, date_start, form_id, status, topic, activity_form, age_group,
            partners, funds, reports, sessions, male, female, total, disabled, amount, photos, regulations)
        select places.code, report.library_id, report.date_start, report.form_id, report.status, report.topic,
               report.activity_form, report.age_group, report.partners, report.funds, sums.*
        from unnest(moved, codes_before, codes_after) as move (library_id, code_before, code_after)
        cross join lateral (values (-1, move.code_before), (1, move.code_after)) as places (sign, code)
        join submission as report on report.library_id = move.library_id
        left join submission as first on first.id = report.shared_with
        cross join lateral rollup_sums(places.sign, not coalesce(counts(first.status), false), report.sessions,
            report.male, report.female, report.total, report.disabled, report.amount, report.photo_count,
            report.regulation) as sums
        where counts(report.status)
$$;

create function note_moved_libraries() returns trigger language plpgsql as
$$
begin
    perform move_reports_of_libraries(array_agg(earlier.id), array_agg(there.code), array_agg(here.code))
        from old_rows as earlier
        join new_rows as later on later.id = earlier.id
        join region as there on there.id = earlier.region_id
        join region as here on here.id = later.region_id
        where earlier.region_id <> later.region_id
        having count(*) > 0;
    return null;
end
$$;

create function note_renumbered_regions() returns trigger language plpgsql as
$$
begin
    perform move_reports_of_libraries(array_agg(library.id), array_agg(earlier.code), array_agg(later.code))
        from old_rows as earlier
        join new_rows as later on later.id = earlier.id
        join library on library.region_id = earlier.id
        where earlier.code <> later.code
        having count(*) > 0;
    return null;
end
$$;

create trigger note_new_reports after insert on submission
    referencing new table as new_rows for each statement execute function note_new_reports();
create trigger note_changed_reports after update on submission
    referencing old table as old_rows new table as new_rows for each statement execute function note_changed_reports();
create trigger note_deleted_reports after delete on submission
    referencing old table as old_rows for each statement execute function note_deleted_reports();
create trigger note_moved_libraries after update on library
    referencing old table as old_rows new table as new_rows for each statement execute function note_moved_libraries();
create trigger note_renumbered_regions after update on region
    referencing old table as old_rows new table as new_rows for each statement execute function note_renumbered_regions();

-- What each row of rollup_delta adds to which sums.
create view rollup_part as
    select delta.id, place.level, place.grain, codes.dim, place.day, place.region_code, codes.code, delta.form_id,
           delta.reports::bigint, delta.sessions, delta.male, delta.female, delta.total, delta.disabled, delta.amount,
           delta.photos, delta.regulations
    from rollup_delta as delta
    cross join lateral (values
        (0::smallint, 'M'::char(1), month_of(delta.date_start), ''), (0, 'D', delta.date_start, ''),
        (1, 'M', month_of(delta.date_start), left(delta.region_code, 2)),
        (1, 'D', delta.date_start, left(delta.region_code, 2)),
        (2, 'M', month_of(delta.date_start), left(delta.region_code, 5)),
        (2, 'D', delta.date_start, left(delta.region_code, 5))) as place (level, grain, day, region_code)
    cross join lateral rollup_codes(delta.topic, delta.activity_form, delta.age_group, delta.status, delta.partners,
        delta.funds) as codes
    where place.level < 2 or place.grain = 'M' or codes.dim = 0;

create view reporting_part as
    select delta.id, delta.library_id, extract(year from delta.date_start)::smallint as year, forms.form_id,
           case when extract(month from delta.date_start) = 1 then delta.reports else 0 end as m1,
           case when extract(month from delta.date_start) = 2 then delta.reports else 0 end as m2,
           case when extract(month from delta.date_start) = 3 then delta.reports else 0 end as m3,
           case when extract(month from delta.date_start) = 4 then delta.reports else 0 end as m4,
           case when extract(month from delta.date_start) = 5 then delta.reports else 0 end as m5,
           case when extract(month from delta.date_start) = 6 then delta.reports else 0 end as m6,
           case when extract(month from delta.date_start) = 7 then delta.reports else 0 end as m7,
           case when extract(month from delta.date_start) = 8 then delta.reports else 0 end as m8,
           case when extract(month from delta.date_start) = 9 then delta.reports else 0 end as m9,
           case when extract(month from delta.date_start) = 10 then delta.reports else 0 end as m10,
           case when extract(month from delta.date_start) = 11 then delta.reports else 0 end as m11,
           case when extract(month from delta.date_start) = 12 then delta.reports else 0 end as m12
    from rollup_delta as delta
    cross join lateral (values (delta.form_id), ('')) as forms (form_id);

-- Adds the oldest rows of rollup_delta to the sums and deletes them; says how many they were. 0 while another one folds.
create function fold_rollup(most integer) returns integer language plpgsql as
$$
declare
    folded bigint[];
begin
    if not pg_try_advisory_xact_lock(5065, 1) then
        return 0;
    end if;
    folded := array(select id from rollup_delta order by id limit most);
    if folded = '{}' then
        return 0;
    end if;
    insert into rollup as known
        select level, grain, dim, day, region_code, code, form_id, sum(reports), sum(sessions), sum(male), sum(female),
               sum(total), sum(disabled), sum(amount), sum(photos), sum(regulations)
        from rollup_part where id = any (folded)
        group by level, grain, dim, day, region_code, code, form_id
        having row (sum(reports), sum(sessions), sum(male), sum(female), sum(total), sum(disabled), sum(amount),
            sum(photos), sum(regulations)) <> row (0, 0, 0, 0, 0, 0, 0, 0, 0)
        order by level, grain, dim, day, region_code, code, form_id
        on conflict (level, grain, dim, day, region_code, code, form_id) do update set
            reports = known.reports + excluded.reports, sessions = known.sessions + excluded.sessions,
            male = known.male + excluded.male, female = known.female + excluded.female,
            total = known.total + excluded.total, disabled = known.disabled + excluded.disabled,
            amount = known.amount + excluded.amount, photos = known.photos + excluded.photos,
            regulations = known.regulations + excluded.regulations;
    insert into reporting_year as known
        select library_id, year, form_id, sum(m1), sum(m2), sum(m3), sum(m4),
               sum(m5), sum(m6), sum(m7), sum(m8),
               sum(m9), sum(m10), sum(m11), sum(m12)
        from reporting_part where id = any (folded) and library_id in (select id from library)
        group by library_id, year, form_id
        order by library_id, year, form_id
        on conflict (year, form_id, library_id) do update set
            m1 = known.m1 + excluded.m1, m2 = known.m2 + excluded.m2, m3 = known.m3 + excluded.m3,
            m4 = known.m4 + excluded.m4, m5 = known.m5 + excluded.m5, m6 = known.m6 + excluded.m6,
            m7 = known.m7 + excluded.m7, m8 = known.m8 + excluded.m8, m9 = known.m9 + excluded.m9,
            m10 = known.m10 + excluded.m10, m11 = known.m11 + excluded.m11, m12 = known.m12 + excluded.m12;
    delete from rollup_delta where id = any (folded);
    return cardinality(folded);
end
$$;

-- The sums as the reports themselves give them.
create function rollup_of_reports() returns setof rollup stable language plpgsql as
$$
declare
    wanted smallint;
begin
    foreach wanted in array '{0, 1, 2, 3, 4, 5, 6}'::smallint[] loop
        return query
            select (case when grouping(regency) = 0 then 2 when grouping(province) = 0 then 1 else 0 end)::smallint,
                   (case when grouping(month) = 0 then 'M' else 'D' end)::char(1), wanted,
                   coalesce(month, date_start), coalesce(regency, province, ''), codes.code, counted.form_id,
                   count(*), sum(counted.sessions)::bigint, sum(counted.male)::bigint, sum(counted.female)::bigint,
                   sum(counted.total)::bigint, sum(counted.disabled)::bigint, sum(counted.amount)::bigint,
                   sum(counted.photos)::bigint, sum(counted.regulations)::bigint
            from (
                select left(region.code, 5) as regency, left(region.code, 2) as province,
                       month_of(report.date_start) as month, report.date_start, report.form_id, report.topic,
                       report.activity_form, report.age_group, report.status, report.partners, report.funds, sums.*
                from submission as report
                join library on library.id = report.library_id
                join region on region.id = library.region_id
                left join submission as first on first.id = report.shared_with
                cross join lateral rollup_sums(1, not coalesce(counts(first.status), false), report.sessions,
                    report.male, report.female, report.total, report.disabled, report.amount, report.photo_count,
                    report.regulation) as sums
                where counts(report.status)
            ) as counted
            cross join lateral unnest(case wanted
                when 0 then '{""}'
                when 1 then array[coalesce(counted.topic, '')]
                when 2 then array[coalesce(counted.activity_form, '')]
                when 3 then array[coalesce(counted.age_group, '')]
                when 4 then array[counted.status]
                when 5 then case when counted.partners = '{}' then '{""}' else counted.partners end
                else case when counted.funds = '{}' then '{""}' else counted.funds end
            end) as codes (code)
            group by grouping sets (
                (month, codes.code, counted.form_id), (date_start, codes.code, counted.form_id),
                (province, month, codes.code, counted.form_id), (province, date_start, codes.code, counted.form_id),
                (regency, month, codes.code, counted.form_id), (regency, date_start, codes.code, counted.form_id))
            having wanted = 0 or grouping(regency) = 1 or grouping(month) = 0;
    end loop;
end
$$;

create function reporting_year_of_reports()
returns table (library_id bigint, year smallint, form_id text, m1 bigint, m2 bigint, m3 bigint, m4 bigint, m5 bigint,
        m6 bigint, m7 bigint, m8 bigint, m9 bigint, m10 bigint, m11 bigint, m12 bigint) stable language sql as
$$
    select report.library_id, year, coalesce(report.form_id, ''),
           count(*) filter (where month = 1), count(*) filter (where month = 2), count(*) filter (where month = 3),
           count(*) filter (where month = 4), count(*) filter (where month = 5), count(*) filter (where month = 6),
           count(*) filter (where month = 7), count(*) filter (where month = 8), count(*) filter (where month = 9),
           count(*) filter (where month = 10), count(*) filter (where month = 11), count(*) filter (where month = 12)
    from (
        select *, extract(year from date_start)::smallint as year, extract(month from date_start) as month
        from submission where counts(status)
    ) as report
    group by grouping sets ((report.library_id, year, report.form_id), (report.library_id, year))
$$;

-- The rows of sums, with what is not folded yet, that are not what the reports add up to. In a transaction with repeatable
-- read it may run beside whoever reports.
create function rollup_mistakes() returns bigint stable language sql as
$$
    with kept as (
        select level, grain, dim, day, region_code, code, form_id, sum(reports)::bigint, sum(sessions)::bigint,
               sum(male)::bigint, sum(female)::bigint, sum(total)::bigint, sum(disabled)::bigint, sum(amount)::bigint,
               sum(photos)::bigint, sum(regulations)::bigint
        from (
            select level, grain, dim, day, region_code, code, form_id, reports, sessions, male, female, total, disabled,
                   amount, photos, regulations
            from rollup
            union all
            select level, grain, dim, day, region_code, code, form_id, reports, sessions, male, female, total, disabled,
                   amount, photos, regulations
            from rollup_part
        ) as parts
        group by level, grain, dim, day, region_code, code, form_id
        having row (sum(reports), sum(sessions), sum(male), sum(female), sum(total), sum(disabled), sum(amount),
            sum(photos), sum(regulations)) <> row (0, 0, 0, 0, 0, 0, 0, 0, 0)
    ), reported as (
        select * from rollup_of_reports()
    ), kept_years as (
        select library_id, year, form_id, sum(m1)::bigint, sum(m2)::bigint, sum(m3)::bigint, sum(m4)::bigint,
               sum(m5)::bigint, sum(m6)::bigint, sum(m7)::bigint, sum(m8)::bigint,
               sum(m9)::bigint, sum(m10)::bigint, sum(m11)::bigint, sum(m12)::bigint
        from (
            select library_id, year, form_id, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12 from reporting_year
            union all
            select library_id, year, form_id, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12 from reporting_part
        ) as parts
        group by library_id, year, form_id
        having sum(m1) <> 0 or sum(m2) <> 0 or sum(m3) <> 0 or sum(m4) <> 0
            or sum(m5) <> 0 or sum(m6) <> 0 or sum(m7) <> 0 or sum(m8) <> 0
            or sum(m9) <> 0 or sum(m10) <> 0 or sum(m11) <> 0 or sum(m12) <> 0
    ), reported_years as (
        select * from reporting_year_of_reports()
    )
    select (select count(*) from (table kept except table reported) as more)
        + (select count(*) from (table reported except table kept) as missing)
        + (select count(*) from (table kept_years except table reported_years) as more)
        + (select count(*) from (table reported_years except table kept_years) as missing)
$$;

-- Makes the sums anew. In a transaction with repeatable read, begun by who has the advisory lock of fold_rollup already, it
-- may run beside whoever reports: what they append meanwhile is not in the reports that it sees, and stays to be folded.
create function rebuild_rollup() returns void language plpgsql as
$$
begin
    perform pg_advisory_xact_lock(5065, 1);
    delete from rollup_delta;
    delete from rollup;
    delete from reporting_year;
    insert into rollup select * from rollup_of_reports();
    insert into reporting_year (library_id, year, form_id, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12)
        select * from reporting_year_of_reports();
end
$$;

select rebuild_rollup();
