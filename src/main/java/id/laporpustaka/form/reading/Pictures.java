package id.laporpustaka.form.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Emoji that people put before the lines of a report in place of words.
final class Pictures {
    /// Stand for men and women until they are counted; no one types them.
    static final String MAN = "\uE0F0";

    static final String WOMAN = "\uE0F1";

    private static final Map<String, String> WORDS = words();
    private static final List<String> ORDER = List.copyOf(WORDS.keySet());
    private static final Replacements AS_WORDS = asWords();
    private static final Pattern MEN = Pattern.compile("[\\x{1F466}\\x{1F468}\\x{1F474}\\x{2642}]");
    private static final Pattern WOMEN = Pattern.compile("[\\x{1F467}\\x{1F469}\\x{1F475}\\x{1F9D5}\\x{2640}]");

    private Pictures() {}

    /// Emoji with a meaning become marks that outlive the cleaning of the text.
    static String marked(String text) {
        var marked = MEN.matcher(text).replaceAll(MAN);
        marked = WOMEN.matcher(marked).replaceAll(WOMAN);
        for (var picture : WORDS.keySet()) {
            marked = marked.replace(picture, "\n" + mark(picture));
        }
        return marked;
    }

    /// Without marks for people that were not counted.
    static String without(String text) {
        return text.replace(MAN, " ").replace(WOMAN, " ");
    }

    /// The marks become words, unless a word with a colon follows anyway.
    static String asWords(String marked) {
        return AS_WORDS.in(marked);
    }

    /// A character of the private use area, which no one types.
    private static String mark(String picture) {
        return String.valueOf((char) (0xE000 + ORDER.indexOf(picture)));
    }

    private static Replacements asWords() {
        var replacements = new ArrayList<String>();
        WORDS.forEach((picture, word) -> replacements.addAll(
                List.of(mark(picture) + " *(?=[\\p{L}/, ]{1,30}:)", "", mark(picture) + " *", word + ": ")));
        return Replacements.of(replacements.toArray(String[]::new));
    }

    private static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("\uD83D\uDCC5", "Tanggal");
        words.put("\uD83D\uDDD3", "Tanggal");
        words.put("\uD83D\uDCC6", "Tanggal");
        words.put("\uD83D\uDCCD", "Tempat");
        words.put("\uD83D\uDC65", "Peserta");
        words.put("\uD83D\uDCB0", "Biaya");
        words.put("\uD83E\uDD1D", "Mitra");
        return words;
    }
}
