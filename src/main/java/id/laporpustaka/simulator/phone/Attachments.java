package id.laporpustaka.simulator.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.simulator.world.FileStore;
import id.laporpustaka.simulator.world.Json;
import id.laporpustaka.simulator.world.Photos;
import id.laporpustaka.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Pictures, documents, sounds, videos and stickers that people attach.
final class Attachments {

    /// A file on its way.
    ///
    /// @param type the MIME type
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    record Attachment(String name, String type, byte[] bytes) {}

    private final World world;
    private final Photos photos;

    Attachments(World world) {
        this.world = world;
        this.photos = new Photos(world.files());
    }

    /// Reads `files` (`name`, `type`, `base64`) and `samples` (names of built-in pictures) of a request.
    List<Attachment> read(JsonNode request) {
        var attachments = readAny(request);
        if (attachments.isEmpty()) {
            throw ControlProblem.badRequest("files or samples expected");
        }
        return attachments;
    }

    private static List<Attachment> readAny(JsonNode request) {
        var attachments = new ArrayList<Attachment>();
        for (var file : request.path("files")) {
            try {
                attachments.add(new Attachment(
                        file.path("name").asText("berkas"),
                        file.path("type").asText("application/octet-stream"),
                        Base64.getDecoder().decode(file.path("base64").asText())));
            } catch (IllegalArgumentException _) {
                throw ControlProblem.badRequest("base64 expected in files");
            }
        }
        for (var sample : request.path("samples")) {
            var name = sample.asText();
            attachments.add(new Attachment(name + ".jpg", "image/jpeg", SamplePictures.get(name)));
        }
        return attachments;
    }

    /// The content of a message with a photo.
    ObjectNode photo(Attachment attachment, String caption) {
        var dimensions = Photos.findDimensions(attachment.bytes())
                .orElseThrow(() -> ControlProblem.badRequest(attachment.name() + " is no picture"));
        var content = Json.object();
        content.set("photo", photos.store(attachment.bytes(), dimensions));
        return withCaption(content, caption);
    }

    /// The content of a message with a document.
    ObjectNode document(Attachment attachment, String caption) {
        var file = world.files().put(FileStore.Use.DOCUMENT, attachment.name(), attachment.type(), attachment.bytes());
        var content = Json.object();
        content.set("document", file.toApiJson());
        return withCaption(content, caption);
    }

    ObjectNode sticker(String emoji) {
        var file = world.files().put(FileStore.Use.STICKER, "sticker.webp", "image/webp", bytesOf("sticker " + emoji));
        var content = Json.object();
        content.set(
                "sticker",
                file.toApiJson()
                        .put("type", "regular")
                        .put("width", 512)
                        .put("height", 512)
                        .put("is_animated", false)
                        .put("is_video", false)
                        .put("emoji", emoji));
        return content;
    }

    /// The content of a message with a sound or a film: of the request's file, else a made-up one of `seconds`.
    ObjectNode recording(Recording kind, JsonNode request, String caption) {
        int seconds = request.path("seconds").asInt(4);
        var made = new Attachment(kind.name, kind.type, bytesOf(kind.use.apiName() + " " + seconds));
        var attachment = readAny(request).stream().findFirst().orElse(made);
        var file = world.files().put(kind.use, attachment.name(), attachment.type(), attachment.bytes(), seconds);
        var content = Json.object();
        content.set(kind.use.apiName(), file.toApiJson());
        if (kind == Recording.ANIMATION) {
            var document = file.toApiJson();
            document.remove(List.of("duration", "width", "height"));
            content.set("document", document);
        }
        return kind == Recording.VIDEO_NOTE ? content : withCaption(content, caption);
    }

    /// What has a duration; an animation comes with a document of the same file, as in Telegram.
    enum Recording {
        VOICE(FileStore.Use.VOICE, "voice.ogg", "audio/ogg"),
        AUDIO(FileStore.Use.AUDIO, "lagu.mp3", "audio/mpeg"),
        VIDEO(FileStore.Use.VIDEO, "video.mp4", "video/mp4"),
        VIDEO_NOTE(FileStore.Use.VIDEO_NOTE, "video.mp4", "video/mp4"),
        ANIMATION(FileStore.Use.ANIMATION, "animasi.mp4", "video/mp4");

        private final FileStore.Use use;
        private final String name;
        private final String type;

        Recording(FileStore.Use use, String name, String type) {
            this.use = use;
            this.name = name;
            this.type = type;
        }

        /// @param action the name of the Bot API's field
        static Optional<Recording> find(String action) {
            return Arrays.stream(values())
                    .filter(each -> each.use.apiName().equals(action))
                    .findFirst();
        }
    }

    private static ObjectNode withCaption(ObjectNode content, String caption) {
        var stripped = caption.strip();
        if (stripped.length() > 1024) {
            throw ControlProblem.badRequest("a caption has at most 1024 characters");
        }
        if (!stripped.isEmpty()) {
            content.put("caption", stripped);
            PhoneActions.putEntities(content, "caption_entities", stripped);
        }
        return content;
    }

    private static byte[] bytesOf(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
