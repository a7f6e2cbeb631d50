package id.laporpustaka.web;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.xlsform.FormReading;
import id.laporpustaka.form.xlsform.XlsForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The form for community engagement, as it comes with the product.
final class TestForms {
    private static final List<Form> FORMS = read();

    private TestForms() {}

    static List<Form> all() {
        return FORMS;
    }

    private static List<Form> read() {
        return switch (XlsForms.read(source())) {
            case FormReading.Accepted(var form, var _) -> List.of(form);
            case FormReading.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    /// In which every version is the same.
    static FormCatalogue catalogue() {
        return new FormCatalogue() {
            @Override
            public List<Form> listCurrent() {
                return FORMS;
            }

            @Override
            public Optional<Form> find(String formId, String version) {
                return findCurrent(formId);
            }
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
