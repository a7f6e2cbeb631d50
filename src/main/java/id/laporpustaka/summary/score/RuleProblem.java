package id.laporpustaka.summary.score;

import id.laporpustaka.place.LibraryType;
import java.math.BigDecimal;

/// Why rules cannot be published.
public sealed interface RuleProblem {
    /// The weights of a type do not add up to 1.
    record WeightsDoNotAddUp(LibraryType type, BigDecimal sum) implements RuleProblem {}

    record WeightOutOfRange(LibraryType type, Indicator indicator) implements RuleProblem {}

    /// No target, or a negative one, or one that is too large.
    record TargetOutOfRange(LibraryType type, Indicator indicator) implements RuleProblem {}

    /// Yellow must begin above 0, green above yellow and at 100 at most.
    record ThresholdsOutOfOrder(BigDecimal green, BigDecimal yellow) implements RuleProblem {}

    record DayLimitOutOfRange() implements RuleProblem {}

    record SessionLimitOutOfRange() implements RuleProblem {}

    record LabelOutOfRange() implements RuleProblem {}

    record YearOutOfRange() implements RuleProblem {}
}
