package id.laporpustaka.telegram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;

/// Tells Telegram what people see of the bot: best effort, logged when it fails.
final class ProfileWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileWriter.class);

    private final BotApi api;

    ProfileWriter(BotApi api) {
        this.api = api;
    }

    /// Makes one call after the other and does not wait for them.
    void write(BotProfile profile) {
        var calls = new ArrayList<BotApiMethod<?>>();
        profile.menus().forEach(menu -> calls.add(menu(menu)));
        profile.abouts().forEach(about -> {
            calls.add(new SetMyDescription(about.description(), orNull(about.language())));
            calls.add(new SetMyShortDescription(about.shortDescription(), orNull(about.language())));
        });
        callFrom(calls);
    }

    private void callFrom(List<BotApiMethod<?>> calls) {
        if (calls.isEmpty()) {
            return;
        }
        var method = calls.getFirst();
        var _ = api.call(method).thenAccept(answer -> {
            if (!(answer instanceof Answer.Done)) {
                LOG.warn("The bot's profile is not complete, {} failed: {}", method.getMethod(), answer);
            }
            callFrom(calls.subList(1, calls.size()));
        });
    }

    private static SetMyCommands menu(BotProfile.CommandMenu menu) {
        var commands = menu.commands().stream()
                .map(command -> new BotCommand(command.name(), command.description()))
                .toList();
        return new SetMyCommands(commands, scope(menu.scope()), orNull(menu.language()));
    }

    private static BotCommandScope scope(BotProfile.Scope scope) {
        return switch (scope) {
            case BotProfile.Scope.Everywhere _ -> new BotCommandScopeDefault();
            case BotProfile.Scope.PrivateChats _ -> new BotCommandScopeAllPrivateChats();
            case BotProfile.Scope.Groups _ -> new BotCommandScopeAllGroupChats();
            case BotProfile.Scope.OneChat(var chatId) -> new BotCommandScopeChat(Long.toString(chatId));
        };
    }

    private static @Nullable String orNull(String language) {
        return language.isEmpty() ? null : language;
    }
}
