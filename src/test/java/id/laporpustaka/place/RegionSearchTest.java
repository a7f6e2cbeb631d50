package id.laporpustaka.place;

import static id.laporpustaka.db.generated.Tables.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Over all regions of the country.
class RegionSearchTest {
    @RegisterExtension
    static final FreshDatabase FRESH = new FreshDatabase();

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private final RegionSearch search = new RegionSearch(FRESH.context());

    @BeforeAll
    static void loadTheCountry() {
        new RegionLoader(FRESH.database()).load();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Harjobinangun grabag                            | Desa Harjobinangun, Kec. Grabag, Kab. Purworejo
        HARJOBINANGUN PURWOREJO                         | Desa Harjobinangun, Kec. Grabag, Kab. Purworejo
        Harjo  binangun, Purworejo                      | Desa Harjobinangun, Kec. Grabag, Kab. Purworejo
        harjobinangn                                    | Desa Harjobinangun, Kec. Grabag, Kab. Purworejo
        ds.Harjobinangun                                | Desa Harjobinangun, Kec. Grabag, Kab. Purworejo
        Hárjöbinangun, kec. grabag                      | Desa Harjobinangun, Kec. Grabag, Kab. Purworejo
        purworejo butuh sidomulio                       | Desa Sidomulyo, Kec. Butuh, Kab. Purworejo
        ds. Sido Mulyo kec Butuh                        | Desa Sidomulyo, Kec. Butuh, Kab. Purworejo
        kec. Butuh, kab. Purworejo, desa Sidomulyo      | Desa Sidomulyo, Kec. Butuh, Kab. Purworejo
        sidomulyo kecamatan butuh prov jateng           | Desa Sidomulyo, Kec. Butuh, Kab. Purworejo
        Kel. Cangkrep kidul                             | Kel. Cangkrepkidul, Kec. Purworejo, Kab. Purworejo
        kelurahan sidomulyo kota bengkulu               | Kel. Sidomulyo, Kec. Gading Cempaka, Kota Bengkulu
        harjobinangun kec. grabak kab. purwarejo        | Desa Harjobinangun, Kec. Grabag, Kab. Purworejo
        desa adat yoboi                                 | Desa Adat Yoboi, Kec. Sentani, Kab. Jayapura
        desa baru barat                                 | Desa Desa Baru Barat, Kec. Ranah Batahan, Kab. Pasaman Barat
        soka'an                                         | Desa Soka"an, Kec. Krejengan, Kab. Probolinggo
        33.06.01.2001                                   | Desa Harjobinangun, Kec. Grabag, Kab. Purworejo
        33.06.01                                        | Desa Harjobinangun, Kec. Grabag, Kab. Purworejo
        """)
    void a_village_is_found_by_what_people_type(String typed, String title) {
        assertThat(search.find(typed, 0, 8).results())
                .first()
                .extracting(FoundRegion::title)
                .isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        kec. Bener               | DISTRICT | Kec. Bener, Kab. Purworejo
        purworejo pasuruan       | DISTRICT | Kec. Purworejo, Kota Pasuruan
        33.06.01                 | DISTRICT | Kec. Grabag, Kab. Purworejo
        Purworejo                | REGENCY  | Kab. Purworejo, Jawa Tengah
        purwerejo                | REGENCY  | Kab. Purworejo, Jawa Tengah
        kota magelang            | REGENCY  | Kota Magelang, Jawa Tengah
        Kab. Magelang            | REGENCY  | Kab. Magelang, Jawa Tengah
        kotabaru                 | REGENCY  | Kab. Kotabaru, Kalimantan Selatan
        solo                     | REGENCY  | Kota Surakarta, Jawa Tengah
        jateng                   | PROVINCE | Jawa Tengah
        prov. jawa tengah        | PROVINCE | Jawa Tengah
        DKI Jakarta              | PROVINCE | Daerah Khusus Ibukota Jakarta
        jogja                    | PROVINCE | Daerah Istimewa Yogyakarta
        """)
    void larger_regions_are_found_too(String typed, RegionLevel level, String title) {
        assertThat(search.find(typed, level, 0, 8).results())
                .first()
                .extracting(FoundRegion::title)
                .isEqualTo(title);
    }

    @Test
    void exact_names_come_first_then_beginnings_then_similar_ones() {
        assertThat(search.find("Grabag", RegionLevel.DISTRICT, 0, 100).results())
                .extracting(FoundRegion::title)
                .startsWith("Kec. Grabag, Kab. Purworejo", "Kec. Grabag, Kab. Magelang");
        assertThat(search.find("ngadirjo", 0, 100).results())
                .extracting(found -> found.region().name())
                .contains("Ngadirejo", "Ngadirejan");
        assertThat(search.find("lancar", 0, 100).results())
                .extracting(found -> found.region().name())
                .startsWith("Lancar", "Lancar")
                .contains("Lancang");
    }

    @Test
    void equals_near_the_given_region_come_first() {
        var found = search.find("sidomulyo", RegionLevel.VILLAGE, "33.06.10.2001", 0, 5);

        assertThat(found.results())
                .extracting(FoundRegion::title)
                .startsWith(
                        "Desa Sidomulyo, Kec. Butuh, Kab. Purworejo", "Desa Sidomulyo, Kec. Purworejo, Kab. Purworejo");
        assertThat(found.results())
                .allMatch(it -> it.province().orElseThrow().code().equals("33"));
        assertThat(found.more()).isTrue();
    }

    @Test
    void pages_follow_each_other_without_gap_or_double() {
        var all = search.find("sidomulyo", 0, 100);

        var first = search.find("sidomulyo", 0, 40);
        var second = search.find("sidomulyo", 40, 40);

        assertThat(all.results().subList(0, 40)).isEqualTo(first.results());
        assertThat(all.results().subList(40, 80)).isEqualTo(second.results());
        assertThat(first.more()).isTrue();
        assertThat(search.find("harjobinangun grabag", 0, 1).results()).hasSize(1);
        assertThat(search.find("harjobinangun grabag", 500, 8)).isEqualTo(new RegionPage(List.of(), false));
    }

    @Test
    void where_only_a_larger_region_is_named_its_villages_are_found() {
        assertThat(search.find("kec. Grabag kab. Purworejo", 0, 100).results())
                .hasSize(32)
                .allMatch(found -> found.region().code().startsWith("33.06.01."));
    }

    @Test
    void a_found_region_carries_all_that_it_lies_in() {
        var found = search.find("33.06.01.2001", 0, 1).results().getFirst();

        assertThat(found.region().level()).isEqualTo(RegionLevel.VILLAGE);
        assertThat(found.district()).map(Region::code).contains("33.06.01");
        assertThat(found.regency()).map(Region::title).contains("Kab. Purworejo");
        assertThat(found.province()).map(Region::name).contains("Jawa Tengah");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3306012001", "33 06 01 2001", "12345", "33.06.01.20011", "33.6.1.2001", "", " ", ".", ",,,"})
    void what_has_no_word_in_it_finds_nothing(String typed) {
        assertThat(search.find(typed, 0, 8)).isEqualTo(new RegionPage(List.of(), false));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostile_input_is_answered_soon_and_without_an_exception(String typed) {
        for (var level : RegionLevel.values()) {
            var begun = System.nanoTime();

            var found = search.find(typed, level, typed, 0, 8);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
            assertThat(found.results()).hasSizeLessThanOrEqualTo(8);
        }
    }

    static List<String> hostile() {
        return List.of(
                "sidomulyo ".repeat(1_000),
                "a".repeat(10_000),
                "qwertyuiopasdfghjkl ".repeat(20),
                "kabupatenpurworejo".repeat(10),
                "baru tanjung sungai kota jaya indah makmur sari ",
                "ab ".repeat(3_333),
                "1".repeat(10_000),
                "%",
                "_",
                "%sido%",
                "s_d_m_ly_",
                "'; drop table region; --",
                "\"\\'\\\\",
                "👩‍👧‍👦 desa 🏠",
                "\uD83D sidomulyo \uDE00",
                "\u0000sidomulyo\u0000",
                "سيدوموليو",
                "{0} ? :name ${x}",
                "*+=^",
                "desa desa desa desa",
                "kec. kab. prov.",
                "kota",
                "a, b; c | d (e) [f]");
    }

    @Test
    void limits_and_offsets_out_of_range_are_brought_into_it() {
        assertThat(search.find("sidomulyo", -5, 0).results()).hasSize(1);
        assertThat(search.find("sidomulyo", Integer.MAX_VALUE, Integer.MAX_VALUE)
                        .results())
                .isEmpty();
    }

    @Test
    void the_database_writes_names_as_java_does() {
        var regions = FRESH.context()
                .select(REGION.LEVEL, REGION.NAME, REGION.SEARCH_KEY)
                .from(REGION)
                .fetch();

        assertThat(regions)
                .hasSize(91_599)
                .allMatch(row -> row.value3().equals(Spelling.key(RegionLevel.of(row.value1()), row.value2())));
    }
}
