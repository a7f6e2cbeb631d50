package id.laporpustaka.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The form on better services.
final class LiFormTest {
    private static final Filled SHORTEST = Filled.of("LI")
            .with("title", "Pojok baca anak")
            .with("date_start", Filled.TODAY.minusDays(2))
            .with("li_kind", "RNG")
            .with("li_what", "Ada rak dan karpet baru untuk anak-anak")
            .withPhoto()
            .with("photo_child", "NO");

    @Test
    void the_shortest_path_has_six_prompts() {
        assertThat(SHORTEST.path())
                .containsExactly("title", "date_start", "li_kind", "li_what", "photos", "photo_child");
        assertThat(SHORTEST.complaints()).isEmpty();
        assertThat(SHORTEST.details()).containsExactly("li_fund", "date_end", "note");
    }

    @Test
    void longer_hours_are_asked_before_and_after_and_must_differ() {
        var hours = SHORTEST.with("li_kind", "JAM").with("li_before", 20);

        assertThat(hours.path())
                .containsExactly(
                        "title", "date_start", "li_kind", "li_before", "li_after", "li_what", "photos", "photo_child");
        assertThat(SHORTEST.asks("li_before")).isFalse();
        assertThat(SHORTEST.asks("li_after")).isFalse();
        assertThat(hours.takes("li_after", 26)).isTrue();
        assertThat(hours.refusal("li_after", 20))
                .contains("Jam bukanya sama dengan sebelumnya. Tulis jam buka yang baru.");
        assertThat(hours.takes("li_before", 168)).isTrue();
        assertThat(hours.refusal("li_after", 169)).contains("Jam buka per minggu 0 sampai 168.");
    }

    @Test
    void how_many_is_asked_of_what_can_be_counted() {
        for (var kind : SHORTEST.choices("li_kind")) {
            assertThat(SHORTEST.with("li_kind", kind).asks("li_qty"))
                    .as(kind)
                    .isEqualTo(kind.equals("KOL") || kind.equals("TIK") || kind.equals("PRB"));
        }
        var books = SHORTEST.with("li_kind", "KOL");
        assertThat(books.requires("li_qty")).isFalse();
        assertThat(books.takes("li_qty", 0)).isFalse();
        assertThat(books.takes("li_qty", 100_000)).isTrue();
        assertThat(books.takes("li_qty", 100_001)).isFalse();
    }

    @Test
    void the_change_is_told_in_ten_to_four_hundred_letters() {
        assertThat(SHORTEST.takes("li_what", "a".repeat(9))).isFalse();
        assertThat(SHORTEST.takes("li_what", "a".repeat(10))).isTrue();
        assertThat(SHORTEST.takes("li_what", "a".repeat(400))).isTrue();
        assertThat(SHORTEST.takes("li_what", "a".repeat(401))).isFalse();
    }

    @Test
    void the_cost_is_asked_when_there_is_a_source_of_funds() {
        assertThat(SHORTEST.asks("li_amount")).isFalse();
        assertThat(SHORTEST.with("li_fund", "TANPA").asks("li_amount")).isFalse();
        assertThat(SHORTEST.with("li_fund", "DD SWD").asks("li_amount")).isTrue();
        assertThat(SHORTEST.refusal("li_fund", "DD TANPA"))
                .contains("\"Tanpa biaya\" tidak bisa dipilih bersama sumber dana lain.");
        var paid = SHORTEST.with("li_fund", "DD");
        assertThat(paid.takes("li_amount", 1_000_000_001)).isFalse();
        assertThat(paid.doubt("li_amount", 0)).isEmpty();
        assertThat(paid.doubt("li_amount", 999)).isPresent();
        assertThat(paid.doubt("li_amount", 50_000_000)).isEmpty();
        assertThat(paid.doubt("li_amount", 50_000_001)).isPresent();
    }
}
