package id.laporpustaka.submission.media;

/// Under which keys a file is kept. They follow from the id of its row alone, so whoever tries to store a file
/// again writes over what an earlier try left, and whoever deletes the row knows what to delete in the store.
final class MediaKeys {
    private static final int FOLDERS = 100;

    private MediaKeys() {}

    static String file(long id) {
        return "%02d/%02d/%d".formatted(id % FOLDERS, id / FOLDERS % FOLDERS, id);
    }

    static String thumbnail(long id) {
        return file(id) + "-small";
    }
}
