package id.laporpustaka.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.form.Answers;
import id.laporpustaka.form.AnswersJson;
import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTextsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    @Test
    void every_answer_has_its_question_and_is_in_words() {
        var form = BuiltInForm.get("PM");
        var sent = answers(form, """
            {"title":"Pelatihan <b>keripik</b>","date_start":"2025-08-17","pm_form":"PLT","pm_male":12,
             "pm_female":20,"pm_total":32,"photos":[{"file_id":"f","unique_id":"u","content_type":"image/jpeg",
             "size":1}],"photo_child":"NO","pm_fund":["DD","TANPA"],"pm_amount":500000}\
            """);

        assertThat(lines(form, sent, Language.INDONESIAN))
                .containsExactly(
                        "Apa nama kegiatannya? Pelatihan <b>keripik</b>",
                        "Tanggal berapa? Minggu, 17 Agustus 2025",
                        "Bentuk kegiatannya apa? Pelatihan / lokakarya",
                        "Berapa pesertanya? 12 laki-laki, 20 perempuan (32 orang)",
                        "Kirim 1-5 foto kegiatan. 1 foto",
                        "Apakah ada anak di bawah 18 tahun yang wajahnya terlihat jelas? Tidak",
                        "Dananya dari mana? Dana desa / APBDes, Tanpa biaya",
                        "Kira-kira berapa rupiah biayanya? Rp500.000");
        assertThat(lines(form, sent, Language.ENGLISH))
                .contains("On which date? Sunday, 17 August 2025", "About how much did it cost? Rp500,000");
        assertThat(new Texts().answers(Language.INDONESIAN).list(form, sent, facts(Language.INDONESIAN)))
                .filteredOn(AnswerTexts.Answer::title)
                .extracting(AnswerTexts.Answer::prompt)
                .containsExactly("title");
    }

    @Test
    void answers_in_a_repeat_say_of_which_one_they_are() {
        var form = BuiltInForm.of("""
            settings
            ,form_id,version,form_title
            ,XR,1,Narasumber
            survey
            ,type,name,label
            ,begin_repeat,speaker,Narasumber
            ,text,speaker_name,Siapa namanya?
            ,end_repeat,,
            """);
        var sent = answers(form, "{\"speaker\":[{\"speaker_name\":\"Bu Ani\"},{\"speaker_name\":\"Pak Budi\"}]}");

        assertThat(new Texts().answers(Language.INDONESIAN).list(form, sent, facts(Language.INDONESIAN)))
                .extracting(answer -> answer.within().orElse("") + ": " + answer.answer())
                .containsExactly("Narasumber 1: Bu Ani", "Narasumber 2: Pak Budi");
    }

    @Test
    void what_was_sent_is_told_although_the_rules_would_not_ask_for_it_today() {
        var form = BuiltInForm.get("PB");
        var sent = answers(form, "{\"title\":\"Siaran\",\"pb_about\":\"PM-2508-000001-K\"}");

        assertThat(lines(form, sent, Language.INDONESIAN)).contains("Tentang kegiatan yang mana? PM-2508-000001-K");
    }

    private static List<String> lines(Form form, Answers sent, Language language) {
        return new Texts()
                .answers(language).list(form, sent, facts(language)).stream()
                        .map(answer -> answer.label() + " " + answer.answer())
                        .toList();
    }

    private static Facts facts(Language language) {
        return new Facts(LocalDate.of(2025, 8, 20), ZONE, language);
    }

    private static Answers answers(Form form, String json) {
        try {
            return new AnswersJson().read(new ObjectMapper().readTree(json), form);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
