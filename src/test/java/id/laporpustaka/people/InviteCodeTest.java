package id.laporpustaka.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InviteCodeTest {
    private static final InviteCode CODE = new InviteCode("7K2M0Q1XTB");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7K2M0-Q1XTB",
                "7k2m0-q1xtb",
                " 7K2M0 Q1XTB ",
                "7k2mo–qlxtb",
                "7 K 2 M O Q I X T B",
                "7K2M0.Q1XTB",
                "u_7K2M0Q1XTB",
                "https://t.me/lapor_pustaka_bot?start=u_7K2M0Q1XTB",
                "７Ｋ２Ｍ０Ｑ１ＸＴＢ"
            })
    void a_code_is_read_as_people_write_it(String text) {
        assertThat(InviteCode.read(text)).contains(CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7K2M0Q1XT", "7K2M0Q1XTBB", "7K2M0-Q1XT?", "kegiatan hari ini", "7K2M0Q1XT😀"})
    void what_cannot_be_a_code_is_none(String text) {
        assertThat(InviteCode.read(text)).isEmpty();
    }

    @Test
    void a_code_is_shown_in_two_groups_and_told_to_no_log() {
        assertThat(CODE.shown()).isEqualTo("7K2M0-Q1XTB");
        assertThat(CODE.startParameter()).isEqualTo("u_7K2M0Q1XTB");
        assertThat(CODE.toString()).doesNotContain("7K2M0");
    }

    @Property
    void every_code_drawn_is_read_back(@ForAll boolean shown) {
        var code = InviteCode.draw(new SecureRandom());

        assertThat(InviteCode.read(shown ? code.shown() : code.startParameter()))
                .contains(code);
    }

    @Property
    void no_text_breaks_the_reading(@ForAll String text) {
        assertThat(InviteCode.read(text))
                .satisfies(read ->
                        read.ifPresent(code -> assertThat(code.characters()).hasSize(10)));
    }
}
