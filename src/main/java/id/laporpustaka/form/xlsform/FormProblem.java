package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.LocalizedText;

/// Something to mend in a form. `row` counts from 1 as the author's program does, 0 where a whole sheet is meant;
/// `column`
/// is the header as written, `""` where the whole row is meant. The message says how to mend it.
public record FormProblem(String sheet, int row, String column, LocalizedText message) {}
