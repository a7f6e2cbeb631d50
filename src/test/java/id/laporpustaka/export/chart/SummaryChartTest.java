package id.laporpustaka.export.chart;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Language;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.summary.Coverage;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.GroupKey;
import id.laporpustaka.summary.Measure;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.Summary;
import id.laporpustaka.summary.SummaryQuery;
import id.laporpustaka.summary.SummaryRow;
import id.laporpustaka.summary.Totals;
import id.laporpustaka.texts.SummaryNames;
import id.laporpustaka.texts.SummaryWords;
import id.laporpustaka.texts.Texts;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SummaryChartTest {
    private static final Period YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    private static final String PLACE = "Kab. Purworejo";
    private static final int BLUE = 0x0072B2;
    private static final int ORANGE = 0xE69F00;

    @Test
    void bars_of_villages_are_as_long_as_their_numbers() throws IOException {
        var villages = List.of(village(0, 100, 50), village(1, 50, 100));

        var picture = draw(summary(GroupBy.VILLAGE, villages), Measure.REPORTS, SummaryChart.PHONE_WIDTH);

        assertThat(lengths(picture, BLUE)).hasSize(2);
        var longest = lengths(picture, BLUE).getFirst();
        assertThat(lengths(picture, BLUE).getLast()).isBetween(longest / 2 - 2, longest / 2 + 2);
        assertThat(lengths(picture, ORANGE))
                .containsExactly(lengths(picture, BLUE).getLast(), longest);
    }

    @Test
    void the_period_before_is_left_out_where_nothing_was_reported_in_it() throws IOException {
        var picture =
                draw(summary(GroupBy.VILLAGE, List.of(village(0, 9, 0))), Measure.REPORTS, SummaryChart.PHONE_WIDTH);

        assertThat(colours(picture)).contains(BLUE).doesNotContain(ORANGE);
    }

    @Test
    void a_hundred_and_eight_villages_take_no_more_room_than_thirteen() throws IOException {
        var thirteen = draw(villages(13), Measure.REPORTS, SummaryChart.PHONE_WIDTH);
        var all = draw(villages(108), Measure.REPORTS, SummaryChart.PHONE_WIDTH);

        assertThat(all.getHeight()).isEqualTo(thirteen.getHeight()).isLessThan(1800);
        assertThat(lengths(all, BLUE)).hasSize(12);
    }

    @Test
    void no_word_reaches_the_edge_however_long_it_is() throws IOException {
        var name = "Perpustakaan ".repeat(12);
        var region = new Region(1, "33.06.01.2001", RegionLevel.VILLAGE, name);
        var row = new SummaryRow(new GroupKey.OfRegion(region), totals(1_234_567), totals(7));

        var picture = draw(
                new SummaryChart(words(), names()),
                summary(GroupBy.VILLAGE, List.of(row)),
                name + name + name,
                Measure.AMOUNT,
                SummaryChart.PHONE_WIDTH);

        for (var x : List.of(0, 10, 20, 30, picture.getWidth() - 30, picture.getWidth() - 20, picture.getWidth() - 1)) {
            assertThat(IntStream.range(0, picture.getHeight()).map(y -> rgb(picture, x, y)))
                    .containsOnly(Color.WHITE.getRGB() & 0xFFFFFF);
        }
    }

    @Test
    void a_summary_without_reports_says_so() throws IOException {
        var picture = draw(summary(GroupBy.TOPIC, List.of()), Measure.REPORTS, SummaryChart.PHONE_WIDTH);

        assertThat(colours(picture)).doesNotContain(BLUE).hasSizeGreaterThan(10);
        assertThat(picture.getHeight()).isBetween(200, 500);
    }

    @Test
    void months_without_reports_keep_their_place() throws IOException {
        var january = new SummaryRow(new GroupKey.OfMonth(YearMonth.of(2026, 1)), totals(10), Totals.NONE);
        var december = new SummaryRow(new GroupKey.OfMonth(YearMonth.of(2026, 12)), totals(10), Totals.NONE);

        var picture =
                draw(summary(GroupBy.MONTH, List.of(january, december)), Measure.REPORTS, SummaryChart.PHONE_WIDTH);

        var blue = IntStream.range(0, picture.getWidth())
                .filter(x -> IntStream.range(0, picture.getHeight()).anyMatch(y -> rgb(picture, x, y) == BLUE))
                .boxed()
                .toList();
        assertThat(blue.getFirst()).isLessThan(100);
        assertThat(blue.getLast()).isGreaterThan(900);
        assertThat(blue).noneMatch(x -> x > 150 && x < 850);
    }

    @Test
    void months_stand_beside_those_of_the_year_before_where_something_was_reported_in_them() throws IOException {
        var month = new GroupKey.OfMonth(YearMonth.of(2026, 3));

        var alone = draw(summary(GroupBy.MONTH, List.of(new SummaryRow(month, totals(10), Totals.NONE))));
        var compared = draw(summary(GroupBy.MONTH, List.of(new SummaryRow(month, totals(10), totals(20)))));

        assertThat(colours(alone)).contains(BLUE).doesNotContain(ORANGE);
        assertThat(colours(compared)).contains(BLUE, ORANGE);
        assertThat(compared.getHeight()).isGreaterThan(alone.getHeight());
    }

    @Test
    void participants_are_drawn_as_well_as_reports() throws IOException {
        var rows = List.of(
                new SummaryRow(village(0, 1, 0).key(), people(1, 900), Totals.NONE),
                new SummaryRow(village(1, 1, 0).key(), people(2, 450), Totals.NONE));

        var reports = lengths(draw(summary(GroupBy.VILLAGE, rows)), BLUE);
        var people =
                lengths(draw(summary(GroupBy.VILLAGE, rows), Measure.PARTICIPANTS, SummaryChart.PHONE_WIDTH), BLUE);

        assertThat(reports.getFirst()).isLessThan(reports.getLast());
        assertThat(people.getFirst()).isGreaterThan(people.getLast());
    }

    @Test
    void numbers_too_wide_for_months_side_by_side_lie_below_each_other() throws IOException {
        var months = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> new SummaryRow(
                        new GroupKey.OfMonth(YearMonth.of(2026, month)), totals(1_000_000L * month), Totals.NONE))
                .toList();

        var picture = draw(summary(GroupBy.MONTH, months), Measure.AMOUNT, SummaryChart.PHONE_WIDTH);

        assertThat(lengths(picture, BLUE)).hasSize(12).isSorted();
    }

    @Test
    void a_wider_picture_is_the_same_in_large() throws IOException {
        var small = draw(villages(5), Measure.REPORTS, 1000);
        var large = draw(villages(5), Measure.REPORTS, 2000);

        assertThat(large.getWidth()).isEqualTo(2000);
        assertThat(large.getHeight()).isEqualTo(2 * small.getHeight());
    }

    @Test
    void the_same_summary_makes_the_same_picture() {
        var chart = new SummaryChart(words(), names());

        assertThat(chart.draw(villages(20), PLACE, Measure.REPORTS, 1000))
                .isEqualTo(chart.draw(villages(20), PLACE, Measure.REPORTS, 1000));
    }

    private static BufferedImage draw(Summary summary) throws IOException {
        return draw(summary, Measure.REPORTS, SummaryChart.PHONE_WIDTH);
    }

    private static Totals people(long reports, long participants) {
        return new Totals(reports, 0, 0, 0, participants, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO);
    }

    private static BufferedImage draw(Summary summary, Measure measure, int width) throws IOException {
        return draw(new SummaryChart(words(), names()), summary, PLACE, measure, width);
    }

    private static BufferedImage draw(SummaryChart chart, Summary summary, String place, Measure measure, int width)
            throws IOException {
        return ImageIO.read(new ByteArrayInputStream(chart.draw(summary, place, measure, width)));
    }

    private static SummaryWords words() {
        return new Texts().sums(Language.INDONESIAN);
    }

    private static SummaryNames names() {
        return new SummaryNames(words(), List.of());
    }

    private static Summary villages(int count) {
        return summary(
                GroupBy.VILLAGE,
                IntStream.range(0, count)
                        .mapToObj(place -> village(place, 2000 - 17L * place, 1500 - 9L * place))
                        .toList());
    }

    private static SummaryRow village(int place, long reports, long before) {
        var name = "Karangkemojing Wanakarta Ngadipurworejo 44-%03d".formatted(place);
        var region = new Region(place, "33.06.01.2%03d".formatted(place), RegionLevel.VILLAGE, name);
        return new SummaryRow(new GroupKey.OfRegion(region), totals(reports), totals(before));
    }

    private static Totals totals(long number) {
        return new Totals(number, number, 0, 0, number, 0, number, 0, 0, 0, 0, BigDecimal.ZERO);
    }

    private static Summary summary(GroupBy groupBy, List<SummaryRow> rows) {
        var query = SummaryQuery.of(YEAR, new Scope.Everything()).by(groupBy);
        return new Summary(query, totals(10), rows, totals(8), new Coverage(15, 14, 12), 12);
    }

    /// How long the lying bars of a colour are, from top to bottom.
    private static List<Integer> lengths(BufferedImage picture, int colour) {
        var lengths = new ArrayList<Integer>();
        var above = 0;
        for (var y = 0; y < picture.getHeight(); y++) {
            var row = y;
            var length = (int) IntStream.range(0, picture.getWidth())
                    .filter(x -> rgb(picture, x, row) == colour)
                    .count();
            if (length > 30 && above <= 30) {
                lengths.add(length);
            }
            above = length;
        }
        return lengths;
    }

    private static Set<Integer> colours(BufferedImage picture) {
        var colours = new HashSet<Integer>();
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                colours.add(rgb(picture, x, y));
            }
        }
        return colours;
    }

    private static int rgb(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 0xFFFFFF;
    }
}
