package id.laporpustaka.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a folder for one process. The operating system frees it however the process ends.
final class FolderLock implements AutoCloseable {
    /// Behind the content, so that others can read on Windows too, where locked bytes are unreadable.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws DatabaseUnavailable when another process holds the folder
    static FolderLock take(Path folder) throws IOException {
        var file = folder.resolve("lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw inUse(folder, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new FolderLock(channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false) != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private static DatabaseUnavailable inUse(Path folder, String process) {
        return new DatabaseUnavailable(
                ("Folder %s (DATA_DIR) sedang dipakai Lapor Pustaka yang lain, proses %s; hentikan dulu, atau pakai"
                                + " DATA_DIR lain (in use by another Lapor Pustaka, process %2$s; stop it, or use"
                                + " another DATA_DIR)")
                        .formatted(folder, process));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
