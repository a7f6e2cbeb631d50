package id.laporpustaka.web;

import id.laporpustaka.form.xlsform.CsvSheets;
import id.laporpustaka.form.xlsform.Sheets;
import id.laporpustaka.intake.PublishedForms;
import java.util.Optional;

/// The forms that come with the product, for admins who have made versions of their own and may want to compare.
final class BuiltInForms {
    private BuiltInForms() {}

    record BuiltIn(String source) {
        String version() {
            return CsvSheets.read(source).find("settings").stream()
                    .flatMap(sheet -> sheet.rows().stream())
                    .flatMap((Sheets.Row row) -> row.find("version").stream())
                    .findFirst()
                    .orElse("");
        }

        /// Whether another file has the same cells, however it is written.
        boolean isSameAs(String other) {
            return CsvSheets.write(CsvSheets.read(source)).equals(CsvSheets.write(CsvSheets.read(other)));
        }
    }

    static Optional<BuiltIn> find(String formId) {
        return PublishedForms.BUILT_IN.contains(formId)
                ? Optional.of(new BuiltIn(PublishedForms.builtInSource(formId)))
                : Optional.empty();
    }
}
