package id.laporpustaka.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that is there for as long as some work with it takes.
final class TemporaryFile {
    private TemporaryFile() {}

    interface Work<T> {
        T perform(Path file) throws IOException, InterruptedException;
    }

    /// Does it, and deletes the file.
    ///
    /// @throws UncheckedIOException if the disk fails
    static <T> T use(Work<T> work) throws InterruptedException {
        try {
            var file = Files.createTempFile("lapor", "");
            try {
                return work.perform(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
