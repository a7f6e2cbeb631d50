package id.laporpustaka.form.reading;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a typed text as the answer to a prompt. Whether the form accepts the answer is for
/// [id.laporpustaka.form.Evaluation#violation(Question, Value)] to say.
public final class AnswerReader {
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_SHORT_ANSWER = 500;
    static final long LARGEST_NUMBER = 1_000_000_000_000_000L;
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");
    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("[\\p{Cc}&&[^\\n]]");
    private static final Pattern TIME_PART = Pattern.compile(
            "(?i)(?:(?:jam|pukul|pkl)\\s*[\\d.:a-z ]+|\\b\\d{1,2}[.:]\\d{2}(?:\\s*(?:wib|wita|wit))?)$");

    private static final Pattern OTHER_THAN_LETTERS = Pattern.compile("[^a-z]+");
    private static final Pattern GREETING_END = Pattern.compile("(?i)(?:[,.!:\\n-]|lapor|melaporkan|laporan)\\s*$");

    private final ControlWords controls = new ControlWords();

    /// `choices` are those that fit the other answers, as [id.laporpustaka.form.Evaluation#choices(Question)] lists
    /// them.
    /// `messageDate` is the day of the message in the library's zone; days are told from it.
    public Reading read(Prompt prompt, List<Choice> choices, String text, LocalDate messageDate, Language language) {
        return switch (prompt) {
            case Prompt.Single single -> read(single.question(), choices, text, messageDate);
            case Prompt.FieldList list -> readList(list, text, messageDate, language);
            case Prompt.Another another -> throw new IllegalArgumentException(another.name() + " takes no answer");
        };
    }

    private Reading read(Question question, List<Choice> choices, String text, LocalDate messageDate) {
        if (question.type() == QuestionType.TEXT) {
            return readText(question, text);
        }
        var bare = controls.withoutAddress(controls.withoutCourtesy(text));
        if (bare.isEmpty() || bare.length() > LONGEST_SHORT_ANSWER) {
            return new Reading.Refused(
                    bare.isEmpty() ? new Refusal.Empty() : new Refusal.TextTooLong(LONGEST_SHORT_ANSWER));
        }
        return switch (question.type()) {
            case TEXT -> readText(question, text);
            case INTEGER, DECIMAL, RANGE -> readNumber(question, bare);
            case DATE -> readDate(question, bare, messageDate);
            case TIME -> readTime(question, bare);
            case DATETIME -> readMoment(question, bare, messageDate);
            case SELECT_ONE -> new ChoiceReader(question.name(), choices).readOne(bare);
            case SELECT_MULTIPLE -> new ChoiceReader(question.name(), choices).readMany(bare);
            case IMAGE, AUDIO, VIDEO, FILE -> new Reading.Refused(new Refusal.FileExpected());
            case GEOPOINT -> readPlace(question, bare);
            case ACKNOWLEDGE ->
                controls.find(bare).filter(Control.YES::equals).isPresent()
                        ? understood(question, new Value.Acknowledged())
                        : new Reading.Refused(new Refusal.NotAChoice(bare));
            case NOTE, CALCULATE, HIDDEN, START, END, TODAY, USERNAME ->
                throw new IllegalArgumentException(question.name() + " takes no answer");
        };
    }

    private Reading readText(Question question, String typed) {
        var normal = Normalizer.normalize(typed.replace("\r\n", "\n"), Normalizer.Form.NFKC);
        var text = EMPTY_LINES
                .matcher(CONTROL_CHARACTERS.matcher(normal).replaceAll(" "))
                .replaceAll("\n\n")
                .strip();
        var content = withoutClearGreeting(text);
        if (content.isEmpty()) {
            return new Reading.Refused(new Refusal.Empty());
        }
        if (content.length() > LONGEST_TEXT) {
            return new Reading.Refused(new Refusal.TextTooLong(LONGEST_TEXT));
        }
        var isLink = question.indicator().filter("link"::equals).isPresent();
        return understood(question, new Value.Text(isLink ? Links.withScheme(content) : content));
    }

    /// `Selamat pagi Indonesia` may be a name; a greeting is one if a mark or a request to report follows it.
    private String withoutClearGreeting(String text) {
        var content = controls.withoutGreeting(text);
        var greeting = text.substring(0, Math.max(0, text.length() - content.length()));
        return content.isEmpty() || GREETING_END.matcher(greeting).find() ? content : text;
    }

    private static Reading readNumber(Question question, String text) {
        return switch (NumberReader.read(text, question.isMoney(), words(question))) {
            case NumberReading.Exact(var number, var approximate) -> readExact(question, number, approximate);
            case NumberReading.Several(var kind, var candidates) ->
                new Reading.Ambiguous(
                        question.name(),
                        kind,
                        candidates.stream()
                                .flatMap(number -> findValue(question, number).stream())
                                .toList());
            case NumberReading.NoNumber() -> new Reading.Refused(new Refusal.NotANumber());
        };
    }

    /// The words of the question, with which a number may be given: `20 hari`, `50 buku`.
    private static Set<String> words(Question question) {
        return Stream.concat(Stream.of(question.label()), question.hint().stream())
                .flatMap(text -> Stream.of(Language.values()).map(text::in))
                .flatMap(text -> OTHER_THAN_LETTERS.splitAsStream(Spelling.plain(text)))
                .filter(word -> word.length() > 2 && !NumberWords.isNumber(word))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Reading readExact(Question question, BigDecimal number, boolean approximate) {
        if (number.signum() < 0 && (question.isMoney() || question.indicator().isPresent())) {
            return new Reading.Refused(new Refusal.Negative());
        }
        if (number.compareTo(BigDecimal.valueOf(LARGEST_NUMBER)) > 0) {
            return new Reading.Refused(new Refusal.OutOfRange(LARGEST_NUMBER));
        }
        return findValue(question, number)
                .<Reading>map(value -> new Reading.Understood(Map.of(question.name(), value), approximate))
                .orElseGet(() -> new Reading.Refused(new Refusal.NotWhole()));
    }

    /// Empty if the number has a fraction and the question takes none.
    private static Optional<Value> findValue(Question question, BigDecimal number) {
        var fraction = number.stripTrailingZeros().scale() > 0;
        if (question.type() == QuestionType.DECIMAL || (question.type() == QuestionType.RANGE && fraction)) {
            return Optional.of(new Value.Decimal(number));
        }
        return number.stripTrailingZeros().scale() <= 0 && number.compareTo(BigDecimal.valueOf(LARGEST_NUMBER)) <= 0
                ? Optional.of(new Value.Whole(number.longValueExact()))
                : Optional.empty();
    }

    /// What is reported has happened; any other day may lie ahead, unless the form says otherwise.
    private static boolean isTooLate(Question question, LocalDate date, LocalDate messageDate) {
        return date.isAfter(messageDate)
                && question.indicator()
                        .filter(indicator -> indicator.startsWith("date_"))
                        .isPresent();
    }

    private static Reading readDate(Question question, String text, LocalDate messageDate) {
        if (question.appearances().contains("month-year")) {
            return readStart(
                    question,
                    MonthReader.findMonth(text, messageDate).map(month -> month.atDay(1)),
                    messageDate,
                    new Refusal.NotAMonth());
        }
        if (question.appearances().contains("year")) {
            return readStart(
                    question,
                    MonthReader.findYear(text, messageDate).map(year -> year.atDay(1)),
                    messageDate,
                    new Refusal.NotAYear());
        }
        return switch (DateReader.read(text, messageDate)) {
            case DateReading.OneDay(var date) ->
                isTooLate(question, date, messageDate)
                        ? new Reading.Refused(new Refusal.FutureDate(date))
                        : understood(question, new Value.Day(date));
            case DateReading.Between(var start, var end) ->
                isTooLate(question, end, messageDate)
                        ? new Reading.Refused(new Refusal.FutureDate(end))
                        : new Reading.DayRange(start, end);
            case DateReading.Unclear(var kind, var candidates) -> unclear(question, kind, candidates, messageDate);
            case DateReading.NoDate() -> new Reading.Refused(new Refusal.NotADate());
        };
    }

    /// A month or a year is kept as its first day.
    private static Reading readStart(
            Question question, Optional<LocalDate> start, LocalDate messageDate, Refusal otherwise) {
        return start.<Reading>map(date -> isTooLate(question, date, messageDate)
                        ? new Reading.Refused(new Refusal.FutureDate(date))
                        : understood(question, new Value.Day(date)))
                .orElseGet(() -> new Reading.Refused(otherwise));
    }

    private static Reading unclear(
            Question question, AmbiguityKind kind, List<LocalDate> candidates, LocalDate messageDate) {
        var past = candidates.stream()
                .filter(date -> !isTooLate(question, date, messageDate))
                .toList();
        if (past.isEmpty() && !candidates.isEmpty()) {
            return new Reading.Refused(new Refusal.FutureDate(candidates.getFirst()));
        }
        return new Reading.Ambiguous(
                question.name(), kind, past.stream().<Value>map(Value.Day::new).toList());
    }

    private static Reading readPlace(Question question, String text) {
        return GeopointReader.find(text)
                .map(found -> understood(
                        question,
                        new Value.Location(
                                found.latitude().doubleValue(),
                                found.longitude().doubleValue(),
                                OptionalDouble.empty())))
                .orElseGet(() -> new Reading.Refused(new Refusal.NotAPlace()));
    }

    private static Reading readTime(Question question, String text) {
        var times = TimeReader.list(text);
        return switch (times.size()) {
            case 0 -> new Reading.Refused(new Refusal.NotATime());
            case 1 -> understood(question, new Value.TimeOfDay(times.getFirst()));
            default ->
                new Reading.Ambiguous(
                        question.name(),
                        new AmbiguityKind.UnsureTime(),
                        times.stream().<Value>map(Value.TimeOfDay::new).toList());
        };
    }

    private static Reading readMoment(Question question, String text, LocalDate messageDate) {
        var time = TIME_PART.matcher(text);
        if (!time.find()) {
            return new Reading.Refused(new Refusal.NotATime());
        }
        var times = TimeReader.list(time.group());
        var date = readDate(question, text.substring(0, time.start()), messageDate);
        if (times.isEmpty()) {
            return new Reading.Refused(new Refusal.NotATime());
        }
        if (!(date instanceof Reading.Understood understood)
                || !(understood.values().get(question.name()) instanceof Value.Day(var day))) {
            return date;
        }
        return times.size() == 1
                ? understood(question, new Value.Moment(day.atTime(times.getFirst())))
                : new Reading.Ambiguous(
                        question.name(),
                        new AmbiguityKind.UnsureTime(),
                        times.stream()
                                .<Value>map(hour -> new Value.Moment(day.atTime(hour)))
                                .toList());
    }

    private Reading readList(Prompt.FieldList list, String typed, LocalDate messageDate, Language language) {
        var text = controls.withoutAddress(controls.withoutCourtesy(typed));
        if (text.length() > LONGEST_SHORT_ANSWER) {
            return new Reading.Refused(new Refusal.TextTooLong(LONGEST_SHORT_ANSWER));
        }
        var male = list.findIndicator("male");
        var female = list.findIndicator("female");
        if (male.isPresent() && female.isPresent()) {
            return readParticipants(list, male.get(), female.get(), text, language);
        }
        var parts = text.split("[;\\n]|, |(?<=\\s)/(?=\\s)", -1);
        if (parts.length != list.questions().size()) {
            return new Reading.Refused(new Refusal.NotSplit());
        }
        var values = new LinkedHashMap<String, Value>();
        for (var i = 0; i < parts.length; i++) {
            var question = list.questions().get(i);
            var reading = read(question, question.choices(), parts[i], messageDate);
            if (!(reading instanceof Reading.Understood understood)) {
                return reading;
            }
            values.putAll(understood.values());
        }
        return new Reading.Understood(values, false);
    }

    private static Reading readParticipants(
            Prompt.FieldList list, Question male, Question female, String text, Language language) {
        return switch (ParticipantReader.read(text, language)) {
            case ParticipantReader.Count.Split(var men, var women, var approximate) -> {
                var values = new LinkedHashMap<String, Value>();
                values.put(male.name(), new Value.Whole(men));
                values.put(female.name(), new Value.Whole(women));
                yield new Reading.Understood(values, approximate);
            }
            case ParticipantReader.Count.Total(var total, var approximate, var splitUnknown) -> {
                var question = list.findIndicator("stated_total");
                yield splitUnknown && question.isPresent()
                        ? new Reading.Understood(Map.of(question.get().name(), new Value.Whole(total)), approximate)
                        : new Reading.TotalOnly(total, approximate);
            }
            case ParticipantReader.Count.Mismatch(var total, var men, var women) ->
                new Reading.Refused(new Refusal.SplitMismatch(total, men, women));
            case ParticipantReader.Count.Unclear() -> new Reading.Refused(new Refusal.NotSplit());
            case ParticipantReader.Count.NoNumber() -> new Reading.Refused(new Refusal.NotANumber());
        };
    }

    private static Reading understood(Question question, Value value) {
        return new Reading.Understood(Map.of(question.name(), value), false);
    }
}
