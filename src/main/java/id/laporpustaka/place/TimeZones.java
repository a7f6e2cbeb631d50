package id.laporpustaka.place;

import java.time.ZoneId;
import java.util.Set;

/// Which of Indonesia's three clocks a region lives by. It has no summer time.
public final class TimeZones {
    private static final ZoneId WESTERN = ZoneId.of("Asia/Jakarta");
    private static final ZoneId CENTRAL = ZoneId.of("Asia/Makassar");
    private static final ZoneId EASTERN = ZoneId.of("Asia/Jayapura");

    private static final Set<String> CENTRAL_PROVINCES =
            Set.of("51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76");
    private static final Set<String> EASTERN_PROVINCES = Set.of("81", "82", "91", "92", "93", "94", "95", "96");

    private TimeZones() {}

    /// The zone of the province that a region lies in: WIB, WITA or WIT (Keputusan Presiden 41/1987).
    ///
    /// @param code the dotted code of a region of any level
    public static ZoneId of(String code) {
        var province = code.substring(0, RegionLevel.PROVINCE.codeLength());
        if (EASTERN_PROVINCES.contains(province)) {
            return EASTERN;
        }
        return CENTRAL_PROVINCES.contains(province) ? CENTRAL : WESTERN;
    }
}
