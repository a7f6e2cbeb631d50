package id.laporpustaka.form.reading;

import id.laporpustaka.form.Language;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.Value;
import id.laporpustaka.form.reading.MessageText.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the numbers of a message that stand beside the words of the question they answer: `buka 22 hari` answers
/// "Berapa hari perpustakaan buka?", `pinjam buku 85` answers "Berapa buku dipinjam?".
///
/// A number whose words belong to several questions answers none.
final class CountPass {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d.,/])(?:\\d{1,3}(?:\\.\\d{3})+|\\d{1,7}|"
            + NumberWords.RUN + ")(?![\\d/]|[.,]\\d)(?:\\s?-?an(?![a-z]))?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}-]*\\p{L}");
    private static final Pattern WORD_BEFORE = Pattern.compile("(\\p{L}[\\p{L}-]*)[ :=±~]*\\z");
    private static final Pattern WORD_AFTER = Pattern.compile("^[ :=]*(\\p{L}[\\p{L}-]*)");
    private static final Set<String> UNITS = Set.of(
            ("orang org orng or jiwa buah bh unit eksemplar eks ada total jumlah sebanyak sejumlah sekitar kurang"
                            + " lebih lbh yang yg dan people persons the of was were about around")
                    .split(" ", -1));
    private static final Set<String> ABOUT = Set.of("sekitar", "kurang", "lebih", "lbh", "about", "around");
    /// Words of questions that say nothing of what is counted.
    private static final Set<String> COMMON = Set.of(
            ("berapa berapakah jumlah jumlahnya ada yang dan atau dengan untuk orang contoh tulis kalau tidak boleh"
                            + " misalnya lewat perpustakaan apakah kira-kira how many much the was were are and for"
                            + " example write there none number people library did your you through who")
                    .split(" ", -1));

    private final MessageText message;
    private final QuickFindings findings;
    private final boolean hasTitle;
    private final Map<Question, Map<String, Integer>> words = new HashMap<>();

    CountPass(QuickForm form, MessageText message, QuickFindings findings) {
        this.message = message;
        this.findings = findings;
        this.hasTitle = form.findText("title").isPresent();
        form.listUnmarkedNumbers().forEach(question -> words.put(question, wordsOf(question)));
    }

    void run() {
        if (!words.isEmpty()) {
            var segments = message.segments();
            Spans.list(message, NUMBER)
                    .forEach(number -> segments.stream()
                            .filter(segment -> segment.overlaps(number))
                            .findFirst()
                            .ifPresent(segment -> take(segment, number)));
        }
    }

    private void take(Part segment, Part number) {
        var before = words(segment, number, true);
        var after = words(segment, number, false);
        var asked = findAsked(before, after);
        var reading = NumberReader.read(message.lowPart(number), false);
        if (asked.isEmpty() || !(reading instanceof NumberReading.Exact(var count, var approximate))) {
            return;
        }
        var first = run(asked.get(), before);
        var last = run(asked.get(), after);
        var isAbout = approximate
                || Stream.concat(first.stream(), last.stream()).anyMatch(word -> ABOUT.contains(word.text()));
        var start = (isAnyones(before) && reaches(before, segment) ? before : first)
                .stream().mapToInt(word -> word.place().start()).min().orElse(number.start());
        var end = (isAnyones(after) && reaches(after, segment) ? after : last)
                .stream().mapToInt(word -> word.place().end()).max().orElse(number.end());
        var span = new Part(start, end);
        findings.put(asked.get(), new Value.Whole(count.longValueExact()), message.part(span), isAbout);
        if (!hasTitle || span.equals(segment)) {
            message.take(span);
        }
    }

    /// `pengguna internet 30`: words that are those of another question, up to the end, belong to this number, too.
    private boolean isAnyones(List<Word> beside) {
        return beside.stream()
                .allMatch(word -> UNITS.contains(word.text())
                        || words.keySet().stream().anyMatch(question -> weight(question, word.text()) > 0));
    }

    private static boolean reaches(List<Word> beside, Part segment) {
        return beside.stream()
                .map(Word::place)
                .anyMatch(place -> place.start() == segment.start() || place.end() == segment.end());
    }

    /// What stands before the number counts first: in `pakai komputer 30 orang pinjam buku 85` it belongs to the 30.
    private Optional<Question> findAsked(List<Word> before, List<Word> after) {
        var byBefore = findBest(List.copyOf(words.keySet()), question -> score(question, before));
        if (byBefore.size() == 1) {
            return Optional.of(byBefore.getFirst());
        }
        var candidates = byBefore.isEmpty() ? List.copyOf(words.keySet()) : byBefore;
        var byAfter = findBest(candidates, question -> score(question, after));
        return byAfter.size() == 1 ? Optional.of(byAfter.getFirst()) : Optional.empty();
    }

    private static List<Question> findBest(List<Question> questions, ToIntFunction<Question> score) {
        var best = questions.stream().mapToInt(score).max().orElse(0);
        return best == 0
                ? List.of()
                : questions.stream()
                        .filter(question -> score.applyAsInt(question) == best)
                        .toList();
    }

    private int score(Question question, List<Word> beside) {
        return run(question, beside).stream()
                .map(Word::text)
                .distinct()
                .mapToInt(word -> weight(question, word))
                .sum();
    }

    /// The words from the number on that are those of the question, or units.
    private List<Word> run(Question question, List<Word> beside) {
        return beside.stream()
                .takeWhile(word -> UNITS.contains(word.text()) || weight(question, word.text()) > 0)
                .toList();
    }

    /// 0 for a word that is not one of the question.
    private int weight(Question question, String word) {
        return words.getOrDefault(question, Map.of()).entrySet().stream()
                .filter(own -> isSame(own.getKey(), word))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    /// `pinjam` and `dipinjam`, `pakai` and `memakai` are the same.
    private static boolean isSame(String own, String word) {
        if (own.equals(word)) {
            return true;
        }
        var shorter = own.length() < word.length() ? own : word;
        var longer = own.length() < word.length() ? word : own;
        return (shorter.length() >= 4 && longer.contains(shorter))
                || (shorter.length() >= 5
                        && "kpst".indexOf(shorter.charAt(0)) >= 0
                        && longer.endsWith(shorter.substring(1)));
    }

    /// From the number outwards, as far as nothing but spaces stands between them.
    private List<Word> words(Part segment, Part number, boolean before) {
        var found = new ArrayList<Word>();
        var from = before ? segment.start() : number.end();
        var to = before ? number.start() : segment.end();
        while (true) {
            var rest = message.lowPart(new Part(from, to));
            var matcher = (before ? WORD_BEFORE : WORD_AFTER).matcher(rest);
            if (!matcher.find()) {
                return found;
            }
            found.add(new Word(matcher.group(1), new Part(from + matcher.start(1), from + matcher.end(1))));
            if (before) {
                to = from + matcher.start(1);
            } else {
                from += matcher.end(1);
            }
        }
    }

    /// Those of the label weigh more than those of the hint.
    private static Map<String, Integer> wordsOf(Question question) {
        var words = new HashMap<String, Integer>();
        for (var language : Language.values()) {
            question.hint().ifPresent(hint -> putWords(words, hint.in(language), 1));
            putWords(words, question.label().in(language), 2);
        }
        return Map.copyOf(words);
    }

    private static void putWords(Map<String, Integer> words, String text, int weight) {
        WORD.matcher(Spelling.plain(text))
                .results()
                .map(match -> match.group())
                .filter(word -> word.length() >= 3 && !COMMON.contains(word) && !NumberWords.isNumber(word))
                .forEach(word -> words.merge(word, weight, Math::max));
    }

    /// A word with its place in the message.
    private record Word(String text, Part place) {}
}
