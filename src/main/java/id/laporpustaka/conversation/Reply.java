package id.laporpustaka.conversation;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Reporting;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// What is said, by its meaning; the words and the layout are those of the room `texts`.
public sealed interface Reply {

    /// The answer to `/start` of someone we know.
    record Welcome(Actor actor, List<Command> commands) implements Reply {}

    /// Someone we do not know; the id is what a coordinator needs to let them in.
    record Stranger(long telegramId, String name) implements Reply {}

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
    /// @param drafts how many reports are unfinished
    record Menu(List<Form> forms, int drafts) implements Reply {}

    /// A command of those who report, from someone without a library.
    record NoLibrary() implements Reply {}

    record NotACoordinator() implements Reply {}

    record ChooseLibrary(Form form, List<Reporting> libraries) implements Reply {}

    /// A question of a report.
    ///
    /// @param place the prompt's number in the form, for its buttons
    /// @param previous whether one can go back
    record Ask(
            Filling filling,
            int place,
            Prompt prompt,
            Progress progress,
            boolean previous,
            List<Echo> echoes,
            Optional<Problem> problem)
            implements Reply {}

    /// All answers, before sending.
    record Review(Filling filling, String libraryName, List<Echo> echoes, Optional<Problem> problem) implements Reply {}

    /// The answers as buttons, to change one.
    record Editing(Filling filling, int page) implements Reply {}

    record ReallyCancel(Filling filling) implements Reply {}

    record Cancelled(long draftId) implements Reply {}

    record Saved(Filling filling) implements Reply {}

    record NothingToCancel() implements Reply {}

    /// The receipt.
    ///
    /// @param month that of the activity
    /// @param inMonth how many reports of this kind the library has in that month, this one included
    /// @param waiting whether the report counts only once the sender has been accepted
    record Sent(Filling filling, String number, String libraryName, YearMonth month, int inMonth, boolean waiting)
            implements Reply {}

    /// The sender does not report for that library any more; the draft is kept.
    record LostLibrary() implements Reply {}

    record Drafts(List<DraftLine> drafts) implements Reply {}

    /// An unfinished report in a list.
    ///
    /// @param title what the report is about, or empty
    record DraftLine(long id, Form form, String title, String libraryName) {}

    record DraftGone() implements Reply {}

    record History(HistoryPage page) implements Reply {}

    /// A link that signs in once.
    record SignIn(String url, Duration life) implements Reply {}

    record SummaryCard(SummaryAnswer summary, Job.Summarise asked, LocalDate today) implements Reply {}

    record PeriodNotUnderstood(String text) implements Reply {}

    record NotUnderstood() implements Reply {}

    record UnknownCommand(String name, List<Command> commands) implements Reply {}

    record OnlyPrivate(String botName) implements Reply {}

    record Thanks() implements Reply {}

    /// Something of ours went wrong; nothing of theirs is lost.
    record Apology() implements Reply {}
}
