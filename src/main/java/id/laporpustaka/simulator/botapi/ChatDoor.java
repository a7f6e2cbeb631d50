package id.laporpustaka.simulator.botapi;

import id.laporpustaka.simulator.world.Chat;
import id.laporpustaka.simulator.world.World;
import java.util.Optional;

/// Whether the bot may write where it wants to.
final class ChatDoor {
    private final World world;
    private final FloodLimits flood;

    ChatDoor(World world, FloodLimits flood) {
        this.world = world;
        this.flood = flood;
    }

    /// The chat that a call names.
    ///
    /// @throws Refusal if there is none, or the bot is not let in
    Chat enter(Call call) {
        var named = call.text("chat_id").strip();
        if (named.isEmpty()) {
            throw Refusal.badRequest("chat_id is empty");
        }
        if (named.equals(Long.toString(world.bot().id()))) {
            throw Refusal.forbidden("bots can't send messages to bots");
        }
        var chat = find(named).orElseThrow(() -> Refusal.badRequest("chat not found"));
        if (chat.migratedTo() != 0) {
            throw Refusal.migrated(chat.migratedTo());
        }
        return switch (chat.botStanding()) {
            case STRANGER -> throw Refusal.badRequest("chat not found");
            case MEMBER -> chat;
            case GONE ->
                throw switch (chat.kind()) {
                    case PRIVATE -> Refusal.forbidden("bot was blocked by the user");
                    case GROUP -> Refusal.forbidden("bot was kicked from the group chat");
                    case SUPERGROUP -> Refusal.forbidden("bot was kicked from the supergroup chat");
                };
        };
    }

    private Optional<Chat> find(String named) {
        try {
            return world.findChat(Long.parseLong(named));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// @throws Refusal 429
    void passFlood(Chat chat, int messages) {
        flood.pass(chat, messages, world.millis());
    }
}
