package id.laporpustaka.people;

import java.time.Instant;
import java.util.OptionalInt;

/// A digest of a group that should come.
///
/// @param thread the topic that it goes to
/// @param due when it should have come
public record DueDigest(long chatId, OptionalInt thread, Reminder digest, Instant due) {}
