package id.laporpustaka.submission.publishing;

import static java.util.stream.Collectors.toMap;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.xlsform.FormProblem;
import id.laporpustaka.form.xlsform.Sheets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What reports of all versions together rely on: the name of a question keeps its type for ever, and the code
/// of a choice keeps its meaning. So a code may be retired, and its label may be worded better, but it never
/// comes to stand for another answer.
final class VersionRules {
    static final String SURVEY = "survey";
    private static final String CHOICES = "choices";
    static final String SETTINGS = "settings";

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,19}");

    /// Earlier versions, the oldest first.
    private final List<Form> earlier;

    VersionRules(List<Form> earlier) {
        this.earlier = List.copyOf(earlier);
    }

    /// A version is part of file names and addresses, and people say it to each other.
    static FormProblem unusableVersion(Form form, Sheets sheets) {
        return new FormProblem(
                SETTINGS,
                rowOf(sheets, SETTINGS, _ -> true),
                "version",
                LocalizedText.of(
                        "Versi \"" + form.version() + "\" tidak bisa dipakai. Pakai huruf, angka, titik, garis bawah,"
                                + " atau tanda hubung; paling panjang 20. Contoh: 2026.1.",
                        "The version \"" + form.version() + "\" can't be used. Use letters, digits, dots,"
                                + " underscores or hyphens; at most 20. For example: 2026.1."));
    }

    static boolean isUsable(String version) {
        return VERSION.matcher(version).matches();
    }

    static FormProblem versionTaken(Form form, Sheets sheets) {
        return new FormProblem(
                SETTINGS,
                rowOf(sheets, SETTINGS, _ -> true),
                "version",
                LocalizedText.of(
                        "Versi \"" + form.version() + "\" formulir ini sudah diterbitkan dengan isi lain. Tulis versi"
                                + " baru, misalnya " + next(form.version()) + ".",
                        "Version \"" + form.version() + "\" of this form is published already with other content."
                                + " Write a new version, for example " + next(form.version()) + "."));
    }

    List<FormProblem> problems(Form form, Sheets sheets) {
        var problems = new ArrayList<FormProblem>();
        for (var question : form.questions()) {
            findLast(question.name()).ifPresent(last -> {
                if (last.question().type() != question.type()) {
                    problems.add(typeChanged(question, last, sheets));
                } else if (question.type().isSelect()) {
                    problems.addAll(reusedCodes(question, sheets));
                }
            });
        }
        return problems;
    }

    private record Last(Form form, Question question) {}

    private Optional<Last> findLast(String name) {
        return earlier.reversed().stream()
                .flatMap(form -> form.findQuestion(name).map(question -> new Last(form, question)).stream())
                .findFirst();
    }

    private static FormProblem typeChanged(Question question, Last last, Sheets sheets) {
        var before = typeName(last.question());
        var now = typeName(question);
        return new FormProblem(
                SURVEY,
                rowOf(sheets, question),
                "type",
                LocalizedText.of(
                        "Pertanyaan \"" + question.name() + "\" berjenis " + before + " di versi "
                                + last.form().version() + " dan sekarang " + now + ". Kembalikan jenisnya, atau pakai"
                                + " nama lain untuk pertanyaan yang baru.",
                        "The question \"" + question.name() + "\" has the type " + before + " in version "
                                + last.form().version() + " and now " + now + ". Give it its type back, or use another"
                                + " name for the new question."));
    }

    private List<FormProblem> reusedCodes(Question question, Sheets sheets) {
        var problems = new ArrayList<FormProblem>();
        var known = meanings(question.name());
        for (var choice : question.choices()) {
            var meant = known.get(choice.code());
            if (meant == null) {
                continue;
            }
            var label = plain(choice.label());
            var other = known.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(choice.code()))
                    .filter(entry -> plain(entry.getValue().label()).equals(label))
                    .findFirst();
            if (!plain(meant.label()).equals(label) && (meant.retired() || other.isPresent())) {
                problems.add(reused(question, choice, meant, sheets));
            }
        }
        return problems;
    }

    /// What a code stood for when it was last there.
    private record Meaning(LocalizedText label, String version, boolean retired) {}

    private Map<String, Meaning> meanings(String name) {
        var known = new LinkedHashMap<String, Meaning>();
        for (var form : earlier) {
            form.findQuestion(name).ifPresent(question -> {
                var present = question.choices().stream().collect(toMap(Choice::code, Choice::label, (a, _) -> a));
                known.replaceAll((code, meaning) ->
                        present.containsKey(code) ? meaning : new Meaning(meaning.label(), meaning.version(), true));
                present.forEach((code, label) -> known.put(code, new Meaning(label, form.version(), false)));
            });
        }
        return known;
    }

    private static FormProblem reused(Question question, Choice choice, Meaning meant, Sheets sheets) {
        return new FormProblem(
                CHOICES,
                rowOf(sheets, CHOICES, row -> isRowOf(choice, row)),
                "name",
                LocalizedText.of(
                        "Kode \"" + choice.code() + "\" pada pertanyaan \"" + question.name() + "\" berarti \""
                                + indonesian(meant.label()) + "\" di versi " + meant.version() + ", jadi tidak bisa"
                                + " dipakai untuk \"" + indonesian(choice.label()) + "\". Pakai kode baru.",
                        "The code \"" + choice.code() + "\" of the question \"" + question.name() + "\" means \""
                                + english(meant.label()) + "\" in version " + meant.version() + ", so it can't be used"
                                + " for \"" + english(choice.label()) + "\". Use a new code."));
    }

    static int rowOf(Sheets sheets, Question question) {
        return rowOf(sheets, SURVEY, row -> has(row, "name", question.name()));
    }

    private static int rowOf(Sheets sheets, String sheet, Predicate<Sheets.Row> wanted) {
        return sheets.find(sheet).stream()
                .flatMap(found -> found.rows().stream())
                .filter(wanted)
                .mapToInt(Sheets.Row::number)
                .findFirst()
                .orElse(0);
    }

    /// Several lists may have the code; the label tells them apart.
    private static boolean isRowOf(Choice choice, Sheets.Row row) {
        return has(row, "name", choice.code()) && row.cells().containsValue(indonesian(choice.label()));
    }

    private static boolean has(Sheets.Row row, String column, String cell) {
        return row.find(column).filter(cell::equals).isPresent();
    }

    /// `2026.1` is followed by `2026.2`.
    private static String next(String version) {
        var digits = version.length();
        while (digits > 0 && Character.isDigit(version.charAt(digits - 1)) && version.length() - digits < 9) {
            digits--;
        }
        return digits == version.length()
                ? version + ".1"
                : version.substring(0, digits) + (Long.parseLong(version.substring(digits)) + 1);
    }

    private static String typeName(Question question) {
        return question.type().name().toLowerCase(Locale.ROOT);
    }

    private static String plain(LocalizedText label) {
        return indonesian(label).toLowerCase(Locale.ROOT).strip();
    }

    private static String indonesian(LocalizedText text) {
        return text.in(Language.INDONESIAN);
    }

    private static String english(LocalizedText text) {
        return text.in(Language.ENGLISH);
    }
}
