package id.laporpustaka.load;

import id.laporpustaka.db.Database;
import id.laporpustaka.db.DatabaseAddress;
import id.laporpustaka.db.DatabaseUrl;
import id.laporpustaka.db.EmbeddedDatabase;
import id.laporpustaka.place.RegionLoader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What runs are made of: a PostgreSQL with a library for each person of the crowd, the crowd's Telegram, and the bots,
/// each a process of its own. All files are gone when it is closed.
final class Stage implements AutoCloseable {
    private static final String TOKEN = "110000009:a-token-of-the-load-benchmark-0123456789";
    private static final long FIRST_PERSON = 700_000_001;

    /// Options of both bots' JVM; `LOAD_JVM` in the environment has others.
    static final List<String> JVM = List.of(System.getenv()
            .getOrDefault("LOAD_JVM", "-XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1")
            .split(" ", -1));

    private final Path folder;
    private final int people;
    private EmbeddedDatabase postgres;

    private Stage(Path folder, int people, EmbeddedDatabase postgres) {
        this.folder = folder;
        this.people = people;
        this.postgres = postgres;
    }

    static Stage build(int people) throws IOException {
        var folder = Files.createTempDirectory("lapor-pustaka-load");
        var stage = new Stage(folder, people, EmbeddedDatabase.start(folder.resolve("data")));
        stage.prepare();
        return stage;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        delete(folder);
    }

    /// An empty database, or a copy of the prepared one.
    DatabaseAddress newDatabase(boolean prepared) throws SQLException {
        var name = "run_" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "x");
        if (prepared) {
            copyPrepared(name);
        }
        return postgres.address(name);
    }

    /// Where the crowd writes what was acknowledged.
    Path acknowledged(DatabaseAddress address) {
        return folder.resolve(address.name() + ".txt");
    }

    MeasuredProcess startCrowd(int telegram, int size, DatabaseAddress address) {
        var crowd = MeasuredProcess.start(
                "id.laporpustaka.simulator.phone.CrowdMain",
                List.of("-XX:+UseSerialGC", "-Xmx1g"),
                List.of(
                        Integer.toString(telegram),
                        TOKEN,
                        Integer.toString(size),
                        acknowledged(address).toString()),
                Map.of(),
                folder.resolve("crowd.log"));
        crowd.mustSay("{}");
        return crowd;
    }

    MeasuredProcess startPeer(int telegram, DatabaseAddress address) {
        var peer = MeasuredProcess.start(
                "id.laporpustaka.load.Peer",
                JVM,
                List.of("http://127.0.0.1:" + telegram, TOKEN, jdbc(address), address.user()),
                Map.of("PEER_PASSWORD", address.password()),
                folder.resolve("peer.log"));
        peer.mustSay("ready");
        peer.ignoreOutput();
        return peer;
    }

    /// Starts our bot and waits until it is ready.
    MeasuredProcess startProduct(int telegram, DatabaseAddress address, Map<String, String> settings)
            throws IOException, InterruptedException {
        var port = freePort();
        var environment = new HashMap<>(Map.of(
                "TELEGRAM_BOT_TOKEN",
                TOKEN,
                "TELEGRAM_API_URL",
                "http://127.0.0.1:" + telegram,
                "TELEGRAM_MESSAGES_PER_SECOND",
                "0",
                "DATABASE_URL",
                DatabaseUrl.of(address),
                "DATA_DIR",
                folder.resolve(address.name()).toString(),
                "HTTP_PORT",
                Integer.toString(port)));
        environment.putAll(settings);
        var product = MeasuredProcess.start(
                "id.laporpustaka.app.Main", JVM, List.of(), environment, folder.resolve("product.log"));
        product.ignoreOutput();
        awaitReady(URI.create("http://localhost:" + port + "/readyz"), product);
        return product;
    }

    /// How acknowledged reports differ from those that are there.
    ///
    /// @param lost acknowledged and not there
    /// @param doubled there once more
    /// @param wrong not as they were given
    record Comparison(int acknowledged, int lost, int doubled, int wrong) {}

    Comparison compare(DatabaseAddress address, boolean ofPeer) throws IOException, SQLException {
        var titles = Files.readAllLines(acknowledged(address));
        Set<String> missing = new HashSet<>(titles);
        var doubled = 0;
        var wrong = 0;
        var query = ofPeer
                ? "select title, true from report"
                : "select title, male = 12 and female = 20 and total = 32 and topic = 'EKO' and photo_count = 1"
                        + " from submission";
        var seen = new HashSet<String>();
        try (var connection = connect(address);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                missing.remove(rows.getString(1));
                doubled += seen.add(rows.getString(1)) ? 0 : 1;
                wrong += rows.getBoolean(2) ? 0 : 1;
            }
        }
        return new Comparison(titles.size(), missing.size(), doubled, wrong);
    }

    /// How many messages to people or from them were given up.
    static int countSetAside(DatabaseAddress address) throws SQLException {
        try (var connection = connect(address);
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery("select (select count(*) from inbox where set_aside_because is not null)"
                                + " + (select count(*) from outbox where outcome = 'set_aside')")) {
            row.next();
            return row.getInt(1);
        }
    }

    /// PostgreSQL dies as by `kill -9` and is started again.
    void killPostgres(DatabaseAddress address) throws SQLException, IOException {
        var postmaster = postmaster(address);
        ProcessHandle.of(postmaster).ifPresent(handle -> {
            var children = handle.children().toList();
            handle.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            handle.onExit().join();
            children.forEach(child -> child.onExit().join());
        });
        postgres.close();
        postgres = EmbeddedDatabase.start(folder.resolve("data"));
    }

    /// A database with a library for each person, to be copied for each run.
    private void prepare() {
        try (var database = Database.open(postgres.address("prepared"), 4)) {
            new RegionLoader(database).load();
            database.context().execute("""
                insert into library (name, type, scheme, region_id)
                    select 'Perpustakaan ' || n, 'DESA', 'PENUH', id
                    from (select id, row_number() over (order by md5(code)) as n from region where level = 4) as village
                    where n <= %1$d;
                insert into person (telegram_id, name, language, consent_version, consented_at)
                    select %2$d + n, 'Pustakawan ' || n, 'id', '2026-1', now() from generate_series(0, %1$d - 1) n;
                insert into membership (person_id, library_id, role, status, decided_at)
                    select person.id, library.id, 'PENGELOLA', 'accepted', now()
                    from (select id, row_number() over (order by id) as n from person) as person
                    join (select id, row_number() over (order by id) as n from library) as library using (n)
                """.formatted(people, FIRST_PERSON));
            database.context().execute("vacuum analyze");
        }
    }

    private static void awaitReady(URI address, MeasuredProcess process) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            while (process.isAlive()) {
                try {
                    var request = HttpRequest.newBuilder(address).build();
                    if (client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException _) {
                    // not yet
                }
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("The product has ended before it was ready.");
    }

    private void copyPrepared(String database) throws SQLException {
        var prepared = postgres.address("prepared");
        try (var connection = connect(prepared.withName("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create database %s template prepared".formatted(database));
        }
    }

    /// The process that all others of PostgreSQL come from.
    static long postmaster(DatabaseAddress address) throws SQLException {
        try (var connection = connect(address);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow()
                    .pid();
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(jdbc(address), address.user(), address.password());
    }

    private static String jdbc(DatabaseAddress address) {
        return "jdbc:postgresql://%s:%d/%s".formatted(address.host(), address.port(), address.name());
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException problem) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
