package id.laporpustaka.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A report that has been sent, as it stands.
///
/// @param draftId the draft that it was; a correction is a draft of the same id
/// @param revision counts all that became of it, from 1
/// @param answersJson as the form room writes answers
/// @param receipt the card of its receipt in the chat of its sender
/// @param mergedInto the number of the report that it doubles
/// @param sharedWith the number of another library's report on the same event, whose people count where both would
public record Report(
        long id,
        long draftId,
        String number,
        int revision,
        String formId,
        String formVersion,
        Library library,
        Sender sender,
        Status status,
        Instant submittedAt,
        Optional<String> title,
        LocalDate dateStart,
        LocalDate dateEnd,
        OptionalInt total,
        String answersJson,
        OptionalInt receipt,
        Optional<String> mergedInto,
        Optional<String> sharedWith) {

    /// The library that it is about.
    ///
    /// @param place what it lies in, as people write it: `Desa Harjobinangun, Kec. Grabag`
    /// @param regency the code of the regency around it, or of its province
    public record Library(long id, String name, String place, String regency, ZoneId zone) {}

    /// Only the id is left of who has been erased.
    public record Sender(long personId, Optional<String> name, OptionalLong telegramId) {}

    /// As it stands after a change, with the answers of before.
    public Report after(ReportChange change) {
        return new Report(
                id,
                draftId,
                number,
                revision + 1,
                formId,
                formVersion,
                library,
                sender,
                change.status(),
                submittedAt,
                title,
                dateStart,
                dateEnd,
                total,
                answersJson,
                receipt,
                mergedInto,
                sharedWith);
    }

    /// The day of sending in the library's zone.
    public LocalDate sentOn() {
        return LocalDate.ofInstant(submittedAt, library.zone());
    }

    /// The last day on which its sender may correct it or take it back, unless correction was asked for.
    public LocalDate openUntil() {
        return Deadlines.ofSender(dateStart, sentOn());
    }

    /// The last day on which it may be reviewed.
    public LocalDate reviewableUntil() {
        return Deadlines.ofReview(dateStart, sentOn());
    }

    /// Whether its sender may change answers. What a reviewer has asked for can be done at any time.
    public boolean canBeCorrected(Instant now) {
        return switch (status) {
            case NEEDS_CORRECTION -> true;
            case WAITING, SENT, VERIFIED -> isOpen(now);
            case REJECTED, WITHDRAWN, MERGED -> false;
        };
    }

    public boolean canBeWithdrawn(Instant now) {
        return canBeCorrected(now);
    }

    /// Whether its sender may take the withdrawal back.
    public boolean canBeRestored(Instant now) {
        return status == Status.WITHDRAWN && isOpen(now);
    }

    private boolean isOpen(Instant now) {
        return !LocalDate.ofInstant(now, library.zone()).isAfter(openUntil());
    }

    /// Whether it can be the double of another one, which must stand.
    public boolean canBeMergedInto(Report other) {
        return other.id() != id
                && other.library().id() == library.id()
                && Status.standing().contains(other.status());
    }

    /// Whether a reviewer may decide this about it.
    public boolean allows(Verdict verdict, Instant now) {
        return verdict.isFor(status)
                && (verdict == Verdict.COMMENT
                        || !LocalDate.ofInstant(now, library.zone()).isAfter(reviewableUntil()));
    }
}
