package id.laporpustaka.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitDataCheckTest {
    private static final String TOKEN = "110000001:test-token";
    private static final Instant NOW = Instant.parse("2025-08-20T03:00:00Z");
    private static final InitDataCheck CHECK = new InitDataCheck(TOKEN);

    /// A vector that libraries for Mini Apps publish with their tests.
    private static final String PUBLIC_TOKEN = "5768337691:AAH5YkoiEuPk8-FZa32hStHTqXiLPtAEhx8";

    private static final String PUBLIC = "query_id=AAHdF6IQAAAAAN0XohDhrOrc"
            + "&user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%22%2C%22last_name%22%3A%22Kibenko%22"
            + "%2C%22username%22%3A%22vdkfrost%22%2C%22language_code%22%3A%22ru%22%2C%22is_premium%22%3Atrue%7D"
            + "&auth_date=1662771648&hash=c501b71e775f74ce10e377dea85a7ea24ecd640b223ea86dfe453e0eaed2e2b2";

    private static Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("user", "{\"id\":7,\"first_name\":\"Sari\"}");
        fields.put("auth_date", Long.toString(NOW.getEpochSecond()));
        return fields;
    }

    private static String with(String name, String value) {
        var fields = fields();
        fields.put(name, value);
        return SignedInitData.of(TOKEN, fields);
    }

    @Test
    void a_published_vector_is_genuine() {
        var opened = new InitDataCheck(PUBLIC_TOKEN).check(PUBLIC, Instant.ofEpochSecond(1_662_771_649));

        assertThat(opened).hasValueSatisfying(it -> {
            assertThat(it.userId()).isEqualTo(279_058_397);
            assertThat(it.until())
                    .isEqualTo(Instant.ofEpochSecond(1_662_771_648).plus(InitDataCheck.OLDEST));
        });
    }

    @Test
    void the_order_of_the_fields_does_not_matter() {
        var parts = PUBLIC.split("&", -1);
        var turned = String.join("&", parts[3], parts[2], parts[0], parts[1]);

        assertThat(new InitDataCheck(PUBLIC_TOKEN).check(turned, Instant.ofEpochSecond(1_662_771_649)))
                .isPresent();
    }

    @Test
    void fields_that_are_not_known_here_are_signed_too() {
        assertThat(CHECK.check(with("signature", "aBc_-9"), NOW)).isPresent();
        assertThat(CHECK.check(with("signature", "aBc_-9").replace("aBc", "aBd"), NOW))
                .isEmpty();
        assertThat(CHECK.check(with("start_param", "a b+c"), NOW)).isPresent();
    }

    @Test
    void what_was_changed_or_signed_by_another_bot_is_refused() {
        var data = SignedInitData.of(TOKEN, fields());

        assertThat(CHECK.check(data, NOW)).isPresent();
        assertThat(CHECK.check(data.replace("%3A7%2C", "%3A8%2C"), NOW)).isEmpty();
        assertThat(CHECK.check(data + "&start_param=x", NOW)).isEmpty();
        assertThat(CHECK.check(data.replaceFirst("hash=.", "hash=z"), NOW)).isEmpty();
        assertThat(CHECK.check(data.replaceFirst("&hash=.*", ""), NOW)).isEmpty();
        assertThat(new InitDataCheck("110000001:other-token").check(data, NOW)).isEmpty();
    }

    @Test
    void a_field_that_is_there_twice_is_refused() {
        assertThat(CHECK.check(SignedInitData.of(TOKEN, fields()) + "&auth_date=1", NOW))
                .isEmpty();
    }

    @Test
    void it_is_good_for_five_minutes_and_clocks_may_differ_by_one() {
        var data = SignedInitData.of(TOKEN, fields());

        assertThat(CHECK.check(data, NOW.plus(Duration.ofMinutes(5)).minusMillis(1)))
                .isPresent();
        assertThat(CHECK.check(data, NOW.plus(Duration.ofMinutes(5)))).isEmpty();
        assertThat(CHECK.check(data, NOW.minus(Duration.ofMinutes(1)))).isPresent();
        assertThat(CHECK.check(data, NOW.minus(Duration.ofSeconds(61)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[7]", "{\"id\":\"7\"}", "{\"id\":7.5}", "not json"})
    void somebody_must_have_opened_it(String user) {
        assertThat(CHECK.check(with("user", user), NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "99999999999999999999"})
    void the_time_must_be_one(String time) {
        assertThat(CHECK.check(with("auth_date", time), NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "hash", "hash=%", "%zz=1&hash=00", "="})
    void nonsense_is_refused(String data) {
        assertThat(CHECK.check(data, NOW)).isEmpty();
        assertThat(CHECK.check("user=" + "a".repeat(10_000) + data, NOW)).isEmpty();
    }
}
