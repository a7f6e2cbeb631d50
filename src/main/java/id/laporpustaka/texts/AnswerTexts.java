package id.laporpustaka.texts;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.Evaluation;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What has been answered, in the words of one language: for a card, a document or a page alike. Plain text, to be
/// escaped where it is shown.
public final class AnswerTexts {
    private static final Pattern QUESTION = Pattern.compile("^(.+?)[?:]");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("^.+?[?:.](?=\\s)");
    private static final Set<String> YES_AND_NO = Set.of("YES", "NO");

    private final Wording words;

    AnswerTexts(Wording words) {
        this.words = words;
    }

    /// The answers to one prompt.
    ///
    /// @param prompt its name
    /// @param questions those of it that have an answer
    /// @param within the instance of a repeat that it belongs to, such as `Narasumber 2`
    /// @param label what was asked, without what it says after the question itself
    /// @param answer files as their number, such as `3 foto`
    /// @param title whether it is what the report is called
    /// @param telling whether the answer says by itself what it answers
    public record Answer(
            String prompt,
            List<Question> questions,
            Optional<String> within,
            String label,
            String answer,
            boolean title,
            boolean telling) {
        public Answer {
            questions = List.copyOf(questions);
        }
    }

    /// All answers of a report as it was sent, in the order of the form. What was relevant then counts, whatever
    /// the rules of the form would say of it today.
    public List<Answer> list(Form form, Answers sent, Facts facts) {
        var evaluation = form.evaluate(sent, facts);
        Function<Prompt, Map<String, Value>> valuesOf = prompt -> valuesOf(prompt, sent);
        var answered = evaluation.prompts().stream()
                .filter(prompt -> !valuesOf.apply(prompt).isEmpty())
                .toList();
        return list(evaluation, answered, valuesOf);
    }

    private static Map<String, Value> valuesOf(Prompt prompt, Answers sent) {
        var values = new LinkedHashMap<String, Value>();
        for (var question : prompt.questions()) {
            if (question.type().isAnswered()) {
                sent.find(question.name()).ifPresent(value -> values.put(question.name(), value));
            }
        }
        return values;
    }

    List<Answer> list(Evaluation evaluation, List<Prompt> answered, Function<Prompt, Map<String, Value>> valuesOf) {
        return answered.stream()
                .map(prompt -> answer(evaluation, prompt, valuesOf.apply(prompt), answered))
                .toList();
    }

    Answer answer(Evaluation evaluation, Prompt prompt, Map<String, Value> values, List<Prompt> answered) {
        return new Answer(
                prompt.name(),
                prompt.questions().stream()
                        .filter(question -> values.containsKey(question.name()))
                        .toList(),
                prompt.within().map(words::within),
                question(prompt),
                words.answer(evaluation, prompt, values),
                isTitle(prompt),
                speaksForItself(prompt) && !hasTwin(prompt, answered));
    }

    private static boolean isTitle(Prompt prompt) {
        return prompt.questions().getFirst().indicator().filter("title"::equals).isPresent();
    }

    /// Without what it says after the question itself, such as `Boleh pilih beberapa.`
    String question(Prompt prompt) {
        var label = prompt.label().in(words.language());
        var question = FIRST_SENTENCE.matcher(label);
        return question.find() ? question.group() : label;
    }

    /// The beginning of a question, without its mark; empty if it has none.
    static String beginning(String label) {
        var question = QUESTION.matcher(label);
        return question.find() ? question.group(1) : "";
    }

    /// A day, a number of people, photos, or a choice with a label of its own; not a number, a free text, or a
    /// bare yes.
    private static boolean speaksForItself(Prompt prompt) {
        var question = prompt.questions().getFirst();
        return switch (question.type()) {
            case DATE, DATETIME, IMAGE, AUDIO, VIDEO, FILE, GEOPOINT -> true;
            case SELECT_ONE -> question.choices().stream().noneMatch(choice -> YES_AND_NO.contains(choice.code()));
            case INTEGER, DECIMAL, RANGE -> prompt instanceof Prompt.FieldList;
            case TEXT, TIME, SELECT_MULTIPLE, NOTE, ACKNOWLEDGE, CALCULATE, HIDDEN, START, END, TODAY, USERNAME ->
                false;
        };
    }

    /// Whether another answer is one of the same choices, another day or another file, so that neither says what
    /// it answers.
    private static boolean hasTwin(Prompt prompt, List<Prompt> answered) {
        var question = prompt.questions().getFirst();
        return !(prompt instanceof Prompt.FieldList)
                && !isPeriod(question)
                && answered.stream()
                        .map(other -> other.questions().getFirst())
                        .anyMatch(other -> !other.name().equals(question.name())
                                && !isPeriod(other)
                                && other.type() == question.type()
                                && other.choices().equals(question.choices()));
    }

    /// The first and the last day of what is reported are read as such.
    private static boolean isPeriod(Question question) {
        return question.indicator().filter(name -> name.startsWith("date_")).isPresent();
    }
}
