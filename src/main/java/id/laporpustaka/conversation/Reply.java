package id.laporpustaka.conversation;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.AuditLine;
import id.laporpustaka.people.Change;
import id.laporpustaka.people.Invite;
import id.laporpustaka.people.Page;
import id.laporpustaka.people.PersonLine;
import id.laporpustaka.people.Reminder;
import id.laporpustaka.people.ReminderKind;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Library;
import id.laporpustaka.place.Region;
import id.laporpustaka.submission.Doubles;
import id.laporpustaka.submission.ReportRevision;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.Verdict;
import id.laporpustaka.submission.media.MediaReason;
import id.laporpustaka.summary.LibraryActivity;
import id.laporpustaka.summary.score.ReceiptScore;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What is said, by its meaning; the words and the layout are those of the room `texts`.
public sealed interface Reply {

    /// The answer to `/start` of someone we know.
    record Welcome(Actor actor, List<Command> commands) implements Reply {}

    /// The first admin is there.
    record BecameAdmin(String name, List<Command> commands) implements Reply {}

    record LinkNotGood() implements Reply {}

    record Help(List<Command> commands) implements Reply {}

    /// The privacy notice.
    ///
    /// @param asked whether agreement is asked, because it has not been given
    record Privacy(String version, boolean asked) implements Reply {}

    record Languages() implements Reply {}

    record LanguageSet() implements Reply {}

    /// What to report.
    ///
    /// @param photos how many are kept for it
    /// @param told whether it has been told already, and only the kind is not known
    /// @param last a report that a new one can be begun from
    /// @param drafts how many reports are unfinished
    record Menu(List<Form> forms, int photos, boolean told, Optional<PastReport> last, int drafts) implements Reply {}

    /// Which form to write as text.
    record Templates(List<Form> forms) implements Reply {}

    /// A form as text, to be filled in without a connection and sent back in one message.
    ///
    /// @param empty the form without answers
    record FormAsText(Filling empty) implements Reply {}

    /// A question to somebody who joins, below what they have told.
    ///
    /// @param telegramId theirs, which a coordinator may ask for
    record Join(Joining joining, JoinQuestion question, Optional<JoinProblem> problem, long telegramId)
            implements Reply {}

    /// Somebody has joined.
    ///
    /// @param what the library or the region
    /// @param actor as they are from now on
    record Joined(String what, boolean coordinates, boolean accepted, Actor actor) implements Reply {}

    /// Nobody joins after all.
    ///
    /// @param known whether it is somebody with an account
    record JoinStopped(boolean known) implements Reply {}

    /// Somebody wants to report, and waits for the reader's decision.
    ///
    /// @param refusing whether it is asked once more
    record JoinAsked(JoinRequest request, boolean refusing) implements Reply {}

    /// What has been decided, for who decides; by them or by somebody else.
    record JoinDecided(JoinRequest request) implements Reply {}

    /// What has been decided, for who waited.
    record Decision(JoinRequest request) implements Reply {}

    /// Nobody of that number wants to report where the reader decides.
    record JoinGone() implements Reply {}

    record Members(JoinRequestPage page) implements Reply {}

    /// Write the question, or its answer.
    record AskForWords(JoinRequest request, boolean toJoiner) implements Reply {}

    record PassedOn(JoinRequest request, boolean toJoiner) implements Reply {}

    /// A question or its answer, from somebody else.
    record Asked(JoinRequest request, boolean toJoiner, String from, String text) implements Reply {}

    record LibraryList(Register register) implements Reply {}

    /// All about a library.
    ///
    /// @param changed what has just become of a change to it
    record LibraryDetail(LibraryCard card, Optional<Changed> changed) implements Reply {}

    /// What became of a change.
    ///
    /// @param reports how many went over with a library that was merged
    record Changed(DirectoryChange change, Change outcome, int reports) {}

    /// A change to something that has no card of its own.
    record DirectoryChanged(Changed changed) implements Reply {}

    record LibraryInvites(LibraryCard card) implements Reply {}

    /// All open invitations of a coordinator's part.
    record OpenInvites(Page<Invite> page, ZoneId zone) implements Reply {}

    /// What can be corrected.
    record LibraryEditing(LibraryCard card) implements Reply {}

    /// Write or choose it.
    ///
    /// @param refused what was typed and cannot be that
    record FieldWanted(LibraryCard card, LibraryField field, Optional<String> refused) implements Reply {}

    /// In which of these villages the library is.
    record LibraryVillages(LibraryCard card, List<Joining.Village> villages) implements Reply {}

    record ReallyActivate(LibraryCard card, boolean active) implements Reply {}

    /// Which library is the same as this one.
    ///
    /// @param typed what was searched; empty for those with similar names
    record SameWanted(LibraryCard card, String typed, List<Library> libraries) implements Reply {}

    record ReallyMerge(LibraryCard kept, LibraryCard gone) implements Reply {}

    record LibraryHistory(LibraryCard card, Page<AuditLine> page, ZoneId zone) implements Reply {}

    record ReallyEnd(JoinRequest request) implements Reply {}

    record People(String search, Page<PersonLine> page) implements Reply {}

    record PersonDetail(PersonCard card, Optional<Changed> changed) implements Reply {}

    /// There is no such person where the reader coordinates.
    record PersonGone() implements Reply {}

    record ReallyRevoke(PersonCard card, PersonLine.Post post) implements Reply {}

    record PersonHistory(PersonCard card, Page<AuditLine> page, ZoneId zone) implements Reply {}

    /// The libraries that somebody reports for.
    record OwnLibraries(List<Reporting> libraries) implements Reply {}

    record OwnLibraryDetail(OwnLibrary library) implements Reply {}

    record ReallyHandOver(Reporting library, OwnLibrary.Colleague to) implements Reply {}

    /// There is no such library where the reader coordinates.
    record LibraryGone() implements Reply {}

    /// Over which region somebody is invited to have a role.
    ///
    /// @param unknown what was typed and is no such region
    record RegionWanted(Role role, Optional<String> unknown) implements Reply {}

    record Regions(Role role, List<Joining.Village> regions) implements Reply {}

    record Invited(Invitation invitation) implements Reply {}

    /// When somebody is reminded of what.
    ///
    /// @param shown the one that is looked at more closely; empty for all
    record Reminders(List<ReminderLine> lines, Optional<ReminderKind> shown, LocalDate today) implements Reply {
        public Reminders {
            lines = List.copyOf(lines);
        }
    }

    /// A kind of reminder.
    ///
    /// @param zone by which clock
    /// @param next when it comes next
    record ReminderLine(Reminder reminder, ZoneId zone, Optional<LocalDateTime> next) {}

    /// Until when there are to be no reminders.
    record PauseWanted(LocalDate today) implements Reply {}

    /// Libraries have sent nothing this week.
    ///
    /// @param at by the reader's clock
    /// @param quiet one of which the reader has just said that there was nothing to report
    record WeekReminder(
            List<LibraryActivity> libraries, LocalDate week, LocalDateTime at, Optional<LibraryActivity> quiet)
            implements Reply {
        public WeekReminder {
            libraries = List.copyOf(libraries);
        }
    }

    /// A month of libraries lacks something.
    ///
    /// @param closes the day at whose end the month closes; empty while there is time
    record MonthReminder(List<LibraryActivity> libraries, YearMonth month, Optional<LocalDate> closes)
            implements Reply {
        public MonthReminder {
            libraries = List.copyOf(libraries);
        }
    }

    /// When a group is told how its region does.
    record GroupDigestSettings(ReminderLine line, String place) implements Reply {}

    /// How a group's region does.
    record GroupDigestCard(GroupDigest digest) implements Reply {}

    /// How a coordinator's region does.
    record DigestCard(Digest digest) implements Reply {}

    /// What is asked for is not for the reader to do.
    record NotYours() implements Reply {}

    /// What was asked for takes a moment.
    record Counting() implements Reply {}

    record ReallyLeave(Reporting library) implements Reply {}

    record LeftLibrary(Reporting library) implements Reply {}

    record ReallyErase() implements Reply {}

    record EraseCancelled() implements Reply {}

    record OwnDataDone(OwnData outcome) implements Reply {}

    /// A command of those who report, from someone without a library.
    record NoLibrary() implements Reply {}

    record NotACoordinator() implements Reply {}

    record ChooseLibrary(Form form, List<Reporting> libraries) implements Reply {}

    /// A question of a report.
    ///
    /// @param previous whether one can go back
    record Ask(
            Filling filling,
            Prompt prompt,
            Progress progress,
            boolean previous,
            List<Notice> notices,
            List<Echo> echoes,
            Optional<Problem> problem)
            implements Reply {

        /// Whether it comes with keys, one of which sends where the person is; such a card has no buttons.
        public boolean hasKeys() {
            return FileAnswers.asksPlace(prompt);
        }

        private Ask withoutEchoes() {
            return new Ask(filling, prompt, progress, previous, notices, List.of(), problem);
        }
    }

    /// All answers, before sending.
    ///
    /// @param outdated whether the form has a newer version than the one this report is written with
    record Review(
            Filling filling,
            String libraryName,
            boolean outdated,
            List<Notice> notices,
            List<Echo> echoes,
            Optional<Problem> problem)
            implements Reply {

        private Review withoutEchoes() {
            return new Review(filling, libraryName, outdated, notices, List.of(), problem);
        }
    }

    /// Takes keys away, which a card with buttons cannot do, and says how the answer was understood.
    record KeysGone(Optional<Filling> filling, List<Echo> echoes) implements Reply {

        static KeysGone before(Reply next) {
            return switch (next) {
                case Ask ask -> new KeysGone(Optional.of(ask.filling()), ask.echoes());
                case Review review -> new KeysGone(Optional.of(review.filling()), review.echoes());
                default -> new KeysGone(Optional.empty(), List.of());
            };
        }

        /// The next reply without what has been said already.
        static Reply rest(Reply next) {
            return switch (next) {
                case Ask ask -> ask.withoutEchoes();
                case Review review -> review.withoutEchoes();
                default -> next;
            };
        }
    }

    /// A report is opened again, and its form has a newer version by now.
    record NewVersion(Filling filling) implements Reply {}

    /// The answers as buttons, to change one.
    record Editing(Filling filling, int page) implements Reply {}

    record ReallyCancel(Filling filling) implements Reply {}

    record Cancelled(long draftId) implements Reply {}

    record Saved(Filling filling) implements Reply {}

    record NothingToCancel() implements Reply {}

    /// What was told or sent for a report that has not been begun is forgotten.
    record ToldForgotten() implements Reply {}

    /// The receipt of a report, written over as it moves on.
    ///
    /// @param month said once, when it is sent
    /// @param score of the library, as it is when this is written
    /// @param listed whether it is looked at from the list of one's reports
    /// @param refused whether something was asked for that cannot be done any more
    record Receipt(
            Filling filling,
            Standing standing,
            Optional<MonthSoFar> month,
            Optional<ReceiptScore> score,
            boolean listed,
            boolean refused)
            implements Reply {}

    /// What is about to be sent may have been reported already.
    ///
    /// @param alike what it is like, the likeliest first
    /// @param takesPhotos the places of those that its photos can be added to
    record Doubted(Filling filling, List<Doubles.Lookalike> alike, List<Integer> takesPhotos) implements Reply {
        public Doubted {
            alike = List.copyOf(alike);
            takesPhotos = List.copyOf(takesPhotos);
        }
    }

    /// The same, because of something that somebody else did.
    record RefreshedReceipt(Receipt receipt) implements Reply {}

    /// How a report stands.
    ///
    /// @param correctable whether its sender may change it or take it back
    /// @param restorable whether its sender may take the withdrawal back
    /// @param openUntil the last day on which its sender may, unless a reviewer asks
    /// @param decision why it was sent back or refused
    /// @param asked what is to be answered anew
    /// @param mergedInto the number of the report that it doubles
    record Standing(
            String number,
            String libraryName,
            Status status,
            boolean correctable,
            boolean restorable,
            LocalDate openUntil,
            Optional<ReportRevision> decision,
            List<Prompt> asked,
            Optional<String> mergedInto) {
        public Standing {
            asked = List.copyOf(asked);
        }
    }

    /// How much the library has reported.
    ///
    /// @param month that of the activity
    /// @param inMonth how many reports of this kind the library has in that month, this one included
    record MonthSoFar(YearMonth month, int inMonth) {}

    record ReallyWithdraw(Filling filling, Standing standing) implements Reply {}

    /// A correction has been sent.
    record Corrected(Filling filling, Standing standing) implements Reply {}

    /// A correction that changes nothing is not sent.
    record NothingCorrected(Filling filling, Standing standing) implements Reply {}

    /// Nobody has sent such a report, or somebody else has.
    record ReportGone() implements Reply {}

    /// What a reviewer did with a report, for who sent it.
    record ReviewNews(Filling filling, Standing standing, ReportRevision revision) implements Reply {}

    /// A file of a report is not to be had.
    record FileLost(Filling filling, Standing standing, MediaReason reason) implements Reply {}

    /// A webhook that the person has set up is told nothing any more.
    ///
    /// @param host where it points
    record WebhookPaused(String host) implements Reply {}

    /// Reports as a document.
    ///
    /// @param file empty if there is nothing to be printed
    record ReportsPrinted(OptionalLong file) implements Reply {}

    /// A report to be reviewed.
    ///
    /// @param all how many wait
    /// @param decided what has just been decided about the one before, or about this one
    /// @param changed whether it has changed since the reader saw it, so that nothing was decided
    /// @param allowed what the reader may decide
    /// @param address of its page
    record ReviewReport(
            ReportCard card,
            Filling filling,
            int all,
            Optional<Decided> decided,
            boolean changed,
            Set<Verdict> allowed,
            String address)
            implements Reply {
        public ReviewReport {
            allowed = Set.copyOf(allowed);
        }
    }

    /// A report is about an event of several libraries, or is not after all.
    record EventShared(ReportCard card, boolean shared) implements Reply {}

    /// What has just been decided, which can be taken back.
    ///
    /// @param revision of the report since then
    record Decided(String number, int revision, Verdict verdict) {}

    /// Nothing is left to be reviewed, or nothing after the last one that was shown.
    ///
    /// @param all how many still wait
    record ReviewsDone(int all, Optional<Decided> decided) implements Reply {}

    /// What waits to be reviewed.
    ///
    /// @param mayVerify whether the reader may verify any
    record Reviews(ReviewPage page, boolean mayVerify) implements Reply {}

    /// Reports that were listed have been verified.
    ///
    /// @param left how many were not, because they have changed or are decided already
    record ManyVerified(int verified, int left) implements Reply {}

    /// The photos of a report, as far as one message can show them.
    ///
    /// @param address of the report's page
    record ReportPhotos(ReportCard card, String address) implements Reply {}

    /// Which questions are to be answered anew.
    ///
    /// @param marked the places of those chosen so far
    /// @param page from 0
    record PickQuestions(ReportCard card, Filling filling, List<String> marked, int page) implements Reply {
        /// How many questions a page has.
        public static final int PAGE = 10;

        public PickQuestions {
            marked = List.copyOf(marked);
        }
    }

    /// Why; write or choose.
    ///
    /// @param asked what is to be answered anew
    ///
    /// @param unclear what was written and tells the sender too little
    record ReasonWanted(ReportCard card, Filling filling, Verdict verdict, List<Prompt> asked, Optional<String> unclear)
            implements Reply {}

    /// There is no such report where the reader coordinates.
    record ReviewGone() implements Reply {}

    /// The sender does not report for that library any more; the draft is kept.
    record LostLibrary() implements Reply {}

    record Drafts(List<DraftLine> drafts) implements Reply {}

    /// A reminder of reports that have been left for a day.
    record DraftsWaiting(List<DraftLine> drafts) implements Reply {}

    /// An unfinished report in a list.
    ///
    /// @param title what the report is about, or empty
    /// @param corrects whether it corrects a report that has been sent
    record DraftLine(long id, Form form, String title, String libraryName, boolean corrects) {}

    record DraftGone() implements Reply {}

    record History(HistoryPage page) implements Reply {}

    /// A link that signs in once.
    record SignIn(String url, Duration life) implements Reply {}

    /// The board, or what came of a press on it.
    record Board(BoardRequest request, BoardAnswer answer, LocalDate today) implements Reply {}

    /// Asks whether the reporters of so many libraries are to be reminded.
    ///
    /// @param search what was searched for; empty for all
    record ReallyNudge(BoardView view, String search, int libraries) implements Reply {}

    /// Words that should be a month are none that the board has.
    ///
    /// @param toCome whether it is a month that has not begun
    record BoardMonthUnknown(String words, boolean toCome) implements Reply {}

    /// What a reporter reads whom a coordinator has reminded.
    record Nudge(JobResult.NudgeCame came) implements Reply {}

    record SummaryCard(SummaryAnswer summary, Job.Summarise asked, LocalDate today) implements Reply {}

    record ScoreCard(ScoreAnswer answer, Job.Score asked) implements Reply {}

    /// There is no score of such a period, or not yet.
    record ScorePeriodNotUnderstood(String text) implements Reply {}

    /// What file somebody wants.
    ///
    /// @param place all that they may have
    /// @param regions whether they can choose a part of it
    record ExportMenu(ExportOrder order, String place, List<Form> forms, boolean regions) implements Reply {}

    record ExportPeriods(ExportOrder order, LocalDate today) implements Reply {}

    /// Of which region.
    ///
    /// @param typed what was searched; empty for the parts of the region that is chosen
    record ExportRegions(ExportOrder order, String typed, List<ExportOrder.Within> regions) implements Reply {}

    record ExportForms(ExportOrder order, List<Form> forms) implements Reply {}

    record ExportBeingMade(ExportOrder order) implements Reply {}

    record ExportTooMany(int most) implements Reply {}

    /// How far a file is, or what has become of it.
    ///
    /// @param address where it can be fetched
    record ExportStands(ExportStanding standing, String address) implements Reply {}

    /// A file is ready and comes along.
    ///
    /// @param file in the outbox's files
    record ExportArrived(ExportStanding standing, long file) implements Reply {}

    /// By what a summary can be broken down.
    ///
    /// @param inGroup whether only what a group may hear is offered
    record SummaryBreakdowns(SummaryAsk asked, boolean inGroup) implements Reply {}

    /// A summary as a picture or a sheet.
    record SummaryFile(Job.Summarise asked, String place, long file) implements Reply {}

    /// The place of a summary is to be chosen, or is none.
    record SummaryPlaces(SummaryAsk asked, PlaceChoice choice) implements Reply {}

    /// Words of a question for a summary were not understood.
    record SummaryWordsUnknown(List<String> unknown) implements Reply {}

    /// A coordinator is to say which region a group is for.
    record GroupQuestion(List<Region> regions, boolean everything) implements Reply {}

    /// A group may hear totals from now on.
    ///
    /// @param region empty for the whole country
    record GroupConfirmed(Optional<Region> region) implements Reply {}

    /// No coordinator has confirmed the group.
    record GroupUnconfirmed() implements Reply {}

    /// What a group may not hear is told in private.
    record GroupHearsTotals(String place, String botName) implements Reply {}

    /// A file that may hold libraries has come.
    record SheetReceived(String fileName) implements Reply {}

    /// Many libraries are being made.
    ///
    /// @param rows how many
    record SheetBeingImported(int rows) implements Reply {}

    record SheetCancelled() implements Reply {}

    record OfSheet(SheetOutcome outcome) implements Reply {}

    /// A file that may hold a form has come.
    record FormBeingChecked(String fileName) implements Reply {}

    record FormChecked(String fileName, FormCheck check) implements Reply {}

    /// A trial has come to its end, and nothing of it is kept.
    ///
    /// @param sent whether all questions were answered
    record TrialOver(long candidate, Form form, boolean sent) implements Reply {}

    record FormPublished(FormPublication publication) implements Reply {}

    /// A form that has not been published, and what can be done with it.
    record FormWaiting(FormShelf.Candidate candidate) implements Reply {}

    record FormDropped() implements Reply {}

    /// What the button is about is not there any more, or may not be done.
    record FormNotDone() implements Reply {}

    /// All forms, for those who make them.
    record FormList(FormShelf shelf, int page) implements Reply {}

    record FormDetail(FormLine form) implements Reply {}

    record ReallyRetire(FormLine form) implements Reply {}

    /// A form as a workbook.
    record FormFile(String title, String version, long file) implements Reply {}

    record FormOffered(String title, boolean offered) implements Reply {}

    record NotAnAuthor() implements Reply {}

    record NotUnderstood() implements Reply {}

    record UnknownCommand(String name, List<Command> commands) implements Reply {}

    record OnlyPrivate(String botName) implements Reply {}

    /// Too much has been asked for within a minute.
    record TooFast() implements Reply {}

    record Thanks() implements Reply {}

    /// Something of ours went wrong; nothing of theirs is lost.
    record Apology() implements Reply {}
}
