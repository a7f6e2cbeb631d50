package id.laporpustaka.form;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A built-in form with some answers, for tests: what it asks, refuses and doubts. Messages are the Indonesian
/// ones.
///
/// @param known what the library has reported, by column, key and value: `number by month ST/2025-07`
record Filled(Form form, LocalDate today, Answers answers, Map<String, String> known) {
    static final LocalDate TODAY = LocalDate.of(2025, 8, 20);

    static Filled of(String id) {
        return new Filled(BuiltInForm.get(id), TODAY, Answers.none(), Map.of());
    }

    Filled on(LocalDate other) {
        return new Filled(form, other, answers, known);
    }

    /// A text, codes with spaces between them, a whole number, or a day, as the question takes it.
    Filled with(String name, Object answer) {
        return with(answers.with(name, value(name, answer)));
    }

    Filled withPhoto() {
        var file = new MediaFile("file", "unique", "image/jpeg", 1);
        return with(answers.with("photos", new Value.Media(List.of(file))));
    }

    Filled without(String name) {
        return with(answers.without(name));
    }

    private Filled with(Answers other) {
        return new Filled(form, today, other, known);
    }

    /// @param what as in [#known()]
    Filled knowing(String what, String found) {
        return new Filled(form, today, answers, Map.of(what, found));
    }

    /// The prompts in the order in which they are asked of someone who gives these answers and wants no details.
    List<String> path() {
        var given = with(Answers.none());
        var asked = new ArrayList<String>();
        for (var next = given.findNext(asked); next.isPresent(); next = given.findNext(asked)) {
            asked.add(next.get().name());
            for (var question : next.get().questions()) {
                var answer = answers.find(question.name());
                if (answer.isPresent()) {
                    given = with(given.answers.with(question.name(), answer.get()));
                }
            }
        }
        return asked;
    }

    private Optional<Prompt> findNext(List<String> asked) {
        var evaluation = evaluation();
        return form.prompts().stream()
                .filter(prompt -> evaluation.relevant(prompt) && !asked.contains(prompt.name()))
                .filter(prompt -> !prompt.detail() || evaluation.required(prompt))
                .findFirst();
    }

    /// The optional prompts that would be asked on request.
    List<String> details() {
        var evaluation = evaluation();
        return form.prompts().stream()
                .filter(prompt -> evaluation.relevant(prompt) && prompt.detail() && !evaluation.required(prompt))
                .map(Prompt::name)
                .toList();
    }

    boolean asks(String name) {
        return evaluation().relevant(question(name));
    }

    boolean requires(String name) {
        return evaluation().required(question(name));
    }

    List<String> choices(String name) {
        return evaluation().choices(question(name)).stream().map(Choice::code).toList();
    }

    boolean takes(String name, Object answer) {
        return refusal(name, answer).isEmpty();
    }

    Optional<String> refusal(String name, Object answer) {
        return evaluation()
                .violation(question(name), value(name, answer))
                .map(message -> message.in(Language.INDONESIAN));
    }

    /// Like [#refusal(String, Object)], when the answer has been given and is looked at again.
    Optional<String> objection(String name, Object answer) {
        var given = with(name, answer);
        return given.evaluation().violation(question(name)).map(message -> message.in(Language.INDONESIAN));
    }

    /// As when the answer has been given and is looked at again.
    Optional<String> doubt(String name, Object answer) {
        var given = with(name, answer);
        return given.evaluation().warning(question(name)).map(message -> message.in(Language.INDONESIAN));
    }

    Optional<String> doubtOfPhotos() {
        return evaluation().warning(question("photos")).map(message -> message.in(Language.INDONESIAN));
    }

    Optional<Value> counted(String name) {
        return evaluation().effective().find(name);
    }

    /// What is wrong or doubtful with the answers as they are.
    List<String> complaints() {
        var evaluation = evaluation();
        var complaints = new ArrayList<String>();
        for (var question : form.questions()) {
            evaluation.violation(question).ifPresent(message -> complaints.add(message.in(Language.INDONESIAN)));
            evaluation.warning(question).ifPresent(message -> complaints.add(message.in(Language.INDONESIAN)));
        }
        return complaints;
    }

    Evaluation evaluation() {
        var facts = new Facts(today, ZoneId.of("Asia/Jakarta"), Language.INDONESIAN);
        return form.evaluate(answers, facts.with(new Past()));
    }

    private final class Past implements ExternalData {
        @Override
        public Optional<String> find(ExternalCell cell) {
            return Optional.of(known.getOrDefault(cell.column() + " by " + cell.key() + " " + cell.value(), ""));
        }

        @Override
        public Optional<List<Map<String, String>>> findRows(ExternalTable table) {
            return Optional.of(
                    table == ExternalTable.MY_REPORTS
                            ? Stream.of("PM", "PB", "ST", "CD").map(this::row).toList()
                            : List.of());
        }

        private Map<String, String> row(String form) {
            return Map.of("name", form + "-1", "label", "Laporan " + form, "form_id", form);
        }
    }

    private Question question(String name) {
        return form.findQuestion(name).orElseThrow(() -> new AssertionError("No question " + name));
    }

    private Value value(String name, Object answer) {
        return switch (answer) {
            case Integer number -> new Value.Whole(number);
            case Long number -> new Value.Whole(number);
            case LocalDate day -> new Value.Day(day);
            case String text ->
                question(name).type().isSelect()
                        ? new Value.Selected(List.of(text.split(" ", -1)))
                        : new Value.Text(text);
            default -> throw new AssertionError("No answer is a " + answer.getClass());
        };
    }
}
