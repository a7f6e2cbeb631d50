package id.laporpustaka.form.reading;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Value;
import id.laporpustaka.form.expression.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the choices that a typed text means: by code, place in the list, label or synonym, an unambiguous
/// beginning of a label or of one of its words, a number in the range that a label gives, or any of the names
/// misspelt a little; and by a word for yes or no.
final class ChoiceReader {
    private static final Pattern SEPARATORS =
            Pattern.compile("[,;&+\\n]|/|(?<![a-z])(?:dan|and|serta|dgn|dengan|sama|juga)(?![a-z])");
    private static final Pattern PLACE = Pattern.compile("(nomor|nomer|no|number|pilihan|opsi|option)? ?([1-9]\\d?)");
    private static final Pattern PLACES = Pattern.compile("[1-9]\\d?(?: [1-9]\\d?)+");

    private static final Pattern BEFORE_NAME = Pattern.compile("^(?:(?:di|d|ke|at|in|the|our) )+");

    private final String question;
    private final List<Choice> choices;
    private final List<ChoiceNames> names;
    private final ChoiceRanges ranges;
    private final ControlWords words = new ControlWords();

    ChoiceReader(String question, List<Choice> choices) {
        this.question = question;
        this.choices = choices;
        this.names = ChoiceNames.listOf(choices);
        this.ranges = new ChoiceRanges(choices);
    }

    /// One code, several that it may mean, or none.
    Reading readOne(String typed) {
        var found = list(typed, true);
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
        var whole = list(typed, !SEPARATORS.matcher(Spelling.plain(typed)).find());
        if (whole.size() == 1) {
            return understood(whole);
        }
        var named = NamedChoices.in(typed, names);
        if (named.isAll()) {
            return understood(named.codes());
        }
        var text = Spelling.plain(typed.replace('\n', ','));
        var separated = PLACES.matcher(text).matches() ? text.replace(' ', ',') : text;
        var codes = new LinkedHashSet<String>();
        var unknown = new ArrayList<String>();
        for (var part : SEPARATORS.split(separated, -1)) {
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
                    case Reading.Refused _ -> unknown.add(part.strip());
                    case Reading.TotalOnly _, Reading.DayRange _ ->
                        throw new IllegalStateException("a choice is neither a number nor a day");
                }
            }
        }
        if (codes.isEmpty()) {
            return new Reading.Refused(new Refusal.NotAChoice(typed.strip()));
        }
        return unknown.isEmpty()
                ? understood(List.copyOf(codes))
                : new Reading.Refused(new Refusal.NotAChoice(String.join(", ", unknown)));
    }

    private Reading understood(List<String> codes) {
        return new Reading.Understood(Map.of(question, new Value.Selected(codes)), false);
    }

    /// The codes of the first way of looking that finds anything.
    ///
    /// @param isOne whether the text can't be a list, the first name of which would hide the others
    private List<String> list(String typed, boolean isOne) {
        var text = ChoiceNames.plain(typed);
        if (text.isEmpty()) {
            return List.of();
        }
        return Stream.of(
                        code(text),
                        place(text),
                        matching(ChoiceNames::isWhole, text),
                        matching(ChoiceNames::isPart, text),
                        matching(ChoiceNames::isPart, ChoiceNames.once(text)),
                        ranges.codes(typed),
                        matching((name, wanted) -> isBeginning(name, wanted), text),
                        matching((name, wanted) -> isBeginningOfAWord(name, wanted), text),
                        matching((name, wanted) -> hasAllWords(name, wanted), text),
                        isOne ? beginning(text) : List.<String>of(),
                        yesOrNo(typed),
                        matching((name, wanted) -> isInside(name, wanted), text),
                        matching((name, wanted) -> isMisspelt(name, wanted), text))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(List::of);
    }

    private List<String> code(String text) {
        return choices.stream()
                .map(Choice::code)
                .filter(code -> code.toLowerCase(Locale.ROOT).equals(text))
                .toList();
    }

    /// `2` is the second of a list whose labels have no digits themselves; `nomor 2` always is.
    private List<String> place(String text) {
        var matcher = PLACE.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > choices.size()) {
            return List.of();
        }
        var hasDigits = names.stream()
                .flatMap(name -> name.whole().stream())
                .anyMatch(name -> name.chars().anyMatch(Character::isDigit));
        return matcher.group(1) == null && hasDigits
                ? List.of()
                : List.of(choices.get(Integer.parseInt(matcher.group(2)) - 1).code());
    }

    private List<String> matching(BiPredicate<ChoiceNames, String> test, String text) {
        return names.stream()
                .filter(name -> test.test(name, text))
                .map(name -> name.choice().code())
                .toList();
    }

    /// `rumah bu RT`, `di SDN 2` begin with a synonym.
    private List<String> beginning(String text) {
        return NamedChoices.findBeginning(text, names)
                .or(() -> NamedChoices.findBeginning(BEFORE_NAME.matcher(text).replaceFirst(""), names))
                .stream()
                .toList();
    }

    /// For choices whose codes are YES and NO.
    private List<String> yesOrNo(String typed) {
        var code = words.find(typed)
                .map(control -> control == Control.YES ? "YES" : control == Control.NO ? "NO" : "")
                .orElse("");
        return choices.stream().map(Choice::code).filter(code::equals).toList();
    }

    private static boolean isBeginning(ChoiceNames names, String wanted) {
        return wanted.length() >= 2 && names.whole().stream().anyMatch(name -> name.startsWith(wanted));
    }

    private static boolean isBeginningOfAWord(ChoiceNames names, String wanted) {
        return wanted.length() >= 3 && names.whole().stream().anyMatch(name -> (" " + name).contains(" " + wanted));
    }

    /// `jam buka` has words of `jam atau hari buka ditambah`.
    private static boolean hasAllWords(ChoiceNames names, String wanted) {
        return wanted.indexOf(' ') > 0
                && names.whole().stream()
                        .anyMatch(name -> List.of(name.split(" ", -1)).containsAll(List.of(wanted.split(" ", -1))));
    }

    /// `dongeng` is inside `mendongeng`.
    private static boolean isInside(ChoiceNames names, String wanted) {
        return wanted.length() >= 5 && names.whole().stream().anyMatch(name -> name.contains(wanted));
    }

    private static boolean isMisspelt(ChoiceNames names, String wanted) {
        if (wanted.length() < 4) {
            return false;
        }
        var allowed = wanted.length() < 8 ? 1 : 2;
        return names.whole().stream()
                .flatMap(name -> Stream.concat(Stream.of(name), Stream.of(name.split(" ", -1))))
                .anyMatch(part -> part.length() >= 4
                        && Math.abs(part.length() - wanted.length()) <= allowed
                        && Suggestion.distance(part, wanted) <= allowed);
    }
}
