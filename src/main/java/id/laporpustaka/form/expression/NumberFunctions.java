package id.laporpustaka.form.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// Functions of numbers. Sums, least and greatest leave out what is unanswered; a sum of nothing is 0, a least or
/// greatest of nothing is NaN.
final class NumberFunctions {
    private static final int MOST_PLACES = 15;

    private NumberFunctions() {}

    static Node number(List<Node> arguments) {
        return unary(arguments, number -> number);
    }

    static Node whole(List<Node> arguments) {
        return unary(arguments, number -> number < 0 ? Math.ceil(number) : Math.floor(number));
    }

    static Node floor(List<Node> arguments) {
        return unary(arguments, Math::floor);
    }

    static Node ceiling(List<Node> arguments) {
        return unary(arguments, Math::ceil);
    }

    static Node abs(List<Node> arguments) {
        return unary(arguments, Math::abs);
    }

    /// Halves go up; the second argument is the number of decimal places, negative before the point.
    static Node round(List<Node> arguments) {
        if (arguments.size() == 1) {
            return unary(arguments, number -> Math.floor(number + 0.5));
        }
        return context -> {
            var number = arguments.get(0).value(context).number();
            var places = arguments.get(1).value(context).number();
            if (Double.isNaN(number) || Double.isInfinite(number) || Double.isNaN(places)) {
                return Datum.of(number);
            }
            var scale = (int) Math.clamp(places, -MOST_PLACES, MOST_PLACES);
            return Datum.of(BigDecimal.valueOf(number)
                    .setScale(scale, RoundingMode.HALF_UP)
                    .doubleValue());
        };
    }

    static Node power(List<Node> arguments) {
        return context -> Datum.of(Math.pow(
                arguments.get(0).value(context).number(),
                arguments.get(1).value(context).number()));
    }

    static Node sum(List<Node> arguments) {
        return folded(arguments, 0, Double::sum);
    }

    static Node min(List<Node> arguments) {
        return folded(arguments, Double.NaN, (a, b) -> Double.isNaN(a) ? b : Math.min(a, b));
    }

    static Node max(List<Node> arguments) {
        return folded(arguments, Double.NaN, (a, b) -> Double.isNaN(a) ? b : Math.max(a, b));
    }

    private static Node unary(List<Node> arguments, DoubleUnaryOperator operator) {
        var argument = arguments.getFirst();
        return context ->
                Datum.of(operator.applyAsDouble(argument.value(context).number()));
    }

    private static Node folded(List<Node> arguments, double start, DoubleBinaryOperator operator) {
        return context -> {
            var result = new double[] {start};
            for (var argument : arguments) {
                argument.each(context, value -> {
                    if (!Datum.isNothing(value)) {
                        result[0] = operator.applyAsDouble(result[0], value.number());
                    }
                });
            }
            return Datum.of(result[0]);
        };
    }
}
