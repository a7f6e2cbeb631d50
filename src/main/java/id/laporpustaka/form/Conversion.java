package id.laporpustaka.form;

import id.laporpustaka.form.expression.Datum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Answers as expressions see them, and results of expressions as answers.
final class Conversion {
    private static final double LARGEST_WHOLE = 9_007_199_254_740_992d;

    private Conversion() {}

    static Datum datum(Value value) {
        return switch (value) {
            case Value.Text text -> Datum.of(text.text());
            case Value.Whole whole -> Datum.of((double) whole.number());
            case Value.Decimal decimal -> Datum.of(decimal.number().doubleValue());
            case Value.Day day -> new Datum.Day(day.date());
            case Value.TimeOfDay time -> new Datum.TimeOfDay(time.time());
            case Value.Moment moment -> new Datum.Moment(moment.at());
            case Value.Selected selected -> Datum.of(String.join(" ", selected.codes()));
            case Value.Media media ->
                Datum.of(media.files().stream().map(MediaFile::uniqueId).collect(Collectors.joining(" ")));
            case Value.Acknowledged _ -> Datum.of("OK");
            case Value.Location location -> Datum.of(text(location));
        };
    }

    /// Latitude, longitude, altitude (0) and accuracy, as ODK writes a point.
    private static String text(Value.Location location) {
        return location.latitude() + " " + location.longitude() + " 0 "
                + location.accuracy().orElse(0);
    }

    /// The value of a question that is not asked.
    static Optional<Value> findCalculated(Datum datum, QuestionType type) {
        var isTyped = type == QuestionType.START || type == QuestionType.END || type == QuestionType.TODAY;
        if (isTyped && datum instanceof Datum.Moment(var at)) {
            return Optional.of(new Value.Moment(at));
        }
        return isTyped && datum instanceof Datum.Day(var date)
                ? Optional.of(new Value.Day(date))
                : findCalculated(datum);
    }

    /// A calculated value: numbers, and all else as text, days in ISO 8601.
    static Optional<Value> findCalculated(Datum datum) {
        if (Datum.isNothing(datum)) {
            return Optional.empty();
        }
        return switch (datum) {
            case Datum.Numeric(var number) when Double.isInfinite(number) -> Optional.empty();
            case Datum.Numeric(var number)
            when number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE ->
                Optional.of(new Value.Whole((long) number));
            case Datum.Numeric(var number) -> Optional.of(new Value.Decimal(BigDecimal.valueOf(number)));
            case Datum.Text _, Datum.Truth _, Datum.Day _, Datum.Moment _, Datum.TimeOfDay _ ->
                Optional.of(new Value.Text(datum.text()));
        };
    }

    /// The result of a `default`, as an answer to a question of that type; empty if it does not fit.
    static Optional<Value> findSuggested(Datum datum, Question question, List<Choice> choices) {
        if (Datum.isNothing(datum)) {
            return Optional.empty();
        }
        return switch (question.type()) {
            case TEXT -> Optional.of(new Value.Text(datum.text()));
            case INTEGER -> findCalculated(Datum.of(datum.number())).filter(Value.Whole.class::isInstance);
            case RANGE -> findCalculated(Datum.of(datum.number()));
            case DECIMAL ->
                Double.isNaN(datum.number()) || Double.isInfinite(datum.number())
                        ? Optional.empty()
                        : Optional.of(new Value.Decimal(BigDecimal.valueOf(datum.number())));
            case DATE -> Datum.findDay(datum).map(Value.Day::new);
            case TIME ->
                datum instanceof Datum.TimeOfDay(var time) ? Optional.of(new Value.TimeOfDay(time)) : Optional.empty();
            case DATETIME -> Datum.findMoment(datum).map(Value.Moment::new);
            case SELECT_ONE, SELECT_MULTIPLE -> {
                var codes = List.of(datum.text().strip().split("\\s+", -1));
                yield codes.stream()
                                .allMatch(code -> choices.stream()
                                        .anyMatch(choice -> choice.code().equals(code)))
                        ? Optional.of(new Value.Selected(codes))
                        : Optional.empty();
            }
            case HIDDEN, CALCULATE, NOTE -> findCalculated(datum);
            case IMAGE, AUDIO, VIDEO, FILE, GEOPOINT, ACKNOWLEDGE, START, END, TODAY, USERNAME -> Optional.empty();
        };
    }
}
