package id.laporpustaka.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An append-only file, a JSON object a line. A line is with the operating system when [#append] returns, so it
/// survives a killed process (but not a power cut). Without a file every call does nothing.
public final class Journal implements AutoCloseable {
    private final Optional<Path> file;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable FileChannel channel;

    public Journal(Optional<Path> file) {
        this.file = file;
    }

    public boolean isKept() {
        return file.isPresent();
    }

    /// The directory beside the journal that holds the bytes of files.
    Optional<Path> findFilesDirectory() {
        return file.map(path -> path.resolveSibling(path.getFileName() + ".files"));
    }

    /// Hands over what an earlier process has written. A last line that was cut off is left out.
    void replay(Consumer<JsonNode> reader) {
        if (file.isEmpty() || !Files.exists(file.get())) {
            return;
        }
        try (var lines = Files.newBufferedReader(file.get())) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode entry;
                try {
                    entry = Json.parse(line);
                } catch (IOException _) {
                    continue;
                }
                reader.accept(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Replaces the whole file by a snapshot and opens it for appending; either the old or the new file is there at
    /// any moment.
    void compact(Consumer<Consumer<ObjectNode>> snapshot) {
        if (file.isEmpty()) {
            return;
        }
        var target = file.get().toAbsolutePath();
        var fresh = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.createDirectories(target.getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                snapshot.accept(entry -> write(out, entry));
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            channel = FileChannel.open(target, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void append(ObjectNode entry) {
        if (isKept()) {
            append(Json.bytes(entry));
        }
    }

    private void append(byte[] json) {
        var line =
                ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        lock.lock();
        try {
            var open = channel;
            while (open != null && line.hasRemaining()) {
                open.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private static void write(OutputStream out, ObjectNode entry) {
        try {
            out.write(Json.bytes(entry));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            var open = channel;
            channel = null;
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }
}
