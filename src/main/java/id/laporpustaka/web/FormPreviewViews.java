package id.laporpustaka.web;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.xlsform.CsvSheets;
import id.laporpustaka.form.xlsform.FormComparison;
import id.laporpustaka.form.xlsform.FormOutline;
import id.laporpustaka.form.xlsform.FormProblem;
import id.laporpustaka.form.xlsform.Sheets;
import id.laporpustaka.submission.FormSource;
import id.laporpustaka.submission.publishing.FormCandidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Words the page of one candidate: the form as it will be asked, and how it differs from the present version.
final class FormPreviewViews {
    private static final int DEEPEST = 3;
    private static final String ALWAYS = "yes true true() 1 ya";

    private final Frame frame;
    private final Form form;
    private final RuleWords ruleWords;

    FormPreviewViews(Frame frame, Form form) {
        this.frame = frame;
        this.form = form;
        this.ruleWords = new RuleWords(form, frame.words());
    }

    /// @param present the newest published version of the form
    FormPreviewView view(
            FormCandidate candidate, Sheets sheets, List<FormProblem> remarks, Optional<FormSource> present) {
        var address = FormRoutes.CANDIDATES + candidate.id();
        var comparison = present.map(source -> FormComparison.of(CsvSheets.read(source.source()), sheets));
        return new FormPreviewView(
                text(form.title()),
                other(form.title()),
                frame.text("preview.version", form.id(), form.version()),
                present.map(source -> frame.text("preview.present", source.version()))
                        .orElseGet(() -> frame.text("preview.new")),
                present.flatMap(FormSource::retiredAt).isPresent() ? frame.text("preview.retired") : "",
                comparison
                        .map(differences -> frame.text(differences.isEmpty() ? "preview.same" : "preview.differences"))
                        .orElse(""),
                comparison.map(this::differences).orElse(List.of()),
                remarks.stream().map(this::remark).toList(),
                items(FormOutline.of(form, sheets)),
                frame.link(address + FormRoutes.PUBLISH),
                frame.link(address + FormRoutes.DISCARD));
    }

    private String remark(FormProblem problem) {
        return problem.sheet() + ": " + text(problem.message());
    }

    /// What differs between two versions, for a page of its own.
    List<FormPreviewView.Difference> differences(Sheets before, Sheets after) {
        return differences(FormComparison.of(before, after));
    }

    private List<FormPreviewView.Difference> differences(FormComparison comparison) {
        var differences = new ArrayList<FormPreviewView.Difference>();
        comparison.added().forEach(item -> differences.add(difference("+", "up", item, List.of())));
        comparison.removed().forEach(item -> differences.add(difference("−", "down", item, List.of())));
        comparison
                .changed()
                .forEach(changed -> differences.add(difference("~", "same", changed.item(), changed.cells())));
        if (comparison.moved()) {
            differences.add(
                    new FormPreviewView.Difference("~", "same", frame.text("preview.moved"), "", "", List.of()));
        }
        return differences;
    }

    private FormPreviewView.Difference difference(
            String sign, String style, FormComparison.Item item, List<FormComparison.Cell> cells) {
        var kind = switch (item.sheet()) {
            case "choices" -> "preview.kind.choice";
            case "settings" -> "preview.kind.settings";
            default -> "preview.kind.question";
        };
        return new FormPreviewView.Difference(
                sign,
                style,
                frame.text(kind),
                item.label().isEmpty() ? "" : text(item.label()),
                item.list().isEmpty() ? item.name() : item.list() + " · " + item.name(),
                cells.stream()
                        .map(cell -> new FormPreviewView.Cell(column(cell.column()), cell.before(), cell.after()))
                        .toList());
    }

    /// `label::id` is called "pertanyaan (id)"; a column that has no word keeps its header.
    private String column(String header) {
        var colons = header.indexOf("::");
        var name = colons < 0 ? header : header.substring(0, colons);
        var key = "preview.column." + name;
        var word = frame.words().has(key) ? frame.text(key) : name;
        return colons < 0 ? word : word + " (" + header.substring(colons + 2) + ")";
    }

    private List<FormPreviewView.Item> items(FormOutline outline) {
        var items = new ArrayList<FormPreviewView.Item>();
        var number = 0;
        for (var item : outline.items()) {
            switch (item) {
                case FormOutline.Section section -> items.add(section(section));
                case FormOutline.Asked asked -> {
                    var shown = asked.question().type().isShown();
                    items.add(question(asked, shown ? Integer.toString(++number) : ""));
                }
            }
        }
        return items;
    }

    private FormPreviewView.Item section(FormOutline.Section section) {
        var rules = new ArrayList<FormPreviewView.Rule>();
        section.relevant().ifPresent(condition -> rules.add(condition("preview.relevant", condition)));
        var kind = section.repeated()
                ? frame.text("preview.repeated")
                : section.together() ? frame.text("preview.together") : frame.text("preview.group");
        return new FormPreviewView.Item(
                "",
                Math.min(section.depth(), DEEPEST),
                section.name(),
                section.label().isEmpty() ? section.name() : text(section.label()),
                other(section.label()),
                "",
                kind,
                rules,
                List.of());
    }

    private FormPreviewView.Item question(FormOutline.Asked asked, String number) {
        var question = asked.question();
        return new FormPreviewView.Item(
                number,
                Math.min(asked.depth(), DEEPEST),
                question.name(),
                question.label().isEmpty() ? question.name() : text(question.label()),
                other(question.label()),
                question.hint().map(this::text).orElse(""),
                frame.text("preview.type." + question.type().name().toLowerCase(Locale.ROOT)),
                rules(asked, question),
                question.choices().stream().map(this::choice).toList());
    }

    private FormPreviewView.Choice choice(Choice choice) {
        return new FormPreviewView.Choice(text(choice.label()), other(choice.label()), choice.code());
    }

    private List<FormPreviewView.Rule> rules(FormOutline.Asked asked, Question question) {
        var rules = new ArrayList<FormPreviewView.Rule>();
        asked.required()
                .ifPresent(condition -> rules.add(
                        List.of(ALWAYS.split(" ", -1)).contains(condition.toLowerCase(Locale.ROOT))
                                ? said("preview.required", "")
                                : condition("preview.required_if", condition)));
        asked.relevant().ifPresent(condition -> rules.add(condition("preview.relevant", condition)));
        asked.constraints().forEach(rule -> rules.add(rule("preview.constraint", rule)));
        asked.warnings().forEach(rule -> rules.add(rule("preview.warning", rule)));
        asked.calculation().ifPresent(it -> rules.add(expression("preview.calculation", it)));
        asked.suggestion().ifPresent(it -> rules.add(expression("preview.suggestion", it)));
        asked.choiceFilter().ifPresent(it -> rules.add(expression("preview.filter", it)));
        if (question.detail()) {
            rules.add(said("preview.detail", ""));
        }
        if (question.maximumFiles() > 1) {
            rules.add(said("preview.files", frame.words().number(question.maximumFiles())));
        }
        question.indicator().ifPresent(indicator -> rules.add(expression("preview.indicator", indicator)));
        return rules;
    }

    private FormPreviewView.Rule condition(String key, String condition) {
        return ruleWords.find(condition).map(words -> said(key, words)).orElseGet(() -> expression(key, condition));
    }

    private FormPreviewView.Rule rule(String key, FormOutline.Rule rule) {
        return new FormPreviewView.Rule(frame.text(key), text(rule.message()), rule.expression());
    }

    private FormPreviewView.Rule said(String key, String words) {
        return new FormPreviewView.Rule(frame.text(key), words, "");
    }

    private FormPreviewView.Rule expression(String key, String expression) {
        return new FormPreviewView.Rule(frame.text(key), "", expression);
    }

    private String text(LocalizedText text) {
        return text.in(frame.words().language());
    }

    /// Empty if it has no text of its own in the other language.
    private String other(LocalizedText text) {
        return Optional.ofNullable(text.texts().get(frame.otherLanguage()))
                .filter(it -> !it.equals(text(text)))
                .orElse("");
    }
}
