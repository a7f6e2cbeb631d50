package id.laporpustaka.export;

import id.laporpustaka.form.xlsform.Grid;
import id.laporpustaka.form.xlsform.GridReading;
import id.laporpustaka.form.xlsform.Grids;
import id.laporpustaka.people.ImportRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A sheet of libraries as somebody has made it: its columns in any order, known by their headings, with
/// whatever else is in it.
///
/// @param grid all cells
/// @param headings the number of the row that has them
/// @param columns where each is; several if the sheet has, say, one for desa and one for kelurahan
/// @param rows the libraries
/// @param examples the numbers of rows that are examples
record LibrarySheet(
        Grid grid, int headings, Map<SheetColumn, List<Integer>> columns, List<ImportRow> rows, Set<Integer> examples) {
    static final int MOST_ROWS = 20_000;

    /// In bytes.
    static final int LARGEST_FILE = 8 << 20;

    private static final int FEWEST_HEADINGS = 2;
    private static final int MOST_LINES = MOST_ROWS + 200;

    private static final List<SheetColumn> PLACES = List.of(
            SheetColumn.CODE, SheetColumn.PROVINCE, SheetColumn.REGENCY, SheetColumn.DISTRICT, SheetColumn.VILLAGE);
    private static final List<SheetColumn> ENOUGH_OF_A_PLACE =
            List.of(SheetColumn.CODE, SheetColumn.PROVINCE, SheetColumn.REGENCY);

    /// The sheet that every form has, as a sheet or in the first column of a CSV file.
    private static final String OF_A_FORM = "survey";

    private static final Pattern EXAMPLE = Pattern.compile("(?i)^(?:contoh|example)\\s*:.*", Pattern.DOTALL);
    private static final Pattern WITH_A_COMMA = Pattern.compile("(\\d\\d),(\\d{1,2})");
    private static final Pattern WITHOUT_THE_LAST_ZERO = Pattern.compile("\\d\\d\\.\\d");

    LibrarySheet {
        columns = Map.copyOf(columns);
        rows = List.copyOf(rows);
        examples = Set.copyOf(examples);
    }

    private record Headings(Grid grid, Grid.Line line, Map<SheetColumn, List<Integer>> columns) {}

    /// Takes the sheet of the file that has the most headings.
    static SheetReading read(byte[] file) {
        if (file.length > LARGEST_FILE) {
            return new SheetReading.TooLarge();
        }
        return switch (Grids.read(file, MOST_LINES)) {
            case GridReading.Refused(var why) -> new SheetReading.NotASheet(why);
            case GridReading.Read(var grids) ->
                findHeadings(grids).map(LibrarySheet::read).orElseGet(SheetReading.NoHeadings::new);
        };
    }

    /// Whether a file looks more like a sheet of libraries than like a form.
    static boolean resembles(byte[] file) {
        return file.length <= LARGEST_FILE
                && Grids.read(file, Grid.HEADINGS_WITHIN) instanceof GridReading.Read(var grids)
                && grids.stream().noneMatch(LibrarySheet::isOfForm)
                && findHeadings(grids)
                        .filter(found -> PLACES.stream().anyMatch(found.columns()::containsKey))
                        .isPresent();
    }

    private static boolean isOfForm(Grid grid) {
        return grid.name().strip().equalsIgnoreCase(OF_A_FORM)
                || grid.lines().stream().anyMatch(line -> line.cell(0).equalsIgnoreCase(OF_A_FORM));
    }

    private static Optional<Headings> findHeadings(List<Grid> grids) {
        Optional<Headings> best = Optional.empty();
        for (var grid : grids) {
            for (var line : grid.lines().stream()
                    .filter(it -> it.number() <= Grid.HEADINGS_WITHIN)
                    .toList()) {
                var columns = columns(line);
                if (columns.size() > best.map(found -> found.columns().size()).orElse(FEWEST_HEADINGS - 1)) {
                    best = Optional.of(new Headings(grid, line, columns));
                }
            }
        }
        return best;
    }

    /// Of several columns for the same, the one with the likeliest heading comes first.
    private static Map<SheetColumn, List<Integer>> columns(Grid.Line line) {
        var columns = new EnumMap<SheetColumn, List<Integer>>(SheetColumn.class);
        for (var column : SheetColumn.values()) {
            var places = Stream.iterate(0, place -> place < line.cells().size(), place -> place + 1)
                    .filter(place -> column.meantBy(line.cell(place)) >= 0)
                    .sorted((one, other) ->
                            Integer.compare(column.meantBy(line.cell(one)), column.meantBy(line.cell(other))))
                    .toList();
            if (!places.isEmpty()) {
                columns.put(column, places);
            }
        }
        return columns;
    }

    private static SheetReading read(Headings headings) {
        var missing = missing(headings.columns().keySet());
        if (!missing.isEmpty()) {
            return new SheetReading.ColumnsMissing(missing);
        }
        var rows = new ArrayList<ImportRow>();
        var examples = new HashSet<Integer>();
        for (var line : headings.grid().lines()) {
            if (line.number() <= headings.line().number() || isEmpty(line, headings.columns())) {
                continue;
            }
            var row = row(line, headings.columns());
            if (EXAMPLE.matcher(row.name()).matches()) {
                examples.add(line.number());
            } else {
                rows.add(row);
            }
        }
        if (headings.grid().more() || rows.size() > MOST_ROWS) {
            return new SheetReading.TooManyRows();
        }
        return rows.isEmpty()
                ? new SheetReading.NoRows()
                : new SheetReading.Read(new LibrarySheet(
                        headings.grid(), headings.line().number(), headings.columns(), rows, examples));
    }

    /// The code stands for all ways to tell a place.
    private static List<SheetColumn> missing(Set<SheetColumn> found) {
        var missing = new ArrayList<SheetColumn>();
        if (ENOUGH_OF_A_PLACE.stream().noneMatch(found::contains)) {
            missing.add(SheetColumn.CODE);
        }
        Stream.of(SheetColumn.NAME, SheetColumn.TYPE)
                .filter(column -> !found.contains(column))
                .forEach(missing::add);
        return missing;
    }

    private static boolean isEmpty(Grid.Line line, Map<SheetColumn, List<Integer>> columns) {
        return columns.entrySet().stream()
                .filter(column -> !column.getKey().isOurs())
                .flatMap(column -> column.getValue().stream())
                .allMatch(place -> line.cell(place).isEmpty());
    }

    private static ImportRow row(Grid.Line line, Map<SheetColumn, List<Integer>> columns) {
        return new ImportRow(
                line.number(),
                code(text(line, columns, SheetColumn.CODE)),
                text(line, columns, SheetColumn.PROVINCE),
                text(line, columns, SheetColumn.REGENCY),
                text(line, columns, SheetColumn.DISTRICT),
                text(line, columns, SheetColumn.VILLAGE),
                text(line, columns, SheetColumn.NAME),
                text(line, columns, SheetColumn.TYPE),
                text(line, columns, SheetColumn.SCHEME),
                text(line, columns, SheetColumn.NPP),
                text(line, columns, SheetColumn.REPORTERS));
    }

    private static String text(Grid.Line line, Map<SheetColumn, List<Integer>> columns, SheetColumn column) {
        return Objects.requireNonNull(columns.getOrDefault(column, List.of())).stream()
                .map(line::cell)
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .map(SafeCells::meant)
                .orElse("");
    }

    /// A regency's code that a program has taken for a number comes as `33,06`, or without its last zero: `33.1`.
    private static String code(String text) {
        var dotted = WITH_A_COMMA.matcher(text).matches() ? text.replace(',', '.') : text;
        return WITHOUT_THE_LAST_ZERO.matcher(dotted).matches() ? dotted + "0" : dotted;
    }
}
