package id.laporpustaka.form;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.xlsform.FormReading;
import id.laporpustaka.form.xlsform.XlsForms;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for all six forms of the programme.
final class BuiltInFormsTest {
    /// How many choices each list has.
    private static final Map<String, Integer> SIZES = Map.ofEntries(
            Map.entry("CS", 3),
            Map.entry("PF", 12),
            Map.entry("TP", 12),
            Map.entry("MD", 4),
            Map.entry("AG", 7),
            Map.entry("TG", 16),
            Map.entry("PT", 17),
            Map.entry("FD", 11),
            Map.entry("RS", 7),
            Map.entry("OC", 5),
            Map.entry("AT", 16),
            Map.entry("AM", 7),
            Map.entry("AS", 9),
            Map.entry("AR", 5),
            Map.entry("VK", 3),
            Map.entry("RG", 6),
            Map.entry("LK", 12),
            Map.entry("CH", 12),
            Map.entry("CC", 3),
            Map.entry("SX", 2),
            Map.entry("CX", 10),
            Map.entry("IC", 8),
            Map.entry("yes_no", 2));

    private static final Map<String, LocalizedText> TITLES = Map.of(
            "PM", LocalizedText.of("Pelibatan masyarakat", "Community engagement"),
            "AD", LocalizedText.of("Advokasi", "Advocacy"),
            "LI", LocalizedText.of("Peningkatan layanan informasi", "Information-service improvement"),
            "PB", LocalizedText.of("Publikasi dan promosi", "Publication and promotion"),
            "CD", LocalizedText.of("Cerita dampak", "Impact story"),
            "ST", LocalizedText.of("Statistik bulanan", "Monthly statistics"));

    @ParameterizedTest
    @ValueSource(strings = {"PM", "AD", "LI", "PB", "CD", "ST"})
    void it_is_read_without_problems_and_remarks(String id) {
        var form = BuiltInForm.get(id);

        assertThat(XlsForms.read(BuiltInForm.text(id)))
                .isInstanceOfSatisfying(
                        FormReading.Accepted.class,
                        accepted -> assertThat(accepted.remarks()).isEmpty());
        assertThat(form.id()).isEqualTo(id);
        assertThat(form.title()).isEqualTo(TITLES.get(id));
        assertThat(form.defaultLanguage()).isEqualTo(Language.INDONESIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PM", "AD", "LI", "PB", "CD", "ST"})
    void every_text_is_there_in_both_languages(String id) {
        var form = BuiltInForm.get(id);

        assertThat(form.prompts()).allSatisfy(prompt -> {
            isInBothLanguages(prompt.label());
            prompt.hint().ifPresent(BuiltInFormsTest::isInBothLanguages);
        });
        assertThat(form.questions()).allSatisfy(question -> {
            isInBothLanguages(question.label());
            question.hint().ifPresent(BuiltInFormsTest::isInBothLanguages);
            question.requiredMessage().ifPresent(BuiltInFormsTest::isInBothLanguages);
            assertThat(question.choices()).allSatisfy(choice -> isInBothLanguages(choice.label()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PM", "AD", "LI", "PB", "CD", "ST"})
    void every_constraint_and_warning_says_what_is_wrong_in_both_languages(String id) {
        var form = BuiltInForm.get(id);

        assertThat(form.rules().questions()).allSatisfy(rules -> {
            assertThat(rules.constraints())
                    .allSatisfy(check -> isInBothLanguages(check.message().asWritten()));
            assertThat(rules.warnings())
                    .allSatisfy(check -> isInBothLanguages(check.message().asWritten()));
        });
    }

    private static void isInBothLanguages(LocalizedText text) {
        assertThat(text.texts()).containsOnlyKeys(Language.values());
        assertThat(text.texts().values()).allSatisfy(words -> assertThat(words).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PM", "AD", "LI", "PB", "CD", "ST"})
    void every_list_of_choices_is_complete(String id) {
        var form = BuiltInForm.get(id);

        var sizes = new TreeMap<String, Integer>();
        listNames(id)
                .forEach((question, list) -> sizes.put(
                        list,
                        form.findQuestion(question).orElseThrow().choices().size()));

        assertThat(SIZES).containsAllEntriesOf(sizes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PM", "AD", "LI", "PB", "CD", "ST"})
    void labels_and_buttons_are_short_enough_for_a_small_phone(String id) {
        var form = BuiltInForm.get(id);

        assertThat(form.prompts()).allSatisfy(prompt -> {
            assertThat(prompt.label().in(Language.INDONESIAN)).hasSizeLessThanOrEqualTo(90);
            prompt.hint()
                    .ifPresent(hint -> assertThat(hint.in(Language.INDONESIAN)).hasSizeLessThanOrEqualTo(110));
        });
        assertThat(form.questions())
                .flatExtracting(Question::choices)
                .allSatisfy(choice ->
                        assertThat(choice.label().in(Language.INDONESIAN)).hasSizeLessThanOrEqualTo(45));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PM", "AD", "LI", "PB", "CD", "ST"})
    void what_may_be_skipped_is_asked_on_request_only(String id) {
        var form = BuiltInForm.get(id);

        assertThat(form.questions())
                .filteredOn(question -> question.type().isAnswered() && isNeverRequired(form, question))
                .allMatch(Question::detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PM", "AD", "LI", "PB", "CD", "ST"})
    void indicators_are_columns_of_a_report_or_what_a_message_can_tell_or_mark_a_consent_an_income_or_a_figure(
            String id) {
        var columns = Set.of(
                "title",
                "date_start",
                "date_end",
                "activity_form",
                "kind",
                "topic",
                "mode",
                "age_group",
                "sessions",
                "male",
                "female",
                "stated_total",
                "total",
                "disabled",
                "amount",
                "photos",
                "place",
                "target_group",
                "partner",
                "partner_name",
                "fund",
                "channel",
                "link",
                "result",
                "note",
                "regulation");

        assertThat(BuiltInForm.get(id).questions())
                .flatExtracting(question -> question.indicator().stream().toList())
                .allMatch(indicator -> columns.contains(indicator)
                        || indicator.endsWith("consent")
                        || indicator.startsWith("income_")
                        || indicator.startsWith("figure_"))
                .doesNotHaveDuplicates()
                .contains("date_start");
    }

    private static boolean isNeverRequired(Form form, Question question) {
        return form.rules().questions().get(question.slot()).required().isEmpty();
    }

    /// The list of each question that has one, as the form names it.
    private static Map<String, String> listNames(String id) {
        var lists = new LinkedHashMap<String, String>();
        for (var line : BuiltInForm.text(id).lines().toList()) {
            var cells = List.of(line.split(",", 4));
            if (cells.size() > 2 && cells.get(1).matches("select_(one|multiple) \\w+")) {
                lists.put(cells.get(2), cells.get(1).split(" ", 2)[1]);
            }
        }
        return lists;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PM", "AD", "LI", "PB", "CD"})
    void a_photo_of_another_report_is_doubted(String id) {
        var form = Filled.of(id).withPhoto();

        assertThat(form.doubtOfPhotos()).isEmpty();
        assertThat(form.knowing("number by photo unique", "PM-2507-00001A-3").doubtOfPhotos())
                .hasValueSatisfying(text -> assertThat(text).contains("laporan lain"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PM", "AD", "LI", "PB", "CD"})
    void photos_ask_for_children_and_children_for_a_consent(String id) {
        var form = Filled.of(id);

        assertThat(form.asks("photo_child")).isFalse();
        assertThat(form.withPhoto().requires("photo_child")).isTrue();
        assertThat(form.withPhoto().with("photo_child", "NO").asks("photo_consent"))
                .isFalse();
        assertThat(form.withPhoto().with("photo_child", "YES").requires("photo_consent"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PM", "AD", "LI", "PB", "CD"})
    void a_closed_month_is_accepted_as_late(String id) {
        var form = Filled.of(id).on(LocalDate.of(2025, 8, 6));

        assertThat(form.doubt("date_start", LocalDate.of(2025, 7, 31)))
                .hasValueSatisfying(text -> assertThat(text).contains("terlambat"));
        assertThat(form.takes("date_start", LocalDate.of(2025, 7, 31))).isTrue();
        assertThat(form.on(LocalDate.of(2025, 8, 5)).doubt("date_start", LocalDate.of(2025, 7, 31)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PM", "AD", "LI", "PB", "CD"})
    void an_activity_lasts_from_its_first_day_to_today_at_the_most(String id) {
        var form = Filled.of(id).with("date_start", LocalDate.of(2025, 8, 4));

        assertThat(form.takes("date_end", LocalDate.of(2025, 8, 3))).isFalse();
        assertThat(form.takes("date_end", LocalDate.of(2025, 8, 4))).isTrue();
        assertThat(form.takes("date_end", Filled.TODAY)).isTrue();
        assertThat(form.takes("date_end", Filled.TODAY.plusDays(1))).isFalse();
        assertThat(form.doubt("date_end", LocalDate.of(2025, 8, 18))).isEmpty();
        assertThat(form.doubt("date_end", LocalDate.of(2025, 8, 19))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PM", "AD", "LI", "PB", "CD"})
    void a_title_has_five_to_a_hundred_and_twenty_letters(String id) {
        var form = Filled.of(id);

        assertThat(form.takes("title", "Kuis")).isFalse();
        assertThat(form.takes("title", "Kelas")).isTrue();
        assertThat(form.takes("title", "a".repeat(120))).isTrue();
        assertThat(form.takes("title", "a".repeat(121))).isFalse();
        assertThat(form.refusal("title", "17-08-2025"))
                .hasValueSatisfying(text -> assertThat(text).contains("Contoh:"));
    }
}
