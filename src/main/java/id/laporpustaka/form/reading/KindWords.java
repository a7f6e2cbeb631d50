package id.laporpustaka.form.reading;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.expression.Suggestion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tells what kind of thing is reported from the words with which a text begins: `pelatihan …`, `audiensi …`,
/// `wifi baru …`, `status WA …`.
///
/// A form says by an indicator which of its choices are such kinds.
final class KindWords {
    /// The kind of activity; the kind of anything else that is reported; where something was published.
    static final List<String> INDICATORS = List.of("activity_form", "kind", "channel");

    private static final int LONGEST_NAME = 4;
    private static final Pattern BEFORE = Pattern.compile("^(?:(?:" + DateWords.WEEKDAY
            + "|hari|ini|tadi|td|pagi|siang|sore|malam|kemarin|kmrn|lalu|minggu|ada|kami|kita|saya|sy|sudah|sdh|telah|habis|baru"
            + " saja|baru|alhamdulillah|yesterday|today|we|i|have|had|has) )++");
    private static final Set<String> JOINING = Set.of("dan", "dengan", "dgn", "dg", "and", "with", "the", "or", "atau");

    private KindWords() {}

    /// Twice the number of words with which the text names a kind, 1 for a misspelt name, 0 for none.
    static int strength(Form form, String text) {
        var names = QuickForm.of(form);
        return form.questions().stream()
                .filter(question ->
                        question.indicator().filter(INDICATORS::contains).isPresent())
                .mapToInt(question -> strength(question, names.names(question), text))
                .max()
                .orElse(0);
    }

    private static int strength(Question question, List<ChoiceNames> names, String text) {
        var plain = ChoiceNames.plain(text);
        var longest = Math.max(
                lengthAtStart(question, names, plain),
                lengthAtStart(question, names, BEFORE.matcher(plain).replaceFirst("")));
        if (longest > 0) {
            return 2 * longest;
        }
        return isActivity(question) && isMisspeltAtStart(names, plain) ? 1 : 0;
    }

    static boolean isActivity(Question question) {
        return question.indicator().filter("activity_form"::equals).isPresent();
    }

    private static int lengthAtStart(Question question, List<ChoiceNames> names, String plain) {
        var words = List.of(plain.split(" ", -1));
        for (var count = Math.min(LONGEST_NAME, words.size()); count > 0; count--) {
            if (!JOINING.contains(words.get(count - 1))
                    && isName(question, names, String.join(" ", words.subList(0, count)))) {
                return count;
            }
        }
        return 0;
    }

    /// Every part of a label tells an activity; elsewhere only a whole name does, for `komputer` may be what is
    /// taught.
    private static boolean isName(Question question, List<ChoiceNames> names, String text) {
        if (!isActivity(question)) {
            return names.stream().anyMatch(name -> name.isWhole(text));
        }
        var named = NamedChoices.in(text, names);
        return named.otherWords().isEmpty()
                && (named.doubtful() || !named.codes().isEmpty());
    }

    /// `pelatihn` is near enough to tell the form, which the person sees, but is no answer.
    private static boolean isMisspeltAtStart(List<ChoiceNames> kinds, String plain) {
        var word = List.of(plain.split(" ", -1)).getFirst();
        return word.length() >= 6
                && kinds.stream()
                        .flatMap(names -> Stream.concat(names.whole().stream(), names.parts().stream()))
                        .anyMatch(name -> name.length() >= 6 && Suggestion.distance(name, word) <= 1);
    }

    /// The code of the choice whose name the text begins with, such as `pelatihan`; where that is the name of
    /// several, another word of the text tells which: `posting instagram`.
    static Optional<String> findAtStart(List<ChoiceNames> names, String text) {
        var plain = ChoiceNames.plain(text);
        return findOneAtStart(names, plain)
                .or(() -> findOneAtStart(names, BEFORE.matcher(plain).replaceFirst("")));
    }

    private static Optional<String> findOneAtStart(List<ChoiceNames> names, String plain) {
        var words = List.of(plain.split(" ", -1));
        for (var count = Math.min(LONGEST_NAME, words.size()); count > 0; count--) {
            var start = NamedChoices.in(String.join(" ", words.subList(0, count)), names);
            if (start.isAll() && start.codes().size() == 1) {
                return only(start.codes());
            }
            if (start.doubtful() && start.otherWords().isEmpty()) {
                var whole = NamedChoices.in(plain, names);
                return whole.doubtful() ? Optional.empty() : only(whole.codes());
            }
        }
        return Optional.empty();
    }

    /// The code of the choice whose name ends an English text, such as `training` in `sewing training`.
    static Optional<String> findAtEnd(List<ChoiceNames> names, String text) {
        var words = List.of(ChoiceNames.plain(text).split(" ", -1));
        var named = NamedChoices.in(words.getLast(), names);
        return named.isAll() ? only(named.codes()) : Optional.empty();
    }

    private static Optional<String> only(List<String> codes) {
        return codes.size() == 1 ? Optional.of(codes.getFirst()) : Optional.empty();
    }

    /// The one that is named the most clearly.
    static Optional<Form> findForm(List<Form> forms, List<String> beginnings) {
        var strengths = forms.stream()
                .map(form -> new Known(
                        form,
                        beginnings.stream()
                                .mapToInt(text -> strength(form, text))
                                .max()
                                .orElse(0)))
                .filter(known -> known.strength() > 0)
                .sorted(Comparator.comparingInt(Known::strength).reversed())
                .toList();
        var isClear = strengths.size() == 1
                || (strengths.size() > 1
                        && strengths.get(0).strength() > strengths.get(1).strength());
        return isClear ? Optional.of(strengths.getFirst().form()) : Optional.empty();
    }

    private record Known(Form form, int strength) {}
}
