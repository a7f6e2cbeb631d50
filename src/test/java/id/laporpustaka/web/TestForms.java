package id.laporpustaka.web;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.xlsform.FormReading;
import id.laporpustaka.form.xlsform.XlsForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The form for community engagement, as it comes with the product.
final class TestForms {
    private TestForms() {}

    static List<Form> all() {
        return switch (XlsForms.read(source())) {
            case FormReading.Accepted(var form, var _) -> List.of(form);
            case FormReading.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    static String source() {
        try {
            return Files.readString(Path.of("db/forms/PM.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
