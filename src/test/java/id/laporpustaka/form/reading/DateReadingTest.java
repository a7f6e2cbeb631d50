package id.laporpustaka.form.reading;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Language;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateReadingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hari ini | 2025-08-20",
                "hr ini | 2025-08-20",
                "tadi | 2025-08-20",
                "td pagi | 2025-08-20",
                "tadi sore | 2025-08-20",
                "barusan | 2025-08-20",
                "skrg | 2025-08-20",
                "skrng | 2025-08-20",
                "today | 2025-08-20",
                "this morning | 2025-08-20",
                "kemarin | 2025-08-19",
                "kmrn | 2025-08-19",
                "kemaren | 2025-08-19",
                "kmarin | 2025-08-19",
                "kmren | 2025-08-19",
                "Kemarin sore | 2025-08-19",
                "kemarin jam 10 | 2025-08-19",
                "yesterday | 2025-08-19",
                "semalam | 2025-08-19",
                "tadi malam | 2025-08-19",
                "tdi mlm | 2025-08-19",
                "last night | 2025-08-19",
                "kemarin lusa | 2025-08-18",
                "kemarin dulu | 2025-08-18",
                "the day before yesterday | 2025-08-18",
                "2 hari lalu | 2025-08-18",
                "dua hari yang lalu | 2025-08-18",
                "2 hr yg lalu | 2025-08-18",
                "2 days ago | 2025-08-18",
                "besok | ! FutureDate[date=2025-08-21]",
                "bsk | ! FutureDate[date=2025-08-21]",
                "tomorrow | ! FutureDate[date=2025-08-21]",
                "lusa | ! FutureDate[date=2025-08-22]",
                "minggu depan | ! FutureDate[date=2025-08-27]",
                "senin depan | ! FutureDate[date=2025-08-25]",
                "Senin | 2025-08-18",
                "senin lalu | 2025-08-18",
                "senin kemarin | 2025-08-18",
                "hari senin | 2025-08-18",
                "last monday | 2025-08-18",
                "monday | 2025-08-18",
                "senin minggu lalu | 2025-08-11",
                "kmrn sabtu | 2025-08-16",
                "kemarin hari sabtu | 2025-08-16",
                "kemarin selasa | 2025-08-19",
                "kemarin minggu | 2025-08-17",
                "kemarin rabu | 2025-08-13",
                "kemarin, Selasa 19 Agustus | 2025-08-19",
                "kemarin, Senin 18 Agustus | ? UnsureDay 2025-08-18",
                "minggu lalu hari kamis | 2025-08-14",
                "minggu kemarin kamis | 2025-08-14",
                "last week thursday | 2025-08-14",
                "monday last week | 2025-08-11",
                "Rabu lalu | 2025-08-13",
                "Rabu | ? UnsureDay 2025-08-20 2025-08-13",
                "hari Minggu | 2025-08-17",
                "Ahad | 2025-08-17",
                "hari minggu kemarin | 2025-08-17",
                "sunday | 2025-08-17",
                "Minggu | ? UnsureDay 2025-08-17",
                "minggu lalu | ? WholeWeek 2025-08-11 2025-08-12 2025-08-13 2025-08-14 2025-08-15 2025-08-16"
                        + " 2025-08-17",
                "mgg lalu | ? WholeWeek 2025-08-11 2025-08-12 2025-08-13 2025-08-14 2025-08-15 2025-08-16 2025-08-17",
                "minggu kemarin | ? WholeWeek 2025-08-11 2025-08-12 2025-08-13 2025-08-14 2025-08-15 2025-08-16"
                        + " 2025-08-17",
                "minggu yang lalu | ? WholeWeek 2025-08-11 2025-08-12 2025-08-13 2025-08-14 2025-08-15 2025-08-16"
                        + " 2025-08-17",
                "last week | ? WholeWeek 2025-08-11 2025-08-12 2025-08-13 2025-08-14 2025-08-15 2025-08-16 2025-08-17",
                "minggu ini | ? WholeWeek 2025-08-18 2025-08-19 2025-08-20",
                "akhir pekan | ? UnsureDay 2025-08-16 2025-08-17",
                "malam Minggu | 2025-08-16",
                "malming | 2025-08-16",
                "malam Jumat | 2025-08-14",
                "Jum'at | 2025-08-15",
                "Jum’at | 2025-08-15",
                "Jum at | 2025-08-15",
                "Jumat | 2025-08-15",
                "jmt | 2025-08-15",
                "3 hari yang lalu | 2025-08-17",
                "tiga hari lalu | 2025-08-17",
                "seminggu lalu | ? UnsureDay 2025-08-13",
                "seminggu yang lalu | ? UnsureDay 2025-08-13",
                "a week ago | ? UnsureDay 2025-08-13",
                "2 minggu lalu | ? UnsureDay 2025-08-06",
                "2 mgg lalu | ? UnsureDay 2025-08-06",
                "17 Agustus | 2025-08-17",
                "17 agst | 2025-08-17",
                "17 Agt | 2025-08-17",
                "17 Agu | 2025-08-17",
                "17 Ags | 2025-08-17",
                "17 agust 2025 | 2025-08-17",
                "17 Agt. 2025 | 2025-08-17",
                "17agustus | 2025-08-17",
                "August 17 | 2025-08-17",
                "17th of August | 2025-08-17",
                "August 17, 2025 | 2025-08-17",
                "tujuh belas agustus | 2025-08-17",
                "17/8/25 | 2025-08-17",
                "17-8-2025 | 2025-08-17",
                "17.08.2025 | 2025-08-17",
                "17 8 25 | 2025-08-17",
                "17/08 | 2025-08-17",
                "2025-08-17 | 2025-08-17",
                "170825 | 2025-08-17",
                "17082025 | 2025-08-17",
                "3/4/2025 | 2025-04-03",
                "8/17/2025 | ! NotADate",
                "tgl 17 | 2025-08-17",
                "tanggal 17 | 2025-08-17",
                "tnggl 17 | 2025-08-17",
                "17 | 2025-08-17",
                "tgl 25 | 2025-07-25",
                "tgl 31 | 2025-07-31",
                "tgl 5 bulan lalu | 2025-07-05",
                "30 Desember | 2024-12-30",
                "29 Februari | 2024-02-29",
                "21 Pebruari 2020 | 2020-02-21",
                "Jum’at 11 Oktober 2024 | 2024-10-11",
                "Jum'at, 11 Oktober 2024 | 2024-10-11",
                "Rabu, 11 Oktober 2024 | ? UnsureDay 2024-10-11",
                "Selasa (19/11) | 2024-11-19",
                "kemarin tanggal 19 | 2025-08-19",
                "4 Nopember 2024 | 2024-11-04",
                "4 Nop 24 | 2024-11-04",
                "4 Oct 2024 | 2024-10-04",
                "4 Peb 2025 | 2025-02-04",
                "4 Mrt 2025 | 2025-03-04",
                "4 May 2025 | 2025-05-04",
                "25 Agustus 2025 | ! FutureDate[date=2025-08-25]",
                "12 sampai dengan 14 April 2022 | 2022-04-12 .. 2022-04-14",
                "12 s/d 14 April | 2025-04-12 .. 2025-04-14",
                "12 s.d. 14 April | 2025-04-12 .. 2025-04-14",
                "12 sd 14 | 2025-08-12 .. 2025-08-14",
                "12-14 | 2025-08-12 .. 2025-08-14",
                "12-14 April 2022 | 2022-04-12 .. 2022-04-14",
                "30 Juli - 1 Agustus | 2025-07-30 .. 2025-08-01",
                "30 sd 2 | 2025-07-30 .. 2025-08-02",
                "12/8 s/d 14/8 | 2025-08-12 .. 2025-08-14",
                "Senin 11 - Rabu 13 Agustus 2025 | 2025-08-11 .. 2025-08-13",
                "19-22 Agustus 2025 | ! FutureDate[date=2025-08-22]",
                "bulan lalu | ? MonthOnly[month=2025-07]",
                "last month | ? MonthOnly[month=2025-07]",
                "sebulan lalu | ? MonthOnly[month=2025-07]",
                "awal bulan | ? MonthOnly[month=2025-08]",
                "akhir bulan lalu | ? MonthOnly[month=2025-07]",
                "akhir bulan | ? MonthOnly[month=2025-07]",
                "akhir Juli | ? MonthOnly[month=2025-07]",
                "Juli | ? MonthOnly[month=2025-07]",
                "bulan Desember | ? MonthOnly[month=2024-12]",
                "Agustus 2025 | ? MonthOnly[month=2025-08]",
                "Aug 17th | 2025-08-17",
                "the 17th | 2025-08-17",
                "3 days ago | 2025-08-17",
                "yesterday afternoon | 2025-08-19",
                "on Sunday | 2025-08-17",
                "last Sunday 17 August | 2025-08-17",
                "Sunday, 17 August 2025 | 2025-08-17",
                "from 12 to 14 August | 2025-08-12 .. 2025-08-14",
                "July 12 to 14 | 2025-07-12 .. 2025-07-14",
                "Aug 12-14, 2025 | 2025-08-12 .. 2025-08-14",
                "last weekend | ? UnsureDay 2025-08-16 2025-08-17",
                "next week | ! FutureDate[date=2025-08-27]",
                "Hari/tanggal: Minggu, 17 Agustus 2025 | 2025-08-17",
                "Hari / Tgl : Minggu / 17 Agustus 2025 | 2025-08-17",
                "17 Agustus 2025 (Minggu) | 2025-08-17",
                "17 Agustus 2025 (Senin) | ? UnsureDay 2025-08-17",
                "Minggu (17 Agustus) | 2025-08-17",
                "hari rabu tanggal 13 | 2025-08-13",
                "Rabu, 13 Agustus 2025 pukul 09.00 WIB | 2025-08-13",
                "kegiatannya kemarin | 2025-08-19",
                "kemarin kak | 2025-08-19",
                "kmrn sore | 2025-08-19",
                "kemarin malam | 2025-08-19",
                "lusa kemarin | 2025-08-18",
                "baru saja | 2025-08-20",
                "minggu pagi | 2025-08-17",
                "minggu sore kemarin | 2025-08-17",
                "jumat kliwon | 2025-08-15",
                "2hr lalu | 2025-08-18",
                "3hari lalu | 2025-08-17",
                "12 dan 13 Agustus | 2025-08-12 .. 2025-08-13",
                "12 & 13 Agustus | 2025-08-12 .. 2025-08-13",
                "tgl 12, 13 dan 14 Agustus | 2025-08-12 .. 2025-08-14",
                "12 dan 19 Agustus | ! NotADate",
                "tanggal 17 bulan 8 | 2025-08-17",
                "17 bulan 8 tahun 2025 | 2025-08-17",
                "tanggal 17 bulan ini | 2025-08-17",
                "17 Agustus tahun lalu | 2024-08-17",
                "setahun lalu | ? UnsureDay 2024-08-20",
                "17 Agustus '25 | 2025-08-17",
                "17-Agu-2025 | 2025-08-17",
                "20250817 | 2025-08-17",
                "1️⃣7️⃣ Agustus | 2025-08-17",
                "１７ Agustus | 2025-08-17",
                "31 Februari 2025 | ! NotADate",
                "32 Agustus | ! NotADate",
                "kapan-kapan | ! NotADate",
                "0/0/0 | ! NotADate",
            })
    void a_day_is_told_from_the_day_of_the_message(String text, String meant) {
        assertThat(Prompts.shortly(Prompts.read("day", text))).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jan", "Januari", "Feb", "Februari", "Pebruari", "Peb", "Mar", "Maret", "Mrt", "Apr", "April", "Mei",
                        "May",
                "Jun", "Juni", "Jul", "Juli", "Agu", "Agt", "Ags", "Agst", "Agust", "Agustus", "Sep", "Sept",
                        "September",
                "Okt", "Oktober", "Oct", "Nov", "Nop", "November", "Nopember", "Des", "Desember", "Dec"
            })
    void every_spelling_of_a_month_is_known(String month) {
        assertThat(Prompts.read("day", "1 " + month)).isInstanceOf(Reading.Understood.class);
    }

    @Test
    void the_first_of_january_knows_last_year() {
        var reading = new AnswerReader()
                .read(Prompts.get("day"), List.of(), "31 desember", LocalDate.of(2026, 1, 1), Language.INDONESIAN);

        assertThat(Prompts.shortly(reading)).isEqualTo("2025-12-31");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pukul 10.00 | 10:00",
                "jam 10 | 10:00",
                "10:30 | 10:30",
                "10.30 WIB | 10:30",
                "jam 10 pagi | 10:00",
                "jam 2 siang | 14:00",
                "jam 12 siang | 12:00",
                "jam 7 malam | 19:00",
                "jam 12 malam | 00:00",
                "jam 4 sore | 16:00",
                "jam setengah 8 malam | 19:30",
                "2 pm | 14:00",
                "jam 2 | ? UnsureTime 14:00 02:00",
                "10.00-12.00 WIB | ? UnsureTime 10:00 12:00",
                "10 lebih 15 | 10:15",
                "10 kurang 5 | 09:55",
                "9am | 09:00",
                "half past 7 | 07:30",
                "jam 25 | ! NotATime",
                "nanti | ! NotATime",
            })
    void a_time_is_read_with_its_part_of_the_day(String text, String meant) {
        assertThat(Prompts.shortly(Prompts.read("hour", text))).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kemarin jam 10 | 2025-08-19T10:00",
                "17 Agustus 2025 pukul 19.30 WIB | 2025-08-17T19:30",
                "17/8/25 10:15 | 2025-08-17T10:15",
                "kemarin | ! NotATime",
                "minggu lalu jam 10 | ? WholeWeek 2025-08-11 2025-08-12 2025-08-13 2025-08-14 2025-08-15 2025-08-16"
                        + " 2025-08-17",
            })
    void a_moment_is_a_day_and_a_time(String text, String meant) {
        assertThat(Prompts.shortly(Prompts.read("moment", text))).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Agustus | 2025-08-01",
                "bulan ini | 2025-08-01",
                "bulan lalu | 2025-07-01",
                "7 | 2025-07-01",
                "bulan ke-7 | 2025-07-01",
                "tujuh | 2025-07-01",
                "12 | 2024-12-01",
                "13 | ! NotAMonth",
                "31 | ! NotAMonth",
                "tiga puluh | ! NotAMonth",
                "last month | 2025-07-01",
                "Agustus 2025 | 2025-08-01",
                "agt 25 | 2025-08-01",
                "Agustus 24 | 2024-08-01",
                "08/2025 | 2025-08-01",
                "8-2025 | 2025-08-01",
                "2025-07 | 2025-07-01",
                "bulan 12 | 2024-12-01",
                "Desember | 2024-12-01",
                "17 Juli 2025 | 2025-07-01",
                "minggu lalu | 2025-08-01",
                "13/2025 | ! NotAMonth",
                "September 2025 | ! FutureDate[date=2025-09-01]",
                "bulan depan | ! FutureDate[date=2025-09-01]",
                "kapan saja | ! NotAMonth",
            })
    void a_month_is_kept_as_its_first_day(String text, String meant) {
        assertThat(Prompts.shortly(Prompts.read("month", text))).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2024 | 2024-01-01",
                "tahun 2024 | 2024-01-01",
                "'24 | 2024-01-01",
                "tahun lalu | 2024-01-01",
                "last year | 2024-01-01",
                "this year | 2025-01-01",
                "2 tahun lalu | 2023-01-01",
                "Agustus 2024 | 2024-01-01",
                "2026 | ! FutureDate[date=2026-01-01]",
                "lama sekali | ! NotAYear",
            })
    void a_year_is_kept_as_its_first_day(String text, String meant) {
        assertThat(Prompts.shortly(Prompts.read("year", text))).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"besok | 2025-08-21", "25 Agustus 2025 | 2025-08-25", "kemarin | 2025-08-19"})
    void a_day_that_is_not_reported_may_lie_ahead(String text, String meant) {
        assertThat(Prompts.shortly(Prompts.read("ahead", text))).isEqualTo(meant);
    }
}
