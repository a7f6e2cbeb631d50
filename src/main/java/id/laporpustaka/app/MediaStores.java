package id.laporpustaka.app;

import id.laporpustaka.submission.media.BucketStore;
import id.laporpustaka.submission.media.FolderStore;
import id.laporpustaka.submission.media.MediaStore;
import java.io.UncheckedIOException;
import java.util.List;

/// Opens the store for photos and other files that the settings name.
final class MediaStores {
    private static final String FOLDER = "media";
    /// What is tried out never lies among what is real.
    private static final String FOLDER_OF_SIMULATOR = "simulator-media";

    private MediaStores() {}

    /// @throws UnusableSettings if the folder can't be written to, or the bucket refuses us
    static MediaStore open(Settings settings) {
        return settings.mediaStore().<MediaStore>map(MediaStores::open).orElseGet(() -> openFolder(settings));
    }

    private static MediaStore open(MediaBucket bucket) {
        var store = BucketStore.of(
                bucket.place(), bucket.accessKey().value(), bucket.secretKey().value());
        store.findRefusal().ifPresent(refusal -> {
            store.close();
            throw new UnusableSettings(List.of(
                    ("%s: ditemukan s3://%s, yang menolak (%s); yang diterima: bucket yang ada, dengan kunci yang"
                        + " boleh menulis, membaca dan menghapus (found s3://%2$s, which refuses (%3$s); accepted: a"
                        + " bucket that exists, with keys that may write, read and delete)")
                            .formatted(
                                    SettingsReader.MEDIA_STORE, bucket.place().bucket(), refusal)));
        });
        return store;
    }

    private static MediaStore openFolder(Settings settings) {
        var folder = settings.dataDir().resolve(settings.simulated() ? FOLDER_OF_SIMULATOR : FOLDER);
        try {
            return FolderStore.open(folder);
        } catch (UncheckedIOException _) {
            throw new UnusableSettings(List.of(
                    ("DATA_DIR: %s tidak dapat ditulisi; yang diterima: folder yang dapat ditulisi (%1$s can't be"
                                    + " written to; accepted: a folder that can)")
                            .formatted(folder)));
        }
    }
}
