package id.laporpustaka.form.reading;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Names of days and months in every spelling that was seen, and the one spelling the readers of dates work with.
final class DateWords {
    static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
    static final Map<String, Integer> MONTHS = months();
    static final String WEEKDAY = "(?:" + String.join("|", WEEKDAYS.keySet()) + ")";
    static final String MONTH = "(?:" + String.join("|", MONTHS.keySet()) + ")";

    private static final Map<String, String> USUAL = usual();
    private static final String SWAPPED = "(?<![a-z])(?<!(?:minggu|bulan|hari) )(lalu|depan|ini) (" + WEEKDAY
            + "|akhir minggu|minggu|bulan|hari|tahun)(?![a-z])";
    /// The five days of the Javanese market week.
    private static final String MARKET_DAY = "(" + WEEKDAY + ") (?:kliwon|legi|pahing|paing|pon|wage)(?![a-z])";
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:kegiatan|kegiatannya|acara|acaranya|pelaksanaan|pelaksanaannya|dilaksanakan|diadakan|waktu"
                    + "|waktunya|tepatnya|pas|when|it was|was|it|tanggalnya|tanggal(?= " + WEEKDAY
                    + " ))[ .]+)++(?=.)");

    private static final Replacements AS_USUAL = Replacements.of(
            "jum[' ]at",
            "jumat",
            "malam[- ]mingguan|malming",
            "malam minggu",
            "(?<![a-z])s ?[./] ?d\\.?(?![a-z])",
            " sd ",
            "^(?:hari|hr) ?/ ?(?=tanggal|tgl|tnggl)",
            "",
            "[,()!?;:\"*]",
            " ",
            "(?<=[a-z])\\.",
            " ",
            "&",
            " dan ",
            "(?<=\\d)(?:st|nd|rd|th)(?![a-z])",
            "",
            "(?<=\\d)(?=(?:hari|hr|hri|minggu|mgg|bulan|bln|days?|weeks?)(?![a-z]))",
            " ",
            "(?<![a-z])(?:last|past) night",
            "semalam",
            "(?<![a-z])this (?:morning|afternoon|evening)",
            "tadi",
            "(?<![a-z])(?:the )?day before yesterday",
            "kemarin lusa",
            "baru saja",
            "barusan");
    private static final Replacements IN_ORDER = Replacements.of(
            SWAPPED,
            "$2 $1",
            "sampai dengan|sampai|hingga",
            "sd",
            "(?<![a-z])(?:yang|pada|on|the|di|of|mulai|sejak|from|dari)(?![a-z])",
            " ",
            MARKET_DAY,
            "$1",
            "(" + WEEKDAY + ") ?/ ?(?=\\d|tanggal)",
            "$1 ",
            "\\s+",
            " ",
            "[ .-]+$",
            "");

    private DateWords() {}

    /// In the result numbers are digits, `last monday` is `senin lalu`, `s/d` is `sd`, and only `/ . - '` and spaces
    /// stand between words.
    static String normal(String typed) {
        var usual = Spelling.replaceWords(AS_USUAL.in(Spelling.plain(typed)), USUAL);
        var text = IN_ORDER.in(NumberWords.asDigits(usual)).strip();
        return LEAD.matcher(text).replaceFirst("");
    }

    private static Map<String, DayOfWeek> weekdays() {
        var days = new LinkedHashMap<String, DayOfWeek>();
        days.put("senin", DayOfWeek.MONDAY);
        days.put("selasa", DayOfWeek.TUESDAY);
        days.put("rabu", DayOfWeek.WEDNESDAY);
        days.put("kamis", DayOfWeek.THURSDAY);
        days.put("jumat", DayOfWeek.FRIDAY);
        days.put("sabtu", DayOfWeek.SATURDAY);
        days.put("ahad", DayOfWeek.SUNDAY);
        days.put("minggu", DayOfWeek.SUNDAY);
        return days;
    }

    private static Map<String, Integer> months() {
        var names = new String[] {
            "januari january jan",
            "februari february pebruari feb peb",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agust agst aug agu agt ags",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec"
        };
        var months = new LinkedHashMap<String, Integer>();
        for (var month = 0; month < names.length; month++) {
            for (var name : names[month].split(" ", -1)) {
                months.put(name, month + 1);
            }
        }
        return months;
    }

    private static Map<String, String> usual() {
        var spellings = new String[] {
            "yang yg",
            "tanggal tgl tnggl tggl tangal",
            "tahun thn th year years",
            "bulan bln blln month months",
            "hari hr hri day days",
            "minggu mgg mnggu mingu week weeks pekan",
            "kemarin kmrn kemaren kmarin kmren kmrin kemrin kmaren yesterday",
            "tadi td tdi",
            "malam mlm malem night",
            "sekarang skrg skrng skr now",
            "besok bsk bsok esok tomorrow",
            "lalu lewat silam ago last",
            "depan next",
            "ini this",
            "sd to until till dgn",
            "sampai smp smpai",
            "senin snn sen monday mon",
            "selasa sls sel tuesday tue",
            "rabu rbu rab wednesday wed",
            "kamis kms kam thursday thu",
            "jumat jmt jum friday fri",
            "sabtu sbt sab saturday sat",
            "ahad sunday sun",
            "siang afternoon",
            "pagi morning",
            "1 a an",
            "barusan brusan",
            "pertengahan mid tengah",
            "akhir end",
            "awal beginning early"
        };
        var usual = new LinkedHashMap<String, String>();
        for (var spelling : spellings) {
            var words = spelling.split(" ", -1);
            for (var i = 1; i < words.length; i++) {
                usual.put(words[i], words[0]);
            }
        }
        usual.put("today", "hari ini");
        usual.put("weekend", "akhir minggu");
        return usual;
    }
}
