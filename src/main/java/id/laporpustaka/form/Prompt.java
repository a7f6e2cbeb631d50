package id.laporpustaka.form;

import java.util.List;
import java.util.Optional;

/// What is asked in one message. [Evaluation#prompts()] lists them as they stand now.
public sealed interface Prompt {
    String name();

    LocalizedText label();

    Optional<LocalizedText> hint();

    /// Asked only on request.
    boolean detail();

    /// Empty for [Another] alone.
    List<Question> questions();

    /// Names the prompt on buttons, for as long as the form version lives: its place among [Form#prompts()], in a
    /// repeat followed by the instance, as in `7_2`.
    String place();

    /// The instance of a repeat that it is asked for.
    Optional<Within> within();

    /// One instance of a repeat.
    ///
    /// @param label that of the repeat
    /// @param instance from 1
    record Within(LocalizedText label, int instance) {}

    record Single(Question question, String place, Optional<Within> within) implements Prompt {
        @Override
        public String name() {
            return question.name();
        }

        @Override
        public LocalizedText label() {
            return question.label();
        }

        @Override
        public Optional<LocalizedText> hint() {
            return question.hint();
        }

        @Override
        public boolean detail() {
            return question.detail();
        }

        @Override
        public List<Question> questions() {
            return List.of(question);
        }
    }

    /// A group with the appearance `field-list`: one message, and one reply that may answer all of it.
    record FieldList(
            String name,
            LocalizedText label,
            Optional<LocalizedText> hint,
            boolean detail,
            List<Question> questions,
            String place,
            Optional<Within> within)
            implements Prompt {
        public FieldList {
            questions = List.copyOf(questions);
        }

        public Optional<Question> findIndicator(String indicator) {
            return questions.stream()
                    .filter(question ->
                            question.indicator().filter(indicator::equals).isPresent())
                    .findFirst();
        }
    }

    /// Whether there is one more to tell of, asked after the last instance of a repeat.
    ///
    /// @param name that of the repeat
    /// @param count how many instances there are, 0 or more
    record Another(
            String name, LocalizedText label, Optional<LocalizedText> hint, boolean detail, int count, String place)
            implements Prompt {
        /// How many instances a report can have.
        public static final int MOST = Instances.MOST;

        @Override
        public List<Question> questions() {
            return List.of();
        }

        @Override
        public Optional<Within> within() {
            return Optional.empty();
        }
    }
}
