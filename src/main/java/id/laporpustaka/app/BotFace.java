package id.laporpustaka.app;

import id.laporpustaka.conversation.Command;
import id.laporpustaka.form.Language;
import id.laporpustaka.telegram.BotProfile;
import id.laporpustaka.telegram.MenuButton;
import id.laporpustaka.texts.Texts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What people see of the bot in Telegram: its description, and the commands that it offers to whom.
final class BotFace {
    /// What Telegram shows to people whose app is in a language without a text of its own.
    private static final String EVERY_LANGUAGE = "";

    private final Texts texts;
    private final Optional<URI> miniApp;

    /// @param miniApp the page that coordinators open from their chat; empty where Telegram would refuse its address
    BotFace(Texts texts, Optional<URI> miniApp) {
        this.texts = texts;
        this.miniApp = miniApp;
    }

    /// What everyone sees; a person's own menu is set when we know who it is.
    BotProfile profile() {
        var menus = new ArrayList<BotProfile.CommandMenu>();
        var abouts = new ArrayList<BotProfile.About>();
        for (var language : List.of(Language.INDONESIAN, Language.ENGLISH)) {
            var code = language == Language.INDONESIAN ? EVERY_LANGUAGE : language.code();
            menus.add(new BotProfile.CommandMenu(
                    new BotProfile.Scope.PrivateChats(), code, commands(Command.listFor(Optional.empty()), language)));
            abouts.add(new BotProfile.About(code, texts.description(language), texts.shortDescription(language)));
        }
        return new BotProfile(menus, abouts);
    }

    /// The menu of one person's chat.
    BotProfile menu(long chatId, Language language, List<Command> commands) {
        var menu = new BotProfile.CommandMenu(
                new BotProfile.Scope.OneChat(chatId), EVERY_LANGUAGE, commands(commands, language));
        return new BotProfile(List.of(menu), List.of());
    }

    /// The button of one person's chat: the page for those who may use it. Empty where nobody has one.
    Optional<MenuButton> button(long chatId, Language language, List<Command> commands) {
        return miniApp.map(address -> new MenuButton(
                chatId,
                Optional.of(new MenuButton.Page(texts.menuButton(language), address))
                        .filter(_ -> commands.contains(Command.WEB))));
    }

    private List<BotProfile.Command> commands(List<Command> commands, Language language) {
        return commands.stream()
                .map(command -> new BotProfile.Command(
                        language == Language.ENGLISH ? command.english() : command.indonesian(),
                        texts.describe(command, language)))
                .toList();
    }
}
