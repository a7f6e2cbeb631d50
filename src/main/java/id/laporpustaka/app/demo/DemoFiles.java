package id.laporpustaka.app.demo;

import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_MEDIA;

import id.laporpustaka.db.Database;
import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.submission.MediaUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Fetches files where they really lie, but paints the photos of the demo's reports, which lie nowhere. So
/// these go the way of all photos, in the background, and the start need not wait for them.
public final class DemoFiles implements MediaSource {
    /// What the ids of the demo's photos begin with; those of Telegram have no hyphen at this place.
    static final String PREFIX = "demo-";

    private final Database database;
    private final MediaSource others;

    public DemoFiles(Database database, MediaSource others) {
        this.database = database;
        this.others = others;
    }

    @Override
    public Fetched fetch(String fileId, long atMost, Path into) throws InterruptedException {
        if (!fileId.startsWith(PREFIX)) {
            return others.fetch(fileId, atMost, into);
        }
        var picture = DemoPictures.paint(title(fileId), fileId.hashCode());
        try {
            Files.write(into, picture);
        } catch (IOException e) {
            throw new MediaUnavailable(e.toString());
        }
        return new Fetched.Found(picture.length);
    }

    /// What was photographed; empty if no report has the photo any more.
    private String title(String fileId) {
        return database.context()
                .select(SUBMISSION.TITLE)
                .from(MEDIA)
                .join(SUBMISSION_MEDIA)
                .on(SUBMISSION_MEDIA.MEDIA_ID.eq(MEDIA.ID))
                .join(SUBMISSION)
                .on(SUBMISSION.ID.eq(SUBMISSION_MEDIA.SUBMISSION_ID))
                .where(MEDIA.FILE_ID.eq(fileId))
                .and(SUBMISSION.TITLE.isNotNull())
                .limit(1)
                .fetchOptional(SUBMISSION.TITLE)
                .orElse("");
    }
}
