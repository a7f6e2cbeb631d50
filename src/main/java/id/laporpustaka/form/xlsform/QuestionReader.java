package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.ExternalTable;
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Range;
import id.laporpustaka.form.xlsform.Sheets.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Makes questions of rows of the sheet `survey`.
final class QuestionReader {
    private static final int MOST_FILES = 20;
    private static final int LONGEST_TEXT = 3_000;
    private static final String OTHER = "other";
    private static final Set<String> APPEARANCES = Set.of(
            "field-list", "minimal", "multiline", "quick", "thousands-sep", "likert", "month-year", "year", "once");
    private static final Set<String> PARAMETERS_OF_RANGE = Set.of("start", "end", "step");
    private static final Set<String> PARAMETERS_OF_FILE = Set.of("value", "label");

    private final Texts texts;
    private final ChoiceLists choices;
    private final Tables tables;
    private final Cells cells;
    private final Problems problems;

    QuestionReader(Texts texts, ChoiceLists choices, Tables tables, Problems problems) {
        this.texts = texts;
        this.choices = choices;
        this.tables = tables;
        this.cells = new Cells(problems);
        this.problems = problems;
    }

    /// Where a question stands.
    ///
    /// @param detail whether its group is asked on request
    record Place(Row row, String name, int group, boolean detail, Sink sink) {}

    /// Takes the questions that are made of a row.
    interface Sink {
        /// The slot of the next question.
        int next();

        void add(Survey.Asked asked);

        /// Whether a name is not taken by a row before.
        boolean isFree(String name);
    }

    void plain(Place place, QuestionType type) {
        add(place, type, Optional.empty(), OptionalInt.empty(), Set.of());
    }

    void fromList(Place place, TypeCell.FromList cell) {
        var row = place.row();
        var list = choices.find(cell.list());
        if (list.isEmpty()) {
            noList(row, cell.list());
        }
        if (!cell.orOther()) {
            add(place, cell.type(), list, OptionalInt.empty(), Set.of());
            return;
        }
        if (row.find("choice_filter").isPresent()) {
            cells.problem(
                    row,
                    "choice_filter",
                    "or_other tidak bisa dipakai bersama choice_filter. Tambahkan pilihan Lainnya di lembar choices.",
                    "or_other can't be used together with choice_filter. Add a choice Other in the sheet choices.");
        }
        var other = new Choice(OTHER, LocalizedText.of("Lainnya", "Other"));
        add(place, cell.type(), list.map(some -> some.with(other)), OptionalInt.empty(), Set.of());
        other(place);
    }

    /// The text that is asked when none of the choices fits.
    private void other(Place place) {
        var name = place.name() + "_" + OTHER;
        if (!place.sink().isFree(name)) {
            cells.problem(
                    place.row(),
                    "type",
                    "or_other memerlukan nama \"" + name + "\", yang sudah dipakai. Ganti salah satu namanya.",
                    "or_other needs the name \"" + name + "\", which is taken. Change one of the names.");
            return;
        }
        var made = new LinkedHashMap<String, String>();
        made.put("name", name);
        made.put("relevant", "selected(${" + place.name() + "}, '" + OTHER + "')");
        made.put("required", "yes");
        place.sink()
                .add(new Survey.Asked(
                        new Row(place.row().number(), made),
                        question(
                                new Row(place.row().number(), made),
                                name,
                                place.sink().next(),
                                QuestionType.TEXT,
                                LocalizedText.of("Sebutkan lainnya.", "Please name the other."),
                                place.detail() || cells.isYes(place.row(), "detail"),
                                List.of()),
                        place.group(),
                        Optional.empty(),
                        OptionalInt.empty()));
    }

    void fromFile(Place place, TypeCell.FromFile cell) {
        var row = place.row();
        var name = Tables.plain(cell.file());
        var outside = ExternalTable.find(name);
        if (outside.isPresent() && outside.get().hasRows()) {
            add(place, cell.type(), Optional.empty(), tables.find(name), PARAMETERS_OF_FILE);
            return;
        }
        var sheet = tables.findSheet(name);
        if (sheet.isEmpty()) {
            cells.problem(
                    row,
                    "type",
                    "Lembar \"" + name + "\" tidak ada. Tambahkan lembar itu dengan kolom name dan label, atau pakai"
                            + " libraries.csv atau my_reports.csv.",
                    "There is no sheet \"" + name + "\". Add one with the columns name and label, or use libraries.csv"
                            + " or my_reports.csv.");
            plain(place, cell.type());
            return;
        }
        var parameters = cells.parameters(row);
        tables.find(name);
        var list = choices.read(
                sheet.get(),
                parameters.getOrDefault("value", "name"),
                parameters.getOrDefault("label", "label"),
                texts,
                problems);
        add(place, cell.type(), Optional.of(list), OptionalInt.empty(), PARAMETERS_OF_FILE);
    }

    private void add(
            Place place, QuestionType written, Optional<ChoiceList> list, OptionalInt table, Set<String> parameters) {
        var row = place.row();
        var type = isOnlyShown(row, written) ? QuestionType.NOTE : written;
        var label = texts.find(row, "label").or(() -> texts.find(row, "hint"));
        if (label.isEmpty() && type.isShown()) {
            cells.problem(
                    row,
                    "label",
                    "\"" + place.name() + "\" belum punya label. Isi kolom label dengan pertanyaannya.",
                    "\"" + place.name() + "\" has no label. Write the question in the column label.");
        }
        checkCalculation(row, type);
        checkAppearances(row);
        checkParameters(row, type == QuestionType.RANGE ? PARAMETERS_OF_RANGE : parameters);
        checkLengths(row);
        if (type == QuestionType.RANGE) {
            checkRange(row);
        }
        var detail = cells.isYes(row, "detail") || place.detail();
        var question = question(
                row,
                place.name(),
                place.sink().next(),
                type,
                label.orElse(LocalizedText.empty()),
                detail,
                list.map(ChoiceList::choices).orElse(List.of()));
        place.sink().add(new Survey.Asked(row, question, place.group(), list, table));
    }

    private Question question(
            Row row,
            String name,
            int slot,
            QuestionType type,
            LocalizedText label,
            boolean detail,
            List<Choice> offered) {
        return new Question(
                name,
                slot,
                0,
                type,
                label,
                texts.find(row, "label").flatMap(_ -> texts.find(row, "hint")),
                texts.find(row, "required_message"),
                Cells.words(row, "appearance"),
                cells.parameters(row),
                row.find("indicator"),
                detail,
                cells.isYes(row, "read_only"),
                offered,
                maximumFiles(row, type));
    }

    /// A question that can't be answered and has no value is a text to be read.
    private boolean isOnlyShown(Row row, QuestionType type) {
        return type.isAnswered()
                && row.find("read_only").isPresent()
                && cells.isYes(row, "read_only")
                && row.find("calculation").isEmpty()
                && row.find("default").isEmpty();
    }

    private void checkCalculation(Row row, QuestionType type) {
        if (row.find("calculation").isEmpty() && row.find("default").isEmpty() && type == QuestionType.CALCULATE) {
            cells.problem(
                    row,
                    "calculation",
                    "Tulis cara menghitungnya di kolom calculation.",
                    "Write how it is calculated in the column calculation.");
        }
    }

    void checkAppearances(Row row) {
        for (var appearance : Cells.words(row, "appearance")) {
            if (!APPEARANCES.contains(appearance)) {
                cells.remark(
                        row,
                        "appearance",
                        "Tampilan \"" + appearance + "\" tidak dipakai dalam obrolan.",
                        "The appearance \"" + appearance + "\" is not used in a chat.");
            }
        }
    }

    private void checkParameters(Row row, Set<String> used) {
        for (var parameter : cells.parameters(row).keySet()) {
            if (!used.contains(parameter)) {
                cells.remark(
                        row,
                        "parameters",
                        "Parameter \"" + parameter + "\" tidak dipakai dalam obrolan.",
                        "The parameter \"" + parameter + "\" is not used in a chat.");
            }
        }
    }

    /// A message holds 4,096 characters, buttons and what else it says apart.
    private void checkLengths(Row row) {
        for (var column : List.of("label", "hint", "required_message", "constraint_message", "warning_message")) {
            var text = texts.find(row, column);
            if (text.isPresent()
                    && text.get().texts().values().stream().anyMatch(words -> words.length() > LONGEST_TEXT)) {
                cells.problem(
                        row,
                        column,
                        "Teks ini terlalu panjang untuk satu pesan. Persingkat menjadi paling banyak " + LONGEST_TEXT
                                + " huruf.",
                        "This text is too long for one message. Shorten it to at most " + LONGEST_TEXT
                                + " characters.");
            }
        }
    }

    private void checkRange(Row row) {
        var range = Range.of(cells.parameters(row));
        if (range.isEmpty()) {
            cells.problem(
                    row,
                    "parameters",
                    "Tulis start, end, dan step sebagai bilangan, misalnya start=0 end=10 step=1; end harus lebih besar"
                            + " dari start.",
                    "Write start, end and step as numbers, for example start=0 end=10 step=1; end must be greater than"
                            + " start.");
        }
    }

    private int maximumFiles(Row row, QuestionType type) {
        var cell = row.find("max_files");
        if (!type.isMedia()) {
            return 0;
        }
        if (cell.isEmpty()) {
            return 1;
        }
        if (!cell.get().matches("[0-9]{1,2}")
                || Integer.parseInt(cell.get()) < 1
                || Integer.parseInt(cell.get()) > MOST_FILES) {
            cells.problem(
                    row,
                    "max_files",
                    "Tulis bilangan 1 sampai " + MOST_FILES + ".",
                    "Write a number from 1 to " + MOST_FILES + ".");
            return 1;
        }
        return Integer.parseInt(cell.get());
    }

    private void noList(Row row, String list) {
        var similar = problems.mayPropose() ? choices.findSimilar(list) : Optional.<String>empty();
        cells.problem(
                row,
                "type",
                "Daftar \"" + list + "\" tidak ada di lembar choices. "
                        + similar.map(known -> "Mungkin maksudnya " + known + "?")
                                .orElse("Tambahkan pilihannya di sana."),
                "The list \"" + list + "\" is not in the sheet choices. "
                        + similar.map(known -> "Perhaps " + known + " was meant?")
                                .orElse("Add its choices there."));
    }
}
