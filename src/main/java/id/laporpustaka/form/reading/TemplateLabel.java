package id.laporpustaka.form.reading;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.expression.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The line of a template that asks for one prompt, as it is written and as it is found again.
final class TemplateLabel {
    private static final Pattern SENTENCE_END = Pattern.compile("[?.!](?=\\s|$)|:(?=\\s|$)");
    private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BEFORE_COLON = Pattern.compile("^([^:=]{3,120}?)\\s*[:=]\\s*(.*)$", Pattern.DOTALL);
    private static final String LEAD = "^[^\\p{L}\\p{N}]*(?:\\d{1,2}\\s*[.)]\\s*)?[^\\p{L}\\p{N}]*";
    private static final String TAIL = "(?![\\p{L}\\p{N}])[?.!*\\s)\"']*(?:\\([^()\\n]{1,60}\\)[*_~\\s]*(?=[:=]))?"
            + "[*_~\\s]*[:=]?[*_~]*\\s*(.*)$";
    private static final Pattern LINE_LEAD = Pattern.compile(LEAD);
    private static final int LONGEST_REST = 90;

    private final Prompt prompt;
    private final List<Pattern> patterns;
    private final List<String> names;

    TemplateLabel(Prompt prompt) {
        this.prompt = prompt;
        var texts = Stream.of(Language.values()).map(this::text).distinct().toList();
        this.names = texts.stream().map(ChoiceNames::plain).toList();
        this.patterns =
                texts.stream().flatMap(text -> findPattern(text).stream()).toList();
    }

    Prompt prompt() {
        return prompt;
    }

    /// The first sentence of the label, without the mark at its end.
    String text(Language language) {
        var label = Spelling.singleSpaced(prompt.label().in(language));
        var end = SENTENCE_END.matcher(label);
        return (end.find() ? label.substring(0, end.start()) : label).strip();
    }

    /// How to answer, in brackets: the numbered choices, else what the label says after its first sentence.
    Optional<String> findHint(Language language, List<Choice> choices) {
        if (!choices.isEmpty()) {
            var numbered = new StringBuilder();
            for (var i = 0; i < choices.size(); i++) {
                numbered.append(i == 0 ? "" : "; ")
                        .append(i + 1)
                        .append(' ')
                        .append(choices.get(i).label().in(language));
            }
            return Optional.of("(" + numbered + ")");
        }
        var label = Spelling.singleSpaced(prompt.label().in(language));
        var rest = label.substring(Math.min(label.length(), text(language).length() + 1))
                .strip();
        if (rest.isEmpty() || rest.length() > LONGEST_REST) {
            return Optional.empty();
        }
        return Optional.of(rest.startsWith("(") && rest.endsWith(")") ? rest : "(" + rest + ")");
    }

    /// What follows the label on a line that begins with it, whatever marks, bullets and numbers are around; empty if
    /// the line does not.
    Optional<String> findAnswer(String line) {
        for (var pattern : patterns) {
            var matcher = pattern.matcher(line);
            if (matcher.matches()) {
                return Optional.of(matcher.group(1).strip());
            }
        }
        return findMisspelt(line);
    }

    private static Optional<Pattern> findPattern(String label) {
        var words = WORD_BREAK
                .splitAsStream(label)
                .filter(word -> !word.isEmpty())
                .map(Pattern::quote)
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile(
                        LEAD + words.stream().collect(Collectors.joining("[^\\p{L}\\p{N}]+")) + TAIL,
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
    }

    /// A label that was retyped with a few letters wrong still counts before a colon.
    private Optional<String> findMisspelt(String line) {
        var matcher = BEFORE_COLON.matcher(LINE_LEAD.matcher(line).replaceFirst(""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var written = ChoiceNames.plain(matcher.group(1));
        return names.stream().anyMatch(name -> isNear(name, written))
                ? Optional.of(matcher.group(2).strip())
                : Optional.empty();
    }

    private static boolean isNear(String name, String written) {
        var allowed = name.length() / 8;
        return allowed > 0
                && Math.abs(name.length() - written.length()) <= allowed
                && Suggestion.distance(name, written) <= allowed;
    }
}
