package id.laporpustaka.form.expression;

import java.util.Collection;
import java.util.OptionalInt;

/// The names an expression may use.
public interface Names {
    OptionalInt findSlot(String name);

    OptionalInt findRepeat(String name);

    /// A table for `instance()` and `pulldata()`.
    OptionalInt findTable(String name);

    /// All tables, to suggest the one that was meant.
    Collection<String> tables();

    /// The columns of the rows of a table.
    Collection<String> columns(int table);

    /// The columns by which `pulldata` can find that column of a table.
    Collection<String> keys(int table, String column);

    /// Whether a table has rows, so that `instance()` can look at them.
    boolean hasRows(int table);

    /// What is answered in a slot.
    AnswerKind kindOf(int slot);

    String nameOf(int slot);

    /// The slot of the question that `.` stands for; empty where it is none.
    OptionalInt self();

    /// Whether a bare word names a column of the choices; only in a `choice_filter`.
    boolean isChoiceColumn(String word);

    /// All question names, to suggest the one that was meant.
    Collection<String> questions();
}
