package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.People;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.History.Asked;
import id.laporpustaka.submission.History.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HistoryTest {
    private static final Instant NOON = Instant.parse("2025-08-20T05:00:00Z");
    private static final long NO_DRAFT = 0;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private History history;
    private long sari;
    private long ours;
    private long theirs;
    private long drafts;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        history = new History(db);
        SampleRegions.addTo(db);
        sari = new People(db).add(1001, "Sari", "id");
        ours = library("Cahaya Ilmu");
        theirs = library("Pelita");
        for (var form : List.of("PM", "PB", "ST")) {
            new FormVersions(db).publishBuiltIn(form, "1", "source");
        }
    }

    @Test
    void a_month_that_has_been_reported_is_found_by_its_number() {
        report("ST", ours, "2025-07-01", "{}", 270);
        report("PM", ours, "2025-06-17", "{}", 20);

        var found = history.find(
                Kind.NUMBER_BY_MONTH,
                List.of(
                        ask(ours, "ST/2025-07"),
                        ask(ours, "ST/2025-06"),
                        ask(ours, "ST/2025-08"),
                        ask(theirs, "ST/2025-07"),
                        ask(ours, "PM/2025-06"),
                        ask(ours, "ST/"),
                        ask(ours, "Juli")));

        assertThat(found)
                .containsOnly(Map.entry(ask(ours, "ST/2025-07"), "ST-1"), Map.entry(ask(ours, "PM/2025-06"), "PM-2"));
    }

    @Test
    void what_was_refused_or_taken_back_is_not_there() {
        for (var status : List.of(Status.REJECTED, Status.WITHDRAWN, Status.MERGED)) {
            report("ST", ours, "2025-07-01", "{}", 270);
            db.update(SUBMISSION)
                    .set(SUBMISSION.STATUS, status.stored())
                    .set(SUBMISSION.MERGED_INTO, status == Status.MERGED ? kept() : null)
                    .where(SUBMISSION.FORM_ID.eq("ST"))
                    .execute();
        }

        assertThat(history.find(Kind.NUMBER_BY_MONTH, List.of(ask(ours, "ST/2025-07"))))
                .isEmpty();
        assertThat(history.find(Kind.COUNT_BY_DAY, List.of(ask(ours, "ST/2025-07-01"))))
                .isEmpty();
        assertThat(history.find(Kind.MEAN_OF_PEOPLE, List.of(ask(ours, "ST")))).isEmpty();

        db.update(SUBMISSION)
                .set(SUBMISSION.STATUS, Status.WAITING.stored())
                .setNull(SUBMISSION.MERGED_INTO)
                .execute();

        assertThat(history.find(Kind.NUMBER_BY_MONTH, List.of(ask(ours, "ST/2025-07"))))
                .containsValue("ST-3");
    }

    /// The id of a report of another kind.
    private Long kept() {
        report("PB", ours, "2024-07-01", "{}", 1);
        return db.select(SUBMISSION.ID)
                .from(SUBMISSION)
                .where(SUBMISSION.FORM_ID.eq("PB"))
                .fetchSingle()
                .value1();
    }

    @Test
    void a_report_is_not_its_own_double() {
        report("ST", ours, "2025-07-01", "{}", 270);

        assertThat(history.find(Kind.NUMBER_BY_MONTH, List.of(new Asked(ours, drafts, "ST/2025-07"))))
                .isEmpty();
    }

    @Test
    void a_link_is_found_in_whatever_question_however_it_was_shared() {
        report("PB", ours, "2025-08-01", """
            {"title": "Video", "pb_url": "https://www.instagram.com/p/AbC123/?igsh=abc"}\
            """, 0);
        report("PB", ours, "2025-08-02", """
            {"links": [{"url": "http://desa.example.id/berita?id=3"}]}\
            """, 0);

        assertThat(links("https://instagram.com/p/AbC123")).containsOnly("PB-1");
        assertThat(links("Http://www.instagram.com/p/AbC123/?utm_source=ig&igsh=xyz"))
                .containsOnly("PB-1");
        assertThat(links("https://desa.example.id/berita?id=3")).containsOnly("PB-2");
        assertThat(links("https://desa.example.id/berita?id=4")).isEmpty();
        assertThat(links("https://instagram.com/p/AbC12")).isEmpty();
        assertThat(history.find(Kind.NUMBER_BY_LINK, List.of(ask(theirs, "https://instagram.com/p/AbC123"))))
                .isEmpty();
    }

    private List<String> links(String link) {
        return List.copyOf(
                history.find(Kind.NUMBER_BY_LINK, List.of(ask(ours, link))).values());
    }

    @Test
    void a_photo_is_found_by_any_of_its_ids() {
        report("PM", ours, "2025-08-01", """
            {"photos": [{"file_id": "x", "unique_id": "a"}, {"file_id": "y", "unique_id": "b"}]}\
            """, 0);

        assertThat(history.find(
                        Kind.NUMBER_BY_PHOTO,
                        List.of(ask(ours, "b c"), ask(ours, "c x"), ask(ours, ""), ask(theirs, "b"))))
                .containsOnly(Map.entry(ask(ours, "b c"), "PM-1"));
    }

    @Test
    void the_reports_of_a_day_are_counted() {
        report("PM", ours, "2025-08-17", "{}", 10);
        report("PM", ours, "2025-08-17", "{}", 10);
        report("PM", ours, "2025-08-18", "{}", 10);
        report("PB", ours, "2025-08-17", "{}", 10);
        report("PM", theirs, "2025-08-17", "{}", 10);

        var found = history.find(
                Kind.COUNT_BY_DAY,
                List.of(ask(ours, "PM/2025-08-17"), ask(theirs, "PM/2025-08-17"), ask(ours, "PM/2025-08-19")));

        assertThat(found)
                .containsOnly(Map.entry(ask(ours, "PM/2025-08-17"), "2"), Map.entry(ask(theirs, "PM/2025-08-17"), "1"));
    }

    @Test
    void the_mean_is_that_of_the_last_twelve_months() {
        for (var month = 0; month < 14; month++) {
            var first = YearMonth.of(2025, 7).minusMonths(month).atDay(1);
            report("ST", ours, first.toString(), "{}", month < 12 ? 100 + month : 100_000);
        }

        assertThat(history.find(Kind.MEAN_OF_PEOPLE, List.of(ask(ours, "ST"), ask(theirs, "ST"))))
                .containsOnly(Map.entry(ask(ours, "ST"), "105.5"));
    }

    @Test
    void the_newest_reports_of_each_library_come_first() {
        report("PM", ours, "2025-08-01", "{}", 10);
        report("PM", theirs, "2025-08-02", "{}", 10);
        report("PB", ours, "2025-07-03", "{}", 10);
        report("PM", ours, "2025-08-04", "{}", 10);

        var newest = new Submissions(db).listNewest(List.of(ours, theirs), 2);

        assertThat(newest.get(ours)).extracting(SentReport::number).containsExactly("PM-4", "PB-3");
        assertThat(newest.get(theirs)).extracting(SentReport::number).containsExactly("PM-2");
    }

    private static Asked ask(long libraryId, String value) {
        return new Asked(libraryId, NO_DRAFT, value);
    }

    /// Its number is the form and how many reports there are by then.
    private void report(String form, long libraryId, String date, String answers, int total) {
        drafts++;
        var columns = MadeUpReport.of(Optional.of("Title"), LocalDate.parse(date), total);
        new Submissions(db)
                .insertAll(List.of(new NewSubmission(
                        drafts,
                        form + "-" + drafts,
                        form,
                        "1",
                        libraryId,
                        sari,
                        Status.SENT,
                        NOON.plusSeconds(drafts),
                        columns,
                        answers)));
    }

    private long library(String name) {
        return new Libraries(db)
                .add(name, LibraryType.DESA, Scheme.PENUH, Optional.empty(), SampleRegions.id(db, "33.06.01.2001"));
    }
}
