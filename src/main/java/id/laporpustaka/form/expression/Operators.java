package id.laporpustaka.form.expression;

import java.util.function.DoubleBinaryOperator;

/// The two-sided operators (XPath 1.0, sections 3.4 and 3.5).
final class Operators {
    private Operators() {}

    static Node join(String operator, Node left, Node right) {
        return switch (operator) {
            case "or" ->
                context -> Datum.of(
                        left.value(context).truth() || right.value(context).truth());
            case "and" ->
                context -> Datum.of(
                        left.value(context).truth() && right.value(context).truth());
            case "=" -> context -> Datum.of(equal(left.value(context), right.value(context)));
            case "!=" -> context -> Datum.of(!equal(left.value(context), right.value(context)));
            case "<" -> context -> Datum.of(size(left.value(context)) < size(right.value(context)));
            case "<=" -> context -> Datum.of(size(left.value(context)) <= size(right.value(context)));
            case ">" -> context -> Datum.of(size(left.value(context)) > size(right.value(context)));
            case ">=" -> context -> Datum.of(size(left.value(context)) >= size(right.value(context)));
            case "+" -> arithmetic(left, right, Double::sum);
            case "-" -> arithmetic(left, right, (a, b) -> a - b);
            case "*" -> arithmetic(left, right, (a, b) -> a * b);
            case "div" -> arithmetic(left, right, (a, b) -> a / b);
            case "mod" -> arithmetic(left, right, (a, b) -> a % b);
            default -> throw new IllegalStateException("no operator " + operator);
        };
    }

    private static Node arithmetic(Node left, Node right, DoubleBinaryOperator operator) {
        return context -> Datum.of(operator.applyAsDouble(
                left.value(context).number(), right.value(context).number()));
    }

    private static boolean equal(Datum left, Datum right) {
        if (left instanceof Datum.Truth || right instanceof Datum.Truth) {
            return left.truth() == right.truth();
        }
        if (left instanceof Datum.Text(var a) && right instanceof Datum.Text(var b)) {
            return a.equals(b);
        }
        return size(left) == size(right);
    }

    /// As a number; a text that is a date counts as its day, so that `. >= '2025-01-01'` means what it says.
    private static double size(Datum datum) {
        if (datum instanceof Datum.Text) {
            var number = datum.number();
            return Double.isNaN(number)
                    ? Coercion.findMoment(datum)
                            .map(moment -> new Datum.Moment(moment).number())
                            .orElse(Double.NaN)
                    : number;
        }
        return datum.number();
    }
}
