package id.laporpustaka.submission;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoConsentTest {
    @ParameterizedTest
    @ValueSource(strings = {"PM", "AD", "LI", "PB", "CD"})
    void photos_of_children_stay_inside_unless_their_parents_agree(String id) {
        var form = BuiltInForm.get(id);

        assertThat(PhotoConsent.of(form, answers("photo_consent", "NO")))
                .isEqualTo(new PhotoConsent(true, false))
                .matches(consent -> !consent.given());
        assertThat(PhotoConsent.of(form, answers("photo_consent", "YES")).given())
                .isTrue();
        assertThat(PhotoConsent.of(form, answers("photo_consent", "NA")).given())
                .isTrue();
        assertThat(PhotoConsent.of(form, answers("photo_child", "NO")).given()).isTrue();
    }

    @Test
    void a_story_that_is_only_for_reporting_shows_no_photos() {
        var form = BuiltInForm.get("CD");

        assertThat(PhotoConsent.of(form, answers("cd_consent", "INT"))).isEqualTo(new PhotoConsent(false, true));
        assertThat(PhotoConsent.of(form, answers("cd_consent", "PUB")).given()).isTrue();
        assertThat(PhotoConsent.of(form, answers("cd_consent", "NO")).given()).isFalse();
        assertThat(PhotoConsent.of(form, answers("cd_guardian", "NO")).given()).isFalse();
        assertThat(PhotoConsent.of(form, answers("cd_consent", "INT").with("photo_consent", Value.Selected.of("NO"))))
                .isEqualTo(new PhotoConsent(true, true));
    }

    @Test
    void what_people_earn_is_private_and_nothing_else_of_a_story_is() {
        assertThat(BuiltInForm.get("CD").questions().stream().filter(PrivateAnswers::isPrivate))
                .extracting(question -> question.name())
                .containsExactly("cd_income_before", "cd_income_after");
        assertThat(BuiltInForm.get("PM").questions()).noneMatch(PrivateAnswers::isPrivate);
    }

    private static Answers answers(String question, String code) {
        return Answers.none().with(question, Value.Selected.of(code));
    }
}
