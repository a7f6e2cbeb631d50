package id.laporpustaka.submission;

import java.util.Optional;

/// A report as it was sent.
///
/// @param answersJson all answers; only their form knows their shape
public record StoredReport(
        long id,
        long reporterId,
        long libraryId,
        String formId,
        String formVersion,
        Optional<String> title,
        String answersJson) {}
