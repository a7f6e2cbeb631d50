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
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuestionTypesTest {
    private static final String SETTINGS = "settings\n,form_id,version,form_title\n,T,1,Coba\n";
    private static final LocalDateTime BEGUN = LocalDateTime.of(2025, 8, 19, 23, 50);
    private static final LocalDateTime NOW = LocalDateTime.of(2025, 8, 20, 9, 30);
    private static final ExternalData OUTSIDE = new Outside();
    private static final Facts FACTS = new Facts(
            NOW.toLocalDate(), ZoneId.of("Asia/Jakarta"), Language.INDONESIAN, NOW, OUTSIDE, "p7", BEGUN, "T/41");

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
        var problems = problems(SETTINGS + "survey,type,name,label\n,text,b,B?\n," + type + ",a,A?\n");

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
        var problems = problems(SETTINGS + "survey,type,name,label,constraint\n,text,a,A?,\"" + expression + "\"\n");

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.row() + " " + problem.column()).isEqualTo("5 constraint");
            assertThat(problem.message().in(Language.ENGLISH)).isEqualTo(message);
        });
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
    void a_read_only_text_without_a_value_is_a_note() {
        var form = BuiltInForm.of(SETTINGS + "survey,type,name,label,read_only\n,text,a,Bacalah ini.,yes\n");

        assertThat(form.questions().getFirst().type()).isEqualTo(QuestionType.NOTE);
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
        var next = new Facts(NOW.toLocalDate(), FACTS.zone(), Language.INDONESIAN, NOW, OUTSIDE, "p7", BEGUN, "T/42");

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
        assertThat(problems(pets(expression)))
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

    @Test
    void a_repeat_in_a_repeat_is_refused_with_its_place() {
        var problems = problems(SETTINGS + """
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
        var problems = problems(SETTINGS + "survey,type,name,label\n,begin_group,g,\n,text,a,A?\n,end_repeat,,\n");

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

    private static Answers chosen(String question, String... codes) {
        return Answers.none().with(question, new Value.Selected(List.of(codes)));
    }

    private static List<FormProblem> problems(String csv) {
        return switch (XlsForms.read(csv)) {
            case FormReading.Accepted accepted ->
                throw new AssertionError("accepted " + accepted.form().id());
            case FormReading.Refused refused -> refused.problems();
        };
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
