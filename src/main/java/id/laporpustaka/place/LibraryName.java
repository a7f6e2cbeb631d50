package id.laporpustaka.place;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of a library's name, or of what somebody typed to find one.
///
/// @param telling those that tell it from others; all, if there are no such
record LibraryName(List<String> words, List<String> telling) {
    private static final int LONGEST = 120;
    private static final int MOST_WORDS = 10;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}'’]+");
    private static final Set<String> COMMON = Set.of(
            "perpustakaan",
            "perpus",
            "perpusdes",
            "desa",
            "kelurahan",
            "kel",
            "kecamatan",
            "umum",
            "tbm",
            "taman",
            "baca",
            "bacaan",
            "masyarakat",
            "pojok",
            "rumah");

    LibraryName {
        words = List.copyOf(words);
        telling = List.copyOf(telling);
    }

    static LibraryName of(String typed) {
        var beginning = typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
        var words = Arrays.stream(BETWEEN.split(beginning.toLowerCase(Locale.ROOT), -1))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        var telling = words.stream().filter(word -> !COMMON.contains(word)).toList();
        return new LibraryName(words, telling.isEmpty() ? words : telling);
    }
}
