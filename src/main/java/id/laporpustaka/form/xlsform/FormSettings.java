package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.Language;
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.xlsform.Sheets.Row;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The sheet `settings`.
record FormSettings(String id, String version, LocalizedText title, Language defaultLanguage) {
    static final String SHEET = "settings";

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,31}");
    private static final Pattern VERSION = Pattern.compile("\\S(?:[^\\p{Cntrl}]{0,30}\\S)?");

    /// Goes on with empty values where something is missing, so that the other sheets are checked too.
    static FormSettings read(Sheets sheets, Problems problems) {
        var row = sheets.find(SHEET).flatMap(sheet -> sheet.rows().stream().findFirst());
        var number = row.map(Row::number).orElse(0);
        var present = row.orElse(new Row(0, Map.of()));
        var language = present.find("default_language");
        var defaultLanguage = language.flatMap(Texts::findLanguage);
        if (language.isPresent() && defaultLanguage.isEmpty()) {
            problems.add(
                    SHEET,
                    number,
                    "default_language",
                    "Bahasa \"" + language.get() + "\" tidak dikenal. Tulis Bahasa Indonesia (id) atau English (en).",
                    "The language \"" + language.get()
                            + "\" is not known. Write Bahasa Indonesia (id) or English (en).");
        }
        var texts = new Texts(defaultLanguage.orElse(Language.INDONESIAN));
        var title = texts.find(present, "form_title");
        if (title.isEmpty()) {
            missing(problems, number, "form_title");
        }
        return new FormSettings(
                fitting(
                        present,
                        "form_id",
                        ID,
                        "Tulis form_id paling panjang 32 huruf tanpa spasi, hanya A-Z, a-z, 0-9, _ dan -, diawali"
                                + " huruf. Contoh: PM.",
                        "Write a form_id of at most 32 characters without spaces, only A-Z, a-z, 0-9, _ and -, a letter"
                                + " first. For example: PM.",
                        problems),
                fitting(
                        present,
                        "version",
                        VERSION,
                        "Tulis versi paling panjang 32 huruf dalam satu baris. Contoh: 2026.1.",
                        "Write a version of at most 32 characters on one line. For example: 2026.1.",
                        problems),
                title.orElse(LocalizedText.empty()),
                defaultLanguage.orElse(Language.INDONESIAN));
    }

    private static String required(Row row, String column, Problems problems) {
        Optional<String> cell = row.find(column);
        if (cell.isEmpty()) {
            missing(problems, row.number(), column);
        }
        return cell.orElse("");
    }

    /// Both are part of buttons in chats, which hold 64 bytes.
    private static String fitting(
            Row row, String column, Pattern shape, String indonesian, String english, Problems problems) {
        var cell = required(row, column, problems);
        if (!cell.isEmpty() && !shape.matcher(cell).matches()) {
            problems.add(SHEET, row.number(), column, indonesian, english);
        }
        return cell;
    }

    private static void missing(Problems problems, int row, String column) {
        problems.add(
                SHEET,
                row,
                column,
                "Lembar settings belum punya " + column + ". Tambahkan kolom itu dan isinya.",
                "The sheet settings has no " + column + ". Add that column and fill it in.");
    }
}
