package id.laporpustaka.simulator.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.simulator.world.Chat;
import id.laporpustaka.simulator.world.Json;
import id.laporpustaka.simulator.world.Person;
import id.laporpustaka.simulator.world.StoredMessage;
import id.laporpustaka.simulator.world.TextEntities;
import id.laporpustaka.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What people do in a chat with the bot: everything becomes a message or a tap, and an update for the bot.
final class PhoneActions {
    private static final int LONGEST_TEXT = 4096;

    private final World world;

    PhoneActions(World world) {
        this.world = world;
    }

    /// Sends a text; the answer is the message.
    ///
    /// @param date in seconds since 1970
    StoredMessage say(Chat chat, Person person, String text, long date, Optional<Integer> replyTo) {
        var stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_TEXT) {
            throw ControlProblem.badRequest("a text has 1 to 4096 characters");
        }
        var content = Json.object();
        replyTo.flatMap(chat::findMessage).ifPresent(replied -> {
            var quoted = replied.toJson();
            quoted.remove(List.of("reply_to_message", "reply_markup"));
            content.set("reply_to_message", quoted);
        });
        content.put("text", stripped);
        putEntities(content, "entities", stripped);
        return send(chat, person, content, date);
    }

    /// Sends content that only lacks its sender.
    StoredMessage send(Chat chat, Person person, ObjectNode content, long date) {
        return chat.exclusively(() -> {
            enter(chat, person);
            boolean heard = isHeard(chat, content);
            var message = Json.object();
            message.set("from", person.toSender());
            message.setAll(content);
            var stored = world.addMessage(chat, date, false, message, new byte[0]);
            if (heard) {
                world.updates().add("message", lane(chat), stored.json(), chat.id(), stored.id());
            }
            return stored;
        });
    }

    /// Changes the text or the caption of an own message.
    StoredMessage edit(Chat chat, Person person, int messageId, String text) {
        return chat.exclusively(() -> {
            var old = chat.findMessage(messageId)
                    .orElseThrow(() -> ControlProblem.notFound("there is no message " + messageId));
            var json = old.toJson();
            if (old.fromBot() || json.path("from").path("id").asLong() != person.id()) {
                throw ControlProblem.badRequest("message " + messageId + " is not by " + person.firstName());
            }
            var field = json.has("text") ? "text" : "caption";
            var entities = field.equals("text") ? "entities" : "caption_entities";
            json.put(field, text.strip()).remove(entities);
            putEntities(json, entities, text.strip());
            json.put("edit_date", world.now());
            var changed = world.changeMessage(chat, old, json);
            if (chat.botStanding() == Chat.BotStanding.MEMBER && isHeard(chat, json)) {
                world.updates().add("edited_message", lane(chat), changed.json(), chat.id(), changed.id());
            }
            return changed;
        });
    }

    /// Taps a button under a message; without a message, the newest one that has the button.
    ///
    /// @return what the phone does next: waits for the answer to `query`, opens `url` or copies `copied`
    ObjectNode tap(Chat chat, Person person, Optional<Integer> messageId, String data, String label) {
        return chat.exclusively(() -> {
            var candidates = messageId
                    .map(id -> chat.findMessage(id).stream().toList())
                    .orElseGet(() -> chat.listMessages().reversed());
            for (var message : candidates) {
                var json = message.toJson();
                var button = findButton(json.path("reply_markup").path("inline_keyboard"), data, label);
                if (button.isPresent()) {
                    return press(chat, person, message, button.get());
                }
            }
            throw ControlProblem.notFound("there is no button " + (label.isEmpty() ? data : label));
        });
    }

    /// Taps a key of the reply keyboard, which the request calls `label`.
    StoredMessage key(Chat chat, Person person, JsonNode request, long date) {
        var label = request.path("label").asText();
        var key = findButton(keyboard(chat).path("keyboard"), "", label)
                .orElseThrow(() -> ControlProblem.notFound("there is no key " + label));
        if (key.path("request_contact").asBoolean()) {
            return send(chat, person, contact(person), date);
        }
        return key.path("request_location").asBoolean()
                ? send(chat, person, location(request), date)
                : say(chat, person, key.path("text").asText(), date, Optional.empty());
    }

    /// The reply keyboard that the newest message with one has brought.
    JsonNode keyboard(Chat chat) {
        return chat.listMessages().reversed().stream()
                .filter(StoredMessage::hasReplyKeyboard)
                .findFirst()
                .<JsonNode>map(message -> Json.readObject(message.hidden()))
                .orElseGet(Json::object);
    }

    /// Blocks the bot, or lets it in again.
    void setBlocked(Chat chat, Person person, boolean blocked) {
        chat.exclusively(() -> {
            var wanted = blocked ? Chat.BotStanding.GONE : Chat.BotStanding.MEMBER;
            if (chat.botStanding() != wanted && (blocked || chat.botStanding() == Chat.BotStanding.GONE)) {
                world.setBotStanding(chat, wanted);
                announceStanding(chat, person, blocked ? "member" : "kicked", blocked ? "kicked" : "member");
            }
            return chat;
        });
    }

    /// Tells the bot about its own place in a chat (update `my_chat_member`).
    void announceStanding(Chat chat, Person person, String before, String after) {
        var update = Json.object();
        update.set("chat", world.apiChat(chat));
        update.set("from", person.toSender());
        update.put("date", world.now());
        update.set("old_chat_member", member(before));
        update.set("new_chat_member", member(after));
        world.updates().add("my_chat_member", "my_chat_member:" + chat.id(), Json.bytes(update), chat.id(), 0);
    }

    ObjectNode contact(Person person) {
        var content = Json.object();
        content.putObject("contact")
                .put("phone_number", "+62812" + (10_000_000 + person.id() % 90_000_000))
                .put("first_name", person.firstName())
                .put("last_name", person.lastName())
                .put("user_id", person.id());
        return content;
    }

    /// The place that a request names (`latitude`, `longitude` in degrees, `accuracy` in metres), else a
    /// library's.
    ObjectNode location(JsonNode request) {
        var content = Json.object();
        var location = content.putObject("location")
                .put("latitude", request.path("latitude").asDouble(-6.1812))
                .put("longitude", request.path("longitude").asDouble(106.8227));
        if (request.has("accuracy")) {
            location.put("horizontal_accuracy", request.path("accuracy").asDouble());
        }
        return content;
    }

    static void putEntities(ObjectNode content, String name, String text) {
        var entities = TextEntities.complete(text, List.of());
        if (!entities.isEmpty()) {
            content.set(name, entities);
        }
    }

    private void enter(Chat chat, Person person) {
        if (!chat.members().contains(person.id())) {
            throw ControlProblem.badRequest(person.firstName() + " is not in chat " + chat.id());
        }
        if (chat.isPrivate() && chat.botStanding() == Chat.BotStanding.GONE) {
            throw ControlProblem.conflict("the bot is blocked; unblock it first");
        }
        if (chat.migratedTo() != 0) {
            throw ControlProblem.conflict("the group has become " + chat.migratedTo());
        }
        if (chat.isPrivate()) {
            world.setBotStanding(chat, Chat.BotStanding.MEMBER);
        }
    }

    /// In groups a bot with privacy mode hears commands, mentions, replies to it and service messages.
    private boolean isHeard(Chat chat, ObjectNode content) {
        if (chat.isPrivate()) {
            return true;
        }
        var text = content.path("text").asText(content.path("caption").asText());
        boolean service = content.has("new_chat_members")
                || content.has("group_chat_created")
                || content.has("left_chat_member")
                || content.has("migrate_to_chat_id")
                || content.has("migrate_from_chat_id");
        return chat.botStanding() == Chat.BotStanding.MEMBER
                && (service
                        || text.startsWith("/")
                        || text.contains("@" + world.bot().username())
                        || content.path("reply_to_message")
                                .path("from")
                                .path("is_bot")
                                .asBoolean());
    }

    private ObjectNode press(Chat chat, Person person, StoredMessage message, JsonNode button) {
        if (button.has("url")) {
            return Json.object().put("url", button.path("url").asText());
        }
        if (button.has("web_app")) {
            return Json.object().put("url", button.path("web_app").path("url").asText());
        }
        if (button.has("copy_text")) {
            return Json.object()
                    .put("copied", button.path("copy_text").path("text").asText());
        }
        if (!button.has("callback_data")) {
            return Json.object();
        }
        if (chat.botStanding() != Chat.BotStanding.MEMBER) {
            throw ControlProblem.conflict("the bot is not in this chat any more");
        }
        var query = world.callbacks().begin(chat.id(), message.id(), person.id());
        var update = Json.object().put("id", query.id());
        update.set("from", person.toSender());
        update.set("message", message.toJson());
        update.put("chat_instance", Long.toString(chat.id() * 31 + world.bot().id()));
        update.put("data", button.path("callback_data").asText());
        world.updates().add("callback_query", "person:" + person.id(), Json.bytes(update), chat.id(), 0);
        return Json.object().put("query", query.id()).put("message", message.id());
    }

    private static Optional<JsonNode> findButton(JsonNode rows, String data, String label) {
        var buttons = new ArrayList<JsonNode>();
        rows.forEach(row -> row.forEach(buttons::add));
        if (!data.isEmpty()) {
            return buttons.stream()
                    .filter(button -> button.path("callback_data").asText().equals(data))
                    .findFirst();
        }
        return buttons.stream()
                .filter(button -> button.path("text").asText().equals(label))
                .findFirst()
                .or(() -> buttons.stream()
                        .filter(button -> button.path("text").asText().contains(label))
                        .findFirst());
    }

    private ObjectNode member(String status) {
        var member = Json.object().put("status", status);
        member.set("user", world.bot().toSender());
        if (status.equals("kicked")) {
            member.put("until_date", 0);
        }
        return member;
    }

    private static String lane(Chat chat) {
        return "chat:" + chat.id();
    }
}
