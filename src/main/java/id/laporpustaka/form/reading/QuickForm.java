package id.laporpustaka.form.reading;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The questions of a form that a message can answer, by what they ask for. Safe to use from all threads.
final class QuickForm {
    /// What is only added up has no words of its own in messages; its label does.
    private static final String OF_FIGURES = "figure_";

    private final Form form;
    private final Map<String, List<ChoiceNames>> names = new ConcurrentHashMap<>();

    private QuickForm(Form form) {
        this.form = form;
    }

    static QuickForm of(Form form) {
        return form.derived(QuickForm.class, QuickForm::new);
    }

    /// The names of its choices, made once.
    List<ChoiceNames> names(Question question) {
        return names.computeIfAbsent(question.name(), _ -> ChoiceNames.listOf(question.choices()));
    }

    Optional<Question> findText(String indicator) {
        return find(indicator, QuestionType.TEXT);
    }

    Optional<Question> findDate(String indicator) {
        return find(indicator, QuestionType.DATE)
                .filter(question -> !question.appearances().contains("month-year")
                        && !question.appearances().contains("year"));
    }

    Optional<Question> findMonth(String indicator) {
        return find(indicator, QuestionType.DATE)
                .filter(question -> question.appearances().contains("month-year"));
    }

    /// The choices that tell what kind of thing is reported.
    List<Question> listKinds() {
        return KindWords.INDICATORS.stream()
                .flatMap(indicator -> findChoice(indicator).stream())
                .toList();
    }

    /// Numbers of which only their own words say what they count.
    List<Question> listUnmarkedNumbers() {
        return unmarked()
                .filter(question -> question.type() == QuestionType.INTEGER)
                .toList();
    }

    /// Without those that are answered by yes or no, which says nothing alone.
    List<Question> listUnmarkedChoices() {
        return unmarked()
                .filter(question -> question.type().isSelect())
                .filter(question -> question.findChoice("YES").isEmpty())
                .toList();
    }

    List<Question> listChoices() {
        return form.questions().stream()
                .filter(question -> question.type().isSelect())
                .toList();
    }

    private Stream<Question> unmarked() {
        return form.questions().stream()
                .filter(question -> !question.readOnly()
                        && question.indicator()
                                .filter(indicator -> !indicator.startsWith(OF_FIGURES))
                                .isEmpty())
                .filter(question -> form.findRepeatOf(question).isEmpty());
    }

    Optional<Question> findNumber(String indicator) {
        return find(indicator, QuestionType.INTEGER).or(() -> find(indicator, QuestionType.DECIMAL));
    }

    Optional<Question> findChoice(String indicator) {
        return find(indicator, QuestionType.SELECT_ONE).or(() -> find(indicator, QuestionType.SELECT_MULTIPLE));
    }

    private Optional<Question> find(String indicator, QuestionType type) {
        return form.questions().stream()
                .filter(question -> question.type() == type && !question.readOnly())
                .filter(question -> form.findRepeatOf(question).isEmpty())
                .filter(question ->
                        question.indicator().filter(indicator::equals).isPresent())
                .findFirst();
    }
}
