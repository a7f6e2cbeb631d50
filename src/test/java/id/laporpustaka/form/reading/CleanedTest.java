package id.laporpustaka.form.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanedTest {
    @Test
    void what_no_screen_can_take_goes_and_lines_stay() {
        assertThat(Cleaned.text(" Bu\u0000 \u202eSari\u2066\u200f\r\nPak\tJoko\ud83d "))
                .isEqualTo("Bu Sari\nPak Joko");
    }

    @Test
    void a_line_is_one_with_single_spaces_and_never_ends_in_half_a_character() {
        assertThat(Cleaned.line("Bu \n  Sari", 80)).isEqualTo("Bu Sari");
        assertThat(Cleaned.line("abc\ud83d\ude00", 4)).isEqualTo("abc");
        assertThat(Cleaned.line("<b>\u061c", 80)).isEqualTo("<b>");
    }
}
