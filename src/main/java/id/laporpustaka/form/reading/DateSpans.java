package id.laporpustaka.form.reading;

import id.laporpustaka.form.reading.MessageText.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The places of a message where a day stands. A weekday alone is none, as in `Dongeng Jumat`.
final class DateSpans {
    private static final String WEEKDAY =
            "(?<![a-z])(?:senin|snn|selasa|sls|rabu|rbu|kamis|kms|jum'?at|jmt|sabtu|sbt|ahad|minggu"
                    + "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)(?![a-z])";
    private static final String MONTH = DateWords.MONTH + "(?![a-z])";
    private static final String DATE = "(?<![a-z])(?:tanggal|tgl|tnggl|tggl)(?![a-z])\\.?\\s*:?\\s*";
    private static final String UNTIL =
            "\\s*(?:-|s\\s?/\\s?d\\.?|s\\.d\\.?|(?<![a-z])(?:sd|sampai dengan|sampai|hingga|to|dan)(?![a-z])|&)\\s*";
    private static final String DAY = "(?<![\\d.,/])\\d{1,2}";
    private static final String BEFORE = "(?:(?:hari\\s+)?" + WEEKDAY + "[\\s,/]*\\(?\\s*)?(?:" + DATE + ")?";
    private static final String YEAR =
            "(?:[\\s,./-]{0,3}(?:(?:tahun\\s+)?(?:19|20)\\d{2}(?!\\d)|'\\d{2}|[2-4]\\d(?=\\s*(?:[,;.)]|\\n|$))))?";
    private static final String AFTER = "(?:\\s*\\(\\s*" + WEEKDAY + "\\s*\\))?\\s*\\)?";
    private static final String WEEKDAYS = "(?:hari\\s+)?" + WEEKDAY + UNTIL + "(?:hari\\s+)?" + WEEKDAY
            + "(?:\\s+(?:minggu|mgg))?(?:(?:\\s+(?:yang|yg))?\\s+(?:lalu|kemarin|kmrn|ini))?";
    private static final String NAMED =
            BEFORE + DAY + "(?:(?:\\s*,\\s*\\d{1,2}){0,5}+" + UNTIL + "\\d{1,2})?[\\s./-]{0,3}" + MONTH + "\\.?" + YEAR
                    + "(?:" + UNTIL + "(?:" + WEEKDAY + "[\\s,]*)?\\d{1,2}[\\s./-]{0,3}" + MONTH + YEAR + ")?" + AFTER;
    private static final String MONTH_FIRST = "(?:" + WEEKDAY + "[\\s,]*)?(?<![a-z])" + MONTH
            + "\\s\\d{1,2}(?:st|nd|rd|th)?(?![\\d.,/a-z]*\\d|[a-z])(?:" + UNTIL
            + "\\d{1,2}(?:st|nd|rd|th)?)?(?:,?\\s*(?:19|20)\\d{2})?|" + BEFORE + DAY + "(?:st|nd|rd|th) (?:of )?"
            + MONTH
            + YEAR;
    private static final String NUMERIC = BEFORE + "(?:" + DAY
            + "([/.-])\\d{1,2}\\1(?:(?:19|20)\\d{2}|\\d{2})(?![\\d/])|(?<!\\d)20\\d{2}-\\d{2}-\\d{2}(?!\\d))";
    private static final String SHORT = "(?:" + DATE + "|(?:hari\\s+)?" + WEEKDAY + "[\\s,/]*(?:" + DATE
            + ")?\\(?\\s*|\\()" + DAY + "/\\d{1,2}(?![\\d/])\\)?|" + DATE + DAY + "(?:" + UNTIL
            + "\\d{1,2})?(?![\\d/.]*\\d)(?:\\s+bulan\\s+(?:lalu|ini|kemarin))?";
    private static final String PART_OF_DAY = "(?:\\s+(?:pagi|siang|sore|malam|mlm))?";
    private static final String AGO = "(?:\\s+(?:yang|yg))?\\s+(?:lalu|kemarin|kmrn|kemaren)";
    private static final String RELATIVE = "(?<![a-z])(?:(?:hari|hr)"
            + " ini|tadi\\s+(?:pagi|siang|sore|malam)|td\\s+(?:pagi|siang|sore|mlm|malam)|tadi|barusan|baru"
            + " saja|(?:kemarin|kmrn|kemaren|kmarin|kmren)(?:\\s+(?:lusa|dulu)|\\s+(?:hari\\s+)?"
            + WEEKDAY + ")?|semalam|(?:\\d{1,2}|"
            + NumberWords.RUN + "|se)\\s?(?:hari|hr|minggu|mgg|bulan|bln)" + AGO + "|(?:minggu|mgg)" + AGO
            + "\\s+(?:hari\\s+)?" + WEEKDAY + "|(?:minggu|mgg|bulan|bln)" + AGO
            + "|minggu ini|(?:hari\\s+)?" + WEEKDAY + "(?:" + AGO + "|\\s+tadi|\\s+ini)(?:\\s+(?:minggu|mgg)"
            + AGO + ")?|(?:hari\\s+)?"
            + WEEKDAY + "\\s+(?:minggu|mgg)" + AGO + "|(?:hari|malam)\\s+" + WEEKDAY
            + "|malming|besok|bsk|lusa|(?:minggu|bulan)"
            + " depan|yesterday|today|tonight|this"
            + " (?:morning|afternoon|evening)|last"
            + " night|(?:last|on|this)"
            + " "
            + WEEKDAY + "|(?:\\d{1,2}|" + NumberWords.RUN
            + "|a) (?:days?|weeks?) ago|last (?:week|month|weekend)"
            + "|the day before yesterday|tomorrow)(?![a-z])" + PART_OF_DAY;
    private static final Pattern ANY =
            Pattern.compile(WEEKDAYS + "|" + NAMED + "|" + MONTH_FIRST + "|" + NUMERIC + "|" + SHORT + "|" + RELATIVE);
    private static final Pattern BETWEEN = Pattern.compile("[\\s,(]*(?:pada|on|the)?[\\s,(]*");
    private static final Pattern ONLY_WEEKDAY = Pattern.compile("(?:(?:hari|on)\\s+)?" + WEEKDAY + PART_OF_DAY);
    private static final Pattern CELEBRATED = Pattern.compile(
            "(?<![a-z])(?:lomba|perlombaan|perayaan|peringatan|memperingati|menyambut|menyemarakkan|hut|dirgahayu|semarak"
                + "|upacara|agustusan|kemerdekaan|ri|kartini|celebration|of)\\s+$");
    private static final Pattern WITH_YEAR = Pattern.compile("\\d{4}|\\d[/.-]\\d{1,2}[/.-]\\d");
    private static final Pattern SLASH = Pattern.compile("(?<![\\d/.,])\\d{1,2}/\\d{1,2}(?![\\d/.])");
    private static final Pattern TIME = Pattern.compile(
            "(?<![a-z])(?:jam|pukul|pkl)\\.?\\s*\\d{1,2}(?:[.:]\\d{2})?(?:\\s*(?:-|s/d|sd|sampai|hingga)\\s*(?:\\d{1,2}(?:[.:]\\d{2})?"
                + "|selesai))?(?:\\s*(?:wib|wita|wit|pagi|siang|sore|malam))*|(?<![\\d.])\\d{1,2}[.:]\\d{2}\\s*(?:-|s/d|sd"
                + "|sampai)\\s*(?:\\d{1,2}[.:]\\d{2}|selesai)(?:\\s*(?:wib|wita|wit))?|(?<![\\d.])\\d{1,2}[.:]\\d{2}\\s*(?:wib|wita|wit)");

    private DateSpans() {}

    /// `doubtful` stand beside a day that the activity is named after.
    record Found(List<Part> days, List<Part> doubtful) {}

    /// Neighbours make one place: `kemarin, Selasa 19 Agustus`.
    ///
    /// `slashed` if `10/12` can't be numbers of people any more.
    static Found in(MessageText message, boolean slashed) {
        var days = new ArrayList<Part>();
        var doubtful = new ArrayList<Part>();
        var celebrated = Optional.<Part>empty();
        var parts = Spans.list(message, ANY);
        for (var part : parts.isEmpty() && slashed ? Spans.list(message, SLASH) : parts) {
            if (isPartOfAName(message, part)) {
                continue;
            }
            var isRelative = message.lowPart(part).chars().noneMatch(Character::isDigit);
            if (isCelebrated(message, part)) {
                celebrated = Optional.of(part);
            } else if (isRelative
                    && celebrated.filter(day -> touch(message, day, part)).isPresent()) {
                doubtful.add(part);
            } else if (!days.isEmpty() && touch(message, days.getLast(), part)) {
                days.set(days.size() - 1, new Part(days.getLast().start(), part.end()));
            } else {
                days.add(part);
            }
        }
        return new Found(List.copyOf(days), List.copyOf(doubtful));
    }

    private static boolean touch(MessageText message, Part first, Part next) {
        return BETWEEN.matcher(message.low().substring(first.end(), next.start()))
                .matches();
    }

    /// A weekday counts if `hari` stands before it, or nothing but commas around it.
    private static boolean isPartOfAName(MessageText message, Part part) {
        var text = message.lowPart(part);
        return ONLY_WEEKDAY.matcher(text).matches()
                && !text.matches("(?s)(?:hari|on)\\s.*")
                && message.segments().stream().noneMatch(part::equals);
    }

    static List<Part> listTimes(MessageText message) {
        return Spans.list(message, TIME);
    }

    /// `Lomba 17 Agustus` is named after a day and may be on another.
    private static boolean isCelebrated(MessageText message, Part date) {
        return !WITH_YEAR.matcher(message.lowPart(date)).find()
                && CELEBRATED.matcher(message.low().substring(0, date.start())).find();
    }
}
