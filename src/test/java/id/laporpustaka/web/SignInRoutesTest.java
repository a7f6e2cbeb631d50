package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.WEB_SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.OneTimeLink;
import id.laporpustaka.people.OneTimeLinks;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.people.WebSessions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInRoutesTest {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private Installation installation;
    private long admin;
    private long assignment;

    @BeforeEach
    void start() {
        installation = new Installation(fresh.database());
        admin = new People(fresh.context()).add(1001, "Bu Ratna", "id");
        assignment = new Assignments(fresh.context()).appoint(By.product(), admin, Role.ADMIN, OptionalLong.empty());
    }

    @AfterEach
    void stop() {
        installation.close();
    }

    @Test
    void opening_the_link_shows_a_button_and_spends_nothing() {
        try (var client = installation.client()) {
            var token = installation.link(admin);

            var first = client.get("/masuk?t=" + token);
            var second = client.get("/masuk?t=" + token);
            var pressed = client.signIn(token);

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(second.body()).contains("<form method=\"post\"").contains(token);
            assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(first.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(pressed.statusCode()).isEqualTo(303);
        }
    }

    @Test
    void after_the_button_the_person_is_in() {
        try (var client = installation.client()) {
            var pressed = client.signIn(installation.link(admin));

            var home = client.get("/");

            assertThat(pressed.headers().firstValue("Location")).hasValue("/");
            assertThat(pressed.headers().firstValue("Set-Cookie").orElseThrow())
                    .contains("lapor-pustaka=", "HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Secure");
            assertThat(home.statusCode()).isEqualTo(200);
            assertThat(home.body()).contains("Bu Ratna");
        }
    }

    @Test
    void behind_https_the_cookie_is_bound_to_the_host() {
        try (var secure = new Installation(
                        fresh.database(), "https://lapor.example.id", false, Optional.empty(), List.of());
                var client = secure.client()) {
            var pressed = client.signIn(secure.link(admin));

            assertThat(pressed.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-lapor-pustaka=")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Domain");
            assertThat(pressed.headers().firstValue("Strict-Transport-Security"))
                    .isPresent();
        }
    }

    @Test
    void a_spent_link_lets_nobody_else_in() {
        try (var client = installation.client();
                var other = installation.client()) {
            var token = installation.link(admin);
            client.signIn(token);

            var again = other.signIn(token);

            assertThat(again.statusCode()).isEqualTo(410);
            assertThat(again.body()).contains("tidak berlaku lagi", "/web");
            assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(other.get("/").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void pressing_the_button_in_a_second_tab_leads_on() {
        try (var client = installation.client()) {
            var token = installation.link(admin);
            client.signIn(token);

            var secondTab = client.signIn(token);

            assertThat(secondTab.statusCode()).isEqualTo(303);
            assertThat(client.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void of_many_who_press_at_the_same_moment_one_gets_in() throws Exception {
        var token = installation.link(admin);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var presses = threads.invokeAll(IntStream.range(0, 8)
                    .mapToObj(_ -> (Callable<Integer>) () -> {
                        try (var client = installation.client()) {
                            return client.signIn(token).statusCode();
                        }
                    })
                    .toList());

            var statuses = presses.stream().map(press -> press.resultNow()).toList();
            assertThat(statuses).containsOnlyOnce(303).hasSize(8).containsOnly(303, 410);
        }
    }

    @Test
    void a_link_is_good_for_ten_minutes() {
        try (var client = installation.client()) {
            var token = installation.link(admin);
            installation.pass(Duration.ofMinutes(10));

            var pressed = client.signIn(token);

            assertThat(pressed.statusCode()).isEqualTo(410);
        }
    }

    @Test
    void an_unknown_or_missing_token_gets_the_way_to_a_new_link() {
        try (var client = installation.client()) {
            var unknown = client.signIn("AAAAAAAAAAAAAAAAAAAAAA");
            var missing = client.get("/masuk");
            var odd = client.get("/masuk?t=%3Cscript%3E");

            assertThat(unknown.statusCode()).isEqualTo(410);
            assertThat(unknown.body()).contains("/web");
            assertThat(missing.body()).contains("/web").doesNotContain("<button type=\"submit\">Masuk");
            assertThat(odd.body()).contains("/web").doesNotContain("<script>");
        }
    }

    @Test
    void a_link_for_the_first_admin_does_not_sign_anybody_in() {
        try (var client = installation.client()) {
            var token = new OneTimeLinks(fresh.context())
                    .create(
                            OneTimeLink.Purpose.FIRST_ADMIN,
                            OptionalLong.empty(),
                            installation.now(),
                            Duration.ofMinutes(30));

            var pressed = client.signIn(token);

            assertThat(pressed.statusCode()).isEqualTo(410);
            assertThat(new OneTimeLinks(fresh.context()).find(token, installation.now()))
                    .isPresent();
        }
    }

    @Test
    void signing_out_ends_the_session_for_good() {
        try (var client = installation.signedIn(admin)) {
            var home = client.get("/");

            var left = client.post("/keluar", Map.of("_csrf", Client.csrfTokenIn(home)));

            assertThat(left.statusCode()).isEqualTo(200);
            assertThat(left.body()).contains("Anda sudah keluar");
            assertThat(client.get("/").statusCode()).isEqualTo(401);
            assertThat(fresh.context().fetchCount(WEB_SESSION)).isZero();
        }
    }

    @Test
    void signing_out_needs_the_token_of_the_session() {
        try (var client = installation.signedIn(admin)) {
            var without = client.post("/keluar", Map.of());
            var wrong = client.post("/keluar", Map.of("_csrf", "x"));

            assertThat(without.statusCode()).isEqualTo(403);
            assertThat(wrong.statusCode()).isEqualTo(403);
            assertThat(client.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_session_ends_when_it_is_not_used() {
        try (var client = installation.signedIn(admin)) {
            installation.pass(WebSessions.IDLE.minusMinutes(1));
            var used = client.get("/");
            installation.pass(WebSessions.IDLE.minusMinutes(1));
            var usedAgain = client.get("/");
            installation.pass(WebSessions.IDLE);
            var left = client.get("/");

            assertThat(used.statusCode()).isEqualTo(200);
            assertThat(usedAgain.statusCode()).isEqualTo(200);
            assertThat(left.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_session_ends_after_seven_days_however_busy() {
        try (var client = installation.signedIn(admin)) {
            for (var hours = 0; hours < WebSessions.LIFE.toHours(); hours += 8) {
                assertThat(client.get("/").statusCode()).isEqualTo(200);
                installation.pass(Duration.ofHours(8));
            }

            var late = client.get("/");

            assertThat(late.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void whose_role_is_taken_back_is_signed_out_at_once() {
        addAdmin();
        try (var client = installation.signedIn(admin)) {
            assertThat(client.get("/").statusCode()).isEqualTo(200);

            new Assignments(fresh.context()).revoke(By.product(), assignment, installation.now());

            assertThat(client.get("/").statusCode()).isEqualTo(401);
        }
        try (var client = installation.signedIn(admin)) {
            var page = client.get("/");
            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body()).contains("untuk koordinator");
        }
    }

    /// So that the other one is not the last.
    private void addAdmin() {
        var another = new People(fresh.context()).add(1002, "Pak Budi", "id");
        new Assignments(fresh.context()).appoint(By.product(), another, Role.ADMIN, OptionalLong.empty());
    }

    @Test
    void an_erased_person_is_out_at_once() {
        try (var client = installation.signedIn(admin)) {
            addAdmin();
            new People(fresh.context()).erase(By.chat(admin), admin, installation.now());

            assertThat(client.get("/").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void another_site_cannot_sign_anybody_in() {
        try (var client = installation.client()) {
            var token = Map.of("t", installation.link(admin));

            var fetched = client.post("/masuk", token, "Sec-Fetch-Site", "cross-site");
            var old = client.post("/masuk", token, "Origin", "https://evil.example");
            var own = client.post("/masuk", token, "Sec-Fetch-Site", "same-origin", "Origin", "null");

            assertThat(fetched.statusCode()).isEqualTo(403);
            assertThat(old.statusCode()).isEqualTo(403);
            assertThat(own.statusCode()).isEqualTo(303);
        }
    }

    @Test
    void who_tries_too_often_has_to_wait() {
        try (var client = installation.client()) {
            var statuses = IntStream.range(0, 40)
                    .mapToObj(_ -> client.signIn("AAAAAAAAAAAAAAAAAAAAAA").statusCode())
                    .toList();
            var elsewhere = client.post(
                    "/masuk", Map.of("t", installation.link(admin)), "X-Forwarded-For", "198.51.100.7, 203.0.113.9");

            assertThat(statuses).startsWith(410).endsWith(429);
            assertThat(elsewhere.statusCode()).isEqualTo(303);
        }
    }
}
