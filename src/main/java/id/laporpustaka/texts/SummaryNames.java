package id.laporpustaka.texts;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.GroupKey;
import java.util.List;
import java.util.Optional;

/// Names what a summary is broken down by, with the words of the forms themselves.
public final class SummaryNames {
    private final SummaryWords words;
    private final List<Form> forms;

    /// @param forms the present version of each
    public SummaryNames(SummaryWords words, List<Form> forms) {
        this.words = words;
        this.forms = List.copyOf(forms);
    }

    public String of(GroupBy groupBy, GroupKey key) {
        return switch (key) {
            case GroupKey.OfMonth(var month) -> words.month(month);
            case GroupKey.OfForm(var id) -> form(id);
            case GroupKey.OfStatus(var status) -> words.status(status);
            case GroupKey.OfChoice(var code) -> code.isEmpty() ? words.unknown() : choice(groupBy, code);
            case GroupKey.Others() -> words.others();
            case GroupKey.OfRegion(var region) -> region.title();
            case GroupKey.OfLibrary(var library) -> library.name();
            case GroupKey.OfReporter(var _, var name) -> name.orElseGet(words::unknown);
        };
    }

    /// The title of a form; its id when there is no such form any more.
    public String form(String id) {
        return forms.stream()
                .filter(form -> form.id().equals(id))
                .findFirst()
                .map(form -> form.title().in(language()))
                .orElse(id);
    }

    /// The label of a choice in the first form that has it; its code when none has it any more.
    public String choice(GroupBy groupBy, String code) {
        var indicator = indicator(groupBy);
        return forms.stream()
                .flatMap(form -> form.questions().stream())
                .filter(question ->
                        question.indicator().isPresent() && question.indicator().equals(indicator))
                .flatMap(question -> question.findChoice(code).stream())
                .map(Choice::label)
                .filter(label -> !label.isEmpty())
                .map((LocalizedText label) -> label.in(language()))
                .findFirst()
                .orElse(code);
    }

    /// What a form calls the column that feeds such groups.
    private static Optional<String> indicator(GroupBy groupBy) {
        return switch (groupBy) {
            case TOPIC -> Optional.of("topic");
            case AGE_GROUP -> Optional.of("age_group");
            case ACTIVITY_FORM -> Optional.of("activity_form");
            case PARTNER -> Optional.of("partner");
            case FUND -> Optional.of("fund");
            case NONE, MONTH, TYPE, STATUS, PROVINCE, REGENCY, DISTRICT, VILLAGE, LIBRARY, REPORTER, QUESTION ->
                Optional.empty();
        };
    }

    private Language language() {
        return words.language();
    }
}
