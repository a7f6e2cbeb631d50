package id.laporpustaka.summary;

import id.laporpustaka.db.Database;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.intake.PublishedForms;
import id.laporpustaka.place.RegionLoader;

/// A country with all real regions, 10,552 libraries and the reports of three years until 20 August 2025.
public final class MadeUpCountry {
    private static final double NANOS_IN_SECOND = 1e9;

    private MadeUpCountry() {}

    /// Fills an empty database.
    ///
    /// @return for how many seconds its sums were made
    public static double fill(Database database, int reports) {
        var db = database.context();
        new RegionLoader(database).load();
        PublishedForms.load(db);
        db.execute("""
            insert into library (name, type, scheme, region_id)
                select 'Perpustakaan ' || name, case level when 1 then 'PROV' when 2 then 'KAB' else 'DESA' end, 'PENUH', id
                from region where level <= 2
                union all
                (select 'Perpustakaan Desa ' || name, 'DESA', 'MANDIRI', id from region where level = 4
                order by md5(code) limit 10000);
            insert into person (name, language) select 'Pelapor ' || n, 'id' from generate_series(1, 2000) n;
            insert into membership (person_id, library_id, role, status)
                select id % 2000 + 1, id, 'PENGELOLA', 'accepted' from library where id % 3 <> 0;
            """);
        database.useTransaction(tx -> {
            tx.execute("set local session_replication_role = replica");
            tx.execute("select setseed(0.42)");
            tx.execute("""
                insert into submission (draft_id, number, form_id, form_version, library_id, reporter_id, status,
                        submitted_at, title, date_start, activity_form, topic, age_group, sessions, male, female,
                        total, disabled, amount, photo_count, partners, funds, regulation, answers)
                select n, 'N-' || n, form.form_id, form.version, 1 + floor(c * 10552), 1 + n %% 2000,
                    (array['sent', 'verified', 'verified', 'verified', 'needs_correction', 'rejected', 'withdrawn'])
                        [1 + floor(random() * 7)],
                    now(), 'Kegiatan ' || n, date '2022-08-21' + floor(random() * 1095)::integer,
                    case when form.form_id = 'PM' then (array['PLT', 'KLS', 'DNG', 'SUL'])[1 + floor(random() * 4)] end,
                    case when form.form_id = 'PM' then (array['EKO', 'DIK', 'KES', 'TIK', 'BUD', 'TAN', 'PEM', 'LH'])
                        [1 + floor(power(random(), 2) * 8)] end,
                    case when form.form_id = 'PM' then (array['U612', 'U1317', 'U1830', 'UMUM'])[1 + floor(random() * 4)] end,
                    1 + floor(random() * 3), floor(random() * 30), floor(random() * 40), 50,
                    case when random() < 0.1 then 1 end, case when random() < 0.3 then floor(random() * 5000000) end, 2,
                    case when random() < 0.5 then '{}' when random() < 0.6 then '{PKK}' else '{PKK,SEK,DESA}' end::text[],
                    case when random() < 0.5 then '{}' else '{DD}' end::text[],
                    case when form.form_id = 'AD' and random() < 0.05 then 'PERDES' end,
                    jsonb_build_object('title', 'Kegiatan ' || n, 'pm_result', repeat('Ibu-ibu bisa. ', 8))
                from (select n, random() as a, power(random(), 1.5) as c from generate_series(1, %d) n) as made
                join (select form_id, max(version) as version,
                        case form_id when 'PM' then 0 when 'AD' then 0.7 when 'PB' then 0.85 when 'LI' then 0.93
                            when 'CD' then 0.96 else 0.98 end as low,
                        case form_id when 'PM' then 0.7 when 'AD' then 0.85 when 'PB' then 0.93 when 'LI' then 0.96
                            when 'CD' then 0.98 else 1 end as high
                    from form_version group by form_id) as form on a >= low and a < high
                """.formatted(reports));
        });
        var began = System.nanoTime();
        new Rollups(database).rebuild();
        FreshDatabase.vacuum(db);
        return (System.nanoTime() - began) / NANOS_IN_SECOND;
    }
}
