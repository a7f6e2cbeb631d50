package id.laporpustaka.texts;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Language;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundleTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_phrase_has_a_wording_and_every_wording_a_phrase(Language language) {
        var keys = Bundle.properties(language).stringPropertyNames();

        assertThat(keys)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Phrase.values()).map(Phrase::key).toList());
    }

    @ParameterizedTest
    @EnumSource(Phrase.class)
    void both_languages_fill_in_the_same(Phrase phrase) {
        var indonesian = Bundle.properties(Language.INDONESIAN).getProperty(phrase.key());
        var english = Bundle.properties(Language.ENGLISH).getProperty(phrase.key());

        assertThat(places(english)).isEqualTo(places(indonesian));
    }

    private static Set<String> places(String wording) {
        return PLACE.matcher(wording).results().map(match -> match.group()).collect(Collectors.toSet());
    }
}
