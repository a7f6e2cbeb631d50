package id.laporpustaka.place;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.when;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Field;

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

    /// The same within a statement: what is to be taken for the zone of a region.
    public static <T> Field<T> choose(Field<String> code, Function<ZoneId, Field<T>> ofZone) {
        var province = left(code, inline(RegionLevel.PROVINCE.codeLength()));
        return when(province.in(inlined(CENTRAL_PROVINCES)), ofZone.apply(CENTRAL))
                .when(province.in(inlined(EASTERN_PROVINCES)), ofZone.apply(EASTERN))
                .otherwise(ofZone.apply(WESTERN));
    }

    private static List<Field<String>> inlined(Collection<String> codes) {
        return codes.stream().sorted().map(code -> (Field<String>) inline(code)).toList();
    }
}
