package id.laporpustaka.summary.score;

import static id.laporpustaka.db.generated.Tables.STANDING;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.By;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.Order;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.FormVersions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StandingsTest {
    private static final Instant NOON = Instant.parse("2025-07-10T05:00:00Z");
    private static final Scope PURWOREJO = new Scope.Parts(new TreeSet<>(Set.of("33.06")), Set.of());

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private Standings standings;
    private long best;
    private long idle;
    private long elsewhere;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        standings = new Standings(db);
        SampleRegions.addTo(db);
        for (var form : List.of("PM", "AD", "LI", "PB", "CD", "ST")) {
            new FormVersions(db).publishBuiltIn(form, "1", "source");
        }
        var reporter = new People(db).add(1001, "Sari", "id");
        best = library("Perpustakaan Cahaya Ilmu", "33.06.01.2001", reporter);
        idle = library("Perpustakaan Sepi", "33.06.01.2002", reporter);
        elsewhere = library("Perpustakaan Lancar", "33.07.01.2001", reporter);
        new Reported(db, reporter).workedExample(best, 2025, "1");
    }

    private long library(String name, String code, long reporter) {
        var id = new Libraries(db)
                .add(name, LibraryType.DESA, Scheme.PENUH, Optional.empty(), SampleRegions.id(db, code));
        new Memberships(db)
                .admit(By.product(), reporter, id, MemberRole.PENGELOLA, Instant.parse("2024-05-05T05:00:00Z"));
        return id;
    }

    private static Standings.Filter filter(Scope scope, Optional<Colour> colour) {
        return new Standings.Filter(2025, scope, Optional.empty(), colour, "");
    }

    private List<Standings.Line> list(Scope scope) {
        return standings.list(filter(scope, Optional.empty()), Order.down(Standings.POINTS), 10, 0);
    }

    @Test
    void they_are_what_the_score_says_of_each_library() {
        standings.refresh(NOON);

        var rules = new Rulebook(db).inForce(2025).rules();
        var scores = new Scores(db)
                .list(
                        new Scope.Everything(),
                        Optional.empty(),
                        rules,
                        ScorePeriod.ofYear(2025),
                        LocalDate.of(2025, 7, 10));
        assertThat(list(new Scope.Everything())).hasSameSizeAs(scores).allSatisfy(line -> {
            var score = scores.stream()
                    .filter(library -> library.libraryId() == line.libraryId())
                    .findFirst()
                    .map(library -> Score.of(rules, library.figures()))
                    .orElseThrow();
            assertThat(line.points()).isEqualByComparingTo(score.points());
            assertThat(line.colour()).isEqualTo(score.colour());
        });
        assertThat(list(new Scope.Everything()))
                .first()
                .extracting(Standings.Line::libraryId)
                .isEqualTo(best);
        assertThat(standings.findRun(2025))
                .hasValueSatisfying(run -> assertThat(run.at()).isEqualTo(NOON));
        assertThat(standings.findRun(2024)).isEmpty();
    }

    @Test
    void nothing_outside_of_a_scope_is_listed_or_counted() {
        standings.refresh(NOON);

        assertThat(list(PURWOREJO)).extracting(Standings.Line::libraryId).containsExactly(best, idle);
        assertThat(standings.count(filter(PURWOREJO, Optional.empty())))
                .containsEntry(Colour.YELLOW, 1)
                .containsEntry(Colour.GREY, 1)
                .containsEntry(Colour.GREEN, 0);
        assertThat(standings.countParts(filter(new Scope.Everything(), Optional.empty()), RegionLevel.REGENCY))
                .extracting(part -> part.region().code())
                .containsExactly("33.06", "33.07");
        assertThat(standings.list(filter(PURWOREJO, Optional.of(Colour.GREY)), Order.up(Standings.LAST), 10, 0))
                .extracting(Standings.Line::libraryId)
                .containsExactly(idle);
        assertThat(list(Scope.nothing())).isEmpty();
    }

    @Test
    void the_next_time_they_follow_what_has_changed() {
        standings.refresh(NOON);
        db.update(SUBMISSION).set(SUBMISSION.STATUS, "rejected").execute();
        db.execute("update library set active = false where id = " + elsewhere);

        standings.refresh(NOON.plusSeconds(300));

        assertThat(list(new Scope.Everything()))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.colour()).isEqualTo(Colour.GREY));
        assertThat(db.fetchCount(STANDING)).isEqualTo(2);
    }

    @Test
    void a_frozen_year_is_listed_as_it_was_frozen() {
        new Snapshots(db).freezeDue(Instant.parse("2026-01-15T17:00:00Z"));
        standings.refresh(Instant.parse("2026-01-16T05:00:00Z"));
        db.execute("update library set name = 'Nama baru' where id = " + best);

        assertThat(standings.frozenYears()).containsExactly(2025);
        assertThat(list(PURWOREJO)).first().satisfies(line -> {
            assertThat(line.name()).isEqualTo("Perpustakaan Cahaya Ilmu");
            assertThat(line.reports()).isEqualTo(31);
        });
        assertThat(standings.findRun(2025))
                .hasValueSatisfying(run -> assertThat(run.rules()).isEqualTo("KPI versi uji coba"));
    }
}
