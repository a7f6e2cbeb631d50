package id.laporpustaka.form.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Regular expressions that are replaced one after the other, compiled once for all texts.
final class Replacements {
    private final List<Replacement> replacements;

    private Replacements(List<Replacement> replacements) {
        this.replacements = replacements;
    }

    /// Each expression is followed by what stands in its place, as in [String#replaceAll(String, String)].
    static Replacements of(String... expressionsAndReplacements) {
        var replacements = new ArrayList<Replacement>();
        for (var i = 0; i < expressionsAndReplacements.length; i += 2) {
            replacements.add(
                    new Replacement(Pattern.compile(expressionsAndReplacements[i]), expressionsAndReplacements[i + 1]));
        }
        return new Replacements(List.copyOf(replacements));
    }

    String in(String text) {
        var replaced = text;
        for (var replacement : replacements) {
            replaced = replacement.pattern().matcher(replaced).replaceAll(replacement.with());
        }
        return replaced;
    }

    private record Replacement(Pattern pattern, String with) {}
}
