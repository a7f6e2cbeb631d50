package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.expression.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Checks the headers of the sheets: a misspelt one is a problem, one that only other tools use is a remark.
final class Headers {
    private static final int MOST_CHECKS = 3;
    private static final Set<String> CHECKS = Stream.of("constraint", "warning")
            .flatMap(column -> numbered(column).stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> MESSAGES =
            CHECKS.stream().map(column -> column + "_message").collect(Collectors.toUnmodifiableSet());
    private static final Set<String> WITH_LANGUAGES =
            union(Set.of("label", "hint", "required_message", "form_title"), MESSAGES);
    private static final Set<String> SURVEY = union(
            union(
                    Set.of(
                            "type",
                            "name",
                            "label",
                            "hint",
                            "required",
                            "required_message",
                            "relevant",
                            "calculation",
                            "default",
                            "read_only",
                            "repeat_count",
                            "disabled",
                            "choice_filter",
                            "appearance",
                            "parameters",
                            "indicator",
                            "detail",
                            "max_files"),
                    CHECKS),
            MESSAGES);
    private static final Set<String> SETTINGS =
            Set.of("form_id", "version", "form_title", "default_language", "instance_name", "allow_choice_duplicates");

    private Headers() {}

    /// A rule and those that may stand beside it: `warning`, `warning_2`, `warning_3`.
    static List<String> numbered(String column) {
        return IntStream.rangeClosed(1, MOST_CHECKS)
                .mapToObj(number -> number == 1 ? column : column + "_" + number)
                .toList();
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    static void check(Sheets sheets, Problems problems) {
        var names = new HashSet<String>();
        for (var sheet : sheets.sheets()) {
            if (!names.add(sheet.name())) {
                problems.add(
                        sheet.name(),
                        sheet.headerRow(),
                        "",
                        "Lembar \"" + sheet.name() + "\" ada dua kali. Gabungkan menjadi satu.",
                        "The sheet \"" + sheet.name() + "\" is there twice. Make them one.");
            }
            switch (sheet.name()) {
                case Survey.SHEET -> check(sheet, SURVEY, problems);
                case FormSettings.SHEET -> check(sheet, SETTINGS, problems);
                case ChoiceLists.SHEET -> checkTwice(sheet, problems);
                default -> {}
            }
        }
    }

    private static void check(Sheets.Sheet sheet, Set<String> known, Problems problems) {
        checkTwice(sheet, problems);
        for (var header : sheet.headers()) {
            var canonical = Sheets.canonical(header);
            var colons = canonical.indexOf("::");
            var name = colons < 0 ? canonical : canonical.substring(0, colons);
            var meant = known.contains(name) ? Optional.<String>empty() : Suggestion.find(name, known);
            if (meant.isPresent()) {
                problems.add(
                        sheet.name(),
                        sheet.headerRow(),
                        header,
                        "Kolom \"" + header + "\" tidak dikenal. Mungkin maksudnya " + meant.get() + "?",
                        "The column \"" + header + "\" is not known. Perhaps " + meant.get() + " was meant?");
            } else if (!known.contains(name) || (colons >= 0 && !isLanguage(name, canonical.substring(colons + 2)))) {
                problems.remark(
                        sheet.name(),
                        sheet.headerRow(),
                        header,
                        "Kolom \"" + header + "\" tidak dipakai.",
                        "The column \"" + header + "\" is not used.");
            }
        }
    }

    /// Whether a text of that column may be there in several languages.
    static boolean hasLanguages(String column) {
        return WITH_LANGUAGES.contains(column);
    }

    private static boolean isLanguage(String name, String language) {
        return WITH_LANGUAGES.contains(name) && Texts.findLanguage(language).isPresent();
    }

    private static void checkTwice(Sheets.Sheet sheet, Problems problems) {
        var seen = new HashSet<String>();
        for (var header : sheet.headers()) {
            if (!seen.add(Sheets.canonical(header))) {
                problems.add(
                        sheet.name(),
                        sheet.headerRow(),
                        header,
                        "Kolom \"" + header + "\" ada dua kali. Hapus salah satunya.",
                        "The column \"" + header + "\" is there twice. Remove one of them.");
            }
        }
    }
}
