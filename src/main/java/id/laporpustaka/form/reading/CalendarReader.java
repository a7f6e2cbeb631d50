package id.laporpustaka.form.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads dates of the calendar and ranges of them. The day always comes first; what is left out (year, month) is
/// chosen so that the date is the nearest one that is not in the future.
final class CalendarReader {
    private static final String M = DateWords.MONTH;
    private static final Pattern NAMED = Pattern.compile(
            "(?:tanggal )?(\\d{1,2})[ ./-]*(?:bulan )?(" + M + ")(?![a-z])(?:[ ./-]*(?:tahun )?'?(\\d{4}|\\d{2}))?");
    private static final Pattern MONTH_FIRST = Pattern.compile("(" + M + ") (\\d{1,2})(?: (\\d{4}))?");
    private static final Pattern NUMERIC =
            Pattern.compile("(?:tanggal )?(\\d{1,2})(?: ?[./-] ?| (?:bulan )?)(\\d{1,2})(?:(?: ?[./-] ?| (?:tahun"
                    + " )?)'?(\\d{4}|\\d{2}))?");
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern COMPACT_ISO = Pattern.compile("(20\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern COMPACT = Pattern.compile("(\\d{2})(\\d{2})((?:19|20)\\d{2}|\\d{2})");
    private static final Pattern DAY =
            Pattern.compile("(?:tanggal )?(\\d{1,2})(?: (bulan lalu|bulan kemarin|bulan ini))?");
    private static final Pattern ONLY_MONTH =
            Pattern.compile("(?:(?:awal|pertengahan|akhir) )?(?:bulan )?(" + M + ")(?: (\\d{4}))?(?: lalu)?");
    private static final Pattern BREAK = Pattern.compile(" ?(?:(?<![a-z])sd(?![a-z])|-) ?");

    private static final Pattern DAYS =
            Pattern.compile("(?:tanggal )?(\\d{1,2}(?:(?: dan)? \\d{1,2})+)( " + M + "(?: (?:tahun )?\\d{4})?)");
    private static final Pattern MONTH_RANGE =
            Pattern.compile("^(" + M + ") (\\d{1,2}) ?(?:sd|-) ?(\\d{1,2})( \\d{4})$");

    private static final Pattern AGO = Pattern.compile("(?<!bulan) (?:lalu|kemarin)$");
    private static final Pattern WEEKDAY = Pattern.compile("^(?:hari )?" + DateWords.WEEKDAY + " ");
    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");

    private CalendarReader() {}

    static Optional<DateReading> find(String normal, LocalDate today) {
        var text = AGO.matcher(normal).replaceAll("");
        var date = findDate(text, today);
        if (date.isPresent()) {
            return Optional.of(date.get());
        }
        var range = findRange(text, today);
        return range.isPresent() ? range : findMonth(text, today);
    }

    private static Optional<DateReading> findDate(String text, LocalDate today) {
        return findParts(text, today).flatMap(parts -> parts.findDate(today)).map(DateReading.OneDay::new);
    }

    private static Optional<DateReading> findRange(String text, LocalDate today) {
        var between = BREAK.matcher(text);
        while (between.find()) {
            var first = findParts(withoutWeekday(text.substring(0, between.start())), today);
            var last = findParts(withoutWeekday(text.substring(between.end())), today);
            if (first.isPresent() && last.isPresent()) {
                return last.get().inMonthOf(first.get()).findDate(today).flatMap(end -> findRange(first.get(), end));
            }
        }
        return findFollowingDays(text, today);
    }

    /// `12, 13 dan 14 April`: days that follow each other.
    private static Optional<DateReading> findFollowingDays(String text, LocalDate today) {
        var matcher = DAYS.matcher(MONTH_RANGE.matcher(text).replaceFirst("$2 dan $3 $1$4"));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var days = NO_DIGITS
                .splitAsStream(matcher.group(1))
                .map(CalendarReader::number)
                .toList();
        var isRange = !matcher.group().equals(text) && days.getFirst() < days.getLast();
        if (!isRange && days.getLast() - days.getFirst() != days.size() - 1) {
            return Optional.empty();
        }
        return findParts(days.getLast() + matcher.group(2), today)
                .flatMap(last -> last.findDate(today))
                .flatMap(end -> findRange(new Parts(days.getFirst(), end.getMonthValue(), end.getYear()), end));
    }

    private static Optional<DateReading> findRange(Parts first, LocalDate end) {
        return first.findDate(end)
                .map(start -> start.equals(end) ? new DateReading.OneDay(end) : new DateReading.Between(start, end));
    }

    private static String withoutWeekday(String text) {
        return WEEKDAY.matcher(text).replaceFirst("").strip();
    }

    private static Optional<DateReading> findMonth(String text, LocalDate today) {
        var matcher = ONLY_MONTH.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var month = month(matcher.group(1));
        var year = matcher.group(2);
        var named = year == null ? YearMonth.of(today.getYear(), month) : YearMonth.of(Integer.parseInt(year), month);
        var past = year == null && named.isAfter(YearMonth.from(today)) ? named.minusYears(1) : named;
        return Optional.of(new DateReading.Unclear(new AmbiguityKind.MonthOnly(past), List.of()));
    }

    private static Optional<Parts> findParts(String text, LocalDate today) {
        Matcher matcher = NAMED.matcher(text);
        if (matcher.matches()) {
            return Optional.of(
                    new Parts(number(matcher.group(1)), month(matcher.group(2)), year(matcher.group(3), today)));
        }
        matcher = MONTH_FIRST.matcher(text);
        if (matcher.matches()) {
            return Optional.of(
                    new Parts(number(matcher.group(2)), month(matcher.group(1)), year(matcher.group(3), today)));
        }
        matcher = NUMERIC.matcher(text);
        if (matcher.matches() && number(matcher.group(2)) <= 12) {
            return Optional.of(
                    new Parts(number(matcher.group(1)), number(matcher.group(2)), year(matcher.group(3), today)));
        }
        matcher = ISO.matcher(text);
        if (matcher.matches()) {
            return Optional.of(new Parts(number(matcher.group(3)), number(matcher.group(2)), number(matcher.group(1))));
        }
        matcher = COMPACT.matcher(text);
        if (matcher.matches() && number(matcher.group(2)) <= 12) {
            return Optional.of(
                    new Parts(number(matcher.group(1)), number(matcher.group(2)), year(matcher.group(3), today)));
        }
        matcher = COMPACT_ISO.matcher(text);
        if (matcher.matches()) {
            return Optional.of(new Parts(number(matcher.group(3)), number(matcher.group(2)), number(matcher.group(1))));
        }
        matcher = DAY.matcher(text);
        return matcher.matches() ? Optional.of(day(matcher, today)) : Optional.empty();
    }

    private static Parts day(Matcher matcher, LocalDate today) {
        var when = matcher.group(2);
        if (when == null) {
            return new Parts(number(matcher.group(1)), 0, 0);
        }
        var month = YearMonth.from(today).minusMonths(when.equals("bulan ini") ? 0 : 1);
        return new Parts(number(matcher.group(1)), month.getMonthValue(), month.getYear());
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int month(String name) {
        return DateWords.MONTHS.getOrDefault(name, 0);
    }

    /// Two digits are of this century, unless that is more than a year ahead.
    private static int year(@Nullable String digits, LocalDate today) {
        if (digits == null) {
            return 0;
        }
        var year = number(digits);
        if (digits.length() == 4) {
            return year;
        }
        return 2000 + year > today.getYear() + 1 ? 1900 + year : 2000 + year;
    }

    /// A month or year of 0 was left out.
    private record Parts(int day, int month, int year) {
        /// The nearest such date that is not after `latest`; a date with a year is taken as it is.
        private Optional<LocalDate> findDate(LocalDate latest) {
            if (year > 0) {
                return findExact(year, month);
            }
            var candidate = YearMonth.from(latest);
            for (var i = 0; i < 8 * 12; i++) {
                if (month == 0 || candidate.getMonthValue() == month) {
                    var found = findExact(candidate.getYear(), candidate.getMonthValue());
                    if (found.isPresent() && !found.get().isAfter(latest)) {
                        return found;
                    }
                }
                candidate = candidate.minusMonths(1);
            }
            return Optional.empty();
        }

        /// `July 12 to 14`: the last day is in July too.
        private Parts inMonthOf(Parts first) {
            return month == 0 && first.month > 0 && first.day <= day ? new Parts(day, first.month, first.year) : this;
        }

        private Optional<LocalDate> findExact(int inYear, int inMonth) {
            try {
                return Optional.of(LocalDate.of(inYear, inMonth, day));
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        }
    }
}
