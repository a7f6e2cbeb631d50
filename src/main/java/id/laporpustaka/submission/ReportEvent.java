package id.laporpustaka.submission;

import java.time.Instant;

/// A change of a report, in the order in which changes became known.
///
/// @param position grows from event to event, with gaps
/// @param at when it was made
/// @param status what the report was after it
/// @param formVersion with which the report was sent
/// @param libraryId where the report is now, which may have been merged since
/// @param regionCode of that library, as it is today
public record ReportEvent(
        long position,
        long reportId,
        String number,
        int revision,
        Instant at,
        RevisionAction action,
        Status status,
        String formId,
        String formVersion,
        long libraryId,
        String regionCode) {}
