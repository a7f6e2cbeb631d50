package id.laporpustaka.form.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpressionDoubtsTest {
    private static final String SETTINGS = "settings\n,form_id,version,form_title\n,T,1,Coba\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${photo} + 1 > 2 | ${photo} is never a number, so it can't be used with +. Compare it with = or"
                        + " selected(), or use another question.",
                "${pet} >= 3 | ${pet} is never a number, so it can't be used with >=. Compare it with = or selected(),"
                        + " or use another question.",
                "round(${pet}) = 1 | ${pet} is never a number, so it can't be used with round(). Compare it with = or"
                        + " selected(), or use another question.",
            })
    void what_is_never_a_number_can_not_be_counted_with(String expression, String message) {
        assertThat(BuiltInForm.problemsOf(pets(expression)))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message().in(Language.ENGLISH)).isEqualTo(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${pet} = 'cats' | The choices of ${pet} have no code \"cats\". Perhaps 'cat' was meant?",
                "selected(${pet}, 'horse') | The choices of ${pet} have no code \"horse\". Look at the codes in the"
                        + " sheet choices.",
                "${words} > 3 | ${words} is answered with any text but used as a number here. Make its type integer or"
                        + " decimal if it is one.",
                "selected(${many}, '3') | ${many} is no question with choices. Use = instead of selected().",
            })
    void what_is_hardly_meant_is_remarked_and_taken(String expression, String message) {
        assertThat(XlsForms.read(pets(expression)))
                .isInstanceOfSatisfying(
                        FormReading.Accepted.class,
                        accepted -> assertThat(accepted.remarks())
                                .singleElement()
                                .satisfies(remark -> {
                                    assertThat(remark.column()).isEqualTo("relevant");
                                    assertThat(remark.message().in(Language.ENGLISH))
                                            .isEqualTo(message);
                                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${pet} != 'cat' or ${pet} = ''",
                "${score} * 2 > 3",
                "${score} = 2",
                "${many} > 3 and ${day} >= '2025-01-01'",
                "number(${words}) > 3",
                "string-length(${pet}) > 2",
                "${pet} = ${words}",
            })
    void what_works_is_not_remarked(String expression) {
        assertThat(XlsForms.read(pets(expression)))
                .isInstanceOfSatisfying(
                        FormReading.Accepted.class,
                        accepted -> assertThat(accepted.remarks()).isEmpty());
    }

    private static String pets(String expression) {
        return SETTINGS + """
            survey
            ,type,name,label,relevant
            ,select_one pets,pet,Hewan apa?,
            ,select_one scores,score,Nilai?,
            ,image,photo,Foto?,
            ,text,words,Kata?,
            ,integer,many,Berapa?,
            ,date,day,Kapan?,
            ,text,last,Lagi?,"EXPRESSION"
            choices
            ,list_name,name,label
            ,pets,cat,Kucing
            ,pets,dog,Anjing
            ,scores,1,Satu
            ,scores,2,Dua
            """.replace("EXPRESSION", expression);
    }
}
