package id.laporpustaka.submission.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// A store in a folder of this machine, a file an object. Several processes may share the folder.
public final class FolderStore implements MediaStore {
    private static final Pattern KEY = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*");
    /// Files that are being put; a name that no key has.
    private static final String ON_THE_WAY = ".tmp";

    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private final Path folder;

    private FolderStore(Path folder) {
        this.folder = folder;
    }

    /// Makes the folder, and clears away what a process left behind that died while it put something.
    ///
    /// @throws UncheckedIOException if it can't be written to
    public static FolderStore open(Path folder) {
        try {
            var temporary = Files.createDirectories(folder.resolve(ON_THE_WAY));
            var before = Instant.now().minus(LEFT_BEHIND);
            try (var files = Files.newDirectoryStream(temporary)) {
                for (var file : files) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
            return new FolderStore(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(String key, Path file, String contentType) throws IOException {
        var place = place(key);
        var temporary = Files.createTempFile(folder.resolve(ON_THE_WAY), "", "");
        try {
            Files.copy(file, temporary, StandardCopyOption.REPLACE_EXISTING);
            try (var written = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.createDirectories(parent(place));
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        for (var above = parent(place); above.startsWith(folder); above = parent(above)) {
            keepNames(above);
        }
    }

    /// After a power cut the file must also still have its name. Windows does not let a folder be opened, and does
    /// not need it.
    private static void keepNames(Path folder) throws IOException {
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (AccessDeniedException e) {
            if (folder.getFileSystem().getSeparator().equals("/")) {
                throw e;
            }
        }
    }

    @Override
    public Optional<Stored> open(String key) throws IOException {
        try {
            var channel = FileChannel.open(place(key), StandardOpenOption.READ);
            return Optional.of(new Stored(Channels.newInputStream(channel), channel.size()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(place(key));
    }

    private Path place(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a key: " + key);
        }
        return folder.resolve(key);
    }

    private static Path parent(Path path) {
        var parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("Nothing lies above " + path);
        }
        return parent;
    }

    /// Nothing is held.
    @Override
    public void close() {}
}
