package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.AUDIT;
import static id.laporpustaka.db.generated.Tables.WEB_SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.form.Language;
import id.laporpustaka.people.Device;
import id.laporpustaka.people.People;
import id.laporpustaka.people.SignInKind;
import id.laporpustaka.people.WebSessions;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionPagesTest {
    private static final Pattern SESSION = Pattern.compile("name=\"sesi\" value=\"([^\"]+)\"");
    private static final String PHONE =
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36";

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private Installation installation;
    private long sari;
    private Client laptop;

    @BeforeEach
    void start() {
        installation = new Installation(fresh.database());
        sari = new People(fresh.context()).add(1001, "Bu Sari", "id");
        laptop = installation.signedIn(sari);
    }

    @AfterEach
    void stop() {
        laptop.close();
        installation.close();
    }

    private Client phone() {
        var phone = installation.client();
        phone.post("/masuk", Map.of("t", installation.link(sari)), "User-Agent", PHONE);
        return phone;
    }

    private HttpResponse<String> press(Client client, String path, String session) {
        return client.post(path, Map.of("_csrf", Client.csrfTokenIn(client.get("/sesi")), "sesi", session));
    }

    @Test
    void who_has_one_session_sees_that_it_is_the_only_one() {
        assertThat(Client.text(laptop.get("/sesi")))
                .contains("Peramban lain di perangkat lain", "peramban ini", "Hanya peramban ini")
                .doesNotContain("Akhiri semua");
        assertThat(laptop.get("/masuk").body()).contains("href=\"/sesi\"");
    }

    @Test
    void every_session_tells_its_device_its_way_and_its_times() {
        try (var phone = phone()) {
            new WebSessions(fresh.context())
                    .create(
                            sari,
                            SignInKind.MINI_APP,
                            new Device(Device.Browser.TELEGRAM, Device.Platform.IOS),
                            installation.now());
            installation.pass(Duration.ofHours(1));

            var page = Client.text(laptop.get("/sesi"));

            assertThat(page)
                    .contains("Chrome di Android dengan tautan dari bot")
                    .contains("masuk 20 Agu 2025 10.00 · terakhir dipakai sekitar 20 Agu 2025 10.00")
                    .contains("Telegram di iPhone atau iPad lewat aplikasi mini Telegram")
                    .contains("terakhir dipakai sekarang")
                    .contains("Akhiri semua yang lain");
            assertThat(Client.text(phone.get("/sesi?bahasa=en"))).contains("Chrome on Android this browser");
        }
    }

    @Test
    void an_ended_session_is_refused_at_its_next_request() {
        try (var phone = phone()) {
            var session = SESSION.matcher(laptop.get("/sesi").body());
            assertThat(session.find()).isTrue();

            var ended = press(laptop, "/sesi/akhiri", session.group(1));

            assertThat(ended.headers().firstValue("Location")).hasValue("/sesi?hasil=session_ended");
            assertThat(phone.get("/sesi").statusCode()).isEqualTo(401);
            assertThat(laptop.get("/sesi?hasil=session_ended").body()).contains("Sesi itu sudah diakhiri.");
            assertThat(press(laptop, "/sesi/akhiri", session.group(1)).headers().firstValue("Location"))
                    .hasValue("/sesi?hasil=session_gone");
            assertThat(fresh.context()
                            .select(AUDIT.DETAILS)
                            .from(AUDIT)
                            .where(AUDIT.ACTION.eq("signed_out_elsewhere"))
                            .fetch(it -> it.value1().data()))
                    .containsExactly("{\"sessions\": 1}");
        }
    }

    @Test
    void all_others_are_ended_at_once() {
        try (var phone = phone();
                var other = installation.signedIn(sari)) {
            press(laptop, "/sesi/akhiri-lainnya", "");

            assertThat(phone.get("/sesi").statusCode()).isEqualTo(401);
            assertThat(other.get("/sesi").statusCode()).isEqualTo(401);
            assertThat(laptop.get("/sesi").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nobody_ends_the_session_of_somebody_else() {
        var joko = new People(fresh.context()).add(1002, "Pak Joko", "id");
        var session = new WebSessions(fresh.context())
                .create(joko, SignInKind.LINK, Device.UNKNOWN, installation.now())
                .session();

        var ended = press(laptop, "/sesi/akhiri", session.id());
        press(laptop, "/sesi/akhiri-lainnya", "");

        assertThat(ended.headers().firstValue("Location")).hasValue("/sesi?hasil=session_gone");
        assertThat(laptop.get("/sesi").body()).doesNotContain(session.id());
        assertThat(new WebSessions(fresh.context()).list(joko, installation.now()))
                .containsExactly(session);
    }

    @Test
    void ending_needs_the_token_of_the_session() {
        try (var phone = phone()) {
            assertThat(laptop.post("/sesi/akhiri-lainnya", Map.of()).statusCode())
                    .isEqualTo(403);
            assertThat(phone.get("/sesi").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_session_is_written_to_at_most_once_in_five_minutes() {
        var before = installation.now();
        installation.pass(Duration.ofMinutes(4));
        laptop.get("/sesi");
        assertThat(fresh.context().fetchValue(WEB_SESSION.LAST_SEEN_AT)).isEqualTo(before);

        installation.pass(Duration.ofMinutes(1));
        laptop.get("/sesi");
        assertThat(fresh.context().fetchValue(WEB_SESSION.LAST_SEEN_AT)).isEqualTo(installation.now());
    }

    @Test
    void every_kind_and_device_has_its_words() {
        var keys = Stream.of(
                        keys("sessions.kind.", SignInKind.values()),
                        keys("sessions.browser.", Device.Browser.values()),
                        keys("sessions.platform.", Device.Platform.values()))
                .flatMap(all -> all);

        assertThat(keys).allMatch(Words.in(Language.INDONESIAN)::has);
    }

    private static Stream<String> keys(String prefix, Enum<?>... values) {
        return Arrays.stream(values).map(value -> prefix + value.name().toLowerCase(java.util.Locale.ROOT));
    }
}
