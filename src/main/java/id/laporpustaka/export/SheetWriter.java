package id.laporpustaka.export;

import id.laporpustaka.form.Language;
import id.laporpustaka.form.xlsform.Grid;
import id.laporpustaka.texts.SheetWords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes a sheet back as it came, row by row under the same numbers, with our columns at its right end. Every
/// cell is text, and none is a formula.
final class SheetWriter {
    private static final String TEXT_FORMAT = "@";
    private static final String HEADING_FILL = "E8EEF4";
    private static final String PROBLEM_FILL = "FDE7E4";
    private static final double NARROWEST = 8;
    private static final double WIDEST = 60;
    private static final int LOOKED_AT = 200;
    private static final int FLUSH_EVERY = 1_000;
    private static final String NAME_OF_SHEET = "[^\\\\/?*\\[\\]:'\\p{Cntrl}]{1,31}";

    private SheetWriter() {}

    /// What is written into a row.
    ///
    /// @param problem whether something is wrong with the row
    record Outcome(Optional<Invited> invited, String result, boolean problem) {}

    record Invited(String link, String code) {}

    /// @param withLinks whether there are columns for invitations
    /// @param outcomes by the number of the row
    static byte[] write(
            LibrarySheet sheet,
            SheetWords words,
            Language language,
            boolean withLinks,
            Map<Integer, Outcome> outcomes) {
        var name = sheet.grid().name().matches(NAME_OF_SHEET) ? sheet.grid().name() : words.nameOfSheet();
        return workbook(
                workbook -> new Writing(sheet, language, withLinks, outcomes, workbook.newWorksheet(name)).write());
    }

    interface Content {
        void write(Workbook workbook) throws IOException;
    }

    static byte[] workbook(Content content) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Lapor Pustaka", "1.0")) {
            content.write(workbook);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception); // nothing leaves memory here
        }
        return bytes.toByteArray();
    }

    /// A row of texts from the first column.
    static void row(Worksheet worksheet, int row, List<String> texts) {
        for (var column = 0; column < texts.size(); column++) {
            if (!texts.get(column).isEmpty()) {
                worksheet.value(row, column, SafeCells.defuse(texts.get(column)));
                worksheet.style(row, column).format(TEXT_FORMAT).set();
            }
        }
    }

    static void headings(Worksheet worksheet, int row, int columns) {
        worksheet
                .range(row, 0, row, columns - 1)
                .style()
                .bold()
                .wrapText(true)
                .verticalAlignment("top")
                .fillColor(HEADING_FILL)
                .format(TEXT_FORMAT)
                .set();
    }

    private record Writing(
            LibrarySheet sheet,
            Language language,
            boolean withLinks,
            Map<Integer, Outcome> outcomes,
            Worksheet worksheet) {
        private static final Outcome NOTHING = new Outcome(Optional.empty(), "", false);

        void write() throws IOException {
            var kept = kept();
            var ours = withLinks
                    ? List.of(SheetColumn.LINK, SheetColumn.INVITE_CODE, SheetColumn.RESULT)
                    : List.of(SheetColumn.RESULT);
            widths(kept, ours);
            worksheet.freezePane(0, sheet.headings());
            var written = 0;
            for (var line : sheet.grid().lines()) {
                var texts = new ArrayList<>(kept.stream().map(line::cell).toList());
                var outcome = outcomes.getOrDefault(line.number(), NOTHING);
                if (line.number() == sheet.headings()) {
                    ours.forEach(column -> texts.add(column.heading(language)));
                } else if (line.number() > sheet.headings()) {
                    ours.forEach(column -> texts.add(text(column, outcome)));
                }
                row(worksheet, line.number() - 1, texts);
                if (line.number() == sheet.headings()) {
                    SheetWriter.headings(worksheet, line.number() - 1, texts.size());
                } else if (outcome.problem()) {
                    mark(line.number() - 1, texts.size());
                }
                if (++written % FLUSH_EVERY == 0) {
                    worksheet.flush();
                }
            }
        }

        private void mark(int row, int columns) {
            worksheet
                    .range(row, 0, row, columns - 1)
                    .style()
                    .fillColor(PROBLEM_FILL)
                    .format(TEXT_FORMAT)
                    .set();
        }

        /// All columns that are not ours from an earlier time.
        private List<Integer> kept() {
            var ours = sheet.columns().entrySet().stream()
                    .filter(column -> column.getKey().isOurs())
                    .flatMap(column -> column.getValue().stream())
                    .toList();
            var columns = sheet.grid().lines().stream()
                    .mapToInt(line -> line.cells().size())
                    .max()
                    .orElse(0);
            return IntStream.range(0, columns)
                    .filter(column -> !ours.contains(column))
                    .boxed()
                    .toList();
        }

        private static String text(SheetColumn column, Outcome outcome) {
            return switch (column) {
                case LINK -> outcome.invited().map(Invited::link).orElse("");
                case INVITE_CODE -> outcome.invited().map(Invited::code).orElse("");
                case RESULT -> outcome.result();
                case CODE, PROVINCE, REGENCY, DISTRICT, VILLAGE, NAME, TYPE, SCHEME, NPP, REPORTERS -> "";
            };
        }

        private void widths(List<Integer> kept, List<SheetColumn> ours) {
            var some = sheet.grid().lines().stream()
                    .filter(line -> line.number() >= sheet.headings())
                    .limit(LOOKED_AT)
                    .toList();
            for (var column = 0; column < kept.size(); column++) {
                worksheet.width(column, width(some, kept.get(column)));
            }
            for (var column = 0; column < ours.size(); column++) {
                worksheet.width(
                        kept.size() + column,
                        switch (ours.get(column)) {
                            case LINK -> 44;
                            case INVITE_CODE -> 16;
                            default -> WIDEST;
                        });
            }
        }

        private static double width(List<Grid.Line> lines, int column) {
            var longest = lines.stream()
                    .mapToInt(line -> line.cell(column).length())
                    .max()
                    .orElse(0);
            return Math.clamp(longest + 2.0, NARROWEST, WIDEST);
        }
    }
}
