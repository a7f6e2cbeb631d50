package id.laporpustaka.place;

import java.util.Map;
import java.util.Optional;

/// What a name names, as said by the word before it.
enum Narrowing {
    VILLAGE(RegionLevel.VILLAGE),
    DISTRICT(RegionLevel.DISTRICT),
    KABUPATEN(RegionLevel.REGENCY),
    KOTA(RegionLevel.REGENCY),
    PROVINCE(RegionLevel.PROVINCE);

    private static final Map<String, Narrowing> WORDS = Map.ofEntries(
            Map.entry("desa", VILLAGE),
            Map.entry("ds", VILLAGE),
            Map.entry("adat", VILLAGE),
            Map.entry("kel", VILLAGE),
            Map.entry("kelurahan", VILLAGE),
            Map.entry("nagari", VILLAGE),
            Map.entry("gampong", VILLAGE),
            Map.entry("pekon", VILLAGE),
            Map.entry("kec", DISTRICT),
            Map.entry("kecamatan", DISTRICT),
            Map.entry("distrik", DISTRICT),
            Map.entry("kapanewon", DISTRICT),
            Map.entry("kemantren", DISTRICT),
            Map.entry("kab", KABUPATEN),
            Map.entry("kabupaten", KABUPATEN),
            Map.entry("kota", KOTA),
            Map.entry("kotamadya", KOTA),
            Map.entry("kodya", KOTA),
            Map.entry("prov", PROVINCE),
            Map.entry("provinsi", PROVINCE),
            Map.entry("propinsi", PROVINCE),
            Map.entry("dki", PROVINCE));

    private final RegionLevel level;

    Narrowing(RegionLevel level) {
        this.level = level;
    }

    static Optional<Narrowing> find(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }

    RegionLevel level() {
        return level;
    }

    /// Whether it is said of the region with this code. Cities have the numbers from 71 on.
    boolean isSaidOf(String code) {
        return code.length() == level.codeLength()
                && switch (this) {
                    case KABUPATEN -> !isCity(code);
                    case KOTA -> isCity(code);
                    case VILLAGE, DISTRICT, PROVINCE -> true;
                };
    }

    private static boolean isCity(String code) {
        return code.charAt(RegionLevel.PROVINCE.codeLength() + 1) >= '7';
    }
}
