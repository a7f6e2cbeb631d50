package id.laporpustaka.form.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers in words, Indonesian and English.
final class NumberWords {
    /// From 0 to 9, and English up to 90.
    static final Map<String, Integer> UNITS = units();

    private static final String DIGIT = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan";
    private static final Pattern GLUED = Pattern.compile("(?<![a-z])(" + DIGIT + ")-?(puluh|belas|ratus|ribu|juta)");
    private static final Pattern ONE = Pattern.compile(
            "(?<![a-z])se(puluh|belas|ratus|ribu|juta|miliar|milyar|lusin|kodi|hari|minggu|bulan|tahun)(?![a-z])");
    private static final Pattern BELOW_A_THOUSAND =
            Pattern.compile("(?<![a-z0-9])(?:(?:(" + DIGIT + ") ratus ?)?" + "(?:(" + DIGIT + ") belas|(?:(" + DIGIT
                    + ") puluh ?)?(" + DIGIT + "|one|two|three|four|five|six)?))(?![a-z])");

    private NumberWords() {}

    /// `duapuluh` is `dua puluh`, `seratus` is `satu ratus`, `seminggu` is `satu minggu`.
    static String apart(String plain) {
        var apart = GLUED.matcher(plain).replaceAll("$1 $2");
        return ONE.matcher(apart).replaceAll("satu $1");
    }

    /// Numbers below a thousand in words become digits: `dua puluh lima orang` is `25 orang`.
    static String asDigits(String plain) {
        return BELOW_A_THOUSAND.matcher(apart(plain)).replaceAll(match -> {
            if (match.group().isBlank()) {
                return match.group();
            }
            var number = 100 * unit(match.group(1)) + 10 * unit(match.group(3)) + unit(match.group(4));
            number += match.group(2) == null ? 0 : 10 + unit(match.group(2));
            return number + (match.group().endsWith(" ") ? " " : "");
        });
    }

    private static int unit(@Nullable String word) {
        return word == null ? 0 : UNITS.getOrDefault(word, 0);
    }

    private static Map<String, Integer> units() {
        var words = new LinkedHashMap<String, Integer>();
        var indonesian = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split(" ", -1);
        var english = "zero one two three four five six seven eight nine ten eleven twelve".split(" ", -1);
        var tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);
        for (var i = 0; i < indonesian.length; i++) {
            words.put(indonesian[i], i);
        }
        for (var i = 0; i < english.length; i++) {
            words.put(english[i], i);
        }
        for (var i = 0; i < tens.length; i++) {
            words.put(tens[i], 20 + 10 * i);
        }
        words.put("dlapan", 8);
        words.put("tuju", 7);
        return words;
    }
}
