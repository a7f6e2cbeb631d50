package id.laporpustaka.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The server process that a database folder's `postmaster.pid` speaks of: the process id in its first line, the
/// port in its fourth (PostgreSQL source, `miscadmin.h`, `LOCK_FILE_LINE_*`).
record Postmaster(long processId, int port) {
    private static final String FILE = "postmaster.pid";

    static Optional<Postmaster> find(Path cluster) throws IOException {
        var file = cluster.resolve(FILE);
        return Files.exists(file) ? parse(Files.readAllLines(file)) : Optional.empty();
    }

    static Optional<Postmaster> parse(List<String> lines) {
        try {
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new Postmaster(
                            Long.parseLong(lines.get(0).strip()),
                            Integer.parseInt(lines.get(3).strip())));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Whether the process lives and, as far as can be seen, is PostgreSQL.
    boolean isRunning() {
        return process().isPresent();
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(processId).filter(ProcessHandle::isAlive).filter(Postmaster::looksLikePostgres);
    }

    private static boolean looksLikePostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> String.valueOf(Path.of(command).getFileName()).startsWith("postgres"))
                .orElse(true);
    }

    /// Removes the file if the process id has gone to another program since, as happens when the machine was
    /// switched off: PostgreSQL would take that program for a server and refuse to start.
    static void forgetIfReplaced(Path cluster) throws IOException {
        var postmaster = find(cluster);
        if (postmaster.isPresent()
                && !postmaster.get().isRunning()
                && ProcessHandle.of(postmaster.get().processId).isPresent()) {
            Files.delete(cluster.resolve(FILE));
        }
    }

    /// The server ends once nobody is connected any more.
    void askToStop() {
        process().ifPresent(ProcessHandle::destroy);
    }

    /// Asks the server to stop and waits until it has, or `longest` has passed.
    void stop(Duration longest) throws InterruptedException {
        var process = process();
        askToStop();
        try {
            if (process.isPresent()) {
                process.get().onExit().get(longest.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new DatabaseUnavailable("PostgreSQL (proses/process %d) did not stop".formatted(processId), e);
        }
    }
}
