package id.laporpustaka.export.rows;

import static id.laporpustaka.db.generated.Tables.FORM_VERSION;

import id.laporpustaka.conversation.ExportKind.Format;
import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.db.Database;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.texts.Texts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jooq.DSLContext;

/// Writes the reports of one form for programs that read them again and again: always the same columns, also
/// with no reports, and nothing but tables. In CSV there is only the one of the reports, in a workbook one
/// for each repeat, too.
public final class ReportTable {
    private static final int BUFFER = 1 << 16;

    private final Database database;
    private final FormCatalogue forms;
    private final Texts texts;
    private final String publicUrl;

    /// @param publicUrl what stands before the path of a file of a report, without a slash at the end
    public ReportTable(Database database, FormCatalogue forms, Texts texts, String publicUrl) {
        this.database = database;
        this.forms = forms;
        this.texts = texts;
        this.publicUrl = publicUrl;
    }

    /// Writes the reports as they are at this moment.
    ///
    /// @param codes whether by names and codes, which never change, rather than by what people read
    public void write(Selection selection, String formId, Format format, boolean codes, Language language, Path file) {
        database.inSnapshot(db -> {
            try (var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
                var words = texts.exports(language);
                var columns =
                        new FormColumns(versions(db, formId), words, new FormColumns.Style(codes, false, publicUrl));
                var rows = new ReportRows(db, forms);
                switch (format) {
                    case XLSX -> {
                        try (var tables = new XlsxTables(out, words)) {
                            var writing = new Writing(tables, rows, selection, formId, codes);
                            writing.reports(columns);
                            for (var repeat : columns.repeats()) {
                                writing.instances(repeat);
                            }
                        }
                    }
                    case CSV -> {
                        try (var tables = new CsvTables(out, words, true)) {
                            new Writing(tables, rows, selection, formId, codes).reports(columns);
                        }
                    }
                }
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private record Writing(Tables tables, ReportRows rows, Selection selection, String formId, boolean codes) {
        void reports(FormColumns form) throws IOException {
            tables.begin(formId, form.columns(), Column.headings(form.columns(), codes));
            rows.forEach(selection, formId, some -> {
                for (var row : some) {
                    write(form.columns(), row, 0);
                }
            });
            tables.end();
        }

        void instances(FormColumns.RepeatTable repeat) throws IOException {
            tables.begin(
                    formId + " " + repeat.repeat().name(), repeat.columns(), Column.headings(repeat.columns(), codes));
            rows.forEach(selection, formId, some -> {
                for (var row : some) {
                    for (var instance = 1; instance <= repeat.count(row); instance++) {
                        write(repeat.columns(), row, instance);
                    }
                }
            });
            tables.end();
        }

        private void write(List<Column> columns, ReportRow row, int instance) throws IOException {
            var cells = tables.row();
            for (var column : columns) {
                column.content().write(row, instance, cells);
            }
            tables.endRow();
        }
    }

    /// The newest first.
    private List<Form> versions(DSLContext db, String formId) {
        return db
                .select(FORM_VERSION.VERSION)
                .from(FORM_VERSION)
                .where(FORM_VERSION.FORM_ID.eq(formId))
                .orderBy(FORM_VERSION.POSITION.desc())
                .fetch(FORM_VERSION.VERSION)
                .stream()
                .flatMap(version -> forms.find(formId, version).stream())
                .toList();
    }
}
