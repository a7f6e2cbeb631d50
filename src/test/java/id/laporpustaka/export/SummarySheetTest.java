package id.laporpustaka.export;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Language;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.summary.Coverage;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.GroupKey;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.ReportLine;
import id.laporpustaka.summary.Summary;
import id.laporpustaka.summary.SummaryQuery;
import id.laporpustaka.summary.SummaryRow;
import id.laporpustaka.summary.Totals;
import id.laporpustaka.texts.SummaryNames;
import id.laporpustaka.texts.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummarySheetTest {
    private static final Period AUGUST = Period.ofMonth(YearMonth.of(2025, 8));

    @Test
    void the_sheet_has_what_it_is_about_the_totals_and_each_row_beside_the_period_before() {
        var region = new Region(1, "33.06.01", RegionLevel.DISTRICT, "Grabag");
        var row = new SummaryRow(new GroupKey.OfRegion(region), totals(4, 1_250, 0), totals(2, 30, 0));

        var rows = rows(GroupBy.DISTRICT, List.of(row), List.of("Terverifikasi"), List.of());

        assertThat(rows)
                .contains(
                        "Wilayah | Kab. Purworejo",
                        "Periode | Agustus 2025",
                        "Pembanding | Juli 2025",
                        "Terverifikasi | 3 dari 5 perpustakaan sudah melapor; 4 sudah bergabung.",
                        "Jumlah | 9 | 5 | 9 | 5 | 2000 | 100 | 0 | 0 | 0 | 0 | 0",
                        "Kec. Grabag | 4 | 2 | 4 | 2 | 1250 | 30 | 0 | 0 | 0 | 0 | 0");
        assertThat(rows.get(4)).startsWith("Per kecamatan | Laporan | Laporan (pembanding)");
    }

    @Test
    void months_are_beside_those_of_the_year_before() {
        var row = new SummaryRow(new GroupKey.OfMonth(YearMonth.of(2025, 8)), totals(4, 50, 0), totals(2, 30, 0));

        assertThat(rows(GroupBy.MONTH, List.of(row), List.of(), List.of()))
                .contains("Pembanding | Agustus 2024", "Agustus 2025 | 4 | 2 | 4 | 2 | 50 | 30 | 0 | 0 | 0 | 0 | 0");
    }

    @Test
    void one_or_two_people_with_a_disability_are_not_counted_out() {
        var row = new SummaryRow(new GroupKey.OfForm("PM"), totals(4, 50, 2), totals(2, 30, 0));

        assertThat(rows(GroupBy.TYPE, List.of(row), List.of(), List.of()).getLast())
                .endsWith("| kurang dari 3");
    }

    @Test
    void at_the_end_of_the_way_down_the_reports_are_listed() {
        var reports = List.of(
                new ReportLine("PM-1", Optional.of("=Kelas merajut"), LocalDate.of(2025, 8, 12), 1_012),
                new ReportLine("AD-2", Optional.empty(), LocalDate.of(2025, 8, 5), 0));

        assertThat(rows(GroupBy.NONE, List.of(), List.of(), reports))
                .endsWith(
                        "Laporan | No. | Tanggal | Peserta",
                        "'=Kelas merajut | PM-1 | 2025-08-12 | 1012",
                        "AD-2 | AD-2 | 2025-08-05 | 0");
    }

    private static List<String> rows(
            GroupBy groupBy, List<SummaryRow> rows, List<String> filters, List<ReportLine> reports) {
        var words = new Texts().sums(Language.INDONESIAN);
        var query = SummaryQuery.of(AUGUST, new Scope.Everything()).by(groupBy);
        var summary = new Summary(query, totals(9, 2_000, 0), rows, totals(5, 100, 0), new Coverage(5, 4, 3), 3);
        return Workbook.rows(new SummarySheet(words, new SummaryNames(words, List.of()))
                .write(summary, "Kab. Purworejo", filters, reports));
    }

    private static Totals totals(long reports, long participants, long disabled) {
        return new Totals(reports, reports, 0, 0, participants, disabled, 0, 0, 0, 0, 0, BigDecimal.ZERO);
    }
}
