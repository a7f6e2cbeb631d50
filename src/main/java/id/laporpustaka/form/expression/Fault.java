package id.laporpustaka.form.expression;

import java.util.Optional;

/// Why an expression is not understood. `at` counts characters from 0.
public sealed interface Fault {
    record UnknownName(String name, Optional<String> meant) implements Fault {}

    record UnknownFunction(String name, Optional<String> meant) implements Fault {}

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
