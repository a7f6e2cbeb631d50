package id.laporpustaka.form.reading;

import id.laporpustaka.form.reading.MessageText.Part;
import java.util.List;
import java.util.regex.Pattern;

/// The places of a message where an amount of money stands: after `Rp`, before `ribu` and the like, or after
/// `biaya`.
final class MoneySpans {
    private static final String DIGITS = "\\d[\\d.,]*";
    private static final String SCALE = "(?:ribu|rbu|rb|juta|jt|miliar|milyar|million|thousand)(?:-?an)?(?![a-z])";
    private static final String WORDS = NumberWords.RUN + "(?: setengah)?";
    private static final String CUE =
            "(?:(?<![a-z])(?:(?:total|jumlah|besar)\\s+)?(?:biaya|biayanya|anggaran|anggarannya|dana"
                    + "|dananya|menghabiskan|habis|sebesar|senilai|cost|budget|amount|spent)(?![a-z])\\s*[:=]?\\s*)";
    private static final String ABOUT = "(?:(?:±|sekitar|kurang lebih|kira-kira|about)\\s*)?";
    private static final String TAIL = "(?:,-|\\.-|,00(?!\\d))?(?:\\s*rupiah(?![a-z]))?(?:\\s*\\([^()]*rupiah\\))?";
    private static final Pattern MONEY = Pattern.compile(CUE + "*+" + ABOUT + "(?:(?<![a-z])(?:rp|idr)\\.?\\s*" + DIGITS
            + "(?:\\s*(?:" + SCALE + "|k(?![a-z])|m(?![a-z])))?" + TAIL + "|(?<![\\d.,])" + DIGITS + "\\s*" + SCALE
            + "(?:\\s*\\d{1,3}\\s*" + SCALE + ")?" + TAIL
            + "|(?<=(?:biaya|biayanya|anggaran|dana|dananya|habis|sebesar|senilai|cost|budget|fund|funds)[:= ]{1,3})"
            + DIGITS
            + "\\s?[km](?![a-z])|(?:" + WORDS + "|setengah|se(?=ribu|juta))\\s*" + SCALE
            + "(?:\\s+" + WORDS + "\\s+" + SCALE + ")?(?:\\s+setengah)?" + TAIL
            + "|(?<=[a-z][:="
            + " ]{0,3})(?<=(?:biaya|biayanya|anggaran|anggarannya|dana|dananya|habis|menghabiskan|sebesar|senilai|cost|budget|spent)[:="
            + " ]{0,3})(?:\\d{1,3}(?:\\.\\d{3})+|\\d{4,})(?![\\d/])"
            + TAIL + ")");

    private MoneySpans() {}

    static List<Part> list(MessageText message) {
        return Spans.list(message, MONEY);
    }

    /// The amount without the words before it.
    static String amount(String span) {
        return LEADING.matcher(span).replaceFirst("");
    }

    private static final Pattern LEADING = Pattern.compile("^" + CUE + "++");
}
