package id.laporpustaka.form.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes the name of an activity of what is left of a message.
final class Titles {
    private static final Pattern HELD = Pattern.compile(
            "^[\\s\\n"
                + "]*(?:(?:alhamdulillah|hari|ini|tadi|pagi|siang|sore|malam|kemarin|kami|kita|saya|perpustakaan|we|i|have|has|had|telah|sudah|sdh|habis|baru"
                + "|saja|selesai|just)\\s+)*+(?:melaksanakan|mengadakan|menyelenggarakan|menggelar|melakukan|terlaksana(?:nya)?"
                + "|terselenggara(?:nya)?|held|organi[sz]ed|did|ran)\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FIRST_WORDS = Pattern.compile(
            "^(?:(?:kegiatan|acara|telah|sudah|sdh|ada|dan|tentang|bahwa|yaitu|adalah|berupa|kami|saya|habis|baru|selesai"
                + "|alhamdulillah|tadi|lalu|pada|di|the|a|an|we|i|nama|untuk|utk|dengan|dgn|bersama|yang|yg|oleh)(?!\\p{L})"
                + "[\\s,.:-]*)++",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LAST_WORDS = Pattern.compile(
            "(?:[\\s,.:;(/-]+(?:pada|hari|tanggal|tgl|di|dengan|dgn|dg|bersama|dan|yang|yg|oleh|mulai|dari|sejak|s/d|sd|dihadiri|diikuti|peserta"
                + "|pesertanya|sebanyak|sejumlah|jumlah|total|dana|dananya|biaya|biayanya|habis|menghabiskan|sebesar|telah|sudah|dilaksanakan|diadakan|bertempat|berlokasi|adalah|ada|jam|pukul|hadir|mitra|sekitar|kurang"
                + " lebih|on|at|with|and|the|was|held|in|by|for|cost|attended)(?!\\p{L}))++$",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> NOISE = Set.of(
            ("pada dari from mulai perpustakaan perpus perpusdes tbm hari tanggal tgl di dengan dgn bersama dan yang"
                + " oleh dihadiri diikuti peserta pesertanya jumlah total dana dananya biaya biayanya habis mitra ada"
                + " kegiatan acara orang org hadir wib wita wit kak kakak min admin bu pak ya on at with and the was"
                + " held in by for foto dokumentasi terlampir berikut sekian demikian terima kasih trims makasih"
                + " thanks lapor laporan l p laki perempuan")
                    .split(" ", -1));
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern LOOSE_MARKS = Pattern.compile("^[^\\p{L}\\p{N}\"'(]+|[^\\p{L}\\p{N}\"')!?]+$");

    private Titles() {}

    /// Empty if nothing but words that join others is left. The words stay as written; the first letter is upper
    /// case.
    static Optional<String> find(String left) {
        var text = Spelling.singleSpaced(Pictures.without(left));
        text = HELD.matcher(text).replaceFirst("");
        text = LOOSE_MARKS.matcher(text).replaceAll("");
        text = FIRST_WORDS.matcher(text).replaceFirst("");
        text = LAST_WORDS.matcher(text).replaceFirst("");
        text = withoutLoneBracket(LOOSE_MARKS.matcher(text).replaceAll("")).strip();
        if (text.length() < 3 || isNoise(text)) {
            return Optional.empty();
        }
        var first = text.offsetByCodePoints(0, 1);
        return Optional.of(Character.toString(Character.toTitleCase(text.codePointAt(0))) + text.substring(first));
    }

    private static boolean isNoise(String text) {
        return NO_LETTERS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .allMatch(word -> word.isEmpty() || NOISE.contains(word));
    }

    /// `Tadi siang kami mengadakan pelatihan` begins with the training.
    static String withoutHeld(String text) {
        return HELD.matcher(text).replaceFirst("");
    }

    private static String withoutLoneBracket(String text) {
        var opened = text.chars().filter(sign -> sign == '(').count();
        var closed = text.chars().filter(sign -> sign == ')').count();
        return opened == closed ? text : text.replaceAll("[()]", "");
    }
}
