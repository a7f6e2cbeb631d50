package id.laporpustaka.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Files that people or the bot have sent. The same bytes are kept once; with a journal they lie in a directory
/// beside it, else in memory.
public final class FileStore {

    /// What Telegram does with the file: the name is the folder in its path.
    public enum Use {
        PHOTO("photos"),
        DOCUMENT("documents"),
        VOICE("voice"),
        AUDIO("music"),
        VIDEO("videos"),
        VIDEO_NOTE("video_notes"),
        ANIMATION("animations"),
        STICKER("stickers");

        private final String folder;

        Use(String folder) {
            this.folder = folder;
        }

        /// The field of the Bot API's type `Message`.
        public String apiName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A file as the Bot API names it.
    ///
    /// @param path the `file_path` of the Bot API
    /// @param uniqueId the `file_unique_id`: the same for the same bytes
    /// @param seconds how long it lasts; 0 for what does not
    public record StoredFile(
            String fileId, String uniqueId, String path, String name, String mimeType, int size, Use use, int seconds) {

        /// The file as messages show it (Bot API types `Document`, `Video`, `Audio` and so on); of a photo or a
        /// sticker only what they all have.
        public ObjectNode toApiJson() {
            var json = Json.object()
                    .put("file_id", fileId)
                    .put("file_unique_id", uniqueId)
                    .put("file_size", size);
            switch (use) {
                case PHOTO, STICKER -> {}
                case DOCUMENT -> json.put("file_name", name).put("mime_type", mimeType);
                case VOICE -> json.put("duration", seconds).put("mime_type", mimeType);
                case VIDEO_NOTE -> json.put("duration", seconds).put("length", 240);
                case AUDIO ->
                    json.put("duration", seconds).put("file_name", name).put("mime_type", mimeType);
                case VIDEO, ANIMATION ->
                    json.put("duration", seconds)
                            .put("width", 640)
                            .put("height", 360)
                            .put("file_name", name)
                            .put("mime_type", mimeType);
            }
            return json;
        }

        ObjectNode toJournal() {
            return Json.object()
                    .put("kind", "file")
                    .put("fileId", fileId)
                    .put("uniqueId", uniqueId)
                    .put("path", path)
                    .put("name", name)
                    .put("mimeType", mimeType)
                    .put("size", size)
                    .put("use", use.name())
                    .put("seconds", seconds);
        }

        static StoredFile fromJournal(JsonNode entry) {
            return new StoredFile(
                    entry.path("fileId").asText(),
                    entry.path("uniqueId").asText(),
                    entry.path("path").asText(),
                    entry.path("name").asText(),
                    entry.path("mimeType").asText(),
                    entry.path("size").asInt(),
                    Use.valueOf(entry.path("use").asText()),
                    entry.path("seconds").asInt());
        }
    }

    private final Journal journal;
    private final Optional<Path> directory;
    private final Map<String, StoredFile> byId = new ConcurrentHashMap<>();
    private final Map<String, StoredFile> byPath = new ConcurrentHashMap<>();
    private final Map<String, byte[]> inMemory = new ConcurrentHashMap<>();
    private final AtomicInteger pathNumbers = new AtomicInteger();

    FileStore(Journal journal) {
        this.journal = journal;
        this.directory = journal.findFilesDirectory();
    }

    /// Stores bytes; equal bytes under an equal name and use get the file id they already have.
    public StoredFile put(Use use, String name, String mimeType, byte[] bytes) {
        return put(use, name, mimeType, bytes, 0);
    }

    /// The same for what lasts some seconds.
    public StoredFile put(Use use, String name, String mimeType, byte[] bytes, int seconds) {
        var uniqueId = digest(bytes).substring(0, 20);
        var fileId = "BQ" + use.name().charAt(0) + "AAx" + uniqueId
                + digest((use + name + mimeType).getBytes(StandardCharsets.UTF_8))
                        .substring(0, 24);
        return byId.computeIfAbsent(fileId, _ -> {
            keep(uniqueId, bytes);
            var path = use.folder + "/file_" + pathNumbers.incrementAndGet() + extension(name);
            var file = new StoredFile(fileId, uniqueId, path, name, mimeType, bytes.length, use, seconds);
            byPath.put(path, file);
            journal.append(file.toJournal());
            return file;
        });
    }

    public Optional<StoredFile> findById(String fileId) {
        return Optional.ofNullable(byId.get(fileId));
    }

    public Optional<StoredFile> findByPath(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    public byte[] read(StoredFile file) {
        var kept = inMemory.get(file.uniqueId());
        if (kept != null) {
            return kept;
        }
        try {
            return Files.readAllBytes(directory.orElseThrow().resolve(file.uniqueId()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Iterable<StoredFile> all() {
        return byId.values();
    }

    void restore(StoredFile file) {
        byId.put(file.fileId(), file);
        byPath.put(file.path(), file);
        pathNumbers.incrementAndGet();
    }

    private void keep(String uniqueId, byte[] bytes) {
        if (directory.isEmpty()) {
            inMemory.putIfAbsent(uniqueId, bytes);
            return;
        }
        try {
            Files.createDirectories(directory.get());
            Files.write(directory.get().resolve(uniqueId), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        var extension = dot < 0 ? "" : name.substring(dot);
        return extension.matches("\\.[A-Za-z0-9]{1,10}") ? extension : "";
    }

    private static String digest(byte[] bytes) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
