package id.laporpustaka.form;

import id.laporpustaka.form.xlsform.FormProblem;
import id.laporpustaka.form.xlsform.FormReading;
import id.laporpustaka.form.xlsform.XlsForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The forms of `db/forms`, for tests.
public final class BuiltInForm {
    private BuiltInForm() {}

    public static Form get(String id) {
        return of(text(id));
    }

    public static Form of(String csv) {
        return switch (XlsForms.read(csv)) {
            case FormReading.Accepted accepted -> accepted.form();
            case FormReading.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    /// Why a form is refused.
    public static List<FormProblem> problemsOf(String csv) {
        return switch (XlsForms.read(csv)) {
            case FormReading.Accepted(var form, var _) -> throw new AssertionError("accepted " + form.id());
            case FormReading.Refused(var problems) -> problems;
        };
    }

    public static String text(String id) {
        try {
            return Files.readString(Path.of("db", "forms", id + ".csv"));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
