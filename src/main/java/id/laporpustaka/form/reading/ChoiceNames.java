package id.laporpustaka.form.reading;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Language;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The names of one choice in lower case, with single spaces and nothing else between words.
///
/// `whole` are its labels in every language and its synonyms; `parts` are what stands between the marks of a
/// label: `Petani / peternak` has the parts `petani` and `peternak`. What is in brackets explains and is no
/// part.
record ChoiceNames(Choice choice, List<String> whole, List<String> parts) {
    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]*\\)");
    private static final Pattern PART_BREAK = Pattern.compile("[/,;|]|(?<!\\p{L})(?:dan|and|&)(?!\\p{L})");
    private static final Pattern OTHER_SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SAID_TWICE = Pattern.compile("(?<!\\p{L})(\\p{L}{3,}) \\1(?!\\p{L})");

    ChoiceNames {
        whole = List.copyOf(whole);
        parts = List.copyOf(parts);
    }

    static ChoiceNames of(Choice choice) {
        var labels = Stream.of(Language.values())
                .map(language -> Spelling.plain(choice.label().in(language)))
                .toList();
        var whole = distinct(Stream.concat(labels.stream(), choice.synonyms().stream()));
        var parts = distinct(labels.stream()
                .map(label -> IN_BRACKETS.matcher(label).replaceAll(" "))
                .flatMap(PART_BREAK::splitAsStream));
        return new ChoiceNames(choice, List.copyOf(whole), List.copyOf(parts));
    }

    static List<ChoiceNames> listOf(List<Choice> choices) {
        return choices.stream().map(ChoiceNames::of).toList();
    }

    boolean isWhole(String plain) {
        return whole.contains(plain);
    }

    boolean isPart(String plain) {
        return parts.contains(plain);
    }

    /// Letters and digits of a text as names have them.
    static String plain(String text) {
        var plain = Spelling.plain(text);
        var doubled = plain.indexOf('2') < 0 ? plain : Spelling.doubled(plain);
        return OTHER_SIGNS.matcher(doubled).replaceAll(" ").strip();
    }

    /// `anak anak` is `anak`.
    static String once(String plain) {
        return SAID_TWICE.matcher(plain).replaceAll("$1");
    }

    private static Set<String> distinct(Stream<String> texts) {
        var distinct = new LinkedHashSet<String>();
        texts.map(ChoiceNames::plain).filter(text -> !text.isEmpty()).forEach(distinct::add);
        return distinct;
    }
}
