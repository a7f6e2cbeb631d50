package id.laporpustaka.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.conversation.PlaceChoice;
import id.laporpustaka.conversation.SummaryAsk.Place;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlaceFinderTest {
    private static final Instant NOW = Instant.parse("2025-08-20T03:00:00Z");
    private static final Scope PURWOREJO = Scope.ofRegion("33.06");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private long pelita;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        pelita = library("TBM Pelita", "33.06.01.2001");
        library("TBM Pelita Hati", "33.06.01.2002");
        library("TBM Lancar", "33.07.01.2001");
    }

    private long library(String name, String code) {
        return new Libraries(db)
                .add(name, LibraryType.TBM, Scheme.MANDIRI, Optional.empty(), SampleRegions.id(db, code));
    }

    @Test
    void a_region_is_found_by_its_very_name_with_or_without_what_it_is() {
        for (var typed : List.of("kec. grabag", "kecamatan grabag", "grabag", "district grabag")) {
            assertThat(find(PURWOREJO, typed).place()).as(typed).contains(region("33.06.01"));
        }
        assertThat(find(PURWOREJO, "desa patutrejo").place()).contains(region("33.06.01.2002"));
        assertThat(find(new Scope.Everything(), "kota ambon").place()).contains(region("81.71"));
    }

    @Test
    void what_it_is_tells_regions_of_one_name_apart_and_without_it_the_person_chooses() {
        assertThat(find(PURWOREJO, "kab. purworejo").place()).contains(region("33.06"));
        assertThat(find(PURWOREJO, "kec. purworejo").place()).contains(region("33.06.06"));

        var unclear = find(PURWOREJO, "purworejo");

        assertThat(unclear.place()).isEmpty();
        assertThat(unclear.choice().places())
                .extracting(PlaceChoice.Found::code)
                .containsExactlyInAnyOrder(code(region("33.06")), code(region("33.06.06")));
    }

    @Test
    void a_library_is_found_by_its_very_name_and_similar_ones_are_offered() {
        assertThat(find(PURWOREJO, "tbm pelita").place()).contains(new Place.OfLibrary(pelita));

        var similar = find(PURWOREJO, "tbm pelit");

        assertThat(similar.place()).isEmpty();
        assertThat(similar.choice().places())
                .extracting(PlaceChoice.Found::title)
                .contains("TBM Pelita, Desa Harjobinangun");
    }

    @Test
    void what_lies_elsewhere_is_neither_found_nor_offered_and_said_to_lie_there() {
        for (var typed : List.of("kab. wonosobo", "wonosobo")) {
            var found = find(PURWOREJO, typed);

            assertThat(found.place()).isEmpty();
            assertThat(found.choice()).isEqualTo(new PlaceChoice(List.of(), true, "Kab. Purworejo"));
        }
        var library = find(PURWOREJO, "tbm lancar");
        assertThat(library.place()).isEmpty();
        assertThat(library.choice().places()).noneMatch(place -> place.title().contains("Lancar"));
    }

    @Test
    void what_is_nowhere_is_not_said_to_be_elsewhere() {
        assertThat(find(PURWOREJO, "kec. antahberantah").choice())
                .isEqualTo(new PlaceChoice(List.of(), false, "Kab. Purworejo"));
        assertThat(find(Scope.nothing(), "grabag").place()).isEmpty();
    }

    private PlaceFinder.Found find(Scope scope, String typed) {
        return new PlaceFinder(db, scope, "Kab. Purworejo").find(typed, NOW);
    }

    private Place region(String code) {
        return new Place.OfRegion(SampleRegions.id(db, code));
    }

    private static String code(Place place) {
        return "r" + Long.toString(((Place.OfRegion) place).id(), Character.MAX_RADIX);
    }
}
