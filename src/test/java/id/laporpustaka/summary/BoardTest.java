package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.NO_ACTIVITY;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.By;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.Nudges;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.MadeUpReport;
import id.laporpustaka.submission.NewSubmission;
import id.laporpustaka.submission.QuietPeriod;
import id.laporpustaka.submission.QuietTimes;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.Submissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BoardTest {
    private static final YearMonth AUGUST = YearMonth.of(2025, 8);
    private static final LocalDate DAY = LocalDate.of(2025, 8, 19);
    private static final Instant NOON = Instant.parse("2025-08-20T05:00:00Z");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private long people = 100;
    private long drafts = 100;
    private long pelita;
    private long melati;
    private long cahaya;
    private long mawar;
    private long lancar;
    private long ambon;

    /// In Kab. Purworejo one has reported, one had nothing, one is silent and one has no reporter; beyond it are
    /// one in Kab. Wonosobo and one in Kota Ambon.
    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        new FormVersions(db).publishBuiltIn("PM", "1", "source");
        pelita = library("TBM Pelita", "33.06.01.2001", true);
        melati = library("TBM Melati", "33.06.01.2001", true);
        cahaya = library("Perpustakaan Cahaya Ilmu", "33.06.06.1007", true);
        mawar = library("TBM Mawar", "33.06", false);
        lancar = library("Perpustakaan Lancar", "33.07.01.2001", true);
        ambon = library("Perpustakaan Kota Ambon", "81.71", true);
        report(pelita, DAY, Status.SENT);
        report(pelita, DAY.minusDays(3), Status.VERIFIED);
        report(cahaya, DAY.minusMonths(1), Status.SENT);
        report(lancar, DAY, Status.SENT);
        say(melati);
    }

    @Test
    void a_regency_sees_how_each_of_its_libraries_stands() {
        var query = of("33.06");

        assertThat(new Board(db).countAll(query)).isEqualTo(new BoardCounts(1, 1, 1, 1));
        assertThat(states(query))
                .containsExactly(
                        Map.entry(cahaya, BoardState.OPEN),
                        Map.entry(mawar, BoardState.NOT_JOINED),
                        Map.entry(melati, BoardState.QUIET),
                        Map.entry(pelita, BoardState.REPORTED));
    }

    @Test
    void what_a_library_sent_is_told_with_its_last_day() {
        assertThat(new Board(db).list(of("33.06"), Optional.of(BoardState.REPORTED), 10, 0))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.name()).isEqualTo("TBM Pelita");
                    assertThat(line.reports()).isEqualTo(2);
                    assertThat(line.lastReport()).contains(DAY);
                });
        assertThat(new Board(db).list(of("33.06"), Optional.of(BoardState.OPEN), 10, 0))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.reports()).isZero();
                    assertThat(line.lastReport()).contains(DAY.minusMonths(1));
                    assertThat(line.reminded()).isEmpty();
                });
    }

    @Test
    void a_week_without_activities_is_told_with_a_library_that_has_not_reported() {
        sayWeek(cahaya, LocalDate.of(2025, 7, 28));
        sayWeek(cahaya, LocalDate.of(2025, 7, 21));

        assertThat(new Board(db).list(of("33.06"), Optional.of(BoardState.OPEN), 10, 0))
                .singleElement()
                .satisfies(line -> assertThat(line.quietWeek()).contains(LocalDate.of(2025, 7, 28)));
    }

    @Test
    void all_that_have_not_reported_are_listed_at_once_with_where_they_lie() {
        assertThat(new Board(db).listOpen(new BoardQuery(AUGUST, new Scope.Everything(), Optional.empty(), "")))
                .containsExactly(
                        new OpenLibrary(cahaya, "Perpustakaan Cahaya Ilmu", "33.06.06.1007"),
                        new OpenLibrary(ambon, "Perpustakaan Kota Ambon", "81.71"));
        assertThat(new Board(db).listOpen(new BoardQuery(AUGUST, new Scope.Everything(), Optional.empty(), "ilmu")))
                .extracting(OpenLibrary::id)
                .containsExactly(cahaya);
    }

    private void sayWeek(long library, LocalDate monday) {
        db.insertInto(NO_ACTIVITY)
                .set(NO_ACTIVITY.LIBRARY_ID, library)
                .set(NO_ACTIVITY.PERIOD, "week")
                .set(NO_ACTIVITY.FIRST_DAY, monday)
                .set(NO_ACTIVITY.SAID_BY, db.select(PERSON.ID).from(PERSON).limit(1))
                .set(NO_ACTIVITY.SAID_AT, NOON)
                .execute();
    }

    @Test
    void a_report_counts_instead_of_what_was_said_and_one_taken_back_does_not() {
        report(melati, DAY, Status.SENT);

        assertThat(stateOf(melati)).isEqualTo(BoardState.REPORTED);

        db.update(SUBMISSION)
                .set(SUBMISSION.STATUS, "withdrawn")
                .where(SUBMISSION.LIBRARY_ID.eq(melati))
                .execute();

        assertThat(stateOf(melati)).isEqualTo(BoardState.QUIET);
    }

    @Test
    void reports_of_somebody_who_waits_are_not_yet_reports() {
        report(cahaya, DAY, Status.WAITING);

        assertThat(stateOf(cahaya)).isEqualTo(BoardState.OPEN);
    }

    @Test
    void the_nation_sees_provinces_and_a_province_its_regencies() {
        var nation = new BoardQuery(AUGUST, new Scope.Everything(), Optional.empty(), "");

        assertThat(new Board(db).countParts(nation, RegionLevel.PROVINCE))
                .extracting(part -> part.region().name(), BoardPart::counts)
                .containsExactly(
                        tuple("Jawa Tengah", new BoardCounts(2, 1, 1, 1)),
                        tuple("Maluku", new BoardCounts(0, 0, 1, 0)));
        assertThat(new Board(db).countParts(of("33"), RegionLevel.REGENCY))
                .extracting(part -> part.region().title(), BoardPart::counts)
                .containsExactly(
                        tuple("Kab. Purworejo", new BoardCounts(1, 1, 1, 1)),
                        tuple("Kab. Wonosobo", new BoardCounts(1, 0, 0, 0)));
    }

    @Test
    void nobody_sees_beyond_their_scope_and_drilling_does_not_widen_it() {
        var drilled = new BoardQuery(AUGUST, Scope.ofRegion("33.06"), Optional.of("33.07"), "");

        assertThat(new Board(db).countAll(drilled).sum()).isZero();
        assertThat(new Board(db).find(of("33.06"), lancar)).isEmpty();
        assertThat(new Board(db).find(of("33.06"), ambon)).isEmpty();
        assertThat(new Board(db)
                        .countAll(new BoardQuery(AUGUST, Scope.ofLibrary(ambon), Optional.empty(), ""))
                        .sum())
                .isEqualTo(1);
        assertThat(new Board(db)
                        .countAll(new BoardQuery(AUGUST, Scope.nothing(), Optional.empty(), ""))
                        .sum())
                .isZero();
    }

    @Test
    void a_library_is_found_by_part_of_its_name_and_pages_go_on_where_the_last_ended() {
        var query = new BoardQuery(AUGUST, Scope.ofRegion("33"), Optional.empty(), "PERPUS an");

        assertThat(states(query)).extracting(Map.Entry::getKey).containsExactly(cahaya, lancar);
        assertThat(new Board(db).list(query, Optional.empty(), 1, 1))
                .extracting(BoardLine::id)
                .containsExactly(lancar);
    }

    @Test
    void one_out_of_use_need_not_report() {
        new Libraries(db).deactivate(cahaya);

        assertThat(new Board(db).countAll(of("33.06"))).isEqualTo(new BoardCounts(1, 1, 0, 1));
    }

    @Test
    void it_is_told_when_somebody_was_reminded_last() {
        var reporter = ++people;
        var person = new People(db).add(reporter, "Sari", "id");
        db.transaction(tx -> new Nudges(tx.dsl())
                .take(Map.of(person, Set.of(cahaya)), Nudges.Kind.WEEKLY, OptionalLong.empty(), NOON));

        assertThat(new Board(db).find(of("33.06"), cahaya).orElseThrow().reminded())
                .contains(NOON);
    }

    private BoardState stateOf(long library) {
        return new Board(db).find(of("33.06"), library).orElseThrow().state();
    }

    private List<Map.Entry<Long, BoardState>> states(BoardQuery query) {
        return new Board(db)
                .list(query, Optional.empty(), 20, 0).stream()
                        .map(line -> Map.entry(line.id(), line.state()))
                        .toList();
    }

    private static BoardQuery of(String region) {
        return new BoardQuery(AUGUST, Scope.ofRegion(region), Optional.empty(), "");
    }

    private long library(String name, String region, boolean joined) {
        var id = new Libraries(db)
                .add(name, LibraryType.DESA, Scheme.PENUH, Optional.empty(), SampleRegions.id(db, region));
        if (joined) {
            var person = new People(db).add(++people, "Pelapor " + name, "id");
            new Memberships(db).admit(By.product(), person, id, MemberRole.PENGELOLA, NOON);
        }
        return id;
    }

    private void say(long library) {
        var person = new People(db).add(++people, "Melati", "id");
        assertThat(new QuietTimes(db)
                        .say(By.chat(person), person, library, QuietPeriod.MONTH, AUGUST.atDay(1), DAY, NOON))
                .isEqualTo(QuietTimes.Outcome.DONE);
    }

    private void report(long library, LocalDate day, Status status) {
        var number = "PM-" + ++drafts;
        var person = new People(db).add(++people, "Pelapor", "id");
        new Submissions(db)
                .insertAll(List.of(new NewSubmission(
                        drafts,
                        number,
                        "PM",
                        "1",
                        library,
                        person,
                        status,
                        NOON,
                        MadeUpReport.of(Optional.of("Kelas merajut"), day, 12),
                        "{}")));
    }
}
