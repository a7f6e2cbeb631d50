package id.laporpustaka.summary.score;

import java.time.Instant;
import java.util.Optional;

/// Rules that have been published, which never change.
///
/// @param publishedBy the name of who did; empty for those that came with the product, or of somebody erased
public record ScoreVersion(long id, Instant publishedAt, Optional<String> publishedBy, ScoreRules rules) {}
