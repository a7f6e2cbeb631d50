package id.laporpustaka.submission;

import java.time.Instant;

/// A report being written, as it is kept between two messages.
///
/// @param id the position in the inbox of the message that began it
/// @param contentJson answers, skips and where the person is; only the conversation knows its shape
/// @param revision counts the changes, so that what was seen is what is sent
public record StoredDraft(
        long id,
        long personId,
        long libraryId,
        String formId,
        String formVersion,
        String contentJson,
        int revision,
        Instant updatedAt) {}
