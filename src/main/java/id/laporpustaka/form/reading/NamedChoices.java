package id.laporpustaka.form.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The choices whose names stand in a longer text, and the words that belong to none.
///
/// At every place the longest name counts, so that `kader PKK` is not `PKK`. A name of several choices is
/// doubtful and names none of them, unless one of them is named beside it: `posting instagram`.
record NamedChoices(List<String> codes, boolean doubtful, List<String> otherWords) {
    private static final Set<String> JOINING = Set.of(
            "dan", "dgn", "dg", "dengan", "sama", "serta", "juga", "plus", "atau", "and", "with", "or", "the", "para");
    private static final Set<String> ANYTHING_ELSE = Set.of("lainnya", "lain", "lain lain", "other", "others");

    NamedChoices {
        codes = List.copyOf(codes);
        otherWords = List.copyOf(otherWords);
    }

    static NamedChoices in(String text, List<ChoiceNames> names) {
        var words = List.of(ChoiceNames.plain(text).split(" ", -1));
        var codes = new LinkedHashSet<String>();
        var others = new ArrayList<String>();
        var doubts = new ArrayList<List<String>>();
        var place = 0;
        while (place < words.size()) {
            var found = findLongest(names, words, place);
            if (found.codes().size() == 1) {
                codes.addAll(found.codes());
            } else if (found.codes().size() > 1) {
                doubts.add(found.codes());
            } else if (!JOINING.contains(words.get(place))) {
                others.add(words.get(place));
            }
            place += Math.max(1, found.words());
        }
        var doubtful = doubts.stream().anyMatch(meant -> meant.stream().noneMatch(codes::contains));
        return new NamedChoices(List.copyOf(codes), doubtful, others);
    }

    /// Everything in the text is a name, or joins two of them.
    boolean isAll() {
        return !codes.isEmpty() && !doubtful && otherWords.isEmpty();
    }

    /// The choice whose synonym the text begins with, if it names no other: `rumah bu RT`.
    static Optional<String> findBeginning(String text, List<ChoiceNames> names) {
        var plain = ChoiceNames.plain(text) + " ";
        var longest = names.stream()
                .flatMap(name -> name.choice().synonyms().stream().map(ChoiceNames::plain))
                .filter(synonym -> !synonym.isEmpty() && plain.startsWith(synonym + " "))
                .max(Comparator.comparingInt(String::length));
        return longest.map(synonym -> codesOf(names, synonym))
                .filter(codes -> codes.size() == 1
                        && codes.containsAll(in(plain.strip(), names).codes()))
                .map(List::getFirst);
    }

    private static Found findLongest(List<ChoiceNames> names, List<String> words, int place) {
        for (var count = Math.min(8, words.size() - place); count > 0; count--) {
            var part = String.join(" ", words.subList(place, place + count));
            var codes = namedBy(part, names);
            if (codes.isEmpty()) {
                codes = namedBy(ChoiceNames.once(part), names);
            }
            if (!codes.isEmpty()) {
                return new Found(codes, count);
            }
        }
        return new Found(List.of(), 0);
    }

    private static List<String> namedBy(String text, List<ChoiceNames> names) {
        return ANYTHING_ELSE.contains(text) ? List.of() : codesOf(names, text);
    }

    /// A whole name before a part of one.
    private static List<String> codesOf(List<ChoiceNames> names, String text) {
        var whole = codesOf(names, name -> name.isWhole(text));
        return whole.isEmpty() ? codesOf(names, name -> name.isPart(text)) : whole;
    }

    private static List<String> codesOf(List<ChoiceNames> names, Predicate<ChoiceNames> isMeant) {
        var codes = new ArrayList<String>();
        for (var name : names) {
            if (isMeant.test(name)) {
                codes.add(name.choice().code());
            }
        }
        return codes;
    }

    private record Found(List<String> codes, int words) {}
}
