package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.Regions;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScopeTest {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    /// From the code of a region to the library there.
    private final Map<String, Long> libraries = new TreeMap<>();

    @BeforeEach
    void prepare() {
        var db = fresh.context();
        SampleRegions.addTo(db);
        for (var code : List.of("33.06", "33.06.01.2001", "33.06.01.2002", "33.06.06.1007", "33.07.01.2001", "81.71")) {
            var id = new Libraries(db)
                    .add(
                            "Library in " + code,
                            LibraryType.DESA,
                            Scheme.PENUH,
                            Optional.empty(),
                            SampleRegions.id(db, code));
            libraries.put(code, id);
        }
    }

    @Test
    void a_region_holds_itself_and_all_within_it_and_nothing_beside_it() {
        assertThat(seen(Scope.ofRegion("33.06")))
                .containsExactly("33.06", "33.06.01.2001", "33.06.01.2002", "33.06.06.1007");
        assertThat(seen(Scope.ofRegion("33.06.01"))).containsExactly("33.06.01.2001", "33.06.01.2002");
        assertThat(seen(Scope.ofRegion("33.06.01.2001"))).containsExactly("33.06.01.2001");
        assertThat(seen(Scope.ofRegion("81"))).containsExactly("81.71");
        assertThat(seen(Scope.ofRegion("33.0"))).isEmpty();
    }

    @Test
    void regions_and_single_libraries_add_up() {
        var scope = new Scope.Parts(new TreeSet<>(Set.of("33.06.01", "33.07")), Set.of(library("81.71")));

        assertThat(seen(scope)).containsExactly("33.06.01.2001", "33.06.01.2002", "33.07.01.2001", "81.71");
    }

    @Test
    void an_empty_scope_matches_nothing_and_everything_all() {
        assertThat(seen(Scope.nothing())).isEmpty();
        assertThat(Scope.nothing().isEmpty()).isTrue();
        assertThat(seen(new Scope.Everything())).hasSize(libraries.size());
    }

    @Test
    void regions_within_regions_are_dropped() {
        var scope = new Scope.Parts(new TreeSet<>(Set.of("33.06", "33.06.01", "33.06.01.2001", "33.07.01")), Set.of());

        assertThat(scope.regionCodes()).containsExactly("33.06", "33.07.01");
    }

    @Test
    void a_reporter_sees_only_libraries_that_have_accepted_them_and_reviews_none() {
        var actor =
                actor(List.of(reporting(library("33.06.01.2001"), true), reporting(library("33.06.01.2002"), false)));

        assertThat(seen(Scope.of(actor))).containsExactly("33.06.01.2001");
        assertThat(seen(Scope.ofDuties(actor))).isEmpty();
    }

    @Test
    void duties_give_their_regions_and_libraries() {
        var fasda = actor(List.of(), new Duty(Role.FASDA, Optional.empty(), Set.of(library("33.07.01.2001"))));
        var mixed =
                actor(List.of(reporting(library("81.71"), true)), new Duty(Role.PIC_KAB, region("33.06"), Set.of()));

        assertThat(seen(Scope.of(fasda))).containsExactly("33.07.01.2001");
        assertThat(seen(Scope.of(mixed)))
                .containsExactly("33.06", "33.06.01.2001", "33.06.01.2002", "33.06.06.1007", "81.71");
        assertThat(seen(Scope.ofDuties(mixed))).doesNotContain("81.71");
    }

    @Test
    void only_national_roles_without_a_region_see_everything() {
        assertThat(Scope.of(actor(List.of(), new Duty(Role.ADMIN, Optional.empty(), Set.of()))))
                .isEqualTo(new Scope.Everything());
        assertThat(Scope.of(actor(List.of(), new Duty(Role.NASIONAL, Optional.empty(), Set.of()))))
                .isEqualTo(new Scope.Everything());
        assertThat(Scope.of(actor(List.of(), new Duty(Role.FASDA, Optional.empty(), Set.of())))
                        .isEmpty())
                .isTrue();
        assertThat(seen(Scope.of(actor(List.of(), new Duty(Role.ADMIN, region("33.07"), Set.of())))))
                .containsExactly("33.07.01.2001");
    }

    /// What the SQL gives; asserts that Java agrees about every library.
    private List<String> seen(Scope scope) {
        var codes = fresh.context()
                .select(REGION.CODE)
                .from(LIBRARY)
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .where(ScopeCondition.restrict(scope))
                .orderBy(REGION.CODE)
                .fetch(REGION.CODE);
        libraries.forEach((code, id) -> assertThat(scope.includes(id, code)).isEqualTo(codes.contains(code)));
        return codes;
    }

    private long library(String code) {
        return requireNonNull(libraries.get(code));
    }

    private Optional<Region> region(String code) {
        return new Regions(fresh.context()).findByCode(code);
    }

    private static Reporting reporting(long library, boolean accepted) {
        return new Reporting(library, "A library", "Desa", ZoneId.of("Asia/Jakarta"), accepted);
    }

    private static Actor actor(List<Reporting> reportsFor, Duty... duties) {
        return new Actor(1, 1001, "Sari", "id", true, reportsFor, List.of(duties));
    }
}
