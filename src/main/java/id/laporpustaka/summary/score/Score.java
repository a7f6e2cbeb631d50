package id.laporpustaka.summary.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How near a library comes to what is expected: 100 times the sum of each indicator's weight and the share of its
/// target that was achieved, at most the whole. Pure.
///
/// @param points 0 to 100, with one decimal
/// @param parts in the order of the rules
public record Score(BigDecimal points, Colour colour, List<Part> parts) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// So many decimals are exact enough for the rounding to the one that is shown.
    private static final int EXACT = 20;

    /// A hint names so many gaps if there are as many, and more only where these are not enough.
    private static final int GAPS = 2;

    public Score {
        parts = List.copyOf(parts);
    }

    /// What an indicator gives.
    ///
    /// @param target for the whole period
    /// @param points 100 times its weight at most
    public record Part(Indicator indicator, Measure measure, long achieved, BigDecimal target, BigDecimal points) {
        /// How much is missing to the target, as a whole number.
        public long missing() {
            return target.subtract(BigDecimal.valueOf(achieved))
                    .setScale(0, RoundingMode.CEILING)
                    .max(BigDecimal.ZERO)
                    .longValueExact();
        }
    }

    /// What would bring a library further.
    ///
    /// @param colour the next one
    /// @param missing the largest gaps that can still be closed
    /// @param points of the score when they are closed
    public record Gap(Colour colour, List<Part> missing, BigDecimal points, Colour then) {
        public Gap {
            missing = List.copyOf(missing);
        }
    }

    public static Score of(ScoreRules rules, Figures figures) {
        var parts = new ArrayList<Part>();
        for (var counting : rules.countings()) {
            var goal = rules.goal(figures.type(), counting.indicator());
            var target = goal.target()
                    .multiply(BigDecimal.valueOf(figures.months()))
                    .divide(BigDecimal.valueOf(counting.months()), MathContext.DECIMAL128);
            var achieved = figures.achieved(counting.indicator());
            var share = BigDecimal.valueOf(achieved)
                    .divide(target, MathContext.DECIMAL128)
                    .min(BigDecimal.ONE);
            var points = HUNDRED.multiply(goal.weight()).multiply(share, MathContext.DECIMAL128);
            parts.add(new Part(counting.indicator(), counting.measure(), achieved, target, points));
        }
        var points = round(parts.stream().map(Part::points).reduce(BigDecimal.ZERO, BigDecimal::add));
        return new Score(points, figures.reports() == 0 ? Colour.GREY : rules.colour(points), parts);
    }

    private static BigDecimal round(BigDecimal points) {
        return points.setScale(EXACT, RoundingMode.HALF_UP).setScale(1, RoundingMode.HALF_UP);
    }

    /// What is missing to the next colour; empty for who is green, or has no gap that can still be closed.
    ///
    /// Months that have closed stay as regular as they were.
    public Optional<Gap> findGap(ScoreRules rules, Figures figures) {
        var next = switch (colour) {
            case GREEN -> Optional.<Colour>empty();
            case YELLOW -> Optional.of(Colour.GREEN);
            case RED, GREY -> Optional.of(Colour.YELLOW);
        };
        var open = parts.stream()
                .filter(part -> part.measure() != Measure.REGULAR_MONTHS && part.missing() > 0)
                .sorted(Comparator.comparing((Part part) -> lost(rules, figures, part))
                        .reversed()
                        .thenComparing(Part::indicator))
                .toList();
        if (next.isEmpty() || open.isEmpty()) {
            return Optional.empty();
        }
        var wanted = next.get() == Colour.GREEN ? rules.green() : rules.yellow();
        var closed = new ArrayList<Part>();
        var sum = parts.stream().map(Part::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (var part : open) {
            if (closed.size() >= GAPS && round(sum).compareTo(wanted) >= 0) {
                break;
            }
            closed.add(part);
            sum = sum.add(lost(rules, figures, part));
        }
        var then = round(sum);
        return Optional.of(new Gap(next.get(), closed, then, rules.colour(then)));
    }

    private static BigDecimal lost(ScoreRules rules, Figures figures, Part part) {
        return HUNDRED.multiply(rules.goal(figures.type(), part.indicator()).weight())
                .subtract(part.points());
    }
}
