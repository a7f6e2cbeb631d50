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
        };
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
    static Optional<Value> findSuggested(Datum datum, Question question) {
        if (Datum.isNothing(datum)) {
            return Optional.empty();
        }
        return switch (question.type()) {
            case TEXT -> Optional.of(new Value.Text(datum.text()));
            case INTEGER -> findCalculated(Datum.of(datum.number())).filter(Value.Whole.class::isInstance);
            case DECIMAL ->
                Double.isNaN(datum.number()) || Double.isInfinite(datum.number())
                        ? Optional.empty()
                        : Optional.of(new Value.Decimal(BigDecimal.valueOf(datum.number())));
            case DATE -> datum instanceof Datum.Day(var date) ? Optional.of(new Value.Day(date)) : Optional.empty();
            case TIME ->
                datum instanceof Datum.TimeOfDay(var time) ? Optional.of(new Value.TimeOfDay(time)) : Optional.empty();
            case DATETIME ->
                datum instanceof Datum.Moment(var at) ? Optional.of(new Value.Moment(at)) : Optional.empty();
            case SELECT_ONE, SELECT_MULTIPLE -> {
                var codes = List.of(datum.text().strip().split("\\s+", -1));
                yield codes.stream().allMatch(code -> question.findChoice(code).isPresent())
                        ? Optional.of(new Value.Selected(codes))
                        : Optional.empty();
            }
            case HIDDEN, CALCULATE -> findCalculated(datum);
            case IMAGE, NOTE, ACKNOWLEDGE -> Optional.empty();
        };
    }
}
