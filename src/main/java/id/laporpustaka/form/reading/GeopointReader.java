package id.laporpustaka.form.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a place on earth from text: decimal degrees, degrees with minutes and seconds, links of map services that
/// hold the coordinates. Short links do not hold them, and nothing is fetched.
final class GeopointReader {
    private static final String DECIMAL = "([-+]?\\d{1,3}(?:[.,]\\d{1,15})?) ?d?";
    private static final String SIDE =
            "(?: ?(lintang selatan|lintang utara|bujur timur|bujur barat|ls|lu|bt|bb|s|n|e|w))?";
    private static final Pattern PAIR = Pattern.compile("(?:lat(?:itude)? ?[:=]? ?)?" + DECIMAL + SIDE
            + "(?: ?[,;] ?| )(?:(?:long?|lng|longitude) ?[:=]? ?)?" + DECIMAL + SIDE);
    private static final String DEGREES =
            "(-?\\d{1,3}) ?[d:] ?(\\d{1,2}) ?['m:] ?(\\d{1,2}(?:[.,]\\d{1,9})?) ?(?:\"|'')?";
    private static final Pattern SEXAGESIMAL = Pattern.compile(DEGREES + SIDE + "(?: ?[,;] ?| )" + DEGREES + SIDE);
    private static final String IN_LINK = "(-?\\d{1,2}\\.\\d{1,15}),(?:\\+|%20)?(-?\\d{1,3}\\.\\d{1,15})";
    /// The marked place counts, not the middle of the map.
    private static final Pattern MARKED = Pattern.compile("!3d(-?\\d{1,2}\\.\\d{1,15})!4d(-?\\d{1,3}\\.\\d{1,15})");
    private static final Pattern LINK = Pattern.compile(
            "(?:[?&](?:q|ll|query|center|destination|daddr|sll)=(?:loc:)?|@|/place/|/search/|geo:)" + IN_LINK);
    private static final Pattern OSM =
            Pattern.compile("[?&]mlat=(-?\\d{1,2}\\.\\d{1,15})&mlon=(-?\\d{1,3}\\.\\d{1,15})");
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final int SCALE = 7;

    private GeopointReader() {}

    /// In degrees, north and east positive, at most seven decimals (about a centimetre).
    record Coordinates(BigDecimal latitude, BigDecimal longitude) {}

    static Optional<Coordinates> find(String typed) {
        var text = Spelling.plain(typed.replaceAll("[°º]", "d").replaceAll("[“”]", "\""))
                .replace("%2c", ",");
        if (text.contains("://") || text.startsWith("geo:") || text.contains("maps")) {
            return findInLink(text);
        }
        var bare = text.replaceAll("^(?:koordinat|lokasi|titik|location|coordinates)(?: ?: ?| )", "")
                .replaceAll("^\\((.*)\\)$", "$1");
        var pair = PAIR.matcher(bare);
        if (pair.matches()) {
            return decimal(pair);
        }
        var sexagesimal = SEXAGESIMAL.matcher(bare);
        return sexagesimal.matches() ? sexagesimal(sexagesimal) : Optional.empty();
    }

    private static Optional<Coordinates> findInLink(String link) {
        return Stream.of(MARKED, OSM, LINK)
                .map(pattern -> pattern.matcher(link))
                .filter(Matcher::find)
                .findFirst()
                .flatMap(found -> check(new BigDecimal(found.group(1)), new BigDecimal(found.group(2))));
    }

    private static Optional<Coordinates> decimal(MatchResult pair) {
        if (pair.group(1).indexOf('.') < 0 && pair.group(1).indexOf(',') < 0) {
            return Optional.empty();
        }
        return ordered(
                new BigDecimal(pair.group(1).replace(',', '.')),
                pair.group(2),
                new BigDecimal(pair.group(3).replace(',', '.')),
                pair.group(4));
    }

    private static Optional<Coordinates> sexagesimal(MatchResult match) {
        return ordered(degrees(match, 1), match.group(4), degrees(match, 5), match.group(8));
    }

    private static BigDecimal degrees(MatchResult match, int first) {
        var whole = new BigDecimal(match.group(first));
        var seconds = new BigDecimal(match.group(first + 2).replace(',', '.'));
        var minutes = new BigDecimal(match.group(first + 1)).add(seconds.divide(SIXTY, 12, RoundingMode.HALF_UP));
        var fraction = minutes.divide(SIXTY, 12, RoundingMode.HALF_UP);
        return match.group(first).startsWith("-") ? whole.subtract(fraction) : whole.add(fraction);
    }

    /// The letters say which is which; without them the latitude comes first, unless it can only be a longitude.
    private static Optional<Coordinates> ordered(
            BigDecimal first, @Nullable String firstSide, BigDecimal second, @Nullable String secondSide) {
        var one = signed(first, firstSide);
        var other = signed(second, secondSide);
        var swapped = firstSide == null ? one.abs().compareTo(BigDecimal.valueOf(90)) > 0 : isLongitude(firstSide);
        return swapped ? check(other, one) : check(one, other);
    }

    private static BigDecimal signed(BigDecimal degrees, @Nullable String side) {
        return side != null && side.matches("s|w|ls|bb|lintang selatan|bujur barat")
                ? degrees.abs().negate()
                : degrees;
    }

    private static boolean isLongitude(String side) {
        return side.matches("e|w|bt|bb|bujur timur|bujur barat");
    }

    private static Optional<Coordinates> check(BigDecimal latitude, BigDecimal longitude) {
        var fits = latitude.abs().compareTo(BigDecimal.valueOf(90)) <= 0
                && longitude.abs().compareTo(BigDecimal.valueOf(180)) <= 0;
        return fits ? Optional.of(new Coordinates(rounded(latitude), rounded(longitude))) : Optional.empty();
    }

    private static BigDecimal rounded(BigDecimal degrees) {
        return degrees.scale() > SCALE ? degrees.setScale(SCALE, RoundingMode.HALF_UP) : degrees;
    }
}
