package id.laporpustaka.conversation;

import id.laporpustaka.conversation.SummaryAsk.By;
import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.submission.Status;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.Periods;
import id.laporpustaka.summary.SummaryFilter;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads what a summary is asked for, in Indonesian or English: `kab purworejo tahun ini per topik`, `pelibatan bulan
/// lalu`, `hanya terverifikasi sejak Maret`. Takes breakdown, status, period, forms and their choices out of the words;
/// what remains names a place. Guesses nothing: what is said twice is unknown.
final class SummaryReader {
    private static final int LONGEST_SPAN = 8;
    private static final int LONGEST_NAME = 6;
    private static final Set<String> BY = Set.of("per", "menurut", "berdasarkan", "by", "each");
    private static final Set<String> PLACE_MARKS = Set.of(
            "desa",
            "ds",
            "ds.",
            "kel",
            "kel.",
            "kelurahan",
            "kec",
            "kec.",
            "kecamatan",
            "kab",
            "kab.",
            "kabupaten",
            "kota",
            "prov",
            "prov.",
            "provinsi",
            "perpus",
            "perpustakaan",
            "nagari",
            "distrik",
            "village",
            "district",
            "regency",
            "province",
            "library",
            "tbm");

    /// Words that say nothing here.
    private static final Set<String> FILLERS = Set.of(
            "di",
            "untuk",
            "utk",
            "pada",
            "dari",
            "se",
            "yang",
            "yg",
            "hanya",
            "saja",
            "aja",
            "dan",
            "dengan",
            "dgn",
            "ringkasan",
            "rekap",
            "rekapan",
            "laporan",
            "data",
            "tolong",
            "mohon",
            "minta",
            "lihat",
            "tampilkan",
            "tunjukkan",
            "wilayah",
            "summary",
            "report",
            "reports",
            "of",
            "in",
            "for",
            "the",
            "only",
            "and",
            "show",
            "me",
            "please",
            "at",
            "from",
            "with",
            "rincian",
            "rinci");

    private static final Map<String, By> BREAKDOWNS = Map.ofEntries(
            Map.entry("bulan", By.MONTH),
            Map.entry("bln", By.MONTH),
            Map.entry("month", By.MONTH),
            Map.entry("jenis", By.TYPE),
            Map.entry("jenis laporan", By.TYPE),
            Map.entry("strategi", By.TYPE),
            Map.entry("formulir", By.TYPE),
            Map.entry("type", By.TYPE),
            Map.entry("form", By.TYPE),
            Map.entry("kind", By.TYPE),
            Map.entry("topik", By.TOPIC),
            Map.entry("bidang", By.TOPIC),
            Map.entry("tema", By.TOPIC),
            Map.entry("topic", By.TOPIC),
            Map.entry("bentuk", By.ACTIVITY_FORM),
            Map.entry("bentuk kegiatan", By.ACTIVITY_FORM),
            Map.entry("kegiatan", By.ACTIVITY_FORM),
            Map.entry("form of activity", By.ACTIVITY_FORM),
            Map.entry("activity", By.ACTIVITY_FORM),
            Map.entry("usia", By.AGE_GROUP),
            Map.entry("umur", By.AGE_GROUP),
            Map.entry("kelompok usia", By.AGE_GROUP),
            Map.entry("kelompok umur", By.AGE_GROUP),
            Map.entry("age", By.AGE_GROUP),
            Map.entry("age group", By.AGE_GROUP),
            Map.entry("mitra", By.PARTNER),
            Map.entry("partner", By.PARTNER),
            Map.entry("dana", By.FUND),
            Map.entry("sumber dana", By.FUND),
            Map.entry("pendanaan", By.FUND),
            Map.entry("fund", By.FUND),
            Map.entry("funding", By.FUND),
            Map.entry("status", By.STATUS),
            Map.entry("wilayah", By.PARTS),
            Map.entry("daerah", By.PARTS),
            Map.entry("region", By.PARTS),
            Map.entry("area", By.PARTS),
            Map.entry("provinsi", By.PROVINCE),
            Map.entry("prov", By.PROVINCE),
            Map.entry("province", By.PROVINCE),
            Map.entry("kabupaten", By.REGENCY),
            Map.entry("kab", By.REGENCY),
            Map.entry("kab/kota", By.REGENCY),
            Map.entry("kabupaten/kota", By.REGENCY),
            Map.entry("kabkota", By.REGENCY),
            Map.entry("kota", By.REGENCY),
            Map.entry("regency", By.REGENCY),
            Map.entry("kecamatan", By.DISTRICT),
            Map.entry("kec", By.DISTRICT),
            Map.entry("district", By.DISTRICT),
            Map.entry("desa", By.VILLAGE),
            Map.entry("kelurahan", By.VILLAGE),
            Map.entry("desa/kelurahan", By.VILLAGE),
            Map.entry("village", By.VILLAGE),
            Map.entry("perpustakaan", By.LIBRARY),
            Map.entry("perpus", By.LIBRARY),
            Map.entry("library", By.LIBRARY),
            Map.entry("pelapor", By.REPORTER),
            Map.entry("orang", By.REPORTER),
            Map.entry("reporter", By.REPORTER));

    private static final Map<String, By> SINGLE_BREAKDOWNS =
            Map.of("bulanan", By.MONTH, "monthly", By.MONTH, "perbulan", By.MONTH, "perjenis", By.TYPE);

    private static final Map<String, Status> STATUSES = Map.ofEntries(
            Map.entry("terverifikasi", Status.VERIFIED),
            Map.entry("sudah diverifikasi", Status.VERIFIED),
            Map.entry("diverifikasi", Status.VERIFIED),
            Map.entry("verified", Status.VERIFIED),
            Map.entry("belum diverifikasi", Status.SENT),
            Map.entry("belum terverifikasi", Status.SENT),
            Map.entry("belum ditinjau", Status.SENT),
            Map.entry("unverified", Status.SENT),
            Map.entry("not verified", Status.SENT),
            Map.entry("not yet verified", Status.SENT),
            Map.entry("perlu perbaikan", Status.NEEDS_CORRECTION),
            Map.entry("perlu diperbaiki", Status.NEEDS_CORRECTION),
            Map.entry("needs correction", Status.NEEDS_CORRECTION),
            Map.entry("need correction", Status.NEEDS_CORRECTION));

    /// What may stand before the name of a choice, by the indicator of its question.
    private static final Map<String, String> CHOICE_MARKS = Map.ofEntries(
            Map.entry("topik", "topic"),
            Map.entry("bidang", "topic"),
            Map.entry("tema", "topic"),
            Map.entry("topic", "topic"),
            Map.entry("bentuk", "activity_form"),
            Map.entry("kegiatan", "activity_form"),
            Map.entry("activity", "activity_form"),
            Map.entry("usia", "age_group"),
            Map.entry("umur", "age_group"),
            Map.entry("age", "age_group"),
            Map.entry("mitra", "partner"),
            Map.entry("partner", "partner"),
            Map.entry("dana", "fund"),
            Map.entry("fund", "fund"));

    /// The indicators whose choices need no mark before them.
    private static final List<String> UNMARKED = List.of("topic", "activity_form", "age_group");

    private final List<Form> forms;
    private final LocalDate today;
    private final List<String> words;
    private final List<String> unknown = new ArrayList<>();
    private Optional<Period> period = Optional.empty();
    private Optional<By> by = Optional.empty();
    private SummaryFilter filter = SummaryFilter.none();

    private SummaryReader(String text, List<Form> forms, LocalDate today) {
        this.forms = forms;
        this.today = today;
        this.words = new ArrayList<>(Stream.of(plain(text).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    static SummaryReading read(String text, List<Form> forms, LocalDate today) {
        var reader = new SummaryReader(text, forms, today);
        reader.takeBreakdown();
        reader.takeStatus();
        reader.takePeriod();
        reader.takeForm();
        reader.takeChoices();
        return reader.rest();
    }

    private void takeBreakdown() {
        for (var place = 0; place < words.size(); place++) {
            var single = Optional.ofNullable(SINGLE_BREAKDOWNS.get(words.get(place)));
            if (single.isPresent()) {
                breakDown(single.get(), take(place, place + 1));
                place--;
            } else if (BY.contains(words.get(place))) {
                var from = place;
                var end = Stream.of(3, 2, 1)
                        .map(count -> from + 1 + count)
                        .filter(to -> to <= words.size() && BREAKDOWNS.containsKey(span(from + 1, to)))
                        .findFirst();
                if (end.isPresent()) {
                    var found = BREAKDOWNS.getOrDefault(span(from + 1, end.get()), By.TYPE);
                    breakDown(found, take(from, end.get()));
                } else {
                    unknown.add(take(from, Math.min(words.size(), from + 2)));
                }
                place--;
            }
        }
    }

    private void breakDown(By found, String said) {
        if (by.isPresent() && !by.get().equals(found)) {
            unknown.add(said);
        } else {
            by = Optional.of(found);
        }
    }

    private void takeStatus() {
        each(3, (from, to) -> Optional.ofNullable(STATUSES.get(span(from, to))), (status, said) -> {
            if (filter.status().isPresent() && !filter.status().get().equals(status)) {
                unknown.add(said);
            } else {
                filter = filter.withStatus(status);
            }
        });
    }

    /// The longest words that are one; another one is unknown.
    private void takePeriod() {
        each(LONGEST_SPAN, this::findPeriod, (found, said) -> {
            if (period.isPresent()) {
                unknown.add(said);
            } else {
                period = Optional.of(found);
            }
        });
    }

    private Optional<Period> findPeriod(int from, int to) {
        if ((from > 0 && PLACE_MARKS.contains(words.get(from - 1))) || FILLERS.contains(words.get(to - 1))) {
            return Optional.empty();
        }
        var said = span(from, to);
        var year = today.getYear();
        return Periods.find(said, today).or(() -> {
            var withYear = said.replaceFirst(" (tahun|thn|th) (ini|berjalan)$| this year$", " " + year)
                    .replaceFirst(" (tahun|thn|th) (lalu|kemarin)$| last year$", " " + (year - 1));
            return withYear.equals(said) ? Optional.empty() : Periods.find(withYear, today);
        });
    }

    private void takeForm() {
        each(
                LONGEST_NAME,
                (from, to) -> isAfterPlaceMark(from) ? Optional.empty() : findForm(span(from, to)),
                (id, said) -> {
                    if (filter.formId().isPresent() && !filter.formId().get().equals(id)) {
                        unknown.add(said);
                    } else {
                        filter = filter.withForm(id);
                    }
                });
    }

    /// By its id, its title, or the first word of that if no other form begins so.
    private Optional<String> findForm(String said) {
        var whole = forms.stream()
                .filter(form -> form.id().toLowerCase(Locale.ROOT).equals(said)
                        || titles(form).anyMatch(title -> title.equals(said)))
                .findFirst();
        if (whole.isPresent()) {
            return whole.map(Form::id);
        }
        var beginning = forms.stream()
                .filter(form -> said.length() >= 5 && titles(form).anyMatch(title -> title.startsWith(said + " ")))
                .toList();
        return beginning.size() == 1 ? Optional.of(beginning.getFirst().id()) : Optional.empty();
    }

    private static Stream<String> titles(Form form) {
        return Stream.of(Language.values()).map(language -> plain(form.title().in(language)));
    }

    private void takeChoices() {
        CHOICE_MARKS.forEach((mark, indicator) -> {
            for (var place = words.indexOf(mark); place >= 0; place = words.indexOf(mark)) {
                var from = place;
                var end = Stream.iterate(
                                Math.min(words.size(), from + 1 + LONGEST_NAME), to -> to > from + 1, to -> to - 1)
                        .filter(to -> findChoice(indicator, span(from + 1, to)).isPresent())
                        .findFirst();
                if (end.isPresent()) {
                    var code = findChoice(indicator, span(from + 1, end.get())).orElseThrow();
                    choose(indicator, code, take(from, end.get()));
                } else {
                    unknown.add(take(from, Math.min(words.size(), from + 2)));
                }
            }
        });
        for (var indicator : UNMARKED) {
            each(
                    LONGEST_NAME,
                    (from, to) -> isAfterPlaceMark(from) ? Optional.empty() : findChoice(indicator, span(from, to)),
                    (code, said) -> {
                        choose(indicator, code, said);
                    });
        }
    }

    private boolean isAfterPlaceMark(int from) {
        return from > 0 && PLACE_MARKS.contains(words.get(from - 1));
    }

    private void choose(String indicator, String code, String said) {
        var before = switch (indicator) {
            case "topic" -> filter.topic();
            case "activity_form" -> filter.activityForm();
            case "age_group" -> filter.ageGroup();
            case "partner" -> filter.partner();
            default -> filter.fund();
        };
        if (before.isPresent() && !before.get().equals(code)) {
            unknown.add(said);
            return;
        }
        filter = switch (indicator) {
            case "topic" -> filter.withTopic(code);
            case "activity_form" -> filter.withActivityForm(code);
            case "age_group" -> filter.withAgeGroup(code);
            case "partner" -> filter.withPartner(code);
            default -> filter.withFund(code);
        };
    }

    /// By its label, or by a part of it that no other choice has.
    private Optional<String> findChoice(String indicator, String said) {
        var choices = forms.stream()
                .flatMap(form -> form.questions().stream())
                .filter(question ->
                        question.indicator().filter(indicator::equals).isPresent())
                .flatMap(question -> question.choices().stream())
                .toList();
        var whole = choices.stream()
                .filter(choice -> names(choice).anyMatch(name -> name.equals(said)))
                .map(Choice::code)
                .distinct()
                .toList();
        if (whole.size() == 1) {
            return Optional.of(whole.getFirst());
        }
        var part = choices.stream()
                .filter(choice -> parts(choice).anyMatch(name -> name.equals(said)))
                .map(Choice::code)
                .distinct()
                .toList();
        return part.size() == 1 && whole.isEmpty() && said.length() >= 3
                ? Optional.of(part.getFirst())
                : Optional.empty();
    }

    private static Stream<String> names(Choice choice) {
        return Stream.concat(
                Stream.of(Language.values())
                        .map(language -> plain(choice.label().in(language))),
                choice.synonyms().stream().map(SummaryReader::plain));
    }

    private static Stream<String> parts(Choice choice) {
        return Stream.of(Language.values())
                .map(language -> choice.label().in(language).replaceAll("\\([^()]*\\)", " "))
                .flatMap(label -> Stream.of(label.split("[/,;]| dan | and | & ", -1)))
                .map(SummaryReader::plain)
                .filter(name -> !name.isEmpty() && !name.startsWith("lain") && !name.startsWith("other"));
    }

    private interface Taker<T> {
        void take(T found, String said);
    }

    private interface Finder<T> {
        Optional<T> find(int from, int to);
    }

    /// Takes out what is found, the longest first.
    private <T> void each(int longest, Finder<T> finder, Taker<T> taker) {
        for (var count = Math.min(longest, words.size()); count > 0; count--) {
            for (var from = 0; from + count <= words.size(); from++) {
                var found = finder.find(from, from + count);
                if (found.isPresent()) {
                    taker.take(found.get(), take(from, from + count));
                    from--;
                }
            }
        }
    }

    private String span(int from, int to) {
        return String.join(" ", words.subList(from, to));
    }

    private String take(int from, int to) {
        var said = span(from, to);
        words.subList(from, to).clear();
        return said;
    }

    private SummaryReading rest() {
        var place = words.stream().filter(word -> !FILLERS.contains(word)).toList();
        var named = PLACE_MARKS.containsAll(place) ? "" : String.join(" ", place);
        if (named.isEmpty()) {
            unknown.addAll(place);
        }
        return new SummaryReading(period, by, filter, named, unknown);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\u2010-\u2015]", "-")
                .replaceAll("[,;:!?\"'()]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
