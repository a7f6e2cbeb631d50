package id.laporpustaka.form.reading;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuickReaderTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void a_message_says_what_a_reader_would_understand_and_nothing_else(QuickReports.Example example) {
        var language = language(example.message());

        var reading = QuickReader.read(QuickForms.ACTIVITY, example.message(), Prompts.WEDNESDAY, language);

        assertThat(QuickReports.written(reading)).isEqualTo(example.meaning());
    }

    static List<QuickReports.Example> examples() {
        return QuickReports.list();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examplesOfAnyKind")
    void a_message_tells_what_kind_of_thing_it_reports(QuickReports.Example example) {
        var language = language(example.message());

        var form = QuickReader.findForm(QuickForms.BUILT_IN, example.message());
        var reading = QuickReader.read(
                form.orElse(QuickForms.BUILT_IN.getFirst()), example.message(), Prompts.WEDNESDAY, language);

        assertThat("    " + form.map(Form::id).orElse("-") + "\n" + QuickReports.written(reading))
                .isEqualTo(example.meaning());
    }

    static List<QuickReports.Example> examplesOfAnyKind() {
        return QuickReports.listOfAnyKind();
    }

    private static Language language(String message) {
        return message.startsWith("report") ? Language.ENGLISH : Language.INDONESIAN;
    }

    @Test
    void there_are_many_examples() {
        assertThat(QuickReports.list()).hasSizeGreaterThan(60);
    }

    @Test
    void a_form_without_such_questions_takes_what_it_can() {
        var reading = read(QuickForms.ADVOCACY, "lapor advokasi ke kepala desa kemarin, 3 orang, biaya 50rb");

        assertThat(reading.values())
                .isEqualTo(Map.of(
                        "title", new Value.Text("Advokasi ke kepala desa"),
                        "date_start", new Value.Day(Prompts.WEDNESDAY.minusDays(1))));
        assertThat(reading.unread()).containsExactly("biaya 50rb", "3 orang");
    }

    @Test
    void a_publication_keeps_its_link() {
        var reading = read(
                QuickForms.PUBLICATION, "lapor publikasi: reels lomba baca https://instagram.com/p/AbC?x=1 kemarin");

        assertThat(reading.values())
                .isEqualTo(Map.of(
                        "title", new Value.Text("Reels lomba baca"),
                        "date_start", new Value.Day(Prompts.WEDNESDAY.minusDays(1)),
                        "pb_url", new Value.Text("https://instagram.com/p/AbC?x=1")));
    }

    @Test
    void a_number_that_is_only_about_right_says_so() {
        var reading = read(QuickForms.ACTIVITY, "lapor dongeng kemarin, sekitar 12 L 20 P, kurang lebih 500rb");

        assertThat(reading.approximate()).contains("pm_male", "pm_female");
    }

    @Test
    void a_message_longer_than_any_is_not_read() {
        var reading = read(QuickForms.ACTIVITY, "lapor " + "pelatihan ".repeat(1_000));

        assertThat(reading.values()).isEmpty();
        assertThat(reading.unread()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lapor advokasi ke kades | AD",
                "Lapor Advokasi: audiensi | AD",
                "lapor publikasi postingan IG | PB",
                "lapor promosi | PB",
                "lapor pelibatan masyarakat pelatihan keripik | PM",
                "lapor pelibatan | PM",
                "lapor PM kemarin | PM",
                "lapor layanan | LI",
                "lapor layanan: jam buka ditambah | LI",
                "lapor peningkatan layanan informasi | LI",
                "lapor statistik | ST",
                "lapor statistik juli | ST",
                "lapor statistik bulanan | ST",
                "lapor cerita dampak | CD",
                "lapor cerita | CD",
                "report advocacy meeting | AD",
                "report impact story | CD",
                "Assalamualaikum, izin melaporkan advokasi kemarin | AD",
                "lapor pelatihan keripik | PM",
                "lapor pelatihn keripik | PM",
                "lapor bimbel matematika | PM",
                "izin lapor kegiatan lomba mewarnai | PM",
                "Nama kegiatan: Pelatihan las | PM",
                "Kami telah mengadakan penyuluhan gizi | PM",
            })
    void a_form_is_named_or_known_by_the_kind_of_activity(String text, String id) {
        assertThat(QuickReader.findForm(QuickForms.ALL, text).map(Form::id)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lapor",
                "lapor kegiatan kemarin",
                "lapor cerita rakyat anak-anak",
                "lapor layanan baca keliling",
                "lapor senam lansia",
                "halo",
                ""
            })
    void a_form_that_is_not_clear_is_asked(String text) {
        assertThat(QuickReader.findForm(QuickForms.ALL, text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lapor",
                "Lapor pelatihan",
                "/lapor pelatihan",
                "LAPORAN kegiatan",
                "Assalamualaikum, izin lapor pelatihan",
                "Mohon ijin melaporkan kegiatan hari ini",
                "selamat pagi bu, mau lapor",
                "report training yesterday"
            })
    void a_message_that_reports_says_so(String text) {
        assertThat(QuickReader.isReport(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"halo", "laporannya mana?", "pelatihan keripik", "12 L 20 P", "terima kasih", "pelapor", ""})
    void other_messages_do_not(String text) {
        assertThat(QuickReader.isReport(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 ",
                "a",
                "dua ",
                "12 L ",
                " ",
                "17/8/",
                "rp ",
                "peserta ",
                "di ",
                "senin ",
                "- ",
                "(",
                "Tempat: ",
                ",",
                "se",
                "dana ",
                "ya ",
                "kegiatan ",
                "lapor ",
                "hari ",
                "1, 2, 3, ",
                "untuk ",
                "https://a",
                "👩",
                "İ",
                "\n"
            })
    void a_text_that_repeats_itself_overflows_no_stack(String part) throws InterruptedException {
        var text = part.repeat(1_500 / part.length());
        var readings = new ArrayList<QuickReading>();
        var thread = new Thread(null, () -> readings.add(read(QuickForms.ACTIVITY, text)), "small", 256 * 1_024);

        thread.start();
        thread.join();

        assertThat(readings).hasSize(1);
    }

    private static QuickReading read(Form form, String text) {
        return QuickReader.read(form, text, Prompts.WEDNESDAY, Language.INDONESIAN);
    }
}
