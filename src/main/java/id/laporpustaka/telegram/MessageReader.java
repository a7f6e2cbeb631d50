package id.laporpustaka.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.conversation.Input.Kind;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.form.reading.Cleaned;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Reads what a message says (Telegram Bot API, Message). What nobody said, such as that somebody has joined,
/// says nothing.
final class MessageReader {
    private static final Pattern COMMAND =
            Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\\s+(.*))?", Pattern.DOTALL);
    private static final int LONGEST_NAME = 200;
    private static final double LARGEST_INACCURACY = 1_500;

    /// Files, in the order in which they are looked for: an animation, for instance, also has a document. Some
    /// have no content type.
    private static final List<Field> FILES = List.of(
            new Field("animation", Kind.VIDEO, "video/mp4"),
            new Field("video", Kind.VIDEO, "video/mp4"),
            new Field("video_note", Kind.VIDEO, "video/mp4"),
            new Field("voice", Kind.VOICE, "audio/ogg"),
            new Field("audio", Kind.AUDIO, "audio/mpeg"),
            new Field("document", Kind.DOCUMENT, "application/octet-stream"));

    private record Field(String name, Kind kind, String contentType) {}

    /// The first field that is there decides.
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
        return media(id, message).or(() -> location(id, message)).or(() -> unreadable(id, message));
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

    private static Optional<Input> media(int id, JsonNode message) {
        var largest = message.path("photo")
                .valueStream()
                .filter(size -> Json.token(size, "file_id").isPresent())
                .max(Comparator.comparingLong(MessageReader::area));
        if (largest.isPresent()) {
            return media(id, message, largest.get(), new Field("photo", Kind.PHOTO, "image/jpeg"));
        }
        return FILES.stream()
                .flatMap(field ->
                        Json.object(message, field.name()).flatMap(file -> media(id, message, file, field)).stream())
                .findFirst();
    }

    private static Optional<Input> media(int id, JsonNode message, JsonNode described, Field field) {
        var contentType = Json.token(described, "mime_type").orElse(field.contentType());
        return file(described, contentType)
                .map(file -> new Input.Media(
                        id,
                        field.kind(),
                        file,
                        Json.text(described, "file_name")
                                .map(name -> Cleaned.line(name, LONGEST_NAME))
                                .filter(name -> !name.isEmpty()),
                        Json.cleaned(message, "caption"),
                        Json.token(message, "media_group_id")));
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
                ? Optional.of(
                        new Input.Location(id, latitude.doubleValue(), longitude.doubleValue(), accuracy(location)))
                : Optional.empty();
    }

    private static OptionalDouble accuracy(JsonNode location) {
        var accuracy = location.path("horizontal_accuracy");
        return accuracy.isNumber() && accuracy.doubleValue() >= 0 && accuracy.doubleValue() <= LARGEST_INACCURACY
                ? OptionalDouble.of(accuracy.doubleValue())
                : OptionalDouble.empty();
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
        for (var field : FILES) {
            kinds.put(field.name(), field.kind());
        }
        kinds.put("contact", Kind.CONTACT);
        for (var other : new String[] {
            "location", "venue", "poll", "dice", "game", "story", "paid_media", "checklist", "photo", "caption"
        }) {
            kinds.put(other, Kind.OTHER);
        }
        return kinds;
    }
}
