package id.laporpustaka.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/// The numbers that a question of the type `range` takes.
public record Range(BigDecimal start, BigDecimal end, BigDecimal step) {
    /// Reads the parameters of a question, with ODK's own values where one is missing; empty if they make no range.
    public static Optional<Range> of(Map<String, String> parameters) {
        try {
            var range = new Range(
                    number(parameters, "start", "0"), number(parameters, "end", "10"), number(parameters, "step", "1"));
            return range.start.compareTo(range.end) < 0 && range.step.signum() > 0
                    ? Optional.of(range)
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static BigDecimal number(Map<String, String> parameters, String name, String usual) {
        var written = parameters.getOrDefault(name, usual);
        if (written.length() > 18) {
            throw new NumberFormatException(name);
        }
        return new BigDecimal(written);
    }

    /// All of its numbers if they are whole and not more than `most`, else none.
    public List<Long> wholeNumbers(int most) {
        if (!isWhole(start) || !isWhole(step)) {
            return List.of();
        }
        var count = end.subtract(start).divideToIntegralValue(step).add(BigDecimal.ONE);
        return count.compareTo(BigDecimal.valueOf(most)) > 0
                ? List.of()
                : LongStream.range(0, count.longValueExact())
                        .mapToObj(place -> start.longValueExact() + place * step.longValueExact())
                        .toList();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }
}
