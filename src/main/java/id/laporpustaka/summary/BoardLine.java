package id.laporpustaka.summary;

import id.laporpustaka.place.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A library on the board of a month.
///
/// @param reports of the month that count
/// @param lastReport the day of the last activity that was reported, in the month if there is one, else ever
/// @param quietWeek the Monday of the last week that touches the month and of which it has said that it had no
///     activity
/// @param reminded when somebody of it was reminded last, by whomever
public record BoardLine(
        long id,
        String name,
        Region region,
        BoardState state,
        int reports,
        Optional<LocalDate> lastReport,
        Optional<LocalDate> quietWeek,
        Optional<Instant> reminded) {}
