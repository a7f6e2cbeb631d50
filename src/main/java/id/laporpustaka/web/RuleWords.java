package id.laporpustaka.web;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says simple conditions in words: `${mode} = 'LUAR'` is `"Di mana?" dijawab "Di luar perpustakaan"`. What is not
/// simple stays an expression.
final class RuleWords {
    private static final Pattern AND = Pattern.compile("\\s+and\\s+");
    private static final Pattern OR = Pattern.compile("\\s+or\\s+");
    private static final String NAME = "\\$\\{([A-Za-z_][A-Za-z0-9_.-]*)}";
    private static final Pattern COMPARED =
            Pattern.compile(NAME + "\\s*(=|!=|<=|>=|<|>)\\s*(?:'([^']*)'|\"([^\"]*)\"|(-?[0-9]+(?:\\.[0-9]+)?))");
    private static final Pattern SELECTED =
            Pattern.compile("selected\\(\\s*" + NAME + "\\s*,\\s*(?:'([^']*)'|\"([^\"]*)\")\\s*\\)");
    private static final Pattern NOT = Pattern.compile("not\\(\\s*(selected\\(.*\\))\\s*\\)");

    private final Form form;
    private final Words words;

    RuleWords(Form form, Words words) {
        this.form = form;
        this.words = words;
    }

    Optional<String> find(String condition) {
        var text = condition.strip();
        var hasAnd = AND.matcher(text).find();
        if (hasAnd && OR.matcher(text).find()) {
            return Optional.empty();
        }
        var parts = List.of((hasAnd ? AND : OR).split(text, -1));
        var said = new ArrayList<String>();
        for (var part : parts) {
            simple(part.strip()).ifPresent(said::add);
        }
        return said.size() == parts.size()
                ? Optional.of(String.join(" " + words.text(hasAnd ? "rule.and" : "rule.or") + " ", said))
                : Optional.empty();
    }

    private Optional<String> simple(String part) {
        var not = NOT.matcher(part);
        if (not.matches()) {
            return selected(not.group(1), "rule.not_selected");
        }
        return selected(part, "rule.selected").or(() -> compared(part));
    }

    private Optional<String> selected(String part, String key) {
        var matcher = SELECTED.matcher(part);
        return matcher.matches() ? said(key, matcher.group(1), literal(matcher, 2)) : Optional.empty();
    }

    private Optional<String> compared(String part) {
        var matcher = COMPARED.matcher(part);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var literal = literal(matcher, 3);
        var key = switch (matcher.group(2)) {
            case "=" -> literal.isEmpty() ? "rule.unanswered" : "rule.is";
            case "!=" -> literal.isEmpty() ? "rule.answered" : "rule.is_not";
            case "<" -> "rule.less";
            case "<=" -> "rule.at_most";
            case ">" -> "rule.more";
            default -> "rule.at_least";
        };
        return said(key, matcher.group(1), literal);
    }

    private Optional<String> said(String key, String name, String literal) {
        return form.findQuestion(name).map(question -> {
            var label = question.label().isEmpty() ? name : text(question.label());
            var answer = question.findChoice(literal)
                    .map(Choice::label)
                    .map(this::text)
                    .orElse(literal);
            return words.text(key, label, answer);
        });
    }

    private String text(LocalizedText text) {
        return text.in(words.language());
    }

    /// The text in quotes of either kind, or the number.
    private static String literal(Matcher matcher, int first) {
        for (var group = first; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }
}
