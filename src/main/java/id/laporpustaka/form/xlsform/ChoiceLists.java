package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.expression.Suggestion;
import id.laporpustaka.form.xlsform.Sheets.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The sheet `choices`.
final class ChoiceLists {
    static final String SHEET = "choices";

    private final Map<String, ChoiceList> lists = new LinkedHashMap<>();
    private final Set<String> columns = new TreeSet<>();

    private ChoiceLists() {}

    static ChoiceLists read(Sheets sheets, Texts texts, Problems problems) {
        var lists = new ChoiceLists();
        sheets.find(SHEET).ifPresent(sheet -> {
            sheet.headers().stream().map(Sheets::canonical).forEach(lists.columns::add);
            sheet.rows().forEach(row -> lists.add(row, texts, problems));
        });
        return lists;
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
        if (code.get().matches("(?s).*\\s.*")) {
            problems.add(
                    SHEET,
                    row.number(),
                    "name",
                    "Kode \"" + code.get() + "\" berisi spasi. Hapus spasinya.",
                    "The code \"" + code.get() + "\" has a space in it. Remove the space.");
        }
        var added = lists.computeIfAbsent(list.get(), _ -> new ChoiceList(new ArrayList<>(), new ArrayList<>()));
        if (added.choices().stream().anyMatch(choice -> choice.code().equals(code.get()))) {
            problems.add(
                    SHEET,
                    row.number(),
                    "name",
                    "Kode \"" + code.get() + "\" sudah ada di daftar \"" + list.get() + "\". Pakai kode lain.",
                    "The code \"" + code.get() + "\" is in the list \"" + list.get() + "\" already. Use another one.");
        }
        added.choices().add(new Choice(code.get(), label.get()));
        var cells = new LinkedHashMap<String, String>();
        row.cells().forEach((header, cell) -> cells.put(Sheets.canonical(header), cell));
        added.columns().add(cells);
    }

    /// `columns` has the cells of each choice by canonical header.
    record ChoiceList(List<Choice> choices, List<Map<String, String>> columns) {}
}
