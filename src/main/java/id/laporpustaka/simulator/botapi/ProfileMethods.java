package id.laporpustaka.simulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.laporpustaka.simulator.world.Json;
import id.laporpustaka.simulator.world.World;
import java.util.regex.Pattern;

/// What the bot says of itself: who it is, its commands, its descriptions, its menu button.
final class ProfileMethods {
    private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]{1,32}");

    private final World world;

    ProfileMethods(World world) {
        this.world = world;
    }

    byte[] getMe(Call call) {
        return Json.bytes(world.bot()
                .toSender()
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false));
    }

    byte[] setMyCommands(Call call) {
        var commands = Json.array();
        for (var given : call.value("commands")) {
            var command = given.path("command").asText();
            var name = command.startsWith("/") ? command.substring(1) : command;
            var description = given.path("description").asText();
            if (!COMMAND.matcher(name).matches()) {
                throw Refusal.badRequest("BOT_COMMAND_INVALID");
            }
            if (description.isBlank() || description.length() > 256) {
                throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
            }
            commands.addObject().put("command", name).put("description", description);
        }
        if (commands.size() > 100) {
            throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        return save(commandsKey(call), commands);
    }

    byte[] deleteMyCommands(Call call) {
        return save(commandsKey(call), MissingNode.getInstance());
    }

    byte[] getMyCommands(Call call) {
        return Json.bytes(world.profile().find(commandsKey(call)).orElseGet(Json::array));
    }

    byte[] setMyDescription(Call call) {
        return saveText(call, "description", "description", 512);
    }

    byte[] setMyShortDescription(Call call) {
        return saveText(call, "short_description", "short_description", 120);
    }

    byte[] setChatMenuButton(Call call) {
        var chat = menuButtonChat(call);
        var button = call.value("menu_button");
        return switch (button.path("type").asText("default")) {
            case "default" -> save("menu_button/" + chat, MissingNode.getInstance());
            case "web_app" -> {
                checkPage(button);
                yield save("menu_button/" + chat, button);
            }
            default -> save("menu_button/" + chat, button);
        };
    }

    byte[] getChatMenuButton(Call call) {
        return Json.bytes(world.profile().menuButton(menuButtonChat(call)));
    }

    /// 0 for all private chats that have no button of their own.
    private long menuButtonChat(Call call) {
        if (call.has("chat_id")) {
            var _ = world.findChat(call.number("chat_id"))
                    .filter(chat -> chat.isPrivate())
                    .orElseThrow(() -> Refusal.badRequest("chat not found"));
        }
        return call.number("chat_id");
    }

    private static void checkPage(JsonNode button) {
        if (button.path("text").asText().isBlank()) {
            throw Refusal.badRequest("menu button text must be non-empty");
        }
        var url = button.path("web_app").path("url").asText();
        if (!Urls.isPage(url)) {
            throw Refusal.badRequest("menu button Web App URL '" + url + "' is invalid: Only HTTPS links are allowed");
        }
    }

    private byte[] saveText(Call call, String parameter, String kind, int longest) {
        var text = call.text(parameter).strip();
        if (text.length() > longest) {
            throw Refusal.badRequest(kind.equals("description") ? "BOT_DESCRIPTION_TOO_LONG" : "BOT_ABOUT_TOO_LONG");
        }
        JsonNode value = text.isEmpty() ? MissingNode.getInstance() : new TextNode(text);
        return save(kind + "/" + language(call), value);
    }

    private byte[] save(String key, JsonNode value) {
        world.profile().set(key, value);
        world.feed().publishToAll(Json.object().put("type", "profile"));
        return BotApi.yes();
    }

    private String commandsKey(Call call) {
        var scope = call.value("scope");
        var key = new StringBuilder("commands/").append(scope.path("type").asText("default"));
        if (scope.has("chat_id")) {
            var id = scope.path("chat_id").asLong();
            var _ = world.findChat(id).orElseThrow(() -> Refusal.badRequest("chat not found"));
            key.append(':').append(id);
        }
        if (scope.has("user_id")) {
            key.append(':').append(scope.path("user_id").asLong());
        }
        return key.append('/').append(language(call)).toString();
    }

    private static String language(Call call) {
        var code = call.text("language_code");
        if (!code.isEmpty() && !code.matches("[a-z]{2}")) {
            throw Refusal.badRequest("LANG_CODE_INVALID");
        }
        return code;
    }
}
