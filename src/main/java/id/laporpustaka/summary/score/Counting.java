package id.laporpustaka.summary.score;

/// What an indicator counts.
///
/// @param months a target is for so many months
/// @param needsPhoto whether a report without a photo does not count
/// @param limited whether only so many reports of a day count, as [ScoreRules#mostADay] says
public record Counting(
        Indicator indicator, String formId, Measure measure, int months, boolean needsPhoto, boolean limited) {

    /// Whether each report brings a library nearer to the target, rather than the people in it or its being in time.
    boolean countsReports() {
        return switch (measure) {
            case REPORTS, SESSIONS, POSTS -> true;
            case PARTICIPANTS, REGULAR_MONTHS -> false;
        };
    }
}
