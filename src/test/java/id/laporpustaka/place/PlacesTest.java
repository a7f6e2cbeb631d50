package id.laporpustaka.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import id.laporpustaka.db.FreshDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Test
    void regions_are_found_by_code_with_their_path_and_children() {
        SampleRegions.addTo(fresh.context());
        var regions = new Regions(fresh.context());

        var grabag = regions.findByCode("33.06.01").orElseThrow();

        assertThat(grabag.level()).isEqualTo(RegionLevel.DISTRICT);
        assertThat(regions.findById(grabag.id())).contains(grabag);
        assertThat(regions.listChildren(grabag.id()))
                .extracting(Region::title)
                .containsExactly("Desa Harjobinangun", "Desa Patutrejo");
        assertThat(regions.listPath("33.06.06.1007"))
                .extracting(Region::title)
                .containsExactly("Jawa Tengah", "Kab. Purworejo", "Kec. Purworejo", "Kel. Cangkrepkidul");
        assertThat(regions.listProvinces()).extracting(Region::code).containsExactly("33", "81");
        assertThat(regions.findByCode("99")).isEmpty();
    }

    @Test
    void a_library_is_read_as_it_was_added() {
        SampleRegions.addTo(fresh.context());
        var libraries = new Libraries(fresh.context());
        var village = SampleRegions.id(fresh.context(), "33.06.01.2001");

        var id = libraries.add(
                "Perpustakaan Cahaya Ilmu", LibraryType.DESA, Scheme.PENUH, Optional.of("3306012D0000001"), village);

        var library = libraries.findById(id).orElseThrow();
        assertThat(library.name()).isEqualTo("Perpustakaan Cahaya Ilmu");
        assertThat(library.npp()).contains("3306012D0000001");
        assertThat(library.region().title()).isEqualTo("Desa Harjobinangun");
        assertThat(library.active()).isTrue();
        assertThat(libraries.findAll(List.of(id, id + 1))).containsExactly(entry(id, library));
        assertThat(libraries.listInRegion(village)).containsExactly(library);
    }

    @ParameterizedTest
    @CsvSource({
        "33.06.01.2001, Asia/Jakarta",
        "11, Asia/Jakarta",
        "61.01, Asia/Jakarta",
        "51, Asia/Makassar",
        "53.02.08.2002, Asia/Makassar",
        "76, Asia/Makassar",
        "81.71, Asia/Jayapura",
        "96, Asia/Jayapura"
    })
    void the_province_decides_the_clock(String code, String zone) {
        assertThat(TimeZones.of(code)).hasToString(zone);
    }
}
