package id.laporpustaka.export;

import static java.util.stream.Collectors.joining;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.export.chart.SummaryChart;
import id.laporpustaka.form.Language;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.Measure;
import id.laporpustaka.summary.Summary;
import id.laporpustaka.summary.Totals;
import id.laporpustaka.summary.score.Colour;
import id.laporpustaka.texts.SummaryBookWords;
import id.laporpustaka.texts.SummaryNames;
import id.laporpustaka.texts.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Prints a summary as PDF: its totals, how libraries stand, pictures of its breakdowns, and a table of its regions or
/// libraries. Safe to use from all threads.
final class SummaryPdf {
    /// So many rows are read; the rest is added up in one.
    private static final int MOST_ROWS = 60;

    private static final int FIGURES_IN_A_ROW = 4;
    private static final int CHARTS_IN_A_ROW = 2;

    private final PdfTemplates templates = new PdfTemplates();
    private final FormCatalogue forms;
    private final Texts texts;

    SummaryPdf(FormCatalogue forms, Texts texts) {
        this.forms = forms;
        this.texts = texts;
    }

    /// Prints it.
    ///
    /// @param made by whom and when, in words
    PrintedPdf print(SummaryBook book, String place, String made, Language language) throws IOException {
        var words = texts.summaryBooks(language);
        var pictures = new HashMap<String, byte[]>();
        var page = page(book, place, made, words, pictures, List.of());
        var pdf = new PrintedPdf();
        try {
            pdf.begin(page.title(), page.title() + " · " + place + " · " + page.period());
            templates.add(
                    pdf,
                    "summary.jte",
                    page,
                    page(
                            book,
                            place,
                            made,
                            words,
                            pictures,
                            List.of(texts.reports(language).unprintable(PrintableText.PLACEHOLDER))),
                    pictures);
            return pdf.complete(page.title() + " " + place, texts.reports(language));
        } catch (IOException | RuntimeException e) {
            pdf.close();
            throw e;
        }
    }

    private SummaryPage page(
            SummaryBook book,
            String place,
            String made,
            SummaryBookWords words,
            Map<String, byte[]> pictures,
            List<String> notices) {
        var names = new SummaryNames(words.sums(), forms.listCurrent());
        var query = book.whole().query();
        var before = query.period().before();
        var lines = new ArrayList<String>();
        var totals = book.whole().totals();
        if (totals.disabled() > 0) {
            lines.add(words.disabled(totals));
        }
        lines.add(words.comparison(totals, book.whole().before(), words.period(before.from(), before.to())));
        lines.add(words.sums().coverage(book.whole().coverage()));
        return new SummaryPage(
                words,
                words.title(),
                place,
                words.period(query.from(), query.to()),
                made,
                inRows(words.figures(totals), FIGURES_IN_A_ROW, new SummaryBookWords.Figure("", "", "")),
                lines,
                book.standing().map(of -> words.scoreTitle(of.year())).orElse(""),
                book.standing().map(of -> standing(of, words)).orElse(List.of()),
                inRows(charts(book, place, words, names, pictures), CHARTS_IN_A_ROW, new SummaryPage.Chart("", "")),
                table(book.places(), words, names),
                notices);
    }

    private static List<String> standing(SummaryBook.Standing standing, SummaryBookWords words) {
        if (standing.single().isPresent()) {
            var single = standing.single().get();
            return List.of(words.score(single.points(), single.colour()));
        }
        var lines = new ArrayList<String>();
        lines.add(Stream.of(Colour.values())
                .map(colour -> words.colour(colour, standing.colours().getOrDefault(colour, 0)))
                .collect(joining(" · ")));
        if (standing.neverJoined() > 0) {
            lines.add(words.neverJoined(standing.neverJoined()));
        }
        return lines;
    }

    private static List<SummaryPage.Chart> charts(
            SummaryBook book, String place, SummaryBookWords words, SummaryNames names, Map<String, byte[]> pictures) {
        var charts = new ArrayList<SummaryPage.Chart>();
        var chart = new SummaryChart(words.sums(), names);
        var drawn = Stream.concat(Stream.of(book.places()), book.parts().stream())
                .filter(part -> part.rows().size() > 1)
                .sorted(Comparator.comparing(part -> part.query().groupBy() != GroupBy.MONTH))
                .toList();
        for (var part : drawn) {
            var by = part.query().groupBy();
            var address = PdfTemplates.picture(by.name());
            pictures.computeIfAbsent(address, _ -> chart.draw(part, place, Measure.REPORTS, SummaryChart.PHONE_WIDTH));
            charts.add(new SummaryPage.Chart(address, words.sums().heading(Measure.REPORTS, by)));
        }
        return charts;
    }

    private static SummaryPage.Table table(Summary places, SummaryBookWords words, SummaryNames names) {
        var by = places.query().groupBy();
        var sums = words.sums();
        var shown = places.rows().stream().limit(MOST_ROWS).toList();
        var rest = places.rows().size() - shown.size();
        return new SummaryPage.Table(
                sums.by(by),
                List.of(
                        "",
                        sums.name(Measure.REPORTS),
                        words.earlier(),
                        sums.name(Measure.PARTICIPANTS),
                        sums.male(),
                        sums.female(),
                        sums.name(Measure.AMOUNT)),
                shown.stream()
                        .map(row -> cells(names.of(by, row.key()), row.totals(), row.before(), words))
                        .toList(),
                cells(sums.total(), places.totals(), places.before(), words),
                rest > 0 ? words.rest(rest) : "");
    }

    private static List<String> cells(String name, Totals totals, Totals before, SummaryBookWords words) {
        return List.of(
                name,
                words.number(totals.reports()),
                words.number(before.reports()),
                words.number(totals.participants()),
                words.number(totals.male()),
                words.number(totals.female()),
                totals.amount() == 0 ? "–" : words.rupiah(totals.amount()));
    }

    private static <T> List<List<T>> inRows(List<T> all, int inARow, T gap) {
        var rows = new ArrayList<List<T>>();
        for (var first = 0; first < all.size(); first += inARow) {
            var row = new ArrayList<>(all.subList(first, Math.min(all.size(), first + inARow)));
            while (row.size() < inARow) {
                row.add(gap);
            }
            rows.add(row);
        }
        return rows;
    }
}
