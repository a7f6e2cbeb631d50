package id.laporpustaka.form.reading;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads times of day: `pukul 10.00`, `jam 2 siang`, `setengah 8`.
final class TimeReader {
    private static final Pattern TIME = Pattern.compile(
            "(?:(?:jam|pukul|pkl|jm|at) ?)?(setengah )?(\\d{1,2})(?:[.:](\\d{2}))?(?:[.:]\\d{2})? ?(?:wib|wita|wit)?"
                    + " ?(?:(pagi|siang|sore|petang|malam|mlm|subuh|am|pm)(?: hari)?)? ?(?:wib|wita|wit)?");
    private static final Pattern UNTIL = Pattern.compile(" ?(?:-|s/d|(?<![a-z])(?:sd|sampai|hingga|to)(?![a-z])) ?");

    private static final Pattern PAST = Pattern.compile("(\\d{1,2}) (lebih|lewat|kurang) (\\d{1,2})(?: menit)?");

    private TimeReader() {}

    /// Nothing if it is no time; several if it has several meanings, or is a span with its start and end.
    static List<LocalTime> list(String typed) {
        var text = PAST.matcher(NumberWords.asDigits(Spelling.plain(typed))
                        .replaceAll("(?<![a-z])half past (\\d{1,2})", "$1.30"))
                .replaceAll(match -> pastOrTo(match.group(1), match.group(2), match.group(3)));
        var single = TIME.matcher(text);
        if (single.matches()) {
            return meanings(single);
        }
        var ends = UNTIL.split(text, -1);
        var both = new ArrayList<LocalTime>();
        for (var end : ends) {
            var matcher = TIME.matcher(end.strip());
            if (ends.length != 2 || !matcher.matches()) {
                return List.of();
            }
            meanings(matcher).stream().findFirst().ifPresent(both::add);
        }
        return both;
    }

    /// `10 lebih 15` is `10.15`, `10 kurang 5` is `9.55`.
    private static String pastOrTo(String hour, String word, String minutes) {
        var minute = Integer.parseInt(minutes);
        var full = Integer.parseInt(hour);
        if (word.equals("kurang")) {
            return full == 0 || minute == 0 || minute > 59 ? "" : (full - 1) + "." + (60 - minute);
        }
        return hour + "." + (minute < 10 ? "0" + minute : minutes);
    }

    private static List<LocalTime> meanings(Matcher matcher) {
        var hour = Integer.parseInt(matcher.group(2));
        var minute = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        var part = Optional.ofNullable(matcher.group(4)).orElse("");
        if (hour > 24 || minute > 59) {
            return List.of();
        }
        var half = matcher.group(1) != null;
        if (part.isEmpty() && matcher.group(3) == null && hour >= 1 && hour <= 6) {
            return List.of(time(hour + 12, minute, half), time(hour, minute, half));
        }
        return List.of(time(hourOf(hour, part), minute, half));
    }

    private static int hourOf(int hour, String part) {
        return switch (part) {
            case "siang", "sore", "petang", "pm" -> hour < (part.equals("siang") ? 10 : 12) ? hour + 12 : hour;
            case "malam", "mlm" -> hour == 12 ? 0 : hour >= 5 && hour < 12 ? hour + 12 : hour;
            case "am" -> hour % 12;
            default -> hour;
        };
    }

    /// `setengah 8` is half past seven.
    private static LocalTime time(int hour, int minute, boolean half) {
        var time = LocalTime.of(hour % 24, minute);
        return half ? time.minusMinutes(30) : time;
    }
}
