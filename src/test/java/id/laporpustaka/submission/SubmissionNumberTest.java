package id.laporpustaka.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SubmissionNumberTest {
    private static final YearMonth AUGUST = YearMonth.of(2025, 8);

    @Test
    void a_number_shows_form_month_and_sequence() {
        assertThat(SubmissionNumber.of("PM", AUGUST, 4583)).startsWith("PM-2508-0004F7-");
        assertThat(SubmissionNumber.of("PM", AUGUST, 0)).startsWith("PM-2508-000000-");
        assertThat(SubmissionNumber.of("survei_2", AUGUST, 1L << 30)).startsWith("SURVEI2-2508-1000000-");
    }

    @Test
    void numbers_given_are_verified_in_capitals_or_not() {
        for (var sequence = 0L; sequence < 5_000; sequence += 7) {
            var number = SubmissionNumber.of("LI", AUGUST, sequence);

            assertThat(SubmissionNumber.verify(number)).as(number).isTrue();
            assertThat(SubmissionNumber.verify(" " + number.toLowerCase(Locale.ROOT)))
                    .as(number)
                    .isTrue();
        }
        assertThat(SubmissionNumber.verify(SubmissionNumber.of("", AUGUST, Long.MAX_VALUE)))
                .isTrue();
    }

    @Test
    void every_single_wrong_character_is_found() {
        var number = SubmissionNumber.of("PM", AUGUST, 4583);

        for (var i = 0; i < number.length(); i++) {
            for (var wrong : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
                if (number.charAt(i) != '-' && number.charAt(i) != wrong) {
                    var mistyped = number.substring(0, i) + wrong + number.substring(i + 1);
                    assertThat(SubmissionNumber.verify(mistyped)).as(mistyped).isFalse();
                }
            }
        }
    }

    @Test
    void every_two_neighbours_that_change_places_are_found() {
        var random = RandomGenerator.of("L64X128MixRandom");
        for (var round = 0; round < 200; round++) {
            var number = SubmissionNumber.of("PM", AUGUST, random.nextLong(1L << 30));
            for (var i = 0; i + 1 < number.length(); i++) {
                var swapped =
                        number.substring(0, i) + number.charAt(i + 1) + number.charAt(i) + number.substring(i + 2);
                assertThat(SubmissionNumber.verify(swapped)).as(swapped).isEqualTo(swapped.equals(number));
            }
        }
    }

    @Test
    void letters_that_look_like_digits_may_stand_for_them() {
        var number = SubmissionNumber.of("PM", AUGUST, 1);

        assertThat(number).contains("-000001-");
        assertThat(SubmissionNumber.verify(number.replace("-000001-", "-OOOOOI-")))
                .isTrue();
    }

    @Test
    void other_texts_are_no_numbers() {
        assertThat(SubmissionNumber.verify("")).isFalse();
        assertThat(SubmissionNumber.verify("----")).isFalse();
        assertThat(SubmissionNumber.verify("PM-2508-0004F7")).isFalse();
        assertThat(SubmissionNumber.verify("terima kasih")).isFalse();
    }
}
