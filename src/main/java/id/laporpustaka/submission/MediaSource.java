package id.laporpustaka.submission;

import java.nio.file.Path;

/// Where the files of messages come from.
public interface MediaSource {
    /// The largest file that Telegram hands out (Telegram Bot API, getFile).
    long MOST_BYTES = 20_000_000;

    /// Fetches a file; what goes wrong on the way is tried again for about a minute.
    ///
    /// @param fileId as in [id.laporpustaka.form.MediaFile]
    /// @param atMost how many bytes are accepted
    /// @param into written over; what is in it is of use only if the file was found
    /// @throws MediaUnavailable if it can't be fetched now, and may be later
    Fetched fetch(String fileId, long atMost, Path into) throws InterruptedException;

    /// What came of it.
    sealed interface Fetched {

        /// The file is there, whole.
        record Found(long size) implements Fetched {}

        record TooLarge() implements Fetched {}

        /// Telegram does not have it, or not any more.
        record Gone(String reason) implements Fetched {}
    }
}
