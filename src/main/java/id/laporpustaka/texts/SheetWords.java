package id.laporpustaka.texts;

import id.laporpustaka.people.ImportProblem;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.Scheme;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What sheets of libraries say in one language, and what is said about them; plain text, to be escaped where it
/// is shown.
public final class SheetWords {
    private static final int LONGEST_QUOTED = 60;
    private static final int MOST_CANDIDATES = 4;
    private static final int LONGEST_FILE_NAME = 60;

    private final Wording words;

    SheetWords(Wording words) {
        this.words = words;
    }

    public String nameOfSheet() {
        return words.plain(Phrase.SHEET_OF_LIBRARIES);
    }

    public String nameOfChoices() {
        return words.plain(Phrase.SHEET_OF_WORDS);
    }

    public String nameOfTemplate() {
        return words.plain(Phrase.SHEET_TEMPLATE_FILE);
    }

    /// What the sheet with remarks is called.
    ///
    /// @param sent the name of the file that was sent
    public String nameOfChecked(String sent) {
        return words.plain(Phrase.SHEET_CHECKED_FILE, bare(sent));
    }

    /// What the sheet with invitations is called.
    ///
    /// @param sent the name of the file that was sent
    public String nameOfDone(String sent) {
        return words.plain(Phrase.SHEET_DONE_FILE, bare(sent));
    }

    /// A name without its extension and without what no file system likes.
    private String bare(String sent) {
        var dot = sent.lastIndexOf('.');
        var plain = (dot > 0 ? sent.substring(0, dot) : sent)
                .replaceAll("[^\\p{L}\\p{N}._ -]", "_")
                .strip();
        var name = plain.length() <= LONGEST_FILE_NAME ? plain : plain.substring(0, LONGEST_FILE_NAME);
        return name.isBlank() ? nameOfSheet() : name;
    }

    public String example(String name) {
        return words.plain(Phrase.SHEET_EXAMPLE, name);
    }

    public String meaning() {
        return words.plain(Phrase.SHEET_MEANING);
    }

    public String type(LibraryType type) {
        return words.plain(JoinCards.phrase(type));
    }

    public String scheme(Scheme scheme) {
        return words.plain(JoinCards.phrase(scheme));
    }

    public String isNew() {
        return words.plain(Phrase.SHEET_NEW);
    }

    public String isExisting() {
        return words.plain(Phrase.SHEET_EXISTING);
    }

    public String isReady() {
        return words.plain(Phrase.SHEET_READY);
    }

    public String isSkipped() {
        return words.plain(Phrase.SHEET_SKIPPED);
    }

    /// Why a sheet without headings is refused.
    ///
    /// @param needed headings
    public String noHeadings(List<String> needed) {
        return words.plain(Phrase.SHEET_NO_HEADINGS, String.join(", ", needed));
    }

    /// Why a sheet with too few headings is refused.
    ///
    /// @param missing headings
    public String columnsMissing(List<String> missing) {
        return words.plain(Phrase.SHEET_COLUMNS_MISSING, String.join(", ", missing));
    }

    /// One of two headings.
    public String either(String one, String other) {
        return words.plain(Phrase.SHEET_PLACE_COLUMNS, one, other);
    }

    public String tooManyRows(int most) {
        return words.plain(Phrase.SHEET_TOO_MANY_ROWS, words.number(most));
    }

    public String noRows() {
        return words.plain(Phrase.SHEET_NO_ROWS);
    }

    public String tooLarge(int megabytes) {
        return words.plain(Phrase.SHEET_TOO_LARGE, words.number(megabytes));
    }

    public String gone() {
        return words.plain(Phrase.SHEET_GONE);
    }

    /// A sentence about what is wrong with a row.
    public String problem(ImportProblem problem) {
        return switch (problem) {
            case ImportProblem.UnknownRegion(var level, var text) ->
                text.isBlank()
                        ? words.plain(Phrase.SHEET_NO_REGION)
                        : level.map(of -> words.plain(Phrase.SHEET_UNKNOWN_REGION, level(of), quoted(text)))
                                .orElseGet(() -> words.plain(Phrase.SHEET_UNKNOWN_CODE, quoted(text)));
            case ImportProblem.UndottedCode(var code) -> words.plain(Phrase.SHEET_UNDOTTED_CODE, quoted(code));
            case ImportProblem.AmbiguousRegion(var candidates) ->
                candidates.isEmpty()
                        ? words.plain(Phrase.SHEET_NO_REGION)
                        : words.plain(Phrase.SHEET_AMBIGUOUS_REGION, regions(candidates));
            case ImportProblem.RegionTooLarge(var region, var wanted) ->
                words.plain(Phrase.SHEET_REGION_TOO_LARGE, region.title(), level(wanted));
            case ImportProblem.OutsideScope(var region) -> words.plain(Phrase.SHEET_OUTSIDE_SCOPE, region.title());
            case ImportProblem.NameTooShort(var text) ->
                text.isEmpty()
                        ? words.plain(Phrase.SHEET_NO_NAME)
                        : words.plain(Phrase.SHEET_NAME_TOO_SHORT, quoted(text));
            case ImportProblem.NameTooLong _ -> words.plain(Phrase.SHEET_NAME_TOO_LONG);
            case ImportProblem.UnknownType(var text) ->
                text.isEmpty()
                        ? words.plain(Phrase.SHEET_NO_TYPE, names(LibraryType.values()))
                        : words.plain(Phrase.SHEET_UNKNOWN_TYPE, quoted(text), names(LibraryType.values()));
            case ImportProblem.UnknownScheme(var text) ->
                words.plain(Phrase.SHEET_UNKNOWN_SCHEME, quoted(text), names(Scheme.values()));
            case ImportProblem.BadNpp(var text) -> words.plain(Phrase.SHEET_BAD_NPP, quoted(text));
            case ImportProblem.NppTaken(var npp, var library) ->
                words.plain(Phrase.SHEET_NPP_TAKEN, npp, quoted(library));
            case ImportProblem.BadReporters(var text) -> words.plain(Phrase.SHEET_BAD_REPORTERS, quoted(text));
            case ImportProblem.DoubleInSheet(var row) -> words.plain(Phrase.SHEET_DOUBLE, row);
            case ImportProblem.Inactive(var _, var library) -> words.plain(Phrase.SHEET_INACTIVE, quoted(library));
        };
    }

    private String level(RegionLevel level) {
        return words.word(Phrase.SHEET_LEVELS, level.number());
    }

    private static String regions(List<Region> candidates) {
        var shown = candidates.stream()
                .limit(MOST_CANDIDATES)
                .map(region -> region.title() + " (" + region.code() + ")")
                .collect(Collectors.joining(", "));
        return candidates.size() > MOST_CANDIDATES ? shown + ", …" : shown;
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return Wording.shorten(text, LONGEST_QUOTED);
    }
}
