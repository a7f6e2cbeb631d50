package id.laporpustaka.summary;

import java.text.Normalizer;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The words that periods are made of, with the shortened and older spellings that people use.
final class PeriodWords {
    /// Each month's names, in Indonesian and English.
    private static final List<List<String>> MONTHS = List.of(
            List.of("januari", "jan", "january"),
            List.of("februari", "feb", "february", "pebruari", "peb"),
            List.of("maret", "mar", "mrt", "march"),
            List.of("april", "apr"),
            List.of("mei", "may"),
            List.of("juni", "jun", "june"),
            List.of("juli", "jul", "july"),
            List.of("agustus", "agu", "agt", "ags", "agst", "agust", "aug", "august"),
            List.of("september", "sep", "sept"),
            List.of("oktober", "okt", "oct", "october"),
            List.of("november", "nov", "nop", "nopember"),
            List.of("desember", "des", "dec", "december"));

    private static final Map<String, Month> MONTH_BY_NAME = monthByName();

    /// From a word to the one that stands for it; an empty one is left out.
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("yang", ""),
            Map.entry("yg", ""),
            Map.entry("the", ""),
            Map.entry("of", ""),
            Map.entry("in", ""),
            Map.entry("untuk", ""),
            Map.entry("selama", ""),
            Map.entry("periode", ""),
            Map.entry("pada", ""),
            Map.entry("for", ""),
            Map.entry("hr", "hari"),
            Map.entry("day", "hari"),
            Map.entry("days", "hari"),
            Map.entry("mgg", "minggu"),
            Map.entry("pekan", "minggu"),
            Map.entry("week", "minggu"),
            Map.entry("weeks", "minggu"),
            Map.entry("bln", "bulan"),
            Map.entry("month", "bulan"),
            Map.entry("months", "bulan"),
            Map.entry("tw", "triwulan"),
            Map.entry("kuartal", "triwulan"),
            Map.entry("quarter", "triwulan"),
            Map.entry("smt", "semester"),
            Map.entry("half", "semester"),
            Map.entry("thn", "tahun"),
            Map.entry("th", "tahun"),
            Map.entry("year", "tahun"),
            Map.entry("years", "tahun"),
            Map.entry("tgl", "tanggal"),
            Map.entry("kmrn", "kemarin"),
            Map.entry("kemaren", "kemarin"),
            Map.entry("seminggu", "1 minggu"),
            Map.entry("sepekan", "1 minggu"),
            Map.entry("sebulan", "1 bulan"),
            Map.entry("setahun", "1 tahun"),
            Map.entry("pertama", "1"),
            Map.entry("kesatu", "1"),
            Map.entry("kedua", "2"),
            Map.entry("ketiga", "3"),
            Map.entry("keempat", "4"),
            Map.entry("first", "1"),
            Map.entry("second", "2"),
            Map.entry("third", "3"),
            Map.entry("fourth", "4"),
            Map.entry("i", "1"),
            Map.entry("ii", "2"),
            Map.entry("iii", "3"),
            Map.entry("iv", "4"),
            Map.entry("satu", "1"),
            Map.entry("dua", "2"),
            Map.entry("tiga", "3"),
            Map.entry("empat", "4"),
            Map.entry("lima", "5"),
            Map.entry("enam", "6"),
            Map.entry("tujuh", "7"),
            Map.entry("sepuluh", "10"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("sd", "-"),
            Map.entry("s/d", "-"),
            Map.entry("sampai", "-"),
            Map.entry("hingga", "-"),
            Map.entry("until", "-"),
            Map.entry("dengan", ""));

    private static final Pattern ISO_DAY = Pattern.compile("\\b(20\\d\\d)-(\\d{1,2})-(\\d{1,2})\\b");
    private static final Pattern ISO_MONTH = Pattern.compile("\\b(20\\d\\d)-(0[1-9]|1[0-2])\\b");
    private static final Pattern ORDINAL_BEFORE_UNIT = Pattern.compile("\\b([1-4]) (triwulan|semester)\\b");

    private PeriodWords() {}

    /// The same in plain words: lower case, one spelling of each, one space between two, dashes only in ranges.
    static String normalise(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\u2010-\u2015]", "-")
                .replaceAll("s\\.?/?d\\.", "sd")
                .replaceAll("[^a-z0-9/-]+", " ");
        plain = ISO_DAY.matcher(plain).replaceAll("$1/$2/$3");
        plain = ISO_MONTH.matcher(plain).replaceAll("$1/$2");
        plain = plain.replaceAll("\\bke-", "ke ").replaceAll("(\\w+) to (?!hari|date)", "$1 - ");
        var words = new StringBuilder();
        for (var word : plain.replaceAll("-", " - ").trim().split(" +", -1)) {
            var known = WORDS.getOrDefault(word, word);
            if (!known.isEmpty()) {
                words.append(words.isEmpty() ? "" : " ").append(known);
            }
        }
        return ORDINAL_BEFORE_UNIT.matcher(words).replaceAll("$2 $1");
    }

    static Optional<Month> findMonth(String word) {
        return Optional.ofNullable(MONTH_BY_NAME.get(word));
    }

    private static Map<String, Month> monthByName() {
        var byName = new HashMap<String, Month>();
        for (var month : Month.values()) {
            MONTHS.get(month.getValue() - 1).forEach(name -> byName.put(name, month));
        }
        return Map.copyOf(byName);
    }
}
