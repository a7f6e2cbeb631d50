package id.laporpustaka.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of an embedded PostgreSQL, and how a server is started on them. The caller holds the folder's lock.
final class Cluster {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String MAJOR_VERSION = "18";
    /// Below the ports that systems give to outgoing connections.
    private static final int FIRST_PORT = 15432;

    private static final int PORTS = 10_000;
    /// Long enough for a slow disk and for recovery after a crash.
    private static final Duration START = Duration.ofSeconds(30);

    private static final Duration STOP = Duration.ofSeconds(10);
    private static final long LARGEST_LOG = 4_000_000;
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final FileAttribute<?>[] OWNERS_FILE = permissions("rw-------");
    private static final FileAttribute<?>[] OWNERS_FOLDER = permissions("rwx------");

    private final Path folder;
    private final Path programs;
    private final Path data;
    private final Path log;
    /// Written last when a cluster is made, so that a half-made one is known by its absence.
    private final Path passwordFile;

    private final Path newPasswordFile;
    private final String password;

    Cluster(Path folder, Path programs) throws IOException {
        this.folder = folder;
        this.programs = programs;
        data = folder.resolve("postgres");
        log = folder.resolve("postgres.log");
        passwordFile = folder.resolve("postgres.password");
        newPasswordFile = folder.resolve("postgres.password.new");
        password = Files.exists(passwordFile) ? Files.readString(passwordFile).strip() : randomPassword();
    }

    private static FileAttribute<?>[] permissions(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /// Makes the folder if absent, for its owner only: it holds what people report, and programs that will be run.
    static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, OWNERS_FOLDER);
        }
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// Makes sure that a server can be started on the folder.
    ///
    /// @throws DatabaseUnavailable when it cannot, with what to do about it
    void check() throws IOException, InterruptedException {
        checkUser();
        checkVersion();
        putHalfMadeAside();
        Postmaster.forgetIfReplaced(data);
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.delete(log);
        }
    }

    /// PostgreSQL refuses to run as root; on Linux `unshare -U` lets it run as nobody of a user namespace.
    private static void checkUser() throws IOException {
        var process = Path.of("/proc/self");
        if (Files.exists(process)
                && Files.getAttribute(process, "unix:uid").equals(0)
                && !LinuxUtils.isUnshareAvailable()) {
            throw new DatabaseUnavailable("PostgreSQL tidak mau berjalan sebagai root tanpa perintah unshare; jalankan"
                    + " sebagai pengguna biasa, pasang paket util-linux, atau isi DATABASE_URL (PostgreSQL does not run"
                    + " as root without the command unshare; run as an ordinary user, install util-linux, or set"
                    + " DATABASE_URL)");
        }
    }

    private void checkVersion() throws IOException {
        var file = data.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return;
        }
        var found = Files.readString(file).strip();
        if (!found.equals(MAJOR_VERSION)) {
            throw new DatabaseUnavailable(
                    ("Folder %s dibuat PostgreSQL %s, sedangkan ini PostgreSQL %s; pindahkan datanya dengan pg_dump,"
                                    + " atau pakai DATA_DIR lain (made by PostgreSQL %2$s, but this is %3$s; move its"
                                    + " data with pg_dump, or use another DATA_DIR)")
                            .formatted(data, found, MAJOR_VERSION));
        }
    }

    /// A first start that was cut off leaves a folder without its password file. It is renamed, never deleted: should
    /// only the password have been lost, the data is still there.
    private void putHalfMadeAside() throws IOException, InterruptedException {
        if (!Files.exists(data) || Files.exists(passwordFile)) {
            return;
        }
        var running = Postmaster.find(data).filter(Postmaster::isRunning);
        if (running.isPresent()) {
            running.get().stop(STOP);
        }
        var aside = folder.resolve("postgres-unfinished");
        for (var number = 2; Files.exists(aside); number++) {
            aside = folder.resolve("postgres-unfinished-" + number);
        }
        Files.move(data, aside);
        LOG.warn("{} has no {}, so its making was cut off; it is now {}", data, passwordFile.getFileName(), aside);
    }

    /// The server on these files that a killed process left behind, once it takes connections; one that is just
    /// stopping is waited for and then not found.
    Optional<Postmaster> findRunning() throws IOException, InterruptedException {
        var postmaster = Postmaster.find(data);
        var deadline = System.nanoTime() + STOP.toNanos();
        while (postmaster.filter(Postmaster::isRunning).isPresent()) {
            if (isServedAt(postmaster.get().port())) {
                return postmaster;
            }
            if (System.nanoTime() > deadline) {
                throw new DatabaseUnavailable(
                        ("PostgreSQL yang tertinggal (proses %d) tidak menjawab; hentikan proses itu (the PostgreSQL"
                                        + " left behind, process %1$d, does not answer; stop that process)")
                                .formatted(postmaster.get().processId()));
            }
            Thread.sleep(50);
        }
        return Optional.empty();
    }

    /// Whether the server on a port is the one on these files.
    boolean isServedAt(int port) {
        var url = "jdbc:postgresql://127.0.0.1:%d/postgres?loginTimeout=5".formatted(port);
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var statement = connection.createStatement();
                var row = statement.executeQuery("show data_directory")) {
            return row.next() && Files.isSameFile(Path.of(row.getString(1)), data);
        } catch (SQLException | IOException _) {
            return false;
        }
    }

    /// The same port at every start, so that other programs find it again, unless another program has taken it.
    int choosePort() {
        var port = FIRST_PORT + Math.floorMod(folder.hashCode(), PORTS);
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return port;
        } catch (IOException _) {
            var other = freePort();
            LOG.info("Port {} is taken by another program; PostgreSQL uses port {} this time", port, other);
            return other;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseUnavailable("Tidak ada port yang bebas (no port is free)", e);
        }
    }

    /// Starts a server, or joins the one that runs on these files at that very port.
    EmbeddedPostgres start(int port) throws IOException {
        if (!Files.exists(passwordFile)) {
            writeNewPassword();
        }
        try {
            return EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(programs.toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(START)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    // the library has no options of initdb but these, which it hands on as they are
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", currentPasswordFile().toString())
                    .setConnectConfig("password", password)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", POSIX ? "''" : "")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("max_wal_size", "512MB")
                    .setServerConfig("jit", "off")
                    .setServerConfig("random_page_cost", "1.1") // no disk that turns is expected below
                    .setServerConfig("autovacuum_naptime", "10s")
                    .setServerConfig("log_error_verbosity", "terse") // or rows, with what people wrote, are logged
                    .start();
        } catch (IOException | RuntimeException e) {
            Postmaster.find(data).ifPresent(Postmaster::askToStop);
            throw new DatabaseUnavailable(
                    "PostgreSQL di %s tidak mau mulai (did not start): %s".formatted(data, reason(e)), e);
        }
    }

    private Path currentPasswordFile() {
        return Files.exists(passwordFile) ? passwordFile : newPasswordFile;
    }

    private void writeNewPassword() throws IOException {
        Files.deleteIfExists(newPasswordFile);
        Files.createFile(newPasswordFile, OWNERS_FILE);
        Files.writeString(newPasswordFile, password);
    }

    /// What PostgreSQL said last, or why it could not be asked at all, as where its programs were left out.
    private String reason(Exception e) throws IOException {
        if (!Files.exists(log)) {
            return e.getMessage() + "; isi/set DATABASE_URL?";
        }
        return Files.readAllLines(log).reversed().stream()
                        .filter(line -> line.contains("FATAL:") || line.contains("error:") || line.contains("PANIC:"))
                        .findFirst()
                        .map(line -> line.strip() + " ")
                        .orElse("")
                + "(lihat/see " + log + ")";
    }

    /// Keeps the password for the next starts; the cluster is complete with that.
    String keepPassword() throws IOException {
        if (!Files.exists(passwordFile)) {
            Files.move(newPasswordFile, passwordFile);
        }
        return password;
    }
}
