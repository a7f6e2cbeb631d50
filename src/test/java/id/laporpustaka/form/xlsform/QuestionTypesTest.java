package id.laporpustaka.form.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Range;
import id.laporpustaka.form.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuestionTypesTest {
    private static final String SETTINGS = "settings\n,form_id,version,form_title\n,T,1,Coba\n";
    private static final Facts FACTS =
            new Facts(LocalDate.of(2025, 8, 20), ZoneId.of("Asia/Jakarta"), Language.INDONESIAN);

    @ParameterizedTest
    @CsvSource({
        "audio, AUDIO",
        "video, VIDEO",
        "file, FILE",
        "image, IMAGE",
        "photo, IMAGE",
        "geopoint, GEOPOINT",
        "range, RANGE",
        "trigger, ACKNOWLEDGE",
        "acknowledge, ACKNOWLEDGE",
        "dateTime, DATETIME",
        "Text, TEXT",
    })
    void types_have_the_names_that_odk_gives_them(String written, QuestionType type) {
        var form = BuiltInForm.of(SETTINGS + "survey,type,name,label\n," + written + ",a,A?\n");

        assertThat(form.questions().getFirst().type()).isEqualTo(type);
        assertThat(form.prompts()).hasSize(1);
        assertThat(form.questions().getFirst().maximumFiles()).isEqualTo(type.isMedia() ? 1 : 0);
    }

    @Test
    void a_telephones_own_data_are_always_empty_and_remarked() {
        var reading = XlsForms.read(SETTINGS + "survey,type,name,label\n,simserial,sim,\n,deviceid,id,\n,text,a,A?\n");

        assertThat(reading).isInstanceOfSatisfying(FormReading.Accepted.class, accepted -> {
            assertThat(accepted.remarks()).hasSize(2);
            assertThat(accepted.form()
                            .evaluate(Answers.none(), FACTS)
                            .effective()
                            .isEmpty())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "geotrace",
        "geoshape",
        "barcode",
        "rank pets",
        "xml-external",
        "osm",
        "audit",
        "background-audio",
        "select_one_external pets",
    })
    void what_a_chat_can_not_ask_is_refused_with_its_place(String type) {
        var problems = BuiltInForm.problemsOf(SETTINGS + "survey,type,name,label\n,text,b,B?\n," + type + ",a,A?\n");

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(6);
            assertThat(problem.column()).isEqualTo("type");
            assertThat(problem.message().texts()).containsOnlyKeys(Language.values());
        });
    }

    @Test
    void or_other_asks_for_the_other_answer() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label
            ,select_multiple pets or_other,pet,Hewan apa?
            choices
            ,list_name,name,label
            ,pets,cat,Kucing
            """);
        var pet = form.findQuestion("pet").orElseThrow();
        var other = form.findQuestion("pet_other").orElseThrow();

        assertThat(pet.choices()).extracting(Choice::code).containsExactly("cat", "other");
        assertThat(form.evaluate(chosen("pet", "cat"), FACTS).relevant(other)).isFalse();
        assertThat(form.evaluate(chosen("pet", "cat", "other"), FACTS).required(other))
                .isTrue();
    }

    @Test
    void a_list_that_has_an_other_already_is_not_given_a_second() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label
            ,select_one pets or_other,pet,Hewan apa?
            choices
            ,list_name,name,label
            ,pets,other,Hewan lain
            """);

        assertThat(form.findQuestion("pet").orElseThrow().choices())
                .singleElement()
                .satisfies(choice ->
                        assertThat(choice.label().in(Language.INDONESIAN)).isEqualTo("Hewan lain"));
    }

    @Test
    void a_range_takes_numbers_between_its_ends_in_its_steps() {
        var form = BuiltInForm.of(SETTINGS + "survey,type,name,label,parameters\n,range,a,A?,start=1 end=5 step=0.1\n");
        var evaluation = form.evaluate(Answers.none(), FACTS);
        var question = form.questions().getFirst();

        assertThat(evaluation.violation(question, new Value.Decimal(new BigDecimal("1.3"))))
                .isEmpty();
        assertThat(evaluation.violation(question, new Value.Whole(5))).isEmpty();
        assertThat(evaluation.violation(question, new Value.Decimal(new BigDecimal("1.35"))))
                .isPresent();
        assertThat(evaluation.violation(question, new Value.Whole(6)))
                .contains(LocalizedText.of(
                        "Jawab dengan bilangan dari 1 sampai 5, dalam langkah 0.1.",
                        "Answer with a number from 1 to 5, in steps of 0.1."));
    }

    @Test
    void a_range_without_parameters_goes_from_0_to_10() {
        var form = BuiltInForm.of(SETTINGS + "survey,type,name,label\n,range,a,A?\n");
        var question = form.questions().getFirst();

        assertThat(form.evaluate(Answers.none(), FACTS).violation(question, new Value.Whole(10)))
                .isEmpty();
        assertThat(form.evaluate(Answers.none(), FACTS).violation(question, new Value.Whole(11)))
                .isPresent();
    }

    @Test
    void a_short_scale_can_be_shown_number_by_number() {
        assertThat(Range.of(Map.of("start", "1", "end", "5")).orElseThrow().wholeNumbers(12))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(Range.of(Map.of("start", "-5", "end", "5", "step", "5"))
                        .orElseThrow()
                        .wholeNumbers(12))
                .containsExactly(-5L, 0L, 5L);
        assertThat(Range.of(Map.of("end", "1", "step", "0.5")).orElseThrow().wholeNumbers(12))
                .isEmpty();
        assertThat(Range.of(Map.of("end", "999999999999999")).orElseThrow().wholeNumbers(12))
                .isEmpty();
    }

    @Test
    void a_read_only_text_without_a_value_is_a_note() {
        var form = BuiltInForm.of(SETTINGS + "survey,type,name,label,read_only\n,text,a,Bacalah ini.,yes\n");

        assertThat(form.questions().getFirst().type()).isEqualTo(QuestionType.NOTE);
    }

    @Test
    void texts_of_all_kinds_may_hold_answers() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label,hint,required,required_message,constraint,constraint_message
            ,text,who,Siapa?,,,,,
            ,select_one c,b,"Umur ${who}, berapa?",Tanyakan kepada ${who}.,yes,${who} harus ada.,. != 'x',Bukan ${who}!
            choices
            ,list_name,name,label
            ,c,x,Milik ${who}
            """);
        var evaluation = form.evaluate(Answers.none().with("who", new Value.Text("Bu Sari")), FACTS);
        var question = evaluation.findQuestion("b").orElseThrow();

        assertThat(question.label().in(Language.INDONESIAN)).isEqualTo("Umur Bu Sari, berapa?");
        assertThat(question.hint().orElseThrow().in(Language.INDONESIAN)).isEqualTo("Tanyakan kepada Bu Sari.");
        assertThat(question.requiredMessage().orElseThrow().in(Language.INDONESIAN))
                .isEqualTo("Bu Sari harus ada.");
        assertThat(question.choices().getFirst().label().in(Language.INDONESIAN))
                .isEqualTo("Milik Bu Sari");
        assertThat(evaluation
                        .violation(question, Value.Selected.of("x"))
                        .orElseThrow()
                        .in(Language.INDONESIAN))
                .isEqualTo("Bukan Bu Sari!");
    }

    @Test
    void what_only_other_tools_use_is_remarked_and_left_out() {
        var reading = XlsForms.read(SETTINGS + """
            survey
            ,type,name,label,appearance,parameters
            ,image,a,A?,annotate,max-pixels=1024
            ,select_one c,b,B?,likert minimal,randomize=true
            choices
            ,list_name,name,label
            ,c,x,X
            """);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        FormReading.Accepted.class,
                        accepted -> assertThat(accepted.remarks())
                                .extracting(remark -> remark.row() + " " + remark.column())
                                .containsExactlyInAnyOrder("6 appearance", "6 parameters", "7 parameters"));
    }

    @Test
    void a_repeat_in_a_repeat_is_refused_with_its_place() {
        var problems = BuiltInForm.problemsOf(SETTINGS + """
            survey
            ,type,name,label
            ,begin_repeat,outer,Desa
            ,begin_repeat,inner,Rumah
            ,text,a,A?
            ,end_repeat,,
            ,end_repeat,,
            """);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.row() + " " + problem.column()).isEqualTo("7 type");
            assertThat(problem.message().in(Language.ENGLISH)).contains("inside another begin_repeat");
        });
    }

    @Test
    void a_group_closed_as_a_repeat_is_told_so() {
        var problems = BuiltInForm.problemsOf(
                SETTINGS + "survey,type,name,label\n,begin_group,g,\n,text,a,A?\n,end_repeat,,\n");

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().in(Language.ENGLISH))
                        .isEqualTo("This row closes \"g\" of row 5. Write end_group."));
    }

    @Test
    void a_disabled_row_is_left_out() {
        var form = BuiltInForm.of(SETTINGS + "survey,type,name,label,disabled\n,text,a,A?,\n,geotrace,b,B?,yes\n");

        assertThat(form.questions()).extracting(Question::name).containsExactly("a");
    }

    private static Answers chosen(String question, String... codes) {
        return Answers.none().with(question, new Value.Selected(List.of(codes)));
    }
}
