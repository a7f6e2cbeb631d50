package id.laporpustaka.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laporpustaka.place.Npp.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NppTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "6372052C0000001",
                "6372052c0000001",
                " 637205 2C 0000001 ",
                "63.72.05.2.C.0000001",
                "637205-2-C-0000001",
                "637205–2C\u00A00000001"
            })
    void it_is_read_as_people_write_it(String typed) {
        assertThat(Npp.read(typed)).isEqualTo(new Npp.Reading.Accepted(new Npp("6372052C0000001")));
        assertThat(Npp.find(typed)).contains(new Npp("6372052C0000001"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', TOO_SHORT",
        "6372052C000001, TOO_SHORT",
        "6372052C00000011, TOO_LONG",
        "637205220000001, NO_LETTER",
        "6372O52C0000001, NOT_A_DIGIT",
        "6372052C000000l, NOT_A_DIGIT",
        "6372052ß0000001, TOO_LONG"
    })
    void what_is_wrong_is_said(String typed, Fault fault) {
        assertThat(Npp.read(typed)).isEqualTo(new Npp.Reading.Refused(fault));
        assertThat(Npp.find(typed)).isEmpty();
    }

    @Test
    void very_much_is_refused_at_once() {
        assertThat(Npp.read("-".repeat(1_000_000))).isEqualTo(new Npp.Reading.Refused(Fault.TOO_LONG));
    }

    @ParameterizedTest
    @CsvSource({"63.72.05.1001, true", "63.72.05, true", "63.72, true", "63, true", "63.72.04.1001, false", "62, false"
    })
    void it_should_agree_with_the_district(String code, boolean agrees) {
        assertThat(new Npp("6372052C0000001").agreesWith(code)).isEqualTo(agrees);
    }

    @Test
    void there_is_no_wrong_one() {
        assertThatThrownBy(() -> new Npp("6372052c0000001")).isInstanceOf(IllegalArgumentException.class);
    }
}
