package id.laporpustaka.simulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.simulator.world.Chat;
import id.laporpustaka.simulator.world.Json;
import id.laporpustaka.simulator.world.StoredMessage;
import id.laporpustaka.simulator.world.World;
import java.util.ArrayList;
import java.util.List;

/// Sending, changing and deleting messages, and answering taps.
final class MessageMethods {
    private static final long DELETABLE_SECONDS = 48 * 3600;
    private static final List<String> SHOWN = List.of("text", "entities", "caption", "caption_entities");

    private final World world;
    private final ChatDoor door;

    MessageMethods(World world, ChatDoor door) {
        this.world = world;
        this.door = door;
    }

    byte[] sendMessage(Call call) {
        var text = Limits.text(call);
        Limits.markup(call);
        var content = Json.object().put("text", text.text());
        putEntities(content, "entities", text);
        return send(call, content);
    }

    /// Sends content that only lacks what every message has: sender, reply and keyboard.
    byte[] send(Call call, ObjectNode content) {
        return sendTogether(call, List.of(content)).getFirst().json();
    }

    /// The same for several messages with nothing in between.
    List<StoredMessage> sendTogether(Call call, List<ObjectNode> contents) {
        var chat = door.enter(call);
        if (!chat.isPrivate()) {
            Limits.askedInPrivateOnly(call);
        }
        door.passFlood(chat, contents.size());
        return chat.exclusively(() -> {
            var sent = new ArrayList<StoredMessage>();
            contents.forEach(content -> sent.add(add(call, chat, content)));
            return sent;
        });
    }

    private StoredMessage add(Call call, Chat chat, ObjectNode content) {
        var message = Json.object();
        message.set("from", world.bot().toSender());
        putReply(call, chat, message);
        message.setAll(content);
        var hidden = new byte[0];
        var markup = call.value("reply_markup");
        if (markup.path("inline_keyboard").size() > 0) {
            message.set("reply_markup", inlineKeyboard(markup));
        } else if (markup.isObject() && !markup.has("inline_keyboard")) {
            hidden = Json.bytes(markup);
        }
        return world.addMessage(chat, world.now(), true, message, hidden);
    }

    byte[] editMessageText(Call call) {
        var text = Limits.text(call);
        Limits.markup(call);
        return edit(call, message -> {
            if (!message.has("text")) {
                throw Refusal.badRequest("there is no text in the message to edit");
            }
            message.put("text", text.text()).remove("entities");
            putEntities(message, "entities", text);
        });
    }

    byte[] editMessageCaption(Call call) {
        var caption = Limits.caption(call);
        Limits.markup(call);
        return edit(call, message -> {
            if (message.has("text") || message.has("location") || message.has("contact")) {
                throw Refusal.badRequest("there is no caption in the message to edit");
            }
            message.remove(List.of("caption", "caption_entities"));
            putCaption(message, caption);
        });
    }

    byte[] editMessageReplyMarkup(Call call) {
        Limits.markup(call);
        return edit(call, _ -> {});
    }

    byte[] deleteMessage(Call call) {
        var chat = door.enter(call);
        int id = (int) call.number("message_id");
        chat.exclusively(() -> {
            var message = chat.findMessage(id).orElseThrow(() -> Refusal.badRequest("message to delete not found"));
            boolean young = message.date() > world.now() - DELETABLE_SECONDS;
            if (!young || (!message.fromBot() && !chat.isPrivate())) {
                throw Refusal.badRequest("message can't be deleted for everyone");
            }
            world.deleteMessage(chat, id);
            return message;
        });
        return BotApi.yes();
    }

    byte[] answerCallbackQuery(Call call) {
        if (call.text("text").length() > 200) {
            throw Refusal.badRequest("MESSAGE_TOO_LONG");
        }
        var query = world.callbacks()
                .take(call.text("callback_query_id"))
                .orElseThrow(() ->
                        Refusal.badRequest("query is too old and response timeout expired or query ID is invalid"));
        var event = Json.object()
                .put("type", "answer")
                .put("chat", query.chat())
                .put("person", query.person())
                .put("query", query.id())
                .put("message", query.message())
                .put("text", call.text("text"))
                .put("alert", call.flag("show_alert"))
                .put("url", call.text("url"));
        world.keepAnswer(query, event);
        return BotApi.yes();
    }

    byte[] sendChatAction(Call call) {
        var chat = door.enter(call);
        world.feed()
                .publish(
                        chat.id(),
                        Json.object()
                                .put("type", "action")
                                .put("chat", chat.id())
                                .put("action", call.text("action")));
        return BotApi.yes();
    }

    static void putCaption(ObjectNode content, FormattedText caption) {
        if (!caption.text().isEmpty()) {
            content.put("caption", caption.text());
            putEntities(content, "caption_entities", caption);
        }
    }

    private interface Change {
        void apply(ObjectNode message);
    }

    private byte[] edit(Call call, Change change) {
        if (call.has("inline_message_id")) {
            throw Refusal.badRequest("MESSAGE_ID_INVALID");
        }
        var chat = door.enter(call);
        if (!call.has("message_id")) {
            throw Refusal.badRequest("message identifier is not specified");
        }
        door.passFlood(chat, 1);
        return chat.exclusively(() -> {
            var old = chat.findMessage((int) call.number("message_id"))
                    .orElseThrow(() -> Refusal.badRequest("message to edit not found"));
            if (!old.fromBot() || old.hasReplyKeyboard()) {
                throw Refusal.badRequest("message can't be edited");
            }
            return changed(chat, old, call, change).json();
        });
    }

    private StoredMessage changed(Chat chat, StoredMessage old, Call call, Change change) {
        var before = old.toJson();
        var after = before.deepCopy();
        change.apply(after);
        after.remove("reply_markup");
        var markup = call.value("reply_markup");
        if (markup.path("inline_keyboard").size() > 0) {
            after.set("reply_markup", inlineKeyboard(markup));
        }
        if (isSame(before, after)) {
            throw Refusal.badRequest("message is not modified: specified new message content and reply markup are"
                    + " exactly the same as a current content and reply markup of the message");
        }
        after.put("edit_date", world.now());
        return world.changeMessage(chat, old, after);
    }

    private static boolean isSame(JsonNode before, JsonNode after) {
        return before.path("reply_markup").equals(after.path("reply_markup"))
                && SHOWN.stream().allMatch(field -> before.path(field).equals(after.path(field)));
    }

    private static JsonNode inlineKeyboard(JsonNode markup) {
        var rows = Json.array();
        markup.path("inline_keyboard").forEach(row -> {
            if (row.size() > 0) {
                rows.add(row.deepCopy());
            }
        });
        rows.forEach(row -> row.forEach(button -> {
            if (button instanceof ObjectNode node && node.has("url")) {
                node.put("url", Urls.normalised(node.path("url").asText()));
            }
        }));
        var keyboard = Json.object();
        keyboard.set("inline_keyboard", rows);
        return keyboard;
    }

    private static void putEntities(ObjectNode content, String name, FormattedText text) {
        if (!text.entities().isEmpty()) {
            var entities = content.putArray(name);
            text.entities().forEach(entities::add);
        }
    }

    private static void putReply(Call call, Chat chat, ObjectNode message) {
        var reply = call.value("reply_parameters");
        if (reply.isMissingNode()) {
            return;
        }
        var replied = chat.findMessage(reply.path("message_id").asInt());
        if (replied.isPresent()) {
            var quoted = replied.get().toJson();
            quoted.remove(List.of("reply_to_message", "reply_markup"));
            message.set("reply_to_message", quoted);
        } else if (!reply.path("allow_sending_without_reply").asBoolean()) {
            throw Refusal.badRequest("message to be replied not found");
        }
    }
}
