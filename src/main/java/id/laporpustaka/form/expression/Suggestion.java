package id.laporpustaka.form.expression;

import java.util.Collection;
import java.util.Optional;

/// Finds what was probably meant by a misspelt name.
public final class Suggestion {
    private Suggestion() {}

    /// The nearest of the known names, at most two letters away (Levenshtein) and not more than a third of the word.
    public static Optional<String> find(String misspelt, Collection<String> known) {
        var nearest = Optional.<String>empty();
        var least = Math.clamp(misspelt.length() / 3, 1, 2) + 1;
        for (var candidate : known) {
            if (Math.abs(candidate.length() - misspelt.length()) < least) {
                var distance = distance(misspelt, candidate);
                if (distance < least) {
                    least = distance;
                    nearest = Optional.of(candidate);
                }
            }
        }
        return nearest;
    }

    /// How many letters must be added, dropped or replaced.
    public static int distance(String left, String right) {
        var row = new int[right.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= left.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var above = row[j];
                var replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[right.length()];
    }
}
