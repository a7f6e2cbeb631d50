package id.laporpustaka.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "foto buram",
                "Fotonya buram.",
                "jumlah salah",
                "salah tgl!",
                "Di foto terlihat lebih banyak perempuan. Tolong periksa lagi.",
                "foto-buram",
                "photo blurred"
            })
    void tells_the_sender_something(String text) {
        assertThat(Reason.isTelling(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "-",
                "salah",
                "12345 67890",
                "?! ... !!",
                "aaaaaaaaaaa",
                "aaaaaa aaaaaa",
                "a b c d e f g h",
                "xx yy zz xx yy zz",
                "ya ok",
                "👍👍 👍👍"
            })
    void tells_the_sender_nothing(String text) {
        assertThat(Reason.isTelling(text)).isFalse();
    }
}
