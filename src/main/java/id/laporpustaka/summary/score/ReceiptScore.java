package id.laporpustaka.summary.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/// What the receipt of a report says of the score of its library.
///
/// @param label what is said wherever a score is
/// @param year the one that the report counts for
/// @param asOf the last day that counts
/// @param reached what has been achieved of the target that the report counts for, if there is one
/// @param gap what would be enough for the next colour, if anything is
public record ReceiptScore(
        String label,
        int year,
        LocalDate asOf,
        BigDecimal points,
        Colour colour,
        Optional<Reached> reached,
        Optional<Score.Gap> gap) {

    /// Of a month or a quarter, as the target is.
    public record Reached(Indicator indicator, ScorePeriod period, long achieved, BigDecimal target) {}

    /// The report in question.
    ///
    /// @param heldOn the day on which its activity began
    /// @param today in the zone of the library
    /// @param without the id of a report that is just being taken back
    /// @param with the report if it is just being sent
    public record Asked(
            long libraryId,
            String formId,
            LocalDate heldOn,
            LocalDate today,
            OptionalLong without,
            Optional<FurtherReport> with) {}
}
