package id.laporpustaka.conversation;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.PlannedReminder;
import id.laporpustaka.people.Reminder;
import id.laporpustaka.submission.ReportChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a turn changes beside the chat's own state; all of it is stored in the same transaction.
public sealed interface Effect {
    /// Also brings a discarded one back.
    record SaveDraft(long personId, Draft draft) implements Effect {}

    /// Out of sight, but back at a touch for a day.
    record DiscardDraft(long draftId) implements Effect {}

    /// The draft has become a report.
    ///
    /// @param waiting its sender is not accepted for the library yet
    /// @param sentOn the day of sending in the library's zone
    /// @param answers those that count
    /// @param receipt the card that says so
    record Submit(
            Draft draft,
            Form form,
            long personId,
            boolean waiting,
            String number,
            Instant at,
            LocalDate sentOn,
            Answers answers,
            int receipt)
            implements Effect {}

    /// A draft has become the new content of the report that it corrects; the receipt says so.
    ///
    /// @param answers those that count
    record Correct(Draft draft, ReportCard before, Answers answers, Instant at) implements Effect {}

    /// A file has come that may belong to a report; it is fetched while the person goes on.
    record FetchFile(MediaFile file) implements Effect {}

    /// The sender takes a report back, or takes that back; the receipt says so.
    ///
    /// @param change of a report that has been locked
    /// @param onReceipt whether this very turn rewrites the receipt
    record ChangeOwn(ReportChange change, boolean onReceipt) implements Effect {}

    /// A reviewer decides about a report; its sender is told, and the receipt says so.
    ///
    /// @param change of a report that has been locked
    record Review(ReportChange change) implements Effect {}

    record SetLanguage(long personId, Language language) implements Effect {}

    record AcceptPrivacy(long personId, String version) implements Effect {}

    /// A link that signs this person in to the web once.
    record CreateSignInLink(long personId, String token, Duration life) implements Effect {}

    /// Makes this person the first admin, by the link printed at the start.
    record BecomeFirstAdmin(String token, long telegramId, String name, Language language) implements Effect {}

    /// Takes somebody up, with the library they propose or the invitation they come by; whoever decides is told.
    record Join(Joining joining, long telegramId, String name, Language language, String privacyVersion)
            implements Effect {}

    record LeaveLibrary(long personId, long libraryId) implements Effect {}

    /// A coordinator lets somebody in, or does not; they are told, unless another has decided before.
    record Decide(long personId, long membership, boolean accept) implements Effect {}

    /// Carries a question of a coordinator to somebody who waits, or the answer back.
    ///
    /// @param toJoiner whether it is the question
    record PassOn(long fromPersonId, long membership, boolean toJoiner, String text) implements Effect {}

    record SetReachable(long telegramId, boolean reachable) implements Effect {}

    /// Somebody chooses when they are reminded.
    record ChooseReminders(List<PlannedReminder> plans) implements Effect {
        public ChooseReminders {
            plans = List.copyOf(plans);
        }
    }

    /// A library had no activities in a week, or that is taken back.
    ///
    /// @param monday the first day of the week
    /// @param today in the library's zone
    record SayQuietWeek(long personId, long libraryId, LocalDate monday, LocalDate today, boolean takenBack)
            implements Effect {}

    /// A form that was found good is not published after all.
    record DropForm(long candidate) implements Effect {}

    /// A sheet of libraries is being imported from now on.
    record BeginSheet(long personId, long sheet) implements Effect {}

    /// A sheet of libraries is not imported after all.
    record CancelSheet(long personId, long sheet) implements Effect {}

    /// Work too long for a turn; its result comes back as [Input.Finished].
    record StartJob(Job job) implements Effect {}

    /// This group may hear the totals of a region, or of the whole country, if this person coordinates it.
    record ConfirmGroup(Actor by, OptionalLong region) implements Effect {}

    /// A coordinator chooses when this group is told how its region does; it is told where this was asked for.
    ///
    /// @param due when it comes next; empty for never
    record ChooseGroupDigest(Reminder digest, Optional<Instant> due) implements Effect {}

    /// The bot is not in this group any more.
    record LeaveGroup() implements Effect {}

    /// The chat goes on under another id.
    record MoveChat(long to) implements Effect {}
}
