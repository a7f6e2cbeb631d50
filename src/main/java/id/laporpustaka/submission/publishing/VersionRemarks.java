package id.laporpustaka.submission.publishing;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.xlsform.FormProblem;
import id.laporpustaka.form.xlsform.Sheets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an author should know before a version is published, though nothing forbids it.
final class VersionRemarks {
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})*");
    private static final int MOST_NAMES = 8;

    private final Form form;
    private final Sheets sheets;

    VersionRemarks(Form form, Sheets sheets) {
        this.form = form;
        this.sheets = sheets;
    }

    /// Questions without a text in a language that others have.
    List<FormProblem> ofTexts() {
        var languages = EnumSet.noneOf(Language.class);
        shown().forEach(question -> languages.addAll(question.label().texts().keySet()));
        var remarks = new ArrayList<FormProblem>();
        shown().forEach(question -> {
            var missing = EnumSet.copyOf(languages);
            missing.removeAll(question.label().texts().keySet());
            missing.forEach(language -> remarks.add(untranslated(question, language)));
        });
        return remarks;
    }

    private Stream<Question> shown() {
        return form.questions().stream()
                .filter(question ->
                        question.type().isShown() && !question.label().isEmpty());
    }

    private FormProblem untranslated(Question question, Language language) {
        return new FormProblem(
                VersionRules.SURVEY,
                VersionRules.rowOf(sheets, question),
                "label::" + language.code(),
                LocalizedText.of(
                        "\"" + question.name() + "\" belum punya teks dalam bahasa ini, jadi ditanyakan dalam bahasa"
                                + " lain. Apakah selnya kosong, atau digabung?",
                        "\"" + question.name() + "\" has no text in this language, so it is asked in another one. Is"
                                + " the cell empty, or merged?"));
    }

    /// What goes with the version that is published now.
    List<FormProblem> comparedWith(Form present) {
        var remarks = new ArrayList<FormProblem>();
        var names = names(form);
        var removed =
                names(present).stream().filter(name -> !names.contains(name)).toList();
        if (!removed.isEmpty()) {
            remarks.add(whole(
                    VersionRules.SURVEY,
                    removed.size() + " pertanyaan dari versi " + present.version() + " tidak ada lagi: "
                            + listed(removed) + ".",
                    "Questions of version " + present.version() + " that are gone: " + removed.size() + ": "
                            + listed(removed) + "."));
        }
        var indicators = indicators(form);
        var lost = indicators(present).stream()
                .filter(indicator -> !indicators.contains(indicator))
                .toList();
        if (!lost.isEmpty()) {
            remarks.add(whole(
                    VersionRules.SURVEY,
                    "Ringkasan tidak lagi menerima: " + listed(lost) + ". Isi kolom indicator kalau pertanyaannya masih"
                            + " ada.",
                    "Summaries no longer get: " + listed(lost) + ". Fill in the column indicator if the question is"
                            + " still there."));
        }
        if (isOlder(form.version(), present.version())) {
            remarks.add(whole(
                    VersionRules.SETTINGS,
                    "Versi " + form.version() + " tampaknya lebih lama daripada yang terbit sekarang, "
                            + present.version() + ".",
                    "Version " + form.version() + " seems to be older than the one that is published now, "
                            + present.version() + "."));
        }
        return remarks;
    }

    private static FormProblem whole(String sheet, String indonesian, String english) {
        return new FormProblem(sheet, 0, "", LocalizedText.of(indonesian, english));
    }

    private static String listed(List<String> names) {
        return names.stream().limit(MOST_NAMES).collect(joining(", ")) + (names.size() > MOST_NAMES ? ", …" : "");
    }

    private static Set<String> names(Form of) {
        return of.questions().stream()
                .filter(question -> question.type().isShown())
                .map(Question::name)
                .collect(toCollection(LinkedHashSet::new));
    }

    private static Set<String> indicators(Form of) {
        return of.questions().stream()
                .flatMap(question -> question.indicator().stream())
                .collect(toCollection(LinkedHashSet::new));
    }

    /// As numbers: `2026.10` is newer than `2026.9`. Versions of another kind are never older.
    private static boolean isOlder(String version, String than) {
        if (!NUMBERED.matcher(version).matches() || !NUMBERED.matcher(than).matches()) {
            return false;
        }
        return Arrays.compare(numbers(version), numbers(than)) < 0;
    }

    private static int[] numbers(String version) {
        return Stream.of(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
