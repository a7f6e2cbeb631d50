package id.laporpustaka.form.reading;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Evaluation;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateTest {
    private static final List<Form> FORMS = List.of("PM", "AD", "LI", "PB", "CD", "ST").stream()
            .map(BuiltInForm::get)
            .toList();
    private static final Form PM = FORMS.getFirst();
    private static final Template.Wording WORDING = new Template.Wording(
            "Isi setelah titik dua, lalu kirim kembali. Tanda * wajib diisi.",
            "Rincian, boleh dikosongkan",
            "pilihan seperti nomor {0}");

    @ParameterizedTest
    @EnumSource
    void a_template_names_its_form_first_and_fits_into_a_message(Language language) {
        for (var form : FORMS) {
            var text = written(form, language);

            assertThat(text).startsWith("[" + form.id() + "] " + form.title().in(language) + "\n" + WORDING.heading());
            assertThat(text.length()).isLessThanOrEqualTo(3_500);
        }
    }

    @Test
    void a_template_has_a_line_for_every_prompt_that_can_be_written() {
        var text = written(PM, Language.INDONESIAN);

        assertThat(text)
                .contains(
                        "1. Apa nama kegiatannya *: \n2. Tanggal berapa *: \n(Boleh tulis \"kemarin\"",
                        "(1 Pelatihan / lokakarya; 2 Kelas atau kursus rutin; ",
                        "Berapa pesertanya *: \n(Tulis laki-laki dan perempuan, contoh: 12 L 20 P.)\n",
                        "--- Rincian, boleh dikosongkan ---\n",
                        "Ada bidang lain (pilihan seperti nomor 4): \n",
                        "Kira-kira berapa rupiah biayanya: \n")
                .doesNotContain("foto", "Sebutkan bentuk");
    }

    @ParameterizedTest
    @EnumSource
    void a_template_that_was_not_filled_in_says_nothing(Language language) {
        for (var form : FORMS) {
            var found = Template.find(written(form, language), FORMS).orElseThrow();

            assertThat(found.form().id()).isEqualTo(form.id());
            assertThat(found.texts()).isEmpty();
        }
    }

    @Test
    void a_filled_template_is_read_prompt_by_prompt() {
        var text = filled(Map.ofEntries(
                Map.entry("Apa nama kegiatannya *", "Pelatihan keripik singkong"),
                Map.entry("Tanggal berapa *", "12-14 Agustus 2025"),
                Map.entry("Bentuk kegiatannya apa *", "1"),
                Map.entry("Bidang utamanya apa *", "ekonomi"),
                Map.entry("Kegiatannya di mana *", "2 Di luar perpustakaan"),
                Map.entry("Berapa pesertanya *", "12L 20P"),
                Map.entry("Kegiatan ini terutama untuk usia berapa *", "5"),
                Map.entry("Ada bidang lain (pilihan seperti nomor 4)", "3"),
                Map.entry("Siapa saja sasarannya", "1, 5"),
                Map.entry("Bekerja sama dengan siapa", "PKK dan karang taruna"),
                Map.entry("Kira-kira berapa rupiah biayanya", "sekitar 500rb"),
                Map.entry("Ada catatan atau kendala", "-")));

        var found = Template.find(text, FORMS).orElseThrow();
        var reading = read(found);

        assertThat(found.texts()).doesNotContainKey("note").hasSize(11);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.approximate()).containsExactly("pm_amount");
        assertThat(shortly(reading))
                .isEqualTo("title=Pelatihan keripik singkong date_start=2025-08-12 date_end=2025-08-14 pm_form=PLT"
                        + " pm_topic=EKO pm_mode=LUAR pm_male=12 pm_female=20 pm_age=U3159 pm_topic2=DIK"
                        + " pm_group=PRM+UMK pm_partner=PKK+KRT pm_amount=500000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
        [PM] Pelibatan masyarakat
        1. Apa nama kegiatannya *: Pelatihan keripik
        2. Tanggal berapa *: kemarin
        7. Berapa pesertanya *: 12 L 20 P
        """, """
            *[PM] Pelibatan masyarakat*

            • Apa nama kegiatannya* :   Pelatihan keripik

            • Tanggal berapa* :kemarin
            • Berapa pesertanya* = 12 L 20 P
            """, """
                > [PM] Pelibatan masyarakat
                > Apa nama kegiatannya?
                > Pelatihan keripik
                > Tanggal berapa?
                > kemarin
                > Berapa pesertanya?
                > (Tulis laki-laki dan perempuan, contoh: 12 L 20 P.)
                > 12 L
                > 20 P
                """, """
                    Assalamualaikum, ini laporannya
                    [PM] Pelibatan masyarakat
                    Isi setelah titik dua, lalu kirim kembali. Tanda * wajib diisi.
                    1) apa nama kegiatannya : Pelatihan keripik
                    2) TANGGAL BERAPA *: kemarin
                    (Boleh tulis "kemarin" atau "17 Agustus".)
                    3) Bentuk kegiatannya apa *:
                    7) Berapa pesertanya *: 12 L 20 P
                    (Tulis laki-laki dan perempuan, contoh: 12 L 20 P.)
                    --- Rincian, boleh dikosongkan ---
                    """, """
                        Apa nama kegiatanya: Pelatihan keripik
                        Tangal berapa: kemarin
                        Berapa pesertanya: 12 L 20 P
                        """, """
                            [PM] Community engagement
                            1. What is the activity called *: Pelatihan keripik
                            2. On which date *: kemarin
                            7. How many participants, male and female *: 12 L 20 P
                            """})
    void a_template_is_found_however_it_was_changed(String text) {
        var found = Template.find(text, FORMS).orElseThrow();

        assertThat(found.form().id()).isEqualTo("PM");
        assertThat(shortly(read(found)))
                .isEqualTo("title=Pelatihan keripik date_start=2025-08-19 pm_male=12 pm_female=20");
    }

    @Test
    void an_answer_may_have_several_lines() {
        var text = """
            [PM] Pelibatan masyarakat
            Apa nama kegiatannya: Pelatihan keripik
            Bekerja sama dengan siapa:
            - PKK
            - Karang Taruna
            Apa hasilnya bagi peserta: Peserta bisa
            membuat keripik.
            1. Ibu-ibu mulai menjual.
            """;

        var found = Template.find(text, FORMS).orElseThrow();

        assertThat(found.texts())
                .containsEntry("pm_result", "Peserta bisa\nmembuat keripik.\n1. Ibu-ibu mulai menjual.");
        assertThat(shortly(read(found))).contains("pm_partner=PKK+KRT");
    }

    @Test
    void what_is_not_understood_is_a_problem_of_its_prompt_and_of_no_other() {
        var text = """
            [PM] Pelibatan masyarakat
            Apa nama kegiatannya: Pelatihan keripik
            Tanggal berapa: minggu lalu
            Bentuk kegiatannya apa: 99
            Bidang utamanya apa: 1, 2
            Kegiatannya di mana: di bulan
            Berapa pesertanya: 32 orang
            Kira-kira berapa rupiah biayanya: 2 M
            """;

        var reading = read(Template.find(text, FORMS).orElseThrow());

        assertThat(shortly(reading)).isEqualTo("title=Pelatihan keripik");
        assertThat(reading.problems().entrySet().stream()
                        .map(problem -> problem.getKey() + ": " + Prompts.shortly(problem.getValue()))
                        .toList())
                .containsExactly(
                        "date_start: ? WholeWeek 2025-08-11 2025-08-12 2025-08-13 2025-08-14 2025-08-15 2025-08-16"
                                + " 2025-08-17",
                        "pm_form: ! NotAChoice[text=99]",
                        "pm_topic: ? SeveralChoices EKO TAN",
                        "pm_mode: ! NotAChoice[text=di bulan]",
                        "pm_lp: total 32",
                        "pm_amount: ? BareM 2000000000 2000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lapor pelatihan keripik",
                "Pelatihan keripik\nkemarin\n12 L 20 P",
                "Tanggal berapa: kemarin\nAda catatan atau kendala: tidak",
                "[PM]",
                "[XX] Lain\nApa itu: ini"
            })
    void other_messages_are_no_template(String text) {
        assertThat(Template.find(text, FORMS)).isEmpty();
    }

    @Property(tries = 100)
    void no_template_however_torn_breaks_the_reader(@ForAll String noise, @ForAll long seed) {
        var random = new Random(seed);
        var lines = new ArrayList<>(written(PM, Language.INDONESIAN).lines().toList());
        Collections.shuffle(lines, random);
        var torn = lines.stream()
                .limit(random.nextInt(lines.size()))
                .map(line -> random.nextBoolean() ? line + noise : line.substring(random.nextInt(line.length() + 1)))
                .collect(Collectors.joining("\n"));

        Template.find(torn, FORMS).ifPresent(found -> assertThat(read(found)).isNotNull());
        Template.find(noise, FORMS).ifPresent(found -> assertThat(read(found)).isNotNull());
    }

    private static String written(Form form, Language language) {
        return Template.write(form, evaluation(form, language), language, WORDING);
    }

    private static Evaluation evaluation(Form form, Language language) {
        return form.evaluate(Answers.none(), new Facts(Prompts.WEDNESDAY, ZoneId.of("Asia/Jakarta"), language));
    }

    private static TemplateReading read(FilledTemplate filled) {
        return Template.read(
                filled, evaluation(filled.form(), Language.INDONESIAN), Prompts.WEDNESDAY, Language.INDONESIAN);
    }

    /// The template with an answer behind each of these labels.
    private static String filled(Map<String, String> answers) {
        var text = written(PM, Language.INDONESIAN);
        for (var answer : answers.entrySet()) {
            var before = text;
            text = text.replace(answer.getKey() + ": \n", answer.getKey() + ": " + answer.getValue() + "\n");
            if (text.equals(before)) {
                text = text.replaceFirst(
                        java.util.regex.Pattern.quote(answer.getKey()) + ": $",
                        answer.getKey() + ": " + answer.getValue());
            }
        }
        return text;
    }

    private static String shortly(TemplateReading reading) {
        return reading.values().entrySet().stream()
                .map(value -> value.getKey() + "="
                        + Prompts.shortly(new Reading.Understood(Map.of("", value.getValue()), false)))
                .collect(Collectors.joining(" "));
    }
}
