package id.laporpustaka.simulator.phone;

import id.laporpustaka.simulator.world.FileStore;
import id.laporpustaka.simulator.world.World;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Files of messages and the built-in pictures, for the phones.
final class FileRoutes {
    private final World world;

    FileRoutes(World world) {
        this.world = world;
    }

    /// Photos are shown; everything else is only ever downloaded, so that no file can run as a page.
    void file(Context context) {
        var file = world.files()
                .findById(context.pathParam("file"))
                .orElseThrow(() -> ControlProblem.notFound("there is no such file"));
        context.header("X-Content-Type-Options", "nosniff");
        if (file.use() == FileStore.Use.PHOTO) {
            context.contentType("image/jpeg");
        } else {
            var name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
            context.contentType("application/octet-stream")
                    .header("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        }
        context.header("Cache-Control", "private, max-age=3600")
                .result(world.files().read(file));
    }

    static void picture(Context context) {
        context.contentType("image/jpeg")
                .header("Cache-Control", "private, max-age=3600")
                .result(SamplePictures.get(context.pathParam("name")));
    }
}
