package id.laporpustaka.form.reading;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Language;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.Value;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class QuickReaderProperties {
    private static final List<String> FRAGMENTS = List.of(
            "lapor",
            "pelatihan keripik singkong",
            "dongeng jumat",
            "lomba 17 agustus",
            "kemarin",
            "minggu lalu",
            "12-14 Agustus 2025",
            "17/8/25",
            "tgl 17",
            "12L 20P",
            "12/20",
            "25 ibu-ibu",
            "peserta 32 orang (12 L)",
            "32 orang",
            "mitra PKK",
            "bersama karang taruna",
            "dana desa 500rb",
            "biaya 1,5jt",
            "Rp. 1.500.000,-",
            "2M",
            "1,500",
            "di balai desa",
            "di perpus",
            "untuk anak-anak",
            "swadaya",
            "gratis",
            "3 pertemuan",
            "2 difabel",
            "jam 10.00-12.00 WIB",
            "Nama kegiatan: Bimbel",
            "Tempat : Aula",
            "*Peserta*:",
            "Biaya: -",
            "https://example.org/a?b=c",
            "📅 kemarin",
            "👩",
            "1️⃣2️⃣ L",
            "Assalamualaikum",
            "terima kasih kak",
            "(",
            ")",
            "-",
            "½",
            "İ",
            "ß",
            "dan",
            "0",
            "999999999999 juta");

    @Property(tries = 150)
    void no_text_breaks_it(@ForAll String text) {
        assertThat(read(text)).isNotNull();
        assertThat(QuickReader.findForm(QuickForms.ALL, text)).isNotNull();
        QuickReader.isReport(text);
    }

    @Property(tries = 150)
    void every_value_is_of_the_type_that_its_question_takes(@ForAll("messages") String text) {
        read(text).values().forEach((name, value) -> {
            var question = QuickForms.ACTIVITY.findQuestion(name).orElseThrow();

            assertThat(fits(question, value)).as("%s = %s", name, value).isTrue();
        });
    }

    @Property(tries = 150)
    void nothing_is_invented(@ForAll("messages") String text) {
        var said = ChoiceNames.plain(Spelling.inLines(text));

        read(text).values().forEach((name, value) -> {
            var question = QuickForms.ACTIVITY.findQuestion(name).orElseThrow();

            assertThat(isSaid(question, value, said)).as("%s = %s", name, value).isTrue();
        });
    }

    @Property(tries = 150)
    void the_same_message_always_says_the_same(@ForAll("messages") String text) {
        assertThat(read(text)).isEqualTo(read(text));
    }

    @Provide
    Arbitrary<String> messages() {
        var fragments = Arbitraries.of(FRAGMENTS);
        var marks = Arbitraries.of(" ", ", ", "\n", ". ", " - ", "; ");
        return fragments
                .flatMap(fragment -> marks.map(mark -> fragment + mark))
                .list()
                .ofMaxSize(10)
                .map(parts -> String.join("", parts));
    }

    private static QuickReading read(String text) {
        return QuickReader.read(QuickForms.ACTIVITY, text, Prompts.WEDNESDAY, Language.INDONESIAN);
    }

    private static boolean fits(Question question, Value value) {
        return switch (question.type()) {
            case TEXT -> value instanceof Value.Text(var text) && !text.isBlank();
            case INTEGER -> value instanceof Value.Whole(var number) && number >= 0;
            case DATE -> value instanceof Value.Day(var date) && !date.isAfter(Prompts.WEDNESDAY);
            case SELECT_ONE -> value instanceof Value.Selected(var codes) && codes.size() == 1;
            case SELECT_MULTIPLE ->
                value instanceof Value.Selected(var codes)
                        && !codes.isEmpty()
                        && codes.stream()
                                .allMatch(code -> question.findChoice(code).isPresent());
            default -> false;
        };
    }

    private static boolean isSaid(Question question, Value value, String said) {
        return switch (value) {
            case Value.Text(var text) ->
                Stream.of(ChoiceNames.plain(text).split(" ", -1)).allMatch(said::contains);
            case Value.Whole(var number) ->
                number == 0 || said.matches(".*\\d.*") || said.contains("se") || said.contains("setengah");
            case Value.Day _ -> said.matches(".*(?:kemarin|agustus|17).*");
            case Value.Selected(var codes) ->
                codes.stream()
                        .map(code -> ChoiceNames.of(question.findChoice(code).orElseThrow()))
                        .allMatch(names -> Stream.concat(names.whole().stream(), names.parts().stream())
                                .anyMatch(name -> ChoiceNames.once(said).contains(ChoiceNames.once(name))));
            default -> false;
        };
    }
}
