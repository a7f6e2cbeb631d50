package id.laporpustaka.form.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WordReadingTest {
    private final ControlWords words = new ControlWords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ya", "y", "iya", "iy", "iyaa", "yoi", "yup", "betul", "benar", "bener", "ok", "oke", "okey", "siap",
                "sip", "setuju", "sudah", "sdh", "udah", "ada", "Ya.", "YA!", "yaaaa", "siiip", "iya kak", "oke min",
                "siap 🙏", "yes", "yeah", "sure", "correct"
            })
    void yes_has_many_words(String text) {
        assertThat(words.find(text)).contains(Control.YES);
        assertThat(Prompts.shortly(Prompts.read("photo_child", text))).isEqualTo("YES");
        assertThat(Prompts.shortly(Prompts.read("ok", text))).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tidak",
                "tdk",
                "tdak",
                "gak",
                "ga",
                "nggak",
                "ngga",
                "enggak",
                "kagak",
                "bukan",
                "belum",
                "blm",
                "blum",
                "tanpa",
                "tidak ada",
                "gak ada",
                "nggak kak",
                "no",
                "nope",
                "not yet"
            })
    void no_has_many_words(String text) {
        assertThat(words.find(text)).contains(Control.NO);
        assertThat(Prompts.shortly(Prompts.read("photo_child", text))).isEqualTo("NO");
    }

    @ParameterizedTest
    @CsvSource({
        "batal,CANCEL",
        "cancel,CANCEL",
        "Batalkan,CANCEL",
        "kembali,BACK",
        "back,BACK",
        "lewati,SKIP",
        "skip,SKIP",
        "lanjut,SKIP",
        "selesai,DONE",
        "done,DONE",
        "ubah,CHANGE",
        "ganti,CHANGE",
        "ralat,CHANGE",
        "salah,CHANGE",
        "simpan,SAVE",
        "kirim,SEND",
        "Kirim!,SEND",
        "bantuan,HELP",
        "help,HELP",
        "menu,MENU",
        "/menu,MENU",
        "terima kasih,THANKS",
        "Terima kasih 🙏,THANKS",
        "makasih,THANKS",
        "mksh,THANKS",
        "trims,THANKS",
        "suwun,THANKS",
        "nuhun,THANKS",
        "matur nuwun,THANKS",
        "makasih kak,THANKS",
        "Assalamualaikum,GREETING",
        "Ass.,GREETING",
        "Aslm,GREETING",
        "Selamat pagi,GREETING",
        "Met pagi,GREETING",
        "Mohon izin lapor,GREETING",
        "Izin melaporkan,GREETING",
        "Min,GREETING",
        "Kak,GREETING",
        "Selamat pagi kak mohon izin lapor,GREETING",
        "tidak tahu,DO_NOT_KNOW",
        "gak tau,DO_NOT_KNOW",
        "not sure,DO_NOT_KNOW",
        "go back,BACK",
        "that's all,DONE",
        "never mind,CANCEL",
        "skip it,SKIP"
    })
    void a_word_that_steers_is_recognised(String text, Control control) {
        assertThat(words.find(text)).contains(control);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pelatihan keripik",
                "12",
                "batal nikah jadi tema diskusi",
                "Selamat pagi, lapor pelatihan",
                "P",
                "L",
                "12 L",
                "Kembali ke alam",
                "Kak Seto mendongeng",
                "assets"
            })
    void anything_else_is_content(String text) {
        assertThat(words.find(text)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Assalamualaikum, pelatihan keripik | pelatihan keripik",
                "Assalamu'alaikum wr. wb. Pelatihan keripik | Pelatihan keripik",
                "Ass. Min mohon izin lapor pelatihan keripik | pelatihan keripik",
                "Selamat pagi kak, izin melaporkan: Dongeng Jumat | Dongeng Jumat",
                "Met pagi min, 12 L 20 P | 12 L 20 P",
                "Min, kemarin | kemarin",
                "12 L 20 P, terima kasih kak | 12 L 20 P",
                "Kak Seto mendongeng | Kak Seto mendongeng",
                "Assessment literasi | Assessment literasi",
                "Pagi ceria bersama anak | Pagi ceria bersama anak",
                "Halo Perpustakaan | Perpustakaan",
                "Ibu hamil sehat | Ibu hamil sehat",
            })
    void courtesy_is_taken_away_and_nothing_else(String text, String content) {
        assertThat(words.withoutCourtesy(text)).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pm_form | PLT | PLT",
                "pm_form | plt | PLT",
                "pm_form | Pelatihan / lokakarya | PLT",
                "pm_form | pelatihan | PLT",
                "pm_form | pelathan | PLT",
                "pm_form | lokakarya | PLT",
                "pm_form | Training | PLT",
                "pm_form | bimbel | BMB",
                "pm_form | panen raya | ! NotAChoice[text=panen raya]",
                "pm_form | bimbingan | BMB",
                "pm_form | bazar | LMB",
                "pm_form | lainnya | LAIN",
                "pm_form | dongeng | DNG",
                "pm_form | 1 | PLT",
                "pm_form | nomor 2 | KLS",
                "pm_form | 13 | ! NotAChoice[text=13]",
                "pm_form | ke | ? SeveralChoices KLS KOM",
                "pm_topic | kesehatan | KES",
                "pm_topic | kesehtan | KES",
                "pm_topic | ke | ? SeveralChoices KES KLG AGM",
                "pm_mode | di perpustakaan | PERP",
                "pm_mode | daring | DARING",
                "pm_mode | hybrid | HIB",
                "pm_mode | di | ? SeveralChoices PERP LUAR",
                "pm_age | dewasa | U3159",
                "pm_age | semua umur | UMUM",
                "pm_age | semua | UMUM",
                "pm_age | anak2 | U612",
                "pm_age | nomor 2 | U612",
                "pm_age | 2 | ! NotAChoice[text=2]",
                "pm_group | PKK | KDR",
                "pm_group | Petani, nelayan dan lansia | TNI+NEL+LAN",
                "pm_group | Petani / peternak | TNI",
                "pm_group | PRM, ANK | PRM+ANK",
                "pm_group | petani, alien | ! NotAChoice[text=alien]",
                "pm_group | ibu2 rumah tangga | PRM",
                "pm_partner | tidak ada mitra | NONE",
                "pm_partner | tidak ada | NONE",
                "pm_partner | PKK, karang taruna dan sekolah | PKK+KRT+SEK",
                "pm_partner | pkk karang taruna sekolah | PKK+KRT+SEK",
                "pm_partner | PKK sama Karang Taruna | PKK+KRT",
                "pm_partner | 7 dan 8 | PKK+KRT",
                "pm_partner | 7, 8 | PKK+KRT",
                "pm_partner | 7 8 | PKK+KRT",
                "pm_fund | dana desa dan swadaya | DD+SWD",
                "photo_consent | ya, sudah ada izin | YES",
                "photo_consent | belum | NO",
                "photo_consent | ya tapi belum izin | ! NotAChoice[text=ya tapi belum izin]",
                "pm_mode | di rumah bu RT | LUAR",
                "pm_mode | di SDN 2 Sukamaju | LUAR",
                "pm_mode | masjid al ikhlas | LUAR",
                "pm_mode | balai desa | LUAR",
                "pm_mode | perpus desa sukamaju | PERP",
                "pm_mode | at the village hall | LUAR",
                "pm_mode | online dan di balai desa | ! NotAChoice[text=online dan di balai desa]",
                "li_kind | jam buka | JAM",
                "li_kind | jam buka ditambah | JAM",
                "li_kind | buku | KOL",
                "pm_age | 35 tahun | U3159",
                "pm_age | 14 thn | U1317",
                "pm_age | umur 8 | U612",
                "pm_age | 35 | U3159",
                "pm_age | 65 years | U60",
                "pm_age | teenagers | U1317",
                "pm_age | anak SD kelas 4 | U612",
                "pm_group | ibu | PRM",
                "cd_sex | ibu | P",
                "cd_income_before | 1,5 juta | I3",
                "cd_income_before | 2,5 jt | I4",
                "cd_income_before | 400rb | I1",
                "cd_income_before | 6 juta | I6",
                "cd_income_before | 1 juta | ? SeveralChoices I2 I3",
                "ad_ask | buku, wifi | KOL+NET",
                "ad_ask | dana 10 juta | ANG",
                "pm_partner | PKK, karang taruna sama bu bidan | ! NotAChoice[text=bu bidan]",
                "pm_partner | PKK, alien, robot | ! NotAChoice[text=alien, robot]",
                "pm_partner | SDN 2 Sukamaju dan bank sampah melati | SEK+KOM",
                "pb_channel | posting instagram | IG",
            })
    void a_choice_may_be_typed(String prompt, String text, String meant) {
        assertThat(Prompts.shortly(Prompts.read(prompt, text))).isEqualTo(meant);
    }

    @Test
    void a_text_is_trimmed_and_brought_into_one_form() {
        assertThat(Prompts.shortly(Prompts.read("words", "  Ｋｅｒｉｐｉｋ\u0007 singkong \r\n\r\n\r\n\r\nenak  ")))
                .isEqualTo("Keripik  singkong \n\nenak");
    }

    @ParameterizedTest
    @CsvSource({
        "instagram.com/p/xyz,https://instagram.com/p/xyz",
        "www.facebook.com,https://www.facebook.com",
        "http://desa.id/a,http://desa.id/a",
        "belum ada,belum ada"
    })
    void a_link_may_be_typed_without_its_beginning(String text, String link) {
        assertThat(Prompts.shortly(Prompts.read("pb_url", text))).isEqualTo(link);
    }

    @Test
    void a_text_loses_a_greeting_but_not_a_name_that_looks_like_one() {
        assertThat(Prompts.shortly(Prompts.read("words", "Assalamualaikum, izin lapor pelatihan keripik")))
                .isEqualTo("pelatihan keripik");
        assertThat(Prompts.shortly(Prompts.read("words", "Selamat pagi Indonesia")))
                .isEqualTo("Selamat pagi Indonesia");
    }

    @Test
    void a_text_that_is_empty_or_too_long_is_refused() {
        assertThat(Prompts.shortly(Prompts.read("words", " \n "))).isEqualTo("! Empty");
        assertThat(Prompts.shortly(Prompts.read("words", "a".repeat(4_001)))).isEqualTo("! TextTooLong[most=4000]");
        assertThat(Prompts.shortly(Prompts.read("words", "a".repeat(4_000)))).hasSize(4_000);
    }

    @Test
    void a_text_is_no_photo() {
        assertThat(Prompts.shortly(Prompts.read("photo", "nanti ya"))).isEqualTo("! FileExpected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "part", "money", "day", "hour", "moment", "pm_lp", "pm_group", "photo_child"})
    void no_text_however_odd_breaks_a_reader_or_keeps_it_busy(String prompt) {
        var odd = new String[] {
            "",
            " ",
            "\u0000",
            "𝟙𝟚",
            "....",
            ",,,",
            "---",
            "1".repeat(4_000),
            "1 ".repeat(2_000),
            "dua ".repeat(1_000),
            "a2".repeat(2_000),
            "12 L ".repeat(800),
            "- ".repeat(2_000),
            "1.".repeat(2_000),
            "assalamualaikum ".repeat(250),
            "terima kasih ".repeat(300),
            " ,".repeat(2_000) + "x",
            "99/99/9999",
            "١٢",
            "½½½",
            "0000-00-00",
            "12:99",
            "tgl 0"
        };

        for (var text : odd) {
            assertThat(Prompts.read(prompt, text)).isNotNull();
        }
    }
}
