package id.laporpustaka.export;

import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.form.Language;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.submission.Proofs;
import id.laporpustaka.submission.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReportDocumentsTest {
    private static final Scope PURWOREJO = Scope.ofRegion("33.06");
    private static final Scope WONOSOBO = Scope.ofRegion("33.07");
    private static final LocalDate DAY = LocalDate.of(2025, 8, 17);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private ReportWorld world;

    @BeforeEach
    void fill() {
        SampleRegions.addTo(fresh.context());
        world = new ReportWorld(fresh.context());
    }

    @Test
    void a_report_is_found_within_the_scope_and_by_who_sent_it() {
        var number = report("Keripik", "sent");

        assertThat(find(PURWOREJO, 0, number)).isPresent();
        assertThat(find(PURWOREJO, 0, number.toLowerCase(Locale.ROOT))).isPresent();
        assertThat(find(WONOSOBO, 0, number)).isEmpty();
        assertThat(find(Scope.nothing(), 0, number)).isEmpty();
        assertThat(find(Scope.nothing(), world.sari, number)).isPresent();
        assertThat(find(PURWOREJO, 0, "PM-2508-999999-K")).isEmpty();
    }

    @Test
    void a_book_has_what_counts_in_the_period_and_nothing_of_elsewhere() {
        for (var status : Status.values()) {
            report(status.name(), status.stored());
        }
        world.report("PM", "Juli", LocalDate.of(2025, 7, 31), "sent", "{}");

        assertThat(book(PURWOREJO).orElseThrow().reports())
                .extracting(report -> report.title().orElse(""))
                .containsExactly("SENT", "VERIFIED", "NEEDS_CORRECTION");
        assertThat(book(Scope.ofLibrary(world.library))).isPresent();
        assertThat(book(WONOSOBO)).isEmpty();
        assertThat(book(Scope.nothing())).isEmpty();
    }

    @Test
    void a_report_gets_a_proof_once_and_for_all() {
        var number = report("Keripik", "sent");

        var first = find(PURWOREJO, 0, number).orElseThrow().proofAddress();
        var second = book(PURWOREJO).orElseThrow().reports().getFirst().proofAddress();

        assertThat(second).isEqualTo(first);
        var proof = first.substring(first.lastIndexOf('/') + 1);
        assertThat(new Proofs(fresh.context()).find(proof).orElseThrow().number())
                .isEqualTo(number);
        assertThat(new Proofs(fresh.context()).find(number)).isEmpty();
        assertThat(new Proofs(fresh.context()).find("")).isEmpty();
    }

    @Test
    void two_that_ask_at_once_give_the_same_proof() {
        report("Keripik", "sent");
        var id = fresh.context()
                .select(SUBMISSION.ID)
                .from(SUBMISSION)
                .fetchSingle()
                .value1();
        var other = new AtomicReference<String>();
        var late = fresh.context().configuration().deriveAppending(new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                if (String.valueOf(context.sql()).startsWith("update")) {
                    other.set(new Proofs(fresh.context()).giveAll(List.of(id)).getOrDefault(id, ""));
                }
            }
        });

        var proof = new Proofs(DSL.using(late)).giveAll(List.of(id)).get(id);

        assertThat(proof).isEqualTo(other.get()).hasSize(22);
    }

    @Test
    void more_reports_take_no_more_queries() {
        report("Keripik", "sent");
        var few = queriesOf();
        for (var number = 2; number <= 12; number++) {
            report("Kegiatan " + number, "sent");
        }

        assertThat(queriesOf()).isEqualTo(few);
    }

    @Test
    void a_book_has_five_hundred_reports_and_says_how_many_more_there_are() {
        for (var number = 1; number <= ReportDocuments.MOST + 3; number++) {
            world.report("PM", "Kegiatan " + number, DAY, "sent", "{}");
        }

        var book = book(PURWOREJO).orElseThrow();

        assertThat(book.reports()).hasSize(500);
        assertThat(book.leftOut()).isEqualTo(3);
    }

    @Test
    void the_report_of_somebody_who_was_erased_names_nobody() {
        var number = report("Keripik", "sent");
        fresh.context()
                .update(PERSON)
                .setNull(PERSON.NAME)
                .setNull(PERSON.TELEGRAM_ID)
                .set(PERSON.ERASED_AT, ReportWorld.SENT)
                .where(PERSON.ID.eq(world.sari))
                .execute();

        assertThat(find(PURWOREJO, 0, number).orElseThrow().sender()).isEmpty();
    }

    private int queriesOf() {
        var queries = new AtomicInteger();
        var counting = fresh.context().configuration().deriveAppending(new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                queries.incrementAndGet();
            }
        });
        var book =
                world.documents(DSL.using(counting)).findBook(PURWOREJO, world.library, DAY, DAY, Language.INDONESIAN);
        assertThat(book).isPresent();
        return queries.get();
    }

    private String report(String title, String status) {
        return world.report("PM", title, DAY, status, ReportWorld.training(title, 1, "YES"));
    }

    private Optional<ReportDocument> find(Scope scope, long reader, String number) {
        return world.documents().find(scope, reader, number, Language.INDONESIAN);
    }

    private Optional<ReportBook> book(Scope scope) {
        return world.documents()
                .findBook(
                        scope, world.library, LocalDate.of(2025, 8, 1), LocalDate.of(2025, 8, 31), Language.INDONESIAN);
    }
}
