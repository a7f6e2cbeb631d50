package id.laporpustaka.simulator.botapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.simulator.world.FileStore;
import id.laporpustaka.simulator.world.Json;
import id.laporpustaka.simulator.world.World;
import java.util.ArrayList;

/// Sending pictures, documents, films and sounds, alone or as an album, and getting files back.
final class FileMethods {
    private final World world;
    private final MessageMethods messages;
    private final Media media;

    FileMethods(World world, MessageMethods messages) {
        this.world = world;
        this.messages = messages;
        this.media = new Media(world.files());
    }

    byte[] sendPhoto(Call call) {
        return send(call, FileStore.Use.PHOTO);
    }

    byte[] sendDocument(Call call) {
        return send(call, FileStore.Use.DOCUMENT);
    }

    byte[] sendVideo(Call call) {
        return send(call, FileStore.Use.VIDEO);
    }

    byte[] sendAudio(Call call) {
        return send(call, FileStore.Use.AUDIO);
    }

    byte[] sendVoice(Call call) {
        return send(call, FileStore.Use.VOICE);
    }

    byte[] sendMediaGroup(Call call) {
        var group = World.newMediaGroup();
        var contents = new ArrayList<ObjectNode>();
        for (var item : Limits.album(call)) {
            var content = Json.object().put("media_group_id", group);
            content.setAll(content(item, Media.use(item.text("type")).orElseThrow(), "media"));
            contents.add(content);
        }
        var sent = Json.array();
        messages.sendTogether(call, contents).forEach(message -> sent.add(message.toJson()));
        return Json.bytes(sent);
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

    private byte[] send(Call call, FileStore.Use use) {
        Limits.markup(call);
        Requirements.check(call);
        return messages.send(call, content(call, use, use.apiName()));
    }

    private ObjectNode content(Call call, FileStore.Use use, String parameter) {
        var caption = Limits.caption(call);
        var content = Json.object();
        content.set(use.apiName(), media.describe(call, use, parameter));
        MessageMethods.putCaption(content, caption);
        return content;
    }
}
