package id.laporpustaka.form.reading;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Language;
import id.laporpustaka.form.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParticipantReadingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12L 20P | 12 20",
                "12l20p | 12 20",
                "20P 12L | 12 20",
                "L12 P20 | 12 20",
                "P20 L12 | 12 20",
                "12 L, 20 P | 12 20",
                "L: 12; P: 20 | 12 20",
                "L=12 P=20 | 12 20",
                "L = 12, P = 20 | 12 20",
                "L/P 12/20 | 12 20",
                "P/L 20/12 | 12 20",
                "12/20 L/P | 12 20",
                "12/20 | 12 20",
                "12 dan 20 | 12 20",
                "12 laki2 20 prempuan | 12 20",
                "12 laki-laki dan 20 perempuan | 12 20",
                "laki-laki 12 orang, perempuan 20 orang | 12 20",
                "12 orang laki-laki, 20 orang perempuan | 12 20",
                "lk 12 pr 20 | 12 20",
                "lk2 12 pr 20 | 12 20",
                "12 lk2 20 pr | 12 20",
                "lk2, pr3 | 2 3",
                "12 pria 20 wanita | 12 20",
                "bapak2 12, ibu2 20 | 12 20",
                "12 bpk 20 ibu | 12 20",
                "cowok 12 cewek 20 | 12 20",
                "putra 12 putri 20 | 12 20",
                "Pa 12 Pi 20 | 12 20",
                "anak putra 12, putri 20 | 12 20",
                "32 (12 L) | 12 20",
                "32 orang (20 P) | 12 20",
                "32 org, L 12 | 12 20",
                "total 32: L 12 P 20 | 12 20",
                "12L 20P = 32 orang | 12 20",
                "12 L 20 P total 32 | 12 20",
                "L 12 P 20 jumlah 32 | 12 20",
                "semua perempuan 25 | 0 25",
                "25 semua perempuan | 0 25",
                "25 ibu-ibu PKK | 0 25",
                "25 P saja | 0 25",
                "dua belas laki-laki, dua puluh perempuan | 12 20",
                "tidak ada laki-laki, 20 perempuan | 0 20",
                "0 L 20 P | 0 20",
                "1.200 L 1.300 P | 1200 1300",
                "sekitar 12 L 20 P | ~12 20",
                "12an L, 20an P | ~12 20",
                "12 men 20 women | 12 20",
                "12 L 20 P, makasih kak | 12 20",
                "32 (semua perempuan) | 0 32",
                "32 (tidak ada laki-laki) | 0 32",
                "32 (12 L 20 P) | 12 20",
                "32 (10 L 20 P) | ! SplitMismatch[total=32, male=10, female=20]",
                "32 (12) | ! NotSplit",
                "tidak ada laki-laki | ! NotSplit",
                "32 | total 32",
                "32 orang | total 32",
                "±32 | total 32",
                "L dan P 32 orang | total 32",
                "12 L 20 P total 30 | ! SplitMismatch[total=30, male=12, female=20]",
                "12 L | ! NotSplit",
                "32 L 12 | ! NotSplit",
                "12 L, 20 | ! NotSplit",
                "12 L 20 P 3 L difabel | ! NotSplit",
                "20-25 | ! NotSplit",
                "banyak | ! NotANumber",
                "12 bapak bapak dan 20 ibu ibu | 12 20",
                "12 laki laki 20 perempuan | 12 20",
                "12(L) 20(P) | 12 20",
                "L(12) P(20) | 12 20",
                "L-12 P-20 | 12 20",
                "12L+20P | 12 20",
                "12 L & 20 P | 12 20",
                "12L20P=32 | 12 20",
                "Laki2=12, Prp=20 | 12 20",
                "pria/wanita 12/20 | 12 20",
                "lakinya 12 perempuannya 20 | 12 20",
                "12 siswa 20 siswi | 12 20",
                "12 siswa laki-laki dan 20 siswi perempuan | 12 20",
                "32 siswa | total 32",
                "👨 12 👩 20 | 12 20",
                "1️⃣2️⃣ L 2️⃣0️⃣ P | 12 20",
                "１２L ２０P | 12 20",
                "peserta 32: 12L/20P | 12 20",
                "32 orang terdiri dari 12 laki-laki dan 20 perempuan | 12 20",
                "32 orang, 12 L sisanya P | 12 20",
                "12 L sisanya P | ! NotSplit",
                "semuanya ibu2, 25 | 0 25",
                "kurang lebih 30an ibu2 | ~0 30",
                "12L 20P kak | 12 20",
                "12 L 20 P bu | 12 20",
                "12L, 20P dan 3 difabel | 12 20",
                "25 anak-anak | total 25",
                "12 M 20 F | ! NotSplit",
                "20 M 12 P | ! NotSplit",
                "12 bapak2, 20 ibu2, 5 anak | total 37",
                "5 anak, 12 bapak2, 20 ibu2 | total 37",
                "20 ibu2 dan 5 anak | total 25",
                "anak 5, ibu 20 | total 25",
                "30 anak, 12 bapak, 20 ibu | total 62",
                "12 L 20 P, 5 anak | total 37",
                "12 bapak, 20 ibu, 5 anak, 3 balita | total 40",
                "20 anak (5 L) | 5 15",
                "32 anak: 12 L 20 P | 12 20",
                "5 anak laki-laki, 7 anak perempuan | 5 7",
                "12 L 20 P, termasuk 3 lansia | 12 20",
                "12L 20P kelas 5 SD | 12 20",
                "10 bapak 15 ibu 5 anak laki 7 anak perempuan | ! NotSplit",
                "penonton -+ 40 anak | total 40",
                "100 orang lebih | total 100",
            })
    void men_and_women_are_told_apart(String text, String meant) {
        assertThat(Prompts.shortly(Prompts.read("pm_lp", text))).isEqualTo(meant);
    }

    @Test
    void p_is_never_putra() {
        assertThat(Prompts.read("pm_lp", "P 12 L 20"))
                .isEqualTo(new Reading.Understood(
                        Map.of("pm_male", new Value.Whole(20), "pm_female", new Value.Whole(12)), false));
    }

    @Test
    void a_total_whose_split_is_not_known_is_an_answer() {
        assertThat(Prompts.read("pm_lp", "32 orang, tidak tahu L/P"))
                .isEqualTo(new Reading.Understood(Map.of("pm_stated_total", new Value.Whole(32)), false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 M 20 F | 12 20",
                "12M 20F | 12 20",
                "20F 12M | 12 20",
                "12 men 20 women | 12 20",
                "12 men and 20 women | 12 20",
                "twelve men and twenty women | 12 20",
                "12 male, 20 female | 12 20",
                "12 boys, 20 girls | 12 20",
                "32 people, 12 men | 12 20",
                "no men, 20 women | 0 20",
                "all women 25 | 0 25",
                "twenty five women | 0 25",
                "12 L 20 P | 12 20",
                "20 P 12 L | 12 20",
                "32 people | total 32",
                "32, don't know | 32",
            })
    void men_and_women_are_told_apart_in_english_too(String text, String meant) {
        assertThat(Prompts.shortly(Prompts.read("pm_lp", text, Language.ENGLISH)))
                .isEqualTo(meant);
    }
}
