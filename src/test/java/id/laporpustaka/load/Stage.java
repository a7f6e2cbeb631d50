package id.laporpustaka.load;

import id.laporpustaka.FreePort;
import id.laporpustaka.db.Database;
import id.laporpustaka.db.DatabaseAddress;
import id.laporpustaka.db.DatabaseUrl;
import id.laporpustaka.db.EmbeddedDatabase;
import id.laporpustaka.place.RegionLoader;
import java.io.IOException;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// What runs are made of: a PostgreSQL with a library for each person of the crowd, the crowd's Telegram, and the bots,
/// each a process of its own. Its files lie on the disk, whose speed is part of what is measured; all are gone when it
/// is
/// closed.
final class Stage implements AutoCloseable {
    private static final String TOKEN = "110000009:a-token-of-the-load-benchmark-0123456789";
    static final long FIRST_PERSON = 700_000_001;

    /// Options of both bots' JVM; `LOAD_JVM` in the environment has others.
    static final List<String> JVM = List.of(System.getenv()
            .getOrDefault("LOAD_JVM", "-XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1")
            .split(" ", -1));

    /// The same options and one more.
    static List<String> with(String option) {
        return Stream.concat(JVM.stream(), Stream.of(option)).toList();
    }

    private final Path folder;
    private final Path data;
    private final int people;
    private EmbeddedDatabase postgres;

    private Stage(Path folder, Path data, int people, EmbeddedDatabase postgres) {
        this.folder = folder;
        this.data = data;
        this.people = people;
        this.postgres = postgres;
    }

    static Stage build(int people) throws IOException {
        var folder = Files.createTempDirectory("lapor-pustaka-load");
        return build(people, folder, folder.resolve("data"));
    }

    /// With the files of PostgreSQL in a folder on another disk.
    static Stage build(int people, Path data) throws IOException {
        return build(people, Files.createTempDirectory("lapor-pustaka-load"), data);
    }

    private static Stage build(int people, Path folder, Path data) {
        var stage = new Stage(folder, data, people, EmbeddedDatabase.start(data));
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
        return startCrowd(telegram, size, address, List.of());
    }

    /// With a Telegram that limits sending.
    MeasuredProcess startLimitedCrowd(int telegram, int size, DatabaseAddress address) {
        return startCrowd(telegram, size, address, List.of("limits"));
    }

    private MeasuredProcess startCrowd(int telegram, int size, DatabaseAddress address, List<String> further) {
        var arguments = List.of(
                Integer.toString(telegram),
                TOKEN,
                Integer.toString(size),
                acknowledged(address).toString());
        var crowd = MeasuredProcess.start(
                "id.laporpustaka.simulator.phone.CrowdMain",
                List.of("-XX:+UseSerialGC", "-Xmx1g"),
                Stream.concat(arguments.stream(), further.stream()).toList(),
                Map.of(),
                folder.resolve("crowd.log"));
        crowd.mustSay("{}");
        return crowd;
    }

    /// Starts a Telegram whose people act by phones, and which goes on with what a journal has.
    MeasuredProcess startTelegram(int port, int size, Path journal) {
        var telegram = MeasuredProcess.start(
                "id.laporpustaka.simulator.SimulatorMain",
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                List.of(
                        "--port",
                        Integer.toString(port),
                        "--token",
                        TOKEN,
                        "--no-flood-limits",
                        "--users",
                        Integer.toString(size),
                        "--journal",
                        journal.toString()),
                Map.of(),
                folder.resolve("telegram.log"));
        telegram.mustSay("/simulator");
        return telegram;
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
        return startProduct("id.laporpustaka.app.Main", JVM, telegram, address, settings);
    }

    /// The same with a webhook, whose calls come through a proxy.
    MeasuredProcess startBehind(RoundRobin proxy, int telegram, DatabaseAddress address, Map<String, String> further)
            throws IOException, InterruptedException {
        var port = FreePort.find();
        var settings = new HashMap<>(Map.of(
                "TELEGRAM_MODE",
                "webhook",
                "PUBLIC_URL",
                "http://127.0.0.1:" + proxy.port(),
                "HTTP_PORT",
                Integer.toString(port)));
        settings.putAll(further);
        var product = startProduct(telegram, address, settings);
        proxy.add(port);
        return product;
    }

    /// Several of them, all at once, on a database that none of them knows.
    List<MeasuredProcess> startBehind(
            int processes, RoundRobin proxy, int telegram, DatabaseAddress address, Map<String, String> further)
            throws Exception {
        var products = new ArrayList<MeasuredProcess>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<MeasuredProcess> start = () -> startBehind(proxy, telegram, address, further);
            for (var started : threads.invokeAll(Collections.nCopies(processes, start))) {
                products.add(started.get());
            }
        }
        return products;
    }

    /// The same by a program of its own.
    MeasuredProcess startProduct(
            String main, List<String> options, int telegram, DatabaseAddress address, Map<String, String> settings)
            throws IOException, InterruptedException {
        var port = settings.containsKey("HTTP_PORT") ? Integer.parseInt(settings.get("HTTP_PORT")) : FreePort.find();
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
        var product = MeasuredProcess.start(main, options, List.of(), environment, folder.resolve("product.log"));
        product.ignoreOutput();
        awaitReady(URI.create("http://localhost:" + environment.get("HTTP_PORT") + "/readyz"), product);
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

    /// The answer to a question whose answer is one number.
    static long count(DatabaseAddress address, String query) throws SQLException {
        try (var connection = connect(address);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// How many messages to people or from them were given up.
    static int countSetAside(DatabaseAddress address) throws SQLException {
        return (int) count(
                address,
                "select (select count(*) from inbox where set_aside_because is not null)"
                        + " + (select count(*) from outbox where outcome = 'set_aside')");
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
        stopPostgres();
        startPostgres();
    }

    void stopPostgres() throws IOException {
        postgres.close();
    }

    void startPostgres() {
        postgres = EmbeddedDatabase.start(data);
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
        throw process.ended();
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

    static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(jdbc(address), address.user(), address.password());
    }

    private static String jdbc(DatabaseAddress address) {
        return "jdbc:postgresql://%s:%d/%s".formatted(address.host(), address.port(), address.name());
    }

    static void delete(Path folder) throws IOException {
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
