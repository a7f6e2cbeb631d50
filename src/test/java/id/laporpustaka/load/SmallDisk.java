package id.laporpustaka.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A disk that can be filled to its last byte: a part of the memory, mounted on a folder. Only the administrator of a
/// Linux machine may do so.
final class SmallDisk implements AutoCloseable {
    private static final int MEGABYTE = 1 << 20;
    private static final int PAGE = 4096;

    private final Path folder;
    private final Thread whenKilled = new Thread(this::unmount, "unmount");

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /// Nothing where it is not allowed, which is then said in one line.
    static Optional<SmallDisk> mount(int megabytes) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("lapor-pustaka-disk");
        if (run("mount", "-t", "tmpfs", "-o", "mode=0700,size=%dm".formatted(megabytes), "tmpfs", folder.toString())) {
            var disk = new SmallDisk(folder);
            Runtime.getRuntime().addShutdownHook(disk.whenKilled);
            return Optional.of(disk);
        }
        System.out.println("No disk runs full: this user may not mount one.");
        Files.delete(folder);
        return Optional.empty();
    }

    Path folder() {
        return folder;
    }

    /// From now on nobody can write anything to it that needs room.
    void fill() throws IOException {
        try (var out = Files.newOutputStream(filling())) {
            for (var size = MEGABYTE; size >= PAGE; size /= 4) {
                writeUntilFull(out, new byte[size]);
            }
        } catch (IOException _) {
            // the last byte is not always taken when it is written
        }
    }

    void makeRoom() throws IOException {
        Files.deleteIfExists(filling());
    }

    @Override
    public void close() throws IOException {
        Runtime.getRuntime().removeShutdownHook(whenKilled);
        unmount();
        Files.delete(folder);
    }

    private Path filling() {
        return folder.resolve("filling");
    }

    private void unmount() {
        try {
            var _ = run("umount", "-l", folder.toString());
        } catch (IOException e) {
            System.out.println(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void writeUntilFull(OutputStream out, byte[] bytes) {
        try {
            while (true) {
                out.write(bytes);
            }
        } catch (IOException _) {
            // it is full
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false; // there is no such program here
        }
    }
}
