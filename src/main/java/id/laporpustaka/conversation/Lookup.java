package id.laporpustaka.conversation;

import id.laporpustaka.form.ExternalCell;
import id.laporpustaka.form.ExternalTable;
import id.laporpustaka.form.Form;
import id.laporpustaka.people.AuditLine;
import id.laporpustaka.people.GroupChat;
import id.laporpustaka.people.Invite;
import id.laporpustaka.people.LibraryFilter;
import id.laporpustaka.people.Page;
import id.laporpustaka.people.PersonLine;
import id.laporpustaka.people.Reminder;
import id.laporpustaka.people.ReminderKind;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Library;
import id.laporpustaka.submission.Doubles;
import id.laporpustaka.submission.HistoryFilter;
import id.laporpustaka.summary.LibraryActivity;
import id.laporpustaka.summary.score.ReceiptScore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A stored fact that a step needs; all look-ups of a batch are answered with one query per kind.
///
/// @param <T> what is found
public sealed interface Lookup<T> {
    /// The number for a report that is being sent; a number that is not used after all leaves a gap.
    record SubmissionNumber(String formId, int year, int month) implements Lookup<String> {}

    /// How many reports of the form the library has in the month of a day, this one not counted.
    record ReportsInMonth(long libraryId, String formId, int year, int month) implements Lookup<Integer> {}

    /// How the library of a report stands with it; empty if nothing is to be said of that.
    record ScoreWith(ReceiptScore.Asked report) implements Lookup<Optional<ReceiptScore>> {}

    /// A draft of this person, discarded or not.
    record DraftById(long personId, long draftId) implements Lookup<Optional<Draft>> {}

    /// A person's drafts that are not discarded, newest first, ten at most.
    record DraftsOf(long personId) implements Lookup<List<Draft>> {}

    /// What a person sent last with each form, if it stands, the newest first.
    record LastReports(long personId) implements Lookup<List<PastReport>> {}

    /// A report that this person has sent.
    record ReportById(long personId, long submissionId) implements Lookup<Optional<PastReport>> {}

    /// A page of ten of a person's reports, the last activity first.
    record HistoryOf(HistoryFilter filter, int page) implements Lookup<HistoryPage> {}

    /// A report that this person has sent, all of it.
    ///
    /// @param toChange whether it is to be changed, so that nobody else may until then
    record OwnReport(long personId, String number, boolean toChange) implements Lookup<Optional<ReportCard>> {}

    /// A draft of this person that is not discarded.
    record OpenDraft(long personId, long draftId) implements Lookup<Optional<Draft>> {}

    /// Reports of others that this person may see, by number; those to be changed are locked as in [OwnReport].
    record SeenReports(long personId, List<String> numbers, boolean toChange) implements Lookup<List<ReportCard>> {
        public SeenReports {
            numbers = List.copyOf(numbers);
        }
    }

    /// Reports of the same library that may be about the same activity, few, the likeliest first.
    record DoublesOf(Doubles.Asked report) implements Lookup<List<Doubles.Lookalike>> {}

    /// A page of the reports that wait for this person to review them, the oldest first.
    record ReviewsOf(long personId, int page) implements Lookup<ReviewPage> {}

    /// The report that follows another one among those that wait, and how many these are.
    ///
    /// @param after its number; empty for the first
    record NextReview(long personId, Optional<String> after) implements Lookup<NextInQueue> {}

    /// All forms that have been published, and those that wait for it.
    record Forms() implements Lookup<FormShelf> {}

    /// A form that was found good and has not been published yet; it can then be found among the forms as a
    /// [Trial].
    record CandidateForm(long candidate) implements Lookup<Optional<Form>> {}

    /// What the rules of a form want to know of what a library has reported; `""` if there is no such thing.
    ///
    /// @param draftId whose own report, if it has been sent, does not count
    record OutsideCell(long libraryId, long draftId, ExternalCell cell) implements Lookup<String> {}

    /// The rows of a table that a form asks about, of these libraries only.
    record OutsideRows(Set<Long> libraryIds, ExternalTable table) implements Lookup<List<Map<String, String>>> {
        public OutsideRows {
            libraryIds = Set.copyOf(libraryIds);
        }
    }

    /// Villages with such a name, as it was typed.
    record VillagesNamed(String typed, int page) implements Lookup<VillagePage> {}

    record VillageById(long id) implements Lookup<Optional<Joining.Village>> {}

    /// The active libraries of a village, by name.
    record LibrariesIn(long village) implements Lookup<List<Joining.Known>> {}

    /// An invitation by its code, as it was typed; wrong codes of the same person are counted.
    record InviteByCode(String code, long telegramId) implements Lookup<InviteFound> {}

    /// Somebody's wish to report, if this person may decide about it; also when it has been decided.
    record JoinRequestFor(long deciderId, long membership) implements Lookup<Optional<JoinRequest>> {}

    /// This person's own wish to report.
    record JoinRequestOf(long personId, long membership) implements Lookup<Optional<JoinRequest>> {}

    /// Those who wait for this person to decide, the oldest first.
    record JoinRequestsFor(long deciderId, int page) implements Lookup<JoinRequestPage> {}

    /// A page of the libraries that this person may see.
    record LibrariesOf(long personId, LibraryFilter filter, String search, int page) implements Lookup<Register> {}

    /// One of them.
    record LibraryOf(long personId, long libraryId) implements Lookup<Optional<LibraryCard>> {}

    /// What was changed about one of them, and by whom; empty where the person may not know.
    record LibraryHistory(long personId, long libraryId, int page) implements Lookup<Page<AuditLine>> {}

    /// The active libraries of the same regency that may be the same as this one, the likeliest first.
    ///
    /// @param typed part of the name; empty for those with a similar one
    record LibrariesLike(long personId, long libraryId, String typed) implements Lookup<List<Library>> {}

    /// A page of the reporters and coordinators that this person may see.
    record PeopleOf(long personId, String search, int page) implements Lookup<Page<PersonLine>> {}

    /// One of them.
    record PersonOf(long personId, long aboutId) implements Lookup<Optional<PersonCard>> {}

    /// What they did, and what was done to them.
    record PersonHistory(long personId, long aboutId, int page) implements Lookup<Page<AuditLine>> {}

    /// Who reports for a library that this person reports for, too.
    record ColleaguesOf(long personId, long libraryId) implements Lookup<List<OwnLibrary.Colleague>> {}

    /// The open invitations where this person may invite, the newest first.
    record OpenInvites(long personId, int page) implements Lookup<Page<Invite>> {}

    /// Regions over which there can be such a role, by a name as it was typed; few, the likeliest first.
    record RegionsNamed(String typed, Role role) implements Lookup<List<Joining.Village>> {}

    /// Regions of which this person may have reports as a file, few.
    ///
    /// @param typed the name, as it was typed; empty for all that lie right in another one
    /// @param in that one; 0 for the largest ones
    record ExportRegions(long personId, String typed, long in) implements Lookup<List<ExportOrder.Within>> {}

    /// One of them.
    record ExportRegion(long personId, long region) implements Lookup<Optional<ExportOrder.Within>> {}

    /// How many libraries are in a sheet that this person has sent and may have imported now.
    record OpenSheet(long personId, long sheet) implements Lookup<Optional<Integer>> {}

    /// The reminders that a person has chosen or been given; a kind that is not there is as it is for everybody.
    record RemindersOf(long personId) implements Lookup<Map<ReminderKind, Reminder>> {}

    /// What the libraries have reported for which a person is accepted.
    record ActivityOf(long personId, LibraryActivity.Time time) implements Lookup<List<LibraryActivity>> {}

    /// The region of whose totals a group may hear at this moment.
    record GroupOf(long chatId) implements Lookup<Optional<GroupChat>> {}

    /// Whether a link that makes the first admin is still good.
    record FirstAdminLink(String token) implements Lookup<Boolean> {}
}
