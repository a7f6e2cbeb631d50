package id.laporpustaka.telegram;

import java.util.List;

/// What people see of the bot before they talk to it.
public record BotProfile(List<CommandMenu> menus, List<About> abouts) {
    public BotProfile {
        menus = List.copyOf(menus);
        abouts = List.copyOf(abouts);
    }

    /// Commands that Telegram offers in some chats.
    ///
    /// @param language two letters; empty for everyone whose language has no menu of its own
    /// @param commands at most 100
    public record CommandMenu(Scope scope, String language, List<Command> commands) {
        public CommandMenu {
            commands = List.copyOf(commands);
        }
    }

    /// A line of a menu.
    ///
    /// @param name 1 to 32 characters of `[a-z0-9_]`
    /// @param description 1 to 256 characters
    public record Command(String name, String description) {}

    /// In which chats a menu is shown; the narrower one wins.
    public sealed interface Scope {
        record Everywhere() implements Scope {}

        record PrivateChats() implements Scope {}

        record Groups() implements Scope {}

        record OneChat(long chatId) implements Scope {}
    }

    /// What the bot says of itself.
    ///
    /// @param language two letters; empty for everyone whose language has no texts of its own
    /// @param description shown in an empty chat, at most 512 characters
    /// @param shortDescription shown on the bot's profile, at most 120 characters
    public record About(String language, String description, String shortDescription) {}
}
