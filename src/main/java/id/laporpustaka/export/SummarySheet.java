package id.laporpustaka.export;

import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.Measure;
import id.laporpustaka.summary.ReportLine;
import id.laporpustaka.summary.Summary;
import id.laporpustaka.summary.Totals;
import id.laporpustaka.texts.SummaryNames;
import id.laporpustaka.texts.SummaryWords;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/// A summary as a small workbook: what it is about, its totals and each of its rows, beside what they are compared
/// with,
/// and at the end of a way down the reports. Numbers are numbers, and names can't become formulas.
public final class SummarySheet {
    private static final String WHOLE = "#,##0";
    private static final String DAY = "yyyy-mm-dd";
    private static final int ABOVE = 5;
    private static final List<Measure> MEASURES =
            List.of(Measure.REPORTS, Measure.SESSIONS, Measure.PARTICIPANTS, Measure.AMOUNT);

    private final SummaryWords words;
    private final SummaryNames names;

    public SummarySheet(SummaryWords words, SummaryNames names) {
        this.words = words;
        this.names = names;
    }

    /// The workbook, with one sheet.
    ///
    /// @param filters the names of what narrows it
    /// @param reports what it is made up of, where it is not broken down any further
    public byte[] write(Summary summary, String place, List<String> filters, List<ReportLine> reports) {
        return SheetWriter.workbook(workbook -> {
            var sheet = workbook.newWorksheet(words.nameOfSheet());
            var query = summary.query();
            var before = query.compared();
            SheetWriter.row(sheet, 0, List.of(words.title(), place));
            SheetWriter.row(sheet, 1, List.of(words.periodName(), words.period(query.from(), query.to())));
            SheetWriter.row(sheet, 2, List.of(words.beforeName(), words.period(before.from(), before.to())));
            SheetWriter.row(sheet, 3, List.of(String.join(", ", filters), words.coverage(summary.coverage())));
            headings(sheet, query.groupBy());
            line(sheet, ABOVE, words.total(), summary.totals(), summary.before());
            var row = ABOVE + 1;
            for (var each : summary.rows()) {
                line(sheet, row++, names.of(query.groupBy(), each.key()), each.totals(), each.before());
            }
            list(sheet, row + 1, reports);
            sheet.width(0, 44);
            for (var column = 1; column <= columns(); column++) {
                sheet.width(column, 16);
            }
            sheet.freezePane(1, ABOVE);
        });
    }

    private void list(Worksheet sheet, int above, List<ReportLine> reports) {
        if (reports.isEmpty()) {
            return;
        }
        SheetWriter.row(
                sheet, above, List.of(words.report(), words.number(), words.day(), words.name(Measure.PARTICIPANTS)));
        SheetWriter.headings(sheet, above, 4);
        var row = above + 1;
        for (var report : reports) {
            SheetWriter.row(sheet, row, List.of(report.title().orElse(report.number()), report.number()));
            sheet.value(row, 2, report.day());
            sheet.style(row, 2).format(DAY).set();
            number(sheet, row, 3, report.participants());
            row++;
        }
    }

    private static int columns() {
        return 2 * MEASURES.size() + 3;
    }

    private void headings(Worksheet sheet, GroupBy groupBy) {
        var headings = new ArrayList<String>();
        headings.add(groupBy == GroupBy.NONE ? words.title() : words.by(groupBy));
        for (var measure : MEASURES) {
            headings.add(words.name(measure));
            headings.add(words.before(words.name(measure)));
        }
        headings.add(words.male());
        headings.add(words.female());
        headings.add(words.disabled());
        SheetWriter.row(sheet, ABOVE - 1, headings);
        SheetWriter.headings(sheet, ABOVE - 1, headings.size());
    }

    private void line(Worksheet sheet, int row, String name, Totals totals, Totals before) {
        SheetWriter.row(sheet, row, List.of(name));
        var column = 1;
        for (var measure : MEASURES) {
            number(sheet, row, column++, measure.of(totals));
            number(sheet, row, column++, measure.of(before));
        }
        number(sheet, row, column++, totals.male());
        number(sheet, row, column++, totals.female());
        if (totals.disabledShown().isPresent()) {
            number(sheet, row, column, totals.disabledShown().getAsLong());
        } else {
            sheet.value(row, column, words.few());
        }
    }

    private static void number(Worksheet sheet, int row, int column, long number) {
        sheet.value(row, column, number);
        sheet.style(row, column).format(WHOLE).set();
    }
}
