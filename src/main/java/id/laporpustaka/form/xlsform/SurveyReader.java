package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.xlsform.Sheets.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the rows of the sheet `survey`: types, names, texts, groups; not its expressions.
final class SurveyReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");
    private static final int MOST_FILES = 20;

    private final Texts texts;
    private final ChoiceLists choices;
    private final Problems problems;
    private final List<Survey.Group> groups = new ArrayList<>();
    private final List<Survey.Asked> questions = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Map<String, Integer> rowsOfNames = new HashMap<>();

    private SurveyReader(Texts texts, ChoiceLists choices, Problems problems) {
        this.texts = texts;
        this.choices = choices;
        this.problems = problems;
    }

    static Survey read(List<Row> rows, Texts texts, ChoiceLists choices, Problems problems) {
        var reader = new SurveyReader(texts, choices, problems);
        rows.forEach(reader::take);
        for (var group : reader.open) {
            reader.problem(
                    reader.groups.get(group).row(),
                    "type",
                    "Kelompok \"" + reader.groups.get(group).name()
                            + "\" tidak ditutup. Tambahkan baris end_group setelah pertanyaan terakhirnya.",
                    "The group \"" + reader.groups.get(group).name()
                            + "\" is not closed. Add a row end_group after its last question.");
        }
        return new Survey(List.copyOf(reader.groups), List.copyOf(reader.questions));
    }

    private void take(Row row) {
        var type = row.find("type");
        if (type.isEmpty()) {
            if (row.find("name").isPresent()) {
                problem(row, "type", "Isi kolom type, misalnya text.", "Fill in the column type, for example text.");
            }
            return;
        }
        switch (TypeCell.of(type.get())) {
            case TypeCell.BeginGroup() -> begin(row);
            case TypeCell.BeginRepeat() -> {
                notYet(row, "begin_repeat");
                begin(row);
            }
            case TypeCell.EndGroup(), TypeCell.EndRepeat() -> end(row);
            case TypeCell.Asked(var asked, var list) -> ask(row, asked, list);
            case TypeCell.NotYet(var what) -> {
                name(row);
                notYet(row, what);
            }
            case TypeCell.NoList(var select) -> {
                name(row);
                problem(
                        row,
                        "type",
                        "Tulis nama daftar pilihannya, misalnya " + select + " ya_tidak.",
                        "Write the name of its list of choices, for example " + select + " yes_no.");
            }
            case TypeCell.Unknown(var unknown, var meant) -> {
                name(row);
                problem(
                        row,
                        "type",
                        "Jenis \"" + unknown + "\" tidak dikenal. "
                                + meant.map(known -> "Mungkin maksudnya " + known + "?")
                                        .orElse("Pakai misalnya text, integer, date, atau select_one."),
                        "The type \"" + unknown + "\" is not known. "
                                + meant.map(known -> "Perhaps " + known + " was meant?")
                                        .orElse("Use for example text, integer, date or select_one."));
            }
        }
    }

    private void begin(Row row) {
        var name = name(row);
        var fieldList = words(row, "appearance").contains("field-list");
        var label = label(row);
        if (fieldList && label.isEmpty()) {
            noLabel(row, name);
        }
        var parent = current();
        var detail = isYes(row, "detail") || (parent >= 0 && groups.get(parent).detail());
        groups.add(new Survey.Group(row, name, parent, fieldList, label, texts.find(row, "hint"), detail));
        open.push(groups.size() - 1);
    }

    private void end(Row row) {
        if (open.isEmpty()) {
            problem(
                    row,
                    "type",
                    "Tidak ada kelompok yang terbuka di sini. Hapus baris ini atau tambahkan begin_group.",
                    "No group is open here. Remove this row or add a begin_group.");
        } else {
            open.pop();
        }
    }

    private void ask(Row row, QuestionType type, Optional<String> listName) {
        var name = name(row);
        var label = label(row);
        if (label.isEmpty() && type.isShown()) {
            noLabel(row, name);
        }
        var list = listName.flatMap(choices::find);
        if (listName.isPresent() && list.isEmpty()) {
            noList(row, listName.get());
        }
        if (row.find("calculation").isPresent() && type.isShown()) {
            problem(
                    row,
                    "calculation",
                    "Perhitungan pada pertanyaan yang ditanyakan belum didukung. Ubah type menjadi calculate.",
                    "A calculation of a question that is asked is not supported yet. Make its type calculate.");
        }
        if (row.find("calculation").isEmpty() && type == QuestionType.CALCULATE) {
            problem(
                    row,
                    "calculation",
                    "Tulis cara menghitungnya di kolom calculation.",
                    "Write how it is calculated in the column calculation.");
        }
        var group = current();
        questions.add(new Survey.Asked(
                row,
                new Question(
                        name,
                        questions.size(),
                        type,
                        label.orElse(LocalizedText.empty()),
                        texts.find(row, "hint"),
                        texts.find(row, "required_message"),
                        words(row, "appearance"),
                        parameters(row),
                        row.find("indicator"),
                        isYes(row, "detail") || (group >= 0 && groups.get(group).detail()),
                        isYes(row, "read_only"),
                        list.map(ChoiceLists.ChoiceList::choices).orElse(List.of()),
                        maximumFiles(row, type)),
                group,
                list));
    }

    private String name(Row row) {
        var name = row.find("name").orElse("");
        if (!NAME.matcher(name).matches()) {
            problem(
                    row,
                    "name",
                    name.isEmpty()
                            ? "Baris ini belum punya nama. Isi kolom name, misalnya jumlah_peserta."
                            : "Nama \"" + name
                                    + "\" tidak bisa dipakai. Pakai huruf, angka, dan garis bawah; mulai dengan huruf;"
                                    + " paling panjang 64.",
                    name.isEmpty()
                            ? "This row has no name. Fill in the column name, for example number_of_people."
                            : "The name \"" + name
                                    + "\" can't be used. Use letters, digits and underscores; begin with a letter; at"
                                    + " most 64.");
        } else {
            var earlier = rowsOfNames.putIfAbsent(name, row.number());
            if (earlier != null) {
                problem(
                        row,
                        "name",
                        "Nama \"" + name + "\" sudah dipakai di baris " + earlier + ". Pakai nama lain.",
                        "The name \"" + name + "\" is used in row " + earlier + " already. Use another one.");
            }
        }
        return name;
    }

    private Optional<LocalizedText> label(Row row) {
        var label = texts.find(row, "label");
        if (label.stream().flatMap(text -> text.texts().values().stream()).anyMatch(text -> text.contains("${"))) {
            problem(
                    row,
                    "label",
                    "Jawaban di dalam label (${...}) belum didukung. Tulis label tanpa itu.",
                    "Answers inside a label (${...}) are not supported yet. Write the label without them.");
        }
        return label;
    }

    private boolean isYes(Row row, String column) {
        var cell = row.find(column).orElse("no").toLowerCase(Locale.ROOT);
        return switch (cell) {
            case "yes", "true", "true()", "1", "ya" -> true;
            case "no", "false", "false()", "0", "tidak" -> false;
            default -> {
                problem(row, column, "Tulis yes atau no.", "Write yes or no.");
                yield false;
            }
        };
    }

    private static Set<String> words(Row row, String column) {
        var words = new LinkedHashSet<String>();
        row.find(column).ifPresent(cell -> words.addAll(List.of(cell.split("\\s+", -1))));
        return words;
    }

    private Map<String, String> parameters(Row row) {
        var parameters = new LinkedHashMap<String, String>();
        var cell = row.find("parameters").orElse("");
        for (var part : cell.split("[\\s;,]+", -1)) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                parameters.put(part.substring(0, equals), part.substring(equals + 1));
            } else if (!part.isEmpty()) {
                problem(
                        row,
                        "parameters",
                        "\"" + part + "\" tidak dimengerti. Tulis nama=nilai, dipisah spasi.",
                        "\"" + part + "\" is not understood. Write name=value, with spaces between.");
            }
        }
        return parameters;
    }

    private int maximumFiles(Row row, QuestionType type) {
        var cell = row.find("max_files");
        if (type != QuestionType.IMAGE) {
            return 0;
        }
        if (cell.isEmpty()) {
            return 1;
        }
        if (!cell.get().matches("[0-9]{1,2}")
                || Integer.parseInt(cell.get()) < 1
                || Integer.parseInt(cell.get()) > MOST_FILES) {
            problem(
                    row,
                    "max_files",
                    "Tulis bilangan 1 sampai " + MOST_FILES + ".",
                    "Write a number from 1 to " + MOST_FILES + ".");
            return 1;
        }
        return Integer.parseInt(cell.get());
    }

    private int current() {
        return open.isEmpty() ? -1 : open.peek();
    }

    private void noLabel(Row row, String name) {
        problem(
                row,
                "label",
                "\"" + name + "\" belum punya label. Isi kolom label dengan pertanyaannya.",
                "\"" + name + "\" has no label. Write the question in the column label.");
    }

    private void noList(Row row, String list) {
        problem(
                row,
                "type",
                "Daftar \"" + list + "\" tidak ada di lembar choices. "
                        + choices.findSimilar(list)
                                .map(known -> "Mungkin maksudnya " + known + "?")
                                .orElse("Tambahkan pilihannya di sana."),
                "The list \"" + list + "\" is not in the sheet choices. "
                        + choices.findSimilar(list)
                                .map(known -> "Perhaps " + known + " was meant?")
                                .orElse("Add its choices there."));
    }

    private void notYet(Row row, String what) {
        problem(
                row,
                "type",
                what + " belum didukung. Hapus baris ini atau pakai jenis lain.",
                what + " is not supported yet. Remove this row or use another type.");
    }

    private void problem(Row row, String column, String indonesian, String english) {
        problems.add(Survey.SHEET, row.number(), column, indonesian, english);
    }
}
