package id.laporpustaka.conversation;

import id.laporpustaka.form.reading.Control;
import id.laporpustaka.form.reading.ControlWords;
import id.laporpustaka.form.reading.QuickReader;
import id.laporpustaka.form.reading.Template;
import id.laporpustaka.people.LibraryFilter;
import java.util.Locale;
import java.util.Optional;

/// Decides what follows from a message.
///
/// Pure and thread-safe: the same state, message and context always give the same step. Nothing is stored or
/// sent from here; the caller does both, in one transaction.
public final class Conversation {
    private static final int LONGEST_SEARCH = 60;

    private final ControlWords words = new ControlWords();
    private final FillingSteps filling = new FillingSteps();
    private final AccountSteps account = new AccountSteps();
    private final MenuSteps menu = new MenuSteps();
    private final SummarySteps summaries = new SummarySteps();
    private final ScoreSteps scores = new ScoreSteps();
    private final GroupSteps groups = new GroupSteps(summaries);
    private final FileSteps files = new FileSteps();
    private final FormSteps forms = new FormSteps();
    private final JoinSteps joining = new JoinSteps();
    private final MemberSteps members = new MemberSteps();
    private final LibraryChangeSteps changes = new LibraryChangeSteps();
    private final OwnLibrarySteps ownLibraries = new OwnLibrarySteps();
    private final PersonSteps people = new PersonSteps();
    private final ReportSteps reports = new ReportSteps();
    private final ReviewSteps reviews = new ReviewSteps();
    private final BoardSteps board = new BoardSteps();
    private final ReminderSteps reminders = new ReminderSteps();
    private final SheetSteps sheets = new SheetSteps();
    private final ExportSteps exports = new ExportSteps();
    private final LibrarySteps libraries = new LibrarySteps(sheets);

    /// Looks at one message.
    ///
    /// @param draft the one that `state` names
    public Step step(ChatState state, Optional<Draft> draft, Incoming incoming, Context context) {
        var outside = new Outside(context.findings());
        var scene = new Scene(state, draft, incoming, context, outside);
        return outside.after(
                incoming.group() ? pacedInGroup(scene, groups.step(scene)) : paced(scene, inPrivate(scene)));
    }

    /// What asks for too many jobs within a minute begins none, and is told so.
    private static Step paced(Scene scene, Step step) {
        if (!(step instanceof Step.Done(var turn))
                || scene.incoming().input() instanceof Input.Finished
                || turn.effects().stream().noneMatch(Effect.StartJob.class::isInstance)) {
            return step;
        }
        var pace = scene.state().pace().after(scene.context().now());
        return pace.isTooFast()
                ? scene.say(new Reply.TooFast())
                        .remember(state -> state.with(pace))
                        .end()
                : new Step.Done(turn.remembering(pace));
    }

    /// A group that asks for too many is not told so each time.
    private static Step pacedInGroup(Scene scene, Step step) {
        return paced(scene, step) instanceof Step.Done(var turn)
                        && turn.reply()
                                .filter(placed -> placed.reply() instanceof Reply.TooFast)
                                .isPresent()
                ? scene.silently().end()
                : paced(scene, step);
    }

    private Step inPrivate(Scene scene) {
        return switch (scene.incoming().input()) {
            case Input.Media _, Input.Location _, Input.Unreadable _
            when scene.actor().isEmpty() -> joining.again(scene);
            case Input.Command command -> command(scene, command);
            case Input.Text(var messageId, var text) -> text(scene, messageId, text);
            case Input.Tap tap -> tap(scene, tap.data());
            case Input.Media media ->
                !files.areWanted(scene) && (forms.takes(scene, media) || sheets.takes(scene, media))
                        ? forms.takes(scene, media) ? forms.received(scene, media) : sheets.received(scene, media)
                        : media.isPicture() && (scene.filling().isEmpty() || tellsAnotherReport(scene, media))
                                ? menu.photo(scene, media)
                                : files.media(scene, media);
            case Input.Edited(var messageId, var text) -> filling.edited(scene, messageId, text);
            case Input.Location location -> files.location(scene, location);
            case Input.Unreadable(var _, var kind) -> files.wrongKind(scene, kind);
            case Input.Finished(var result) -> finished(scene, result);
            case Input.Blocked _ -> reachable(scene, false);
            case Input.Unblocked _ -> reachable(scene, true);
            case Input.MovedTo _ -> scene.silently().end();
        };
    }

    private Step finished(Scene scene, JobResult result) {
        return switch (result) {
            case JobResult.Summarised summarised -> summaries.finished(scene, summarised);
            case JobResult.Scored scored -> ScoreSteps.finished(scene, scored);
            case JobResult.BoardDone done -> board.finished(scene, done);
            case JobResult.NudgeCame came -> board.nudged(scene, came);
            case JobResult.SummaryDrawn drawn -> summaries.drawn(scene, drawn);
            case JobResult.PlaceUnclear unclear -> summaries.unclear(scene, unclear);
            case JobResult.NotSummarised(var asked) -> summaries.refused(scene, asked);
            case JobResult.DraftsAreWaiting() -> menu.remindOfDrafts(scene);
            case JobResult.ReminderIsDue(var kind, var period) -> reminders.due(scene, kind, period);
            case JobResult.DigestMade(var digest) -> reminders.digest(scene, digest);
            case JobResult.GroupDigestMade _ -> scene.silently().end();
            case JobResult.ReceiptIsOld(var number) -> reports.receiptIsOld(scene, number);
            case JobResult.FileIsLost(var number, var reason) -> reports.fileIsLost(scene, number, reason);
            case JobResult.WebhookIsPaused(var host) ->
                scene.silently().sayForGood(new Reply.WebhookPaused(host)).end();
            case JobResult.Printed(var asked, var file) ->
                scene.silently()
                        .in(asked)
                        .sayForGood(new Reply.ReportsPrinted(file))
                        .end();
            case JobResult.ReviewIsNews news -> reports.reviewIsNews(scene, news);
            case JobResult.JoinerShown(var request) -> members.joinerShown(scene, request);
            case JobResult.DirectoryChanged changed -> LibraryChangeSteps.changed(scene, changed);
            case JobResult.Invited(var invitation) -> libraries.invited(scene, invitation);
            case JobResult.OwnDataDone(var asked, var outcome) ->
                scene.silently()
                        .in(asked.language())
                        .sayForGood(new Reply.OwnDataDone(outcome))
                        .end();
            case JobResult.SheetDone(var asked, var outcome) -> SheetSteps.finished(scene, asked, outcome);
            case JobResult.ExportAnswered(var asked, var answer) -> ExportSteps.finished(scene, asked, answer);
            case JobResult.DecisionTold(var request) -> members.decisionTold(scene, request);
            case JobResult.PassedOn(var asked, var request) -> members.passedOn(scene, asked, request);
            case JobResult.FormChecked(var asked, var check) -> FormSteps.checked(scene, asked, check);
            case JobResult.FormPublished(var asked, var publication) -> FormSteps.published(scene, asked, publication);
            case JobResult.FormExported(var asked, var title, var file) ->
                FormSteps.exported(scene, asked, title, file);
            case JobResult.FormOffered(var asked, var title, var offered) ->
                FormSteps.offered(scene, asked, title, offered);
            case JobResult.NotDone(var asked) -> FormSteps.notDone(scene, asked);
            case JobResult.StillCounting(var asked) -> stillCounting(scene, asked);
            case JobResult.Failed(var card) ->
                card == 0
                        ? scene.say(new Reply.Apology()).end()
                        : scene.silently().sayOnKept(card, new Reply.Apology()).end();
        };
    }

    static Step stillCounting(Scene scene, Job.Counted asked) {
        return scene.silently()
                .in(asked.language())
                .sayOnKept(asked.card(), new Reply.Counting())
                .end();
    }

    private static Step reachable(Scene scene, boolean reachable) {
        return scene.silently()
                .also(new Effect.SetReachable(scene.incoming().senderId(), reachable))
                .end();
    }

    private Step command(Scene scene, Input.Command given) {
        return Command.find(given.name())
                .map(command -> command(scene, command, given.messageId(), given.argument()))
                .orElseGet(() -> scene.say(new Reply.UnknownCommand(given.name(), scene.commands()))
                        .end());
    }

    /// What was told before is forgotten, so that it never gets into a report about something else.
    private Step command(Scene before, Command command, int messageId, String argument) {
        var isQuestion = command == Command.LANGUAGE || command == Command.PRIVACY || command == Command.HELP;
        var scene = isQuestion
                ? before
                : before.with(before.state().material().withoutTold()).expectingNothing();
        if (command == Command.START && argument.startsWith(JoinSteps.LINK)) {
            return joining.invited(scene, argument.substring(JoinSteps.LINK.length()));
        }
        if (scene.actor().isEmpty() && command != Command.LANGUAGE && command != Command.PRIVACY) {
            return command == Command.START && !argument.isEmpty()
                    ? account.firstAdmin(scene, argument)
                    : joining.begin(scene);
        }
        return known(
                scene.withoutJoining(),
                command,
                messageId,
                argument,
                !before.state().material().isEmpty());
    }

    /// @param told whether something waited for a report to be begun
    private Step known(Scene scene, Command command, int messageId, String argument, boolean told) {
        if (!command.isFor(scene.actor())) {
            return scene.say(
                            switch (command) {
                                case SUMMARY, WEB, MEMBERS, INVITE, REVIEW -> new Reply.NotACoordinator();
                                case EXPORT -> new Reply.NotYours();
                                case FORMS -> new Reply.NotAnAuthor();
                                case REPORT,
                                        BOARD,
                                        AGAIN,
                                        TEMPLATE,
                                        DRAFTS,
                                        HISTORY,
                                        LIBRARIES,
                                        SCORE,
                                        REMINDERS,
                                        CANCEL,
                                        JOIN,
                                        LANGUAGE,
                                        PRIVACY,
                                        ERASE,
                                        HELP,
                                        START -> new Reply.NoLibrary();
                            })
                    .end();
        }
        return switch (command) {
            case START -> menu.start(scene);
            case REPORT ->
                argument.isEmpty()
                        ? menu.report(scene)
                        : menu.tell(scene, messageId, command.indonesian() + " " + argument);
            case AGAIN -> menu.again(scene);
            case TEMPLATE -> menu.template(scene, argument);
            case DRAFTS -> menu.drafts(scene);
            case HISTORY -> reports.history(scene, argument, 0);
            case REVIEW -> reviews.begin(scene);
            case SUMMARY -> summaries.asked(scene, argument);
            case SCORE -> scores.asked(scene, argument);
            case EXPORT -> exports.asked(scene, argument);
            case BOARD -> board.begin(scene, argument);
            case WEB -> account.web(scene);
            case FORMS -> forms.list(scene, 0);
            case MEMBERS -> argument.isEmpty() ? members.list(scene, 0) : people.list(scene, argument, 0);
            case LIBRARIES ->
                Command.INVITE.isFor(scene.actor())
                        ? libraries.list(scene, LibraryFilter.ALL, argument)
                        : ownLibraries.list(scene);
            case INVITE -> libraries.list(scene, LibraryFilter.NEVER_JOINED, argument);
            case JOIN -> joining.begin(scene);
            case REMINDERS -> reminders.open(scene);
            case LANGUAGE -> scene.say(new Reply.Languages()).end();
            case PRIVACY -> account.privacy(scene);
            case ERASE -> account.erase(scene, "");
            case CANCEL -> filling.cancel(scene, told);
            case HELP -> scene.say(new Reply.Help(scene.commands())).end();
        };
    }

    private Step text(Scene scene, int messageId, String text) {
        if (scene.actor().isEmpty() || scene.state().joining().isPresent()) {
            return joining.text(scene, text);
        }
        if (JoinSteps.isClearlyCode(text) && scene.draft().isEmpty()) {
            return joining.invited(scene, text);
        }
        var passedOn = words(scene, text);
        if (passedOn.isPresent()) {
            return passedOn.get();
        }
        if (Command.REPORT.isFor(scene.actor())) {
            var filledIn = Template.find(text, scene.context().forms().listCurrent());
            if (filledIn.isPresent()) {
                return menu.tell(scene, messageId, text, filledIn.get().form());
            }
            if (isAnotherReport(scene, text)) {
                return menu.tell(scene, messageId, text);
            }
        }
        if (scene.state().expecting() instanceof Expecting.Period
                && scene.draft().isEmpty()) {
            return summaries.typed(scene, text).orElseGet(() -> wordOrMisunderstood(scene, messageId, text));
        }
        return scene.filling()
                .map(present -> filling.text(scene, present, messageId, text))
                .orElseGet(() -> wordOrMisunderstood(scene, messageId, text));
    }

    private Optional<Step> words(Scene scene, String text) {
        return switch (scene.state().expecting()) {
            case Expecting.Nothing _, Expecting.Period _, Expecting.Library _, Expecting.ReviewOf _ -> Optional.empty();
            case Expecting.ExportOf(var order) ->
                scene.draft().isPresent()
                                || !Command.EXPORT.isFor(scene.actor())
                                || words.find(text).isPresent()
                        ? Optional.empty()
                        : Optional.of(exports.typed(scene, order, text));
            case Expecting.ReportSearch _ ->
                scene.draft().isPresent()
                                || !Command.HISTORY.isFor(scene.actor())
                                || words.find(text).isPresent()
                                || saysMoreThanSearch(text)
                        ? Optional.empty()
                        : Optional.of(reports.history(scene, text, 0));
            case Expecting.BoardSearch shown ->
                scene.draft().isPresent()
                                || !Command.INVITE.isFor(scene.actor())
                                || words.find(text).isPresent()
                                || saysMoreThanSearch(text)
                        ? Optional.empty()
                        : Optional.of(board.typed(scene, shown, text));
            case Expecting.Questions _, Expecting.ReasonFor _ ->
                !Command.REVIEW.isFor(scene.actor())
                        ? Optional.empty()
                        : isStop(text) ? Optional.of(reviews.begin(scene)) : reviews.typed(scene, text);
            case Expecting.LibrarySearch(var filter, var _) ->
                scene.draft().isPresent()
                                || !Command.INVITE.isFor(scene.actor())
                                || words.find(text).isPresent()
                        ? Optional.empty()
                        : Optional.of(libraries.list(scene, filter, text));
            case Expecting.PersonSearch _ ->
                scene.draft().isPresent()
                                || !Command.MEMBERS.isFor(scene.actor())
                                || words.find(text).isPresent()
                        ? Optional.empty()
                        : Optional.of(people.list(scene, text, 0));
            case Expecting.FieldOf(var library, var _) when isStop(text) -> Optional.of(libraries.show(scene, library));
            case Expecting.SameAs(var library) when isStop(text) -> Optional.of(libraries.show(scene, library));
            case Expecting.FieldOf(var library, var field) -> Optional.of(changes.typed(scene, library, field, text));
            case Expecting.SameAs(var library) -> Optional.of(changes.sameTyped(scene, library, text));
            case Expecting.RegionOf(var role) -> Optional.of(libraries.regionTyped(scene, role, text));
            case Expecting.QuestionAbout(var membership) -> Optional.of(members.words(scene, membership, true, text));
            case Expecting.AnswerAbout(var membership) -> Optional.of(members.words(scene, membership, false, text));
        };
    }

    /// A report, or a command without its slash.
    private static boolean saysMoreThanSearch(String text) {
        return text.length() > LONGEST_SEARCH
                || QuickReader.isReport(text)
                || Command.find(text.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT))
                        .isPresent();
    }

    private boolean isStop(String text) {
        return words.find(text)
                .filter(control -> control == Control.CANCEL || control == Control.BACK)
                .isPresent();
    }

    /// Whether a whole report is told while another one is being written: `lapor …` with a day or a number in it.
    private static boolean isAnotherReport(Scene scene, String text) {
        return QuickReader.isReport(text)
                && scene.filling()
                        .filter(open -> !open.draft().sources().isEmpty() && !Trial.is(open.draft()))
                        .isPresent()
                && MenuSteps.findForm(scene, text)
                        .map(scene::emptyFilling)
                        .filter(empty -> Preparing.isWholeReport(
                                empty, Preparing.read(empty, new Material.Told(0, text, scene.today()))))
                        .isPresent();
    }

    private static boolean tellsAnotherReport(Scene scene, Input.Media photo) {
        return Command.REPORT.isFor(scene.actor())
                && photo.caption()
                        .filter(caption -> isAnotherReport(scene, caption))
                        .isPresent();
    }

    /// A command typed without its slash counts as one where no question waits for an answer.
    private Step wordOrMisunderstood(Scene scene, int messageId, String text) {
        var words = text.strip().split("\\s+", 2);
        var command = Command.find(words[0].toLowerCase(Locale.ROOT)).filter(found -> found != Command.START);
        if (command.isPresent()) {
            return command(scene, command.get(), messageId, words.length > 1 ? words[1] : "");
        }
        if (QuickReader.isReport(text) && Command.REPORT.isFor(scene.actor())) {
            return menu.tell(scene, messageId, text);
        }
        return menu.loose(scene, messageId, text);
    }

    /// What was to be written about one thing is not taken for what another button asks for.
    private Step tap(Scene before, String data) {
        var scene = switch (before.state().expecting()) {
            case Expecting.FieldOf _, Expecting.SameAs _ -> before.expectingNothing();
            default -> before;
        };
        return Press.parse(data)
                .map(press -> switch (press) {
                    case Press.OfJoin(var verb, var argument) -> joining.pressed(scene, verb, argument);
                    case Press.OfPrompt _, Press.OfDraft _, Press.OfMember _
                    when scene.actor().isEmpty() -> joining.begin(scene);
                    case Press.OfLibrary(var verb, var argument) ->
                        Command.INVITE.isFor(scene.actor()) ? libraries.pressed(scene, verb, argument) : stale(scene);
                    case Press.OfPerson(var verb, var argument) ->
                        Command.MEMBERS.isFor(scene.actor()) ? people.pressed(scene, verb, argument) : stale(scene);
                    case Press.OfMember(var verb, var argument) -> members.pressed(scene, verb, argument);
                    case Press.OfReport(var verb, var number) ->
                        Command.HISTORY.isFor(scene.actor()) ? reports.pressed(scene, verb, number) : stale(scene);
                    case Press.OfReview(var verb, var argument) ->
                        Command.REVIEW.isFor(scene.actor()) ? reviews.pressed(scene, verb, argument) : stale(scene);
                    case Press.OfExport(var verb, var argument) ->
                        Command.EXPORT.isFor(scene.actor()) ? exports.pressed(scene, verb, argument) : stale(scene);
                    case Press.OfBoard(var verb, var argument) ->
                        Command.BOARD.isFor(scene.actor()) ? board.pressed(scene, verb, argument) : stale(scene);
                    case Press.OfReminder(var verb, var argument) ->
                        Command.REMINDERS.isFor(scene.actor())
                                ? reminders.pressed(scene, verb, argument)
                                : stale(scene);
                    case Press.OfSummary(var verb, var argument) -> summaries.pressed(scene, verb, argument);
                    case Press.OfPrompt of -> filling.pressed(scene, of);
                    case Press.OfDraft of when of.verb() == Press.OnDraft.KIND -> menu.otherKind(scene, of);
                    case Press.OfDraft of -> filling.pressed(scene, of);
                    case Press.OfMenu of -> ofMenu(scene, of);
                    case Press.OfForm of ->
                        Command.FORMS.isFor(scene.actor()) ? forms.pressed(scene, of) : stale(scene);
                })
                .orElseGet(() -> stale(scene));
    }

    private Step ofMenu(Scene scene, Press.OfMenu press) {
        if (scene.actor().isEmpty() && press.verb() != Press.OnMenu.LANGUAGE) {
            return joining.begin(scene);
        }
        if (press.verb() == Press.OnMenu.SCORE) {
            return scores.pressed(scene, press.argument());
        }
        return press.verb() == Press.OnMenu.SUMMARY
                ? summaries.pressed(scene, press.argument())
                : press.verb() == Press.OnMenu.HISTORY && Command.HISTORY.isFor(scene.actor())
                        ? reports.turn(scene, Press.place(press.argument()).orElse(0))
                        : menu.pressed(scene, press.verb(), press.argument());
    }

    static Step stale(Scene scene) {
        return scene.silently().toast(new Toast.Stale()).end();
    }
}
