package id.laporpustaka.summary;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SmallRowsTest {
    @Test
    void small_rows_are_told_together_behind_the_others() {
        var joined = SmallRows.join(byType(7, 2, 1));

        assertThat(joined.rows()).extracting(row -> row.totals().reports()).containsExactly(7L, 3L);
        assertThat(joined.rows().getLast().key()).isEqualTo(new GroupKey.Others());
        assertThat(joined.totals().reports()).isEqualTo(10);
    }

    @Test
    void a_single_small_row_takes_the_next_one_with_it() {
        assertThat(SmallRows.join(byType(7, 5, 2)).rows())
                .extracting(row -> row.totals().reports())
                .containsExactly(7L, 7L);
    }

    @Test
    void nothing_is_left_where_all_would_be_told_together() {
        assertThat(SmallRows.join(byType(7, 1)).rows()).isEmpty();
        assertThat(SmallRows.join(byType(2, 1)).rows()).isEmpty();
    }

    @Test
    void a_region_of_which_one_library_has_reported_is_small() {
        var of = YearMonth.of(2025, 8);
        var rows = List.of(region("33.06", 20, 4), region("33.07", 9, 1), region("33.08", 8, 1));
        var summary = summary(GroupBy.REGENCY, rows, of);

        assertThat(SmallRows.join(summary).rows())
                .extracting(row -> row.totals().reports())
                .containsExactly(20L, 17L);
    }

    @Test
    void of_rows_that_overlap_the_small_ones_are_left_out() {
        var rows = List.of(row("a", 5), row("b", 4), row("c", 1));

        assertThat(SmallRows.join(summary(GroupBy.PARTNER, rows, YearMonth.of(2025, 8)))
                        .rows())
                .extracting(row -> row.totals().reports())
                .containsExactly(5L, 4L);
    }

    @Property(tries = 200)
    void what_is_told_adds_up_and_no_row_is_small(
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 9) Integer> reports) {
        var told = SmallRows.join(
                        byType(reports.stream().mapToInt(Integer::intValue).toArray()))
                .rows();

        assertThat(told).allMatch(row -> row.totals().reports() >= SmallRows.FEWEST);
        if (!told.isEmpty()) {
            assertThat(told.stream().mapToLong(row -> row.totals().reports()).sum())
                    .isEqualTo(reports.stream().mapToLong(Integer::longValue).sum());
        }
    }

    private static Summary byType(int... reports) {
        var rows = Arrays.stream(reports)
                .mapToObj(number -> row("f" + number, number))
                .toList();
        return summary(GroupBy.TYPE, rows, YearMonth.of(2025, 8));
    }

    private static Summary summary(GroupBy groupBy, List<SummaryRow> rows, YearMonth month) {
        var all = rows.stream().map(SummaryRow::totals).reduce(Totals.NONE, Totals::and);
        var query =
                SummaryQuery.of(Period.ofMonth(month), new Scope.Everything()).by(groupBy);
        return new Summary(query, all, rows, Totals.NONE, new Coverage(9, 9, 9), 9);
    }

    private static SummaryRow row(String form, int reports) {
        return new SummaryRow(new GroupKey.OfForm(form), totals(reports), Totals.NONE);
    }

    private static SummaryRow region(String code, int reports, int libraries) {
        var region = new Region(code.hashCode(), code, RegionLevel.REGENCY, code);
        return new SummaryRow(new GroupKey.OfRegion(region), totals(reports), Totals.NONE, OptionalInt.of(libraries));
    }

    private static Totals totals(int reports) {
        return new Totals(reports, reports, 0, 0, reports, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO);
    }
}
