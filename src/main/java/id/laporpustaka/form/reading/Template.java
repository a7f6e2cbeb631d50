package id.laporpustaka.form.reading;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Evaluation;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A form as plain text that is copied, filled in without a connection, and sent back in one message.
///
/// The first line names the form (`[PM] Pelibatan masyarakat`), then every prompt has a line with its label, and
/// where it helps a line in brackets that says how to answer. Photos and repeats are asked afterwards.
public final class Template {
    /// Nothing is longer: a message of Telegram has at most 4,096 characters, and the answers need room.
    static final int LONGEST = 3_500;

    private static final Pattern BLANK = Pattern.compile("[\\s.…_:*~-]*");
    private static final Pattern QUOTED = Pattern.compile("(?m)^[ \\t]*(?:[>|»]+[ \\t]?)+");
    private static final Pattern RULE = Pattern.compile("^[^\\p{L}\\p{N}]*(?:---|===|———|___).*");
    private static final Pattern NUMBERS =
            Pattern.compile("(?:no\\.? ?|nomor )?\\d{1,2}[.)]?(?:(?: ?[,;&+/] ?| dan | and | )\\d{1,2}[.)]?)*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final Pattern NUMBER_BEFORE_LABEL = Pattern.compile("^\\d{1,2}[.) ]+(?=\\p{L})");
    private static final int FEWEST_LABELS = 3;

    private Template() {}

    /// The words around the form's own, in the language of the template.
    ///
    /// @param heading how to fill it in and send it back; `*` marks what is required
    /// @param details names the part that may be left blank
    /// @param sameChoices says that the choices are those of an earlier line, whose number stands for `{0}`
    public record Wording(String heading, String details, String sameChoices) {}

    /// `evaluation` is that of the form without answers. Choices of a detail are left out where the text would
    /// become too long; people may type them all the same.
    public static String write(Form form, Evaluation evaluation, Language language, Wording wording) {
        return new TemplateWriter(form, evaluation, language, wording).write();
    }

    /// A template in a message, also one that was changed on its way: bullets, numbers, spaces and line breaks,
    /// missing lines, answers below their label, quoted. Without its first line it is known by its labels.
    public static Optional<FilledTemplate> find(String text, List<Form> forms) {
        if (text.length() > 2 * LONGEST || text.indexOf('\n') < 0) {
            return Optional.empty();
        }
        var plain = QUOTED.matcher(text.replaceAll("\\R", "\n").replace('\u00A0', ' '))
                .replaceAll("");
        var named = forms.stream()
                .filter(form -> plain.lines().anyMatch(line -> TemplateFinder.isName(form, line)))
                .toList();
        if (named.isEmpty() && plain.lines().filter(Template::mayAsk).count() < FEWEST_LABELS) {
            return Optional.empty();
        }
        var best = Optional.<FilledTemplate>empty();
        var most = named.isEmpty() ? FEWEST_LABELS - 1 : 0;
        for (var form : named.isEmpty() ? forms : named) {
            var found = new TemplateFinder(form).find(plain);
            if (found.labels() > most) {
                best = Optional.of(new FilledTemplate(form, found.texts()));
                most = found.labels();
            } else if (found.labels() == most) {
                best = Optional.empty();
            }
        }
        return best;
    }

    /// A line may have a label only before a mark, or at its end.
    private static boolean mayAsk(String line) {
        return line.indexOf(':') >= 0 || line.indexOf('?') >= 0 || line.indexOf('=') >= 0;
    }

    /// `evaluation` is that of the form without answers, whose choices are numbered as in the template;
    /// `messageDate` is the day of the message in the library's zone.
    public static TemplateReading read(
            FilledTemplate filled, Evaluation evaluation, LocalDate messageDate, Language language) {
        var reader = new AnswerReader();
        var values = new LinkedHashMap<String, Value>();
        var approximate = new LinkedHashSet<String>();
        var problems = new LinkedHashMap<String, Reading>();
        filled.texts()
                .forEach((name, text) -> evaluation.findPrompt(name).ifPresent(prompt -> {
                    var question = prompt.questions().getFirst();
                    var choices = evaluation.choices(question);
                    var answer = question.type() == QuestionType.TEXT
                                    || question.type().isSelect()
                            ? text
                            : text.replaceAll("\\s+", " ");
                    var reading = question.type().isSelect()
                            ? findNumbered(question, choices, answer)
                                    .orElseGet(() -> readChoice(reader, prompt, choices, answer, messageDate, language))
                            : reader.read(prompt, choices, answer, messageDate, language);
                    switch (reading) {
                        case Reading.Understood(var understood, var isApproximate) -> {
                            values.putAll(understood);
                            if (isApproximate) {
                                approximate.addAll(understood.keySet());
                            }
                        }
                        case Reading.DayRange range -> putRange(filled.form(), question, range, values);
                        case Reading.Ambiguous _, Reading.TotalOnly _, Reading.Refused _ -> problems.put(name, reading);
                    }
                }));
        return new TemplateReading(values, approximate, problems);
    }

    /// Photos and repeats are not.
    static boolean isWritten(Prompt prompt) {
        return prompt.within().isEmpty()
                && !prompt.questions().isEmpty()
                && prompt.questions().stream()
                        .allMatch(question ->
                                question.type().isAnswered() && !question.type().isMedia() && !question.readOnly());
    }

    private static Reading readChoice(
            AnswerReader reader,
            Prompt prompt,
            List<Choice> choices,
            String text,
            LocalDate messageDate,
            Language language) {
        var bare = NUMBER_BEFORE_LABEL.matcher(text).replaceFirst("");
        return reader.read(prompt, choices, bare, messageDate, language);
    }

    /// `2`, `1, 3`: as the template numbers the choices.
    private static Optional<Reading> findNumbered(Question question, List<Choice> choices, String text) {
        var plain = Spelling.plain(text.replace('\n', ','));
        if (!NUMBERS.matcher(plain).matches()) {
            return Optional.empty();
        }
        Set<String> codes = new LinkedHashSet<>();
        var numbers = new ArrayList<>(NUMBER.matcher(plain)
                .results()
                .map(found -> Integer.parseInt(found.group()))
                .toList());
        for (var number : numbers) {
            if (number < 1 || number > choices.size()) {
                return Optional.of(new Reading.Refused(new Refusal.NotAChoice(text.strip())));
            }
            codes.add(choices.get(number - 1).code());
        }
        var isOne = question.type() == QuestionType.SELECT_ONE;
        return Optional.of(
                isOne && codes.size() > 1
                        ? new Reading.Ambiguous(
                                question.name(),
                                new AmbiguityKind.SeveralChoices(),
                                codes.stream().<Value>map(Value.Selected::of).toList())
                        : new Reading.Understood(
                                Map.of(question.name(), new Value.Selected(List.copyOf(codes))), false));
    }

    private static void putRange(Form form, Question question, Reading.DayRange range, Map<String, Value> values) {
        values.put(question.name(), new Value.Day(range.start()));
        if (question.indicator().filter("date_start"::equals).isPresent()) {
            form.questions().stream()
                    .filter(other ->
                            other.indicator().filter("date_end"::equals).isPresent())
                    .findFirst()
                    .ifPresent(end -> values.put(end.name(), new Value.Day(range.end())));
        }
    }

    static boolean isBlank(String text) {
        return BLANK.matcher(text).matches();
    }

    static boolean isRule(String line) {
        return RULE.matcher(line).matches();
    }
}
