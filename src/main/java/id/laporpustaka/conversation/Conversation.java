package id.laporpustaka.conversation;

import java.util.Locale;
import java.util.Optional;

/// Decides what follows from a message.
///
/// Pure and thread-safe: the same state, message and context always give the same step. Nothing is stored or sent from
/// here; the caller does both, in one transaction.
public final class Conversation {
    private final FillingSteps filling = new FillingSteps();
    private final MenuSteps menu = new MenuSteps(filling);
    private final SummarySteps summaries = new SummarySteps();

    /// Looks at one message.
    ///
    /// @param draft the one that `state` names
    public Step step(ChatState state, Optional<Draft> draft, Incoming incoming, Context context) {
        var scene = new Scene(state, draft, incoming, context);
        return incoming.group() ? inGroup(scene) : inPrivate(scene);
    }

    private static Step inGroup(Scene scene) {
        return switch (scene.incoming().input()) {
            case Input.Command _ ->
                scene.say(new Reply.OnlyPrivate(scene.context().botName())).end();
            case Input.MovedTo(var chatId) ->
                scene.silently().also(new Effect.MoveChat(chatId)).end();
            case Input.Tap _ -> scene.silently().toast(new Toast.Stale()).end();
            case Input.Text _,
                    Input.Photo _,
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
            case Input.Photo photo -> filling.photo(scene, photo);
            case Input.Edited(var messageId, var text) -> filling.edited(scene, messageId, text);
            case Input.Location _ -> filling.wrongKind(scene, Input.Kind.OTHER);
            case Input.Unreadable(var _, var kind) -> filling.wrongKind(scene, kind);
            case Input.Finished(var result) -> summaries.finished(scene, result);
            case Input.Blocked _ -> reachable(scene, false);
            case Input.Unblocked _ -> reachable(scene, true);
            case Input.MovedTo _ -> scene.silently().end();
        };
    }

    private static Step reachable(Scene scene, boolean reachable) {
        return scene.silently()
                .also(new Effect.SetReachable(scene.incoming().senderId(), reachable))
                .end();
    }

    private Step command(Scene scene, Input.Command given) {
        return Command.find(given.name())
                .map(command -> command(scene, command, given.argument()))
                .orElseGet(() -> scene.say(new Reply.UnknownCommand(given.name(), scene.commands()))
                        .end());
    }

    private Step command(Scene scene, Command command, String argument) {
        if (scene.actor().isEmpty() && command != Command.LANGUAGE && command != Command.PRIVACY) {
            return menu.stranger(scene, command == Command.START ? argument : "");
        }
        if (!command.isFor(scene.actor())) {
            return scene.say(
                            command == Command.SUMMARY || command == Command.WEB
                                    ? new Reply.NotACoordinator()
                                    : new Reply.NoLibrary())
                    .end();
        }
        return switch (command) {
            case START -> menu.start(scene);
            case REPORT -> menu.report(scene);
            case DRAFTS -> menu.drafts(scene);
            case HISTORY -> menu.history(scene, 0);
            case SUMMARY -> summaries.asked(scene, argument);
            case WEB -> menu.web(scene);
            case LANGUAGE -> scene.say(new Reply.Languages()).end();
            case PRIVACY -> menu.privacy(scene);
            case CANCEL -> filling.cancel(scene);
            case HELP -> scene.say(new Reply.Help(scene.commands())).end();
        };
    }

    private Step text(Scene scene, int messageId, String text) {
        if (scene.actor().isEmpty()) {
            return menu.stranger(scene, "");
        }
        if (scene.state().expecting() == ChatState.Expecting.PERIOD
                && scene.draft().isEmpty()) {
            return summaries.findPeriod(scene, text).orElseGet(() -> wordOrMisunderstood(scene, text));
        }
        return scene.filling()
                .map(present -> filling.text(scene, present, messageId, text))
                .orElseGet(() -> wordOrMisunderstood(scene, text));
    }

    /// A command typed without its slash counts as one where no question waits for an answer.
    private Step wordOrMisunderstood(Scene scene, String text) {
        var words = text.strip().toLowerCase(Locale.ROOT).split("\\s+", 2);
        var command = Command.find(words[0]).filter(found -> found != Command.START);
        if (command.isPresent()) {
            return command(scene, command.get(), words.length > 1 ? words[1] : "");
        }
        return menu.loose(scene, text);
    }

    private Step tap(Scene scene, String data) {
        return Press.parse(data)
                .map(press -> switch (press) {
                    case Press.OfPrompt of -> filling.pressed(scene, of);
                    case Press.OfDraft of -> filling.pressed(scene, of);
                    case Press.OfMenu of -> ofMenu(scene, of);
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

    static Step stale(Scene scene) {
        return scene.silently().toast(new Toast.Stale()).end();
    }
}
