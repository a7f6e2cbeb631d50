package id.laporpustaka.web;

import id.laporpustaka.people.Action;
import id.laporpustaka.submission.media.KeptFile;
import id.laporpustaka.submission.media.Media;
import id.laporpustaka.submission.media.MediaState;
import id.laporpustaka.submission.media.MediaStore;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.stream.Stream;

/// Serves photos and other files of reports, and small copies of the photos, to those who may see a report that
/// has them. Nothing is ever whole in memory; players and readers of films and PDF may ask for parts.
final class FileRoutes {
    static final String PATH = "/berkas/{id}";
    static final String SMALL = PATH + "/kecil";

    /// A photo is no longer shown to whom it was a week ago, so browsers forget it soon.
    private static final String CACHING = "private, max-age=3600";

    private static final int BUFFER = 64 * 1_024;

    private final Desk desk;
    private final MediaStore store;

    FileRoutes(Desk desk) {
        this.desk = desk;
        store = desk.parts().media();
    }

    static String address(long id) {
        return PATH.replace("{id}", Long.toString(id));
    }

    static String addressOfSmall(long id) {
        return SMALL.replace("{id}", Long.toString(id));
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, PATH, Access.SIGNED_IN, this::showFile);
        routes.guarded(HandlerType.GET, SMALL, Access.SIGNED_IN, this::showThumbnail);
    }

    private void showFile(Context context, Visitor visitor) throws IOException {
        var content = content(context, visitor);
        var name = "berkas-%s.%s".formatted(context.pathParam("id"), content.extension());
        context.header("Content-Disposition", (isShown(content) ? "inline" : "attachment") + "; filename=" + name);
        serve(context, content.key(), content.contentType());
    }

    private void showThumbnail(Context context, Visitor visitor) throws IOException {
        var picture = content(context, visitor).picture().orElseThrow(Desk::notFound);
        serve(context, picture.thumbnailKey(), "image/jpeg");
    }

    private KeptFile.Content content(Context context, Visitor visitor) {
        var file = new Media(desk.db())
                .find(Desk.scope(visitor, Action.SEE_REPORTS), visitor.actor().personId(), Desk.id(context, "id"))
                .orElseThrow(Desk::notFound);
        return file.content()
                .orElseThrow(() -> file.state() == MediaState.WAITING
                        ? RequestProblem.Kind.FILE_ON_ITS_WAY.problem("The file is still being fetched from Telegram.")
                        : RequestProblem.Kind.FILE_NOT_KEPT.problem("The file could not be fetched or kept."));
    }

    /// What browsers show themselves; the rest they are to save.
    private static boolean isShown(KeptFile.Content content) {
        var type = content.contentType();
        return type.equals("application/pdf")
                || Stream.of("image/", "audio/", "video/").anyMatch(type::startsWith);
    }

    private static void keepInBrowser(Context context, String tag) {
        context.header("Cache-Control", CACHING).header("ETag", tag);
    }

    /// What has a key never changes, so the key is the tag.
    private void serve(Context context, String key, String contentType) throws IOException {
        var tag = "\"" + key + "\"";
        if (tag.equals(context.header("If-None-Match"))) {
            keepInBrowser(context, tag);
            context.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        try (var stored = store.open(key).orElseThrow(() -> new IOException("The media store has lost " + key))) {
            keepInBrowser(context, tag);
            send(context, stored, contentType);
        }
    }

    private static void send(Context context, MediaStore.Stored stored, String contentType) throws IOException {
        var header = Optional.ofNullable(context.header("Range")).orElse("");
        var part = ByteRange.find(header, stored.size());
        part.ifPresent(it -> context.status(HttpStatus.PARTIAL_CONTENT).header("Content-Range", it.of(stored.size())));
        var range = part.orElseGet(() -> new ByteRange(0, stored.size() - 1));
        context.header("Accept-Ranges", "bytes").contentType(contentType);
        var response = context.res();
        response.setContentLengthLong(range.length());
        stored.bytes().skipNBytes(range.first());
        copy(stored.bytes(), range.length(), response.getOutputStream());
    }

    private static void copy(InputStream from, long bytes, OutputStream to) throws IOException {
        var buffer = new byte[BUFFER];
        for (var left = bytes; left > 0; ) {
            var read = from.read(buffer, 0, (int) Math.min(left, BUFFER));
            if (read < 0) {
                throw new EOFException("The media store has given too little");
            }
            to.write(buffer, 0, read);
            left -= read;
        }
    }
}
