package id.laporpustaka.form.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads numbers and amounts of money as Indonesians write them.
///
/// A dot before exactly three digits groups thousands and a comma is the decimal mark, as in Indonesian print;
/// where phones and habits differ from that, every meaning is returned. `java.text.NumberFormat` is never used:
/// it reads `1.5` as 15 without a word.
final class NumberReader {
    private static final Pattern NOTHING =
            Pattern.compile("-|nihil|kosong|nol|zero|none|no|nope|nobody|no one|nothing|(?:not|there (?:was|were))"
                + " (?:any|none|nobody)|tidak|tdk|tak|gak|ga|nggak|ngga|enggak|(?:(?:tidak|tdk|tdak|tak|gak|ga|nggak|ngga|enggak|gk|blm|belum)"
                + " ada|tanpa)");
    private static final Pattern FREE = Pattern.compile("gratis|free(?: of charge)?|swadaya|(?:tanpa|tidak ada|tdk ada"
            + "|gak ada|ga ada|no) (?:biaya|dana|anggaran|cost|costs)|cuma-cuma|0 rupiah");
    private static final Pattern ABOUT = Pattern.compile("±|\\+/?-|~"
            + "|(?<![a-z])(?:sekitar|skitar|sktr|kurang lebih|krg lbh|krang lbh|kira-kira|kira|hampir|lebih dari"
            + "|kurang dari|minimal|maksimal|about|around|almost|nearly|approximately|roughly|more than|less than"
            + "|over|at least|at most|up to)(?![a-z])");
    private static final Pattern LEAD = Pattern.compile("^(?:(?:habis|menghabiskan|biaya|biayanya|dananya|sebesar"
            + "|senilai|total|totalnya|jumlah|jumlahnya|sejumlah|sebanyak|semuanya|hanya|cuma|cuman|ada|kami|only|the"
            + "|it|was|were|we|had|spent)(?: ?: ?| +))++");
    private static final Pattern ABOUT_ENDING = Pattern.compile(
            "(?<=\\d|\\d rb|\\drb|\\d ribu|\\dribu|\\d jt|\\djt|\\d juta|\\djuta) ?-?an(?![a-z])|(?<=\\d)"
                    + " ?\\+$|(?<=\\d) ?lebih$|(?<=[a-z] (?:puluh|ratus|ribu|juta))an(?![a-z])");
    private static final Pattern IN_WORDS = Pattern.compile("([^()]*\\d[^()]*) ?\\(([^()]+)\\) ?([^()]*)");
    private static final Pattern EACH = Pattern.compile(
            " ?(?:/|(?<![a-z])per(?![a-z])) ?(?:bulan|bln|hari|hr|tahun|thn|minggu|mgg|orang|org|kegiatan|pertemuan)$");
    private static final Pattern CURRENCY =
            Pattern.compile("(?<![a-z])(?:rp|idr)\\.? ?(?=\\d|[a-z])|(?<![a-z])rupiah(?![a-z])");
    private static final Pattern NO_CENTS = Pattern.compile("(?<=\\d)[.,] ?-+");
    private static final Pattern UNIT = Pattern.compile(
            "(?<![a-z])(?:orang|org|orng|or|peserta|pengunjung|jiwa|buah|bh"
                + "|kali|x|eksemplar|eks|judul|pertemuan|sesi|people|persons?|participants|visitors|times|sessions)(?![a-z])");
    private static final Pattern BETWEEN = Pattern.compile(
            "(.*\\d[a-z ]*?) ?(?:-|s/d|s\\.d\\.?|(?<![a-z])(?:sd|sampai dengan|sampai|hingga|to|atau|or)(?![a-z]))"
                    + " ?(\\d.*)");
    private static final Pattern WORD = Pattern.compile("[a-z]+(?:-[a-z]+)*");
    private static final Pattern NEGATIVE = Pattern.compile("(?:-|minus|negatif) ?(.+)");

    private NumberReader() {}

    /// `units` are words that may stand beside the number, such as those of the question: `20 hari` answers
    /// "Berapa hari buka?".
    static NumberReading read(String typed, boolean money, Set<String> units) {
        var reading = read(typed, money);
        if (units.isEmpty() || !(reading instanceof NumberReading.NoNumber)) {
            return reading;
        }
        var text = Spelling.doubled(Spelling.plain(typed));
        var bare = WORD.matcher(text).replaceAll(match -> units.contains(match.group()) ? " " : match.group());
        return bare.equals(text) ? reading : read(bare.strip(), money);
    }

    /// `25 (dua puluh lima) orang` says the same twice; other things between brackets are not understood.
    static NumberReading read(String typed, boolean money) {
        var twice = IN_WORDS.matcher(Spelling.plain(typed));
        if (!twice.matches()) {
            return readOnce(typed, money);
        }
        var reading = readOnce(twice.group(1) + " " + twice.group(3), money);
        return reading.equals(readOnce(twice.group(2), money)) ? reading : new NumberReading.NoNumber();
    }

    private static NumberReading readOnce(String typed, boolean money) {
        var text = Spelling.zeros(Spelling.doubled(Spelling.plain(typed)));
        if (NOTHING.matcher(text).matches() || (money && FREE.matcher(text).matches())) {
            return new NumberReading.Exact(BigDecimal.ZERO, false);
        }
        var bare = NO_CENTS.matcher(CURRENCY.matcher(text).replaceAll(" ")).replaceAll("");
        bare = LEAD.matcher(bare.strip()).replaceFirst("");
        var exact = bare;
        for (var about : List.of(ABOUT, EACH)) {
            exact = about.matcher(exact).replaceAll(" ").strip();
        }
        exact = UNIT.matcher(exact).replaceAll(" ").strip();
        exact = ABOUT_ENDING.matcher(exact).replaceAll("").strip();
        var approximate = isApproximate(bare);
        if (BETWEEN.matcher(exact).matches()) {
            return between(exact);
        }
        var negative = NEGATIVE.matcher(exact);
        if (negative.matches()) {
            return switch (NumberTerms.read(negative.group(1))) {
                case NumberReading.Exact(var number, var _) -> new NumberReading.Exact(number.negate(), approximate);
                case NumberReading.Several _, NumberReading.NoNumber _ -> new NumberReading.NoNumber();
            };
        }
        return switch (NumberTerms.read(exact)) {
            case NumberReading.Exact(var number, var _) -> new NumberReading.Exact(number, approximate);
            case NumberReading.Several several -> several;
            case NumberReading.NoNumber none -> none;
        };
    }

    private static boolean isApproximate(String bare) {
        var withoutUnit = UNIT.matcher(bare).replaceAll(" ").strip();
        return findApproximation(bare).isPresent()
                || ABOUT_ENDING.matcher(withoutUnit).find();
    }

    private static Optional<String> findApproximation(String bare) {
        var about = ABOUT.matcher(bare);
        if (about.find()) {
            return Optional.of(about.group());
        }
        var each = EACH.matcher(bare);
        return each.find() ? Optional.of(each.group()) : Optional.empty();
    }

    private static NumberReading between(String text) {
        var ends = BETWEEN.matcher(text);
        if (ends.matches()
                && !(NumberTerms.read(ends.group(1).strip()) instanceof NumberReading.NoNumber)
                && !(NumberTerms.read(ends.group(2).strip()) instanceof NumberReading.NoNumber)) {
            return new NumberReading.Several(new AmbiguityKind.NumberRange(), List.of());
        }
        return new NumberReading.NoNumber();
    }
}
