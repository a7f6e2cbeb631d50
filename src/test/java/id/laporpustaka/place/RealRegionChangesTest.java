package id.laporpustaka.place;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.REGION_FORMER;
import static id.laporpustaka.db.generated.Tables.REGION_SUCCESSOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.place.RegionChange.Added;
import id.laporpustaka.place.RegionChange.Ended;
import id.laporpustaka.place.RegionChange.Ending;
import id.laporpustaka.place.RegionChange.Named;
import id.laporpustaka.place.RegionChange.Recoded;
import id.laporpustaka.place.RegionChange.Renamed;
import id.laporpustaka.place.RegionChange.Respelled;
import id.laporpustaka.place.RegionUpdate.Kind;
import id.laporpustaka.place.RegionUpdate.Problem;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// From idn-area-data 3.1.2 to 4.0.1, as they are.
class RealRegionChangesTest {
    private static final String OLD = "idn-area-data 3.1.2";
    private static final LocalDate OLD_FROM = LocalDate.of(2022, 2, 14);
    private static final LocalDate NEW_FROM = LocalDate.of(2025, 4, 25);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Test
    void the_whole_country_goes_from_one_version_to_the_next() throws URISyntaxException {
        var changes = new RegionChanges(fresh.database());
        var regions = new Regions(fresh.context());
        assertThat(changes.apply(changes.preview(old()), Map.of(), OLD_FROM))
                .isEqualTo(new RegionUpdate.Done(0, 0, 0, 91_592, 0, 0, 0, 0));
        var tolisu = regions.findByCode("72.01.09.2015").orElseThrow();
        var klawalu = regions.findByCode("96.71.02.1005").orElseThrow();
        var tomor = regions.findByCode("93.04.08.2007").orElseThrow();
        var libraries = new Libraries(fresh.context());
        var inTolisu = add(libraries, tolisu);
        var inTomor = add(libraries, tomor);

        var begun = System.nanoTime();
        var set = changes.preview(RegionVersion.builtIn());
        var previewed = System.nanoTime();

        assertThat(set.from()).isEqualTo(OLD);
        assertThat(set.to()).isEqualTo(RegionLoader.VERSION);
        assertThat(set.list(Respelled.class)).hasSize(711).contains(new Respelled(region("33"), "Jawa Tengah"));
        assertThat(set.list(Renamed.class)).hasSize(191).anySatisfy(it -> {
            assertThat(it.region().code()).isEqualTo("36.02.28");
            assertThat(it.name()).isEqualTo("Cigemblong");
            assertThat(it.unlike()).isFalse();
        });
        assertThat(set.list(Renamed.class).stream().filter(Renamed::unlike))
                .extracting(it -> it.region().name())
                .contains("Mdona Hyera");
        assertThat(set.list(Recoded.class))
                .hasSize(125)
                .contains(
                        new Recoded(tolisu, new Named("72.01.24.2001", "Tolisu"), true),
                        new Recoded(klawalu, new Named("96.71.02.1001", "Klawalu"), false));
        assertThat(set.list(Added.class)).hasSize(11).startsWith(new Added(new Named("72.01.24", "Toili Jaya")));
        assertThat(set.list(Ended.class))
                .extracting(it -> it.region().name(), Ended::ending)
                .containsExactly(
                        tuple("Watunggarandu", Ending.MERGED),
                        tuple("Rukuwa", Ending.UNCLEAR),
                        tuple("Jetetkun", Ending.UNCLEAR),
                        tuple("Tomor", Ending.UNCLEAR));
        var unclear = set.listUnclear();
        assertThat(unclear).allMatch(it -> it.suggestions().size() == 5);

        assertThat(changes.apply(set, Map.of(), NEW_FROM))
                .isEqualTo(new RegionUpdate.Refused(unclear.stream()
                        .map(it -> new Problem(Kind.UNDECIDED, it.region().id()))
                        .toList()));

        var decisions = Map.of(
                unclear.get(0).region().id(), List.<String>of(),
                unclear.get(1).region().id(), List.of("93.02.17.2006"),
                tomor.id(), List.of("93.04.08.2001"));
        var applying = System.nanoTime();
        var done = changes.apply(set, decisions, NEW_FROM);
        var applied = System.nanoTime();

        assertThat(done).isEqualTo(new RegionUpdate.Done(711, 202, 125, 11, 4, 1, 0, 0));
        assertThat(fresh.context()
                        .select(REGION.CODE, REGION.NAME)
                        .from(REGION)
                        .where(REGION.VALID_TO.isNull())
                        .fetchMap(REGION.CODE, REGION.NAME))
                .isEqualTo(RegionVersion.builtIn().names());
        assertThat(changes.preview(RegionVersion.builtIn()).changes()).isEmpty();
        assertThat(misplaced()).isZero();
        // the id stays, and the old code still finds it
        assertThat(regions.findById(tolisu.id()).orElseThrow().code()).isEqualTo("72.01.24.2001");
        assertThat(regions.findByCode("72.01.09.2015")).map(Region::id).contains(tolisu.id());
        assertThat(regions.findAll(List.of("72.01.09.2015", "96.71.02.1005")).values())
                .extracting(Region::id)
                .containsExactlyInAnyOrder(tolisu.id(), klawalu.id());
        assertThat(new RegionSearch(fresh.context()).find("72.01.09.2015", 0, 8).results())
                .extracting(FoundRegion::title)
                .containsExactly("Desa Tolisu, Kec. Toili Jaya, Kab. Banggai");
        assertThat(libraries.findById(inTolisu).orElseThrow().region().id()).isEqualTo(tolisu.id());
        assertThat(libraries.findById(inTomor).orElseThrow().region().code()).isEqualTo("93.04.08.2001");
        assertThat(regions.listSuccessors(tomor.id())).extracting(Region::code).containsExactly("93.04.08.2001");

        var before = everything();
        assertThat(changes.apply(set, decisions, NEW_FROM)).isEqualTo(new RegionUpdate.AlreadyDone());
        assertThat(everything()).isEqualTo(before);
        assertThat(new RegionLoader(fresh.database()).load()).isFalse();

        var took = Duration.ofNanos(previewed - begun + applied - applying);
        System.out.printf(
                "idn-area-data 3.1.2 -> 4.0.1: preview %d ms, apply %d ms%n",
                Duration.ofNanos(previewed - begun).toMillis(),
                Duration.ofNanos(applied - applying).toMillis());
        assertThat(took).isLessThan(LONGEST);
    }

    private static RegionVersion old() throws URISyntaxException {
        var zip = Objects.requireNonNull(
                RealRegionChangesTest.class.getResource("/regions/idn-area-data-3.1.2/regions.zip"));
        var read = (RegionReading.Accepted) RegionVersion.read(Path.of(zip.toURI()), OLD);
        return read.version();
    }

    private Region region(String code) {
        return new Regions(fresh.context()).findByCode(code).orElseThrow();
    }

    private static long add(Libraries libraries, Region region) {
        return libraries.add(
                "Perpustakaan " + region.name(), LibraryType.DESA, Scheme.MANDIRI, Optional.empty(), region.id());
    }

    /// Present regions that do not lie in the present region whose code theirs begins with.
    private int misplaced() {
        var parent = REGION.as("parent");
        return fresh.context()
                .fetchCount(fresh.context()
                        .selectOne()
                        .from(REGION)
                        .leftJoin(parent)
                        .on(parent.ID.eq(REGION.PARENT_ID))
                        .and(parent.VALID_TO.isNull())
                        .and(REGION.CODE.startsWith(parent.CODE))
                        .where(REGION.VALID_TO.isNull())
                        .and(REGION.LEVEL.gt((short) 1))
                        .and(parent.ID.isNull()));
    }

    private List<?> everything() {
        return List.of(
                fresh.context().selectFrom(REGION).orderBy(REGION.ID).fetch(),
                fresh.context()
                        .selectFrom(REGION_FORMER)
                        .orderBy(REGION_FORMER.REGION_ID)
                        .fetch(),
                fresh.context()
                        .selectFrom(REGION_SUCCESSOR)
                        .orderBy(REGION_SUCCESSOR.REGION_ID)
                        .fetch(),
                fresh.context().selectFrom(LIBRARY).orderBy(LIBRARY.ID).fetch());
    }
}
