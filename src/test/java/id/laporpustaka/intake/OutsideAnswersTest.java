package id.laporpustaka.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.conversation.Lookup;
import id.laporpustaka.db.CountedConnections;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.form.ExternalCell;
import id.laporpustaka.form.ExternalTable;
import id.laporpustaka.people.People;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.NewSubmission;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.SubmissionColumns;
import id.laporpustaka.submission.Submissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutsideAnswersTest {
    private static final Instant NOON = Instant.parse("2025-08-20T05:00:00Z");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private long sari;
    private long ours;
    private long theirs;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        sari = new People(db).add(1001, "Sari", "id");
        ours = library("Cahaya Ilmu");
        theirs = library("Pelita");
        for (var form : List.of("PM", "ST")) {
            new FormVersions(db).publishBuiltIn(form, "1", "source");
        }
    }

    @Test
    void many_chats_are_answered_with_one_query_for_each_kind() {
        report(1, "ST", ours, "2025-07-01", Optional.empty());
        report(2, "PM", ours, "2025-08-17", Optional.of("Pelatihan keripik singkong"));
        report(3, "PM", theirs, "2025-08-17", Optional.of("Dongeng Jumat"));
        var counter = CountedConnections.of(db);
        var answers = new OutsideAnswers(counter.counting(db));
        var cells = List.of(
                cell(ours, "number", "month", "ST/2025-07"),
                cell(theirs, "number", "month", "ST/2025-07"),
                cell(ours, "count", "day", "PM/2025-08-17"),
                cell(theirs, "count", "day", "PM/2025-08-16"),
                cell(ours, "mean", "visits", "ST"));
        var rows = List.of(
                new Lookup.OutsideRows(Set.of(ours), ExternalTable.MY_REPORTS),
                new Lookup.OutsideRows(Set.of(theirs), ExternalTable.MY_REPORTS),
                new Lookup.OutsideRows(Set.of(ours, theirs), ExternalTable.LIBRARIES));

        cells.forEach(answers::want);
        rows.forEach(answers::want);
        answers.ask();

        assertThat(counter.count()).isEqualTo(5);
        assertThat(cells).map(answers::cell).containsExactly("ST-1", "", "1", "", "30.0");
        assertThat(answers.rows(rows.get(0)))
                .containsExactly(
                        Map.of(
                                "name", "PM-2",
                                "label", "Pelatihan keripik singkong · 17/8/2025",
                                "form_id", "PM",
                                "date", "2025-08-17",
                                "title", "Pelatihan keripik singkong"),
                        Map.of(
                                "name",
                                "ST-1",
                                "label",
                                "ST-1 · 1/7/2025",
                                "form_id",
                                "ST",
                                "date",
                                "2025-07-01",
                                "title",
                                ""));
        assertThat(answers.rows(rows.get(1)))
                .extracting(row -> row.get("title"))
                .containsExactly("Dongeng Jumat");
        assertThat(answers.rows(rows.get(2)))
                .containsExactly(
                        Map.of("name", Long.toString(ours), "label", "Cahaya Ilmu", "type", "DESA", "scheme", "PENUH"),
                        Map.of("name", Long.toString(theirs), "label", "Pelita", "type", "DESA", "scheme", "PENUH"));
    }

    @Test
    void nothing_is_asked_when_nothing_is_wanted() {
        var counter = CountedConnections.of(db);
        var answers = new OutsideAnswers(counter.counting(db));

        answers.ask();

        assertThat(counter.count()).isZero();
    }

    @Test
    void long_titles_are_shortened_on_buttons_only() {
        report(
                1,
                "PM",
                ours,
                "2025-08-17",
                Optional.of("Keripik singkong ".repeat(6).strip()));
        var wanted = new Lookup.OutsideRows(Set.of(ours), ExternalTable.MY_REPORTS);
        var answers = new OutsideAnswers(db);

        answers.want(wanted);
        answers.ask();

        assertThat(answers.rows(wanted)).singleElement().satisfies(row -> {
            assertThat(row.get("label")).isEqualTo("Keripik singkong Keripik singkong Kerip… · 17/8/2025");
            assertThat(row.get("title")).hasSize(101);
        });
    }

    private static Lookup.OutsideCell cell(long library, String column, String key, String value) {
        return new Lookup.OutsideCell(library, 0, new ExternalCell(ExternalTable.HISTORY, column, key, value));
    }

    private void report(long draft, String form, long library, String date, Optional<String> title) {
        var day = LocalDate.parse(date);
        var columns = new SubmissionColumns(
                title,
                day,
                day,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.of(30),
                OptionalInt.empty(),
                OptionalLong.empty(),
                0);
        new Submissions(db)
                .insertAll(List.of(new NewSubmission(
                        draft,
                        form + "-" + draft,
                        form,
                        "1",
                        library,
                        sari,
                        Status.SENT,
                        NOON.plusSeconds(draft),
                        columns,
                        "{}")));
    }

    private long library(String name) {
        return new Libraries(db)
                .add(name, LibraryType.DESA, Scheme.PENUH, Optional.empty(), SampleRegions.id(db, "33.06.01.2001"));
    }
}
