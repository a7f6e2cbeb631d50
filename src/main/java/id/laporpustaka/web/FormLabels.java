package id.laporpustaka.web;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.GroupKey;
import java.util.List;
import java.util.Optional;

/// Names what summaries are grouped by, with the words of the forms themselves.
final class FormLabels {
    private final List<Form> forms;

    /// @param forms the present version of each
    FormLabels(List<Form> forms) {
        this.forms = List.copyOf(forms);
    }

    /// The title of a form; its id when there is no such form any more.
    String form(String formId, Language language) {
        return forms.stream()
                .filter(form -> form.id().equals(formId))
                .findFirst()
                .map(form -> form.title().in(language))
                .orElse(formId);
    }

    /// The label of a choice; its code when no form has it any more.
    String choice(GroupBy groupBy, String code, Language language) {
        return forms.stream()
                .flatMap(form -> form.questions().stream())
                .filter(question ->
                        question.indicator().isPresent() && question.indicator().equals(indicator(groupBy)))
                .flatMap(question -> question.findChoice(code).stream())
                .map(Choice::label)
                .filter(label -> !label.isEmpty())
                .findFirst()
                .map(label -> label.in(language))
                .orElse(code);
    }

    /// The label of a choice of a question of a form; its code when the form does not have it any more.
    String answer(String formId, String question, String code, Language language) {
        return forms.stream()
                .filter(form -> form.id().equals(formId))
                .flatMap(form -> form.findQuestion(question).stream())
                .flatMap(found -> found.findChoice(code).stream())
                .map(Choice::label)
                .filter(label -> !label.isEmpty())
                .findFirst()
                .map(label -> label.in(language))
                .orElse(code);
    }

    String of(GroupBy groupBy, GroupKey key, Words words) {
        return switch (key) {
            case GroupKey.OfMonth(var month) -> words.month(month);
            case GroupKey.OfForm(var formId) -> form(formId, words.language());
            case GroupKey.OfStatus(var status) -> words.text("report.status." + status.stored());
            case GroupKey.OfChoice(var code) ->
                code.isEmpty() ? words.text("summary.unsaid") : choice(groupBy, code, words.language());
            case GroupKey.Others() -> words.text("summary.others");
            case GroupKey.OfRegion(var region) -> region.title();
            case GroupKey.OfLibrary(var library) -> library.name();
            case GroupKey.OfReporter(var _, var name) -> name.orElseGet(() -> words.text("summary.erased"));
        };
    }

    /// What a form calls the column that feeds such groups.
    private static Optional<String> indicator(GroupBy groupBy) {
        return switch (groupBy) {
            case TOPIC, AGE_GROUP, ACTIVITY_FORM, PARTNER, FUND -> Optional.of(SummaryParameters.nameOf(groupBy));
            case NONE, MONTH, TYPE, STATUS, PROVINCE, REGENCY, DISTRICT, VILLAGE, LIBRARY, REPORTER, QUESTION ->
                Optional.empty();
        };
    }
}
