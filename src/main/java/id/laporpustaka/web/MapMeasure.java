package id.laporpustaka.web;

import java.util.Locale;
import java.util.stream.Stream;

/// What the tiles of the map tell by their shade. The names in lower case are in addresses and never change.
enum MapMeasure {
    /// The share of the libraries that have reported in the period.
    MELAPOR,
    /// The share of the libraries that are green in this year's score.
    HIJAU,
    /// How many reports there are, against the region with most.
    LAPORAN,
    /// How many people took part, against the region with most.
    PESERTA;

    String code() {
        return this == MELAPOR ? "" : name().toLowerCase(Locale.ROOT);
    }

    /// The usual one, if there is no such measure.
    static MapMeasure of(String code) {
        return Stream.of(values())
                .filter(measure -> measure.code().equals(code))
                .findFirst()
                .orElse(MELAPOR);
    }
}
