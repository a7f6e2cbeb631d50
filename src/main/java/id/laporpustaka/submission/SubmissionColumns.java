package id.laporpustaka.submission;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Value;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What summaries need of a report, drawn from the answers of the questions that the form marks with an
/// `indicator`.
///
/// @param dateEnd the same as `dateStart` when the report has none
/// @param sessions 1 when the report does not say
/// @param total when the report has none, the sum of `male` and `female` if it has either
/// @param amount in whole rupiah
/// @param partners the choices of the question with this indicator, like `funds`
/// @param regulation the kind of regulation that was issued
public record SubmissionColumns(
        Optional<String> title,
        LocalDate dateStart,
        LocalDate dateEnd,
        Optional<String> activityForm,
        Optional<String> topic,
        Optional<String> mode,
        Optional<String> ageGroup,
        int sessions,
        OptionalInt male,
        OptionalInt female,
        OptionalInt total,
        OptionalInt disabled,
        OptionalLong amount,
        int photoCount,
        List<String> partners,
        List<String> funds,
        Optional<String> regulation) {
    public SubmissionColumns {
        partners = List.copyOf(partners);
        funds = List.copyOf(funds);
    }

    /// Of a report with neither partners nor funds nor a regulation.
    public SubmissionColumns(
            Optional<String> title,
            LocalDate dateStart,
            LocalDate dateEnd,
            Optional<String> activityForm,
            Optional<String> topic,
            Optional<String> mode,
            Optional<String> ageGroup,
            int sessions,
            OptionalInt male,
            OptionalInt female,
            OptionalInt total,
            OptionalInt disabled,
            OptionalLong amount,
            int photoCount) {
        this(
                title,
                dateStart,
                dateEnd,
                activityForm,
                topic,
                mode,
                ageGroup,
                sessions,
                male,
                female,
                total,
                disabled,
                amount,
                photoCount,
                List.of(),
                List.of(),
                Optional.empty());
    }

    /// Reads the columns from the answers that count. An indicator that is not one of ours is ignored, and a
    /// value that a column cannot hold, such as a negative number, leaves it empty.
    ///
    /// @param sentOn the day in the library's zone, for a form that asks for no date
    public static SubmissionColumns of(Form form, Answers effective, LocalDate sentOn) {
        var values = new HashMap<String, Value>();
        for (var question : form.questions()) {
            question.indicator()
                    .ifPresent(indicator ->
                            effective.find(question.name()).ifPresent(value -> values.putIfAbsent(indicator, value)));
        }
        return of(values, sentOn);
    }

    private static SubmissionColumns of(Map<String, Value> values, LocalDate sentOn) {
        var dateStart = findDate(values, "date_start").orElse(sentOn);
        var male = findCount(values, "male");
        var female = findCount(values, "female");
        var total = findCount(values, "total");
        if (total.isEmpty() && (male.isPresent() || female.isPresent())) {
            total = OptionalInt.of(male.orElse(0) + female.orElse(0));
        }
        return new SubmissionColumns(
                findText(values, "title"),
                dateStart,
                findDate(values, "date_end")
                        .filter(end -> !end.isBefore(dateStart))
                        .orElse(dateStart),
                findText(values, "activity_form"),
                findText(values, "topic"),
                findText(values, "mode"),
                findText(values, "age_group"),
                findCount(values, "sessions").orElse(1),
                male,
                female,
                total,
                findCount(values, "disabled"),
                findNumber(values, "amount"),
                values.get("photos") instanceof Value.Media(var files) ? files.size() : 0,
                findCodes(values, "partner"),
                findCodes(values, "fund"),
                findText(values, "regulation"));
    }

    private static Optional<String> findText(Map<String, Value> values, String indicator) {
        return switch (values.get(indicator)) {
            case Value.Text(var text) -> Optional.of(text);
            case Value.Selected(var codes) -> codes.stream().findFirst();
            case null, default -> Optional.empty();
        };
    }

    private static List<String> findCodes(Map<String, Value> values, String indicator) {
        return switch (values.get(indicator)) {
            case Value.Selected(var codes) -> codes;
            case null, default -> List.of();
        };
    }

    private static Optional<LocalDate> findDate(Map<String, Value> values, String indicator) {
        return switch (values.get(indicator)) {
            case Value.Day(var date) -> Optional.of(date);
            case Value.Moment(var at) -> Optional.of(at.toLocalDate());
            case Value.Text(var text) -> parse(text);
            case null, default -> Optional.empty();
        };
    }

    /// A date that the form has calculated comes as a text.
    private static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static OptionalInt findCount(Map<String, Value> values, String indicator) {
        var number = findNumber(values, indicator);
        return number.isPresent() && number.getAsLong() <= Integer.MAX_VALUE / 2
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }

    private static OptionalLong findNumber(Map<String, Value> values, String indicator) {
        return switch (values.get(indicator)) {
            case Value.Whole(var number) when number >= 0 -> OptionalLong.of(number);
            case Value.Decimal(var number)
            when number.signum() >= 0 && number.precision() - number.scale() <= 18 ->
                OptionalLong.of(number.longValue());
            case null, default -> OptionalLong.empty();
        };
    }
}
