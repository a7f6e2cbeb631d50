package id.laporpustaka.load;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A JVM of its own whose processor time and memory are looked at (Linux).
final class MeasuredProcess implements AutoCloseable {
    private static final double TICKS_A_SECOND = 100; // USER_HZ, the same on every Linux that Java runs on
    private static final int LAST_WORDS = 40; // lines

    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;

    private final Path log;
    private Thread reader = new Thread();

    private MeasuredProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /// Starts a program of this class path; what it says that nobody waits for goes into a file.
    static MeasuredProcess start(
            String main, List<String> options, List<String> arguments, Map<String, String> environment, Path log) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(log.getParent().toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new MeasuredProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits for a line that contains this; empty if it ends before.
    Optional<String> awaitLine(String part) {
        try {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.contains(part)) {
                    return Optional.of(line);
                }
                Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until it says this.
    void mustSay(String part) {
        if (awaitLine(part).isEmpty()) {
            throw ended();
        }
    }

    /// What to throw when it should still live: with the last that it has said, as its log will be gone.
    IllegalStateException ended() {
        try {
            process.onExit().join();
            reader.join();
            var lines = Files.readAllLines(log);
            var last = lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size());
            return new IllegalStateException("It has ended by itself:\n" + String.join("\n", last));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new IllegalStateException("It has ended by itself.", e);
        }
    }

    /// Lets it say whatever it wants from now on, into its log.
    void ignoreOutput() {
        reader = Thread.ofVirtual().start(() -> awaitLine("\u0000"));
    }

    /// Tells it something, and hears the next line that it says.
    String tell(String line) {
        order(line);
        return answer();
    }

    /// The next line that it says.
    String answer() {
        return awaitLine("").orElseThrow(this::ended);
    }

    /// Tells it something without waiting for an answer.
    void order(String line) {
        try {
            in.write(line);
            in.newLine();
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        var _ = process.onExit()
                .completeOnTimeout(process, 30, TimeUnit.SECONDS)
                .join()
                .destroyForcibly();
    }

    /// Seconds of processor time of a process so far.
    ///
    /// @param withChildren also of its children, those that have ended among them
    static double processorSeconds(long pid, boolean withChildren) {
        var ticks = ticks(pid, withChildren);
        if (withChildren) {
            ticks += ProcessHandle.of(pid).stream()
                    .flatMap(ProcessHandle::children)
                    .mapToLong(child -> ticks(child.pid(), true))
                    .sum();
        }
        return ticks / TICKS_A_SECOND;
    }

    private static long ticks(long pid, boolean withEnded) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return withEnded ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
        } catch (IOException _) {
            return 0;
        }
    }

    /// Resident memory in MiB, and the most it ever was.
    static long[] residentMegabytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            var found = new long[2];
            lines.forEach(line -> {
                if (line.startsWith("VmRSS:")) {
                    found[0] = kilobytes(line) / 1024;
                } else if (line.startsWith("VmHWM:")) {
                    found[1] = kilobytes(line) / 1024;
                }
            });
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long kilobytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
