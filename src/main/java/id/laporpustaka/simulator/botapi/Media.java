package id.laporpustaka.simulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import id.laporpustaka.simulator.world.FileStore;
import id.laporpustaka.simulator.world.Photos;
import java.util.Optional;
import java.util.stream.Stream;

/// The files that calls bring or name by their ids.
final class Media {
    private final FileStore files;
    private final Photos photos;

    Media(FileStore files) {
        this.files = files;
        this.photos = new Photos(files);
    }

    /// What an item of an album with this `type` is.
    static Optional<FileStore.Use> use(String type) {
        return Stream.of(FileStore.Use.PHOTO, FileStore.Use.VIDEO, FileStore.Use.DOCUMENT, FileStore.Use.AUDIO)
                .filter(use -> use.apiName().equals(type))
                .findFirst();
    }

    /// The file as messages show it.
    ///
    /// @param parameter the one that brings or names the file
    /// @throws Refusal as Telegram would refuse it
    JsonNode describe(Call call, FileStore.Use use, String parameter) {
        var upload = call.findUpload(parameter);
        if (use == FileStore.Use.PHOTO) {
            return photo(upload.map(Call.Upload::bytes)
                    .orElseGet(() -> files.read(known(call.text(parameter), FileStore.Use.PHOTO))));
        }
        return upload.map(file -> store(call, use, file))
                .orElseGet(() -> known(call.text(parameter), use))
                .toApiJson();
    }

    private JsonNode photo(byte[] bytes) {
        if (bytes.length == 0) {
            throw Refusal.badRequest("file must be non-empty");
        }
        if (bytes.length > Limits.PHOTO_BYTES) {
            throw Refusal.badRequest("file is too big");
        }
        var size = Photos.findDimensions(bytes).orElseThrow(() -> Refusal.badRequest("IMAGE_PROCESS_FAILED"));
        int longer = Math.max(size.width(), size.height());
        if (size.width() + size.height() > 10_000 || longer > 20 * Math.min(size.width(), size.height())) {
            throw Refusal.badRequest("PHOTO_INVALID_DIMENSIONS");
        }
        return photos.store(bytes, size);
    }

    private FileStore.StoredFile store(Call call, FileStore.Use use, Call.Upload upload) {
        if (upload.bytes().length == 0) {
            throw Refusal.badRequest("file must be non-empty");
        }
        if (upload.bytes().length > Limits.UPLOAD_BYTES) {
            throw Refusal.tooLarge();
        }
        return files.put(use, upload.fileName(), upload.contentType(), upload.bytes(), (int) call.number("duration"));
    }

    private FileStore.StoredFile known(String reference, FileStore.Use use) {
        if (reference.startsWith("http://") || reference.startsWith("https://")) {
            throw Refusal.badRequest("failed to get HTTP URL content");
        }
        var file = files.findById(reference)
                .orElseThrow(() -> Refusal.badRequest("wrong file identifier/HTTP URL specified"));
        if (file.use() != use) {
            throw Refusal.badRequest("type of file mismatch");
        }
        return file;
    }
}
