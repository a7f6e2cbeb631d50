package id.laporpustaka.simulator.botapi;

import id.laporpustaka.simulator.world.FileStore;
import id.laporpustaka.simulator.world.Json;
import id.laporpustaka.simulator.world.Photos;
import id.laporpustaka.simulator.world.World;

/// Sending pictures and documents, and getting files back.
final class FileMethods {
    private final World world;
    private final MessageMethods messages;
    private final Photos photos;

    FileMethods(World world, MessageMethods messages) {
        this.world = world;
        this.messages = messages;
        this.photos = new Photos(world.files());
    }

    byte[] sendPhoto(Call call) {
        var caption = Limits.caption(call);
        Limits.markup(call);
        if (!call.has("photo")) {
            throw Refusal.badRequest("there is no photo in the request");
        }
        var bytes = call.findUpload("photo")
                .map(Call.Upload::bytes)
                .orElseGet(() -> world.files().read(known(call, "photo", FileStore.Use.PHOTO)));
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
        var content = Json.object();
        content.set("photo", photos.store(bytes, size));
        MessageMethods.putCaption(content, caption);
        return messages.send(call, content);
    }

    byte[] sendDocument(Call call) {
        var caption = Limits.caption(call);
        Limits.markup(call);
        if (!call.has("document")) {
            throw Refusal.badRequest("there is no document in the request");
        }
        var file = call.findUpload("document")
                .map(this::storeDocument)
                .orElseGet(() -> known(call, "document", FileStore.Use.DOCUMENT));
        var content = Json.object();
        content.putObject("document")
                .put("file_name", file.name())
                .put("mime_type", file.mimeType())
                .put("file_id", file.fileId())
                .put("file_unique_id", file.uniqueId())
                .put("file_size", file.size());
        MessageMethods.putCaption(content, caption);
        return messages.send(call, content);
    }

    byte[] getFile(Call call) {
        var file =
                world.files().findById(call.text("file_id")).orElseThrow(() -> Refusal.badRequest("invalid file_id"));
        if (file.size() > Limits.DOWNLOAD_BYTES) {
            throw Refusal.badRequest("file is too big");
        }
        return Json.bytes(Json.object()
                .put("file_id", file.fileId())
                .put("file_unique_id", file.uniqueId())
                .put("file_size", file.size())
                .put("file_path", file.path()));
    }

    private FileStore.StoredFile storeDocument(Call.Upload upload) {
        if (upload.bytes().length == 0) {
            throw Refusal.badRequest("file must be non-empty");
        }
        if (upload.bytes().length > Limits.UPLOAD_BYTES) {
            throw Refusal.tooLarge();
        }
        return world.files().put(FileStore.Use.DOCUMENT, upload.fileName(), upload.contentType(), upload.bytes());
    }

    private FileStore.StoredFile known(Call call, String name, FileStore.Use use) {
        var reference = call.text(name);
        if (reference.startsWith("http://") || reference.startsWith("https://")) {
            throw Refusal.badRequest("failed to get HTTP URL content");
        }
        var file = world.files()
                .findById(reference)
                .orElseThrow(() -> Refusal.badRequest("wrong file identifier/HTTP URL specified"));
        if (file.use() != use) {
            throw Refusal.badRequest("type of file mismatch");
        }
        return file;
    }
}
