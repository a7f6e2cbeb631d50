package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.LOGIN_ATTEMPT;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.telegram.LoginProvider;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LoginRoutesTest {
    private static final long RATNA = 1001;
    private static final Pattern ALLOW = Pattern.compile("href=\"[^\"]*(/masuk/telegram/kembali[^\"]*)\">Izinkan");
    private static final Pattern CANCEL = Pattern.compile("href=\"[^\"]*(/masuk/telegram/kembali[^\"]*)\">Batal");

    private static TestProvider provider;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private Installation installation;
    private Client client;
    private long ratna;

    @BeforeAll
    static void startProvider() {
        provider = TestProvider.start();
    }

    @AfterAll
    static void stopProvider() {
        provider.close();
    }

    @BeforeEach
    void start() {
        provider.telegramId = RATNA;
        provider.change = UnaryOperator.identity();
        provider.signsWithAnotherKey = false;
        provider.isOut = false;
        installation = Installation.withLogin(fresh.database(), provider.issuer());
        client = installation.client();
        ratna = new People(fresh.context()).add(RATNA, "Bu Ratna", "id");
        new Assignments(fresh.context()).appoint(By.product(), ratna, Role.ADMIN, OptionalLong.empty());
    }

    @AfterEach
    void stop() {
        client.close();
        installation.close();
    }

    /// Presses the button, and gives the address with which Telegram sends the browser back.
    private String leave(Client browser, Pattern choice) {
        var left = browser.post("/masuk/telegram", Map.of());
        assertThat(left.statusCode()).isEqualTo(303);
        var page = TestClient.get(left.headers().firstValue("Location").orElseThrow());
        var back = choice.matcher(page);
        assertThat(back.find()).as(page).isTrue();
        return back.group(1).replace("&amp;", "&");
    }

    private HttpResponse<String> comeBack() {
        return client.get(leave(client, ALLOW));
    }

    @Test
    void whom_telegram_vouches_for_is_in() {
        var home = client.get("/masuk");
        assertThat(home.body()).contains("Masuk dengan Telegram");
        assertThat(home.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' " + provider.issuer() + ";");
        var left = client.post("/masuk/telegram", Map.of());
        assertThat(left.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("lapor-pustaka-login=")
                .contains("HttpOnly", "SameSite=Lax", "Max-Age=600");

        var back = comeBack();

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.headers().firstValue("Location")).hasValue("/");
        assertThat(client.get("/").body()).contains("Bu Ratna");
        assertThat(client.get("/sesi").body()).contains("dengan Telegram Login");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("nonce", it -> it.claim("nonce", "another")),
                change("no nonce", it -> it.claim("nonce", null)),
                change(
                        "expired",
                        it -> it.expirationTime(Date.from(Instant.now().minusSeconds(300)))),
                change("audience", it -> it.audience("987654321")),
                change("issuer", it -> it.issuer("https://evil.example")),
                change("no id", it -> it.claim("id", null)),
                change("id as a text", it -> it.claim("id", "1001")));
    }

    private static Arguments change(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void a_token_that_is_not_right_in_all_lets_nobody_in(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        provider.change = change;

        mustRefuse(comeBack());
    }

    private void mustRefuse(HttpResponse<String> back) {
        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.body()).contains("Telegram belum mengizinkan");
        assertThat(client.get("/").statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_signed_by_somebody_else_lets_nobody_in() {
        provider.signsWithAnotherKey = true;

        mustRefuse(comeBack());
    }

    @Test
    void a_code_that_another_fetches_is_worth_nothing() {
        var back = leave(client, ALLOW);
        fresh.context()
                .update(LOGIN_ATTEMPT)
                .set(LOGIN_ATTEMPT.VERIFIER, "a".repeat(43))
                .execute();

        mustRefuse(client.get(back));
    }

    @Test
    void a_code_that_telegram_does_not_know_is_worth_nothing() {
        mustRefuse(client.get(leave(client, ALLOW).replaceFirst("code=[^&]*", "code=guessed")));
        mustRefuse(client.get(leave(client, ALLOW).replaceFirst("code=[^&]*", "code=")));
    }

    @Test
    void who_comes_back_twice_is_not_taken_for_new() {
        var back = leave(client, ALLOW);
        client.get(back);
        client.post("/keluar", Map.of("_csrf", Client.csrfTokenIn(client.get("/"))));

        var again = client.get(back);

        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("Ulangi dari awal", "href=\"/masuk\"");
        assertThat(client.get("/").statusCode()).isEqualTo(401);
    }

    @Test
    void only_the_browser_that_left_can_come_back() {
        var back = leave(client, ALLOW);
        try (var victim = installation.client()) {
            assertThat(victim.get(back).statusCode()).isEqualTo(410);
            leave(victim, ALLOW);
            assertThat(victim.get(back).statusCode()).isEqualTo(410);
            assertThat(victim.get("/").statusCode()).isEqualTo(401);
        }
        assertThat(client.get("/masuk/telegram/kembali").statusCode()).isEqualTo(410);
    }

    @Test
    void who_takes_longer_than_ten_minutes_begins_anew() {
        var back = leave(client, ALLOW);
        installation.pass(Duration.ofMinutes(10));

        assertThat(client.get(back).statusCode()).isEqualTo(410);
    }

    @Test
    void who_cancels_is_told_so() {
        var back = client.get(leave(client, CANCEL));

        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).contains("Anda membatalkan di Telegram");
        assertThat(client.get("/").statusCode()).isEqualTo(401);
    }

    @Test
    void who_is_not_registered_is_told_how_to_begin() {
        provider.telegramId = 4711;

        var back = comeBack();

        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.body()).contains("belum terdaftar", "/start");
    }

    @Test
    void while_telegram_is_away_a_page_says_so() {
        var back = leave(client, ALLOW);
        provider.isOut = true;
        var during = client.get(back);
        try (var other = Installation.withLogin(fresh.database(), provider.issuer());
                var browser = other.client()) {
            var before = browser.post("/masuk/telegram", Map.of());

            assertThat(before.statusCode()).isEqualTo(503);
            assertThat(before.body()).contains("Telegram sedang tidak dapat dihubungi");
        }
        assertThat(during.statusCode()).isEqualTo(503);
    }

    @Test
    void an_old_session_ends_and_another_token_is_given() {
        client.signIn(installation.link(ratna));
        var before = client.get("/sesi").body();

        comeBack();

        assertThat(before).contains("dengan tautan dari bot");
        assertThat(client.get("/sesi").body())
                .contains("dengan Telegram Login", "Hanya peramban ini")
                .doesNotContain("dengan tautan dari bot");
    }

    @Test
    void another_site_cannot_press_the_button_and_nobody_too_often() {
        assertThat(client.post("/masuk/telegram", Map.of(), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        var statuses = IntStream.range(0, 40)
                .mapToObj(_ -> client.get("/masuk/telegram/kembali?state=x").statusCode())
                .toList();
        assertThat(statuses).startsWith(410).endsWith(429);
    }

    @Test
    void without_its_settings_there_is_no_such_button() {
        try (var plain = new Installation(fresh.database());
                var browser = plain.client()) {
            assertThat(browser.get("/masuk").body()).doesNotContain("Masuk dengan Telegram");
            assertThat(browser.post("/masuk/telegram", Map.of()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void the_secret_is_not_in_the_text_of_what_holds_it() {
        assertThat(new LoginProvider(URI.create("https://oauth.telegram.org"), "123", "hush").toString())
                .contains("123")
                .doesNotContain("hush");
    }
}
