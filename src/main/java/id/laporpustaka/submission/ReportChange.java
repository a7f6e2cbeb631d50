package id.laporpustaka.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Something that is to become of a report.
///
/// @param before the report as it was when its row was locked
/// @param by who does it; empty for the product
/// @param content other answers
/// @param mergedInto the id of the report that it doubles
/// @param sharing whether `sharedWith` is to be set
/// @param sharedWith the id of another library's report on the same event; empty for an event of its own
/// @param changesJson what differs, as in [ReportRevision]
public record ReportChange(
        Report before,
        RevisionAction action,
        Status status,
        OptionalLong by,
        Instant at,
        Optional<Reason> reason,
        List<String> asked,
        Optional<Content> content,
        OptionalLong mergedInto,
        boolean sharing,
        OptionalLong sharedWith,
        String changesJson) {
    private static final String NOTHING = "{}";

    public ReportChange {
        asked = List.copyOf(asked);
    }

    /// Whether its sender is told of it in words, rather than by the receipt alone.
    public boolean isNews() {
        return reason.isPresent() || action == RevisionAction.MERGED;
    }

    public record Content(SubmissionColumns columns, String answersJson) {}

    /// It is about an event that another library has reported too, or is not after all.
    ///
    /// @param with the id of the other report, which is about no third one's event
    public static ReportChange shared(Report before, OptionalLong with, long by, Instant at) {
        return new ReportChange(
                before,
                RevisionAction.SHARED,
                before.status(),
                OptionalLong.of(by),
                at,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                OptionalLong.empty(),
                true,
                with,
                NOTHING);
    }

    /// Its sender takes it back.
    public static ReportChange withdrawn(Report before, Instant at) {
        return of(
                before,
                RevisionAction.WITHDRAWN,
                Status.WITHDRAWN,
                before.sender().personId(),
                at);
    }

    /// Its sender takes the withdrawal back.
    ///
    /// @param waiting whether the sender is not accepted for the library yet
    public static ReportChange restored(Report before, boolean waiting, Instant at) {
        var status = waiting ? Status.WAITING : Status.SENT;
        return of(before, RevisionAction.RESTORED, status, before.sender().personId(), at);
    }

    /// Its sender gives other answers; it is to be reviewed anew.
    public static ReportChange corrected(Report before, Content content, String changesJson, Instant at) {
        return new ReportChange(
                before,
                RevisionAction.CORRECTED,
                before.status() == Status.WAITING ? Status.WAITING : Status.SENT,
                OptionalLong.of(before.sender().personId()),
                at,
                Optional.empty(),
                List.of(),
                Optional.of(content),
                OptionalLong.empty(),
                false,
                OptionalLong.empty(),
                changesJson);
    }

    /// A reviewer decides about it, in any way but that it counts with another one.
    public static ReportChange reviewed(
            Report before, Verdict verdict, Optional<Reason> reason, List<String> asked, long by, Instant at) {
        return new ReportChange(
                before,
                verdict.action(),
                verdict.after(before.status()),
                OptionalLong.of(by),
                at,
                reason,
                asked,
                Optional.empty(),
                OptionalLong.empty(),
                false,
                OptionalLong.empty(),
                NOTHING);
    }

    /// It counts with another one from now on.
    public static ReportChange merged(Report before, long into, long by, Instant at) {
        return new ReportChange(
                before,
                RevisionAction.MERGED,
                Status.MERGED,
                OptionalLong.of(by),
                at,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                OptionalLong.of(into),
                false,
                OptionalLong.empty(),
                NOTHING);
    }

    private static ReportChange of(Report before, RevisionAction action, Status status, long by, Instant at) {
        return new ReportChange(
                before,
                action,
                status,
                OptionalLong.of(by),
                at,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                OptionalLong.empty(),
                false,
                OptionalLong.empty(),
                NOTHING);
    }
}
