package id.laporpustaka.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Form;
import id.laporpustaka.summary.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryReaderTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2025, 8, 20);
    private static final List<Form> FORMS =
            Stream.of("PM", "AD", "LI", "PB", "CD", "ST").map(BuiltInForm::get).toList();

    /// What is typed, then how it is understood: period, breakdown, filters, place, `?` and what is unknown.
    private static final String TABLE = """
        september                                      | 2024-09-01/2024-09-30
        agustus                                        | 2025-08-01/2025-08-31
        bulan lalu                                     | 2025-07-01/2025-07-31
        bulan ini                                      | 2025-08-01/2025-08-31
        tahun ini                                      | 2025-01-01/2025-12-31
        triwulan 2                                     | 2025-04-01/2025-06-30
        tw ii                                          | 2025-04-01/2025-06-30
        triwulan 2 tahun lalu                          | 2024-04-01/2024-06-30
        sejak Maret                                    | 2025-03-01/2025-08-20
        Jan-Mar                                        | 2025-01-01/2025-03-31
        september tahun lalu                           | 2024-09-01/2024-09-30
        2024                                           | 2024-01-01/2024-12-31
        7 hari terakhir                                | 2025-08-14/2025-08-20
        last month                                     | 2025-07-01/2025-07-31
        this year                                      | 2025-01-01/2025-12-31
        Q2                                             | 2025-04-01/2025-06-30
        since March                                    | 2025-03-01/2025-08-20
        ringkasan bulan lalu                           | 2025-07-01/2025-07-31
        laporan untuk Juli                             | 2025-07-01/2025-07-31
        summary for July                               | 2025-07-01/2025-07-31
        per bulan                                      | MONTH
        per topik                                      | TOPIC
        per bidang                                     | TOPIC
        menurut jenis                                  | TYPE
        per usia                                       | AGE_GROUP
        per kelompok umur                              | AGE_GROUP
        per mitra                                      | PARTNER
        per sumber dana                                | FUND
        per dana                                       | FUND
        per perpustakaan                               | LIBRARY
        per kecamatan                                  | DISTRICT
        per desa                                       | VILLAGE
        per kab/kota                                   | REGENCY
        per provinsi                                   | PROVINCE
        per wilayah                                    | PARTS
        per pelapor                                    | REPORTER
        per status                                     | STATUS
        per bentuk kegiatan                            | ACTIVITY_FORM
        bulanan                                        | MONTH
        by month                                       | MONTH
        by topic                                       | TOPIC
        by library                                     | LIBRARY
        by age group                                   | AGE_GROUP
        by partner                                     | PARTNER
        monthly this year                              | 2025-01-01/2025-12-31 MONTH
        tahun ini per bulan                            | 2025-01-01/2025-12-31 MONTH
        per bulan tahun ini                            | 2025-01-01/2025-12-31 MONTH
        rincian per topik sejak Maret                  | 2025-03-01/2025-08-20 TOPIC
        pelibatan bulan lalu                           | 2025-07-01/2025-07-31 form=PM
        pelibatan masyarakat                           | form=PM
        PM juli                                        | 2025-07-01/2025-07-31 form=PM
        advokasi tahun ini                             | 2025-01-01/2025-12-31 form=AD
        publikasi                                      | form=PB
        community engagement last month                | 2025-07-01/2025-07-31 form=PM
        hanya terverifikasi                            | status=VERIFIED
        yang sudah diverifikasi bulan lalu             | 2025-07-01/2025-07-31 status=VERIFIED
        belum diverifikasi                             | status=SENT
        perlu perbaikan                                | status=NEEDS_CORRECTION
        only verified                                  | status=VERIFIED
        not yet verified                               | status=SENT
        needs correction last month                    | 2025-07-01/2025-07-31 status=NEEDS_CORRECTION
        topik ekonomi                                  | topic=EKO
        ekonomi bulan lalu                             | 2025-07-01/2025-07-31 topic=EKO
        ekonomi dan umkm                               | topic=EKO
        bidang kesehatan tahun ini                     | 2025-01-01/2025-12-31 topic=KES
        pertanian                                      | topic=TAN
        health and nutrition                           | topic=KES
        mitra PKK                                      | partner=PKK
        mitra karang taruna tahun ini                  | 2025-01-01/2025-12-31 partner=KRT
        kec. Bener                                     | place=kec. bener
        kec Bener bulan lalu                           | 2025-07-01/2025-07-31 place=kec bener
        desa Sidomulyo                                 | place=desa sidomulyo
        di desa Sidomulyo, Juli                        | 2025-07-01/2025-07-31 place=desa sidomulyo
        desa Juli                                      | place=desa juli
        kab purworejo tahun ini per topik              | 2025-01-01/2025-12-31 TOPIC place=kab purworejo
        Jawa Tengah triwulan 1 per kabupaten           | 2025-01-01/2025-03-31 REGENCY place=jawa tengah
        perpustakaan Cahaya Ilmu bulan lalu            | 2025-07-01/2025-07-31 place=perpustakaan cahaya ilmu
        kec. Bener this year by topic                  | 2025-01-01/2025-12-31 TOPIC place=kec. bener
        pelibatan kec Butuh sejak Maret per mitra      | 2025-03-01/2025-08-20 PARTNER form=PM place=kec butuh
        PM, hanya terverifikasi, kab. Purworejo, Q1    | 2025-01-01/2025-03-31 form=PM status=VERIFIED place=kab. purworejo
        per warna                                      | ?per warna
        by colour last month                           | 2025-07-01/2025-07-31 ?by colour
        juli agustus                                   | 2025-07-01/2025-07-31 ?agustus
        per bulan per topik                            | MONTH ?per topik
        mitra naga                                     | ?mitra naga
        desa                                           | ?desa
        xyzzy                                          | place=xyzzy
        tolong tampilkan data tahun lalu               | 2024-01-01/2024-12-31
        """;

    static List<Arguments> table() {
        return TABLE.lines()
                .map(line -> line.split("\\|", 2))
                .map(parts -> Arguments.of(parts[0].strip(), parts[1].strip()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("table")
    void words_are_understood_or_named(String typed, String understood) {
        assertThat(describe(SummaryReader.read(typed, FORMS, WEDNESDAY))).isEqualTo(understood);
    }

    @Test
    void nothing_is_all_of_ones_own() {
        assertThat(describe(SummaryReader.read("", FORMS, WEDNESDAY))).isEmpty();
    }

    @Test
    void what_is_asked_fits_on_a_button_and_comes_back_from_it() {
        var filter = SummaryReader.read("pelibatan ekonomi mitra PKK hanya terverifikasi", FORMS, WEDNESDAY)
                .filter();
        var place = new SummaryAsk.Place.OfRegion(91_599);
        var august = Period.ofMonth(YearMonth.of(2025, 8));
        var asked = new SummaryAsk(august, SummaryAsk.By.PARTS, place, filter.withAgeGroup("DEW"), 12);

        var data = new Press.OfSummary(Press.OnSummary.SHOW, asked.code()).data();

        assertThat(data).hasSizeLessThanOrEqualTo(64);
        assertThat(Press.parse(data)).contains(new Press.OfSummary(Press.OnSummary.SHOW, asked.code()));
        assertThat(SummaryAsk.parse(asked.code())).contains(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "....",
                "g1e-g2d.x.o.0.",
                "g2d-g1e.t.o.0.",
                "g1e-g2d.t.z.0.",
                "g1e-g2d.t..0.",
                "g1e-g2d.t.r-.0.",
                "zzzzzzzzzzzzzzzz-1.t.o.0.",
                "g1e-g2d.t.o.x.",
                "g1e-g2d.t.o.0.;s",
                "g1e-g2d.t.o.0.;qX"
            })
    void what_no_button_says_is_nothing(String code) {
        assertThat(SummaryAsk.parse(code)).isEmpty();
    }

    private static String describe(SummaryReading reading) {
        var parts = new ArrayList<String>();
        reading.period().ifPresent(period -> parts.add(period.from() + "/" + period.to()));
        reading.by().ifPresent(by -> parts.add(by.name()));
        var filter = reading.filter();
        filter.formId().ifPresent(id -> parts.add("form=" + id));
        filter.status().ifPresent(status -> parts.add("status=" + status));
        filter.topic().ifPresent(code -> parts.add("topic=" + code));
        filter.activityForm().ifPresent(code -> parts.add("activity=" + code));
        filter.ageGroup().ifPresent(code -> parts.add("age=" + code));
        filter.partner().ifPresent(code -> parts.add("partner=" + code));
        filter.fund().ifPresent(code -> parts.add("fund=" + code));
        if (!reading.place().isEmpty()) {
            parts.add("place=" + reading.place());
        }
        reading.unknown().forEach(word -> parts.add("?" + word));
        return String.join(" ", parts);
    }
}
