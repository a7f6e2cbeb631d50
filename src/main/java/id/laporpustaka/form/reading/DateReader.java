package id.laporpustaka.form.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads days that are told from the day of the message: `kemarin`, `Senin lalu`, `3 hari yang lalu`; calendar
/// dates are left to [CalendarReader]. A week goes from Monday to Sunday.
final class DateReader {
    private static final Pattern TIME = Pattern.compile("(?<![a-z])(?:jam|pukul|pkl)(?![a-z]).*$");
    private static final Pattern PART_OF_DAY =
            Pattern.compile("(?<![a-z])(?:pagi|siang|sore|petang|subuh|wib|wita|wit)(?![a-z])");
    private static final Pattern AGO = Pattern.compile("(\\d{1,3}) (hari|minggu|bulan|tahun) (?:lalu|kemarin)");
    private static final Pattern WEEKDAY = Pattern.compile("(hari )?(" + DateWords.WEEKDAY
            + ")(?: malam)?(?: (lalu|kemarin|ini|tadi|depan|minggu lalu|minggu kemarin|minggu ini))?");
    /// `kemarin sabtu` is last Saturday, whichever day yesterday was.
    private static final Pattern WEEKDAY_AFTER = Pattern.compile(
            "^(kemarin|minggu (?:lalu|kemarin|ini)) (?:hari )?(" + DateWords.WEEKDAY + ")(?: (?:lalu|kemarin))?$");
    private static final Pattern SUNDAY = Pattern.compile("(?<!hari )minggu (?=pagi|siang|sore|petang|subuh)");
    private static final Pattern LAST_YEAR = Pattern.compile("(?<!\\d )tahun (?:lalu|kemarin)");
    private static final Pattern THIS_YEAR = Pattern.compile("(?<!\\d )tahun ini");
    private static final Pattern EVE = Pattern.compile("malam (" + DateWords.WEEKDAY + ")(?: (?:lalu|kemarin))?");
    private static final Pattern MONTH_PART =
            Pattern.compile("(?:(awal|pertengahan|akhir) )?bulan(?: (ini|lalu|kemarin))?");

    private static final Pattern RELATIVE_FIRST = Pattern.compile(
            "(?:hari )?(" + DateWords.WEEKDAY + "|kemarin|hari ini|tadi)(?: (?:malam|lalu|kemarin|ini|tadi))? (.+)");
    private static final Pattern WEEKDAY_LAST = Pattern.compile("(.+) (?:hari )?(" + DateWords.WEEKDAY + ")");

    private final LocalDate today;

    private DateReader(LocalDate today) {
        this.today = today;
    }

    static DateReading read(String typed, LocalDate today) {
        var normal = SUNDAY.matcher(DateWords.normal(typed)).replaceAll("hari minggu ");
        normal = LAST_YEAR.matcher(normal).replaceAll("tahun " + (today.getYear() - 1));
        normal = THIS_YEAR.matcher(normal).replaceAll("tahun " + today.getYear());
        var text = PART_OF_DAY.matcher(TIME.matcher(normal).replaceAll(" ")).replaceAll(" ");
        text = Spelling.singleSpaced(text);
        text = WEEKDAY_AFTER.matcher(text).replaceFirst("hari $2 $1");
        var reader = new DateReader(today);
        var asked = text;
        return reader.findRelative(text)
                .or(() -> CalendarReader.find(asked, today))
                .or(() -> reader.findWithRelativeWord(asked))
                .orElseGet(DateReading.NoDate::new);
    }

    private Optional<DateReading> findRelative(String text) {
        return switch (text) {
            case "hari ini", "tadi", "barusan", "barusan tadi", "sekarang", "hari ini tadi" -> day(0);
            case "kemarin", "hari kemarin", "kemarin tadi", "semalam", "tadi malam", "kemarin malam", "malam kemarin" ->
                day(-1);
            case "kemarin lusa", "kemarin dulu", "lusa kemarin" -> day(-2);
            case "besok", "hari besok", "besok malam" -> day(1);
            case "lusa", "besok lusa" -> day(2);
            case "minggu depan" -> day(7);
            case "bulan depan" ->
                Optional.of(new DateReading.OneDay(today.plusMonths(1).withDayOfMonth(1)));
            case "minggu lalu", "minggu kemarin" -> week(monday().minusWeeks(1), 7);
            case "minggu ini" -> week(monday(), today.getDayOfWeek().getValue());
            case "akhir minggu", "akhir minggu lalu", "akhir minggu kemarin", "akhir minggu ini" -> weekend();
            default ->
                Stream.of(findAgo(text), findWeekday(text), findEve(text), findMonth(text))
                        .flatMap(Optional::stream)
                        .findFirst();
        };
    }

    private Optional<DateReading> findAgo(String text) {
        var matcher = AGO.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var count = Integer.parseInt(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "hari" -> new DateReading.OneDay(today.minusDays(count));
                    case "minggu" -> unsure(today.minusWeeks(count));
                    case "tahun" -> unsure(today.minusYears(count));
                    default -> month(YearMonth.from(today).minusMonths(count));
                });
    }

    private Optional<DateReading> findWeekday(String text) {
        var matcher = WEEKDAY.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var name = matcher.group(2);
        var weekday = weekday(name);
        var when = Optional.ofNullable(matcher.group(3)).orElse("");
        return Optional.of(
                switch (when) {
                    case "minggu lalu", "minggu kemarin" ->
                        new DateReading.OneDay(monday().minusWeeks(1).with(TemporalAdjusters.nextOrSame(weekday)));
                    case "minggu ini" -> new DateReading.OneDay(monday().with(TemporalAdjusters.nextOrSame(weekday)));
                    case "depan" -> new DateReading.OneDay(today.with(TemporalAdjusters.next(weekday)));
                    case "ini", "tadi" -> new DateReading.OneDay(today.with(TemporalAdjusters.previousOrSame(weekday)));
                    case "" -> nearest(weekday, name.equals("minggu") && matcher.group(1) == null);
                    default -> new DateReading.OneDay(today.with(TemporalAdjusters.previous(weekday)));
                });
    }

    /// Today's own weekday may mean today or a week ago, and `Minggu` alone may mean the week.
    private DateReading nearest(DayOfWeek weekday, boolean mayBeTheWeek) {
        var before = today.with(TemporalAdjusters.previous(weekday));
        if (today.getDayOfWeek() == weekday) {
            return new DateReading.Unclear(new AmbiguityKind.UnsureDay(), List.of(today, before));
        }
        return mayBeTheWeek ? unsure(before) : new DateReading.OneDay(before);
    }

    /// The night before: `malam Jumat` is Thursday.
    private Optional<DateReading> findEve(String text) {
        var matcher = EVE.matcher(text);
        return matcher.matches() ? Optional.of(nearest(weekday(matcher.group(1)).minus(1), false)) : Optional.empty();
    }

    private Optional<DateReading> findMonth(String text) {
        var matcher = MONTH_PART.matcher(text);
        if (!matcher.matches() || text.equals("bulan")) {
            return Optional.empty();
        }
        var now = YearMonth.from(today);
        var isPast = matcher.group(2) != null && !matcher.group(2).equals("ini");
        var endStillToCome = "akhir".equals(matcher.group(1)) && matcher.group(2) == null && today.getDayOfMonth() < 21;
        return Optional.of(month(isPast || endStillToCome ? now.minusMonths(1) : now));
    }

    /// `Rabu (19/11)`, `kemarin tanggal 19`: the calendar date counts, and is to be confirmed if the word says
    /// otherwise.
    private Optional<DateReading> findWithRelativeWord(String text) {
        var before = RELATIVE_FIRST.matcher(text);
        if (before.matches()) {
            return CalendarReader.find(before.group(2), today)
                    .or(() -> findWithRelativeWord(before.group(2)))
                    .map(dated -> checked(dated, before.group(1)));
        }
        var after = WEEKDAY_LAST.matcher(text);
        return after.matches()
                ? CalendarReader.find(after.group(1), today).map(dated -> checked(dated, after.group(2)))
                : Optional.empty();
    }

    private DateReading checked(DateReading dated, String word) {
        if (!(dated instanceof DateReading.OneDay(var date))) {
            return dated;
        }
        var agrees = switch (word) {
            case "kemarin" -> date.equals(today.minusDays(1));
            case "hari ini", "tadi" -> date.equals(today);
            default -> date.getDayOfWeek() == weekday(word);
        };
        return agrees ? dated : unsure(date);
    }

    private LocalDate monday() {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private Optional<DateReading> day(int fromToday) {
        return Optional.of(new DateReading.OneDay(today.plusDays(fromToday)));
    }

    private static Optional<DateReading> week(LocalDate first, int days) {
        var dates = IntStream.range(0, days).mapToObj(first::plusDays).toList();
        return Optional.of(new DateReading.Unclear(new AmbiguityKind.WholeWeek(), dates));
    }

    private Optional<DateReading> weekend() {
        var sunday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        return Optional.of(
                new DateReading.Unclear(new AmbiguityKind.UnsureDay(), List.of(sunday.minusDays(1), sunday)));
    }

    private static DateReading unsure(LocalDate date) {
        return new DateReading.Unclear(new AmbiguityKind.UnsureDay(), List.of(date));
    }

    private static DateReading month(YearMonth month) {
        return new DateReading.Unclear(new AmbiguityKind.MonthOnly(month), List.of());
    }

    private static DayOfWeek weekday(String name) {
        var weekday = DateWords.WEEKDAYS.get(name);
        if (weekday == null) {
            throw new IllegalStateException("no weekday " + name);
        }
        return weekday;
    }
}
