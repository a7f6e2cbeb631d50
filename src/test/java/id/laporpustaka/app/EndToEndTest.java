package id.laporpustaka.app;

import static id.laporpustaka.db.generated.Tables.DRAFT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.FreePort;
import id.laporpustaka.db.DatabaseUrl;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Regions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.simulator.Phone;
import id.laporpustaka.simulator.SimulatedUser;
import id.laporpustaka.simulator.Simulator;
import id.laporpustaka.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The whole product against a Telegram, a database and a network that are not its own, killed in the middle.
class EndToEndTest {
    private static final String TOKEN = "700000002:a-token-of-the-end-to-end-test-0123456";
    private static final long SARI = 2001;
    private static final long RATNA = 2003;
    private static final long BUDI = 2004;
    private static final Pattern LINK = Pattern.compile("http://\\S+/masuk\\?t=(\\S+)");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @TempDir
    Path folder;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void a_report_survives_a_kill_and_is_counted_once() throws Exception {
        try (var telegram = Simulator.start(simulator(), 0);
                var product = Product.start(environment(telegram), folder)) {
            registerPeople();
            var site = URI.create("http://127.0.0.1:" + telegram.port());
            var sari = Phone.of(site, SARI);

            sari.say("/lapor");
            sari.awaitMessage("Mau melaporkan apa?");
            sari.tap("Pelibatan masyarakat");
            sari.awaitMessage("Apa nama kegiatannya?");
            sari.say("Pelatihan keripik singkong");
            sari.awaitMessage("Tanggal berapa?");
            sari.say("kemarin");
            sari.awaitMessage("Bentuk kegiatannya apa?");
            sari.tap("Pelatihan / lokakarya");
            sari.awaitMessage("Bidang utamanya apa?");

            product.kill();
            sari.say("ekonomi dan umkm");
            product.startAgain();

            sari.awaitMessage("Kegiatannya di mana?");
            sari.tap("Di perpustakaan");
            sari.awaitMessage("Berapa pesertanya?");
            sari.say("12L 20P");
            sari.awaitMessage("untuk usia berapa?");
            sari.tap("Dewasa (31-59 tahun)");
            sari.awaitMessage("Kirim 1-5 foto");
            sari.sendSamplePhoto("pelatihan", "");
            sari.awaitMessage("anak di bawah 18 tahun");
            sari.tap("Tidak");
            var review = sari.awaitMessage("Sudah benar? Kirim sekarang?");
            sari.tap(review.id(), "Kirim");
            sari.tap(review.id(), "Kirim");
            sari.awaitMessage("Terkirim");

            assertThat(fresh.context().fetchCount(SUBMISSION)).isEqualTo(1);
            assertThat(fresh.context().fetchCount(SUBMISSION_REVISION)).isEqualTo(1);
            assertThat(fresh.context().fetchCount(DRAFT)).isZero();
            var report = fresh.context().selectFrom(SUBMISSION).fetchSingle();
            assertThat(report.getTotal()).isEqualTo(32);
            assertThat(report.getTopic()).isEqualTo("EKO");
            assertThat(report.getNumber()).startsWith("PM-");

            var ratna = Phone.of(site, RATNA);
            ratna.say("/ringkasan tahun ini");
            var summary = ratna.awaitMessage("1 laporan").text();
            assertThat(summary).contains("Kab. Purworejo", "32 peserta", "12 L", "1 dari 1 perpustakaan");

            assertThat(api(product, "/api/v1/summary").statusCode()).isEqualTo(401);
            signIn(Phone.of(site, BUDI), product);
            var answer = api(product, "/api/v1/summary?from=2020-01-01&to=2099-12-31");
            assertThat(answer.statusCode()).isEqualTo(200);
            var totals = new ObjectMapper().readTree(answer.body()).path("totals");
            assertThat(totals.path("reports").asInt()).isEqualTo(1);
            assertThat(totals.path("participants").asInt()).isEqualTo(32);
            assertThat(fresh.context().fetchCount(OUTBOX, OUTBOX.OUTCOME.eq("set_aside")))
                    .isZero();
        }
    }

    @Test
    void a_webhook_brings_updates_too() {
        var port = FreePort.find();
        try (var telegram = Simulator.start(simulator(), 0)) {
            var environment = new HashMap<>(environment(telegram));
            environment.put("TELEGRAM_MODE", "webhook");
            try (var _ = Product.start(environment, port, folder)) {
                registerPeople();
                var sari = Phone.of(URI.create("http://127.0.0.1:" + telegram.port()), SARI);

                sari.say("/start");

                sari.awaitMessage("Perpustakaan Cahaya Ilmu");
                assertThat(sari.commands()).contains("lapor", "riwayat").doesNotContain("ringkasan");
            }
        }
    }

    @Test
    void with_doubled_updates_and_failing_calls_every_report_is_stored_once_as_it_was_given() throws Exception {
        try (var telegram = Simulator.start(simulator(), 0);
                var _ = Product.start(environment(telegram), folder)) {
            registerPeople();
            var site = URI.create("http://127.0.0.1:" + telegram.port());
            fault(site, "{\"kind\":\"double_updates\",\"percent\":100}");
            for (var method : List.of("sendmessage", "editmessagetext", "answercallbackquery")) {
                fault(site, "{\"kind\":\"server_error\",\"percent\":10,\"methods\":[\"%s\"]}".formatted(method));
                fault(site, "{\"kind\":\"broken_after\",\"percent\":10,\"methods\":[\"%s\"]}".formatted(method));
            }
            var sari = Phone.of(site, SARI);

            for (var report = 1; report <= 3; report++) {
                sari.say("/lapor");
                sari.awaitMessage("Mau melaporkan apa?");
                sari.tap("Pelibatan masyarakat");
                sari.awaitMessage("Apa nama kegiatannya?");
                sari.say("Kegiatan nomor " + report);
                sari.awaitMessage("Tanggal berapa?");
                sari.say("hari ini");
                sari.awaitMessage("Bentuk kegiatannya apa?");
                sari.tap("Pelatihan / lokakarya");
                sari.awaitMessage("Bidang utamanya apa?");
                sari.tap("Ekonomi dan UMKM");
                sari.awaitMessage("Kegiatannya di mana?");
                sari.tap("Di perpustakaan");
                sari.awaitMessage("Berapa pesertanya?");
                sari.say(report + " L 20 P");
                sari.awaitMessage("untuk usia berapa?");
                sari.tap("Semua umur");
                sari.awaitMessage("Kirim 1-5 foto");
                sari.sendSamplePhoto("pelatihan", "");
                sari.awaitMessage("anak di bawah 18 tahun");
                sari.tap("Tidak");
                sari.awaitMessage("Sudah benar? Kirim sekarang?");
                sari.tap("Kirim");
                if (report > 1) {
                    sari.awaitMessage("Sudah pernah dilaporkan?");
                    sari.tap("Kirim, ini kegiatan lain");
                }
                sari.awaitMessage("Terkirim");
            }

            assertThat(fresh.context()
                            .select(SUBMISSION.TITLE, SUBMISSION.MALE, SUBMISSION.FEMALE)
                            .from(SUBMISSION)
                            .orderBy(SUBMISSION.ID)
                            .fetch(row -> row.value1() + " " + row.value2() + " " + row.value3()))
                    .containsExactly("Kegiatan nomor 1 1 20", "Kegiatan nomor 2 2 20", "Kegiatan nomor 3 3 20");
            assertThat(fresh.context().fetchCount(INBOX, INBOX.SET_ASIDE_BECAUSE.isNotNull()))
                    .isZero();
        }
    }

    private void fault(URI site, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(site.resolve("/simulator/api/faults"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        assertThat(browser.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isBetween(200, 204);
    }

    private void signIn(Phone budi, Product product) throws IOException, InterruptedException {
        budi.say("/web");
        var link = LINK.matcher(budi.awaitMessage("/masuk?t=").text());
        assertThat(link.find()).isTrue();
        var token = link.group(1);
        var page = api(product, "/masuk?t=" + token);
        assertThat(page.body()).contains("Masuk");
        var form = HttpRequest.newBuilder(product.address().resolve("/masuk"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", product.address().toString())
                .POST(HttpRequest.BodyPublishers.ofString("t=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                .build();
        assertThat(browser.send(form, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isBetween(200, 303);
    }

    private HttpResponse<String> api(Product product, String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(product.address().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private Map<String, String> environment(Simulator telegram) {
        var address = fresh.address();
        return Map.of(
                "TELEGRAM_BOT_TOKEN", TOKEN,
                "TELEGRAM_API_URL", "http://127.0.0.1:" + telegram.port(),
                "DATABASE_URL", DatabaseUrl.of(address),
                "DATA_DIR", folder.resolve("data").toString(),
                "ADMIN_TELEGRAM_IDS", Long.toString(BUDI));
    }

    private static SimulatorSettings simulator() {
        var people = List.of(
                new SimulatedUser(SARI, "Sari", "Wulandari", "id", "Pustakawan"),
                new SimulatedUser(RATNA, "Ratna", "Dewi", "id", "PIC"),
                new SimulatedUser(BUDI, "Budi", "Santoso", "id", "Admin"));
        return new SimulatorSettings(TOKEN, "UjiBot", "Uji", people, false, 1, Optional.empty());
    }

    /// One library in Purworejo with its librarian, and the coordinator of the regency.
    private void registerPeople() {
        var db = fresh.context();
        var regions = new Regions(db);
        var village = regions.findByCode("33.06.01.2001").orElseThrow();
        var library = new Libraries(db)
                .add("Perpustakaan Cahaya Ilmu", LibraryType.DESA, Scheme.PENUH, Optional.empty(), village.id());
        var people = new People(db);
        var now = Instant.now();
        var sari = people.add(SARI, "Sari", "id");
        people.acceptPrivacy(By.chat(sari), sari, "2026-1", now);
        new Memberships(db).admit(By.product(), sari, library, MemberRole.PENGELOLA, now);
        var ratna = people.add(RATNA, "Ratna", "id");
        people.acceptPrivacy(By.chat(ratna), ratna, "2026-1", now);
        var regency = regions.findByCode("33.06").orElseThrow();
        new Assignments(db).appoint(By.product(), ratna, Role.PIC_KAB, OptionalLong.of(regency.id()));
    }
}
