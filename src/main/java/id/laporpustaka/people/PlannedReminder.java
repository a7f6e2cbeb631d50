package id.laporpustaka.people;

import java.time.Instant;
import java.util.Optional;

/// A reminder of somebody, and when it is due next.
///
/// @param due empty while it is switched off
public record PlannedReminder(long personId, Reminder reminder, Optional<Instant> due) {}
