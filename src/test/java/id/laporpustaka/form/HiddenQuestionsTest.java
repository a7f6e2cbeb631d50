package id.laporpustaka.form;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.xlsform.CsvSheets;
import id.laporpustaka.form.xlsform.FormReading;
import id.laporpustaka.form.xlsform.XlsForms;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class HiddenQuestionsTest {
    private static final Facts FACTS =
            new Facts(LocalDate.of(2025, 8, 20), ZoneId.of("Asia/Jakarta"), Language.INDONESIAN);
    private static final String SETTINGS = "settings\n,form_id,version,form_title\n,T,1,Coba\n";

    @Test
    void a_hidden_question_may_be_worked_out_from_what_is_asked_after_it() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label,calculation
            ,hidden,size,,"if(${people} > 3, 'besar', 'kecil')"
            ,integer,people,Berapa orang?,
            """);

        var before = form.evaluate(Answers.none(), FACTS);
        var after = form.evaluate(Answers.none().with("people", new Value.Whole(5)), FACTS);

        assertThat(before.effective().find("size")).contains(new Value.Text("kecil"));
        assertThat(after.effective().find("size")).contains(new Value.Text("besar"));
    }

    @Test
    void hidden_questions_that_need_each_other_are_refused() {
        var reading = XlsForms.read(CsvSheets.read(SETTINGS + """
            survey
            ,type,name,label,calculation
            ,hidden,a,,${b}
            ,hidden,b,,${a}
            ,text,title,Apa?,
            """));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        FormReading.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem ->
                                        assertThat(problem.toString()).contains("a → b")));
    }
}
