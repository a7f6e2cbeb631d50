package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ONE_TIME_LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.OneTimeLink.Purpose;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInTest {
    private static final Instant NOW = Instant.parse("2025-08-20T05:00:00Z");
    private static final Duration LIFE = Duration.ofMinutes(10);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private OneTimeLinks links;
    private WebSessions sessions;
    private long sari;

    @BeforeEach
    void prepare() {
        links = new OneTimeLinks(fresh.context());
        sessions = new WebSessions(fresh.context());
        sari = new People(fresh.context()).add(1001, "Sari", "id");
    }

    @Test
    void finding_a_link_does_not_spend_it_and_spending_does() {
        var token = links.create(Purpose.WEB_SIGN_IN, OptionalLong.of(sari), NOW, LIFE);
        var link = new OneTimeLink(Purpose.WEB_SIGN_IN, OptionalLong.of(sari), NOW.plus(LIFE));

        assertThat(token).matches("[A-Za-z0-9_-]{22}");
        assertThat(links.find(token, NOW)).contains(link);
        assertThat(links.find(token, NOW)).contains(link);
        assertThat(links.spend(token, NOW)).contains(link);
        assertThat(links.find(token, NOW)).isEmpty();
        assertThat(links.spend(token, NOW)).isEmpty();
    }

    @Test
    void a_link_ends_with_its_time() {
        var token = links.create(Purpose.FIRST_ADMIN, OptionalLong.empty(), NOW, LIFE);

        assertThat(links.find(token, NOW.plus(LIFE).minusMillis(1))).isPresent();
        assertThat(links.find(token, NOW.plus(LIFE))).isEmpty();
        assertThat(links.spend(token, NOW.plus(LIFE))).isEmpty();
        assertThat(links.deleteExpired(NOW.plus(LIFE))).isEqualTo(1);
    }

    @Test
    void only_a_hash_of_the_token_is_kept_and_a_wrong_token_finds_nothing() {
        var token = links.create(Purpose.WEB_SIGN_IN, OptionalLong.of(sari), NOW, LIFE);

        var stored = fresh.context().selectFrom(ONE_TIME_LINK).fetchSingle().getTokenHash();

        assertThat(stored).hasSize(32).isNotEqualTo(token.getBytes(StandardCharsets.UTF_8));
        assertThat(links.find(token + "A", NOW)).isEmpty();
        assertThat(links.find("", NOW)).isEmpty();
    }

    @Test
    void a_sign_in_is_always_somebodys() {
        assertThatThrownBy(() -> links.create(Purpose.WEB_SIGN_IN, OptionalLong.empty(), NOW, LIFE))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void of_many_who_spend_a_link_at_once_one_gets_it() throws Exception {
        var token = links.create(Purpose.WEB_SIGN_IN, OptionalLong.of(sari), NOW, LIFE);
        var tries = new ArrayList<Callable<Optional<OneTimeLink>>>();
        for (var i = 0; i < 12; i++) {
            tries.add(() -> fresh.database().inTransaction(db -> new OneTimeLinks(db).spend(token, NOW)));
        }

        var spent = 0;
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var result : threads.invokeAll(tries)) {
                spent += result.get().isPresent() ? 1 : 0;
            }
        }

        assertThat(spent).isEqualTo(1);
    }

    @Test
    void a_session_is_found_by_its_token_until_it_expires() {
        var signedIn = sessions.create(sari, SignInKind.LINK, Device.UNKNOWN, NOW);

        assertThat(sessions.find(signedIn.token(), NOW)).contains(signedIn.session());
        assertThat(signedIn.session().csrfToken()).hasSize(22).isNotEqualTo(signedIn.token());
        assertThat(sessions.find(signedIn.session().id(), NOW)).isEmpty();
        assertThat(sessions.find(signedIn.token(), NOW.plus(WebSessions.IDLE))).isEmpty();
        assertThat(sessions.deleteExpired(NOW.plus(WebSessions.IDLE))).isEqualTo(1);
    }

    @Test
    void a_person_sees_their_sessions_and_ends_one_or_all() {
        var phone = sessions.create(sari, SignInKind.LINK, Device.UNKNOWN, NOW);
        var laptop = sessions.create(sari, SignInKind.LINK, Device.UNKNOWN, NOW);
        sessions.touch(phone.token(), NOW.plusSeconds(60));
        var joko = new People(fresh.context()).add(1002, "Joko", "id");

        assertThat(sessions.list(sari, NOW))
                .extracting(WebSession::id)
                .containsExactly(phone.session().id(), laptop.session().id());
        assertThat(sessions.end(joko, phone.session().id())).isFalse();
        assertThat(sessions.end(sari, "not an id!")).isFalse();
        assertThat(sessions.end(sari, phone.session().id())).isTrue();
        assertThat(sessions.find(phone.token(), NOW)).isEmpty();
        sessions.end(laptop.token());
        assertThat(sessions.list(sari, NOW)).isEmpty();
        sessions.create(sari, SignInKind.LINK, Device.UNKNOWN, NOW);
        assertThat(sessions.endAll(sari)).isEqualTo(1);
    }
}
