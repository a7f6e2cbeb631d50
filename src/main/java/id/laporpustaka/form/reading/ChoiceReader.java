package id.laporpustaka.form.reading;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.Value;
import id.laporpustaka.form.expression.Suggestion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the choices that a typed text means: by code, label, an unambiguous beginning of a label or of one of its
/// words,
/// or any of these misspelt a little; and by a word for yes or no.
final class ChoiceReader {
    private static final Pattern SEPARATORS = Pattern.compile("[,;&+\\n]|/|(?<![a-z])(?:dan|and|serta)(?![a-z])");

    private final String question;
    private final List<Choice> choices;
    private final ControlWords words = new ControlWords();

    ChoiceReader(String question, List<Choice> choices) {
        this.question = question;
        this.choices = choices;
    }

    /// One code, several that it may mean, or none.
    Reading readOne(String typed) {
        var found = list(typed);
        return switch (found.size()) {
            case 0 -> new Reading.Refused(new Refusal.NotAChoice(typed.strip()));
            case 1 -> understood(found);
            default ->
                new Reading.Ambiguous(
                        question,
                        new AmbiguityKind.SeveralChoices(),
                        found.stream().<Value>map(Value.Selected::of).toList());
        };
    }

    /// Several choices between commas, `dan` and the like; a label that has such marks itself is seen first.
    Reading readMany(String typed) {
        var whole = list(typed);
        if (whole.size() == 1) {
            return understood(whole);
        }
        var codes = new LinkedHashSet<String>();
        for (var part : SEPARATORS.split(typed.toLowerCase(Locale.ROOT), -1)) {
            if (!part.isBlank()) {
                switch (readOne(part)) {
                    case Reading.Understood understood ->
                        understood.values().values().forEach(value -> {
                            if (value instanceof Value.Selected(var selected)) {
                                codes.addAll(selected);
                            }
                        });
                    case Reading.Ambiguous ambiguous -> {
                        return ambiguous;
                    }
                    case Reading.Refused refused -> {
                        return refused;
                    }
                    case Reading.TotalOnly _, Reading.DayRange _ ->
                        throw new IllegalStateException("a choice is neither a number nor a day");
                }
            }
        }
        return codes.isEmpty()
                ? new Reading.Refused(new Refusal.NotAChoice(typed.strip()))
                : understood(List.copyOf(codes));
    }

    private Reading understood(List<String> codes) {
        return new Reading.Understood(Map.of(question, new Value.Selected(codes)), false);
    }

    /// The codes of the first way of looking that finds anything.
    private List<String> list(String typed) {
        var text = plain(typed);
        if (text.isEmpty()) {
            return List.of();
        }
        var codes = choices.stream()
                .map(Choice::code)
                .filter(code -> code.toLowerCase(Locale.ROOT).equals(text))
                .toList();
        if (!codes.isEmpty()) {
            return codes;
        }
        return Stream.<BiPredicate<String, String>>of(
                        (label, wanted) -> label.equals(wanted),
                        (label, wanted) -> wanted.length() >= 2 && label.startsWith(wanted),
                        (label, wanted) -> wanted.length() >= 3 && hasPartThatStartsWith(label, wanted),
                        ChoiceReader::isMisspelt)
                .map(test -> matching(test, text))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(() -> yesOrNo(typed));
    }

    private List<String> matching(BiPredicate<String, String> test, String text) {
        return choices.stream()
                .filter(choice -> Stream.of(Language.values())
                        .anyMatch(language -> test.test(plain(choice.label().in(language)), text)))
                .map(Choice::code)
                .toList();
    }

    /// For choices whose codes are YES and NO.
    private List<String> yesOrNo(String typed) {
        var code = words.find(typed)
                .map(control -> control == Control.YES ? "YES" : control == Control.NO ? "NO" : "")
                .orElse("");
        return choices.stream().map(Choice::code).filter(code::equals).toList();
    }

    private static boolean hasPartThatStartsWith(String label, String wanted) {
        return (" " + label).contains(" " + wanted);
    }

    private static boolean isMisspelt(String label, String wanted) {
        if (wanted.length() < 4) {
            return false;
        }
        var allowed = wanted.length() < 8 ? 1 : 2;
        return Stream.concat(Stream.of(label), Stream.of(label.split(" ", -1)))
                .anyMatch(part -> part.length() >= 4
                        && Math.abs(part.length() - wanted.length()) <= allowed
                        && Suggestion.distance(part, wanted) <= allowed);
    }

    private static String plain(String text) {
        return Spelling.doubled(Spelling.plain(text))
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
