package id.laporpustaka.form.expression;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Why an expression is not understood. `at` counts characters from 0.
public sealed interface Fault {
    record UnknownName(String name, Optional<String> meant) implements Fault {}

    record UnknownFunction(String name, Optional<String> meant) implements Fault {}

    record UnknownTable(String name, Optional<String> meant) implements Fault {}

    /// `known` are those that there are.
    record UnknownColumn(String name, Collection<String> known, Optional<String> meant) implements Fault {
        public UnknownColumn {
            known = List.copyOf(known);
        }
    }

    /// A table without rows, of which single cells can be looked up.
    record OnlyPulldata(String table) implements Fault {}

    /// What must be the name of a question, or of a repeat.
    record MustBeName(String function) implements Fault {}

    /// A question whose answers are never numbers stands where one is wanted, by the operator or function `wanting`.
    record NeverANumber(String question, String wanting) implements Fault {}

    record NotSupportedYet(String name) implements Fault {}

    /// `most` is [Integer#MAX_VALUE] where there is no upper bound.
    record WrongNumberOfArguments(String function, int least, int most, int given) implements Fault {}

    record Unexpected(String found, int at) implements Fault {}

    record EndsTooEarly() implements Fault {}

    record UnclosedText(int at) implements Fault {}

    /// A curly quotation mark, as word processors make them.
    record CurlyQuote(int at) implements Fault {}

    /// Something that must be written out as text in quotation marks, so that it can be checked at publishing.
    record MustBeLiteral(String function) implements Fault {}

    record BadPattern(String pattern, String reason) implements Fault {}

    record TooLong(int most) implements Fault {}

    record TooDeep(int most) implements Fault {}
}
