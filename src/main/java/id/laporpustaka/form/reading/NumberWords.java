package id.laporpustaka.form.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Numbers in words, Indonesian and English.
final class NumberWords {
    /// From 0 to 9, and English up to 90 in words of their own.
    static final Map<String, Integer> UNITS = units();

    private static final String DIGIT = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan";
    private static final Pattern GLUED = Pattern.compile("(?<![a-z])(" + DIGIT + ")-?(puluh|belas|ratus|ribu|juta)");
    private static final Pattern ONE = Pattern.compile(
            "(?<![a-z])se(puluh|belas|ratus|ribu|juta|miliar|milyar|lusin|kodi|hari|minggu|bulan|tahun)(?![a-z])");
    private static final String WORD = "(?:" + String.join("|", UNITS.keySet()) + "|belas|puluh|ratus|hundred)";
    private static final Pattern WORDS = Pattern.compile("(?<![a-z])" + WORD + "(?![a-z])(?:(?<=hundred) and(?= " + WORD
            + "(?![a-z]))|[ -]" + WORD + "(?![a-z]))*+");

    private static final String IN_TEXT =
            "(?:(?:" + DIGIT + ")-?(?:puluh|belas|ratus)|se(?:puluh|belas|ratus)|" + WORD + ")";
    /// An expression for a number below a thousand in words, as people write them.
    static final String RUN = "(?<![a-z])" + IN_TEXT + "(?![a-z])(?:[ -](?:and )?" + IN_TEXT + "(?![a-z])){0,6}+";

    private NumberWords() {}

    /// `duapuluh` is `dua puluh`, `seratus` is `satu ratus`, `seminggu` is `satu minggu`.
    static String apart(String plain) {
        var apart = GLUED.matcher(plain).replaceAll("$1 $2");
        return ONE.matcher(apart).replaceAll("satu $1");
    }

    /// Whether a word is a number or scales one: `lima`, `ratus`, `juta`.
    static boolean isNumber(String word) {
        return !(NumberTerms.read("satu " + word) instanceof NumberReading.NoNumber)
                || !(NumberTerms.read(word) instanceof NumberReading.NoNumber);
    }

    /// Numbers below a thousand in words become digits: `dua puluh lima orang` is `25 orang`.
    static String asDigits(String plain) {
        return WORDS.matcher(apart(plain))
                .replaceAll(match -> switch (NumberTerms.read(match.group().replace('-', ' '))) {
                    case NumberReading.Exact(var number, var _) -> number.toPlainString();
                    case NumberReading.Several _, NumberReading.NoNumber _ -> match.group();
                });
    }

    private static Map<String, Integer> units() {
        var words = new LinkedHashMap<String, Integer>();
        var indonesian = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split(" ", -1);
        var english = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                .concat(" fifteen sixteen seventeen eighteen nineteen")
                .split(" ", -1);
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
