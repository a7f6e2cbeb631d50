package id.laporpustaka.telegram;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import id.laporpustaka.outbox.Album;
import id.laporpustaka.outbox.OutgoingMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/// A call of the Bot API that sends files by their ids: one, or several as an album.
///
/// The library's own classes for these methods can only be sent as forms, whatever they bring: the names in their
/// JSON are not those of the Bot API.
final class ById extends BotApiMethod<Answer> {
    private final String method;
    private final transient Map<String, Object> parameters;

    private ById(String method, Map<String, Object> parameters) {
        this.method = method;
        this.parameters = parameters;
    }

    static ById of(long chatId, OptionalInt thread, OutgoingMessage message, Album album) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("chat_id", Long.toString(chatId));
        thread.ifPresent(topic -> parameters.put("message_thread_id", topic));
        if (album.isGroup()) {
            parameters.put("media", group(message.html(), album.items()));
            return new ById("sendmediagroup", parameters);
        }
        var item = album.items().getFirst();
        parameters.put(name(item.kind()), item.fileId());
        putCaption(parameters, message.html());
        Rendered.markup(message).ifPresent(markup -> parameters.put("reply_markup", markup));
        return new ById("send" + name(item.kind()), parameters);
    }

    private static List<Map<String, Object>> group(String caption, List<Album.Item> items) {
        var media = items.stream().map(ById::inputMedia).toList();
        putCaption(media.getFirst(), caption);
        return media;
    }

    private static Map<String, Object> inputMedia(Album.Item item) {
        var media = new LinkedHashMap<String, Object>();
        media.put("type", name(item.kind()));
        media.put("media", item.fileId());
        return media;
    }

    private static void putCaption(Map<String, Object> parameters, String html) {
        if (!html.isEmpty()) {
            parameters.put("caption", html);
            parameters.put("parse_mode", "HTML");
        }
    }

    private static String name(Album.Kind kind) {
        return switch (kind) {
            case PHOTO -> "photo";
            case VIDEO -> "video";
            case DOCUMENT -> "document";
            case AUDIO -> "audio";
            case VOICE -> "voice";
        };
    }

    @JsonValue
    Map<String, Object> parameters() {
        return parameters;
    }

    @Override
    @JsonIgnore
    public String getMethod() {
        return method;
    }

    /// What is wrong is for Telegram to say.
    @Override
    public void validate() {}

    @Override
    public Answer deserializeResponse(String body) {
        return Call.read(body);
    }
}
