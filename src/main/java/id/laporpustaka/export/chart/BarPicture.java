package id.laporpustaka.export.chart;

import static java.awt.RenderingHints.KEY_ANTIALIASING;
import static java.awt.RenderingHints.KEY_FRACTIONALMETRICS;
import static java.awt.RenderingHints.KEY_TEXT_ANTIALIASING;
import static java.awt.RenderingHints.VALUE_ANTIALIAS_ON;
import static java.awt.RenderingHints.VALUE_FRACTIONALMETRICS_ON;
import static java.awt.RenderingHints.VALUE_TEXT_ANTIALIAS_ON;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;

/// Draws a [BarChart], upright like a phone. XChart draws the bars; the words stand above lying bars and around
/// upright ones, where a small screen has room for them.
final class BarPicture {
    /// All measures below are for this width; another one enlarges them.
    static final int WIDTH = 1000;

    private static final int MARGIN = 40;
    private static final int INNER = WIDTH - 2 * MARGIN;
    private static final int ROW = 114;
    private static final int LABEL_ABOVE = 12;
    private static final int UPRIGHT_HEIGHT = 640;
    private static final int GAP = 10;
    private static final double FILL = 0.34;
    private static final double FILL_OF_TWO = 0.5;

    /// From Okabe and Ito's colours, which the colour-blind tell apart; one is far lighter than the other, too.
    private static final Color NOW = new Color(0x0072B2);

    private static final Color BEFORE = new Color(0xE69F00);
    private static final Color INK = new Color(0x1A1A1A);
    private static final Color PALE = new Color(0x5A5A5A);
    private static final Color LINE = new Color(0xD0D0D0);

    private static final Font TITLE = ChartFont.bold(44);
    private static final Font SUBTITLE = ChartFont.regular(34);
    private static final Font LABEL = ChartFont.regular(32);
    private static final Font VALUE = ChartFont.bold(32);
    private static final Font VALUE_OF_TWO = ChartFont.bold(28);
    private static final Font VALUE_OF_MANY = ChartFont.bold(26);
    private static final Font VALUE_BEFORE = ChartFont.regular(28);
    private static final Font SMALL = ChartFont.regular(28);

    private final BarChart chart;
    private final Graphics2D pen;
    private int y;

    private BarPicture(BarChart chart, Graphics2D pen) {
        this.chart = chart;
        this.pen = pen;
        pen.setRenderingHint(KEY_ANTIALIASING, VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(KEY_TEXT_ANTIALIASING, VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(KEY_FRACTIONALMETRICS, VALUE_FRACTIONALMETRICS_ON);
    }

    static byte[] png(BarChart chart, int width) {
        var scale = (double) width / WIDTH;
        var image = image(width, (int) Math.round(height(chart) * scale));
        var pen = image.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
            pen.scale(scale, scale);
            new BarPicture(chart, pen).draw();
        } finally {
            pen.dispose();
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int height(BarChart chart) {
        var pen = image(1, 1).createGraphics();
        try {
            var picture = new BarPicture(chart, pen);
            picture.draw();
            return picture.y;
        } finally {
            pen.dispose();
        }
    }

    private static BufferedImage image(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private void draw() {
        y = MARGIN;
        lines(chart.title(), TITLE, INK);
        lines(chart.subtitle(), SUBTITLE, PALE);
        y += 16;
        if (!chart.bars().isEmpty()) {
            legend();
            upright().ifPresentOrElse(this::upright, this::lying);
        }
        if (!chart.note().isEmpty()) {
            y += 8;
            lines(chart.note(), SMALL, INK);
        }
        y += 16;
        pen.setColor(LINE);
        pen.drawLine(MARGIN, y, WIDTH - MARGIN, y);
        y += 16;
        lines(chart.source(), SMALL, PALE);
        y += MARGIN - 8;
    }

    private void legend() {
        if (chart.series().before().isEmpty()) {
            return;
        }
        key(NOW, chart.series().now());
        key(BEFORE, chart.series().before().get());
        y += 12;
    }

    private void key(Color color, String what) {
        var metrics = pen.getFontMetrics(SMALL);
        pen.setColor(color);
        pen.fillRect(MARGIN, y + 4, 28, 28);
        text(shorten(what, metrics, INNER - 44), SMALL, INK, MARGIN + 44, y + metrics.getAscent());
        y += metrics.getHeight() + 6;
    }

    /// The largest font in which the numbers fit side by side; empty if the bars had better lie.
    private Optional<Font> upright() {
        var slot = (double) INNER / chart.bars().size();
        return Stream.of(VALUE, VALUE_OF_TWO, VALUE_OF_MANY)
                .filter(_ -> chart.upright())
                .filter(font -> chart.bars().stream()
                        .allMatch(bar -> pen.getFontMetrics(font).stringWidth(bar.shown()) + 2 <= slot))
                .findFirst();
    }

    /// Bars of months, side by side: the value above each, the month below it.
    private void upright(Font font) {
        var bars = chart.bars();
        var room = pen.getFontMetrics(VALUE).getHeight() + GAP;
        var plot = new CategoryChart(INNER, UPRIGHT_HEIGHT);
        plain(plot.getStyler());
        plot.getStyler().setAvailableSpaceFill(chart.series().before().isPresent() ? 0.8 : 0.7);
        plot.getStyler().setYAxisMin(0.0).setYAxisMax((double) Math.max(1, chart.highest()));
        var places = places(bars);
        plot.addSeries("now", places, values(bars));
        if (chart.series().before().isPresent()) {
            plot.addSeries("before", places, valuesBefore(bars));
        }
        y += room;
        paint(plot, INNER, UPRIGHT_HEIGHT, y);
        pen.setColor(PALE);
        pen.fillRect(MARGIN, y + UPRIGHT_HEIGHT, INNER, 2);
        var slot = (double) INNER / bars.size();
        var highest = Math.max(1, chart.highest());
        for (var index = 0; index < bars.size(); index++) {
            var bar = bars.get(index);
            var middle = MARGIN + slot * (index + 0.5);
            var taller = Math.max(bar.value(), chart.series().before().isPresent() ? bar.before() : 0);
            var top = y + UPRIGHT_HEIGHT - Math.round((float) UPRIGHT_HEIGHT * taller / highest);
            centred(bar.shown(), font, INK, middle, top - GAP);
            var below = y + UPRIGHT_HEIGHT + pen.getFontMetrics(LABEL).getAscent() + 6;
            for (var part : bar.label().split(" ", -1)) {
                centred(part, SMALL, INK, middle, below);
                below += pen.getFontMetrics(SMALL).getHeight();
            }
        }
        y += UPRIGHT_HEIGHT + 2 * pen.getFontMetrics(LABEL).getHeight() + 16;
    }

    /// Bars below each other: what each is stands above it, its value behind it.
    private void lying() {
        var bars = chart.bars();
        var height = ROW * bars.size();
        var compares = chart.series().before().isPresent();
        var font = compares ? VALUE_OF_TWO : VALUE;
        var metrics = pen.getFontMetrics(font);
        var widest = bars.stream()
                .mapToInt(bar -> Math.max(metrics.stringWidth(bar.shown()), metrics.stringWidth(bar.shownBefore())))
                .max()
                .orElse(0);
        var length = INNER - widest - GAP;
        var plot = new HorizontalBarChart(length, height);
        plain(plot.getStyler());
        var fill = compares ? FILL_OF_TWO : FILL;
        plot.getStyler().setAvailableSpaceFill(fill);
        plot.getStyler().setXAxisMin(0.0).setXAxisMax((double) Math.max(1, chart.highest()));
        var places = places(bars);
        plot.addSeries("now", values(bars), places);
        if (compares) {
            plot.addSeries("before", valuesBefore(bars), places);
        }
        paint(plot, length, height, y + LABEL_ABOVE);
        pen.setColor(PALE);
        pen.fillRect(MARGIN - 2, y + LABEL_ABOVE, 2, height);
        var labels = pen.getFontMetrics(LABEL);
        var lower = metrics.getAscent() * 0.38;
        for (var index = 0; index < bars.size(); index++) {
            var bar = bars.get(index);
            var top = y + ROW * index;
            text(shorten(bar.label(), labels, INNER), LABEL, INK, MARGIN + 6, top + labels.getAscent() - 2);
            var middle = top + LABEL_ABOVE + ROW * 0.5;
            var apart = compares ? ROW * fill / 4 : 0;
            text(bar.shown(), font, INK, end(length, bar.value()), (int) Math.round(middle - apart + lower));
            if (compares) {
                var baseline = (int) Math.round(middle + apart + lower);
                text(bar.shownBefore(), VALUE_BEFORE, PALE, end(length, bar.before()), baseline);
            }
        }
        y += height + LABEL_ABOVE;
    }

    /// Where the number behind a lying bar begins.
    private int end(int length, long value) {
        return MARGIN + GAP + Math.round((float) length * value / Math.max(1, chart.highest()));
    }

    private static void plain(AxesChartStyler styler) {
        styler.setPlotMargin(0)
                .setAxisTicksVisible(false)
                .setAxisTitlesVisible(false)
                .setPlotGridLinesVisible(false)
                .setLegendVisible(false)
                .setChartTitleVisible(false)
                .setChartPadding(0)
                .setPlotContentSize(1.0)
                .setPlotBorderVisible(false)
                .setPlotBackgroundColor(Color.WHITE)
                .setChartBackgroundColor(Color.WHITE)
                .setSeriesColors(new Color[] {NOW, BEFORE});
    }

    private void paint(Chart<?, ?> plot, int width, int height, int top) {
        var part = (Graphics2D) pen.create(MARGIN, top, width, height);
        try {
            plot.paint(part, width, height);
        } finally {
            part.dispose();
        }
    }

    private static List<Integer> places(List<BarChart.Bar> bars) {
        var places = new ArrayList<Integer>();
        for (var index = 0; index < bars.size(); index++) {
            places.add(index);
        }
        return places;
    }

    private static List<Long> values(List<BarChart.Bar> bars) {
        return bars.stream().map(BarChart.Bar::value).toList();
    }

    private static List<Long> valuesBefore(List<BarChart.Bar> bars) {
        return bars.stream().map(BarChart.Bar::before).toList();
    }

    /// In as many lines as it needs, up to three.
    private void lines(String text, Font font, Color color) {
        var metrics = pen.getFontMetrics(font);
        var line = new StringBuilder();
        var left = 3;
        for (var word : text.split(" ", -1)) {
            if (!line.isEmpty() && left > 1 && metrics.stringWidth(line + " " + word) > INNER) {
                line(line.toString(), font, color, metrics);
                line.setLength(0);
                left--;
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        line(line.toString(), font, color, metrics);
    }

    private void line(String text, Font font, Color color, FontMetrics metrics) {
        text(shorten(text, metrics, INNER), font, color, MARGIN, y + metrics.getAscent());
        y += metrics.getHeight();
    }

    private void centred(String text, Font font, Color color, double middle, int baseline) {
        var width = pen.getFontMetrics(font).stringWidth(text);
        text(text, font, color, (int) Math.round(middle - width / 2.0), baseline);
    }

    private void text(String text, Font font, Color color, int left, int baseline) {
        pen.setFont(font);
        pen.setColor(color);
        pen.drawString(text, left, baseline);
    }

    private static String shorten(String text, FontMetrics metrics, int width) {
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        var end = text.length();
        while (end > 1 && metrics.stringWidth(text.substring(0, end).stripTrailing() + "…") > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
