package id.laporpustaka.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2025, 8, 20);

    @ParameterizedTest
    @CsvSource({
        "hari ini, 2025-08-20, 2025-08-20",
        "kemarin, 2025-08-19, 2025-08-19",
        "kmrn, 2025-08-19, 2025-08-19",
        "minggu ini, 2025-08-18, 2025-08-24",
        "pekan ini, 2025-08-18, 2025-08-24",
        "mgg lalu, 2025-08-11, 2025-08-17",
        "minggu yang lalu, 2025-08-11, 2025-08-17",
        "bulan ini, 2025-08-01, 2025-08-31",
        "Bulan Ini!, 2025-08-01, 2025-08-31",
        "bln lalu, 2025-07-01, 2025-07-31",
        "bulan kemarin, 2025-07-01, 2025-07-31",
        "bulan berjalan, 2025-08-01, 2025-08-20",
        "triwulan ini, 2025-07-01, 2025-09-30",
        "triwulan lalu, 2025-04-01, 2025-06-30",
        "semester ini, 2025-07-01, 2025-12-31",
        "semester lalu, 2025-01-01, 2025-06-30",
        "tahun ini, 2025-01-01, 2025-12-31",
        "tahun lalu, 2024-01-01, 2024-12-31",
        "thn kemarin, 2024-01-01, 2024-12-31",
        "tahun berjalan, 2025-01-01, 2025-08-20",
        "untuk bulan ini, 2025-08-01, 2025-08-31"
    })
    void periods_around_today(String text, LocalDate from, LocalDate to) {
        assertThat(Periods.find(text, WEDNESDAY)).contains(new Period(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "7 hari terakhir, 2025-08-14, 2025-08-20",
        "30 hr terakhir, 2025-07-22, 2025-08-20",
        "tujuh hari terakhir, 2025-08-14, 2025-08-20",
        "seminggu terakhir, 2025-08-14, 2025-08-20",
        "dua minggu terakhir, 2025-08-07, 2025-08-20",
        "sebulan terakhir, 2025-07-21, 2025-08-20",
        "3 bulan terakhir, 2025-05-21, 2025-08-20",
        "setahun terakhir, 2024-08-21, 2025-08-20",
        "last 7 days, 2025-08-14, 2025-08-20",
        "past 3 months, 2025-05-21, 2025-08-20"
    })
    void periods_that_end_today(String text, LocalDate from, LocalDate to) {
        assertThat(Periods.find(text, WEDNESDAY)).contains(new Period(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "agustus, 2025-08-01, 2025-08-31",
        "september, 2024-09-01, 2024-09-30",
        "september 2025, 2025-09-01, 2025-09-30",
        "bulan Agustus 2024, 2024-08-01, 2024-08-31",
        "Pebruari, 2025-02-01, 2025-02-28",
        "Nop 2024, 2024-11-01, 2024-11-30",
        "agt, 2025-08-01, 2025-08-31",
        "Mei, 2025-05-01, 2025-05-31",
        "bulan 8, 2025-08-01, 2025-08-31",
        "2025-08, 2025-08-01, 2025-08-31",
        "08/2025, 2025-08-01, 2025-08-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2025, 2025-01-01, 2025-12-31",
        "tahun 2024, 2024-01-01, 2024-12-31",
        "triwulan 2, 2025-04-01, 2025-06-30",
        "triwulan ke-2, 2025-04-01, 2025-06-30",
        "triwulan II 2024, 2024-04-01, 2024-06-30",
        "triwulan kedua, 2025-04-01, 2025-06-30",
        "kuartal 4, 2024-10-01, 2024-12-31",
        "TW3, 2025-07-01, 2025-09-30",
        "semester 1, 2025-01-01, 2025-06-30",
        "smt 2 2024, 2024-07-01, 2024-12-31",
        "17 Agustus, 2025-08-17, 2025-08-17",
        "30 Desember, 2024-12-30, 2024-12-30",
        "tgl 17 agt 2024, 2024-08-17, 2024-08-17",
        "17/8/2025, 2025-08-17, 2025-08-17",
        "2025-08-17, 2025-08-17, 2025-08-17"
    })
    void named_parts_of_a_year_are_the_last_that_have_begun(String text, LocalDate from, LocalDate to) {
        assertThat(Periods.find(text, WEDNESDAY)).contains(new Period(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "Jan-Mar, 2025-01-01, 2025-03-31",
        "Jan - Mar 2024, 2024-01-01, 2024-03-31",
        "Januari sampai Maret, 2025-01-01, 2025-03-31",
        "dari Januari hingga Maret 2024, 2024-01-01, 2024-03-31",
        "Nov-Feb, 2024-11-01, 2025-02-28",
        "Nov-Feb 2024, 2023-11-01, 2024-02-29",
        "Nov 2024 - Feb, 2024-11-01, 2025-02-28",
        "Sep-Des, 2024-09-01, 2024-12-31",
        "Jul–Sep, 2025-07-01, 2025-09-30",
        "2023-2024, 2023-01-01, 2024-12-31",
        "2025-01 s/d 2025-03, 2025-01-01, 2025-03-31",
        "1-15 Agustus, 2025-08-01, 2025-08-15",
        "1 s.d. 15 Agustus 2024, 2024-08-01, 2024-08-15",
        "2025-08-01 - 2025-08-15, 2025-08-01, 2025-08-15",
        "30 Juli - 2 Agustus, 2025-07-30, 2025-08-02",
        "Januari sampai dengan bulan lalu, 2025-01-01, 2025-07-31",
        "Maret sampai hari ini, 2025-03-01, 2025-08-20",
        "sejak Maret sampai hari ini, 2025-03-01, 2025-08-20",
        "Jan to Mar, 2025-01-01, 2025-03-31",
        "sejak Maret, 2025-03-01, 2025-08-20",
        "sejak november, 2024-11-01, 2025-08-20",
        "since 2024, 2024-01-01, 2025-08-20",
        "mulai 1 juli, 2025-07-01, 2025-08-20"
    })
    void ranges_and_beginnings(String text, LocalDate from, LocalDate to) {
        assertThat(Periods.find(text, WEDNESDAY)).contains(new Period(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "today, 2025-08-20, 2025-08-20",
        "yesterday, 2025-08-19, 2025-08-19",
        "this week, 2025-08-18, 2025-08-24",
        "last week, 2025-08-11, 2025-08-17",
        "this month, 2025-08-01, 2025-08-31",
        "last month, 2025-07-01, 2025-07-31",
        "the previous month, 2025-07-01, 2025-07-31",
        "this quarter, 2025-07-01, 2025-09-30",
        "last year, 2024-01-01, 2024-12-31",
        "Q2, 2025-04-01, 2025-06-30",
        "Q4, 2024-10-01, 2024-12-31",
        "Q2 2024, 2024-04-01, 2024-06-30",
        "2024Q1, 2024-01-01, 2024-03-31",
        "second quarter of 2024, 2024-04-01, 2024-06-30",
        "first half of 2025, 2025-01-01, 2025-06-30",
        "H1 2025, 2025-01-01, 2025-06-30",
        "in August, 2025-08-01, 2025-08-31",
        "October 2024, 2024-10-01, 2024-10-31",
        "from January to March 2025, 2025-01-01, 2025-03-31",
        "since May, 2025-05-01, 2025-08-20",
        "year to date, 2025-01-01, 2025-08-20"
    })
    void english(String text, LocalDate from, LocalDate to) {
        assertThat(Periods.find(text, WEDNESDAY)).contains(new Period(from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "halo",
                "terima kasih",
                "12 L 20 P",
                "bulan 13",
                "31 Februari",
                "2025-13",
                "1999",
                "Mar 2025 - Jan 2025",
                "sejak Desember 2025",
                "0 hari terakhir",
                "-",
                "triwulan 5",
                "semester 3"
            })
    void what_is_not_understood_is_not_guessed(String text) {
        assertThat(Periods.find(text, WEDNESDAY)).isEmpty();
    }

    @Test
    void a_month_or_a_year_so_far_is_compared_with_the_same_days_before() {
        var month = new Period(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 30));
        var year = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 8, 20));

        assertThat(month.before()).isEqualTo(new Period(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 28)));
        assertThat(year.before()).isEqualTo(new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 8, 20)));
    }

    @Test
    void before_whole_months_come_as_many_whole_months() {
        var july = Period.ofMonth(YearMonth.of(2025, 7));
        var quarter = new Period(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 6, 30));

        assertThat(Period.ofMonth(YearMonth.of(2025, 8)).before()).isEqualTo(july);
        assertThat(quarter.before()).isEqualTo(new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 31)));
        assertThat(new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 11, 30)).before())
                .isEqualTo(new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 11, 30)));
        assertThat(new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 29)).before())
                .isEqualTo(new Period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 2, 28)));
        assertThat(new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)).before())
                .isEqualTo(new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)));
    }

    @Test
    void before_other_periods_come_as_many_days() {
        var week = new Period(LocalDate.of(2025, 8, 18), LocalDate.of(2025, 8, 24));

        assertThat(week.days()).isEqualTo(7);
        assertThat(week.before()).isEqualTo(new Period(LocalDate.of(2025, 8, 11), LocalDate.of(2025, 8, 17)));
        assertThat(new Period(WEDNESDAY, WEDNESDAY).before())
                .isEqualTo(new Period(WEDNESDAY.minusDays(1), WEDNESDAY.minusDays(1)));
    }

    @Test
    void a_period_does_not_end_before_it_begins() {
        assertThatThrownBy(() -> new Period(WEDNESDAY, WEDNESDAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
