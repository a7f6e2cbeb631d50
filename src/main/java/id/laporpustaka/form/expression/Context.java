package id.laporpustaka.form.expression;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// What an expression sees while it is evaluated.
public interface Context {
    /// The answer in that slot; [Datum#NOTHING] if there is none or its question is not relevant. Of a repeat
    /// that the expression is not in, that of the first instance.
    Datum answer(int slot);

    /// The answers of all relevant questions that a reference to that slot stands for; unanswered ones are
    /// [Datum#NOTHING].
    void answers(int slot, Consumer<Datum> sink);

    /// The answer in an instance of its repeat, from 1; [Datum#NOTHING] if there is no such instance.
    Datum answer(int slot, int instance);

    /// How many instances a repeat has.
    int instances(int repeat);

    /// The instance in which the expression is evaluated; 1 outside of repeats.
    int position();

    /// What `.` stands for.
    Datum self();

    LocalDate today();

    LocalDateTime now();

    Locale locale();

    /// The label of a choice of the question in that slot, `""` if it has no such choice.
    String choiceLabel(int slot, String code);

    /// A column of the choice or row that a filter looks at.
    String column(String name);

    /// The rows of a table, by column.
    List<Map<String, String>> rows(int table);

    /// A cell of the row whose column `key` is `value`, `""` if there is none.
    String cell(int table, String column, String key, String value);

    /// The same, while a filter looks at a row.
    Context at(Map<String, String> row);

    /// 128 random bits as a UUID; always the same for the same question of the same report.
    String uuid();

    /// At least 0, less than 1; always the same for the same question of the same report.
    double random();

    /// Accounts for work done.
    ///
    /// @throws OutOfSteps when the form has used up what one evaluation may cost
    void spend(int steps);
}
