package id.laporpustaka.submission;

import java.time.Instant;
import java.util.OptionalInt;

/// A report that is being sent.
///
/// @param draftId the draft that it was; can be sent once
/// @param number from [SubmissionNumber]
/// @param status [Status#SENT], or [Status#WAITING] while its sender is not yet accepted
/// @param receipt the card of its receipt in the chat of its reporter; empty if it has none
/// @param answersJson all answers that count, as the form room writes them
public record NewSubmission(
        long draftId,
        String number,
        String formId,
        String formVersion,
        long libraryId,
        long reporterId,
        Status status,
        Instant submittedAt,
        SubmissionColumns columns,
        OptionalInt receipt,
        String answersJson) {

    /// Without a receipt.
    public NewSubmission(
            long draftId,
            String number,
            String formId,
            String formVersion,
            long libraryId,
            long reporterId,
            Status status,
            Instant submittedAt,
            SubmissionColumns columns,
            String answersJson) {
        this(
                draftId,
                number,
                formId,
                formVersion,
                libraryId,
                reporterId,
                status,
                submittedAt,
                columns,
                OptionalInt.empty(),
                answersJson);
    }
}
