package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.intake.PublishedForms;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.RegionLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The queue with 200,000 reports of 2,000 libraries in ten regencies, of which every twentieth waits. The times
/// that it prints are those of whole calls.
class LargeReviewQueueTest {
    private static final Instant NOW = Instant.parse("2025-08-20T03:00:00Z");
    private static final int WAITING = 10_000;
    private static final int TRIES = 15;
    private static final double NANOS_IN_MILLI = 1e6;

    @RegisterExtension
    static final FreshDatabase FRESH = new FreshDatabase();

    private static long telegramIds = 100;

    @BeforeAll
    static void fill() {
        var db = FRESH.context();
        PublishedForms.load(db);
        db.execute("""
            insert into region (code, level, name, valid_from) values ('33', 1, 'Jawa Tengah', '2025-04-25');
            insert into region (code, level, name, parent_id, valid_from)
                select '33.' || lpad(n::text, 2, '0'), 2, 'Kabupaten ' || n, (select id from region where code = '33'), '2025-04-25'
                from generate_series(1, 10) n;
            insert into region (code, level, name, parent_id, valid_from)
                select code || '.' || lpad(n::text, 2, '0'), 3, 'Kecamatan ' || n, id, '2025-04-25'
                from region, generate_series(1, 10) n where level = 2;
            insert into region (code, level, name, parent_id, valid_from)
                select code || '.' || (2000 + n), 4, 'Desa ' || n, id, '2025-04-25'
                from region, generate_series(1, 20) n where level = 3;
            insert into library (name, type, scheme, region_id)
                select 'Perpustakaan Desa ' || id, 'DESA', 'PENUH', id from region where level = 4;
            insert into person (name, language) select 'Pelapor ' || n, 'id' from generate_series(1, 2000) n;
            insert into submission (draft_id, number, form_id, form_version, library_id, reporter_id, status,
                    submitted_at, title, date_start, photo_count, answers)
                select n, 'PM-' || n, form.form_id, form.version, library.id, person.id,
                    case when n % 20 = 0 then 'sent' else 'verified' end,
                    timestamptz '2025-08-20' - n % 50000 * interval '1 minute',
                    'Kegiatan ' || n, date '2025-08-19' - n % 40, 2,
                    jsonb_build_object('title', 'Kegiatan ' || n, 'pm_result', repeat('Ibu-ibu bisa. ', 40))
                from generate_series(1, 200000) n
                join (select id, row_number() over (order by id) as place from library) as library
                    on library.place = n * 7 / 20 % 2000 + 1
                join (select id, row_number() over (order by id) as place from person) as person
                    on person.place = library.place
                cross join (select form_id, version from form_version where form_id = 'PM' limit 1) as form;
            insert into submission_revision (submission_id, revision, at, person_id, status, changes, action)
                select id, 1, submitted_at, reporter_id, status, '{}', 'sent' from submission;
            """);
        FRESH.vacuum(SUBMISSION, SUBMISSION_REVISION, LIBRARY, REGION, PERSON);
    }

    @Test
    void every_part_of_the_country_is_answered_from_the_index_of_what_waits() {
        measure("province", actor(Role.PIC_PROV, "33"), WAITING);
        measure("country", actor(Role.NASIONAL, ""), WAITING);
        measure("regency", actor(Role.PIC_KAB, "33.06"), WAITING / 10);
    }

    private static Actor actor(Role role, String code) {
        var db = FRESH.context();
        var person = new People(db).add(telegramIds++, "Seseorang", "id");
        var region = code.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(db.select(REGION.ID)
                        .from(REGION)
                        .where(REGION.CODE.eq(code))
                        .fetchSingle()
                        .value1());
        new Assignments(db).appoint(By.product(), person, role, region);
        return new People(db).findActor(person).orElseThrow();
    }

    private static void measure(String part, Actor actor, int waiting) {
        var queries = new ArrayList<Query>();
        var listened = DSL.using(FRESH.context()
                .configuration()
                .derive(new DefaultExecuteListenerProvider(new ExecuteListener() {
                    @Override
                    public void executeStart(ExecuteContext context) {
                        Optional.ofNullable(context.query()).ifPresent(queries::add);
                    }
                })));
        var queue = new ReviewQueue(listened, actor, NOW);

        assertThat(queue.count()).isEqualTo(waiting);
        assertThat(queue.listInFull(25, 0)).hasSize(25);
        assertThat(queue.countByRegion(RegionLevel.DISTRICT)).isNotEmpty();
        assertThat(queue.countUpTo(100)).isEqualTo(100);
        assertThat(queue.findAfter(Optional.of("PM-20"))).isPresent();

        for (var query : List.copyOf(queries)) {
            assertThat(FRESH.context().explain(query).plan()).as(part).contains("submission_to_review");
        }
        var filter = new ReviewFilter(Optional.empty(), Optional.of("PM"), "desa 12");
        time(part + ", count", queue::count);
        time(part + ", 25 of the list", () -> queue.listInFull(25, 0));
        time(part + ", the last 25", () -> queue.listInFull(25, waiting - 25));
        time(part + ", filtered by kind and name", () -> queue.filtered(filter).listInFull(25, 0));
        time(part + ", by district", () -> queue.countByRegion(RegionLevel.DISTRICT));
        time(part + ", count up to 100", () -> queue.countUpTo(100));
        time(part + ", the next one", () -> queue.findAfter(Optional.of("PM-20")));
    }

    private static void time(String what, Runnable call) {
        var times = new ArrayList<Double>();
        for (var i = 0; i < TRIES; i++) {
            var began = System.nanoTime();
            call.run();
            times.add((System.nanoTime() - began) / NANOS_IN_MILLI);
        }
        times.sort(null);
        System.out.printf("%-40s median %6.1f ms, fastest %6.1f ms%n", what, times.get(TRIES / 2), times.getFirst());
    }
}
