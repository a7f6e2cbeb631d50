package id.laporpustaka.form;

import java.util.List;
import java.util.Optional;

/// What is asked in one message.
public sealed interface Prompt {
    String name();

    LocalizedText label();

    Optional<LocalizedText> hint();

    /// Asked only on request.
    boolean detail();

    List<Question> questions();

    record Single(Question question) implements Prompt {
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
            String name, LocalizedText label, Optional<LocalizedText> hint, boolean detail, List<Question> questions)
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
}
