package id.laporpustaka.form.reading;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GeopointReadingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-7.6145, 110.7123 | -7.6145 110.7123",
                "-7.6145 110.7123 | -7.6145 110.7123",
                "-7,6145; 110,7123 | -7.6145 110.7123",
                "(-7.6145, 110.7123) | -7.6145 110.7123",
                "koordinat: -7.6145,110.7123 | -7.6145 110.7123",
                "lat -7.6145 long 110.7123 | -7.6145 110.7123",
                "7.6145 S, 110.7123 E | -7.6145 110.7123",
                "7,6145 LS 110,7123 BT | -7.6145 110.7123",
                "110.7123, -7.6145 | -7.6145 110.7123",
                "110.7123 BT, 7.6145 LS | -7.6145 110.7123",
                "7°36'52\"S 110°42'44\"E | -7.6144444 110.7122222",
                "7°36'52.2\"S 110°42'44.3\"E | -7.6145 110.7123056",
                "7° 36′ 52″ LS, 110° 42′ 44″ BT | -7.6144444 110.7122222",
                "https://www.google.com/maps/@-7.6145,110.7123,17z | -7.6145 110.7123",
                "https://maps.google.com/?q=-7.6145,110.7123 | -7.6145 110.7123",
                "https://www.google.com/maps?ll=-7.6145%2C110.7123 | -7.6145 110.7123",
                "https://www.google.com/maps/search/?api=1&query=-7.6145%2C110.7123 | -7.6145 110.7123",
                "https://www.google.com/maps/place/Balai+Desa/@-7.61,110.71,17z/data=!3d-7.6145!4d110.7123 |"
                        + " -7.6145 110.7123",
                "https://www.openstreetmap.org/?mlat=-7.6145&mlon=110.7123#map=17 | -7.6145 110.7123",
                "geo:-7.6145,110.7123 | -7.6145 110.7123",
                "Lokasi kami https://maps.google.com/?q=-7.6145,110.7123 ya | -7.6145 110.7123",
            })
    void coordinates_are_found_in_every_usual_writing(String text, String meant) {
        assertThat(GeopointReader.find(text)
                        .map(found -> found.latitude().stripTrailingZeros().toPlainString() + " "
                                + found.longitude().stripTrailingZeros().toPlainString()))
                .contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "balai desa",
                "12, 20",
                "17.08.2025",
                "95.5, 190.5",
                "https://maps.app.goo.gl/AbCdEf",
                "",
                "-7.6145",
                "1.5.2, 3"
            })
    void other_texts_are_no_place(String text) {
        assertThat(GeopointReader.find(text)).isEmpty();
    }

    @Test
    void a_question_for_a_place_takes_its_coordinates() {
        assertThat(Prompts.read(QuestionType.GEOPOINT, "Lokasi: -7.6145, 110.7123 kak"))
                .isEqualTo(new Reading.Understood(
                        Map.of("asked", new Value.Location(-7.6145, 110.7123, OptionalDouble.empty())), false));
        assertThat(Prompts.shortly(Prompts.read(QuestionType.GEOPOINT, "balai desa")))
                .isEqualTo("! NotAPlace");
    }
}
