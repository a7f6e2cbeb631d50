package id.laporpustaka.form.reading;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The choices whose labels are ranges of numbers, such as `Remaja (13-17 tahun)` and `Di atas Rp5 juta`.
///
/// A bare number is taken only where it can be neither a place in the list nor an amount without its `ribu`.
final class ChoiceRanges {
    private static final String NUMBER = "(?:rp|idr)?\\.? ?(\\d[\\d.,]*)";
    private static final String SCALE = "(?: ?(ribu|rb|thousand|juta|jt|million))?";
    private static final Pattern BETWEEN =
            Pattern.compile(NUMBER + SCALE + " ?(?:-|sampai|to) ?" + NUMBER + SCALE + "(?![\\d.,])");
    private static final Pattern BELOW =
            Pattern.compile("(?:di bawah|kurang dari|below|under|less than) " + NUMBER + SCALE);
    private static final Pattern ABOVE =
            Pattern.compile("(?:di atas|lebih dari|above|over|more than) " + NUMBER + SCALE);
    private static final Pattern FROM = Pattern.compile(
            NUMBER + SCALE + " ?(?:tahun |orang )?(?:ke atas|atau lebih|and over|and above|or more|\\+)");
    private static final Pattern OTHER_THAN_LETTERS = Pattern.compile("[^a-z]+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Set<String> YEARS = Set.of(
            "tahun", "thn", "th", "umur", "usia", "umurnya", "usianya", "years", "year", "old", "age", "aged", "per",
            "bulan");
    private static final BigDecimal LEAST_AMOUNT = BigDecimal.valueOf(1_000);

    private final List<Range> ranges;
    private final int choices;
    private final boolean scaled;

    ChoiceRanges(List<Choice> choices) {
        this.choices = choices.size();
        this.ranges =
                choices.stream().flatMap(choice -> findRange(choice).stream()).toList();
        this.scaled = choices.stream().anyMatch(choice -> hasScale(label(choice)));
    }

    /// Those that hold the number; none if the text is no number.
    List<String> codes(String typed) {
        if (ranges.isEmpty()) {
            return List.of();
        }
        var text = Spelling.plain(typed);
        return NumberReader.read(text, true, units()) instanceof NumberReading.Exact(var number, var _)
                        && isMeant(text, number)
                ? ranges.stream()
                        .filter(range -> range.holds().test(number))
                        .map(Range::code)
                        .toList()
                : List.of();
    }

    private Set<String> units() {
        return Stream.concat(YEARS.stream(), ranges.stream().flatMap(range -> range.words().stream()))
                .filter(word -> !NumberWords.isNumber(word))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isMeant(String text, BigDecimal number) {
        return scaled
                ? number.signum() > 0 && number.compareTo(LEAST_AMOUNT) >= 0
                : !DIGITS.matcher(text).matches() || number.compareTo(BigDecimal.valueOf(choices)) > 0;
    }

    private static Optional<Range> findRange(Choice choice) {
        var label = label(choice);
        return findTest(label)
                .map(test -> new Range(
                        choice.code(),
                        test,
                        OTHER_THAN_LETTERS
                                .splitAsStream(label)
                                .filter(word -> word.length() > 1)
                                .collect(Collectors.toUnmodifiableSet())));
    }

    private static Optional<Predicate<BigDecimal>> findTest(String label) {
        var between = BETWEEN.matcher(label);
        if (between.find()) {
            var upperScale = Optional.ofNullable(between.group(4)).orElse("");
            var lower =
                    read(between.group(1), Optional.ofNullable(between.group(2)).orElse(upperScale));
            var upper = read(between.group(3), upperScale);
            return lower.flatMap(
                    least -> upper.map(most -> number -> number.compareTo(least) >= 0 && number.compareTo(most) <= 0));
        }
        var below = BELOW.matcher(label);
        if (below.find()) {
            return read(below.group(1), below.group(2)).map(end -> number -> number.compareTo(end) < 0);
        }
        var above = ABOVE.matcher(label);
        if (above.find()) {
            return read(above.group(1), above.group(2)).map(end -> number -> number.compareTo(end) > 0);
        }
        var from = FROM.matcher(label);
        return from.find()
                ? read(from.group(1), from.group(2)).map(start -> number -> number.compareTo(start) >= 0)
                : Optional.empty();
    }

    private static Optional<BigDecimal> read(String digits, @Nullable String scale) {
        return NumberReader.read(digits + " " + (scale == null ? "" : scale), true)
                        instanceof NumberReading.Exact(var number, var _)
                ? Optional.of(number)
                : Optional.empty();
    }

    private static boolean hasScale(String label) {
        return label.matches(".*\\d ?(?:ribu|rb|juta|jt)(?![a-z]).*");
    }

    private static String label(Choice choice) {
        return Spelling.plain(choice.label().in(Language.INDONESIAN));
    }

    private record Range(String code, Predicate<BigDecimal> holds, Set<String> words) {}
}
