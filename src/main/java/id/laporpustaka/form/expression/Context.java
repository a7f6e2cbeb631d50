package id.laporpustaka.form.expression;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/// What an expression sees while it is evaluated.
public interface Context {
    /// The answer in that slot; [Datum#NOTHING] if there is none or its question is not relevant.
    Datum answer(int slot);

    /// What `.` stands for.
    Datum self();

    LocalDate today();

    LocalDateTime now();

    Locale locale();

    /// The label of a choice of the question in that slot, `""` if it has no such choice.
    String choiceLabel(int slot, String code);

    /// A column of the choice that a `choice_filter` looks at.
    String choiceColumn(String column);
}
