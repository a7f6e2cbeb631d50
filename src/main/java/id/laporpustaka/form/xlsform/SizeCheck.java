package id.laporpustaka.form.xlsform;

/// Refuses a form that is larger than any that people would fill in, before time is spent on it.
final class SizeCheck {
    private static final int MOST_QUESTIONS = 2_000;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 500;
    private static final int MOST_CELLS = 200_000;
    private static final int LONGEST_CELL = 32_767;

    private SizeCheck() {}

    /// Whether the form is small enough to be read.
    static boolean passes(Sheets sheets, Problems problems) {
        var cells = 0;
        for (var sheet : sheets.sheets()) {
            var rows = sheet.name().equals(Survey.SHEET) ? MOST_QUESTIONS : MOST_ROWS;
            if (sheet.rows().size() > rows) {
                problems.add(
                        sheet.name(),
                        0,
                        "",
                        "Lembar ini punya lebih dari " + rows + " baris. Hapus yang tidak perlu, atau bagi menjadi"
                                + " beberapa formulir.",
                        "This sheet has more than " + rows + " rows. Remove some, or make several forms of it.");
            }
            if (sheet.headers().size() > MOST_COLUMNS) {
                problems.add(
                        sheet.name(),
                        sheet.headerRow(),
                        "",
                        "Lembar ini punya lebih dari " + MOST_COLUMNS + " kolom. Hapus yang tidak perlu.",
                        "This sheet has more than " + MOST_COLUMNS + " columns. Remove some.");
            }
            for (var row : sheet.rows()) {
                cells += row.cells().size();
                row.cells().forEach((header, cell) -> {
                    if (cell.length() > LONGEST_CELL) {
                        problems.add(
                                sheet.name(),
                                row.number(),
                                header,
                                "Sel ini berisi lebih dari " + LONGEST_CELL + " huruf. Persingkat isinya.",
                                "This cell holds more than " + LONGEST_CELL + " characters. Make it shorter.");
                    }
                });
            }
        }
        if (cells > MOST_CELLS) {
            problems.add(
                    Survey.SHEET,
                    0,
                    "",
                    "Formulir ini berisi lebih dari " + MOST_CELLS + " sel. Bagi menjadi beberapa formulir.",
                    "This form has more than " + MOST_CELLS + " cells. Make several forms of it.");
        }
        return problems.areEmpty();
    }
}
