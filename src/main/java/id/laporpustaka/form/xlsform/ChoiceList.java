package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.xlsform.Sheets.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A list of choices, with the row of each and its further columns. Made once, then only read.
final class ChoiceList {
    private final String sheet;
    private final List<Choice> choices = new ArrayList<>();
    private final List<Map<String, String>> columns = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private List<Choice> made = List.of();

    ChoiceList(String sheet) {
        this.sheet = sheet;
    }

    /// False if the code is in the list already; it is added all the same.
    boolean add(Choice choice, Row row) {
        choices.add(choice);
        columns.add(cells(row));
        rows.add(row.number());
        return codes.add(choice.code());
    }

    /// The same list with one more choice at the end, unless it has that code.
    ChoiceList with(Choice choice) {
        var longer = new ChoiceList(sheet);
        longer.choices.addAll(choices);
        longer.columns.addAll(columns);
        longer.rows.addAll(rows);
        longer.codes.addAll(codes);
        if (longer.codes.add(choice.code())) {
            longer.choices.add(choice);
            longer.columns.add(Map.of("name", choice.code()));
            longer.rows.add(0);
        }
        return longer;
    }

    /// The cells of a row by header, as it is written and in its usual spelling.
    static Map<String, String> cells(Row row) {
        var cells = new LinkedHashMap<>(row.cells());
        row.cells().forEach((header, cell) -> cells.putIfAbsent(Sheets.canonical(header), cell));
        return cells;
    }

    String sheet() {
        return sheet;
    }

    List<Choice> choices() {
        if (made.size() != choices.size()) {
            made = List.copyOf(choices);
        }
        return made;
    }

    /// The cells of each choice.
    List<Map<String, String>> columns() {
        return columns;
    }

    /// The number of each choice's row, 0 for one that is not in the sheet.
    List<Integer> rows() {
        return rows;
    }

    Set<String> codes() {
        return codes;
    }
}
