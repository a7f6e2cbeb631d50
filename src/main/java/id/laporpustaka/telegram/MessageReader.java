package id.laporpustaka.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.conversation.Input.Kind;
import id.laporpustaka.form.MediaFile;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads what a message says (Telegram Bot API, Message). What nobody said, such as that somebody has joined,
/// says nothing.
final class MessageReader {
    private static final Pattern COMMAND =
            Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png");

    /// The first field that is there decides: an animation, for instance, also has a document.
    private static final Map<String, Kind> UNREADABLE = unreadable();

    private final String botUsername;

    MessageReader(String botUsername) {
        this.botUsername = botUsername;
    }

    Optional<Input> read(JsonNode message) {
        var id = Json.small(message, "message_id");
        return id.isPresent() ? read(id.getAsInt(), message) : Optional.empty();
    }

    Optional<Input> readEdited(JsonNode message) {
        var id = Json.small(message, "message_id");
        return id.isEmpty()
                ? Optional.empty()
                : Json.cleaned(message, "text")
                        .or(() -> Json.cleaned(message, "caption"))
                        .map(text -> new Input.Edited(id.getAsInt(), text));
    }

    private Optional<Input> read(int id, JsonNode message) {
        if (message.has("text")) {
            return Json.cleaned(message, "text").flatMap(text -> said(id, text));
        }
        return image(message)
                .<Input>map(file -> new Input.Photo(
                        id, file, Json.cleaned(message, "caption"), Json.token(message, "media_group_id")))
                .or(() -> location(id, message))
                .or(() -> unreadable(id, message));
    }

    private Optional<Input> said(int id, String text) {
        var command = COMMAND.matcher(text);
        if (!command.matches()) {
            return Optional.of(new Input.Text(id, text));
        }
        var addressee = command.group(2);
        if (addressee != null && !addressee.equalsIgnoreCase(botUsername)) {
            return Optional.empty();
        }
        var argument = Optional.ofNullable(command.group(3)).orElse("").strip();
        return Optional.of(new Input.Command(id, command.group(1).toLowerCase(Locale.ROOT), argument));
    }

    private static Optional<MediaFile> image(JsonNode message) {
        var largest = message.path("photo")
                .valueStream()
                .filter(size -> Json.token(size, "file_id").isPresent())
                .max(Comparator.comparingLong(MessageReader::area));
        if (largest.isPresent()) {
            return file(largest.get(), "image/jpeg");
        }
        var document = message.path("document");
        return Json.text(document, "mime_type")
                .filter(IMAGES::contains)
                .flatMap(contentType -> file(document, contentType));
    }

    private static long area(JsonNode size) {
        return (long) Json.small(size, "width").orElse(0)
                * Json.small(size, "height").orElse(0);
    }

    private static Optional<MediaFile> file(JsonNode file, String contentType) {
        return Json.token(file, "file_id")
                .map(id -> new MediaFile(
                        id,
                        Json.token(file, "file_unique_id").orElse(id),
                        contentType,
                        Math.max(0, Json.whole(file, "file_size").orElse(0))));
    }

    private static Optional<Input> location(int id, JsonNode message) {
        var location = message.path("location");
        var latitude = location.path("latitude");
        var longitude = location.path("longitude");
        var isPlace = latitude.isNumber()
                && longitude.isNumber()
                && Math.abs(latitude.doubleValue()) <= 90
                && Math.abs(longitude.doubleValue()) <= 180;
        return isPlace
                ? Optional.of(new Input.Location(id, latitude.doubleValue(), longitude.doubleValue()))
                : Optional.empty();
    }

    private static Optional<Input> unreadable(int id, JsonNode message) {
        return UNREADABLE.entrySet().stream()
                .filter(kind -> message.has(kind.getKey()))
                .findFirst()
                .map(kind -> new Input.Unreadable(id, kind.getValue()));
    }

    private static Map<String, Kind> unreadable() {
        var kinds = new LinkedHashMap<String, Kind>();
        kinds.put("sticker", Kind.STICKER);
        kinds.put("voice", Kind.VOICE);
        kinds.put("animation", Kind.VIDEO);
        kinds.put("video", Kind.VIDEO);
        kinds.put("video_note", Kind.VIDEO);
        kinds.put("document", Kind.DOCUMENT);
        kinds.put("contact", Kind.CONTACT);
        for (var other : new String[] {
            "audio", "location", "venue", "poll", "dice", "game", "story", "paid_media", "checklist", "photo", "caption"
        }) {
            kinds.put(other, Kind.OTHER);
        }
        return kinds;
    }
}
