package id.laporpustaka.export.rows;

import static id.laporpustaka.db.generated.Tables.FORM_VERSION;

import id.laporpustaka.conversation.ExportKind;
import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.db.Database;
import id.laporpustaka.export.ExportProgress;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.texts.ExportWords;
import id.laporpustaka.texts.Texts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;

/// Writes the reports of a selection into a file, a row each, as they were at one moment.
///
/// One statement reads all reports of a form, and one more those files of theirs that may be named, for each few
/// hundred
/// of them; the rows go from the database to the file without being held.
public final class ReportSheets {
    private static final int BUFFER = 1 << 16;

    private final Database database;
    private final FormCatalogue forms;
    private final Texts texts;
    private final String publicUrl;

    /// @param publicUrl what stands before the path of a file of a report, without a slash at the end
    public ReportSheets(Database database, FormCatalogue forms, Texts texts, String publicUrl) {
        this.database = database;
        this.forms = forms;
        this.texts = texts;
        this.publicUrl = publicUrl;
    }

    /// What the sheet with explanations says.
    ///
    /// @param scope which regions and libraries
    /// @param role that of who asked
    /// @param made when
    public record About(String scope, String role, String made) {}

    /// What has been written.
    ///
    /// @param rows how many reports; with none there is no file
    /// @param extension of its name
    public record Written(int rows, String extension, String contentType) {}

    private record Part(FormColumns columns, Form newest, int rows) {
        String name() {
            return newest.id();
        }
    }

    /// Writes the file; with no reports there is none.
    ///
    /// @throws ExportProgress.Cancelled when told so by the progress
    public Written write(
            Selection selection,
            ExportKind.Reports kind,
            Language language,
            About about,
            ExportProgress progress,
            Path file) {
        return database.inSnapshot(db -> {
            try {
                return write(db, selection, kind, texts.exports(language), about, progress, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Written write(
            DSLContext db,
            Selection selection,
            ExportKind.Reports kind,
            ExportWords words,
            About about,
            ExportProgress progress,
            Path file)
            throws IOException {
        var rows = new ReportRows(db, forms);
        var parts = parts(db, rows.countByForm(selection), kind, words);
        var all = parts.stream().mapToInt(Part::rows).sum();
        var single = parts.size() == 1 && parts.getFirst().columns().repeats().isEmpty();
        if (all == 0) {
            return new Written(0, "", "");
        }
        progress.begun(all);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            return switch (kind.format()) {
                case XLSX -> {
                    try (var tables = new XlsxTables(out, words)) {
                        new Writing(tables, rows, selection, words, kind.codes(), progress).write(parts, about);
                    }
                    yield new Written(all, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
                }
                case CSV -> {
                    try (var tables = new CsvTables(out, words, single)) {
                        new Writing(tables, rows, selection, words, kind.codes(), progress).write(parts, about);
                    }
                    yield single
                            ? new Written(all, "csv", "text/csv; charset=utf-8")
                            : new Written(all, "zip", "application/zip");
                }
            };
        }
    }

    /// Those forms of which there are reports.
    private List<Part> parts(DSLContext db, Map<String, Integer> counts, ExportKind.Reports kind, ExportWords words) {
        var parts = new ArrayList<Part>();
        var style = new FormColumns.Style(kind.codes(), kind.split(), publicUrl);
        db.select(FORM_VERSION.FORM_ID, FORM_VERSION.VERSION)
                .from(FORM_VERSION)
                .orderBy(FORM_VERSION.POSITION.desc())
                .fetchGroups(FORM_VERSION.FORM_ID, FORM_VERSION.VERSION)
                .forEach((id, versions) -> {
                    var count = counts.getOrDefault(id, 0);
                    if (count > 0 && (kind.forms().isEmpty() || kind.forms().contains(id))) {
                        var compiled = versions.stream()
                                .flatMap(version -> forms.find(id, version).stream())
                                .toList();
                        parts.add(new Part(new FormColumns(compiled, words, style), compiled.getFirst(), count));
                    }
                });
        parts.sort(Comparator.comparingInt(part -> order(part.newest().id())));
        return parts;
    }

    /// As the forms are offered; those that are not any more come last.
    private int order(String formId) {
        var offered = forms.listCurrent();
        return offered.stream()
                .filter(form -> form.id().equals(formId))
                .findFirst()
                .map(offered::indexOf)
                .orElse(offered.size());
    }

    /// One file in the making.
    private record Writing(
            Tables tables,
            ReportRows rows,
            Selection selection,
            ExportWords words,
            boolean codes,
            ExportProgress progress) {

        void write(List<Part> parts, About about) throws IOException {
            for (var part : parts) {
                var formId = part.newest().id();
                table(part.name(), part.columns().columns());
                rows.forEach(selection, formId, some -> {
                    for (var row : some) {
                        write(part.columns().columns(), row, 0);
                    }
                    progress.done(some.size());
                });
                tables.end();
                for (var repeat : part.columns().repeats()) {
                    table(nameOf(part, repeat), repeat.columns());
                    rows.forEach(selection, formId, some -> {
                        for (var row : some) {
                            for (var instance = 1; instance <= repeat.count(row); instance++) {
                                write(repeat.columns(), row, instance);
                            }
                        }
                        progress.done(0);
                    });
                    tables.end();
                }
            }
            tables.page(dictionary(parts));
            tables.page(info(parts, about));
        }

        private static String nameOf(Part part, FormColumns.RepeatTable repeat) {
            return part.name() + " " + repeat.repeat().name();
        }

        private void table(String name, List<Column> columns) throws IOException {
            tables.begin(name, columns, Column.headings(columns, codes));
        }

        private void write(List<Column> columns, ReportRow row, int instance) throws IOException {
            var cells = tables.row();
            for (var column : columns) {
                column.content().write(row, instance, cells);
            }
            tables.endRow();
        }

        private Tables.Page dictionary(List<Part> parts) {
            var lines = new ArrayList<List<String>>();
            lines.add(words.dictionaryHeadings());
            for (var part : parts) {
                describe(part.name(), part.columns().columns(), lines);
                part.columns().repeats().forEach(repeat -> describe(nameOf(part, repeat), repeat.columns(), lines));
            }
            return new Tables.Page(words.nameOfDictionary(), true, lines, List.of(12, 32, 24, 44, 16, 16, 44));
        }

        /// A line for each column, followed by one for each choice.
        private void describe(String sheet, List<Column> columns, List<List<String>> lines) {
            var headings = Column.headings(columns, codes);
            for (var place = 0; place < columns.size(); place++) {
                var column = columns.get(place);
                var heading = headings.get(place);
                var type = column.type()
                        .map(of -> of.name().toLowerCase(Locale.ROOT))
                        .orElse("");
                lines.add(List.of(sheet, heading, column.name(), column.label(), type, "", ""));
                column.choices()
                        .forEach(choice -> lines.add(List.of(
                                sheet,
                                heading,
                                column.name(),
                                "",
                                "",
                                choice.code(),
                                choice.label().in(words.language()))));
            }
        }

        private Tables.Page info(List<Part> parts, About about) {
            var lines = new ArrayList<List<String>>();
            lines.add(List.of(words.infoTitle(), ""));
            lines.add(List.of(words.infoPeriod(), words.period(selection.from(), selection.to())));
            lines.add(List.of(words.infoScope(), about.scope()));
            lines.add(List.of(words.infoRole(), about.role()));
            lines.add(List.of(words.infoMade(), about.made()));
            for (var part : parts) {
                lines.add(List.of(
                        words.infoRows(part.name()) + " ("
                                + part.newest().title().in(words.language()) + ")",
                        words.number(part.rows())));
            }
            var leftOut =
                    new ArrayList<String>(List.of(words.leftOutStatuses(), words.leftOutNames(), words.leftOutFiles()));
            parts.stream()
                    .filter(part -> part.columns().withholds())
                    .forEach(part -> leftOut.add(words.leftOutPrivate(part.name())));
            leftOut.forEach(what -> lines.add(List.of(words.infoLeftOut(), what)));
            return new Tables.Page(words.nameOfInfo(), false, lines, List.of(44, 90));
        }
    }
}
