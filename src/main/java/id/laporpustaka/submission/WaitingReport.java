package id.laporpustaka.submission;

import id.laporpustaka.place.Region;

/// A report that waits to be reviewed, as a line in a list.
///
/// @param region of its library
/// @param corrected whether its sender has corrected it last, not counting remarks
/// @param mayReview whether the reader may verify it, or only ask for corrections
public record WaitingReport(SentReport report, Region region, int photos, boolean corrected, boolean mayReview) {}
