package id.laporpustaka.outbox;

import java.io.IOException;
import java.io.InputStream;

/// A file that a message brings, as it is sent: read from where it lies, and never whole in memory if it is large.
///
/// @param size in bytes
public record FileToSend(String name, String contentType, long size, Source source) {

    /// Opens a file at its beginning, any number of times.
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /// Opens what lies in a store.
    @FunctionalInterface
    public interface Store {
        /// Opens an object at its beginning.
        ///
        /// @throws IOException also if it is not there any more
        InputStream open(String key) throws IOException;

        /// For when nothing lies in a store.
        static Store none() {
            return key -> {
                throw new IOException("There is no store for " + key);
            };
        }
    }
}
