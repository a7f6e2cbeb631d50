package id.laporpustaka.form.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Choice;
import id.laporpustaka.form.ExternalCell;
import id.laporpustaka.form.ExternalData;
import id.laporpustaka.form.ExternalTable;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.Value;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutsideTablesTest {
    private static final String SETTINGS = "settings\n,form_id,version,form_title\n,T,1,Coba\n";
    private static final Facts FACTS =
            new Facts(LocalDate.of(2025, 8, 20), ZoneId.of("Asia/Jakarta"), Language.INDONESIAN).with(new Outside());

    @Test
    void choices_may_stand_in_a_sheet_of_their_own() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label,choice_filter,calculation,parameters
            ,text,district,Kecamatan?,,,
            ,select_one_from_file villages.csv,village,Desa?,kecamatan = ${district},,value=kode
            ,calculate,people,,,"number(pulldata('villages', 'jumlah', 'kode', ${village}))",
            villages
            ,kode,label,label::en,kecamatan,jumlah
            ,V1,Asri,Asri village,Bayan,120
            ,V2,Bakti,Bakti village,Kutoarjo,80
            """);
        var answers =
                Answers.none().with("district", new Value.Text("Kutoarjo")).with("village", Value.Selected.of("V2"));
        var evaluation = form.evaluate(answers, FACTS);
        var village = form.findQuestion("village").orElseThrow();

        assertThat(evaluation.choices(village)).extracting(Choice::code).containsExactly("V2");
        assertThat(evaluation.effective().find("people")).contains(new Value.Whole(80));
        assertThat(village.choices().getFirst().label().in(Language.ENGLISH)).isEqualTo("Asri village");
    }

    @Test
    void choices_may_be_rows_of_a_table_outside_the_form() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label,choice_filter,calculation
            ,select_one_from_file my_reports.csv,before,Laporan mana?,form_id = 'PM',
            ,calculate,title,,,instance('my_reports')/root/item[name = ${before}]/title
            ,calculate,all,,,count(instance('my_reports')/root/item)
            """);
        var evaluation = form.evaluate(chosen("before", "PM-1"), FACTS);
        var before = evaluation.findQuestion("before").orElseThrow();

        assertThat(before.choices()).extracting(Choice::code).containsExactly("PM-1", "ST-1");
        assertThat(evaluation.choices(before)).extracting(Choice::code).containsExactly("PM-1");
        assertThat(evaluation.effective().find("title")).contains(new Value.Text("Dongeng"));
        assertThat(evaluation.effective().find("all")).contains(new Value.Whole(2));
        assertThat(evaluation.violation(before, Value.Selected.of("PM-9"))).isPresent();
    }

    @Test
    void what_is_not_looked_up_yet_reads_as_nothing() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label,constraint
            ,select_one_from_file my_reports.csv,before,Laporan mana?,
            ,text,link,Tautan?,"pulldata('history', 'number', 'link', .) = ''"
            """);
        var evaluation = form.evaluate(Answers.none(), FACTS.with(new NotYet()));
        var link = form.findQuestion("link").orElseThrow();

        assertThat(evaluation.choices(evaluation.findQuestion("before").orElseThrow()))
                .isEmpty();
        assertThat(evaluation.violation(link, new Value.Text("https://a.id"))).isEmpty();
        assertThat(form.evaluate(Answers.none(), FACTS).violation(link, new Value.Text("https://a.id")))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pulldata('histry', 'number', 'link', .) | There is no table named \"histry\". Perhaps 'history' was"
                        + " meant?",
                "pulldata('history', 'numbr', 'link', .) | This table has no column \"numbr\". Perhaps number was"
                        + " meant?",
                "pulldata('history', 'number', 'day', .) | This table has no column \"day\". Its columns: month, link,"
                        + " photo.",
                "instance('history')/root/item[name = .]/label | The table 'history' has no list of rows. Use"
                        + " pulldata('history', 'column', 'key', value).",
                "instance('libraries')/root/item[nme = .]/label | There is no question named \"nme\". Look in the"
                        + " column name, then write ${name_of_question}.",
                "instance('libraries')/root/item[name = .]/villge | This table has no column \"villge\". Its columns:"
                        + " name, label, type, scheme.",
            })
    void a_table_or_column_that_is_not_there_is_refused(String expression, String message) {
        var problems = BuiltInForm.problemsOf(
                SETTINGS + "survey,type,name,label,constraint\n,text,a,A?,\"" + expression + "\"\n");

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.row() + " " + problem.column()).isEqualTo("5 constraint");
            assertThat(problem.message().in(Language.ENGLISH)).isEqualTo(message);
        });
    }

    private static Answers chosen(String question, String... codes) {
        return Answers.none().with(question, new Value.Selected(List.of(codes)));
    }

    private static final class Outside implements ExternalData {
        @Override
        public Optional<String> find(ExternalCell cell) {
            return Optional.of(cell.value().equals("https://a.id") ? "PB-1" : "");
        }

        @Override
        public Optional<List<Map<String, String>>> findRows(ExternalTable table) {
            return Optional.of(List.of(
                    Map.of("name", "PM-1", "label", "Dongeng, 1 Agustus", "form_id", "PM", "title", "Dongeng"),
                    Map.of("name", "ST-1", "label", "Juli 2025", "form_id", "ST", "title", "")));
        }
    }

    private static final class NotYet implements ExternalData {
        @Override
        public Optional<String> find(ExternalCell cell) {
            return Optional.empty();
        }

        @Override
        public Optional<List<Map<String, String>>> findRows(ExternalTable table) {
            return Optional.empty();
        }
    }
}
