package id.laporpustaka.conversation;

import id.laporpustaka.form.Language;
import id.laporpustaka.people.Change;
import id.laporpustaka.people.ReminderKind;
import id.laporpustaka.submission.media.MediaReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What came of a [Job].
public sealed interface JobResult {
    record Summarised(Job.Summarise asked, SummaryAnswer summary) implements JobResult {}

    record Scored(Job.Score asked, ScoreAnswer answer) implements JobResult {}

    record BoardDone(Job.OfBoard asked, BoardAnswer answer) implements JobResult {}

    /// It is not there yet, and its card is to say so meanwhile.
    record StillCounting(Job.Counted asked) implements JobResult {}

    /// A coordinator waits for reports.
    ///
    /// @param by the coordinator's name; empty if they have been erased
    /// @param libraries for which the person reports and that have sent nothing still
    record NudgeCame(Job.TellNudge asked, String by, List<Named> libraries) implements JobResult {
        public NudgeCame {
            libraries = List.copyOf(libraries);
        }

        public record Named(long id, String name) {}
    }

    /// A picture or a sheet of a summary is there.
    ///
    /// @param file in the outbox's files
    record SummaryDrawn(Job.Summarise asked, String place, long file) implements JobResult {}

    /// The place that a summary should be about has to be chosen.
    record PlaceUnclear(Job.Summarise asked, PlaceChoice choice) implements JobResult {}

    /// There is no such place, or not for this person or group any more.
    record NotSummarised(Job.Summarise asked) implements JobResult {}

    record FormChecked(Job.CheckForm asked, FormCheck check) implements JobResult {}

    record FormPublished(Job.PublishForm asked, FormPublication publication) implements JobResult {}

    /// The workbook is there.
    ///
    /// @param file in the outbox's files
    record FormExported(Job.ExportForm asked, String title, long file) implements JobResult {}

    /// The form is offered, or not any more.
    ///
    /// @param offered as the form now is
    record FormOffered(Job.OfferForm asked, String title, boolean offered) implements JobResult {}

    /// The person may not do that, or not any more, or what it was about is gone.
    record NotDone(Job.OfForm asked) implements JobResult {}

    /// Somebody wants to report; empty if they do not any more.
    record JoinerShown(Optional<JoinRequest> request) implements JobResult {}

    /// It has been decided about the wish to report; empty if it was withdrawn.
    record DecisionTold(Optional<JoinRequest> request) implements JobResult {}

    record PassedOn(Job.PassOn asked, Optional<JoinRequest> request) implements JobResult {}

    /// An invitation has been made; empty if the person may not.
    record Invited(Optional<Invitation> invitation) implements JobResult {}

    /// Something about the register has been changed, or has not.
    ///
    /// @param reports how many went over with a library that was merged
    record DirectoryChanged(Job.ChangeDirectory asked, Change outcome, int reports) implements JobResult {}

    record OwnDataDone(Job.OwnData asked, OwnData outcome) implements JobResult {}

    /// Also of a file that was sent as a form and is a sheet of libraries.
    record SheetDone(Job.OfSheet asked, SheetOutcome outcome) implements JobResult {}

    record ExportAnswered(Job.OfExport asked, ExportAnswer answer) implements JobResult {}

    record DraftsAreWaiting() implements JobResult {}

    record ReminderIsDue(ReminderKind kind, LocalDate period) implements JobResult {}

    /// How a region does; empty if the person does not coordinate any more.
    record DigestMade(Optional<Digest> digest) implements JobResult {}

    /// How the region of a group does; empty if the group may not hear it any more.
    record GroupDigestMade(Optional<GroupDigest> digest) implements JobResult {}

    record ReceiptIsOld(String number) implements JobResult {}

    record FileIsLost(String number, MediaReason reason) implements JobResult {}

    record WebhookIsPaused(String host) implements JobResult {}

    /// A document of reports is there.
    ///
    /// @param asked whose language it is in
    /// @param file in the outbox's files; empty if there is nothing to be printed for this person
    record Printed(Language asked, OptionalLong file) implements JobResult {}

    record ReviewIsNews(String number, int revision) implements JobResult {}

    /// There will be no result.
    ///
    /// @param card the one that was kept for it; 0 for a new one
    record Failed(int card) implements JobResult {}
}
