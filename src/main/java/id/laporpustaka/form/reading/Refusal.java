package id.laporpustaka.form.reading;

import java.time.LocalDate;

/// Why a text is no answer.
public sealed interface Refusal {
    record Empty() implements Refusal {}

    record NotANumber() implements Refusal {}

    record NotWhole() implements Refusal {}

    record Negative() implements Refusal {}

    /// Larger than any number we keep.
    record OutOfRange(long most) implements Refusal {}

    record NotADate() implements Refusal {}

    record NotAMonth() implements Refusal {}

    record NotAYear() implements Refusal {}

    record FutureDate(LocalDate date) implements Refusal {}

    record NotATime() implements Refusal {}

    /// `text` is the part that fits no choice.
    record NotAChoice(String text) implements Refusal {}

    record TextTooLong(int most) implements Refusal {}

    /// Men and women do not make the total that was given with them.
    record SplitMismatch(long total, long male, long female) implements Refusal {}

    /// Numbers of people, but not whose.
    record NotSplit() implements Refusal {}

    /// Text where a picture, a recording or another file is asked for.
    record FileExpected() implements Refusal {}

    /// Neither coordinates nor the link of a map that has them.
    record NotAPlace() implements Refusal {}
}
