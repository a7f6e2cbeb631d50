package id.laporpustaka.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class RepeatsTest {
    private static final Facts FACTS =
            new Facts(LocalDate.of(2025, 8, 20), ZoneId.of("Asia/Jakarta"), Language.INDONESIAN);
    private static final String SETTINGS = "settings\n,form_id,version,form_title\n,T,1,Coba\n";
    private static final Form SPEAKERS = BuiltInForm.of(SETTINGS + """
        survey
        ,type,name,label,relevant,calculation,constraint,required
        ,text,title,Apa?,,,,yes
        ,begin_repeat,speaker,Narasumber,${title} != 'rahasia',,,
        ,text,name,Siapa nama narasumber?,,,,yes
        ,integer,hours,Berapa jam ${name} bicara?,,,. <= 8,
        ,text,why,Mengapa lama?,${hours} > 4,,,
        ,calculate,place,,,position(..),,
        ,end_repeat,,,,,,
        ,calculate,total,,,sum(${hours}),,
        ,calculate,speakers,,,count(${speaker}),,
        ,calculate,names,,,"join(', ', ${name})",,
        ,calculate,second,,,"indexed-repeat(${name}, ${speaker}, 2)",,
        ,note,thanks,"Ada ${speakers} narasumber: ${names}.",,,,
        """);

    @Test
    void a_repeat_begins_with_one_instance_and_offers_another() {
        var evaluation = SPEAKERS.evaluate(Answers.none(), FACTS);

        assertThat(evaluation.prompts())
                .extracting(Prompt::name)
                .containsExactly("title", "name[1]", "hours[1]", "why[1]", "speaker", "thanks");
        assertThat(evaluation.prompts()).extracting(Prompt::place).containsExactly("0", "1_1", "2_1", "3_1", "4", "5");
        assertThat(evaluation.findPrompt("speaker").orElseThrow())
                .isInstanceOfSatisfying(
                        Prompt.Another.class,
                        another -> assertThat(another.count()).isEqualTo(1));
        assertThat(evaluation.findPromptAt("2_1").orElseThrow().within())
                .contains(new Prompt.Within(SPEAKERS.repeats().getFirst().label(), 1));
    }

    @Test
    void an_expression_in_a_repeat_sees_the_answers_of_its_own_instance() {
        var answers = two().with("hours[1]", new Value.Whole(2)).with("hours[2]", new Value.Whole(5));
        var evaluation = SPEAKERS.evaluate(answers, FACTS);

        assertThat(evaluation.relevant(question(evaluation, "why[1]"))).isFalse();
        assertThat(evaluation.relevant(question(evaluation, "why[2]"))).isTrue();
        assertThat(evaluation.effective().find("place[2]")).contains(new Value.Whole(2));
        assertThat(question(evaluation, "hours[2]").label().in(Language.INDONESIAN))
                .isEqualTo("Berapa jam Bu Sari bicara?");
        assertThat(evaluation.violation(question(evaluation, "hours[2]"), new Value.Whole(9)))
                .isPresent();
    }

    @Test
    void from_outside_a_repeat_all_instances_are_seen() {
        var answers = two().with("hours[1]", new Value.Whole(2)).with("hours[2]", new Value.Whole(5));
        var evaluation = SPEAKERS.evaluate(answers, FACTS);

        assertThat(evaluation.effective().find("total")).contains(new Value.Whole(7));
        assertThat(evaluation.effective().find("speakers")).contains(new Value.Whole(2));
        assertThat(evaluation.effective().find("names")).contains(new Value.Text("Pak Budi, Bu Sari"));
        assertThat(evaluation.effective().find("second")).contains(new Value.Text("Bu Sari"));
        assertThat(evaluation.findPrompt("thanks").orElseThrow().label().in(Language.INDONESIAN))
                .isEqualTo("Ada 2 narasumber: Pak Budi, Bu Sari.");
    }

    @Test
    void answers_count_instance_by_instance_in_the_order_of_the_form() {
        var answers = Answers.none()
                .with("name[2]", new Value.Text("Bu Sari"))
                .with("speaker", new Value.Whole(2))
                .with("name[1]", new Value.Text("Pak Budi"))
                .with("title", new Value.Text("Dongeng"));

        assertThat(SPEAKERS.evaluate(answers, FACTS).effective().names())
                .containsExactly(
                        "title",
                        "speaker",
                        "name[1]",
                        "place[1]",
                        "name[2]",
                        "place[2]",
                        "total",
                        "speakers",
                        "names",
                        "second");
    }

    @Test
    void a_repeat_that_is_not_relevant_has_no_instances_and_keeps_nothing() {
        var answers = two().with("title", new Value.Text("rahasia"));
        var evaluation = SPEAKERS.evaluate(answers, FACTS);

        assertThat(evaluation.effective().find("speakers")).contains(new Value.Whole(0));
        assertThat(evaluation.relevant(evaluation.findPrompt("speaker").orElseThrow()))
                .isFalse();
        assertThat(evaluation.settled().names()).containsExactly("title");
    }

    @Test
    void removing_an_instance_closes_the_gap() {
        var answers = two().with("hours[2]", new Value.Whole(5));

        var rest = answers.withoutInstance(SPEAKERS.findRepeat("speaker").orElseThrow(), 1);

        assertThat(rest)
                .isEqualTo(Answers.none()
                        .with("speaker", new Value.Whole(1))
                        .with("name[1]", new Value.Text("Bu Sari"))
                        .with("hours[1]", new Value.Whole(5)));
    }

    @Test
    void the_last_instance_can_be_removed_too() {
        var repeat = SPEAKERS.findRepeat("speaker").orElseThrow();
        var evaluation = SPEAKERS.evaluate(Answers.none().withoutInstance(repeat, 1), FACTS);

        assertThat(evaluation.prompts()).extracting(Prompt::name).containsExactly("title", "speaker", "thanks");
        assertThat(evaluation.effective().find("total")).contains(new Value.Whole(0));
    }

    @Test
    void a_repeat_is_stored_as_a_list_of_objects() throws JsonProcessingException {
        var answers = two().with("title", new Value.Text("Dongeng"));
        var json = new ObjectMapper();

        var text = json.writeValueAsString(new AnswersJson().write(answers, SPEAKERS));

        assertThat(text)
                .isEqualTo("{\"speaker\":[{\"name\":\"Pak Budi\"},{\"name\":\"Bu Sari\"}],\"title\":\"Dongeng\"}");
        assertThat(new AnswersJson().read(json.readTree(text), SPEAKERS)).isEqualTo(answers);
    }

    @Test
    void the_form_may_compute_the_number_of_instances() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label,repeat_count
            ,integer,n,Berapa?,
            ,begin_repeat,r,Orang,${n}
            ,text,name,Siapa?,
            ,end_repeat,,,
            """);
        var answers = Answers.none().with("n", new Value.Whole(2)).with("name[2]", new Value.Text("Bu Sari"));

        assertThat(form.evaluate(answers, FACTS).prompts())
                .extracting(Prompt::name)
                .containsExactly("n", "name[1]", "name[2]");
        assertThat(form.evaluate(answers.with("n", new Value.Whole(1)), FACTS)
                        .settled()
                        .names())
                .containsExactly("n");
        assertThat(form.evaluate(Answers.none(), FACTS).prompts()).hasSize(1);
    }

    @Test
    void an_instance_may_be_asked_in_one_message() {
        var form = BuiltInForm.of(SETTINGS + """
            survey
            ,type,name,label,appearance
            ,begin_repeat,r,Orang,field-list
            ,text,name,Siapa?,
            ,integer,age,Umur?,
            ,end_repeat,,,
            """);
        var evaluation = form.evaluate(Answers.none().with("r", new Value.Whole(2)), FACTS);

        assertThat(evaluation.prompts()).extracting(Prompt::name).containsExactly("r[1]", "r[2]", "r");
        assertThat(evaluation.findPromptAt("0_2").orElseThrow().questions())
                .extracting(Question::name)
                .containsExactly("name[2]", "age[2]");
    }

    @Test
    void a_form_without_anything_that_changes_gives_its_own_prompts() {
        var form = BuiltInForm.get("PM");

        assertThat(form.evaluate(Answers.none(), FACTS).prompts()).isSameAs(form.prompts());
    }

    @Test
    void there_are_never_more_than_fifty_instances() {
        var answers = Answers.none().with("speaker", new Value.Whole(1_000_000));
        var evaluation = SPEAKERS.evaluate(answers, FACTS);

        assertThat(evaluation.effective().find("speakers")).contains(new Value.Whole(50));
        assertThat(evaluation.relevant(evaluation.findPrompt("speaker").orElseThrow()))
                .isFalse();
    }

    private static Answers two() {
        return Answers.none()
                .with("speaker", new Value.Whole(2))
                .with("name[1]", new Value.Text("Pak Budi"))
                .with("name[2]", new Value.Text("Bu Sari"));
    }

    private static Question question(Evaluation evaluation, String name) {
        return evaluation.findQuestion(name).orElseThrow();
    }
}
