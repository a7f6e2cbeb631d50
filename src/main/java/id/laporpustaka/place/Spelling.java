package id.laporpustaka.place;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Names as they sound: without accents, spaces and signs, and with one letter for those that Indonesia's old and
/// new spellings, and Javanese, exchange. The column `region.search_key` is made in the same way by the database.
final class Spelling {
    private static final Pattern KIND_OF_PROVINCE = Pattern.compile("^daerah (khusus ibukota|istimewa) ");
    private static final Pattern KIND_OF_REGENCY = Pattern.compile("^(kabupaten|kota) (administrasi )?");
    private static final Pattern KIND_OF_DISTRICT = Pattern.compile("^kecamatan ");
    private static final Pattern KIND_OF_VILLAGE = Pattern.compile("^desa adat ");
    private static final Pattern SIGNS = Pattern.compile("[^a-z0-9]");
    private static final Pattern DOUBLED = Pattern.compile("([a-z])\\1+");

    private Spelling() {}

    /// `Sido Mulyo`, `sidomulio` and `SIDOMOELYO` all give `sidomulio`.
    static String key(String text) {
        var plain = plain(text)
                .replace("oe", "u")
                .replace("dj", "j")
                .replace("tj", "c")
                .replace("dh", "d")
                .replace("th", "t")
                .replace('y', 'i')
                .replace('v', 'p')
                .replace('f', 'p')
                .replace('q', 'k')
                .replace('z', 'j');
        return DOUBLED.matcher(plain).replaceAll("$1");
    }

    /// The same for the name of a region in the data, without what it is: `Kabupaten Purworejo` gives
    /// `purworejo`.
    static String key(RegionLevel level, String name) {
        var kind = switch (level) {
            case PROVINCE -> KIND_OF_PROVINCE;
            case REGENCY -> KIND_OF_REGENCY;
            case DISTRICT -> KIND_OF_DISTRICT;
            case VILLAGE -> KIND_OF_VILLAGE;
        };
        return key(kind.matcher(lower(name)).replaceFirst(""));
    }

    /// Small letters and digits only, spelled as it was.
    static String plain(String text) {
        return SIGNS.matcher(lower(text)).replaceAll("");
    }

    /// Small letters without accents; signs and spaces stay.
    static String lower(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    }

    /// The groups of three letters in a key, as [id.laporpustaka.db.Trigrams] counts them.
    static Set<String> trigrams(String key) {
        var padded = "  " + key + " ";
        var trigrams = new HashSet<String>();
        for (var i = 0; i + 3 <= padded.length(); i++) {
            trigrams.add(padded.substring(i, i + 3));
        }
        return trigrams;
    }

    static double similarity(Set<String> one, Set<String> other) {
        var common = one.stream().filter(other::contains).count();
        return (double) common / (one.size() + other.size() - common);
    }
}
