package id.laporpustaka.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The form on advocacy.
final class AdFormTest {
    private static final Filled SHORTEST = Filled.of("AD")
            .with("title", "Audiensi dengan kepala desa")
            .with("date_start", Filled.TODAY.minusDays(1))
            .with("ad_target", "KADES BPD")
            .with("ad_method", "AUD")
            .with("ad_ask", "ANG")
            .with("ad_result", "LSN");

    private static final Filled RECEIVED = SHORTEST.with("ad_result", "NYT").with("ad_got", "ANG REG");

    @Test
    void the_shortest_path_has_six_prompts() {
        assertThat(SHORTEST.path())
                .containsExactly("title", "date_start", "ad_target", "ad_method", "ad_ask", "ad_result");
        assertThat(SHORTEST.complaints()).isEmpty();
        assertThat(SHORTEST.details()).containsExactly("date_end", "ad_target_name", "ad_mou", "photos", "note");
    }

    @Test
    void what_was_obtained_is_asked_when_there_is_a_written_commitment_or_support() {
        assertThat(SHORTEST.with("ad_result", "TLS").requires("ad_got")).isTrue();
        assertThat(SHORTEST.with("ad_result", "NYT").requires("ad_got")).isTrue();
        assertThat(SHORTEST.with("ad_result", "LSN").asks("ad_got")).isFalse();
        assertThat(SHORTEST.with("ad_result", "BLM").asks("ad_got")).isFalse();
        assertThat(SHORTEST.with("ad_result", "TLK").asks("ad_got")).isFalse();
    }

    @Test
    void a_regulation_that_was_obtained_is_named() {
        assertThat(RECEIVED.requires("ad_reg")).isTrue();
        assertThat(RECEIVED.with("ad_got", "ANG").asks("ad_reg")).isFalse();
        assertThat(RECEIVED.asks("ad_reg_no")).isFalse();
        assertThat(RECEIVED.with("ad_reg", "PERDES").asks("ad_reg_no")).isTrue();
        assertThat(RECEIVED.with("ad_reg", "PERDES").requires("ad_reg_no")).isFalse();
    }

    @Test
    void the_value_is_asked_when_the_support_is_there_and_its_kind_when_there_is_a_value() {
        assertThat(SHORTEST.with("ad_result", "TLS").asks("ad_value")).isFalse();
        assertThat(RECEIVED.asks("ad_value")).isTrue();
        assertThat(RECEIVED.requires("ad_value")).isFalse();
        assertThat(RECEIVED.asks("ad_value_kind")).isFalse();
        assertThat(RECEIVED.with("ad_value", 0).asks("ad_value_kind")).isFalse();
        assertThat(RECEIVED.with("ad_value", 2_000_000).requires("ad_value_kind"))
                .isTrue();
    }

    @Test
    void a_value_has_limits_and_unusual_ones_are_confirmed() {
        assertThat(RECEIVED.takes("ad_value", 100_000_000_000L)).isTrue();
        assertThat(RECEIVED.takes("ad_value", 100_000_000_001L)).isFalse();
        assertThat(RECEIVED.doubt("ad_value", 1_000_000_000)).isEmpty();
        assertThat(RECEIVED.doubt("ad_value", 1_000_000_001))
                .hasValueSatisfying(text -> assertThat(text).contains("Rp1 miliar"));
        assertThat(RECEIVED.doubt("ad_value", 500))
                .hasValueSatisfying(text -> assertThat(text).contains("ribuan"));
    }

    @Test
    void at_most_five_were_approached() {
        assertThat(SHORTEST.takes("ad_target", "KADES BPD CAMAT DPRD SWA")).isTrue();
        assertThat(SHORTEST.refusal("ad_target", "KADES BPD CAMAT DPRD SWA MED"))
                .contains("Pilih paling banyak 5 pihak.");
    }

    @Test
    void names_of_posts_and_numbers_of_regulations_are_short() {
        assertThat(SHORTEST.takes("ad_target_name", "a".repeat(150))).isTrue();
        assertThat(SHORTEST.takes("ad_target_name", "a".repeat(151))).isFalse();
    }

    @Test
    void photos_are_not_needed_and_ask_for_children_and_consent() {
        assertThat(SHORTEST.asks("photo_child")).isFalse();
        assertThat(SHORTEST.withPhoto().requires("photo_child")).isTrue();
        assertThat(SHORTEST.withPhoto().with("photo_child", "NO").asks("photo_consent"))
                .isFalse();
        assertThat(SHORTEST.withPhoto().with("photo_child", "YES").requires("photo_consent"))
                .isTrue();
    }
}
