package id.laporpustaka.simulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The limits of the Bot API that Telegram refuses in words of its own. They are checked before the schema, so
/// that a bot hears what it would hear from Telegram. Lengths of texts are in UTF-16 units after entity parsing.
final class Limits {
    static final int TEXT = 4096;
    static final int CAPTION = 1024;
    static final int ENTITIES = 100;
    static final int ALBUM = 10;
    static final int CALLBACK_DATA_BYTES = 64;
    static final int BUTTONS_IN_ROW = 8;
    static final int BUTTONS = 100;
    static final int PHOTO_BYTES = 10_000_000;
    static final int UPLOAD_BYTES = 50_000_000;
    static final int DOWNLOAD_BYTES = 20_000_000;

    private Limits() {}

    /// @throws Refusal as Telegram would refuse a message text
    static FormattedText text(Call call) {
        var text = call.formatted("text", "entities");
        if (text.text().isEmpty()) {
            throw Refusal.badRequest("message text is empty");
        }
        if (text.text().length() > TEXT) {
            throw Refusal.badRequest("message is too long");
        }
        return withFewEntities(text);
    }

    /// @throws Refusal as Telegram would refuse a caption
    static FormattedText caption(Call call) {
        var caption = call.formatted("caption", "caption_entities");
        if (caption.text().length() > CAPTION) {
            throw Refusal.badRequest("message caption is too long");
        }
        return withFewEntities(caption);
    }

    /// The items of `media`.
    ///
    /// @throws Refusal as Telegram would refuse an album
    static List<Call> album(Call call) {
        var media = call.value("media");
        if (!media.isArray()) {
            throw Refusal.badRequest("can't parse media JSON object");
        }
        if (media.isEmpty()) {
            throw Refusal.badRequest("there are no messages to send");
        }
        if (media.size() > ALBUM) {
            throw Refusal.badRequest("too many messages to send as an album");
        }
        var items = new ArrayList<Call>();
        media.forEach(item -> items.add(albumItem(call, item)));
        for (var alone : List.of("document", "audio")) {
            var count = items.stream()
                    .filter(item -> item.text("type").equals(alone))
                    .count();
            if (count > 0 && count < items.size()) {
                throw Refusal.badRequest(alone + " can't be mixed with other media types");
            }
        }
        return items;
    }

    private static Call albumItem(Call call, JsonNode item) {
        if (!(item instanceof ObjectNode object)) {
            throw Refusal.badRequest("can't parse InputMedia: expected an Object");
        }
        var inner = call.inner(object);
        if (Media.use(inner.text("type")).isEmpty()) {
            throw Refusal.badRequest("can't parse InputMedia: type \"" + inner.text("type") + "\" is unsupported");
        }
        if (inner.text("media").isEmpty()) {
            throw Refusal.badRequest("can't parse InputMedia: media not found");
        }
        caption(inner);
        return inner;
    }

    /// @throws Refusal as Telegram would refuse a keyboard
    static void markup(Call call) {
        var markup = call.value("reply_markup");
        if (markup.isMissingNode()) {
            return;
        }
        if (!markup.isObject()) {
            throw Refusal.badRequest("object expected as reply markup");
        }
        int buttons = 0;
        for (var row : markup.path("inline_keyboard")) {
            buttons += row.size();
            row.forEach(Limits::inlineButton);
            checkRow(row);
        }
        for (var row : markup.path("keyboard")) {
            buttons += row.size();
            row.forEach(Limits::keyboardButton);
            checkRow(row);
        }
        if (buttons > BUTTONS) {
            throw Refusal.badRequest("reply markup is too long");
        }
        if (markup.has("keyboard") && buttons == 0) {
            throw Refusal.badRequest("reply keyboard is empty");
        }
    }

    /// @throws Refusal as Telegram would refuse a key that asks for something that is only given in private chats
    static void askedInPrivateOnly(Call call) {
        for (var row : call.value("reply_markup").path("keyboard")) {
            for (var button : row) {
                if (button.path("request_location").asBoolean()) {
                    throw Refusal.badRequest("location can be requested in private chats only");
                }
                if (button.path("request_contact").asBoolean()) {
                    throw Refusal.badRequest("phone number can be requested in private chats only");
                }
            }
        }
    }

    private static FormattedText withFewEntities(FormattedText text) {
        return text.entities().size() <= ENTITIES
                ? text
                : new FormattedText(text.text(), text.entities().subList(0, ENTITIES));
    }

    private static void checkRow(JsonNode row) {
        if (row.size() > BUTTONS_IN_ROW) {
            throw Refusal.badRequest("reply markup is too long");
        }
    }

    private static void keyboardButton(JsonNode button) {
        if (button.path("text").asText().isBlank()) {
            throw Refusal.badRequest("keyboard button text must be non-empty");
        }
    }

    private static void inlineButton(JsonNode button) {
        var text = button.path("text").asText();
        if (text.isBlank()) {
            throw Refusal.badRequest("inline keyboard button text must be non-empty");
        }
        if (button.has("callback_data")) {
            int bytes = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
            if (bytes == 0 || bytes > CALLBACK_DATA_BYTES) {
                throw Refusal.badRequest("BUTTON_DATA_INVALID");
            }
        }
        if (button.has("url") && !Urls.isAccepted(button.path("url").asText())) {
            throw Refusal.badRequest(
                    "inline keyboard button URL '" + button.path("url").asText() + "' is invalid: Wrong HTTP URL");
        }
        if (button.size() == 1) {
            throw Refusal.badRequest(
                    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }
    }
}
