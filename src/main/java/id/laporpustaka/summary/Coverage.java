package id.laporpustaka.summary;

/// How many libraries stand behind the totals, so that a low total is not read as low activity.
///
/// @param partners active libraries
/// @param joined those of them for which somebody may report
/// @param reported those of the partners that have sent a report of the period, of the form if the query names one
public record Coverage(int partners, int joined, int reported) {}
