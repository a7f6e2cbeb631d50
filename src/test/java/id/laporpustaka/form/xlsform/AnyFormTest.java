package id.laporpustaka.form.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.AnswersJson;
import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Evaluation;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Whatever a form says and whatever is answered, reading and evaluating go through.
final class AnyFormTest {
    private static final Facts FACTS =
            new Facts(LocalDate.of(2025, 8, 20), ZoneId.of("Asia/Jakarta"), Language.INDONESIAN);
    private static final Form EVERYTHING = BuiltInForm.of("""
        settings
        ,form_id,version,form_title
        ,T,1,Coba
        survey
        ,type,name,label,relevant,calculation,constraint,repeat_count,required,choice_filter
        ,start,begun,,,,,,,
        ,text,words,Kata,,,string-length(.) < 9,,yes,
        ,integer,whole,Bulat,${words} != 'x',,. > 0,,,
        ,decimal,part,Pecahan,,,. < ${whole},,,
        ,date,day,Hari,,,. <= today(),,,
        ,time,hour,Jam,,,,,,
        ,datetime,moment,Saat,,,,,,
        ,select_one c,one,Satu,,,,,,
        ,select_multiple c or_other,many,Banyak,,,,,,
        ,image,photos,Foto,,,,,,
        ,geopoint,place,Tempat,,,,,,
        ,range,scale,Nilai,,,,,,
        ,acknowledge,ok,Setuju,,,,,,
        ,begin_repeat,speaker,Narasumber,${whole} < 100,,,,,
        ,text,name,Nama,,,,,yes,
        ,integer,hours,Jam ${name},,,. < 9,,,
        ,calculate,tag,,,"concat(${name}, position(..), uuid())",,,,
        ,end_repeat,,,,,,,,
        ,begin_repeat,guest,Tamu,,,,${whole},,
        ,select_one c,kind,Apa,,,,,yes,name != ${one}
        ,end_repeat,,,,,,,,
        ,calculate,sum,,,sum(${hours}) + count(${speaker}),,,,
        ,calculate,joined,,,"join(', ', ${name})",,,,
        ,note,n,"Ada ${joined}",,,,,,
        choices
        ,list_name,name,label
        ,c,A,a
        ,c,B,b
        """);

    private static final List<String> EXPRESSIONS = List.of(
            "${q1} > 3",
            "${q0} = 'a' and selected(${q2}, 'b')",
            "count(${q1}) + sum(${q2})",
            "string-length(.) < 5",
            "once(uuid()) != ''",
            "regex(., '(a+)+b')",
            "pulldata('history', 'number', 'link', .) = ''",
            "count(instance('villages')/root/item[name = ${q1}]) > 0",
            "indexed-repeat(${q1}, ${q3}, 1) = 2",
            "position(..) > 1",
            "today() - 1 > ${q0}",
            "jr:choice-name(${q2}, '${q2}') = 'Apa?'");
    private static final List<String> TEXTS = List.of("Apa?", "Ada ${q0}?", "${q1} dan ${q2}");
    private static final List<String> YES_AND_NO = List.of("yes", "no");
    private static final Map<String, List<String>> SURVEY = Map.ofEntries(
            Map.entry(
                    "type",
                    List.of(
                            "text",
                            "integer",
                            "decimal",
                            "date",
                            "note",
                            "calculate",
                            "hidden",
                            "begin_group",
                            "begin_repeat",
                            "select_one c",
                            "select_multiple c or_other",
                            "select_one_from_file villages.csv",
                            "select_one_from_file my_reports.csv",
                            "range",
                            "geopoint",
                            "image",
                            "start")),
            Map.entry("label", TEXTS),
            Map.entry("label::English (en)", TEXTS),
            Map.entry("hint", TEXTS),
            Map.entry("relevant", EXPRESSIONS),
            Map.entry("constraint", EXPRESSIONS),
            Map.entry("constraint_message", TEXTS),
            Map.entry("calculation", EXPRESSIONS),
            Map.entry("warning", EXPRESSIONS),
            Map.entry("default", List.of("3", "${q0}", "today()")),
            Map.entry("required", YES_AND_NO),
            Map.entry("read_only", YES_AND_NO),
            Map.entry("detail", YES_AND_NO),
            Map.entry("repeat_count", List.of("3", "${q0}", "${q1} * 2")),
            Map.entry("choice_filter", List.of("province = ${q0}", "name != 'q1'", "label = province")),
            Map.entry("appearance", List.of("field-list", "minimal", "month-year", "signature")),
            Map.entry("parameters", List.of("start=0 end=3 step=1", "randomize=true")),
            Map.entry("max_files", List.of("1", "5")));
    private static final Map<String, List<String>> CHOICES = Map.of(
            "list_name", List.of("c"), "label", TEXTS, "province", List.of("JT", "JB"), "value2", List.of("x", "y"));

    @Property(tries = 400)
    void any_sheets_are_read_or_refused(@ForAll("anySheets") Sheets sheets) {
        var reading = XlsForms.read(sheets);

        switch (reading) {
            case FormReading.Accepted(var form, var _) -> evaluateAll(form, Answers.none());
            case FormReading.Refused(var problems) ->
                assertThat(problems)
                        .isNotEmpty()
                        .allSatisfy(
                                problem -> assertThat(problem.message().texts()).containsOnlyKeys(Language.values()));
        }
    }

    @Property(tries = 300)
    void a_form_with_a_few_damaged_cells_is_read_or_refused(
            @ForAll("places") List<Integer> places, @ForAll("cells") List<String> cells) {
        var csv = new ArrayList<>(BuiltInForm.text("PM").lines().toList());
        for (var i = 0; i < Math.min(places.size(), cells.size()); i++) {
            var line = Math.floorMod(places.get(i), csv.size());
            var parts = new ArrayList<>(List.of(csv.get(line).split(",", -1)));
            parts.set(
                    Math.floorMod(places.get(i) / 100, parts.size()),
                    '"' + cells.get(i).replace("\"", "\"\"") + '"');
            csv.set(line, String.join(",", parts));
        }

        var reading = XlsForms.read(String.join("\n", csv));

        if (reading instanceof FormReading.Accepted(var form, var _)) {
            evaluateAll(form, Answers.none().with("title", new Value.Text("Dongeng")));
        }
    }

    @Property(tries = 500)
    void any_answers_are_evaluated(@ForAll("anyAnswers") Answers answers) {
        var evaluation = evaluateAll(EVERYTHING, answers);

        assertThat(EVERYTHING.evaluate(evaluation.settled(), FACTS).settled()).isEqualTo(evaluation.settled());
        assertThat(EVERYTHING.evaluate(evaluation.settled(), FACTS).effective()).isEqualTo(evaluation.effective());
    }

    @Property(tries = 500)
    void what_is_stored_is_read_again_without_loss(@ForAll("anyAnswers") Answers answers) {
        var kept = EVERYTHING.evaluate(answers, FACTS).effective();
        var json = new AnswersJson();

        assertThat(json.read(json.write(kept, EVERYTHING), EVERYTHING)).isEqualTo(kept);
    }

    private static Evaluation evaluateAll(Form form, Answers answers) {
        var evaluation = form.evaluate(answers, FACTS);
        for (var prompt : evaluation.prompts()) {
            evaluation.relevant(prompt);
            evaluation.required(prompt);
            assertThat(evaluation.findPromptAt(prompt.place())).contains(prompt);
            for (var question : prompt.questions()) {
                evaluation.violation(question);
                evaluation.warning(question);
                evaluation.suggestion(question);
                evaluation.choices(question);
            }
        }
        evaluation.effective();
        evaluation.instanceName();
        return evaluation;
    }

    @Provide
    Arbitrary<Answers> anyAnswers() {
        var names = new ArrayList<>(EVERYTHING.questions().stream()
                .filter(question -> question.type().isAnswered()
                        && EVERYTHING.findRepeatOf(question).isEmpty())
                .map(Question::name)
                .toList());
        for (var instance = 1; instance <= 3; instance++) {
            names.addAll(List.of("name[" + instance + "]", "hours[" + instance + "]", "kind[" + instance + "]"));
        }
        names.addAll(List.of("speaker", "name[0]", "name[99]", "nothing", "words[1]"));
        return Arbitraries.of(names)
                .flatMap(name -> value(name).map(value -> new Given(name, value)))
                .list()
                .ofMaxSize(12)
                .map(all -> {
                    var answers = Answers.none();
                    for (var given : all) {
                        answers = answers.with(given.name(), given.value());
                    }
                    return answers;
                });
    }

    private record Given(String name, Value value) {}

    private static Arbitrary<? extends Value> value(String name) {
        var number = Arbitraries.longs().between(-3, 120);
        if (name.equals("speaker")) {
            return number.map(Value.Whole::new);
        }
        return switch (EVERYTHING.findQuestion(name).map(Question::type).orElse(QuestionType.TEXT)) {
            case INTEGER -> number.map(Value.Whole::new);
            case DECIMAL -> number.map(digits -> new Value.Decimal(BigDecimal.valueOf(digits, 1)));
            case RANGE -> number.map(Value.Whole::new);
            case DATE -> number.map(days -> new Value.Day(FACTS.today().minusDays(days)));
            case TIME -> number.map(minutes -> new Value.TimeOfDay(LocalTime.NOON.plusMinutes(minutes)));
            case DATETIME -> number.map(minutes -> new Value.Moment(FACTS.now().plusMinutes(minutes)));
            case SELECT_ONE -> Arbitraries.of("A", "B", "Z").map(Value.Selected::of);
            case SELECT_MULTIPLE ->
                Arbitraries.of("A", "B", "other")
                        .set()
                        .ofMinSize(1)
                        .map(codes -> new Value.Selected(List.copyOf(codes)));
            case IMAGE, AUDIO, VIDEO, FILE ->
                number.map(id -> new Value.Media(List.of(new MediaFile("f" + id, "u" + id, "image/jpeg", id))));
            case GEOPOINT -> number.map(degrees -> new Value.Location(degrees / 2.0, degrees, OptionalDouble.empty()));
            case ACKNOWLEDGE -> Arbitraries.just(new Value.Acknowledged());
            case TEXT, NOTE, CALCULATE, HIDDEN, START, END, TODAY, USERNAME ->
                Arbitraries.strings().ofMaxLength(12).map(Value.Text::new);
        };
    }

    @Provide
    Arbitrary<List<Integer>> places() {
        return Arbitraries.integers().between(0, 100_000).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<String>> cells() {
        return cell().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<Sheets> anySheets() {
        var survey = sheet("survey", SURVEY);
        var choices = sheet("choices", CHOICES);
        var further = sheet("villages", CHOICES);
        var settings = new Sheets.Sheet(
                "settings",
                1,
                List.of("form_id", "version", "form_title", "instance_name"),
                List.of(new Sheets.Row(2, Map.of("form_id", "T", "version", "1", "form_title", "Coba"))));
        return Combinators.combine(survey, choices, further)
                .as((first, second, third) -> new Sheets(List.of(settings, first, second, third)));
    }

    private static Arbitrary<Sheets.Sheet> sheet(String name, Map<String, List<String>> columns) {
        var cells = Arbitraries.of(columns.keySet())
                .flatMap(column -> Arbitraries.frequencyOf(
                                Tuple.of(30, Arbitraries.of(Objects.requireNonNull(columns.get(column)))),
                                Tuple.of(1, cell()))
                        .map(cell -> Map.entry(column, cell)));
        return cells.list().ofMaxSize(5).list().ofMaxSize(8).map(all -> {
            var rows = new ArrayList<Sheets.Row>();
            for (var row : all) {
                var filled = new LinkedHashMap<String, String>();
                row.forEach(cell -> filled.putIfAbsent(cell.getKey(), cell.getValue()));
                filled.putIfAbsent("type", rows.size() % 3 == 0 ? "text" : "integer");
                filled.putIfAbsent("name", "q" + rows.size());
                filled.putIfAbsent("label", "Apa?");
                filled.putIfAbsent("list_name", "c");
                var number = rows.size() + 2;
                rows.add(new Sheets.Row(number, filled));
                if (filled.get("type").startsWith("begin")) {
                    rows.add(new Sheets.Row(
                            number, Map.of("type", "text", "name", "in" + number, "label", "Di dalam?")));
                    rows.add(new Sheets.Row(
                            number, Map.of("type", filled.get("type").replace("begin", "end"))));
                }
            }
            return new Sheets.Sheet(name, 1, List.copyOf(columns.keySet()), rows);
        });
    }

    /// A cell that is hardly right.
    private static Arbitrary<String> cell() {
        var symbols = Arbitraries.of(
                        "${q1}",
                        "${",
                        "}",
                        "(",
                        ")",
                        "[",
                        "]",
                        "'",
                        "\"",
                        ",",
                        ".",
                        "..",
                        "/",
                        "+",
                        "-",
                        "*",
                        " div ",
                        " or ",
                        "=",
                        "!=",
                        "<",
                        "if(",
                        "selected(",
                        "concat(",
                        "1",
                        "2.5",
                        "a",
                        "name",
                        " ",
                        "\u201c",
                        "%Y",
                        "=",
                        "::",
                        "\n")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts).strip());
        return Arbitraries.oneOf(symbols, Arbitraries.strings().ofMaxLength(20).map(String::strip))
                .filter(text -> !text.isEmpty());
    }
}
