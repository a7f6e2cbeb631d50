package id.laporpustaka.summary;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a period that somebody has typed, in Indonesian or English: `bulan lalu`, `Jan-Mar`, `triwulan 2`,
/// `last 7 days`.
///
/// Weeks begin on Monday. A month, quarter or half without a year is the last one that has begun. What is still
/// going on is read as a whole, `bulan ini` to the end of the month; only `sejak …` and `… terakhir` end today.
public final class Periods {
    private static final Pattern SINCE = Pattern.compile("(?:sejak|semenjak|mulai|dari|since|from) (.+)");
    private static final Pattern RANGE =
            Pattern.compile("(?:(?:dari|sejak|mulai|antara|from|since|between) )?(.+?) ?- ?(.+)");
    private static final Pattern LAST_FEW =
            Pattern.compile("(?:(\\d{1,3}) (hari|minggu|bulan|tahun) (?:terakhir|ini|belakangan)"
                    + "|(?:last|past) (\\d{1,3}) (hari|minggu|bulan|tahun))");
    private static final Pattern THIS_OR_LAST =
            Pattern.compile("(hari|minggu|bulan|triwulan|semester|tahun) (ini|lalu|kemarin|berjalan)"
                    + "|(this|last|current|previous) (hari|minggu|bulan|triwulan|semester|tahun)");
    private static final Pattern QUARTER = Pattern.compile("(?:triwulan|tw|q) ?(?:ke ?)?([1-4])(?:[ /](20\\d\\d))?");
    private static final Pattern QUARTER_OF_YEAR = Pattern.compile("(20\\d\\d) ?q([1-4])");
    private static final Pattern HALF = Pattern.compile("(?:semester|smt|h) ?(?:ke ?)?([12])(?:[ /](20\\d\\d))?");
    private static final Pattern MONTH = Pattern.compile("(?:bulan )?([a-z]+)(?: (20\\d\\d))?");
    private static final Pattern MONTH_NUMBER = Pattern.compile("bulan (\\d{1,2})(?: (20\\d\\d))?");
    private static final Pattern YEAR_MONTH = Pattern.compile("(20\\d\\d)/(\\d{1,2})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})/(20\\d\\d)");
    private static final Pattern YEAR = Pattern.compile("(?:tahun )?(20\\d\\d)");
    private static final Pattern DAY_OF_MONTH = Pattern.compile("(?:tanggal )?(\\d{1,2}) ([a-z]+)(?: (20\\d\\d))?");
    private static final Pattern DAY_MONTH_YEAR = Pattern.compile("(?:tanggal )?(\\d{1,2})/(\\d{1,2})/(20\\d\\d)");
    private static final Pattern YEAR_MONTH_DAY = Pattern.compile("(20\\d\\d)/(\\d{1,2})/(\\d{1,2})");
    private static final Pattern DAY_NUMBER = Pattern.compile("(?:tanggal )?(\\d{1,2})");
    private static final Pattern HAS_YEAR = Pattern.compile(".*\\b20\\d\\d\\b.*");

    private final LocalDate today;

    private Periods(LocalDate today) {
        this.today = today;
    }

    /// The period that the text means, or empty if it means none that we know.
    ///
    /// @param today in the asker's zone
    public static Optional<Period> find(String text, LocalDate today) {
        var words = PeriodWords.normalise(text);
        var periods = new Periods(today);
        try {
            return periods.one(words).or(() -> periods.range(words)).or(() -> periods.since(words));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Optional<Period> one(String words) {
        return relative(words)
                .or(() -> lastFew(words))
                .or(() -> quarter(words))
                .or(() -> half(words))
                .or(() -> month(words))
                .or(() -> year(words))
                .or(() -> day(words));
    }

    private Optional<Period> since(String words) {
        return match(SINCE, words)
                .flatMap(found -> one(found.group(1)))
                .filter(period -> !period.from().isAfter(today))
                .map(period -> new Period(period.from(), today));
    }

    /// From the beginning of one period to the end of another; what has no year takes it from the other one.
    private Optional<Period> range(String words) {
        return match(RANGE, words).flatMap(found -> {
            var last = found.group(2);
            var first = match(DAY_NUMBER, found.group(1))
                    .map(day -> last.replaceFirst("\\d{1,2}", day.group(1)))
                    .orElse(found.group(1));
            return one(first)
                    .flatMap(start -> one(last).flatMap(end -> {
                        var startHasYear = HAS_YEAR.matcher(first).matches();
                        var endHasYear = HAS_YEAR.matcher(last).matches();
                        if (startHasYear == endHasYear && startHasYear) {
                            return span(start, end);
                        }
                        return endHasYear ? span(startBefore(end, start), end) : span(start, endAfter(start, end));
                    }));
        });
    }

    private static Period startBefore(Period end, Period start) {
        var moved = start.plusYears(end.to().getYear() - start.from().getYear());
        return moved.from().isAfter(end.to()) ? moved.plusYears(-1) : moved;
    }

    private static Period endAfter(Period start, Period end) {
        var moved = end.plusYears(start.from().getYear() - end.from().getYear());
        return moved.to().isBefore(start.from()) ? moved.plusYears(1) : moved;
    }

    private static Optional<Period> span(Period start, Period end) {
        return end.to().isBefore(start.from()) ? Optional.empty() : Optional.of(new Period(start.from(), end.to()));
    }

    private Optional<Period> relative(String words) {
        return switch (words) {
            case "hari ini", "today" -> Optional.of(new Period(today, today));
            case "kemarin", "yesterday" -> Optional.of(new Period(today.minusDays(1), today.minusDays(1)));
            case "tahun to date", "ytd" -> Optional.of(new Period(today.withDayOfYear(1), today));
            default ->
                match(THIS_OR_LAST, words)
                        .flatMap(found -> found.group(1) != null
                                ? relative(found.group(1), found.group(2))
                                : relative(found.group(4), found.group(3)));
        };
    }

    private Optional<Period> relative(String unit, String which) {
        var back = which.equals("lalu") || which.equals("kemarin") || which.equals("last") || which.equals("previous")
                ? 1
                : 0;
        if (which.equals("berjalan")) {
            return relative(unit, "ini").map(period -> new Period(period.from(), today));
        }
        return switch (unit) {
            case "minggu" -> {
                var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .minusWeeks(back);
                yield Optional.of(new Period(monday, monday.plusDays(6)));
            }
            case "bulan" -> Optional.of(Period.ofMonth(YearMonth.from(today).minusMonths(back)));
            case "triwulan" -> Optional.of(months(today.getYear(), quarterOf(today) - back, 3));
            case "semester" -> Optional.of(months(today.getYear(), halfOf(today) - back, 6));
            case "tahun" -> Optional.of(months(today.getYear() - back, 1, 12));
            default -> Optional.empty();
        };
    }

    private Optional<Period> lastFew(String words) {
        return match(LAST_FEW, words)
                .flatMap(found -> found.group(1) != null
                        ? lastFew(Integer.parseInt(found.group(1)), found.group(2))
                        : lastFew(Integer.parseInt(found.group(3)), found.group(4)));
    }

    private Optional<Period> lastFew(int count, String unit) {
        var dayBefore = switch (unit) {
            case "hari" -> today.minusDays(count);
            case "minggu" -> today.minusWeeks(count);
            case "bulan" -> today.minusMonths(count);
            default -> today.minusYears(count);
        };
        return count == 0 ? Optional.empty() : Optional.of(new Period(dayBefore.plusDays(1), today));
    }

    private Optional<Period> quarter(String words) {
        return match(QUARTER, words)
                .map(found -> begun(number(found, 1), 3, found.group(2)))
                .or(() -> match(QUARTER_OF_YEAR, words).map(found -> months(number(found, 1), number(found, 2), 3)));
    }

    private Optional<Period> half(String words) {
        return match(HALF, words).map(found -> begun(number(found, 1), 6, found.group(2)));
    }

    private Optional<Period> month(String words) {
        return match(MONTH, words)
                .flatMap(found ->
                        PeriodWords.findMonth(found.group(1)).map(month -> begun(month.getValue(), 1, found.group(2))))
                .or(() -> match(MONTH_NUMBER, words)
                        .filter(Periods::isNumbered)
                        .map(found -> begun(number(found, 1), 1, found.group(2))))
                .or(() -> match(YEAR_MONTH, words).map(found -> months(number(found, 1), number(found, 2), 1)))
                .or(() -> match(MONTH_YEAR, words).map(found -> months(number(found, 2), number(found, 1), 1)));
    }

    private static boolean isNumbered(MatchResult found) {
        return number(found, 1) > 0;
    }

    private Optional<Period> year(String words) {
        return match(YEAR, words).map(found -> months(number(found, 1), 1, 12));
    }

    private Optional<Period> day(String words) {
        return match(DAY_OF_MONTH, words)
                .flatMap(found -> PeriodWords.findMonth(found.group(2)).map(month -> {
                    var year = found.group(3) == null ? today.getYear() : number(found, 3);
                    var day = LocalDate.of(year, month, number(found, 1));
                    return found.group(3) == null && day.isAfter(today) ? day.minusYears(1) : day;
                }))
                .or(() -> match(DAY_MONTH_YEAR, words)
                        .map(found -> LocalDate.of(number(found, 3), number(found, 2), number(found, 1))))
                .or(() -> match(YEAR_MONTH_DAY, words)
                        .map(found -> LocalDate.of(number(found, 1), number(found, 2), number(found, 3))))
                .map(day -> new Period(day, day));
    }

    /// Without a year, the last such part of a year that has begun.
    private Period begun(int number, int length, @Nullable String year) {
        if (year != null) {
            return months(Integer.parseInt(year), number, length);
        }
        var thisYear = months(today.getYear(), number, length);
        return thisYear.from().isAfter(today) ? months(today.getYear() - 1, number, length) : thisYear;
    }

    /// The part of a year with this number, counted from 1; 0 is the last one of the year before.
    private static Period months(int year, int number, int length) {
        if (number > 12 / length) {
            throw new DateTimeException("A year has no part %d of %d months".formatted(number, length));
        }
        var first = YearMonth.of(year, 1).plusMonths((long) (number - 1) * length);
        return new Period(first.atDay(1), first.plusMonths(length - 1L).atEndOfMonth());
    }

    private static int quarterOf(LocalDate date) {
        return (date.getMonthValue() + 2) / 3;
    }

    private static int halfOf(LocalDate date) {
        return (date.getMonthValue() + 5) / 6;
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static Optional<MatchResult> match(Pattern pattern, String words) {
        var matcher = pattern.matcher(words);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }
}
