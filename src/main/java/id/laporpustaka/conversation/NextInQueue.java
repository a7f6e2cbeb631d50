package id.laporpustaka.conversation;

import java.util.Optional;

/// What is to be reviewed next.
///
/// @param number empty when none follows
/// @param all how many wait, also before it
public record NextInQueue(Optional<String> number, int all) {}
