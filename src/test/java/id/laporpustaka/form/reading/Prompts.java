package id.laporpustaka.form.reading;

import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One prompt of each kind, and readings in short words.
final class Prompts {
    static final LocalDate WEDNESDAY = LocalDate.of(2025, 8, 20);

    private static final Form FORM = BuiltInForm.of("""
        settings
        ,form_id,version,form_title
        ,T,1,Coba
        survey
        ,type,name,label,appearance,indicator
        ,integer,whole,Berapa?,,sessions
        ,decimal,part,Berapa?,,
        ,integer,money,Berapa rupiah?,thousands-sep,
        ,date,day,Kapan?,,date_start
        ,date,ahead,Kapan lagi?,,
        ,integer,degrees,Berapa derajat?,,
        ,time,hour,Jam berapa?,,
        ,datetime,moment,Kapan tepatnya?,,
        ,text,words,Apa?,,
        ,acknowledge,ok,Setuju?,,
        ,image,photo,Foto?,,
        ,date,month,Untuk bulan apa?,month-year,date_start
        ,date,year,Untuk tahun apa?,year,date_start
        ,integer,open,Berapa hari buka?,,
        """);
    private static final List<Form> BUILT_IN =
            Stream.of("PM", "AD", "LI", "PB", "CD").map(BuiltInForm::get).toList();

    private Prompts() {}

    static Prompt get(String name) {
        return Stream.concat(Stream.of(FORM), BUILT_IN.stream())
                .flatMap(form -> form.findPrompt(name).stream())
                .findFirst()
                .orElseThrow();
    }

    /// A question of any type, as an answer to it is read.
    static Reading read(QuestionType type, String text) {
        var like = get("words").questions().getFirst();
        var question = new Question(
                "asked",
                like.slot(),
                like.instance(),
                type,
                like.label(),
                like.hint(),
                like.requiredMessage(),
                like.appearances(),
                like.parameters(),
                like.indicator(),
                like.detail(),
                like.readOnly(),
                like.choices(),
                like.maximumFiles());
        return new AnswerReader()
                .read(
                        new Prompt.Single(question, "0", Optional.empty()),
                        List.of(),
                        text,
                        WEDNESDAY,
                        Language.INDONESIAN);
    }

    static Reading read(String name, String text) {
        return read(name, text, Language.INDONESIAN);
    }

    static Reading read(String name, String text, Language language) {
        var prompt = get(name);
        var choices = prompt.questions().getFirst().choices();
        return new AnswerReader().read(prompt, choices, text, WEDNESDAY, language);
    }

    /// `1500`, `~25` if approximate, `? BareM 2000000000 2000000`, `! NotANumber[]`.
    static String shortly(Reading reading) {
        return switch (reading) {
            case Reading.Understood understood ->
                (understood.approximate() ? "~" : "")
                        + understood.values().values().stream()
                                .map(Prompts::shortly)
                                .collect(Collectors.joining(" "));
            case Reading.Ambiguous ambiguous ->
                ("? " + ambiguous.kind().toString().replace("[]", "") + " " + shortly(ambiguous.candidates())).strip();
            case Reading.TotalOnly total -> "total " + total.total();
            case Reading.DayRange range -> range.start() + " .. " + range.end();
            case Reading.Refused refused -> "! " + refused.reason().toString().replace("[]", "");
        };
    }

    private static String shortly(List<Value> values) {
        return values.stream().map(Prompts::shortly).collect(Collectors.joining(" "));
    }

    private static String shortly(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Whole whole -> Long.toString(whole.number());
            case Value.Decimal decimal -> decimal.number().toPlainString();
            case Value.Day day -> day.date().toString();
            case Value.TimeOfDay time -> time.time().toString();
            case Value.Moment moment -> moment.at().toString();
            case Value.Selected selected -> String.join("+", selected.codes());
            case Value.Media media -> media.toString();
            case Value.Acknowledged _ -> "ok";
            case Value.Location location -> location.toString();
        };
    }
}
