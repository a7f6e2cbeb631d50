package id.laporpustaka.form.reading;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The words with which a report begins: greetings, `izin melaporkan`, `lapor`, and the name of a form.
final class ReportWords {
    private static final Pattern LEAD = Pattern.compile(
            "^[\\s/#*_.,:-]*(?:(?:mohon|minta|izin|ijin|mau|ingin|hendak|kami|saya|sy|berikut|ini|dengan ini|bersama"
                + " ini|akan|untuk|i|we|want to|would like"
                + " to)\\s+)*+(?:lapor|lapr|laporan|laporkan|melapor|melaporkan|report|reporting|menyampaikan(?:"
                + " laporan)?)(?![\\p{L}\\p{N}])(?:\\s+(?:saya|kami|singkat|harian|mingguan|tentang|bahwa|mengenai|of|on|about|dong|deh|nih|ya|yah|dulu|kak|kakak|min|admin|bu|pak|kegiatan(?!["
                + " ]*:))(?!\\p{L})[,.!]?)*+[\\s,.:!-]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ACTIVITY =
            Pattern.compile("^(?:kegiatan|acara)\\s+(?![:=-])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NAMED_ACTIVITY = Pattern.compile(
            "(?:^|\\n|[,;])[\\s*_-]*(?:nama |judul )?(?:kegiatan|acara|activity)\\s*[:=][\\s*_]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ASKED = Pattern.compile(
            "^.{0,80}?(?<!\\p{L})(?:izin|ijin|mau|ingin)\\s+(?:me)?lapor(?:kan|an)?(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern TITLE_BREAK = Pattern.compile(" (?:dan|and|&) |[/,]");
    private static final Pattern CLEAR_BREAK = Pattern.compile("^ *(?:[:,.\\n-]|$)");
    private static final Pattern CONTINUED = Pattern.compile(
            "^\\s+(?:ke|kepada|kpd|dengan|dgn|di|tentang|untuk|utk|bersama|mengenai|soal|dan|to|with|about|for)\\s",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NEVER_CONTENT = Pattern.compile(
            "^ *(?:bulan|tanggal|tgl|kemarin|kmrn|hari|tadi|minggu|\\d|" + DateWords.MONTH + "(?![a-z]))");

    private static final ControlWords CONTROLS = new ControlWords();

    private ReportWords() {}

    /// Whether a message says that it is a report.
    static boolean isReport(String cleaned) {
        return LEAD.matcher(cleaned).find()
                || ASKED.matcher(cleaned).find()
                || LEAD.matcher(CONTROLS.withoutCourtesy(cleaned)).find();
    }

    /// Without greeting, thanks, `lapor` and the like.
    static String withoutLead(String cleaned) {
        var text = CONTROLS.withoutCourtesy(cleaned);
        var shorter = CONTROLS.withoutGreeting(LEAD.matcher(text).replaceFirst(""));
        return ACTIVITY.matcher(shorter).replaceFirst("");
    }

    /// Where the name of the form at the beginning of `text` ends; 0 if it is not there.
    static int nameEnd(Form form, String text) {
        var words = firstWords(form).filter(word -> isClearlyNamed(word, text));
        return Stream.concat(names(form), words)
                .map(name -> end(name, text))
                .filter(end -> end > 0)
                .findFirst()
                .orElse(0);
    }

    /// Whether what follows the name of a form makes it a part of a sentence: `advokasi ke kepala desa`.
    static boolean isContinued(String rest) {
        return CONTINUED.matcher(rest).find();
    }

    /// The form that is named at the beginning, or the one that knows such a kind of thing the best.
    static Optional<Form> findForm(List<Form> forms, String text) {
        var named = only(forms.stream()
                .filter(form -> names(form).anyMatch(name -> end(name, text) > 0))
                .toList());
        return named.or(() -> only(forms.stream()
                        .filter(form -> firstWords(form).anyMatch(word -> isClearlyNamed(word, text)))
                        .toList()))
                .or(() -> KindWords.findForm(forms, beginnings(text).toList()));
    }

    private static Optional<Form> only(List<Form> forms) {
        return forms.size() == 1 ? Optional.of(forms.getFirst()) : Optional.empty();
    }

    /// Its titles, parts of them and its id, the longest first.
    private static Stream<String> names(Form form) {
        var titles = titles(form).toList();
        return Stream.concat(
                        titles.stream(),
                        Stream.concat(titles.stream().flatMap(TITLE_BREAK::splitAsStream), Stream.of(form.id())))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> name.length() > 1)
                .distinct()
                .sorted((left, right) -> right.length() - left.length());
    }

    private static Stream<String> titles(Form form) {
        return Stream.of(Language.values())
                .map(language -> form.title().in(language).toLowerCase(Locale.ROOT));
    }

    private static Stream<String> firstWords(Form form) {
        return titles(form)
                .flatMap(WORD_BREAK::splitAsStream)
                .filter(word -> word.length() >= 5)
                .distinct();
    }

    private static int end(String name, String text) {
        var start = text.toLowerCase(Locale.ROOT);
        if (!start.startsWith(name)) {
            return 0;
        }
        var isWhole = start.length() == name.length() || !Character.isLetterOrDigit(start.charAt(name.length()));
        return isWhole ? name.length() : 0;
    }

    /// One word of a title names the form only if nothing follows that could make it part of another name.
    private static boolean isClearlyNamed(String word, String text) {
        var end = end(word, text);
        if (end == 0) {
            return false;
        }
        var rest = text.substring(end).toLowerCase(Locale.ROOT);
        return CLEAR_BREAK.matcher(rest).find() || NEVER_CONTENT.matcher(rest).find();
    }

    /// Where the name of the activity may begin.
    private static Stream<String> beginnings(String text) {
        var named = NAMED_ACTIVITY.matcher(text);
        var bare = text.replaceFirst("^[\\s*_•-]+", "");
        var lines = text.lines().limit(4).map(line -> line.replaceFirst("^[\\s*_•-]+", ""));
        return Stream.concat(
                Stream.of(Titles.withoutHeld(bare), named.find() ? text.substring(named.end()) : ""), lines);
    }
}
