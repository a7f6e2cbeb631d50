package id.laporpustaka.app;

import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_MEDIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.laporpustaka.FreePort;
import id.laporpustaka.db.Database;
import id.laporpustaka.db.DatabaseAddress;
import id.laporpustaka.db.StreamingPair;
import id.laporpustaka.people.By;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.People;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Regions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.simulator.Phone;
import id.laporpustaka.simulator.SimulatedUser;
import id.laporpustaka.simulator.Simulator;
import id.laporpustaka.simulator.SimulatorSettings;
import id.laporpustaka.summary.Rollups;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README says about keeping copies and going on with one.
class BackupTest {
    private static final String TOKEN = "700000003:a-token-of-the-test-of-backups-01234567";
    private static final long SARI = 1001;
    private static final long RATNA = 1003;

    @TempDir
    Path folder;

    @Test
    void a_copy_of_the_folder_goes_on_where_the_product_stopped() throws Exception {
        var data = folder.resolve("data");
        var copy = folder.resolve("copy");
        String before;
        var port = FreePort.find();
        try (var _ = start(port, data)) {
            var site = URI.create("http://localhost:" + port);
            var sari = Phone.of(site, SARI);
            sari.say("/lapor");
            sari.awaitMessage("Mau melaporkan apa?");
            sari.tap("Pelibatan masyarakat");
            sari.awaitMessage("Apa nama kegiatannya?");
            before = summary(site);
        }

        run("cp", "-a", data.toString(), copy.toString());

        assertThat(recount(copy)).contains(" 0 wrong").doesNotStartWith("0 rows");
        var otherPort = FreePort.find();
        try (var _ = start(otherPort, copy)) {
            var site = URI.create("http://localhost:" + otherPort);
            var sari = Phone.of(site, SARI);
            sari.say("Pelatihan keripik singkong");
            sari.awaitMessage("Tanggal berapa?");
            assertThat(summary(site)).isEqualTo(before);
        }
    }

    /// What Bu Ratna is told about the year.
    private static String summary(URI site) {
        var ratna = Phone.of(site, RATNA);
        var said = ratna.messages().size();
        ratna.say("/ringkasan tahun ini");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ratna.messages().stream()
                        .skip(said + 1L)
                        .anyMatch(message -> message.text().contains(" peserta")));
        return ratna.lastMessage().text();
    }

    private Application start(int port, Path data) {
        return Application.start(settings(port, data), Clock.systemUTC(), nowhere());
    }

    private Settings settings(int port, Path data) {
        return Settings.read(Map.of("HTTP_PORT", Integer.toString(port), "DATA_DIR", data.toString()), folder);
    }

    private static PrintStream nowhere() {
        return new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }

    private String recount(Path data) {
        var out = new ByteArrayOutputStream();
        var closing = new Closing();
        try {
            Recount.run(settings(8080, data), new PrintStream(out, true, StandardCharsets.UTF_8), closing);
        } finally {
            closing.close();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void a_dump_that_is_restored_elsewhere_has_all_reports_and_files_and_takes_new_ones() throws Exception {
        var installed = StreamingPair.newestInstalled();
        assumeTrue(installed.isPresent());
        try (var server = StreamingPair.startAlone(installed.get());
                var telegram = Simulator.start(simulator(), 0)) {
            var site = URI.create("http://127.0.0.1:" + telegram.port());
            var data = folder.resolve("data");
            var restoredData = folder.resolve("restored");
            var restored = server.primary().withName("restored");
            var dump = folder.resolve("lapor.dump");
            try (var _ = Product.start(environment(telegram, server.primary(), data), folder);
                    var database = Database.open(server.primary(), 2)) {
                registerSari(database);
                report(Phone.of(site, SARI), "Dongeng pagi");
                awaitFile(database);

                server.run("pg_dump", "-Fc", "-f", dump.toString(), address(server.primary()));
                Files.createDirectories(restoredData);
                run("cp", "-a", data.resolve("media").toString(), restoredData.toString());
            }

            server.run("createdb", "-T", "template0", "--maintenance-db", address(server.primary()), "restored");
            server.run("pg_restore", "--no-owner", "--exit-on-error", "-d", address(restored), dump.toString());

            try (var before = Database.open(server.primary(), 2);
                    var after = Database.open(restored, 2)) {
                assertThat(after.context().selectFrom(SUBMISSION).fetch().formatJSON())
                        .isEqualTo(
                                before.context().selectFrom(SUBMISSION).fetch().formatJSON())
                        .contains("Dongeng pagi");
                assertThat(after.context().fetchCount(PERSON))
                        .isEqualTo(before.context().fetchCount(PERSON));
                assertThat(files(restoredData)).isNotEmpty().isEqualTo(files(data));
                assertThat(new Rollups(after).check().wrong()).isZero();

                try (var _ = Product.start(environment(telegram, restored, restoredData), folder)) {
                    report(Phone.of(site, SARI), "Dongeng sore");
                }
                assertThat(after.context().fetchCount(SUBMISSION)).isEqualTo(2);
                assertThat(before.context().fetchCount(SUBMISSION)).isEqualTo(1);
                assertThat(new Rollups(after).check().wrong()).isZero();
            }
        }
    }

    private static List<String> files(Path data) throws IOException {
        try (var files = Files.walk(data.resolve("media"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static void awaitFile(Database database) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.context()
                                .fetchCount(MEDIA.join(SUBMISSION_MEDIA)
                                        .on(SUBMISSION_MEDIA.MEDIA_ID.eq(MEDIA.ID))
                                        .where(MEDIA.STATE.eq("stored")))
                        == 1);
    }

    private static void report(Phone sari, String title) {
        sari.say("/lapor");
        sari.awaitMessage("Mau melaporkan apa?");
        sari.tap("Pelibatan masyarakat");
        sari.awaitMessage("Apa nama kegiatannya?");
        sari.say(title);
        sari.awaitMessage("Tanggal berapa?");
        sari.say("hari ini");
        sari.awaitMessage("Bentuk kegiatannya apa?");
        sari.tap("Pelatihan / lokakarya");
        sari.awaitMessage("Bidang utamanya apa?");
        sari.tap("Ekonomi dan UMKM");
        sari.awaitMessage("Kegiatannya di mana?");
        sari.tap("Di perpustakaan");
        sari.awaitMessage("Berapa pesertanya?");
        sari.say(title.length() + " L 20 P");
        sari.awaitMessage("untuk usia berapa?");
        sari.tap("Semua umur");
        sari.awaitMessage("Kirim 1-5 foto");
        sari.sendSamplePhoto("pelatihan", "");
        sari.awaitMessage("anak di bawah 18 tahun");
        sari.tap("Tidak");
        sari.awaitMessage("Sudah benar? Kirim sekarang?");
        sari.tap("Kirim");
        var sent = sari.awaitMessage(
                message -> message.text().contains("Terkirim") || message.text().contains("Sudah pernah dilaporkan?"));
        if (!sent.text().contains("Terkirim")) {
            sari.tap("Kirim, ini kegiatan lain");
            sari.awaitMessage("Terkirim");
        }
    }

    private static String address(DatabaseAddress address) {
        return "postgresql://%s@%s:%d/%s".formatted(address.user(), address.host(), address.port(), address.name());
    }

    private static Map<String, String> environment(Simulator telegram, DatabaseAddress database, Path data) {
        return Map.of(
                "TELEGRAM_BOT_TOKEN",
                TOKEN,
                "TELEGRAM_API_URL",
                "http://127.0.0.1:" + telegram.port(),
                "DATABASE_URL",
                address(database),
                "DATA_DIR",
                data.toString());
    }

    private static SimulatorSettings simulator() {
        var people = List.of(new SimulatedUser(SARI, "Sari", "Wulandari", "id", "Pustakawan"));
        return new SimulatorSettings(TOKEN, "UjiBot", "Uji", people, false, 1, Optional.empty());
    }

    private static void registerSari(Database database) {
        var db = database.context();
        var village = new Regions(db).findByCode("33.06.01.2001").orElseThrow();
        var library = new Libraries(db)
                .add("Perpustakaan Cahaya Ilmu", LibraryType.DESA, Scheme.PENUH, Optional.empty(), village.id());
        var sari = new People(db).add(SARI, "Sari", "id");
        new People(db).acceptPrivacy(By.chat(sari), sari, "2026-1", Instant.now());
        new Memberships(db).admit(By.product(), sari, library, MemberRole.PENGELOLA, Instant.now());
    }
}
