package id.laporpustaka.form.reading;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Language;
import id.laporpustaka.form.QuestionType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberReadingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "12 rb | 12000",
                "12rb | 12000",
                "12 ribu | 12000",
                "12k | 12000",
                "12 K | 12000",
                "seratus ribu | 100000",
                "1,5 juta | 1500000",
                "1,5jt | 1500000",
                "1.5 jt | 1500000",
                "1½ juta | 1500000",
                "satu setengah juta | 1500000",
                "sejuta setengah | 1500000",
                "1.500.000 | 1500000",
                "Rp1.500.000 | 1500000",
                "Rp. 1.500.000,- | 1500000",
                "Rp 1.500.000,00 | 1500000",
                "Rp1.500.000.- | 1500000",
                "IDR 1.500.000 | 1500000",
                "1.500.000 rupiah | 1500000",
                "1,500,000 | 1500000",
                "setengah juta | 500000",
                "½ juta | 500000",
                "1 jt 250 rb | 1250000",
                "1 juta 250 ribu | 1250000",
                "250rb/bulan | ~250000",
                "2 miliar | 2000000000",
                "2 milyar | 2000000000",
                "2,5 miliar | 2500000000",
                "2 M | ? BareM 2000000000 2000000",
                "2,5M | ? BareM 2500000000 2500000",
                "dua puluh lima | 25",
                "duapuluh lima | 25",
                "1.500 | 1500",
                "1500 | 1500",
                "25an | ~25",
                "25-an | ~25",
                "±25 | ~25",
                "+- 25 | ~25",
                "sekitar 25 | ~25",
                "skitar 25 orang | ~25",
                "kurang lebih 25 | ~25",
                "krg lbh 25 | ~25",
                "kira2 25 | ~25",
                "hampir 25 | ~25",
                "lebih dari 25 | ~25",
                "25 orang | 25",
                "25org | 25",
                "25 orng | 25",
                "25 or | 25",
                "25 peserta | 25",
                "25 pengunjung | 25",
                "3 buah | 3",
                "3 kali | 3",
                "3x | 3",
                "10 eks | 10",
                "20-25 | ? NumberRange",
                "20 s/d 25 | ? NumberRange",
                "20 sampai 25 orang | ? NumberRange",
                "20-25 rb | ? NumberRange",
                "1,500 | ? DecimalOrThousands 1500",
                "2,000 | ? DecimalOrThousands 2 2000",
                "1,500 juta | ? DecimalOrThousands 1500000 1500000000",
                "1.500 juta | ? DecimalOrThousands 1500000 1500000000",
                "1.50 | ? DecimalPoint 150",
                "12.5 | ? DecimalPoint 125",
                "1 jt 250 | ? MissingUnit 1250000 1000250",
                "- | 0",
                "nihil | 0",
                "no | 0",
                "nobody | 0",
                "no one | 0",
                "tidak | 0",
                "0 | 0",
                "tidak ada | 0",
                "tdk ada | 0",
                "kosong | 0",
                "gak ada | 0",
                "selusin | 12",
                "sekodi | 20",
                "dua lusin | 24",
                "1️⃣2️⃣ | 12",
                "１２ | 12",
                "1O | 10",
                "1oo rb | 100000",
                "sebelas | 11",
                "dua belas | 12",
                "seribu | 1000",
                "seribu lima ratus | 1500",
                "dua ratus lima puluh ribu | 250000",
                "12 orang. | 12",
                "25 kak | 25",
                "sekitar 25 orang kak | ~25",
                "total 25 | 25",
                "jumlah: 25 orang | 25",
                "ada 25 orang | 25",
                "kurang dari 25 | ~25",
                "minimal 25 | ~25",
                "tiga puluhan orang | ~30",
                "25 (dua puluh lima) orang | 25",
                "25 (dua puluh enam) orang | ! NotANumber",
                "25 (20) | ! NotANumber",
                "5 ratus ribu | 500000",
                "lima ratus ribu | 500000",
                "1jt500rb | 1500000",
                "2jtan | ~2000000",
                "dua setengah juta | 2500000",
                "3M | ? BareM 3000000000 3000000",
                "25 🙏 | 25",
                "25, terima kasih | 25",
                "twenty five | 25",
                "12,5 | ! NotWhole",
                "1,5 | ! NotWhole",
                "-5 | ! Negative",
                "minus 5 | ! Negative",
                "banyak | ! NotANumber",
                "puluhan | ! NotANumber",
                "12 20 | ! NotANumber",
                "12%  | ! NotANumber",
                "1.5000 | ! NotANumber",
                "lima 5 | ! NotANumber",
                "9999999999999999999 | ! NotANumber",
                "999999 triliun | ! OutOfRange[most=1000000000000000]",
            })
    void a_whole_number_is_read_as_it_is_meant(String text, String meant) {
        assertThat(Prompts.shortly(Prompts.read("whole", text))).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,5 | 12.5",
                "12 | 12",
                "1,500 | ? DecimalOrThousands 1.5 1500",
                "1.50 | ? DecimalPoint 1.5 150",
                "12.5 | ? DecimalPoint 12.5 125",
                "12.50 | ? DecimalPoint 12.5 1250",
                "1.500 | 1500",
                "1.500,25 | 1500.25",
                "1,500.25 | 1500.25",
                "0,5 | 0.5",
                "setengah | 0.5",
                "satu setengah | 1.5",
            })
    void a_decimal_number_asks_where_point_and_comma_may_mean_either(String text, String meant) {
        assertThat(Prompts.shortly(Prompts.read("part", text))).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gratis | 0",
                "swadaya | 0",
                "tidak ada | 0",
                "Rp 500.000 | 500000",
                "500 ribu | 500000",
                "dana desa 500rb | ! NotANumber",
                "Rp2 juta-an | ~2000000",
                "Rp 1,500 | ? DecimalOrThousands 1500",
                "habis 500rb | 500000",
                "biaya 500 ribu | 500000",
                "sebesar Rp. 500.000,- | 500000",
                "Rp 500.000 (lima ratus ribu rupiah) | 500000",
                "Rp 500.000 (lima puluh ribu rupiah) | ! NotANumber",
                "tidak ada biaya | 0",
                "tanpa biaya | 0",
                "free of charge | 0",
                "500.000,-/bulan | ~500000",
                "Rp500ribu | 500000",
                "± Rp 1,5 juta | ~1500000",
                "2 M | ? BareM 2000000000 2000000",
            })
    void money_may_be_free(String text, String meant) {
        assertThat(Prompts.shortly(Prompts.read("money", text))).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "12.50", "12.5", "1.50", "1,500", "2 M", "3M", "1 jt 250"})
    void a_point_a_comma_or_an_m_with_two_meanings_is_never_read_in_silence(String text) {
        assertThat(Prompts.read("whole", text)).isInstanceOf(Reading.Ambiguous.class);
        assertThat(Prompts.read("money", text)).isInstanceOf(Reading.Ambiguous.class);
        assertThat(Prompts.read("part", text)).isInstanceOf(Reading.Ambiguous.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20 hari | 20",
                "buka 20 hari | 20",
                "dua puluh hari | 20",
                "20 buku | ! NotANumber",
            })
    void a_number_may_stand_with_words_of_its_question(String text, String meant) {
        assertThat(Prompts.shortly(Prompts.read("open", text))).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two hundred | 200",
                "two hundred and fifty | 250",
                "a hundred | 100",
                "fifteen | 15",
                "a dozen | 12",
                "half a million | 500000",
                "1.5 million | 1500000",
                "one and a half million | 1500000",
                "500 thousand | 500000",
                "500k | 500000",
                "about 25 people | ~25",
                "at least 25 | ~25",
                "25 participants | 25",
                "none | 0",
                "1,500 | ? DecimalOrThousands 1500",
                "2M | ? BareM 2000000000 2000000",
            })
    void numbers_are_read_in_english_too(String text, String meant) {
        assertThat(Prompts.shortly(Prompts.read("whole", text, Language.ENGLISH)))
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"4 | 4", "empat | 4", "4,5 | 4.5", "bagus | ! NotANumber"})
    void a_point_of_a_range_is_a_number(String text, String meant) {
        assertThat(Prompts.shortly(Prompts.read(QuestionType.RANGE, text))).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"-5 | -5", "minus 5 | -5", "12 | 12"})
    void a_number_that_is_not_reported_may_be_below_zero(String text, String meant) {
        assertThat(Prompts.shortly(Prompts.read("degrees", text))).isEqualTo(meant);
    }
}
