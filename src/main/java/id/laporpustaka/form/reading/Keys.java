package id.laporpustaka.form.reading;

import id.laporpustaka.form.reading.MessageText.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The places of a message where something is named and a colon follows: `Nama kegiatan: …`, `Tempat : …`.
final class Keys {
    private static final Map<String, String> WORDS = words();
    private static final Map<String, Pattern> PATTERNS = patterns();

    private Keys() {}

    /// `value` goes to the next key or the end of the line; if it is blank, over the next line.
    record Key(String indicator, Part name, Part value) {}

    static List<Key> list(MessageText message) {
        var found = new ArrayList<Key>();
        for (var pattern : PATTERNS.entrySet()) {
            var matcher = message.matcher(pattern.getValue());
            while (matcher.find()) {
                found.add(new Key(
                        pattern.getKey(),
                        new Part(matcher.start(1), matcher.end()),
                        new Part(matcher.end(), matcher.end())));
            }
        }
        found.sort(Comparator.comparingInt(key -> key.name().start()));
        var keys = new ArrayList<Key>();
        for (var i = 0; i < found.size(); i++) {
            var next = i + 1 < found.size()
                    ? found.get(i + 1).name().start()
                    : message.low().length();
            var key = found.get(i);
            keys.add(new Key(
                    key.indicator(), key.name(), value(message, key.name().end(), next)));
        }
        return keys;
    }

    private static Part value(MessageText message, int start, int next) {
        var low = message.low();
        var line = message.restOfLine(start);
        var end = Math.min(line.end(), next);
        if (low.substring(start, end).isBlank() && line.end() < next) {
            end = Math.min(message.restOfLine(line.end() + 1).end(), next);
        }
        return new Part(start, Math.max(start, end));
    }

    private static Map<String, Pattern> patterns() {
        var patterns = new LinkedHashMap<String, Pattern>();
        WORDS.forEach((indicator, words) -> patterns.put(
                indicator,
                Pattern.compile("(?:^|(?<=[\\n,;]))[ ]*((?:" + words + ")(?:nya)?[ ]*(?::|=|(?=\\n)|- ))[ ]*")));
        return patterns;
    }

    private static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put(
                "title",
                "nama kegiatan|nama acara|judul kegiatan|judul|nama|kegiatan|acara|name of (?:the )?activity|activity"
                        + " name|activity|title|event");
        words.put(
                "date_start",
                "hari ?[/,&]? ?(?:dan )?(?:tanggal|tgl)|(?:hari|tanggal|tgl|waktu)"
                        + " (?:pelaksanaan|kegiatan)|tanggal|tgl|waktu|hari|pelaksanaan|date|when|day");
        words.put(
                "place",
                "tempat (?:pelaksanaan|kegiatan)|lokasi"
                        + " (?:pelaksanaan|kegiatan)|tempat|lokasi|place|venue|location|where");
        words.put("activity_form", "(?:bentuk|jenis)(?: kegiatan)?|kind|type");
        words.put("partner", "mitra|bermitra dengan|kerja ?sama(?: dengan)?|bekerja ?sama dengan|kolaborasi|partners?");
        words.put("fund", "sumber (?:dana|anggaran|biaya)|pendanaan|source of funds|funding");
        words.put("amount", "(?:total |jumlah |besar )?(?:biaya|anggaran|dana)|cost|budget|amount");
        words.put("topic", "bidang|topik|topic");
        words.put("target_group", "sasaran|kelompok sasaran|target|audience");
        words.put("age_group", "usia|umur|kelompok usia|age");
        words.put("result", "hasil(?: kegiatan)?|manfaat|result");
        words.put("note", "catatan|kendala|keterangan|note|notes");
        return words;
    }
}
