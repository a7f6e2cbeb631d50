package id.laporpustaka.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The form on publications.
final class PbFormTest {
    private static final Facts FACTS_OF_A_NEW_LIBRARY =
            new Facts(Filled.TODAY, ZoneId.of("Asia/Jakarta"), Language.INDONESIAN);

    private static final Filled SHORTEST = Filled.of("PB")
            .with("title", "Spanduk jam buka baru")
            .with("date_start", Filled.TODAY)
            .with("pb_channel", "SPD")
            .with("pb_count", 1);

    @Test
    void the_shortest_path_has_four_prompts() {
        assertThat(SHORTEST.path()).containsExactly("title", "date_start", "pb_channel", "pb_count");
        assertThat(SHORTEST.complaints()).isEmpty();
    }

    @Test
    void one_publication_is_proposed() {
        var question = SHORTEST.form().findQuestion("pb_count").orElseThrow();

        assertThat(SHORTEST.evaluation().suggestion(question)).contains(new Value.Whole(1));
        assertThat(SHORTEST.takes("pb_count", 0)).isFalse();
        assertThat(SHORTEST.takes("pb_count", 200)).isTrue();
        assertThat(SHORTEST.takes("pb_count", 201)).isFalse();
    }

    @Test
    void a_link_is_asked_of_what_is_online() {
        for (var channel : SHORTEST.choices("pb_channel")) {
            assertThat(SHORTEST.with("pb_channel", channel).requires("pb_url"))
                    .as(channel)
                    .isEqualTo(Set.of("IG", "FB", "TT", "YT", "WEB", "ONL").contains(channel));
        }
        assertThat(SHORTEST.with("pb_channel", "SPD IG").path())
                .containsExactly("title", "date_start", "pb_channel", "pb_url", "pb_count");
    }

    @Test
    void a_link_begins_with_http() {
        var online = SHORTEST.with("pb_channel", "IG");

        assertThat(online.takes("pb_url", "https://www.instagram.com/p/abc123/"))
                .isTrue();
        assertThat(online.takes("pb_url", "Http://desa.example.id/berita?id=3")).isTrue();
        assertThat(online.refusal("pb_url", "instagram.com/p/abc123"))
                .hasValueSatisfying(text -> assertThat(text).contains("diawali https://", "contoh:"));
        assertThat(online.takes("pb_url", "https://a.id dan https://b.id")).isFalse();
        assertThat(online.takes("pb_url", "https://tautan")).isFalse();
        assertThat(online.takes("pb_url", "https://a.id/" + "a".repeat(500))).isFalse();
    }

    @Test
    void a_link_that_has_been_reported_is_doubted() {
        var online = SHORTEST.with("pb_channel", "IG")
                .knowing("number by link https://www.instagram.com/p/lama", "PB-2507-00001A-3");

        assertThat(online.doubt("pb_url", "https://www.instagram.com/p/lama"))
                .hasValueSatisfying(text -> assertThat(text).contains("sudah pernah dilaporkan (PB-2507-00001A-3)"));
        assertThat(online.doubt("pb_url", "https://www.instagram.com/p/baru")).isEmpty();
    }

    @Test
    void it_may_be_about_a_report_that_has_something_to_tell() {
        assertThat(SHORTEST.choices("pb_about")).containsExactly("PM-1", "CD-1");
        assertThat(SHORTEST.requires("pb_about")).isFalse();
        assertThat(SHORTEST.takes("pb_about", "PM-1")).isTrue();
        assertThat(SHORTEST.takes("pb_about", "PB-1")).isFalse();
        assertThat(SHORTEST.details()).containsExactly("pb_about", "date_end", "photos", "note");
        var nothing = SHORTEST.form().evaluate(SHORTEST.answers(), FACTS_OF_A_NEW_LIBRARY);
        assertThat(nothing.relevant(SHORTEST.form().findQuestion("pb_about").orElseThrow()))
                .isFalse();
    }
}
