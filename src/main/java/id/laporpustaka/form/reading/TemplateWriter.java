package id.laporpustaka.form.reading;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Evaluation;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.Prompt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes one template: first what is asked of everyone, then the details, as far as they fit.
final class TemplateWriter {
    private final Form form;
    private final Evaluation evaluation;
    private final Language language;
    private final Template.Wording wording;
    private final Map<List<Choice>, Integer> lists = new HashMap<>();
    private int number = 1;

    TemplateWriter(Form form, Evaluation evaluation, Language language, Template.Wording wording) {
        this.form = form;
        this.evaluation = evaluation;
        this.language = language;
        this.wording = wording;
    }

    String write() {
        var labels = labels();
        var details = labels.stream().filter(label -> label.prompt().detail()).toList();
        var text = new StringBuilder();
        text.append('[')
                .append(form.id())
                .append("] ")
                .append(form.title().in(language))
                .append('\n');
        text.append(wording.heading()).append('\n');
        labels.stream()
                .filter(label -> !label.prompt().detail())
                .forEach(label -> text.append(line(label)).append(hint(label, Template.LONGEST)));
        if (!details.isEmpty()) {
            text.append("--- ").append(wording.details()).append(" ---\n");
        }
        var room = Template.LONGEST
                - text.length()
                - details.stream()
                        .mapToInt(label -> line(label, 99, "").length())
                        .sum();
        for (var label : details) {
            var line = line(label);
            var hint = hint(label, room);
            room -= hint.length()
                    + Math.max(0, line.length() - line(label, 99, "").length());
            text.append(line).append(hint);
        }
        return text.toString().strip() + " ";
    }

    /// What people are shown at first, and what has an indicator and may come to matter; what belongs to photos is
    /// asked with them.
    private List<TemplateLabel> labels() {
        return evaluation.prompts().stream()
                .filter(Template::isWritten)
                .filter(prompt -> evaluation.relevant(prompt) || mayMatter(prompt))
                .map(TemplateLabel::new)
                .toList();
    }

    private static boolean mayMatter(Prompt prompt) {
        return prompt.questions().stream()
                .flatMap(question -> question.indicator().stream())
                .anyMatch(indicator -> !indicator.startsWith("photo"));
    }

    private String line(TemplateLabel label) {
        var earlier = lists.get(choices(label));
        var note = earlier == null ? "" : " (" + wording.sameChoices().replace("{0}", earlier.toString()) + ")";
        var line = line(label, number, note);
        number++;
        return line;
    }

    private String line(TemplateLabel label, int numbered, String note) {
        var required = evaluation.required(label.prompt()) ? " *" : "";
        return numbered + ". " + label.text(language) + required + note + ": \n";
    }

    /// Nothing if it is there already, or longer than there is room.
    private String hint(TemplateLabel label, int room) {
        var choices = choices(label);
        if (!choices.isEmpty() && lists.containsKey(choices)) {
            return "";
        }
        var hint = label.findHint(language, choices).map(text -> text + "\n").orElse("");
        if (hint.length() > room) {
            return "";
        }
        if (!choices.isEmpty()) {
            lists.put(choices, number - 1);
        }
        return hint;
    }

    private List<Choice> choices(TemplateLabel label) {
        var question = label.prompt().questions().getFirst();
        return question.type().isSelect() ? evaluation.choices(question) : List.of();
    }
}
