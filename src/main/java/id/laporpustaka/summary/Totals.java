package id.laporpustaka.summary;

import java.math.BigDecimal;
import java.util.OptionalLong;

/// What some reports add up to. What a report does not say counts as 0.
///
/// @param participants male, female and those of whom only the number is known
/// @param disabled those of the participants who have a disability
/// @param amount in rupiah
/// @param visits to libraries, from their monthly statistics
/// @param regulations reports that say that one was issued
/// @param stories impact stories
/// @param measured what the question adds up to that the query measures, without trailing zeros; 0 if it
///     measures none
public record Totals(
        long reports,
        long sessions,
        long male,
        long female,
        long participants,
        long disabled,
        long amount,
        long photos,
        long visits,
        long regulations,
        long stories,
        BigDecimal measured) {
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO);

    /// So few people in a table could be known by it.
    public static final int FEWEST_SHOWN = 3;

    public Totals {
        measured = measured.signum() == 0 ? BigDecimal.ZERO : measured.stripTrailingZeros();
    }

    Totals and(Totals other) {
        return new Totals(
                reports + other.reports,
                sessions + other.sessions,
                male + other.male,
                female + other.female,
                participants + other.participants,
                disabled + other.disabled,
                amount + other.amount,
                photos + other.photos,
                visits + other.visits,
                regulations + other.regulations,
                stories + other.stories,
                measured.add(other.measured));
    }

    /// How many have a disability, for a table; empty for one or two of them, since the table may be passed on,
    /// and people must not be found in it (UU 27/2022, articles 4 and 26).
    public OptionalLong disabledShown() {
        return disabled > 0 && disabled < FEWEST_SHOWN ? OptionalLong.empty() : OptionalLong.of(disabled);
    }
}
