package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.SPENT_INIT_DATA;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.people.SignInKind;
import id.laporpustaka.people.SpentInitData;
import id.laporpustaka.people.WebSession;
import id.laporpustaka.people.WebSessions;
import id.laporpustaka.telegram.InitDataCheck;
import id.laporpustaka.telegram.SignedInitData;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MiniAppRoutesTest {
    private static final long RATNA = 1001;
    private static final long SARI = 1002;
    private static final Pattern LINK = Pattern.compile("href=\"/masuk\\?t=([^\"]+)\"");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private Installation installation;
    private Client client;
    private long ratna;

    @BeforeEach
    void start() {
        installation = new Installation(fresh.database());
        client = installation.client();
        ratna = new People(fresh.context()).add(RATNA, "Bu Ratna", "id");
        new People(fresh.context()).add(SARI, "Bu Sari", "id");
        new Assignments(fresh.context()).appoint(By.product(), ratna, Role.ADMIN, OptionalLong.empty());
    }

    @AfterEach
    void stop() {
        client.close();
        installation.close();
    }

    private String dataOf(long telegramId) {
        return SignedInitData.of(Installation.BOT_TOKEN, telegramId, installation.now());
    }

    private static HttpResponse<String> open(Client client, String data, String... more) {
        var form = new HashMap<>(Map.of("data", data));
        for (var i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return client.post("/mini", form);
    }

    @Test
    void whom_telegram_names_is_in_and_sees_the_way_in_the_sessions() {
        var opened = open(client, dataOf(RATNA));

        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(opened.headers().firstValue("Location")).hasValue("/");
        assertThat(opened.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(client.get("/").body()).contains("Bu Ratna");
        assertThat(client.get("/sesi").body()).contains("lewat aplikasi mini Telegram");
        assertThat(new WebSessions(fresh.context()).list(ratna, installation.now()))
                .extracting(WebSession::kind)
                .containsExactly(SignInKind.MINI_APP);
    }

    @Test
    void who_coordinates_nothing_begins_with_their_reports() {
        assertThat(open(client, dataOf(SARI)).headers().firstValue("Location")).hasValue("/laporan");
    }

    @Test
    void what_telegram_has_signed_lets_in_once() {
        var data = dataOf(RATNA);
        open(client, data);
        try (var thief = installation.client()) {
            var again = open(thief, data);

            assertThat(again.statusCode()).isEqualTo(410);
            assertThat(again.body()).contains("Buka sekali lagi dari Telegram");
            assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void a_page_that_is_loaded_again_leads_on() {
        var data = dataOf(RATNA);
        open(client, data);

        assertThat(open(client, data).statusCode()).isEqualTo(303);
        assertThat(new WebSessions(fresh.context()).list(ratna, installation.now()))
                .hasSize(1);
    }

    @Test
    void what_is_old_or_not_signed_by_telegram_is_refused_with_the_way_on() {
        var old = dataOf(RATNA);
        installation.pass(InitDataCheck.OLDEST);

        var late = open(client, old);
        var forged = open(client, SignedInitData.of("110000001:guessed", RATNA, installation.now()));
        var nothing = client.post("/mini", Map.of());

        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(late.body()).contains("/web");
        assertThat(forged.statusCode()).isEqualTo(410);
        assertThat(nothing.statusCode()).isEqualTo(410);
        assertThat(client.get("/").statusCode()).isEqualTo(401);
    }

    @Test
    void who_is_not_registered_is_told_how_to_begin() {
        var data = dataOf(4711);
        var unknown = open(client, data);

        assertThat(unknown.statusCode()).isEqualTo(403);
        assertThat(unknown.body()).contains("belum terdaftar", "/start");

        new People(fresh.context()).add(4711, "Pak Budi", "id");
        assertThat(open(client, data).statusCode()).isEqualTo(303);
    }

    @Test
    void a_browser_that_somebody_else_has_asks_first_and_gets_a_new_session() {
        open(client, dataOf(SARI));
        var data = dataOf(RATNA);

        var asked = open(client, data);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("Masuk sebagai Bu Ratna?", "Di sini Bu Sari sedang masuk");
        assertThat(client.get("/laporan").body()).contains("Bu Sari");

        assertThat(open(client, data, "sure", "1").statusCode()).isEqualTo(303);
        assertThat(client.get("/").body()).contains("Bu Ratna");
    }

    @Test
    void in_a_frame_it_gives_a_link_that_works_once_in_a_tab() {
        var data = dataOf(RATNA);
        var framed = open(client, data, "framed", "1");

        assertThat(framed.statusCode()).isEqualTo(200);
        assertThat(framed.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(framed.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors https://web.telegram.org");
        var link = LINK.matcher(framed.body());
        assertThat(link.find()).isTrue();
        assertThat(open(client, data, "framed", "1").statusCode()).isEqualTo(410);
        try (var tab = installation.client()) {
            assertThat(tab.signIn(link.group(1)).statusCode()).isEqualTo(303);
            assertThat(tab.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void only_this_page_may_be_framed_and_only_by_telegram() {
        assertThat(client.get("/mini")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .endsWith("frame-ancestors https://web.telegram.org");
        assertThat(client.get("/masuk")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .endsWith("frame-ancestors 'none'");
    }

    @Test
    void without_telegram_or_javascript_it_says_what_to_do() {
        assertThat(Client.text(client.get("/mini"))).contains("dari dalam Telegram", "perlu JavaScript", "/web");
        assertThat(client.get("/mini?bahasa=en").body()).contains("from inside Telegram");
    }

    @Test
    void another_site_cannot_sign_anybody_in() {
        var posted = client.post("/mini", Map.of("data", dataOf(RATNA)), "Sec-Fetch-Site", "cross-site");

        assertThat(posted.statusCode()).isEqualTo(403);
        assertThat(posted.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void who_tries_too_often_has_to_wait() {
        var statuses = IntStream.range(0, 40)
                .mapToObj(_ -> open(client, "x").statusCode())
                .toList();

        assertThat(statuses).startsWith(410).endsWith(429);
    }

    @Test
    void what_has_been_used_is_forgotten_when_it_is_too_old_anyway() {
        open(client, dataOf(RATNA));

        var spent = new SpentInitData(fresh.context());
        assertThat(spent.deleteExpired(installation.now().plus(Duration.ofMinutes(4))))
                .isZero();
        assertThat(spent.deleteExpired(installation.now().plus(InitDataCheck.OLDEST)))
                .isEqualTo(1);
        assertThat(fresh.context().fetchCount(SPENT_INIT_DATA)).isZero();
    }
}
