package id.laporpustaka.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {
    @Test
    void letters_with_marks_are_printed_as_they_are() {
        assertThat(printed("Café, ṣalāt, Đà Nẵng, 5 × 3 ≤ 20 €, “baik” … –"))
                .isEqualTo("Café, ṣalāt, Đà Nẵng, 5 × 3 ≤ 20 €, “baik” … –");
        assertThat(printed("baris\nbaru")).isEqualTo("baris\nbaru");
    }

    @Test
    void one_sign_stands_for_what_people_see_as_one() {
        assertThat(printed("Selamat 👩‍👩‍👧 🇮🇩 👍🏽!")).isEqualTo("Selamat □ □ □!");
    }

    @Test
    void a_word_from_right_to_left_is_one_sign() {
        assertThat(printed("TPQ الهداية Harjobinangun")).isEqualTo("TPQ □ Harjobinangun");
    }

    @Test
    void what_xml_does_not_allow_is_gone() {
        assertThat(printed("a\u0000b\u0008c\uFFFEd\u200Be\uD83D")).isEqualTo("abc□de");
    }

    private static String printed(String text) {
        return PdfFont.PRINTABLE.of(text);
    }
}
