package id.laporpustaka.people;

import id.laporpustaka.place.RegionLevel;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Names of regions as keys, so that what was written in a sheet meets the name in the data whatever its case,
/// spaces, signs and the word for its kind: `KEC. GRABAG`, `Grabag`, `Kecamatan Grabag`.
final class RegionNames {
    private static final Pattern WITHIN_A_WORD = Pattern.compile("[\\p{M}'’‘`]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Set<String> PROVINCE = Set.of("prov", "provinsi", "propinsi");
    private static final List<String> OF_A_PROVINCE =
            List.of("daerah khusus ibukota ", "daerah istimewa ", "daerah khusus ", "dki ", "di ", "d i ");
    private static final Set<String> DISTRICT = Set.of("kec", "kecamatan", "distrik", "kapanewon", "kemantren");
    private static final Set<String> VILLAGE =
            Set.of("desa", "ds", "kel", "kelurahan", "kalurahan", "kampung", "nagari", "gampong", "pekon", "negeri");

    private RegionNames() {}

    /// What a region of the data answers to.
    static Set<String> keysOf(RegionLevel level, String name) {
        var words = words(name);
        return switch (level) {
            case PROVINCE -> Set.of(join(withoutTitle(words)));
            case REGENCY ->
                Set.of(
                        join(regency(words)),
                        join(regency(words).subList(1, regency(words).size())));
            case DISTRICT, VILLAGE -> new LinkedHashSet<>(List.of(String.join(" ", words), join(words)));
        };
    }

    /// What a text may mean, the likelier first: a name that begins with the word for its kind may be meant as it
    /// stands, as in Kampung Baru.
    static List<String> meanings(RegionLevel level, String text) {
        var words = words(text);
        var meanings = new LinkedHashSet<String>();
        switch (level) {
            case PROVINCE -> meanings.add(join(withoutTitle(without(PROVINCE, words))));
            case REGENCY -> meanings.add(join(regency(words)));
            case DISTRICT -> {
                addBoth(words, meanings);
                addBoth(without(DISTRICT, words), meanings);
            }
            case VILLAGE -> {
                addBoth(words, meanings);
                addBoth(without(VILLAGE, words), meanings);
            }
        }
        meanings.remove("");
        return List.copyOf(meanings);
    }

    /// With its spaces first: Lubuk Pakam I, II is not Lubuk Pakam III.
    private static void addBoth(List<String> words, Set<String> meanings) {
        meanings.add(String.join(" ", words));
        meanings.add(join(words));
    }

    /// What a text says about the kind of a village, as the first digit of the last part of its code may be; empty
    /// if it says nothing.
    static String kindsOf(String village) {
        var words = words(village);
        if (words.size() < 2) {
            return "";
        }
        return switch (words.getFirst()) {
            case "kel", "kelurahan" -> "1";
            case "desa", "ds" -> "23";
            default -> "";
        };
    }

    /// Letters and digits of a name in lower case, for comparing names of libraries.
    static String squash(String name) {
        return join(words(name));
    }

    /// At least two words if the first says what kind it is.
    private static List<String> regency(List<String> words) {
        var all = new ArrayList<>(words);
        if (all.size() > 1 && (all.getFirst().equals("kab") || all.getFirst().equals("kabupaten"))) {
            all.set(0, "kabupaten");
        }
        if (all.size() > 2 && (all.get(1).equals("adm") || all.get(1).equals("administrasi"))) {
            all.remove(1);
        }
        return all;
    }

    private static List<String> without(Set<String> kinds, List<String> words) {
        return words.size() > 1 && kinds.contains(words.getFirst()) ? words.subList(1, words.size()) : words;
    }

    private static List<String> withoutTitle(List<String> words) {
        var name = String.join(" ", words);
        for (var title : OF_A_PROVINCE) {
            if (name.startsWith(title)) {
                return words(name.substring(title.length()));
            }
        }
        return name.equals("diy") ? List.of("yogyakarta") : words;
    }

    private static List<String> words(String text) {
        var lower = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var letters = WITHIN_A_WORD.matcher(lower).replaceAll("");
        var plain = BETWEEN_WORDS.matcher(letters).replaceAll(" ").strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split(" ", -1));
    }

    private static String join(List<String> words) {
        return String.join("", words);
    }
}
