package id.laporpustaka.web;

import id.laporpustaka.db.Database;
import id.laporpustaka.db.DatabaseAddress;
import id.laporpustaka.db.Reading;
import id.laporpustaka.db.StreamingPair;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.summary.MadeUpCountry;
import id.laporpustaka.summary.score.Standings;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/// How much of PostgreSQL's work for pages a streaming replica takes off the database: an admin of a made-up country
/// and
/// a coordinator of a regency go through their pages, first without a replica and then with one, and the processor time
/// of both servers is printed. Needs Debian's PostgreSQL.
///
/// Arguments, each optional: how many reports (100,000), how often each page (20).
final class ReplicaShare {
    private static final int WARMING = 5;

    private final StreamingPair pair;
    private final Reading reading;
    private final long admin;
    private final long coordinator;

    private ReplicaShare(StreamingPair pair, Reading reading, long admin, long coordinator) {
        this.pair = pair;
        this.reading = reading;
        this.admin = admin;
        this.coordinator = coordinator;
    }

    public static void main(String[] arguments) throws Exception {
        var reports = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        var tries = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        var programs = StreamingPair.newestInstalled();
        if (programs.isEmpty()) {
            return;
        }
        try (var pair = StreamingPair.start(programs.get());
                var database = Database.open(pair.primary());
                var reading = Reading.of(database, pair.replica()).start()) {
            MadeUpCountry.fill(database, reports);
            var db = database.context();
            var admin = new People(db).add(1, "Bu Ratna", "id");
            var coordinator = new People(db).add(2, "Pak Joko", "id");
            new Assignments(db).appoint(By.product(), admin, Role.ADMIN, OptionalLong.empty());
            new Assignments(db)
                    .appoint(By.product(), coordinator, Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.06")));
            var share = new ReplicaShare(pair, reading, admin, coordinator);
            System.out.printf(
                    "%d processors, %,d reports, each page %d times%n%n",
                    Runtime.getRuntime().availableProcessors(), reports, tries);
            System.out.println("| | pages | reads from the replica | ms of a processor a page: database | replica |");
            System.out.println("| --- | ---: | ---: | ---: | ---: |");
            try (var installation = new Installation(database)) {
                new Standings(db).refresh(installation.now());
                share.measure("without a replica", installation, tries);
            }
            try (var installation = new Installation(reading)) {
                share.measure("with a replica", installation, tries);
            }
        }
    }

    private void measure(String name, Installation installation, int tries) throws SQLException {
        try (var ratna = installation.signedIn(admin);
                var joko = installation.signedIn(coordinator)) {
            visit(ratna, joko, WARMING);
            var read = reading.counts().fromReplica();
            var database = processorTime(pair.primary());
            var replica = processorTime(pair.replica());
            var pages = visit(ratna, joko, tries);
            System.out.printf(
                    "| %s | %,d | %,d | %.1f | %.1f |%n",
                    name,
                    pages,
                    reading.counts().fromReplica() - read,
                    (double) processorTime(pair.primary()).minus(database).toMillis() / pages,
                    (double) processorTime(pair.replica()).minus(replica).toMillis() / pages);
        }
    }

    private static int visit(Client ratna, Client joko, int tries) {
        var pages = 0;
        for (var i = 0; i < tries; i++) {
            pages += visit(ratna, PagesOfACountryTest.doorsOfAnAdmin(), i);
            pages += visit(joko, PagesOfACountryTest.doorsOfACoordinator(), i);
        }
        return pages;
    }

    private static int visit(Client client, List<PagesOfACountryTest.Door> doors, int i) {
        for (var door : doors) {
            var path = door.path().apply(i);
            if (client.get(path).statusCode() != 200) {
                throw new IllegalStateException("No page at " + path);
            }
        }
        return doors.size();
    }

    /// Of a server and all its processes that live.
    private static Duration processorTime(DatabaseAddress address) throws SQLException {
        var url = "jdbc:postgresql://%s:%d/%s".formatted(address.host(), address.port(), address.name());
        try (var connection = DriverManager.getConnection(url, address.user(), "");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            var server = ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
            return server.descendants()
                    .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                    .reduce(Duration.ZERO, Duration::plus);
        }
    }
}
