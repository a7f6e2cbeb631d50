package id.laporpustaka.form.reading;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.Prompt;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Looks for the labels of one form in a message, line by line.
final class TemplateFinder {
    private static final ControlWords CONTROLS = new ControlWords();

    private final Form form;
    private final List<TemplateLabel> labels;

    TemplateFinder(Form form) {
        this.form = form;
        this.labels = form.prompts().stream()
                .filter(Template::isWritten)
                .map(TemplateLabel::new)
                .toList();
    }

    /// @param labels how many labels of the form are there
    /// @param texts what stands after them, by the name of the prompt, without what is blank
    record Found(int labels, Map<String, String> texts) {}

    Found find(String text) {
        var answers = new LinkedHashMap<String, StringBuilder>();
        var seen = new HashSet<Prompt>();
        var current = Optional.<TemplateLabel>empty();
        for (var line : text.lines().toList()) {
            if (isName(form, line)) {
                continue;
            }
            if (Template.isRule(line)) {
                current = Optional.empty();
                continue;
            }
            var next = findLabel(line, seen);
            if (next.isPresent()) {
                current = next;
                seen.add(next.get().prompt());
            }
            var label = current;
            var written = next.isPresent() ? next.get().findAnswer(line).orElse("") : line;
            current.ifPresent(asked -> answers.computeIfAbsent(asked.prompt().name(), _ -> new StringBuilder())
                    .append(withoutHint(label.orElse(asked), written))
                    .append('\n'));
        }
        return new Found(seen.size(), texts(answers));
    }

    /// `[PM] Pelibatan masyarakat`, also in bold.
    static boolean isName(Form form, String line) {
        var plain = line.strip().toLowerCase(Locale.ROOT).replaceAll("[*_~`]", "");
        return plain.startsWith("[" + form.id().toLowerCase(Locale.ROOT) + "]");
    }

    /// A label counts once, so that an answer may begin like one.
    private Optional<TemplateLabel> findLabel(String line, Set<Prompt> seen) {
        return labels.stream()
                .filter(label -> !seen.contains(label.prompt()))
                .filter(label -> label.findAnswer(line).isPresent())
                .findFirst();
    }

    /// The line in brackets may have been left below the answer, or the answer written behind it.
    private static String withoutHint(TemplateLabel label, String line) {
        var spaced = Spelling.singleSpaced(line);
        if (!spaced.startsWith("(")) {
            return line;
        }
        var question = label.prompt().questions().getFirst();
        var hints = Stream.of(Language.values())
                .flatMap(language -> Stream.of(question.choices(), List.<Choice>of())
                        .flatMap(choices -> label.findHint(language, choices).stream()))
                .toList();
        for (var hint : hints) {
            if (spaced.startsWith(hint)) {
                return spaced.substring(hint.length()).strip();
            }
        }
        return spaced.startsWith("(1 ") && spaced.endsWith(")") ? "" : line;
    }

    private static Map<String, String> texts(Map<String, StringBuilder> answers) {
        var texts = new LinkedHashMap<String, String>();
        answers.forEach((name, written) -> {
            var text = written.toString().replaceAll("(?m)[ \\t]+$", "").strip();
            if (!Template.isBlank(text)
                    && CONTROLS.find(text).filter(Control.SKIP::equals).isEmpty()) {
                texts.put(name, text);
            }
        });
        return texts;
    }
}
