package id.laporpustaka.texts;

import id.laporpustaka.form.Evaluation;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// How values are written in one language: numbers, rupiah, days, and the answers of a form.
///
/// Dates and numbers are written by our own rules, as the locale data of Java differ between versions.
public final class Wording {
    private final Language language;
    private final Bundle bundle;

    Wording(Language language, Bundle bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    Language language() {
        return language;
    }

    String plain(Phrase phrase, Object... filled) {
        return bundle.plain(phrase, filled);
    }

    Html html(Phrase phrase, Object... filled) {
        return bundle.html(phrase, filled);
    }

    /// With separators between thousands: `1.250.000` in Indonesian.
    String number(long number) {
        var digits = Long.toString(Math.abs(number));
        var grouped = new StringBuilder(digits);
        for (var place = digits.length() - 3; place > 0; place -= 3) {
            grouped.insert(place, plain(Phrase.THOUSANDS_SEPARATOR));
        }
        return number < 0 ? "-" + grouped : grouped.toString();
    }

    String number(BigDecimal number) {
        var whole = number(number.longValue());
        var fraction = number.remainder(BigDecimal.ONE).abs().stripTrailingZeros();
        return fraction.signum() == 0
                ? whole
                : whole
                        + plain(Phrase.DECIMAL_SEPARATOR)
                        + fraction.toPlainString().substring(2);
    }

    String rupiah(long amount) {
        return "Rp" + number(amount);
    }

    /// `Minggu, 17 Agustus 2025`.
    String day(LocalDate day) {
        return word(Phrase.WEEKDAYS, day.getDayOfWeek().getValue()) + ", " + dayOfYear(day);
    }

    /// `17 Agustus 2025`.
    String dayOfYear(LocalDate day) {
        return day.getDayOfMonth() + " " + month(YearMonth.from(day));
    }

    /// `Agustus 2025`.
    String month(YearMonth month) {
        return word(Phrase.MONTHS, month.getMonthValue()) + " " + month.getYear();
    }

    /// `Agu 2025`.
    String monthShort(YearMonth month) {
        return word(Phrase.MONTHS_SHORT, month.getMonthValue()) + " " + month.getYear();
    }

    /// `Min 17/8`.
    String dayShort(LocalDate day) {
        return "%s %d/%d"
                .formatted(
                        word(Phrase.WEEKDAYS_SHORT, day.getDayOfWeek().getValue()),
                        day.getDayOfMonth(),
                        day.getMonthValue());
    }

    /// A month where it is one, else both ends.
    String period(LocalDate from, LocalDate to) {
        var month = YearMonth.from(from);
        if (from.equals(month.atDay(1)) && YearMonth.from(to).equals(month)) {
            return to.equals(month.atEndOfMonth())
                    ? month(month)
                    : plain(Phrase.DAY_RANGE, from.getDayOfMonth(), dayOfYear(to));
        }
        if (from.getDayOfYear() == 1
                && to.getMonthValue() == 12
                && to.getDayOfMonth() == 31
                && from.getYear() == to.getYear()) {
            return Integer.toString(from.getYear());
        }
        return from.equals(to) ? day(from) : plain(Phrase.DAY_RANGE, dayOfYear(from), dayOfYear(to));
    }

    /// The word at a place, from 1, of a list.
    String word(Phrase list, int place) {
        return plain(list).split(",", -1)[place - 1];
    }

    /// `3 foto`, `1 rekaman suara`.
    String files(QuestionType type, int count) {
        var one = count == 1;
        var phrase = switch (type) {
            case IMAGE -> one ? Phrase.PHOTO : Phrase.PHOTOS;
            case AUDIO -> one ? Phrase.RECORDING : Phrase.RECORDINGS;
            case VIDEO -> one ? Phrase.VIDEO : Phrase.VIDEOS;
            default -> one ? Phrase.FILE : Phrase.FILES;
        };
        return plain(phrase, number(count));
    }

    /// The answers to a prompt, in one line.
    String answer(Evaluation evaluation, Prompt prompt, Map<String, Value> values) {
        if (prompt instanceof Prompt.FieldList list) {
            var split = findPeople(list, values);
            if (split.isPresent()) {
                return split.get();
            }
            return list.questions().stream()
                    .filter(question -> values.containsKey(question.name()))
                    .map(question -> question.label().in(language) + ": "
                            + value(question, Objects.requireNonNull(values.get(question.name()))))
                    .collect(Collectors.joining("; "));
        }
        return values.entrySet().stream()
                .flatMap(entry -> prompt.questions().stream()
                        .filter(question -> question.name().equals(entry.getKey()))
                        .findFirst()
                        .or(() -> evaluation.findQuestion(entry.getKey()))
                        .stream()
                        .map(question -> value(question, entry.getValue())))
                .collect(Collectors.joining(" – "));
    }

    private Optional<String> findPeople(Prompt.FieldList list, Map<String, Value> values) {
        var male = findNumber(list, "male", values);
        var female = findNumber(list, "female", values);
        var total = findNumber(list, "stated_total", values);
        if (male.isPresent() && female.isPresent()) {
            return Optional.of(plain(
                    Phrase.PEOPLE_SPLIT, number(male.get()), number(female.get()), number(male.get() + female.get())));
        }
        return total.map(number -> plain(Phrase.PEOPLE_TOTAL, number(number)));
    }

    private static Optional<Long> findNumber(Prompt.FieldList list, String indicator, Map<String, Value> values) {
        return list.findIndicator(indicator)
                .map(question -> values.get(question.name()))
                .flatMap(value -> value instanceof Value.Whole(var number) ? Optional.of(number) : Optional.empty());
    }

    String value(Question question, Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Whole(var number) -> question.isMoney() ? rupiah(number) : number(number);
            case Value.Decimal(var number) -> number(number);
            case Value.Day(var date) -> question.isMonth() ? month(YearMonth.from(date)) : day(date);
            case Value.TimeOfDay(var time) -> time.toString().replace(':', '.');
            case Value.Moment(var at) ->
                day(at.toLocalDate()) + " " + at.toLocalTime().toString().replace(':', '.');
            case Value.Selected(var codes) ->
                codes.stream()
                        .map(code -> question.findChoice(code)
                                .map(choice -> choice.label().in(language))
                                .orElse(code))
                        .collect(Collectors.joining(", "));
            case Value.Media(var files) -> files(question.type(), files.size());
            case Value.Acknowledged() -> plain(Phrase.ACKNOWLEDGED);
            case Value.Location(var latitude, var longitude, var accuracy) -> {
                var point = plain(Phrase.POINT, degrees(latitude), degrees(longitude));
                yield accuracy.isPresent()
                        ? plain(Phrase.POINT_ABOUT, point, number(Math.round(accuracy.getAsDouble())))
                        : point;
            }
        };
    }

    /// With five places, which is about a metre.
    private static String degrees(double degrees) {
        return String.format(Locale.ROOT, "%.5f", degrees);
    }

    /// `Narasumber 2`.
    String within(Prompt.Within within) {
        return plain(Phrase.WITHIN, within.label().in(language), within.instance());
    }

    /// At most so many characters, with an ellipsis where something was left out; never half of a pair.
    static String shorten(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end).stripTrailing() + "…";
    }
}
