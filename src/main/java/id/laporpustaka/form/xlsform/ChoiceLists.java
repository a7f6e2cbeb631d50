package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.expression.Suggestion;
import id.laporpustaka.form.xlsform.Sheets.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The sheet `choices`.
final class ChoiceLists {
    static final String SHEET = "choices";
    private static final Pattern SYNONYM_BREAK = Pattern.compile("\\|");

    private final Map<String, ChoiceList> lists = new LinkedHashMap<>();
    private final Set<String> columns = new TreeSet<>();
    private boolean duplicates;

    private ChoiceLists() {}

    static ChoiceLists read(Sheets sheets, Texts texts, Problems problems) {
        var lists = new ChoiceLists();
        lists.duplicates = sheets.find(FormSettings.SHEET)
                .flatMap(settings -> settings.rows().stream().findFirst())
                .flatMap(row -> row.find("allow_choice_duplicates"))
                .filter(cell -> cell.equalsIgnoreCase("yes") || cell.equalsIgnoreCase("true"))
                .isPresent();
        sheets.find(SHEET).ifPresent(sheet -> {
            for (var header : sheet.headers()) {
                lists.columns.add(header);
                lists.columns.add(Sheets.canonical(header));
            }
            sheet.rows().forEach(row -> lists.add(row, texts, problems));
        });
        return lists;
    }

    /// A list that stands in a sheet of its own, whose columns `value` and `label` have other names there.
    ChoiceList read(Sheets.Sheet sheet, String value, String label, Texts texts, Problems problems) {
        var list = new ChoiceList(sheet.name());
        for (var row : sheet.rows()) {
            var code = find(row, value);
            var text = texts.find(row, label);
            if (code.isEmpty() || text.isEmpty()) {
                problems.add(
                        sheet.name(),
                        row.number(),
                        code.isEmpty() ? value : label,
                        "Baris ini tidak lengkap. Isi kolom " + value + " dan " + label + ".",
                        "This row is not complete. Fill in the columns " + value + " and " + label + ".");
            } else {
                add(list, new Choice(code.get(), text.get(), synonyms(row)), row, problems);
            }
        }
        return list;
    }

    private static Optional<String> find(Row row, String column) {
        return Optional.ofNullable(row.cells().get(column)).or(() -> row.find(column));
    }

    Optional<ChoiceList> find(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    Optional<String> findSimilar(String name) {
        return Suggestion.find(name, lists.keySet());
    }

    /// The columns that a `choice_filter` may look at.
    Set<String> columns() {
        return columns;
    }

    private void add(Row row, Texts texts, Problems problems) {
        var list = row.find("list_name");
        var code = row.find("name");
        if (list.isEmpty() || code.isEmpty()) {
            problems.add(
                    SHEET,
                    row.number(),
                    list.isEmpty() ? "list_name" : "name",
                    "Baris ini tidak lengkap. Isi kolom list_name dan name.",
                    "This row is not complete. Fill in the columns list_name and name.");
            return;
        }
        var label = texts.find(row, "label");
        if (label.isEmpty()) {
            problems.add(
                    SHEET,
                    row.number(),
                    "label",
                    "Pilihan \"" + code.get() + "\" belum punya label. Isi kolom label.",
                    "The choice \"" + code.get() + "\" has no label. Fill in the column label.");
            return;
        }
        add(
                lists.computeIfAbsent(list.get(), _ -> new ChoiceList(SHEET)),
                new Choice(code.get(), label.get(), synonyms(row)),
                row,
                problems);
    }

    private void add(ChoiceList list, Choice choice, Row row, Problems problems) {
        var code = choice.code();
        if (code.chars().anyMatch(Character::isWhitespace)) {
            problems.add(
                    list.sheet(),
                    row.number(),
                    "name",
                    "Kode \"" + code + "\" berisi spasi. Hapus spasinya.",
                    "The code \"" + code + "\" has a space in it. Remove the space.");
        }
        if (!list.add(choice, row) && !duplicates) {
            var name = row.find("list_name").orElse(list.sheet());
            problems.add(
                    list.sheet(),
                    row.number(),
                    "name",
                    "Kode \"" + code + "\" sudah ada di daftar \"" + name + "\". Pakai kode lain.",
                    "The code \"" + code + "\" is in the list \"" + name + "\" already. Use another one.");
        }
    }

    /// Our own column: further names of a choice, between bars.
    private static List<String> synonyms(Row row) {
        return SYNONYM_BREAK
                .splitAsStream(row.find("synonyms").orElse(""))
                .map(String::strip)
                .filter(synonym -> !synonym.isEmpty())
                .toList();
    }
}
