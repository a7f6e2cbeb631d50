package id.laporpustaka.texts;

import id.laporpustaka.conversation.Command;
import id.laporpustaka.conversation.Filling;
import id.laporpustaka.conversation.FormCheck;
import id.laporpustaka.conversation.Press.OnMenu;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.conversation.Toast;
import id.laporpustaka.conversation.Trial;
import id.laporpustaka.form.Language;
import id.laporpustaka.outbox.Album;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// Words replies, in both languages. Thread-safe.
public final class Texts {
    private final Map<Language, Speaker> speakers = new EnumMap<>(Language.class);

    private record Speaker(
            Wording words,
            MenuCards menus,
            AskCard ask,
            ReviewCard review,
            ReportCards receipts,
            ReviewingCards reviewing,
            ReviewWords reviews,
            SummaryCardText summaries,
            ScoreCards scores,
            BoardCards board,
            FormCards forms,
            JoinCards joining,
            MemberCards members,
            RegisterCards register,
            LibraryCards libraries,
            PersonCards people,
            ReminderCards reminders,
            SheetWords sheets,
            SheetCards sheetCards,
            AnswerTexts answers,
            ReportWords reports,
            SummaryWords sums,
            ExportWords exports,
            RecapWords recaps,
            SummaryBookWords summaryBooks,
            ExportCards exportCards) {
        static Speaker of(Language language) {
            var words = new Wording(language, Bundle.read(language));
            var libraries = new LibraryCards(words);
            return new Speaker(
                    words,
                    new MenuCards(words),
                    new AskCard(words),
                    new ReviewCard(words),
                    new ReportCards(words),
                    new ReviewingCards(words),
                    new ReviewWords(words),
                    new SummaryCardText(words),
                    new ScoreCards(words),
                    new BoardCards(words),
                    new FormCards(words),
                    new JoinCards(words),
                    new MemberCards(words),
                    new RegisterCards(words),
                    libraries,
                    new PersonCards(words, libraries),
                    new ReminderCards(words),
                    new SheetWords(words),
                    new SheetCards(words),
                    new AnswerTexts(words),
                    new ReportWords(words),
                    new SummaryWords(words),
                    new ExportWords(words),
                    new RecapWords(words),
                    new SummaryBookWords(words),
                    new ExportCards(words));
        }
    }

    public Texts() {
        for (var language : Language.values()) {
            speakers.put(language, Speaker.of(language));
        }
    }

    private Speaker in(Language language) {
        return Objects.requireNonNull(speakers.get(language));
    }

    /// What a command does, for Telegram's menu.
    public String describe(Command command, Language language) {
        return in(language).words().plain(MenuCards.describe(command));
    }

    /// What stands on the button that opens the web pages inside Telegram.
    public String menuButton(Language language) {
        return in(language).words().plain(Phrase.BOT_MENU_BUTTON);
    }

    /// What the bot says of itself in an empty chat, at most 512 characters.
    public String description(Language language) {
        return in(language).words().plain(Phrase.BOT_DESCRIPTION);
    }

    /// What the bot's profile says, at most 120 characters.
    public String shortDescription(Language language) {
        return in(language).words().plain(Phrase.BOT_SHORT_DESCRIPTION);
    }

    /// At most 200 characters.
    public String toast(Toast toast, Language language) {
        var words = in(language).words();
        return switch (toast) {
            case Toast.Stale() -> words.plain(Phrase.TOAST_STALE);
            case Toast.AlreadySent() -> words.plain(Phrase.TOAST_ALREADY_SENT);
            case Toast.OnlyCoordinators() -> words.plain(Phrase.TOAST_ONLY_COORDINATORS);
            case Toast.BeingMade() -> words.plain(Phrase.TOAST_BEING_MADE);
            case Toast.ChangedSince() -> words.plain(Phrase.TOAST_CHANGED);
            case Toast.NotTogether(var message) ->
                message.isEmpty() ? words.plain(Phrase.TOAST_NOT_TOGETHER) : Wording.shorten(message.in(language), 200);
        };
    }

    /// The message for a reply.
    ///
    /// @param waiting a report that is being written; a reply about something else offers to go on with it
    public OutgoingMessage message(Reply reply, Language language, OptionalLong waiting) {
        var message = marked(reply, message(reply, in(language)), language);
        var hasNoButtons = message.album().filter(Album::isGroup).isPresent();
        if (waiting.isEmpty() || isAboutReport(reply) || hasNoButtons) {
            return message;
        }
        var rows = new ArrayList<List<Button>>(message.keyboard());
        rows.add(List.of(Layout.menu(
                in(language).words().plain(Phrase.CONTINUE_DRAFT), OnMenu.OPEN, Long.toString(waiting.getAsLong()))));
        return message.with(rows);
    }

    /// Whether these remarks about a form can all be shown in one message.
    public boolean fitsIntoMessage(List<FormCheck.Line> lines, Language language) {
        return in(language).forms().fit(lines);
    }

    /// What a file with remarks about a form is called.
    public String nameOfList(Language language) {
        return in(language).words().plain(Phrase.FORM_LIST_FILE);
    }

    /// What a file with remarks about a form says.
    public String listed(List<FormCheck.Line> lines, Language language) {
        return in(language).forms().listed(lines);
    }

    /// What pictures and sheets of summaries say.
    public SummaryWords sums(Language language) {
        return in(language).sums();
    }

    /// What reviews say.
    public ReviewWords reviews(Language language) {
        return in(language).reviews();
    }

    /// What sheets of libraries say.
    public SheetWords sheets(Language language) {
        return in(language).sheets();
    }

    /// What was answered in a report.
    public AnswerTexts answers(Language language) {
        return in(language).answers();
    }

    /// What documents of reports say.
    public ReportWords reports(Language language) {
        return in(language).reports();
    }

    /// What files of reports say.
    public ExportWords exports(Language language) {
        return in(language).exports();
    }

    public SummaryBookWords summaryBooks(Language language) {
        return in(language).summaryBooks();
    }

    public RecapWords recaps(Language language) {
        return in(language).recaps();
    }

    /// Nobody may take a trial for a report.
    private OutgoingMessage marked(Reply reply, OutgoingMessage message, Language language) {
        var filling = switch (reply) {
            case Reply.Ask ask -> Optional.of(ask.filling());
            case Reply.Review review -> Optional.of(review.filling());
            case Reply.KeysGone gone -> gone.filling();
            case Reply.Editing editing -> Optional.of(editing.filling());
            case Reply.ReallyCancel cancel -> Optional.of(cancel.filling());
            default -> Optional.<Filling>empty();
        };
        return filling.filter(it -> Trial.is(it.draft())).isPresent()
                ? message.below(in(language).words().html(Phrase.TRIAL).source())
                : message;
    }

    private static boolean isAboutReport(Reply reply) {
        return reply instanceof Reply.Ask
                || reply instanceof Reply.KeysGone
                || reply instanceof Reply.Review
                || reply instanceof Reply.Editing
                || reply instanceof Reply.NewVersion
                || reply instanceof Reply.Doubted
                || reply instanceof Reply.DraftsWaiting
                || reply instanceof Reply.ReallyCancel;
    }

    private static OutgoingMessage message(Reply reply, Speaker speaker) {
        var menus = speaker.menus();
        return switch (reply) {
            case Reply.Welcome welcome -> menus.welcome(welcome);
            case Reply.Join join -> speaker.joining().question(join);
            case Reply.Joined joined -> speaker.joining().joined(joined);
            case Reply.JoinStopped(var known) -> speaker.joining().stopped(known);
            case Reply.JoinAsked asked -> speaker.members().asked(asked);
            case Reply.JoinDecided(var request) -> speaker.members().decided(request);
            case Reply.Decision(var request) -> speaker.members().decision(request);
            case Reply.LibraryList(var register) -> speaker.register().list(register);
            case Reply.LibraryDetail(var card, var changed) ->
                speaker.libraries().detail(card, changed);
            case Reply.DirectoryChanged(var changed) -> speaker.libraries().changed(changed);
            case Reply.LibraryInvites(var card) -> speaker.libraries().invites(card);
            case Reply.OpenInvites(var page, var zone) -> speaker.libraries().invites(page, zone);
            case Reply.LibraryEditing(var card) -> speaker.libraries().editing(card);
            case Reply.FieldWanted wanted -> speaker.libraries().fieldWanted(wanted);
            case Reply.LibraryVillages(var card, var villages) ->
                speaker.libraries().villages(card, villages);
            case Reply.ReallyActivate(var card, var active) ->
                speaker.libraries().reallyActivate(card, active);
            case Reply.SameWanted wanted -> speaker.libraries().sameWanted(wanted);
            case Reply.ReallyMerge(var kept, var gone) -> speaker.libraries().reallyMerge(kept, gone);
            case Reply.LibraryHistory(var card, var page, var zone) ->
                speaker.libraries().history(card, page, zone);
            case Reply.ReallyEnd(var request) -> speaker.members().reallyEnd(request);
            case Reply.People(var search, var page) -> speaker.people().list(search, page);
            case Reply.PersonDetail(var card, var changed) -> speaker.people().detail(card, changed);
            case Reply.PersonGone() -> menus.plain(Phrase.PERSON_GONE);
            case Reply.ReallyRevoke(var card, var post) -> speaker.people().reallyRevoke(card, post);
            case Reply.PersonHistory history -> speaker.people().history(history);
            case Reply.OwnLibraries own -> speaker.people().own(own);
            case Reply.OwnLibraryDetail(var library) -> speaker.people().own(library);
            case Reply.ReallyHandOver(var library, var to) -> speaker.people().reallyHandOver(library, to);
            case Reply.LibraryGone() -> menus.plain(Phrase.LIBRARY_GONE);
            case Reply.RegionWanted(var role, var unknown) -> speaker.register().regionWanted(role, unknown);
            case Reply.Regions found -> speaker.register().regions(found);
            case Reply.Invited(var made) -> speaker.register().invited(made);
            case Reply.Reminders shown -> speaker.reminders().reminders(shown);
            case Reply.PauseWanted wanted -> speaker.reminders().pause(wanted);
            case Reply.WeekReminder reminder -> speaker.reminders().week(reminder);
            case Reply.MonthReminder reminder -> speaker.reminders().month(reminder);
            case Reply.DigestCard(var digest) -> speaker.reminders().digest(digest);
            case Reply.GroupDigestSettings settings -> speaker.reminders().ofGroup(settings);
            case Reply.GroupDigestCard(var digest) -> speaker.reminders().digest(digest);
            case Reply.NotYours() -> menus.plain(Phrase.NOT_YOURS);
            case Reply.Counting() -> menus.plain(Phrase.COUNTING);
            case Reply.ReallyLeave(var library) -> menus.reallyLeave(library);
            case Reply.LeftLibrary(var library) -> menus.left(library);
            case Reply.ReallyErase() -> menus.reallyErase();
            case Reply.EraseCancelled() -> menus.plain(Phrase.ERASE_CANCELLED);
            case Reply.OwnDataDone(var outcome) -> menus.ownData(outcome);
            case Reply.JoinGone() -> menus.plain(Phrase.JOIN_GONE);
            case Reply.Members(var page) -> speaker.members().members(page);
            case Reply.AskForWords asked -> speaker.members().askForWords(asked);
            case Reply.PassedOn passed -> speaker.members().passedOn(passed);
            case Reply.Asked asked -> speaker.members().asked(asked);
            case Reply.BecameAdmin became -> menus.becameAdmin(became);
            case Reply.LinkNotGood() -> menus.plain(Phrase.LINK_NOT_GOOD);
            case Reply.Help help -> menus.help(help);
            case Reply.Privacy privacy -> menus.privacy(privacy);
            case Reply.Languages() -> menus.languages();
            case Reply.LanguageSet() -> menus.plain(Phrase.LANGUAGE_SET);
            case Reply.Menu menu -> menus.menu(menu);
            case Reply.Templates(var forms) -> menus.templates(forms);
            case Reply.FormAsText(var empty) -> menus.formAsText(empty);
            case Reply.NoLibrary() -> menus.plain(Phrase.NO_LIBRARY);
            case Reply.NotACoordinator() -> menus.plain(Phrase.NOT_A_COORDINATOR);
            case Reply.ChooseLibrary choose -> menus.chooseLibrary(choose);
            case Reply.Ask ask -> speaker.ask().card(ask);
            case Reply.Review review -> speaker.review().review(review);
            case Reply.KeysGone gone -> speaker.ask().keysGone(gone);
            case Reply.NewVersion opened -> speaker.review().newVersion(opened);
            case Reply.Editing editing -> speaker.review().editing(editing);
            case Reply.ReallyCancel cancel -> speaker.review().reallyCancel(cancel);
            case Reply.Cancelled cancelled -> menus.cancelled(cancelled);
            case Reply.Saved saved -> speaker.review().saved(saved);
            case Reply.ToldForgotten() -> menus.plain(Phrase.TOLD_FORGOTTEN);
            case Reply.NothingToCancel() -> menus.plain(Phrase.NOTHING_TO_CANCEL);
            case Reply.Doubted doubted -> speaker.review().doubted(doubted);
            case Reply.Receipt receipt -> speaker.receipts().receipt(receipt);
            case Reply.RefreshedReceipt(var receipt) -> speaker.receipts().receipt(receipt);
            case Reply.ReallyWithdraw asked -> speaker.receipts().reallyWithdraw(asked);
            case Reply.Corrected corrected -> speaker.receipts().corrected(corrected);
            case Reply.NothingCorrected nothing -> speaker.receipts().nothingCorrected(nothing);
            case Reply.ReportGone() -> menus.plain(Phrase.REPORT_GONE);
            case Reply.FileLost lost -> speaker.receipts().fileLost(lost);
            case Reply.WebhookPaused(var host) -> menus.webhookPaused(host);
            case Reply.ReportsPrinted(var file) -> speaker.receipts().printed(file);
            case Reply.ReviewNews news -> speaker.receipts().news(news);
            case Reply.ReviewReport shown -> speaker.reviewing().report(shown);
            case Reply.ReviewsDone done -> speaker.reviewing().done(done);
            case Reply.EventShared(var card, var shared) -> speaker.reviewing().shared(card, shared);
            case Reply.ReportPhotos photos -> speaker.reviewing().photos(photos);
            case Reply.Reviews reviews -> speaker.reviewing().list(reviews);
            case Reply.ManyVerified many -> speaker.reviewing().manyVerified(many);
            case Reply.PickQuestions pick -> speaker.reviewing().pick(pick);
            case Reply.ReasonWanted wanted -> speaker.reviewing().reasonWanted(wanted);
            case Reply.ReviewGone() -> menus.plain(Phrase.REVIEW_GONE);
            case Reply.LostLibrary() -> menus.plain(Phrase.LOST_LIBRARY);
            case Reply.Drafts drafts -> menus.drafts(drafts);
            case Reply.DraftsWaiting(var drafts) -> menus.draftsWaiting(drafts);
            case Reply.DraftGone() -> menus.plain(Phrase.DRAFT_GONE);
            case Reply.History history -> speaker.receipts().history(history);
            case Reply.SignIn signIn -> menus.signIn(signIn);
            case Reply.Board board -> speaker.board().board(board);
            case Reply.BoardMonthUnknown unknown -> speaker.board().monthUnknown(unknown);
            case Reply.ReallyNudge asked -> speaker.board().reallyNudge(asked);
            case Reply.Nudge(var came) -> speaker.board().nudge(came);
            case Reply.SummaryCard summary -> speaker.summaries().card(summary);
            case Reply.ScoreCard card -> speaker.scores().card(card);
            case Reply.ScorePeriodNotUnderstood(var text) -> speaker.scores().periodNotUnderstood(text);
            case Reply.ExportMenu menu -> speaker.exportCards().menu(menu);
            case Reply.ExportPeriods asked -> speaker.exportCards().periods(asked);
            case Reply.ExportRegions asked -> speaker.exportCards().regions(asked);
            case Reply.ExportForms asked -> speaker.exportCards().forms(asked);
            case Reply.ExportBeingMade(var order) -> speaker.exportCards().beingMade(order);
            case Reply.ExportTooMany(var most) -> speaker.exportCards().tooMany(most);
            case Reply.ExportStands stands -> speaker.exportCards().stands(stands);
            case Reply.ExportArrived arrived -> speaker.exportCards().arrived(arrived);
            case Reply.SummaryBreakdowns choice -> speaker.summaries().breakdowns(choice);
            case Reply.SummaryFile made -> speaker.summaries().file(made);
            case Reply.SummaryPlaces unclear -> speaker.summaries().places(unclear);
            case Reply.SummaryWordsUnknown unknown -> speaker.summaries().unknown(unknown);
            case Reply.GroupQuestion question -> speaker.summaries().groupQuestion(question);
            case Reply.GroupConfirmed(var region) -> speaker.summaries().groupConfirmed(region);
            case Reply.GroupUnconfirmed() -> menus.plain(Phrase.GROUP_UNCONFIRMED);
            case Reply.GroupHearsTotals(var place, var botName) ->
                speaker.summaries().totalsOnly(place, botName);
            case Reply.SheetReceived(var name) -> speaker.sheetCards().received(name);
            case Reply.SheetBeingImported(var rows) -> speaker.sheetCards().beingImported(rows);
            case Reply.SheetCancelled() -> menus.plain(Phrase.SHEET_CANCELLED);
            case Reply.OfSheet(var outcome) -> speaker.sheetCards().outcome(outcome);
            case Reply.FormBeingChecked checked -> speaker.forms().beingChecked(checked);
            case Reply.FormChecked checked -> speaker.forms().checked(checked);
            case Reply.TrialOver over -> speaker.forms().trialOver(over);
            case Reply.FormPublished published -> speaker.forms().published(published);
            case Reply.FormWaiting waiting -> speaker.forms().waiting(waiting);
            case Reply.FormDropped() -> menus.plain(Phrase.FORM_DROPPED);
            case Reply.FormNotDone() -> menus.plain(Phrase.FORM_NOT_DONE);
            case Reply.FormList list -> speaker.forms().list(list);
            case Reply.FormDetail detail -> speaker.forms().detail(detail);
            case Reply.ReallyRetire asked -> speaker.forms().reallyRetire(asked);
            case Reply.FormFile file -> speaker.forms().file(file);
            case Reply.FormOffered offered -> speaker.forms().offered(offered);
            case Reply.NotAnAuthor() -> menus.plain(Phrase.NOT_AN_AUTHOR);
            case Reply.NotUnderstood() -> menus.plain(Phrase.NOT_UNDERSTOOD);
            case Reply.UnknownCommand unknown -> menus.unknownCommand(unknown);
            case Reply.OnlyPrivate(var botName) -> menus.plain(Phrase.ONLY_PRIVATE, botName);
            case Reply.TooFast() -> menus.plain(Phrase.TOO_FAST);
            case Reply.Thanks() -> menus.plain(Phrase.THANKS);
            case Reply.Apology() -> menus.plain(Phrase.APOLOGY);
        };
    }
}
