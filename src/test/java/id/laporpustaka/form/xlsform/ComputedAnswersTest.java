package id.laporpustaka.form.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.ExternalData;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Value;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class ComputedAnswersTest {
    private static final String SETTINGS = "settings\n,form_id,version,form_title\n,T,1,Coba\n";
    private static final LocalDateTime BEGUN = LocalDateTime.of(2025, 8, 19, 23, 50);
    private static final LocalDateTime NOW = LocalDateTime.of(2025, 8, 20, 9, 30);
    private static final Facts FACTS = facts("T/41");

    @Test
    void when_a_report_was_begun_and_by_whom_is_known_without_asking() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label
            ,start,begun,
            ,end,sent,
            ,today,day,
            ,username,who,
            ,text,a,A?
            """);

        var effective = form.evaluate(Answers.none(), FACTS).effective();

        assertThat(form.prompts()).hasSize(1);
        assertThat(effective.find("begun")).contains(new Value.Moment(BEGUN));
        assertThat(effective.find("sent")).contains(new Value.Moment(NOW));
        assertThat(effective.find("day")).contains(new Value.Day(BEGUN.toLocalDate()));
        assertThat(effective.find("who")).contains(new Value.Text("p7"));
    }

    @Test
    void when_a_report_was_begun_is_kept_with_its_answers() {
        var form = BuiltInForm.of(SETTINGS + "survey,type,name,label\n,start,begun,\n,today,day,\n,end,sent,\n");
        var later = new Facts(NOW.toLocalDate(), FACTS.zone(), Language.INDONESIAN, NOW);

        var kept = form.evaluate(Answers.none(), FACTS).settled();

        assertThat(kept.names()).containsExactly("begun", "day");
        assertThat(form.evaluate(kept, later).effective().find("begun")).contains(new Value.Moment(BEGUN));
    }

    @Test
    void a_read_only_calculation_is_an_answer_that_nobody_is_asked_for() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label,calculation,read_only,required
            ,integer,a,A?,,,
            ,integer,twice,Dua kali,${a} * 2,yes,yes
            """);
        var evaluation = form.evaluate(Answers.none().with("a", new Value.Whole(3)), FACTS);
        var twice = form.findQuestion("twice").orElseThrow();

        assertThat(evaluation.isComputed(twice)).isTrue();
        assertThat(evaluation.required(twice)).isFalse();
        assertThat(evaluation.findAnswer(twice)).contains(new Value.Whole(6));
        assertThat(evaluation.effective().find("twice")).contains(new Value.Whole(6));
    }

    @Test
    void a_calculation_that_may_be_changed_is_proposed() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label,calculation,default
            ,integer,a,A?,,
            ,integer,twice,Dua kali?,${a} * 2,
            ,date,day,Kapan?,,today() - 1
            """);
        var evaluation = form.evaluate(Answers.none().with("a", new Value.Whole(3)), FACTS);

        assertThat(evaluation.suggestion(form.findQuestion("twice").orElseThrow()))
                .contains(new Value.Whole(6));
        assertThat(evaluation.suggestion(form.findQuestion("day").orElseThrow()))
                .contains(new Value.Day(LocalDate.of(2025, 8, 19)));
        assertThat(evaluation.effective().find("twice")).isEmpty();
    }

    @Test
    void a_read_only_default_is_the_answer() {
        var form = BuiltInForm.of(SETTINGS + "survey,type,name,label,read_only,default\n,text,a,Program,yes,TPBIS\n");

        assertThat(form.evaluate(Answers.none(), FACTS).effective().find("a")).contains(new Value.Text("TPBIS"));
    }

    @Test
    void once_keeps_its_first_value() {
        var form = BuiltInForm.of(SETTINGS + "survey,type,name,label,calculation\n,calculate,n,,once(today())\n");

        var kept = form.evaluate(Answers.none(), FACTS).settled();
        var later = new Facts(LocalDate.of(2025, 9, 1), FACTS.zone(), Language.INDONESIAN);

        assertThat(form.evaluate(kept, later).effective().find("n")).contains(new Value.Text("2025-08-20"));
    }

    @Test
    void a_uuid_is_always_the_same_in_one_report_and_another_in_the_next() {
        var form = BuiltInForm.of(
                SETTINGS + "survey,type,name,label,calculation\n,calculate,a,,uuid()\n,calculate,b,,uuid()\n");
        var next = facts("T/42");

        var first = form.evaluate(Answers.none(), FACTS).effective();

        assertThat(form.evaluate(Answers.none(), FACTS).effective()).isEqualTo(first);
        assertThat(first.find("a")).isNotEqualTo(first.find("b"));
        assertThat(form.evaluate(Answers.none(), next).effective().find("a")).isNotEqualTo(first.find("a"));
    }

    @Test
    void a_form_may_name_each_report() {
        var form = BuiltInForm.of("""
            settings
            ,form_id,version,form_title,instance_name
            ,T,1,Coba,"concat(${a}, ' - ', format-date(today(), '%d/%m'))"
            survey
            ,type,name,label
            ,text,a,A?
            """);

        assertThat(form.evaluate(Answers.none().with("a", new Value.Text("Dongeng")), FACTS)
                        .instanceName())
                .contains("Dongeng - 20/08");
    }

    @Test
    void what_is_computed_is_not_part_of_a_message_that_asks_for_several_answers() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label,appearance,calculation,read_only
            ,begin_group,g,Berapa?,field-list,,
            ,integer,a,A?,,,
            ,integer,b,B,,${a} * 2,yes
            ,end_group,,,,,
            """);

        assertThat(form.prompts()).extracting(Prompt::name).containsExactly("g", "b");
        assertThat(form.prompts().getFirst().questions()).hasSize(1);
    }

    private static Facts facts(String seed) {
        return new Facts(
                NOW.toLocalDate(),
                ZoneId.of("Asia/Jakarta"),
                Language.INDONESIAN,
                NOW,
                ExternalData.none(),
                "p7",
                BEGUN,
                seed);
    }
}
