package id.laporpustaka.form.expression;

import java.util.Set;

/// What a question is answered with, as far as expressions care.
public sealed interface AnswerKind {
    /// A number, day or time.
    record Numeric() implements AnswerKind {}

    /// Any text.
    record Words() implements AnswerKind {}

    /// Codes of a list; `known` is empty where the list is not known beforehand.
    record Codes(Set<String> known) implements AnswerKind {
        public Codes {
            known = Set.copyOf(known);
        }
    }

    /// Files and places, which are never numbers.
    record Things() implements AnswerKind {}

    /// Calculated, hidden and the like.
    record Anything() implements AnswerKind {}
}
