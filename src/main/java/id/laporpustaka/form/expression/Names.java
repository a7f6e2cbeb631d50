package id.laporpustaka.form.expression;

import java.util.Collection;
import java.util.OptionalInt;

/// The names an expression may use.
public interface Names {
    OptionalInt findSlot(String name);

    /// Whether a bare word names a column of the choices; only in a `choice_filter`.
    boolean isChoiceColumn(String word);

    /// All question names, to suggest the one that was meant.
    Collection<String> questions();
}
