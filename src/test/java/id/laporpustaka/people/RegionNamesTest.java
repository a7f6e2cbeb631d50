package id.laporpustaka.people;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.place.RegionLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionNamesTest {
    @ParameterizedTest
    @CsvSource({
        "PROVINCE, Jawa Tengah, JAWA  TENGAH",
        "PROVINCE, Jawa Tengah, Prov. Jawa Tengah",
        "PROVINCE, Daerah Istimewa Yogyakarta, D.I. Yogyakarta",
        "PROVINCE, Daerah Istimewa Yogyakarta, DIY",
        "PROVINCE, Daerah Khusus Ibukota Jakarta, DKI Jakarta",
        "REGENCY, Kabupaten Purworejo, Kab. Purworejo",
        "REGENCY, Kabupaten Purworejo, purworejo",
        "REGENCY, Kabupaten Kotabaru, Kota Baru",
        "REGENCY, Kota Administrasi Jakarta Selatan, Kota Adm. Jakarta Selatan",
        "REGENCY, Kota Administrasi Jakarta Selatan, Jakarta Selatan",
        "DISTRICT, Grabag, KEC. GRABAG",
        "VILLAGE, Harjobinangun, Desa Harjo Binangun",
        "VILLAGE, Ma'rang, Marang",
        "VILLAGE, Kampung Baru, Kampung Baru",
        "VILLAGE, Sungai Kali, Sungai-Kali"
    })
    void a_name_is_met_however_it_is_written(RegionLevel level, String name, String written) {
        assertThat(RegionNames.meanings(level, written)).anyMatch(RegionNames.keysOf(level, name)::contains);
    }

    @ParameterizedTest
    @CsvSource({
        "REGENCY, Kabupaten Semarang, Kota Semarang",
        "REGENCY, Kota Semarang, Kab. Semarang",
        "DISTRICT, Grabag, Grabak",
        "VILLAGE, Baru, ''"
    })
    void another_name_is_not_taken_for_it(RegionLevel level, String name, String written) {
        assertThat(RegionNames.meanings(level, written)).noneMatch(RegionNames.keysOf(level, name)::contains);
    }

    @Test
    void a_name_that_begins_with_its_kind_is_read_as_it_stands_first() {
        assertThat(RegionNames.meanings(RegionLevel.VILLAGE, "Kampung Baru"))
                .containsExactly("kampung baru", "kampungbaru", "baru");
    }
}
