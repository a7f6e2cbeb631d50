package id.laporpustaka.summary.score;

import java.math.BigDecimal;

/// What is expected of an indicator, and how much of the score it is.
///
/// @param target for as many months as its [Counting] says
/// @param weight a share of 1
public record Goal(BigDecimal target, BigDecimal weight) {}
