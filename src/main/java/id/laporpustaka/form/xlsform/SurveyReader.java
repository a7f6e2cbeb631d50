package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.xlsform.Sheets.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads the rows of the sheet `survey`: types, names and groups; not its expressions.
final class SurveyReader implements QuestionReader.Sink {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");
    private static final int DEEPEST = 20;
    private static final int MOST_REPEATS = 50;

    private final Texts texts;
    private final Tables tables;
    private final Cells cells;
    private final QuestionReader questionReader;
    private final List<Survey.Group> groups = new ArrayList<>();
    private final List<Survey.Asked> questions = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Map<String, Integer> rowsOfNames = new HashMap<>();

    private SurveyReader(Texts texts, ChoiceLists choices, Tables tables, Problems problems) {
        this.texts = texts;
        this.tables = tables;
        this.cells = new Cells(problems);
        this.questionReader = new QuestionReader(texts, choices, tables, problems);
    }

    static Survey read(List<Row> rows, Texts texts, ChoiceLists choices, Tables tables, Problems problems) {
        var reader = new SurveyReader(texts, choices, tables, problems);
        for (var row : rows) {
            if (problems.areFull()) {
                break;
            }
            reader.take(row);
        }
        for (var group : reader.open) {
            var unclosed = reader.groups.get(group);
            var end = unclosed.repeat() ? "end_repeat" : "end_group";
            reader.cells.problem(
                    unclosed.row(),
                    "type",
                    "Kelompok \"" + unclosed.name() + "\" tidak ditutup. Tambahkan baris " + end
                            + " setelah pertanyaan terakhirnya.",
                    "The group \"" + unclosed.name() + "\" is not closed. Add a row " + end
                            + " after its last question.");
        }
        return new Survey(List.copyOf(reader.groups), List.copyOf(reader.questions));
    }

    private void take(Row row) {
        var type = row.find("type");
        if (type.isEmpty()) {
            if (row.find("name").isPresent()) {
                cells.problem(
                        row, "type", "Isi kolom type, misalnya text.", "Fill in the column type, for example text.");
            }
            return;
        }
        if (row.find("disabled").isPresent() && cells.isYes(row, "disabled")) {
            return;
        }
        switch (TypeCell.of(type.get())) {
            case TypeCell.BeginGroup() -> begin(row, false);
            case TypeCell.BeginRepeat() -> begin(row, true);
            case TypeCell.EndGroup() -> end(row, false);
            case TypeCell.EndRepeat() -> end(row, true);
            case TypeCell.Plain plain -> questionReader.plain(place(row), plain.type());
            case TypeCell.FromList fromList -> questionReader.fromList(place(row), fromList);
            case TypeCell.FromFile fromFile -> questionReader.fromFile(place(row), fromFile);
            case TypeCell.Unknowable(var what) -> {
                cells.remark(
                        row,
                        "type",
                        what + " tidak diketahui dalam obrolan; isinya selalu kosong.",
                        what + " is not known in a chat; it is always empty.");
                questionReader.plain(place(row), QuestionType.HIDDEN);
            }
            case TypeCell.NamesFile() -> namesFile(row);
            case TypeCell.NotInChat(var what) -> {
                standIn(row);
                cells.problem(
                        row,
                        "type",
                        what + " tidak bisa ditanyakan dalam obrolan. Hapus baris ini atau pakai jenis lain.",
                        what + " can't be asked in a chat. Remove this row or use another type.");
            }
            case TypeCell.NoList(var select) -> {
                standIn(row);
                noList(row, select);
            }
            case TypeCell.Unknown(var unknown, var meant) -> {
                standIn(row);
                cells.problem(
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

    /// So that the rules that name a question of a wrong type are not called wrong too.
    private void standIn(Row row) {
        questionReader.plain(place(row), QuestionType.HIDDEN);
    }

    private void noList(Row row, String select) {
        var isFile = TypeCell.SELECTS_FROM_FILE.containsKey(select);
        cells.problem(
                row,
                "type",
                isFile
                        ? "Tulis nama lembar pilihannya, misalnya " + select + " desa.csv."
                        : "Tulis nama daftar pilihannya, misalnya " + select + " ya_tidak.",
                isFile
                        ? "Write the name of the sheet with its choices, for example " + select + " villages.csv."
                        : "Write the name of its list of choices, for example " + select + " yes_no.");
    }

    private QuestionReader.Place place(Row row) {
        var group = current();
        var detail = group >= 0 && groups.get(group).detail();
        return new QuestionReader.Place(row, name(row), group, detail, this);
    }

    @Override
    public int next() {
        return questions.size();
    }

    @Override
    public boolean isFree(String name) {
        return !rowsOfNames.containsKey(name);
    }

    @Override
    public void add(Survey.Asked asked) {
        rowsOfNames.putIfAbsent(asked.question().name(), asked.row().number());
        questions.add(asked);
    }

    /// A file that expressions look at is a sheet of the workbook, which needs no row here.
    private void namesFile(Row row) {
        var name = name(row);
        if (tables.find(name).isEmpty()) {
            cells.problem(
                    row,
                    "name",
                    "Lembar \"" + name + "\" tidak ada di buku kerja ini. Tambahkan lembar itu dengan isi berkasnya.",
                    "There is no sheet \"" + name + "\" in this workbook. Add one with what is in the file.");
        }
    }

    private void begin(Row row, boolean repeat) {
        var name = name(row);
        var fieldList = Cells.words(row, "appearance").contains("field-list");
        var label = texts.find(row, "label");
        if (fieldList && label.isEmpty()) {
            cells.problem(
                    row,
                    "label",
                    "\"" + name + "\" belum punya label. Isi kolom label dengan pertanyaannya.",
                    "\"" + name + "\" has no label. Write the question in the column label.");
        }
        if (open.size() >= DEEPEST) {
            cells.problem(
                    row,
                    "type",
                    "Kelompok bertingkat paling banyak " + DEEPEST + ". Gabungkan beberapa kelompok.",
                    "Groups can be nested at most " + DEEPEST + " deep. Put some of them together.");
        }
        if (repeat) {
            checkRepeat(row, name);
        }
        questionReader.checkAppearances(row);
        var parent = current();
        var detail =
                cells.isYes(row, "detail") || (parent >= 0 && groups.get(parent).detail());
        groups.add(new Survey.Group(row, name, parent, fieldList, repeat, label, texts.find(row, "hint"), detail));
        open.push(groups.size() - 1);
    }

    private void checkRepeat(Row row, String name) {
        if (open.stream().anyMatch(group -> groups.get(group).repeat())) {
            cells.problem(
                    row,
                    "type",
                    "\"" + name + "\" ada di dalam begin_repeat lain; hanya satu tingkat yang bisa ditanyakan dalam"
                            + " obrolan. Pindahkan ke luar atau ubah menjadi begin_group.",
                    "\"" + name + "\" is inside another begin_repeat; only one level can be asked in a chat. Move it"
                            + " out or make it a begin_group.");
        } else if (open.stream().anyMatch(group -> groups.get(group).fieldList())) {
            cells.problem(
                    row,
                    "type",
                    "\"" + name + "\" ada di dalam kelompok field-list. Pindahkan ke luar kelompok itu.",
                    "\"" + name + "\" is inside a group with field-list. Move it out of that group.");
        } else if (groups.stream().filter(Survey.Group::repeat).count() >= MOST_REPEATS) {
            cells.problem(
                    row,
                    "type",
                    "Paling banyak " + MOST_REPEATS + " begin_repeat dalam satu formulir. Gabungkan beberapa.",
                    "A form can have at most " + MOST_REPEATS + " begin_repeat. Put some of them together.");
        }
    }

    private void end(Row row, boolean repeat) {
        var begun = repeat ? "begin_repeat" : "begin_group";
        if (open.isEmpty()) {
            cells.problem(
                    row,
                    "type",
                    "Tidak ada kelompok yang terbuka di sini. Hapus baris ini atau tambahkan " + begun + ".",
                    "No group is open here. Remove this row or add a " + begun + ".");
            return;
        }
        var closed = groups.get(open.pop());
        if (closed.repeat() != repeat) {
            var end = closed.repeat() ? "end_repeat" : "end_group";
            cells.problem(
                    row,
                    "type",
                    "Baris ini menutup \"" + closed.name() + "\" di baris "
                            + closed.row().number() + ". Tulis " + end + ".",
                    "This row closes \"" + closed.name() + "\" of row "
                            + closed.row().number() + ". Write " + end + ".");
        }
    }

    private String name(Row row) {
        var name = row.find("name").orElse("");
        if (!NAME.matcher(name).matches()) {
            cells.problem(
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
                cells.problem(
                        row,
                        "name",
                        "Nama \"" + name + "\" sudah dipakai di baris " + earlier + ". Pakai nama lain.",
                        "The name \"" + name + "\" is used in row " + earlier + " already. Use another one.");
            }
        }
        return name;
    }

    private int current() {
        return open.isEmpty() ? -1 : open.peek();
    }
}
