package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.Language;
import id.laporpustaka.form.LocalizedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What differs between two versions of a form, row by row: questions go by their names, choices by list and code.
///
/// @param moved whether questions that both have come in another order
public record FormComparison(List<Item> added, List<Item> removed, List<Changed> changed, boolean moved) {
    public FormComparison {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /// A question, a group, a choice or the settings.
    ///
    /// @param list of a choice, else empty
    /// @param name of a question, code of a choice, empty for the settings
    /// @param label may be empty
    /// @param cells by canonical header; a language is there by its code, as in `label::id`
    public record Item(String sheet, String list, String name, LocalizedText label, Map<String, String> cells) {
        public Item {
            cells = new LinkedHashMap<>(cells);
        }
    }

    /// An item of both versions whose cells differ; `item` is that of the newer one.
    public record Changed(Item item, List<Cell> cells) {
        public Changed {
            cells = List.copyOf(cells);
        }
    }

    /// One cell; `""` stands for an empty one.
    public record Cell(String column, String before, String after) {}

    private record Key(String sheet, String list, String name) {}

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && !moved;
    }

    /// The version itself, which always differs, is left out.
    public static FormComparison of(Sheets before, Sheets after) {
        var old = items(before);
        var present = items(after);
        var added = new ArrayList<Item>();
        var changed = new ArrayList<Changed>();
        present.forEach((key, item) -> {
            var earlier = old.get(key);
            if (earlier == null) {
                added.add(item);
            } else {
                var cells = differences(earlier.cells(), item.cells());
                if (!cells.isEmpty()) {
                    changed.add(new Changed(item, cells));
                }
            }
        });
        var removed = old.entrySet().stream()
                .filter(entry -> !present.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new FormComparison(added, removed, changed, isMoved(old, present));
    }

    private static boolean isMoved(Map<Key, Item> old, Map<Key, Item> present) {
        var before = old.keySet().stream()
                .filter(key -> key.sheet().equals(Survey.SHEET) && present.containsKey(key))
                .toList();
        var after = present.keySet().stream()
                .filter(key -> key.sheet().equals(Survey.SHEET) && old.containsKey(key))
                .toList();
        return !before.equals(after);
    }

    private static List<Cell> differences(Map<String, String> before, Map<String, String> after) {
        var columns = new LinkedHashSet<>(after.keySet());
        columns.addAll(before.keySet());
        return columns.stream()
                .map(column -> new Cell(column, before.getOrDefault(column, ""), after.getOrDefault(column, "")))
                .filter(cell -> !cell.before().equals(cell.after()))
                .toList();
    }

    private static Map<Key, Item> items(Sheets sheets) {
        var language = sheets.find(FormSettings.SHEET).stream()
                .flatMap(sheet -> sheet.rows().stream())
                .flatMap(row -> row.find("default_language").stream())
                .flatMap(name -> Texts.findLanguage(name).stream())
                .findFirst()
                .orElse(Language.INDONESIAN);
        var items = new LinkedHashMap<Key, Item>();
        for (var sheet : sheets.sheets()) {
            for (var row : sheet.rows()) {
                find(sheet.name(), row, language)
                        .ifPresent(item -> items.putIfAbsent(new Key(item.sheet(), item.list(), item.name()), item));
            }
        }
        return items;
    }

    private static Optional<Item> find(String sheet, Sheets.Row row, Language language) {
        var cells = new LinkedHashMap<String, String>();
        row.cells().forEach((header, cell) -> cells.putIfAbsent(column(header, language), cell));
        var label = new Texts(language).find(row, "label").orElse(LocalizedText.empty());
        return switch (sheet) {
            case FormSettings.SHEET -> {
                cells.remove("version");
                yield Optional.of(new Item(sheet, "", "", label, cells));
            }
            case Survey.SHEET -> row.find("name").map(name -> new Item(sheet, "", name, label, cells));
            case ChoiceLists.SHEET ->
                row.find("name")
                        .map(code -> new Item(sheet, row.find("list_name").orElse(""), code, label, cells));
            default -> Optional.empty();
        };
    }

    private static String column(String header, Language language) {
        var canonical = Sheets.canonical(header);
        var colons = canonical.indexOf("::");
        if (colons < 0) {
            return Headers.hasLanguages(canonical) ? canonical + "::" + language.code() : canonical;
        }
        return Texts.findLanguage(canonical.substring(colons + 2))
                .map(named -> canonical.substring(0, colons) + "::" + named.code())
                .orElse(canonical);
    }
}
