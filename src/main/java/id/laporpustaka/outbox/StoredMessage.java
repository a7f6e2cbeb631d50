package id.laporpustaka.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The JSON in which a message lies in its row.
///
/// Every stored name is spelled out here: rows outlive the process that wrote them, so a name is never changed.
/// What a later version has added is passed over.
final class StoredMessage {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Button.class, StoredButton.class)
            .addMixIn(Button.Callback.class, StoredCallback.class)
            .addMixIn(Button.Link.class, StoredLink.class)
            .addMixIn(Album.Kind.class, StoredKind.class)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writerFor(Stored.class);
    private static final ObjectReader READER = MAPPER.readerFor(Stored.class);

    private StoredMessage() {}

    static String write(OutgoingMessage message) {
        try {
            return WRITER.writeValueAsString(Stored.of(message));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A message cannot be written as JSON.", e);
        }
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws JsonProcessingException when it is something else
    static OutgoingMessage read(String json) throws JsonProcessingException {
        return READER.<Stored>readValue(json).message();
    }

    /// What was written before there were keys, files and albums has none of them.
    ///
    /// @param keys none if they are untouched, no rows if they are removed
    private record Stored(
            @JsonProperty("html") String html,
            @JsonProperty("keyboard") List<List<Button>> keyboard,

            @JsonProperty("keys") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<List<StoredKey>> keys,

            @JsonProperty("attached") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            StoredAttached attached,

            @JsonProperty("album") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            StoredAlbum album) {

        private static Stored of(OutgoingMessage message) {
            var keys = switch (message.keys()) {
                case Keys.Untouched _ -> null;
                case Keys.Shown(var rows) ->
                    rows.stream()
                            .map(row -> row.stream().map(StoredKey::of).toList())
                            .toList();
                case Keys.Removed _ -> List.<List<StoredKey>>of();
            };
            return new Stored(
                    message.html(),
                    message.keyboard(),
                    keys,
                    message.attached().map(StoredAttached::of).orElse(null),
                    message.album().map(StoredAlbum::of).orElse(null));
        }

        private OutgoingMessage message() {
            return new OutgoingMessage(
                    html,
                    keyboard,
                    readKeys(),
                    Optional.ofNullable(attached).map(StoredAttached::attached),
                    Optional.ofNullable(album).map(StoredAlbum::album));
        }

        private Keys readKeys() {
            if (keys == null) {
                return new Keys.Untouched();
            }
            return keys.isEmpty()
                    ? new Keys.Removed()
                    : new Keys.Shown(keys.stream()
                            .map(row -> row.stream().map(StoredKey::key).toList())
                            .toList());
        }
    }

    private record StoredKey(
            @JsonProperty("label") String label,
            @JsonProperty("asks_place") boolean asksPlace) {
        private static StoredKey of(Keys.Key key) {
            return new StoredKey(key.label(), key.asksPlace());
        }

        private Keys.Key key() {
            return new Keys.Key(label, asksPlace);
        }
    }

    private record StoredAttached(
            @JsonProperty("file") long file,
            @JsonProperty("instead") String instead) {
        private static StoredAttached of(OutgoingMessage.Attached attached) {
            return new StoredAttached(attached.file(), attached.instead());
        }

        private OutgoingMessage.Attached attached() {
            return new OutgoingMessage.Attached(file, instead);
        }
    }

    private record StoredAlbum(
            @JsonProperty("items") List<StoredItem> items,
            @JsonProperty("instead") String instead) {
        private static StoredAlbum of(Album album) {
            return new StoredAlbum(album.items().stream().map(StoredItem::of).toList(), album.instead());
        }

        private Album album() {
            return new Album(items.stream().map(StoredItem::item).toList(), instead);
        }
    }

    private record StoredItem(
            @JsonProperty("kind") Album.Kind kind,
            @JsonProperty("file_id") String fileId) {
        private static StoredItem of(Album.Item item) {
            return new StoredItem(item.kind(), item.fileId());
        }

        private Album.Item item() {
            return new Album.Item(kind, fileId);
        }
    }

    private enum StoredKind {
        @JsonProperty("photo")
        PHOTO,
        @JsonProperty("video")
        VIDEO,
        @JsonProperty("document")
        DOCUMENT,
        @JsonProperty("audio")
        AUDIO,
        @JsonProperty("voice")
        VOICE
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Button.Callback.class, name = "callback"),
        @JsonSubTypes.Type(value = Button.Link.class, name = "link")
    })
    private interface StoredButton {}

    private record StoredCallback(
            @JsonProperty("label") String label,
            @JsonProperty("data") String data) {}

    private record StoredLink(
            @JsonProperty("label") String label,
            @JsonProperty("url") String url) {}
}
