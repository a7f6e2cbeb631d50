package id.laporpustaka.form;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.xlsform.FormReading;
import id.laporpustaka.form.xlsform.XlsForms;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PmFormTest {
    private static final Form PM = BuiltInForm.get("PM");
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);
    private static final Facts FACTS = new Facts(TODAY, ZoneId.of("Asia/Jakarta"), Language.INDONESIAN);
    private static final Map<String, Value> SHORTEST = Map.ofEntries(
            Map.entry("title", new Value.Text("Pelatihan keripik singkong")),
            Map.entry("date_start", new Value.Day(LocalDate.of(2025, 8, 17))),
            Map.entry("pm_form", Value.Selected.of("PLT")),
            Map.entry("pm_topic", Value.Selected.of("EKO")),
            Map.entry("pm_mode", Value.Selected.of("PERP")),
            Map.entry("pm_male", new Value.Whole(12)),
            Map.entry("pm_female", new Value.Whole(20)),
            Map.entry("pm_age", Value.Selected.of("U3159")),
            Map.entry("photos", new Value.Media(List.of(new MediaFile("f", "u", "image/jpeg", 1)))),
            Map.entry("photo_child", Value.Selected.of("NO")));

    @Test
    void it_is_read_without_problems_and_remarks() {
        assertThat(XlsForms.read(BuiltInForm.text("PM")))
                .isInstanceOfSatisfying(
                        FormReading.Accepted.class,
                        accepted -> assertThat(accepted.remarks()).isEmpty());
        assertThat(PM.id()).isEqualTo("PM");
        assertThat(PM.version()).isEqualTo("2026.2");
        assertThat(PM.title()).isEqualTo(LocalizedText.of("Pelibatan masyarakat", "Community engagement"));
    }

    @Test
    void the_shortest_path_has_nine_prompts_of_which_all_but_the_last_are_required_from_the_start() {
        assertThat(requiredPrompts(Answers.none()))
                .containsExactly("title", "date_start", "pm_form", "pm_topic", "pm_mode", "pm_lp", "pm_age", "photos");
        assertThat(requiredPrompts(shortest())).hasSize(9).last().isEqualTo("photo_child");
    }

    @Test
    void walking_it_asks_each_prompt_once_and_ends_with_what_counts() {
        var answers = Answers.none();

        for (var prompt : PM.prompts()) {
            if (PM.evaluate(answers, FACTS).required(prompt)) {
                for (var question : prompt.questions()) {
                    var value = SHORTEST.get(question.name());
                    if (value != null) {
                        answers = answers.with(question.name(), value);
                    }
                }
            }
        }
        var done = PM.evaluate(answers, FACTS);

        assertThat(done.effective().names()).hasSize(11).contains("pm_total");
        assertThat(done.effective().find("pm_total")).contains(new Value.Whole(32));
        assertThat(PM.questions())
                .allSatisfy(question -> assertThat(done.violation(question)).isEmpty());
        assertThat(PM.questions())
                .allSatisfy(question -> assertThat(done.warning(question)).isEmpty());
    }

    @Test
    void everything_optional_is_a_detail() {
        var evaluation = PM.evaluate(Answers.none(), FACTS);

        assertThat(PM.prompts())
                .filteredOn(prompt -> evaluation.relevant(prompt) && !evaluation.required(prompt))
                .allMatch(Prompt::detail)
                .extracting(Prompt::name)
                .containsExactly(
                        "date_end",
                        "pm_topic2",
                        "pm_dis",
                        "pm_group",
                        "pm_partner",
                        "pm_fund",
                        "pm_res",
                        "pm_result",
                        "pm_outcome",
                        "note");
    }

    @Test
    void a_stated_total_stands_in_for_men_and_women() {
        var answers = shortest().without("pm_male").without("pm_female").with("pm_stated_total", new Value.Whole(32));

        var evaluation = PM.evaluate(answers, FACTS);

        assertThat(evaluation.effective().find("pm_total")).contains(new Value.Whole(32));
        assertThat(evaluation.required(question("pm_male"))).isFalse();
        assertThat(evaluation.required(prompt("pm_lp"))).isTrue();
        assertThat(PM.evaluate(answers.with("pm_male", new Value.Whole(1)), FACTS)
                        .effective()
                        .find("pm_stated_total"))
                .isEmpty();
    }

    @Test
    void sessions_are_asked_for_a_course_and_for_more_than_one_day() {
        var sessions = question("pm_sessions");

        assertThat(PM.evaluate(shortest(), FACTS).relevant(sessions)).isFalse();
        assertThat(PM.evaluate(shortest().with("pm_form", Value.Selected.of("KLS")), FACTS)
                        .required(sessions))
                .isTrue();
        assertThat(PM.evaluate(shortest().with("date_end", new Value.Day(LocalDate.of(2025, 8, 18))), FACTS)
                        .required(sessions))
                .isTrue();
        assertThat(PM.evaluate(shortest().with("date_end", new Value.Day(LocalDate.of(2025, 8, 17))), FACTS)
                        .relevant(sessions))
                .isFalse();
        assertThat(PM.evaluate(shortest(), FACTS).suggestion(sessions)).contains(new Value.Whole(1));
    }

    @Test
    void other_asks_which_and_its_answer_goes_when_the_choice_does() {
        var other = shortest()
                .with("pm_topic", Value.Selected.of("LAIN"))
                .with("pm_topic_other", new Value.Text("Olahraga"));

        assertThat(PM.evaluate(other, FACTS).required(question("pm_topic_other")))
                .isTrue();
        assertThat(PM.evaluate(other, FACTS).effective().find("pm_topic_other")).isPresent();
        assertThat(PM.evaluate(other.with("pm_topic", Value.Selected.of("EKO")), FACTS)
                        .effective()
                        .find("pm_topic_other"))
                .isEmpty();
    }

    @Test
    void dates_are_held_between_last_year_and_today() {
        var evaluation = PM.evaluate(Answers.none(), FACTS);
        var start = question("date_start");

        assertThat(evaluation.violation(start, new Value.Day(TODAY))).isEmpty();
        assertThat(evaluation.violation(start, new Value.Day(TODAY.plusDays(1))))
                .isPresent();
        assertThat(evaluation.violation(start, new Value.Day(LocalDate.of(2024, 1, 1))))
                .isEmpty();
        assertThat(evaluation.violation(start, new Value.Day(LocalDate.of(2023, 12, 31))))
                .isPresent();
    }

    @Test
    void days_of_a_closed_month_and_more_than_sixty_days_ago_are_doubted() {
        var pm = Filled.of("PM");

        assertThat(pm.doubt("date_start", LocalDate.of(2025, 8, 1))).isEmpty();
        assertThat(pm.doubt("date_start", LocalDate.of(2025, 7, 31)))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("terlambat").doesNotContain("60"));
        assertThat(pm.on(LocalDate.of(2025, 8, 5)).doubt("date_start", LocalDate.of(2025, 7, 1)))
                .isEmpty();
        assertThat(pm.doubt("date_start", TODAY.minusDays(60)))
                .hasValueSatisfying(text -> assertThat(text).doesNotContain("60"));
        assertThat(pm.doubt("date_start", TODAY.minusDays(61)))
                .hasValueSatisfying(text -> assertThat(text).contains("60 hari", "terlambat"));
    }

    @Test
    void no_question_of_the_first_version_has_changed_its_type() {
        var first = Map.ofEntries(
                Map.entry("title", QuestionType.TEXT),
                Map.entry("date_start", QuestionType.DATE),
                Map.entry("date_end", QuestionType.DATE),
                Map.entry("pm_form", QuestionType.SELECT_ONE),
                Map.entry("pm_form_other", QuestionType.TEXT),
                Map.entry("pm_topic", QuestionType.SELECT_ONE),
                Map.entry("pm_topic_other", QuestionType.TEXT),
                Map.entry("pm_topic2", QuestionType.SELECT_ONE),
                Map.entry("pm_mode", QuestionType.SELECT_ONE),
                Map.entry("pm_place", QuestionType.TEXT),
                Map.entry("pm_sessions", QuestionType.INTEGER),
                Map.entry("pm_male", QuestionType.INTEGER),
                Map.entry("pm_female", QuestionType.INTEGER),
                Map.entry("pm_stated_total", QuestionType.INTEGER),
                Map.entry("pm_total", QuestionType.CALCULATE),
                Map.entry("pm_dis", QuestionType.INTEGER),
                Map.entry("pm_age", QuestionType.SELECT_ONE),
                Map.entry("photos", QuestionType.IMAGE),
                Map.entry("photo_child", QuestionType.SELECT_ONE),
                Map.entry("photo_consent", QuestionType.SELECT_ONE),
                Map.entry("pm_group", QuestionType.SELECT_MULTIPLE),
                Map.entry("pm_partner", QuestionType.SELECT_MULTIPLE),
                Map.entry("pm_partner_name", QuestionType.TEXT),
                Map.entry("pm_fund", QuestionType.SELECT_MULTIPLE),
                Map.entry("pm_amount", QuestionType.INTEGER),
                Map.entry("pm_res", QuestionType.SELECT_MULTIPLE),
                Map.entry("pm_result", QuestionType.TEXT),
                Map.entry("pm_outcome", QuestionType.SELECT_MULTIPLE),
                Map.entry("note", QuestionType.TEXT));

        assertThat(first)
                .allSatisfy((name, type) ->
                        assertThat(question(name).type()).as(name).isEqualTo(type));
    }

    @Test
    void the_second_topic_is_not_the_first() {
        var evaluation = PM.evaluate(shortest(), FACTS);
        var second = question("pm_topic2");

        assertThat(evaluation.choices(second))
                .hasSize(11)
                .noneMatch(choice -> choice.code().equals("EKO"));
        assertThat(evaluation.violation(second, Value.Selected.of("EKO")))
                .hasValueSatisfying(message -> assertThat(message.isEmpty()).isFalse());
        assertThat(evaluation.violation(second, Value.Selected.of("KES"))).isEmpty();
    }

    @Test
    void no_partner_excludes_all_partners_and_asks_no_name() {
        var none = shortest().with("pm_partner", Value.Selected.of("NONE"));
        var some = shortest().with("pm_partner", new Value.Selected(List.of("PKK", "NONE")));

        assertThat(PM.evaluate(none, FACTS).relevant(question("pm_partner_name")))
                .isFalse();
        assertThat(PM.evaluate(some, FACTS).violation(question("pm_partner"))).isPresent();
    }

    @Test
    void more_disabled_people_than_people_are_refused() {
        var evaluation = PM.evaluate(shortest(), FACTS);

        assertThat(evaluation.violation(question("pm_dis"), new Value.Whole(32)))
                .isEmpty();
        assertThat(evaluation.violation(question("pm_dis"), new Value.Whole(33)))
                .isPresent();
    }

    @Test
    void unusual_numbers_ask_for_a_confirmation() {
        var female = question("pm_female");
        var amount = question("pm_amount");
        var evaluation = PM.evaluate(shortest().with("pm_fund", Value.Selected.of("DD")), FACTS);

        assertThat(evaluation.warning(female, new Value.Whole(288))).isEmpty();
        assertThat(evaluation.warning(female, new Value.Whole(289))).isPresent();
        assertThat(PM.evaluate(shortest().with("pm_male", new Value.Whole(0)), FACTS)
                        .warning(female, new Value.Whole(0)))
                .isPresent();
        assertThat(evaluation.warning(amount, new Value.Whole(500))).isPresent();
        assertThat(evaluation.warning(amount, new Value.Whole(0))).isEmpty();
        assertThat(evaluation.warning(amount, new Value.Whole(50_000_001))).isPresent();
        assertThat(evaluation.violation(amount, new Value.Whole(1_000_000_001))).isPresent();
    }

    @Test
    void a_name_of_digits_only_is_refused_with_an_example() {
        var evaluation = PM.evaluate(Answers.none(), FACTS);

        assertThat(evaluation.violation(question("title"), new Value.Text("12345")))
                .hasValueSatisfying(
                        message -> assertThat(message.in(Language.INDONESIAN)).contains("Contoh:"));
        assertThat(evaluation.violation(question("title"), new Value.Text("HUT RI ke-80")))
                .isEmpty();
    }

    private static Answers shortest() {
        var answers = Answers.none();
        for (var question : PM.questions()) {
            var value = SHORTEST.get(question.name());
            answers = value == null ? answers : answers.with(question.name(), value);
        }
        return answers;
    }

    private static List<String> requiredPrompts(Answers answers) {
        var evaluation = PM.evaluate(answers, FACTS);
        return PM.prompts().stream()
                .filter(evaluation::required)
                .map(Prompt::name)
                .toList();
    }

    private static Question question(String name) {
        return PM.findQuestion(name).orElseThrow();
    }

    private static Prompt prompt(String name) {
        return PM.findPrompt(name).orElseThrow();
    }

    @Test
    void a_fourth_activity_on_a_day_is_doubted() {
        var day = LocalDate.of(2025, 8, 17);
        var pm = Filled.of("PM");

        assertThat(pm.knowing("count by day PM/2025-08-17", "2").doubt("date_start", day))
                .isEmpty();
        assertThat(pm.knowing("count by day PM/2025-08-17", "3").doubt("date_start", day))
                .hasValueSatisfying(text -> assertThat(text).contains("3 pelibatan"));
    }
}
