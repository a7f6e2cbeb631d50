package id.laporpustaka.summary;

/// The part of a summary that one key makes up.
///
/// @param before the same in the period before; [Totals#NONE] when grouped by month
public record SummaryRow(GroupKey key, Totals totals, Totals before) {}
