package id.laporpustaka.db;

import id.laporpustaka.FreePort;
import id.laporpustaka.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Two servers, made with PostgreSQL's own programs: one with a database, and a replica that follows it by streaming.
public final class StreamingPair implements AutoCloseable {
    private static final String NAME = "lapor";
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Path programs;
    private final Path folder;
    private final int primaryPort;
    private final int replicaPort;

    private StreamingPair(Path programs, Path folder, int primaryPort, int replicaPort) {
        this.programs = programs;
        this.folder = folder;
        this.primaryPort = primaryPort;
        this.replicaPort = replicaPort;
    }

    /// The folders with the programs of each version that this system has installed, as Debian lays them out.
    public static List<Path> installed() {
        if (!Files.isDirectory(DEBIAN)) {
            return List.of();
        }
        try (var versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("pg_basebackup")))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// Starts both, the database still empty.
    public static StreamingPair start(Path programs) throws IOException, InterruptedException {
        var pair = new StreamingPair(programs, Scratch.newFolder("pair-"), FreePort.find(), FreePort.find());
        pair.makePrimary();
        pair.makeReplica();
        return pair;
    }

    /// Starts the database alone, still empty.
    public static StreamingPair startAlone(Path programs) throws IOException, InterruptedException {
        var pair = new StreamingPair(programs, Scratch.newFolder("pair-"), FreePort.find(), FreePort.find());
        pair.makePrimary();
        return pair;
    }

    private Path primaryFolder() {
        return folder.resolve("primary");
    }

    private Path replicaFolder() {
        return folder.resolve("replica");
    }

    private void makePrimary() throws IOException, InterruptedException {
        run("initdb", "-D", primaryFolder().toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync");
        start(primaryFolder(), primaryPort);
        run(
                "createdb",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(primaryPort),
                "-U",
                "postgres",
                "-E",
                "UTF8",
                "-T",
                "template0",
                NAME);
    }

    private void makeReplica() throws IOException, InterruptedException {
        run(
                "pg_basebackup",
                "-D",
                replicaFolder().toString(),
                "-R",
                "--no-sync",
                "-c",
                "fast",
                "-d",
                "host=127.0.0.1 port=%d user=postgres".formatted(primaryPort));
        startReplica();
    }

    private void start(Path data, int port) throws IOException, InterruptedException {
        run(
                "pg_ctl",
                "-D",
                data.toString(),
                "-w",
                "-s",
                "-l",
                data.resolveSibling(data.getFileName() + ".log").toString(),
                "-o",
                "-p %d -h 127.0.0.1 -k '' -c fsync=off -c max_standby_streaming_delay=0".formatted(port),
                "start");
    }

    private void stop(Path data) throws IOException, InterruptedException {
        run("pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "-s", "stop");
    }

    public void startReplica() throws IOException, InterruptedException {
        start(replicaFolder(), replicaPort);
    }

    /// Does not let the replica take up anything more.
    public void pauseReplica() throws SQLException {
        tellReplica("select pg_wal_replay_pause()");
    }

    public void resumeReplica() throws SQLException {
        tellReplica("select pg_wal_replay_resume()");
    }

    private void tellReplica(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        replica().jdbcUrl(), replica().user(), "");
                var told = connection.createStatement()) {
            told.execute(statement);
        }
    }

    /// At once, as if its machine had failed.
    public void killReplica() throws IOException, InterruptedException {
        stop(replicaFolder());
    }

    public DatabaseAddress primary() {
        return address(primaryPort);
    }

    public DatabaseAddress replica() {
        return address(replicaPort);
    }

    private static DatabaseAddress address(int port) {
        return new DatabaseAddress("127.0.0.1", port, NAME, "postgres", "", "");
    }

    /// Runs one of PostgreSQL's programs on a folder of the pair.
    public void run(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (ROOT) {
            command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        var output = folder.resolve(program + ".out");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("%s has failed: %s".formatted(program, Files.readString(output)));
        }
    }

    @Override
    public void close() throws IOException {
        try {
            for (var data : List.of(replicaFolder(), primaryFolder())) {
                if (Files.exists(data.resolve("postmaster.pid"))) {
                    stop(data);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// The newest version that is installed; a line says so if none is.
    public static Optional<Path> newestInstalled() {
        var found = installed();
        if (found.isEmpty()) {
            System.out.println(
                    "No PostgreSQL is installed in " + DEBIAN + ": tests of replicas and backups are skipped.");
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }
}
