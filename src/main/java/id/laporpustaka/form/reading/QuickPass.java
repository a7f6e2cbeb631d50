package id.laporpustaka.form.reading;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import id.laporpustaka.form.reading.MessageText.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// One message being read; what is understood is taken out of it, and what is left is the title.
final class QuickPass {
    private static final Pattern SESSIONS = Pattern.compile("(?<![\\p{L}\\d])(?:\\d{1,2}|" + NumberWords.RUN
            + ")\\s*(?:x|kali)?\\s*(?:pertemuan|sesi|sessions?|meetings?)(?!\\p{L})");
    private static final String NUMBER = "(?:\\d{1,4}|" + NumberWords.RUN + ")";
    private static final Pattern DISABLED =
            Pattern.compile("(?:(?<!\\p{L})(?:termasuk|ada|including)\\s+)?(?<![\\p{L}\\d])"
                    + NUMBER
                    + "\\s*(?:orang\\s*|org\\s*)?(?:penyandang\\s*)?(?:disabilitas|difabel|disabled|with"
                    + " disabilities)(?!\\p{L})|(?<!\\p{L})(?:difabel|disabilitas)\\s*:\\s*" + NUMBER);
    private static final Pattern NOT_IN_NUMBER = Pattern.compile("[^\\d\\p{L} ]|difabel|disabilitas|penyandang|disabled"
            + "|with disabilities|termasuk|ada|including|pertemuan|sesi|sessions?|meetings?|kali|(?<=\\d) ?x");
    private static final Set<String> CHOICE_KEYS =
            Set.of("activity_form", "partner", "fund", "topic", "target_group", "age_group");

    private final QuickForm form;
    private final MessageText message;
    private final QuickFindings findings;
    private final LocalDate today;
    private final Language language;
    private final PhrasePass phrases;
    private boolean hasParticipants;

    QuickPass(Form form, MessageText message, QuickFindings findings, LocalDate today, Language language) {
        this.form = QuickForm.of(form);
        this.message = message;
        this.findings = findings;
        this.today = today;
        this.language = language;
        this.phrases = new PhrasePass(this.form, message, findings);
    }

    void run() {
        takeTitleAndDates(Keys.list(message));
        takeLinks();
        takeMoney();
        takeParticipants();
        takeNumbers("sessions", SESSIONS);
        takeNumbers("disabled", DISABLED);
        takeMonth();
        takeDates();
        new CountPass(form, message, findings).run();
        ParticipantSpans.totals(message).forEach(this::takeTotal);
        Keys.list(message).forEach(this::takeKeyed);
        DateSpans.listTimes(message).forEach(this::leaveUnread);
        phrases.takePhrases();
        phrases.takeNamedChoices();
        takeTitle();
    }

    /// A title beside other keys is taken as it is, with all days and names in it.
    private void takeTitleAndDates(List<Keys.Key> keys) {
        for (var key : keys) {
            var value = message.part(key.value()).strip();
            if (value.isEmpty()) {
                continue;
            }
            if (key.indicator().equals("title") && keys.size() > 1) {
                form.findText("title")
                        .filter(question -> !findings.has(question))
                        .ifPresent(question -> {
                            Titles.find(value).ifPresent(title -> findings.put(question, new Value.Text(title), value));
                            take(key);
                        });
            } else if (key.indicator().equals("date_start")) {
                form.findDate("date_start")
                        .flatMap(question -> findDates(value).map(found -> put(question, found, value)))
                        .ifPresent(_ -> take(key));
            }
        }
    }

    /// The address tells where something was published, too.
    private void takeLinks() {
        var links = Links.list(message);
        var question = form.findText("link");
        links.forEach(link -> {
            if (question.isPresent() && links.size() == 1) {
                var address = Links.withScheme(message.part(link));
                findings.put(question.get(), new Value.Text(address), message.part(link));
                putChannel(address, message.part(link));
                message.take(link);
            } else {
                leaveUnread(link);
            }
        });
    }

    private void putChannel(String address, String source) {
        form.findChoice("channel")
                .ifPresent(question -> Links.findChoice(form.names(question), address)
                        .ifPresent(code -> findings.put(question, Value.Selected.of(code), source)));
    }

    private void takeParticipants() {
        var male = form.findNumber("male");
        var female = form.findNumber("female");
        if (male.isEmpty() || female.isEmpty()) {
            return;
        }
        for (var part : ParticipantSpans.splits(message, language)) {
            if (ParticipantReader.read(message.part(part), language)
                    instanceof ParticipantReader.Count.Split(var men, var women, var approximate)) {
                findings.put(male.get(), number(male.get(), men), message.part(part), approximate);
                hasParticipants = true;
                findings.put(female.get(), number(female.get(), women), message.part(part), approximate);
                message.take(part);
            } else {
                leaveUnread(part);
            }
        }
    }

    /// A total alone is asked for its split, unless it is said that no one knows it.
    private void takeTotal(Part part) {
        var question = form.findNumber("stated_total");
        if (question.isPresent()
                && ParticipantReader.read(message.part(part), language)
                        instanceof ParticipantReader.Count.Total(var total, var approximate, var splitUnknown)
                && splitUnknown) {
            findings.put(question.get(), number(question.get(), total), message.part(part), approximate);
            message.take(part);
        } else {
            leaveUnread(part);
        }
    }

    private void takeNumbers(String indicator, Pattern pattern) {
        form.findNumber(indicator)
                .ifPresent(question -> Spans.list(message, pattern).forEach(part -> {
                    var bare = NOT_IN_NUMBER.matcher(message.lowPart(part)).replaceAll(" ");
                    if (NumberReader.read(bare, false) instanceof NumberReading.Exact(var number, var approximate)
                            && isWhole(number)) {
                        findings.put(
                                question, number(question, number.longValueExact()), message.part(part), approximate);
                        message.take(part);
                    }
                }));
    }

    private void takeMoney() {
        var question = form.findNumber("amount");
        for (var part : MoneySpans.list(message)) {
            if (question.isPresent()
                    && NumberReader.read(MoneySpans.amount(message.lowPart(part)), true)
                            instanceof NumberReading.Exact(var number, var approximate)
                    && isWhole(number)) {
                findings.put(
                        question.get(),
                        number(question.get(), number.longValueExact()),
                        message.part(part),
                        approximate);
                takeAmount(part);
            } else {
                leaveUnread(part);
            }
        }
    }

    /// `dana desa 500rb`: the words before the number may say where it came from.
    private void takeAmount(Part part) {
        var words = message.lowPart(part).length()
                - MoneySpans.amount(message.lowPart(part)).length();
        var isFund = message.lowPart(part).startsWith("dana");
        message.take(isFund ? new Part(part.start() + words, part.end()) : part);
    }

    /// `statistik oktober`, `bulan lalu`, where no day is asked for.
    private void takeMonth() {
        form.findMonth("date_start")
                .ifPresent(question -> MonthReader.list(message)
                        .forEach(part -> MonthReader.findMonth(message.part(part), today)
                                .filter(month -> !month.atDay(1).isAfter(today))
                                .ifPresentOrElse(
                                        month -> {
                                            findings.put(question, new Value.Day(month.atDay(1)), message.part(part));
                                            message.take(part);
                                        },
                                        () -> leaveUnread(part))));
    }

    private void takeDates() {
        var question = form.findDate("date_start");
        if (question.isEmpty() || findings.has(question.get())) {
            return;
        }
        var found = DateSpans.in(message, hasParticipants || !asksForPeople());
        found.doubtful().forEach(this::leaveUnread);
        for (var part : found.days()) {
            findDates(message.part(part))
                    .map(dates -> put(question.get(), dates, message.part(part)))
                    .ifPresentOrElse(_ -> message.take(part), () -> leaveUnread(part));
        }
    }

    private boolean asksForPeople() {
        return form.findNumber("male").isPresent();
    }

    private Optional<DateReading> findDates(String text) {
        return switch (DateReader.read(text, today)) {
            case DateReading.OneDay day when !day.date().isAfter(today) -> Optional.of(day);
            case DateReading.Between between when !between.end().isAfter(today) -> Optional.of(between);
            case DateReading.OneDay _, DateReading.Between _, DateReading.Unclear _, DateReading.NoDate _ ->
                Optional.empty();
        };
    }

    private boolean put(Question question, DateReading reading, String source) {
        if (reading instanceof DateReading.OneDay(var date)) {
            findings.put(question, new Value.Day(date), source);
        }
        if (reading instanceof DateReading.Between(var start, var end)) {
            findings.put(question, new Value.Day(start), source);
            form.findDate("date_end").ifPresent(last -> findings.put(last, new Value.Day(end), source));
        }
        return true;
    }

    private void takeKeyed(Keys.Key key) {
        var value = message.part(key.value()).strip().replaceAll("[,;.]+$", "");
        if (key.indicator().equals("title")) {
            message.take(key.name());
            return;
        }
        if (value.isEmpty() || value.equals("-")) {
            message.take(key.name());
            return;
        }
        if (read(key.indicator(), value)) {
            take(key);
        } else {
            leaveUnread(new Part(key.name().start(), key.value().end()));
        }
    }

    private boolean read(String indicator, String value) {
        if (CHOICE_KEYS.contains(indicator)) {
            return phrases.readChoice(indicator, value);
        }
        return switch (indicator) {
            case "place" -> phrases.readPlace(value);
            case "amount" -> readAmount(value);
            case "result", "note" ->
                form.findText(indicator)
                        .map(question -> findings.putText(question, value))
                        .orElse(false);
            default -> false;
        };
    }

    private boolean readAmount(String value) {
        if (phrases.readChoice("fund", value)) {
            return true;
        }
        var question = form.findNumber("amount");
        if (question.isEmpty()
                || !(NumberReader.read(value, true) instanceof NumberReading.Exact(var number, var approximate))
                || !isWhole(number)) {
            return false;
        }
        findings.put(question.get(), number(question.get(), number.longValueExact()), value, approximate);
        return true;
    }

    private void takeTitle() {
        var title = form.findText("title");
        var isOpen = title.isPresent() && !findings.has(title.get());
        for (var segment : message.segments()) {
            var text = message.part(segment);
            var found = Titles.find(text);
            if (found.isEmpty()) {
                if (text.chars().anyMatch(Character::isDigit)) {
                    findings.unread(text);
                }
                continue;
            }
            if (isOpen) {
                isOpen = false;
                putTitle(title.get(), found.get());
            } else {
                findings.unread(text);
            }
        }
        title.flatMap(question -> findings.findText(question)).ifPresent(this::putKind);
    }

    /// `pelatihan` is no name of an activity; `wifi baru` is one of what was improved.
    private void putTitle(Question title, String found) {
        var isOnlyKind = form.listKinds().stream()
                .filter(question -> KindWords.isActivity(question) || found.indexOf(' ') < 0)
                .anyMatch(
                        question -> NamedChoices.in(found, form.names(question)).isAll());
        if (isOnlyKind) {
            putKind(found);
        } else {
            findings.put(title, new Value.Text(found), found);
        }
    }

    private void putKind(String title) {
        form.listKinds().stream()
                .filter(question -> !findings.has(question))
                .forEach(question -> KindWords.findAtStart(form.names(question), title)
                        .or(() -> language == Language.ENGLISH
                                ? KindWords.findAtEnd(form.names(question), title)
                                : Optional.empty())
                        .ifPresent(code -> findings.put(question, Value.Selected.of(code), title)));
    }

    private void take(Keys.Key key) {
        message.take(key.name());
        message.take(key.value());
    }

    private void leaveUnread(Part part) {
        findings.unread(message.part(part));
        message.take(part);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() >= 0
                && number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(AnswerReader.LARGEST_NUMBER)) <= 0;
    }

    private static Value number(Question question, long number) {
        return question.type() == QuestionType.DECIMAL
                ? new Value.Decimal(BigDecimal.valueOf(number))
                : new Value.Whole(number);
    }
}
