package id.laporpustaka.form.expression;

import java.util.Optional;

/// What an expression may say, but hardly means; ODK takes it too.
public sealed interface Doubt {
    /// A number is wanted, and any text may be answered.
    record TextAsNumber(String question) implements Doubt {}

    /// `selected()` about a question that offers no choices.
    record NotAChoice(String question) implements Doubt {}

    /// The list of the question has no such code.
    record UnknownCode(String question, String code, Optional<String> meant) implements Doubt {}
}
