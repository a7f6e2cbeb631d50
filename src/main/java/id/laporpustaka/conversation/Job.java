package id.laporpustaka.conversation;

import id.laporpustaka.form.Language;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.people.ReminderKind;
import id.laporpustaka.people.Rhythm;
import id.laporpustaka.people.Role;
import id.laporpustaka.submission.media.MediaReason;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Work that is done outside the conversation's transaction.
public sealed interface Job {
    /// Whose it is; what they may see or do is looked up when the work is done.
    long telegramId();

    /// What may have to be counted for a while, and is told on a card that was kept for it.
    sealed interface Counted extends Job {
        Language language();

        /// The card on which the answer comes; 0 for a new one.
        int card();

        /// Whether that card says so while it is being counted.
        boolean isTold();
    }

    /// A summary of what a person may see, or of the region of a group.
    record Summarise(long telegramId, SummaryAsk asked, Output output, boolean inGroup, Language language, int card)
            implements Counted {
        @Override
        public boolean isTold() {
            return output == Output.CARD && card > 0;
        }

        /// As what a summary is told; the names are stored.
        public enum Output {
            CARD,
            CHART,
            CHART_OF_PEOPLE,
            SHEET
        }
    }

    /// Scores, as far as the person may see them.
    ///
    /// @param today the last day that counts
    record Score(long telegramId, ScoreQuestion question, LocalDate today, Language language, int card)
            implements Counted {
        @Override
        public boolean isTold() {
            return card > 0;
        }
    }

    /// What the board is asked for.
    ///
    /// @param card the card that the answer is written over; 0 for a new message
    record OfBoard(long telegramId, BoardRequest request, Language language, int card) implements Job {}

    /// Tells a reporter that a coordinator waits for reports of these libraries.
    ///
    /// @param by the person who coordinates
    record TellNudge(long telegramId, long by, YearMonth month, List<Long> libraries) implements Job {
        public TellNudge {
            libraries = List.copyOf(libraries);
        }
    }

    /// Names to a person the reports that they have begun and left.
    record RemindOfDrafts(long telegramId) implements Job {}

    /// Reminds somebody of what their libraries have not reported.
    ///
    /// @param period the first day of the week or month that it is about
    record Remind(long telegramId, ReminderKind kind, LocalDate period) implements Job {}

    /// Tells a coordinator how their region does.
    ///
    /// @param day by their clock
    /// @param rhythm how often they are told
    record MakeDigest(long telegramId, LocalDate day, Rhythm rhythm) implements Job {}

    /// Tells a group how its region does.
    ///
    /// @param telegramId of the group
    /// @param day by the clock of the region
    record MakeGroupDigest(long telegramId, LocalDate day) implements Job {}

    /// Lets the receipt of a report say how it stands.
    record RefreshReceipt(long telegramId, String number) implements Job {}

    /// Tells the sender of a report what a reviewer did.
    record TellReview(long telegramId, String number, int revision) implements Job {}

    /// Tells the sender of a report that a file of it is not to be had.
    record TellLostFile(long telegramId, String number, MediaReason reason) implements Job {}

    /// Tells somebody that a webhook of theirs is paused.
    ///
    /// @param host where it points
    record TellWebhookPaused(long telegramId, String host) implements Job {}

    /// Makes a PDF of a report that the person has sent.
    record PrintReport(long telegramId, String number, Language language) implements Job {}

    /// Makes a PDF of all that a library has reported.
    record PrintBook(long telegramId, long library, LocalDate from, LocalDate to, Language language) implements Job {}

    /// Shows a coordinator somebody who wants to report.
    record ShowJoiner(long telegramId, long membership) implements Job {}

    /// Tells somebody who wanted to report what has been decided.
    record TellDecision(long telegramId, long membership) implements Job {}

    /// Carries a question or its answer.
    ///
    /// @param toJoiner whether it is the question
    record PassOn(long telegramId, long membership, boolean toJoiner, String from, String text) implements Job {}

    /// Makes an invitation, to report for a library or to have a role over a region, if the person may.
    ///
    /// @param region empty with a role over the whole country
    record Invite(long telegramId, OptionalLong library, Optional<Role> role, OptionalLong region, Language language)
            implements Job {}

    /// Changes the register, or who belongs to it, if the person may.
    ///
    /// @param card the card that the answer is written over; 0 for a new message
    record ChangeDirectory(long telegramId, DirectoryChange change, Language language, int card) implements Job {}

    /// What a person asks for about their own data.
    ///
    /// @param erase whether it is to be erased, else they get a copy
    record OwnData(long telegramId, boolean erase, Language language) implements Job {}

    /// What those who want reports as a file ask for.
    sealed interface OfExport extends Job {}

    /// Takes an order.
    ///
    /// @param card the card that says how far it is
    record OrderExport(long telegramId, ExportOrder order, int card) implements OfExport {}

    /// The file is not wanted any more.
    ///
    /// @param card on which it is told about; 0 for the newest one
    record CancelExport(long telegramId, int card) implements OfExport {}

    /// Says on its card how far a file is.
    record TellExport(long telegramId, long export) implements OfExport {}

    /// Brings a file that is ready.
    record SendExport(long telegramId, long export) implements OfExport {}

    /// What those who bring many libraries at once ask for.
    sealed interface OfSheet extends Job {
        /// What the answer is worded in.
        Language language();

        /// The card that the answer is written over, if it is still open; 0 for a new message.
        int card();
    }

    /// Makes the sheet to fill in.
    record SheetTemplate(long telegramId, Language language, int card) implements OfSheet {}

    /// Looks at a file that should hold libraries.
    record TakeSheet(long telegramId, MediaFile file, String fileName, Language language, int card)
            implements OfSheet {}

    /// Checks a sheet that has been taken in.
    record CheckSheet(long telegramId, long sheet, Language language, int card) implements OfSheet {}

    /// Imports one that has been checked.
    record ImportSheet(long telegramId, long sheet, boolean onlyGoodRows, Language language, int card)
            implements OfSheet {}

    /// What those who make forms ask for.
    sealed interface OfForm extends Job {
        /// What the answer is worded in.
        Language language();

        /// The card that the answer is written over, if it is still open; 0 for a new message.
        int card();
    }

    /// Looks at a file that should hold a form, and keeps the form as a candidate if it has no problems.
    record CheckForm(long telegramId, MediaFile file, String fileName, Language language, int card) implements OfForm {}

    /// Makes a candidate the present version of its form.
    record PublishForm(long telegramId, long candidate, Language language, int card) implements OfForm {}

    /// Makes a workbook of a version of a form.
    record ExportForm(long telegramId, String formId, String version, Language language, int card) implements OfForm {}

    /// Offers a form no more, or again.
    record OfferForm(long telegramId, String formId, boolean offered, Language language, int card) implements OfForm {}
}
