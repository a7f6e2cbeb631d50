package id.laporpustaka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/// Folders for the files of tests, JUnit's own among them: in memory where that has much room, on the disk elsewhere.
///
/// A PostgreSQL has a thousand files, a database three hundred, and some disks take half a second for these when as
/// many have just been deleted: ext4 without a journal does not reuse a file's place at once, and looks for another.
public final class Scratch implements TempDirFactory {
    private static final Path IN_MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH = 4L << 30; // bytes

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
        return newFolder("junit-");
    }

    /// Whoever asks for it deletes it.
    public static Path newFolder(String prefix) throws IOException {
        if (Files.isWritable(IN_MEMORY) && Files.getFileStore(IN_MEMORY).getUsableSpace() >= ENOUGH) {
            return Files.createTempDirectory(IN_MEMORY, prefix);
        }
        return Files.createTempDirectory(prefix);
    }
}
