package id.laporpustaka.form.reading;

import id.laporpustaka.form.reading.MessageText.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// The phrases of a message that begin with a word that says what they are about: `bersama PKK`, `di balai desa`.
final class Cues {
    private static final String DENGAN = "(?:dengan|dgn|dg)";
    private static final List<Cue> CUES = List.of(
            new Cue(
                    About.PARTNER,
                    Pattern.compile("(?<!\\p{L})(?:mitra(?:nya)?|bermitra " + DENGAN
                            + "|(?:bersama|barengan|bareng)(?:-sama)?(?: "
                            + DENGAN + ")?|(?:be)?ker[jd]a ?sama(?: " + DENGAN + ")?|(?:ber)?kolaborasi(?: " + DENGAN
                            + ")?|menggandeng|didukung(?: oleh)?|partner(?:s|ed|ing)?(?: with)?|together"
                            + " with|with)(?!\\p{L})\\s*:?\\s*")),
            new Cue(
                    About.FUND,
                    Pattern.compile(
                            "(?<!\\p{L})(?:(?:sumber )?(?=(?:dana|village (?:fund|budget))(?!\\p{L}))|dana(?:nya)?"
                                    + " (?:dari|oleh)|didanai(?: oleh| dari)?|dibiayai(?: oleh| dari)?|biaya(?:nya)?"
                                    + " dari|anggaran(?:nya)?(?: dari)?|funded"
                                    + " by|funds?|funding)(?!\\p{L})\\s*:?\\s*|(?<!\\p{L})(?:sumber"
                                    + " )?(?=dana(?:nya)?(?!\\p{L}))")),
            new Cue(
                    About.AUDIENCE,
                    Pattern.compile(
                            "(?<!\\p{L})(?:untuk|utk|untk|u/|bagi|sasaran(?:nya)?|khusus|for)(?!\\p{L})\\s*:?\\s*")),
            new Cue(About.TOPIC, Pattern.compile("(?<!\\p{L})(?:bidang|topik|topic)(?!\\p{L})\\s*:?\\s*")),
            new Cue(
                    About.PLACE,
                    Pattern.compile("(?<!\\p{L})(?:(?:bertempat|berlokasi|dilaksanakan|diadakan)"
                        + " di|(?:tempat|lokasi)(?:nya)?(?: di)?|di|d(?="
                        + " [a-z])|at)(?!\\p{L})\\s*+:?\\s*+(?!(?:era|masa|zaman|jaman|tengah|bulan|hari|tanggal|tgl|minggu|tahun|jam|pukul|atas|bawah|antara|sela|mana|bidang|dalam|kalangan|sini|sana|all|least|most|the"
                        + " moment)(?!\\p{L}))")));
    private static final Pattern END =
            Pattern.compile("\\s+(?:pada|hari|yang|yg|oleh|sejak|mulai|since|dihadiri|diikuti|jam|pukul|kami|dan"
                    + " diikuti|dengan|dgn|sebanyak|sejumlah|peserta|pesertanya|on|attended)(?!\\p{L})");

    private Cues() {}

    /// What a phrase says.
    enum About {
        PARTNER,
        FUND,
        AUDIENCE,
        TOPIC,
        PLACE
    }

    /// `whole` with the word, `content` without it.
    record Phrase(About about, Part whole, Part content, boolean startsSegment) {}

    private record Cue(About about, Pattern pattern) {}

    /// The phrases of a segment in order; each ends where the next begins.
    static List<Phrase> list(MessageText message, Part segment) {
        var low = message.lowPart(segment);
        var starts = new ArrayList<Found>();
        for (var cue : CUES) {
            var matcher = cue.pattern().matcher(low);
            while (matcher.find()) {
                starts.add(new Found(cue.about(), matcher.start(), matcher.end()));
            }
        }
        starts.sort(Comparator.comparingInt(Found::start).thenComparing(Found::about));
        var phrases = new ArrayList<Phrase>();
        for (var i = 0; i < starts.size(); i++) {
            var found = starts.get(i);
            if (i > 0 && found.start() < starts.get(i - 1).end()) {
                continue;
            }
            var next = starts.stream()
                    .mapToInt(Found::start)
                    .filter(start -> start >= found.end() && start > found.start())
                    .min()
                    .orElse(low.length());
            phrases.add(phrase(segment, low, found, next));
        }
        return phrases;
    }

    private static Phrase phrase(Part segment, String low, Found found, int next) {
        var end = next;
        var stop = END.matcher(low).region(Math.min(found.end(), next), next);
        if (stop.find()) {
            end = stop.start();
        }
        while (end > found.end() && Character.isWhitespace(low.charAt(end - 1))) {
            end--;
        }
        var at = segment.start();
        return new Phrase(
                found.about(),
                new Part(at + found.start(), at + end),
                new Part(at + Math.min(found.end(), end), at + end),
                found.start() == 0);
    }

    private record Found(About about, int start, int end) {}
}
