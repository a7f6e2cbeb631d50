package id.laporpustaka.submission.media;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// Where the bytes of files are kept, shared by all processes. Safe to use from all threads.
///
/// A key is made of small letters, digits, hyphens and slashes. An object is there whole or not at all, also
/// when the process dies while it is put. Whatever fails is an [IOException] whose message names no secret and
/// is worth trying again later.
public interface MediaStore extends AutoCloseable {
    /// Keeps a copy of a file, durably once this returns, in the place of what had the key before.
    void put(String key, Path file, String contentType) throws IOException;

    /// Opens an object for reading from its beginning.
    Optional<Stored> open(String key) throws IOException;

    /// Deletes an object, if it is there.
    void delete(String key) throws IOException;

    @Override
    void close();

    /// An object that is being read; to be closed.
    ///
    /// @param size in bytes
    record Stored(InputStream bytes, long size) implements Closeable {
        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
