package id.laporpustaka.form.reading;

import id.laporpustaka.form.Language;
import id.laporpustaka.form.reading.MessageText.Part;
import java.util.List;
import java.util.regex.Pattern;

/// The places of a message where people are counted.
final class ParticipantSpans {
    private static final String NUMBER =
            "(?:(?<![\\p{L}\\d.,/]|rp |rp\\. )(?:±|\\+/?-|-\\+|~)? ?(?:\\d{1,3}(?:\\.\\d{3})+|\\d{1,5})"
                    + " ?-?(?:an(?![a-z]))?|"
                    + NumberWords.RUN + ")";
    private static final String LETTER =
            "(?:[" + Pictures.MAN + Pictures.WOMAN + "]|(?<![a-z])(?:lk2?|pr2?|prp|[lp])(?![a-z]))";
    private static final String WORD =
            "(?<![a-z])(?:laki[- ]?laki(?:nya)?|laki2|lakilaki|laki|lelaki|pria|bapak[- ]bapak"
                + "|bapak2|bpk2|bapak|bpk|cowok|cowo|putra|siswa|ikhwan|men|males?|boys|perempuan(?:nya)?|prempuan|prmpuan|wanita|ibu[-"
                + " ]ibu|ibu2|ibu|cewek|cewe|putri|siswi|akhwat|women|females?|girls)(?![a-z])";
    private static final String SEX = "(?:" + LETTER + "|" + WORD + ")";
    private static final String PEOPLE = "(?:orang|org|orng|peserta|anak|people|participants?|jiwa)";
    private static final String PEOPLE_ONLY = "(?:orang|org|orng)";
    private static final String GLUED = "(?:(?<=[a-z])\\d{1,5}|" + NUMBER + ")";
    private static final String BEFORE = NUMBER + "\\s*(?:" + PEOPLE + "\\s*)?(?:\\(\\s*)?" + SEX + "(?:\\s*\\))?";
    private static final String AFTER =
            SEX + "\\s*(?:" + PEOPLE + "\\s*)?[:=-]?\\s*\\(?\\s*" + NUMBER + "\\s*\\)?(?:\\s*" + PEOPLE + ")?";
    private static final String AND = "\\s*(?:[,;/&+]|(?<![a-z])(?:dan|and|serta|sama)(?![a-z]))?\\s*";
    private static final String BOTH = "(?:" + BEFORE + AND + GLUED + "\\s*(?:" + PEOPLE + "\\s*)?(?:\\(\\s*)?" + SEX
            + "(?:\\s*\\))?|" + AFTER + AND + AFTER + "|l ?/ ?p\\s*:?\\s*" + NUMBER + "\\s*/\\s*" + NUMBER + ")";
    private static final String OTHERS = "(?:anak(?:[- ]anak|2)?|balita|bayi|remaja|lansia|children|kids|babies)";
    private static final String SOME_OTHERS = "(?:" + NUMBER + "\\s*(?:" + PEOPLE_ONLY + "\\s*)?" + OTHERS
            + "(?![a-z])|" + OTHERS + "\\s*:?\\s*" + NUMBER + ")";
    private static final String AND_OTHERS = "(?:" + AND + SOME_OTHERS + "(?!\\s*" + SEX + "))";
    private static final String CUE =
            "(?:(?<![a-z])(?:(?:jumlah|total|jml)\\s+)?(?:peserta|pengunjung|penonton|(?:yang|yg)"
                    + " (?:hadir|ikut|datang)|hadir|dihadiri(?: oleh)?|diikuti(?: oleh)?|participants?|attended"
                    + " by)(?:nya)?\\s*(?:sebanyak|sejumlah|ada)?\\s*:?\\s*(?:sekitar|kurang lebih|±|about)?\\s*)";
    private static final String ABOUT = "(?:(?<![a-z])(?:sekitar|kurang lebih|kira-kira|about|around)\\s+)?";
    private static final String TOTAL = "(?!(?:19|20)\\d{2}(?!\\d))" + NUMBER + "\\s*(?:" + PEOPLE + "\\s*)?";

    /// From the surest to the least sure.
    private static final List<Pattern> SPLITS = List.of(
            Pattern.compile(ABOUT + CUE + "?(?:" + SOME_OTHERS + AND + ")?(?:" + TOTAL
                    + "[,:(;]?\\s*(?:terdiri (?:dari|atas)|yaitu|consisting of)?\\s*)?" + BOTH
                    + "\\s*\\)?" + AND_OTHERS + "*+(?:\\s*,?\\s*(?:=|total|jumlah|jml)\\s*:?\\s*" + NUMBER + ")?(?:\\s*"
                    + PEOPLE + ")?"),
            Pattern.compile(CUE + "?(?:" + TOTAL + "[,(;]|" + NUMBER + "\\s*" + PEOPLE + ")\\s*(?:" + BEFORE + "|"
                    + AFTER + ")\\s*\\)?"),
            Pattern.compile(CUE + "\\d{1,5} ?/ ?\\d{1,5}(?![/.\\d])"),
            Pattern.compile(
                    CUE + "?(?:(?:semua|semuanya|all)\\s+" + WORD + "\\s*,?\\s*" + NUMBER + "(?:\\s*" + PEOPLE + ")?|"
                            + NUMBER + "\\s*(?:" + PEOPLE + "\\s*)?(?:\\(?\\s*(?:semua|semuanya|all)\\s+)?" + WORD
                            + "(?:\\s*(?:semua|saja|pkk|hamil|rumah tangga|muda))?\\s*\\)?)"));
    /// `20 ibu-ibu dan 5 anak`.
    private static final Pattern ONE_SEX_AND_OTHERS = Pattern.compile(ABOUT + CUE + "?(?:" + SOME_OTHERS + AND + "(?:"
            + NUMBER + "\\s*(?:" + PEOPLE_ONLY + "\\s*)?" + WORD + "|" + WORD + "\\s*:?\\s*" + NUMBER + ")|(?:" + NUMBER
            + "\\s*(?:" + PEOPLE_ONLY + "\\s*)?" + WORD + "|" + WORD + "\\s*:?\\s*" + NUMBER + ")" + AND_OTHERS
            + "++)");
    private static final Pattern TOTAL_ONLY = Pattern.compile("(?:\\d{1,5}\\s*(?:-|sampai|s/d|sd)\\s*)?(?:" + CUE
            + "(?:(?:±|\\+/?-|-\\+|~) ?)?\\d{1,5}(?![\\d/])(?:\\s*" + PEOPLE + ")?|" + NUMBER
            + "\\s*(?:orang|org|orng|peserta|people|participants)(?![a-z]))(?:\\s+(?:lebih|lbh|an)(?![a-z]))?(?:\\s*,?\\s*\\(?(?:l/?p\\s*)?(?:tidak|tdk|gak|ga|nggak|kurang)"
            + " (?:tahu|tau)(?: l/?p(?:-?nya)?)?\\)?)?");

    private ParticipantSpans() {}

    /// Places with men and women, or only one of them in words.
    static List<Part> splits(MessageText message, Language language) {
        var both = Spans.list(message, SPLITS.getFirst());
        if (!both.isEmpty()) {
            return both;
        }
        var mixed = Spans.list(message, ONE_SEX_AND_OTHERS);
        if (!mixed.isEmpty()) {
            return mixed;
        }
        return SPLITS.stream()
                .map(pattern -> Spans.list(message, pattern).stream()
                        .filter(part -> ParticipantReader.read(message.part(part), language)
                                instanceof ParticipantReader.Count.Split)
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(List::of);
    }

    /// Places with a number of people.
    static List<Part> totals(MessageText message) {
        return Spans.list(message, TOTAL_ONLY);
    }
}
