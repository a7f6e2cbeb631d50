package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.ExternalTable;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.Rules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// The tables that a form's expressions and selects look at: those outside the form, further sheets of the
/// workbook, and the lists of choices.
final class Tables {
    private static final Set<String> OWN = Set.of(Survey.SHEET, ChoiceLists.SHEET, FormSettings.SHEET);

    private final Sheets sheets;
    private final ChoiceLists choices;
    private final Texts texts;
    private final Language language;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<Rules.Table> tables = new ArrayList<>();
    private final List<Set<String>> columns = new ArrayList<>();

    Tables(Sheets sheets, ChoiceLists choices, Texts texts, Language language) {
        this.sheets = sheets;
        this.choices = choices;
        this.texts = texts;
        this.language = language;
    }

    /// Without the end that says that it is a file.
    static String plain(String name) {
        return name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
    }

    OptionalInt find(String written) {
        var name = plain(written);
        var known = places.get(name);
        if (known != null) {
            return OptionalInt.of(known);
        }
        var outside = ExternalTable.find(name);
        if (outside.isPresent()) {
            return add(
                    name,
                    new Rules.Table.Outside(outside.get()),
                    new LinkedHashSet<>(outside.get().columns()));
        }
        var sheet = findSheet(name);
        if (sheet.isPresent()) {
            return add(name, sheet.get());
        }
        return choices.find(name)
                .map(list -> add(name, new Rules.Table.Written(list.columns()), choices.columns()))
                .orElseGet(OptionalInt::empty);
    }

    /// A further sheet of the workbook.
    Optional<Sheets.Sheet> findSheet(String name) {
        return OWN.contains(name)
                ? Optional.empty()
                : sheets.sheets().stream()
                        .filter(sheet -> sheet.name().equalsIgnoreCase(plain(name)))
                        .findFirst();
    }

    private OptionalInt add(String name, Sheets.Sheet sheet) {
        var named = new LinkedHashSet<>(Set.of("name", "label"));
        for (var header : sheet.headers()) {
            named.add(header);
            named.add(Sheets.canonical(header));
        }
        var rows = new ArrayList<Map<String, String>>();
        for (var row : sheet.rows()) {
            var cells = ChoiceList.cells(row);
            texts.find(row, "label").ifPresent(label -> cells.put("label", label.in(language)));
            rows.add(cells);
        }
        return add(name, new Rules.Table.Written(rows), named);
    }

    private OptionalInt add(String name, Rules.Table table, Set<String> named) {
        places.put(name, tables.size());
        tables.add(table);
        columns.add(named);
        return OptionalInt.of(tables.size() - 1);
    }

    List<Rules.Table> all() {
        return tables;
    }

    Collection<String> names() {
        var names = new TreeSet<String>();
        for (var outside : ExternalTable.values()) {
            names.add(outside.code());
        }
        sheets.sheets().stream()
                .map(Sheets.Sheet::name)
                .filter(name -> !OWN.contains(name))
                .forEach(names::add);
        return names;
    }

    Collection<String> columns(int table) {
        return columns.get(table);
    }

    Collection<String> keys(int table, String column) {
        return tables.get(table) instanceof Rules.Table.Outside(var outside)
                ? outside.keys(column)
                : columns.get(table);
    }

    boolean hasRows(int table) {
        return !(tables.get(table) instanceof Rules.Table.Outside(var outside)) || outside.hasRows();
    }

    /// Whether any sheet that stands for a file has that column.
    boolean isColumn(String word) {
        return columns.stream().anyMatch(named -> named.contains(word));
    }

    /// Says of sheets that nothing looks at that they are not used.
    void remarkUnused(Problems problems) {
        for (var sheet : sheets.sheets()) {
            var isTable = places.keySet().stream().anyMatch(sheet.name()::equalsIgnoreCase);
            if (!OWN.contains(sheet.name()) && !isTable) {
                problems.remark(sheet.name(), 0, "", "Lembar ini tidak dipakai.", "This sheet is not used.");
            }
        }
    }
}
