package id.laporpustaka.form.reading;

import id.laporpustaka.form.reading.MessageText.Part;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads months and years where the form asks for no day: `Agustus`, `bulan lalu`, `08/2025`, `tahun lalu`.
///
/// A month without a year is the nearest one that is not in the future; a day stands for its month.
final class MonthReader {
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2}) ?[-/. ] ?(\\d{4})|(\\d{4}) ?[-/. ] ?(\\d{1,2})");
    private static final Pattern NUMBER = Pattern.compile("(?:bulan )?(?:ke-?)?(\\d{1,2})");
    private static final Pattern WITH_SHORT_YEAR = Pattern.compile("(?:bulan )?(" + DateWords.MONTH + ") '?(\\d{2})");
    private static final Pattern YEAR = Pattern.compile("(?:tahun )?((?:19|20)\\d{2})");
    private static final Pattern SHORT_YEAR = Pattern.compile("(?:tahun |')(\\d{2})");
    private static final Pattern YEARS_AGO = Pattern.compile("(\\d{1,2} )?tahun (lalu|kemarin|ini|depan)");

    private static final Pattern IN_TEXT = Pattern.compile("(?<![\\p{L}\\d])(?:(?:(?:bulan|bln|month of)\\s+)?"
            + DateWords.MONTH + "(?![a-z])(?:\\s+(?:tahun\\s+)?(?:19|20)\\d{2}(?!\\d))?|(?:bulan|bln)\\s+(?:yang\\s+|yg"
            + "\\s+)?(?:lalu|kemarin|kmrn|ini)|(?:last|this) month|\\d{1,2}/20\\d{2})(?![\\p{L}\\d])");

    private MonthReader() {}

    /// The places of a message where a month stands.
    static List<Part> list(MessageText message) {
        return Spans.list(message, IN_TEXT);
    }

    static Optional<YearMonth> findMonth(String typed, LocalDate today) {
        var text = DateWords.normal(typed);
        var numbered = findNumbered(text, today);
        return numbered.isPresent() || NUMBER.matcher(text).matches() ? numbered : findWorded(typed, today);
    }

    static Optional<Year> findYear(String typed, LocalDate today) {
        var text = DateWords.normal(typed);
        var year = YEAR.matcher(text);
        if (year.matches()) {
            return Optional.of(Year.parse(year.group(1)));
        }
        var shortYear = SHORT_YEAR.matcher(text);
        if (shortYear.matches()) {
            return Optional.of(Year.of(2000 + Integer.parseInt(shortYear.group(1))));
        }
        var ago = YEARS_AGO.matcher(text);
        if (ago.matches()) {
            var count = ago.group(1) == null ? 1 : Integer.parseInt(ago.group(1).strip());
            return Optional.of(
                    switch (ago.group(2)) {
                        case "ini" -> Year.of(today.getYear());
                        case "depan" -> Year.of(today.getYear() + count);
                        default -> Year.of(today.getYear() - count);
                    });
        }
        return findMonth(typed, today).map(month -> Year.of(month.getYear()));
    }

    /// `sepuluh` is October; any other number in words is no day whose month could be meant.
    private static Optional<YearMonth> findWorded(String typed, LocalDate today) {
        return NumberReader.read(typed, false) instanceof NumberReading.Exact(var number, var _)
                ? findNumbered(number.toBigInteger().toString(), today)
                : ofDays(DateReader.read(typed, today));
    }

    private static Optional<YearMonth> findNumbered(String text, LocalDate today) {
        var numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            return numbers.group(1) != null
                    ? findMonth(numbers.group(1), Integer.parseInt(numbers.group(2)))
                    : findMonth(numbers.group(4), Integer.parseInt(numbers.group(3)));
        }
        var number = NUMBER.matcher(text);
        if (number.matches()) {
            return findMonth(number.group(1), today.getYear())
                    .map(month -> month.isAfter(YearMonth.from(today)) ? month.minusYears(1) : month);
        }
        var named = WITH_SHORT_YEAR.matcher(text);
        if (named.matches() && Math.abs(2000 + Integer.parseInt(named.group(2)) - today.getYear()) <= 5) {
            return Optional.of(YearMonth.of(
                    2000 + Integer.parseInt(named.group(2)), DateWords.MONTHS.getOrDefault(named.group(1), 1)));
        }
        return Optional.empty();
    }

    private static Optional<YearMonth> findMonth(String digits, int year) {
        var month = Integer.parseInt(digits);
        return month >= 1 && month <= 12 ? Optional.of(YearMonth.of(year, month)) : Optional.empty();
    }

    private static Optional<YearMonth> ofDays(DateReading reading) {
        return switch (reading) {
            case DateReading.OneDay(var date) -> Optional.of(YearMonth.from(date));
            case DateReading.Between(var start, var end) -> findCommon(start, end);
            case DateReading.Unclear(AmbiguityKind.MonthOnly(var month), var _) -> Optional.of(month);
            case DateReading.Unclear(var _, var candidates)
            when !candidates.isEmpty() -> findCommon(candidates.getFirst(), candidates.getLast());
            case DateReading.Unclear _, DateReading.NoDate _ -> Optional.empty();
        };
    }

    private static Optional<YearMonth> findCommon(LocalDate first, LocalDate last) {
        return YearMonth.from(first).equals(YearMonth.from(last))
                ? Optional.of(YearMonth.from(first))
                : Optional.empty();
    }
}
