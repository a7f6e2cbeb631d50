package id.laporpustaka.form.reading;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.expression.Suggestion;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Finds choices of a long list by a part of their name, the likeliest first.
///
/// Looks at codes, labels in every language and synonyms. The same list and text always give the same order: equal
/// matches stay in the order of the list. Misspelt words count only if nothing else fits. A list of some thousand
/// choices takes some milliseconds; lists beyond that belong in the database.
public final class ChoiceSearch {
    private static final double LEAST_LIKENESS = 0.4;

    private ChoiceSearch() {}

    /// All choices that may be meant, none for a text without letters and digits.
    public static List<Choice> search(List<Choice> choices, String typed) {
        var text = ChoiceNames.plain(typed);
        if (text.isEmpty()) {
            return List.of();
        }
        var matches = choices.stream()
                .map(choice -> match(ChoiceNames.of(choice), text))
                .filter(match -> match.way() != Way.NONE)
                .sorted(Comparator.comparing(Match::way).thenComparing(Comparator.comparingDouble(Match::unlikeness)))
                .toList();
        var hasExact = matches.stream().anyMatch(match -> match.way().compareTo(Way.INSIDE) <= 0);
        return matches.stream()
                .filter(match -> !hasExact || match.way().compareTo(Way.INSIDE) <= 0)
                .map(Match::choice)
                .toList();
    }

    private static Match match(ChoiceNames names, String text) {
        var isCode = names.choice().code().toLowerCase(Locale.ROOT).equals(text);
        return Stream.concat(names.whole().stream(), names.parts().stream())
                .map(name -> new Match(names.choice(), isCode ? Way.CODE : way(name, text), 1 - likeness(name, text)))
                .min(Comparator.comparing(Match::way).thenComparing(Comparator.comparingDouble(Match::unlikeness)))
                .orElseGet(() -> new Match(names.choice(), isCode ? Way.CODE : Way.NONE, 1));
    }

    private static Way way(String name, String text) {
        if (name.equals(text)) {
            return Way.NAME;
        }
        if (name.startsWith(text)) {
            return Way.BEGINNING;
        }
        var words = List.of(name.split(" ", -1));
        var wanted = List.of(text.split(" ", -1));
        if (wanted.stream().allMatch(word -> words.stream().anyMatch(other -> other.startsWith(word)))) {
            return Way.WORDS;
        }
        if (text.length() >= 3 && name.contains(text)) {
            return Way.INSIDE;
        }
        if (wanted.stream().allMatch(word -> words.stream().anyMatch(other -> isNear(other, word)))) {
            return Way.MISSPELT;
        }
        return text.length() >= 4 && likeness(name, text) >= LEAST_LIKENESS ? Way.ALIKE : Way.NONE;
    }

    /// The beginning of a word is enough; one letter may be wrong in four, two in eight.
    static boolean isNear(String word, String typed) {
        var allowed = typed.length() < 4 ? 0 : typed.length() < 8 ? 1 : 2;
        if (word.startsWith(typed)) {
            return true;
        }
        if (allowed == 0) {
            return false;
        }
        var start = word.substring(0, Math.min(word.length(), typed.length()));
        return Suggestion.distance(word, typed) <= allowed
                || (typed.length() >= 6 && Suggestion.distance(start, typed) <= allowed);
    }

    /// The share of letter triples that both have (Dice's coefficient), 0 to 1.
    private static double likeness(String name, String text) {
        var ofName = triples(name);
        var ofText = triples(text);
        var common = ofText.stream().filter(ofName::contains).count();
        return 2.0 * common / (ofName.size() + ofText.size());
    }

    private static Set<String> triples(String text) {
        var padded = "  " + text + " ";
        var triples = new HashSet<String>();
        for (var i = 0; i + 3 <= padded.length(); i++) {
            triples.add(padded.substring(i, i + 3));
        }
        return triples;
    }

    /// From the surest to the least sure.
    private enum Way {
        CODE,
        NAME,
        BEGINNING,
        WORDS,
        INSIDE,
        MISSPELT,
        ALIKE,
        NONE
    }

    private record Match(Choice choice, Way way, double unlikeness) {
        private Match {
            Objects.requireNonNull(way);
        }
    }
}
