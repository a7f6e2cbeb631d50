package id.laporpustaka.export.rows;

import id.laporpustaka.export.CsvRows;
import id.laporpustaka.texts.ExportWords;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// CSV files, in a zip unless there is only one table.
///
/// In Indonesian the cells are parted by semicolons and decimals have a comma, as Excel has it on a computer
/// that is set to Indonesian: with commas it would show each row in one cell. In English it is commas and
/// points. Days are written as in ISO 8601, which Excel takes for days wherever it is.
final class CsvTables implements Tables, Cells {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String ENDING = ".csv";

    private final OutputStream out;
    private final Optional<ZipOutputStream> zip;
    private final ExportWords words;
    private final Set<String> names = new HashSet<>();
    private final List<String> cells = new ArrayList<>();
    private Optional<CsvRows> open = Optional.empty();

    /// @param single whether there is one table only, and no page then
    CsvTables(OutputStream out, ExportWords words, boolean single) {
        this.zip = single ? Optional.empty() : Optional.of(new ZipOutputStream(out));
        this.out = zip.<OutputStream>map(it -> it).orElse(out);
        this.words = words;
    }

    @Override
    public void begin(String name, List<Column> columns, List<String> headings) throws IOException {
        begin(name);
        open.orElseThrow().add(headings);
    }

    private void begin(String name) throws IOException {
        if (zip.isPresent()) {
            zip.get().putNextEntry(new ZipEntry(unique(name) + ENDING));
        }
        open = Optional.of(new CsvRows(out, words.separator()));
    }

    private String unique(String name) {
        var plain = name.replaceAll("[^\\p{L}\\p{N}._ ()-]", "_").strip();
        var shown = plain;
        for (var next = 2; !names.add(shown.toLowerCase(Locale.ROOT)); next++) {
            shown = plain + " " + next;
        }
        return shown;
    }

    @Override
    public Cells row() {
        cells.clear();
        return this;
    }

    @Override
    public void endRow() {
        open.orElseThrow().add(cells);
    }

    @Override
    public void end() throws IOException {
        open.orElseThrow().close();
        open = Optional.empty();
        if (zip.isPresent()) {
            zip.get().closeEntry();
        }
    }

    @Override
    public void page(Page page) throws IOException {
        if (zip.isPresent()) {
            begin(page.name());
            page.rows().forEach(open.orElseThrow()::add);
            end();
        }
    }

    @Override
    public void empty() {
        cells.add("");
    }

    @Override
    public void text(String text) {
        cells.add(text);
    }

    @Override
    public void number(long number) {
        cells.add(Long.toString(number));
    }

    @Override
    public void number(BigDecimal number) {
        cells.add(number.toPlainString().replace(".", words.decimalSeparator()));
    }

    @Override
    public void day(LocalDate day) {
        cells.add(day.toString());
    }

    @Override
    public void moment(LocalDateTime moment) {
        cells.add(moment.format(MOMENT));
    }

    @Override
    public void time(LocalTime time) {
        cells.add(time.format(TIME));
    }

    @Override
    public void close() throws IOException {
        if (zip.isPresent()) {
            zip.get().finish();
        }
    }
}
