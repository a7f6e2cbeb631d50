package id.laporpustaka.form.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Value;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class XlsFormsTest {
    private static final String SETTINGS = "settings\n,form_id,version,form_title\n,T,1,Coba\n";
    private static final Facts FACTS =
            new Facts(LocalDate.of(2025, 8, 20), ZoneId.of("Asia/Jakarta"), Language.INDONESIAN);

    @Test
    void texts_are_taken_from_columns_of_either_spelling() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label,label::English (en),hint::id
            ,text,a,Siapa?,Who?,"Satu
            atau dua"
            """);

        var question = form.findQuestion("a").orElseThrow();

        assertThat(question.label()).isEqualTo(LocalizedText.of("Siapa?", "Who?"));
        assertThat(question.hint().orElseThrow().in(Language.ENGLISH)).isEqualTo("Satu\natau dua");
    }

    @Test
    void the_name_of_a_sheet_and_its_headers_may_share_a_row() {
        assertThat(BuiltInForm.of(SETTINGS + "survey,type,name,label\n,text,a,Siapa?\n")
                        .questions())
                .hasSize(1);
    }

    @Test
    void a_group_that_is_not_relevant_takes_its_questions_with_it() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label,relevant
            ,integer,age,Umur?,
            ,begin_group,outer,,${age} > 17
            ,begin_group,inner,,
            ,text,work,Kerja?,
            ,end_group,,,
            ,end_group,,,
            ,text,where,Di mana?,${work} != ''
            """);
        var work = form.findQuestion("work").orElseThrow();
        var where = form.findQuestion("where").orElseThrow();
        var answers = Answers.none().with("age", new Value.Whole(20)).with("work", new Value.Text("petani"));

        assertThat(form.evaluate(answers, FACTS).relevant(work)).isTrue();
        assertThat(form.evaluate(answers, FACTS).relevant(where)).isTrue();
        assertThat(form.evaluate(answers.with("age", new Value.Whole(12)), FACTS)
                        .relevant(work))
                .isFalse();
        assertThat(form.evaluate(answers.with("age", new Value.Whole(12)), FACTS)
                        .relevant(where))
                .isFalse();
    }

    @Test
    void a_field_list_is_one_prompt_with_all_its_questions() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label,appearance,detail,indicator
            ,text,a,A?,,,
            ,begin_group,g,Berapa?,field-list,yes,
            ,integer,m,L,,,male
            ,begin_group,inner,,,,
            ,integer,f,P,,,female
            ,end_group,,,,,
            ,end_group,,,,,
            """);

        assertThat(form.prompts()).extracting(Prompt::name).containsExactly("a", "g");
        assertThat(form.findPrompt("g").orElseThrow()).isInstanceOfSatisfying(Prompt.FieldList.class, list -> {
            assertThat(list.detail()).isTrue();
            assertThat(list.findIndicator("female").orElseThrow().name()).isEqualTo("f");
            assertThat(list.findIndicator("female").orElseThrow().detail()).isTrue();
        });
    }

    @Test
    void a_choice_filter_looks_at_further_columns_of_the_choices() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label,choice_filter
            ,select_one p,p,Provinsi?,
            ,select_one k,k,Kabupaten?,province = ${p}
            choices
            ,list_name,name,label,province
            ,p,JB,Jawa Barat,
            ,p,JT,Jawa Tengah,
            ,k,BDG,Bandung,JB
            ,k,SMG,Semarang,JT
            """);
        var regency = form.findQuestion("k").orElseThrow();
        var evaluation = form.evaluate(Answers.none().with("p", Value.Selected.of("JT")), FACTS);

        assertThat(evaluation.choices(regency))
                .extracting(choice -> choice.code())
                .containsExactly("SMG");
        assertThat(evaluation.violation(regency, Value.Selected.of("BDG"))).contains(LocalizedText.empty());
    }

    @Test
    void calculations_may_use_each_other_in_any_order() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label,calculation
            ,calculate,c,,${b} + 1
            ,calculate,b,,${a} * 2
            ,integer,a,A?,
            """);

        assertThat(form.evaluate(Answers.none().with("a", new Value.Whole(3)), FACTS)
                        .effective()
                        .find("c"))
                .contains(new Value.Whole(7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "geotrace,a,A?,,, | survey 6 type | geotrace can't be asked in a chat. Remove this row or use another"
                        + " type.",
                "select_one_from_file v.csv,a,A?,,, | survey 6 type | There is no sheet \"v\". Add one with the columns"
                        + " name and label, or use libraries.csv or my_reports.csv.",
                "integr,a,A?,,, | survey 6 type | The type \"integr\" is not known. Perhaps integer was meant?",
                "select_one nolist,a,A?,,, | survey 6 type | The list \"nolist\" is not in the sheet choices. Add its"
                        + " choices there.",
                "text,1a,A?,,, | survey 6 name | The name \"1a\" can't be used. Use letters, digits and underscores;"
                        + " begin with a letter; at most 64.",
                "text,first,A?,,, | survey 6 name | The name \"first\" is used in row 5 already. Use another one.",
                "text,a,,,, | survey 6 label | \"a\" has no label. Write the question in the column label.",
                "text,a,A?,${frst} = 1,, | survey 6 relevant | There is no question named \"frst\". Perhaps ${first}"
                        + " was meant?",
                "text,a,A?,,regx(.),  | survey 6 constraint | There is no function regx(). Perhaps regex() was meant?",
                "text,a,A?,,true(1),  | survey 6 constraint | true() takes 0 arguments but was given 1. Add or remove"
                        + " some.",
                "text,a,A?,${a} = 1,, | survey 6 relevant | These rules go round in a circle: a. Remove one of the"
                        + " dependencies.",
                "end_group,,,,, | survey 6 type | No group is open here. Remove this row or add a begin_group.",
                "begin_group,g,,,, | survey 6 type | The group \"g\" is not closed. Add a row end_group after its last"
                        + " question.",
                "integer,a,A?,,,x | survey 6 default | \"x\" is not an answer to this question. Write one that is.",
            })
    void what_is_wrong_is_said_with_its_place_and_a_remedy(String row, String place, String message) {
        var problems = BuiltInForm.problemsOf(SETTINGS
                + "survey,type,name,label,relevant,constraint,default\n,text,first,A?,,,\n," + row.strip() + "\n");

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.sheet() + " " + problem.row() + " " + problem.column())
                    .isEqualTo(place);
            assertThat(problem.message().in(Language.ENGLISH)).isEqualTo(message);
            assertThat(problem.message().texts()).containsOnlyKeys(Language.values());
        });
    }

    @Test
    void all_problems_are_reported_at_once_in_the_order_of_the_sheets() {
        var problems = BuiltInForm.problemsOf("""
            settings
            ,form_title
            ,Coba
            survey
            ,type,name,label,relevent
            ,text,a,,
            ,geoshape,b,B?,
            choices
            ,list_name,name,label
            ,c,A,
            """);

        assertThat(problems)
                .extracting(problem -> problem.sheet() + " " + problem.row() + " " + problem.column())
                .containsExactly(
                        "settings 3 form_id",
                        "settings 3 version",
                        "survey 5 relevent",
                        "survey 6 label",
                        "survey 7 type",
                        "choices 10 label");
    }

    @Test
    void rules_that_look_at_a_row_with_a_wrong_type_are_not_reported_too() {
        var problems = BuiltInForm.problemsOf(SETTINGS + """
            survey
            ,type,name,label,relevant,calculation
            ,integr,a,A?,,
            ,select_one pets,b,B?,,
            ,text,c,C?,"${a} > 3 and selected(${b}, 'x')",
            ,calculate,d,,,${a} * 2
            """);

        assertThat(problems)
                .extracting(problem -> problem.row() + " " + problem.column())
                .containsExactly("6 type", "7 type");
    }

    @Test
    void a_circle_of_calculations_names_its_questions() {
        var problems = BuiltInForm.problemsOf(SETTINGS + """
            survey
            ,type,name,label,calculation
            ,calculate,a,,${b} + 1
            ,calculate,b,,${c} + 1
            ,calculate,c,,${a} + 1
            """);

        assertThat(problems)
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message().in(Language.INDONESIAN)).contains("a → b → c"));
    }

    @Test
    void a_chain_of_a_thousand_calculations_is_no_circle_and_breaks_no_stack() {
        var csv = new StringBuilder(SETTINGS + "survey,type,name,label,calculation\n");
        for (var i = 0; i < 1_900; i++) {
            csv.append(",calculate,c").append(i).append(",,${c").append(i + 1).append("} + 1\n");
        }
        csv.append(",integer,c1900,C?,\n");
        var form = BuiltInForm.of(csv.toString());

        assertThat(form.evaluate(Answers.none().with("c1900", new Value.Whole(1)), FACTS)
                        .effective()
                        .find("c0"))
                .contains(new Value.Whole(1_901));
    }

    @Test
    void columns_and_sheets_of_other_tools_are_left_out_with_a_remark() {
        var reading = XlsForms.read(SETTINGS + "survey,type,name,label,media::image\n,text,a,A?,x.png\nosm,a,b\n");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        FormReading.Accepted.class,
                        accepted -> assertThat(accepted.remarks())
                                .extracting(FormProblem::column)
                                .containsExactlyInAnyOrder("media::image", ""));
    }
}
