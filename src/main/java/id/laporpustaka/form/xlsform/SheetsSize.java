package id.laporpustaka.form.xlsform;

/// Counts what is in a form's file while it is read, and stops where no form of questions for people would be.
final class SheetsSize {
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_CELLS = 100_000;
    private static final int MOST_LETTERS = 4_000_000;

    private int rows;
    private int cells;
    private int letters;

    void addRow() throws UnsafeWorkbook {
        if (++rows > MOST_ROWS) {
            throw new UnsafeWorkbook(
                    "Formulir ini berisi lebih dari " + MOST_ROWS + " baris. Hapus baris yang tidak perlu.",
                    "This form has more than " + MOST_ROWS + " rows. Remove those that it does not need.");
        }
    }

    void addCell(String text) throws UnsafeWorkbook {
        if (text.isEmpty()) {
            return;
        }
        letters += text.length();
        if (++cells > MOST_CELLS || letters > MOST_LETTERS) {
            throw UnsafeWorkbook.tooLarge();
        }
        if (text.length() > CellText.LONGEST) {
            throw new UnsafeWorkbook(
                    "Ada sel yang berisi lebih dari " + CellText.LONGEST + " huruf. Persingkat isinya.",
                    "A cell holds more than " + CellText.LONGEST + " characters. Make it shorter.");
        }
    }
}
