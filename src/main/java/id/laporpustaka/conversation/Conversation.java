package id.laporpustaka.conversation;

import id.laporpustaka.form.reading.QuickReader;
import id.laporpustaka.form.reading.Template;
import java.util.Locale;
import java.util.Optional;

/// Decides what follows from a message.
///
/// Pure and thread-safe: the same state, message and context always give the same step. Nothing is stored or sent from
/// here; the caller does both, in one transaction.
public final class Conversation {
    private final FillingSteps filling = new FillingSteps();
    private final MenuSteps menu = new MenuSteps();
    private final SummarySteps summaries = new SummarySteps();
    private final FileSteps files = new FileSteps();
    private final FormSteps forms = new FormSteps();

    /// Looks at one message.
    ///
    /// @param draft the one that `state` names
    public Step step(ChatState state, Optional<Draft> draft, Incoming incoming, Context context) {
        var outside = new Outside(context.findings());
        var scene = new Scene(state, draft, incoming, context, outside);
        return outside.after(incoming.group() ? inGroup(scene) : inPrivate(scene));
    }

    private static Step inGroup(Scene scene) {
        return switch (scene.incoming().input()) {
            case Input.Command _ ->
                scene.say(new Reply.OnlyPrivate(scene.context().botName())).end();
            case Input.MovedTo(var chatId) ->
                scene.silently().also(new Effect.MoveChat(chatId)).end();
            case Input.Tap _ -> scene.silently().toast(new Toast.Stale()).end();
            case Input.Text _,
                    Input.Media _,
                    Input.Location _,
                    Input.Edited _,
                    Input.Unreadable _,
                    Input.Blocked _,
                    Input.Unblocked _,
                    Input.Finished _ -> scene.silently().end();
        };
    }

    private Step inPrivate(Scene scene) {
        return switch (scene.incoming().input()) {
            case Input.Command command -> command(scene, command);
            case Input.Text(var messageId, var text) -> text(scene, messageId, text);
            case Input.Tap tap -> tap(scene, tap.data());
            case Input.Media media ->
                forms.takes(scene, media) && !files.areWanted(scene)
                        ? forms.received(scene, media)
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
            case JobResult.DraftsAreWaiting() -> menu.remindOfDrafts(scene);
            case JobResult.FormChecked(var asked, var check) -> FormSteps.checked(scene, asked, check);
            case JobResult.FormPublished(var asked, var publication) -> FormSteps.published(scene, asked, publication);
            case JobResult.FormExported(var asked, var title, var file) ->
                FormSteps.exported(scene, asked, title, file);
            case JobResult.FormOffered(var asked, var title, var offered) ->
                FormSteps.offered(scene, asked, title, offered);
            case JobResult.NotDone(var asked) -> FormSteps.notDone(scene, asked);
            case JobResult.Failed() -> scene.say(new Reply.Apology()).end();
        };
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
        var scene = isQuestion ? before : before.with(before.state().material().withoutTold());
        if (scene.actor().isEmpty() && command != Command.LANGUAGE && command != Command.PRIVACY) {
            return menu.stranger(scene, command == Command.START ? argument : "");
        }
        if (!command.isFor(scene.actor())) {
            return scene.say(
                            switch (command) {
                                case SUMMARY, WEB -> new Reply.NotACoordinator();
                                case FORMS -> new Reply.NotAnAuthor();
                                case REPORT, AGAIN, TEMPLATE, DRAFTS, HISTORY, CANCEL, LANGUAGE, PRIVACY, HELP, START ->
                                    new Reply.NoLibrary();
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
            case HISTORY -> menu.history(scene, 0);
            case SUMMARY -> summaries.asked(scene, argument);
            case WEB -> menu.web(scene);
            case FORMS -> forms.list(scene, 0);
            case LANGUAGE -> scene.say(new Reply.Languages()).end();
            case PRIVACY -> menu.privacy(scene);
            case CANCEL -> filling.cancel(scene, !before.state().material().isEmpty());
            case HELP -> scene.say(new Reply.Help(scene.commands())).end();
        };
    }

    private Step text(Scene scene, int messageId, String text) {
        if (scene.actor().isEmpty()) {
            return menu.stranger(scene, "");
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
            return summaries.findPeriod(scene, text).orElseGet(() -> wordOrMisunderstood(scene, messageId, text));
        }
        return scene.filling()
                .map(present -> filling.text(scene, present, messageId, text))
                .orElseGet(() -> wordOrMisunderstood(scene, messageId, text));
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

    private Step tap(Scene scene, String data) {
        return Press.parse(data)
                .map(press -> switch (press) {
                    case Press.OfPrompt _, Press.OfDraft _ when scene.actor().isEmpty() -> menu.stranger(scene, "");
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
            return menu.stranger(scene, "");
        }
        return press.verb() == Press.OnMenu.SUMMARY
                ? summaries.pressed(scene, press.argument())
                : menu.pressed(scene, press.verb(), press.argument());
    }

    static Step stranger(Scene scene) {
        return scene.say(new Reply.Stranger(
                        scene.incoming().senderId(), scene.incoming().senderName()))
                .end();
    }

    static Step stale(Scene scene) {
        return scene.silently().toast(new Toast.Stale()).end();
    }
}
