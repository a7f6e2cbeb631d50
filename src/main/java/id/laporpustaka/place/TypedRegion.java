package id.laporpustaka.place;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody typed to find a region, in words.
///
/// Which of them are the name and which say where it lies is not known: every row of neighbouring words may be the
/// name, and the others then narrow the search. See [#readings].
final class TypedRegion {
    /// The longest path from a village up to its province is shorter.
    private static final int CHARACTERS = 200;

    private static final int WORDS = 8;
    /// No name is longer.
    private static final int LETTERS = 50;

    private static final int DIGITS = 4;

    private static final Pattern SILENT = Pattern.compile("[\\p{M}'’‘`´ʼ\"“”]+");
    private static final Pattern BREAK = Pattern.compile("[,;()\\[\\]\\n\\r|]");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

    /// How people shorten the names of larger regions.
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("diy", "yogyakarta"),
            Map.entry("jogja", "yogyakarta"),
            Map.entry("yogya", "yogyakarta"),
            Map.entry("jogjakarta", "yogyakarta"),
            Map.entry("solo", "surakarta"),
            Map.entry("sumut", "sumaterautara"),
            Map.entry("sumbar", "sumaterabarat"),
            Map.entry("sumsel", "sumateraselatan"),
            Map.entry("kepri", "kepulauanriau"),
            Map.entry("babel", "bangkabelitung"),
            Map.entry("jabar", "jawabarat"),
            Map.entry("jateng", "jawatengah"),
            Map.entry("jatim", "jawatimur"),
            Map.entry("ntb", "nusatenggarabarat"),
            Map.entry("ntt", "nusatenggaratimur"),
            Map.entry("kalbar", "kalimantanbarat"),
            Map.entry("kalteng", "kalimantantengah"),
            Map.entry("kalsel", "kalimantanselatan"),
            Map.entry("kaltim", "kalimantantimur"),
            Map.entry("kaltara", "kalimantanutara"),
            Map.entry("sulut", "sulawesiutara"),
            Map.entry("sulteng", "sulawesitengah"),
            Map.entry("sulsel", "sulawesiselatan"),
            Map.entry("sultra", "sulawesitenggara"),
            Map.entry("sulbar", "sulawesibarat"),
            Map.entry("malut", "malukuutara"));

    private final List<Word> words;

    private TypedRegion(List<Word> words) {
        this.words = words;
    }

    /// @param group counts the parts between commas; no name reaches over one
    private record Word(String text, int group, Optional<Narrowing> marker) {}

    /// A word that says where the region lies.
    ///
    /// @param key as it sounds
    /// @param marker what the word before it says that it names
    record Where(String key, Optional<Narrowing> marker) {}

    /// One way to read what was typed.
    ///
    /// @param key the words of the name, as they sound
    /// @param plain the same, spelled as typed
    /// @param marker what the word before the name says
    /// @param literal the name begins with a word that mostly is none, as in the village `Desa Baru`
    /// @param where the other words
    record Reading(String key, String plain, Optional<Narrowing> marker, boolean literal, List<Where> where) {
        Reading {
            where = List.copyOf(where);
        }
    }

    static TypedRegion parse(String typed) {
        var words = new ArrayList<Word>();
        var group = 0;
        for (var part : BREAK.split(simplify(typed), -1)) {
            for (var text : BETWEEN.split(part, -1)) {
                if (!text.isEmpty() && text.length() <= LETTERS && !isLongNumber(text) && words.size() < WORDS) {
                    words.add(new Word(text, group, Narrowing.find(text)));
                }
            }
            group++;
        }
        return new TypedRegion(
                words.stream().anyMatch(word -> !isNumber(word.text())) ? List.copyOf(words) : List.of());
    }

    private static String simplify(String typed) {
        var beginning = typed.length() <= CHARACTERS ? typed : typed.substring(0, CHARACTERS);
        return SILENT.matcher(Normalizer.normalize(beginning, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /// Names have numbers of up to three digits; codes of ten digits are never names.
    private static boolean isLongNumber(String text) {
        return text.length() > DIGITS && isNumber(text);
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    /// All ways to read it as the name of a region of this level, those with the longest names first.
    List<Reading> readings(RegionLevel level) {
        var readings = new ArrayList<Reading>();
        for (var length = words.size(); length > 0; length--) {
            for (var from = 0; from + length <= words.size(); from++) {
                if (mayBeName(from, from + length, level)) {
                    var reading = reading(from, from + length, level);
                    if (isPossible(reading.key()) && !readings.contains(reading)) {
                        readings.add(reading);
                    }
                }
            }
        }
        return readings;
    }

    private static boolean isPossible(String key) {
        return key.length() > 1 && key.length() <= LETTERS;
    }

    private boolean mayBeName(int from, int to, RegionLevel level) {
        if (words.get(from).group() != words.get(to - 1).group()
                || words.subList(from, to).stream()
                        .allMatch(word -> word.marker().isPresent())) {
            return false;
        }
        var first = words.get(from).marker();
        if (first.isPresent()
                && first.orElseThrow() != Narrowing.KOTA
                && first.orElseThrow().level() != level) {
            return false;
        }
        if (words.stream().anyMatch(word -> isMarker(word, level))) {
            return isMarker(words.get(from), level) || (from > 0 && isMarker(words.get(from - 1), level));
        }
        return markerBefore(from).isEmpty();
    }

    private static boolean isMarker(Word word, RegionLevel level) {
        return word.marker().filter(marker -> marker.level() == level).isPresent();
    }

    private Optional<Narrowing> markerBefore(int index) {
        return index == 0 ? Optional.empty() : words.get(index - 1).marker();
    }

    private Reading reading(int from, int to, RegionLevel level) {
        var name = new StringBuilder();
        words.subList(from, to).forEach(word -> name.append(word.text()));
        var where = where(from, to);
        var plain = where.isEmpty() && level != RegionLevel.VILLAGE ? inFull(name.toString()) : name.toString();
        return new Reading(Spelling.key(plain), plain, markerBefore(from), isMarker(words.get(from), level), where);
    }

    boolean hasOneWord() {
        return words.stream().filter(word -> word.marker().isEmpty()).count() == 1;
    }

    /// All words as what the region lies in, none as its name.
    List<Where> where() {
        return where(0, 0);
    }

    /// The words outside of a row, but for the markers.
    private List<Where> where(int from, int to) {
        var where = new ArrayList<Where>();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if ((i < from || i >= to) && word.marker().isEmpty()) {
                where.add(new Where(Spelling.key(inFull(word.text())), markerBefore(i)));
            }
        }
        return where;
    }

    private static String inFull(String text) {
        return SHORT.getOrDefault(text, text);
    }
}
