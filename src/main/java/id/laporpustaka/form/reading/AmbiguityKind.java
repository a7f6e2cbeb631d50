package id.laporpustaka.form.reading;

import java.time.YearMonth;

/// Why a text has more than one meaning.
public sealed interface AmbiguityKind {
    /// `1,500`: one and a half, or fifteen hundred.
    record DecimalOrThousands() implements AmbiguityKind {}

    /// `12.5` without a unit: a decimal point, or a misplaced one.
    record DecimalPoint() implements AmbiguityKind {}

    /// `2 M`: miliar in Indonesia, million elsewhere.
    record BareM() implements AmbiguityKind {}

    /// `1 jt 250`: the last part may be thousands.
    record MissingUnit() implements AmbiguityKind {}

    /// `20-25`: one number is needed.
    record NumberRange() implements AmbiguityKind {}

    /// `minggu lalu`: the days of that week.
    record WholeWeek() implements AmbiguityKind {}

    /// A day that people count differently, such as `seminggu lalu`, or one that contradicts its weekday.
    record UnsureDay() implements AmbiguityKind {}

    /// `bulan lalu`, `akhir Juli`: the day is needed.
    record MonthOnly(YearMonth month) implements AmbiguityKind {}

    /// `jam 2`: in the afternoon or at night.
    record UnsureTime() implements AmbiguityKind {}

    /// A text that fits several choices.
    record SeveralChoices() implements AmbiguityKind {}
}
