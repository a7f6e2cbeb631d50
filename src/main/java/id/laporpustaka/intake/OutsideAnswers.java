package id.laporpustaka.intake;

import id.laporpustaka.conversation.Lookup;
import id.laporpustaka.form.ExternalCell;
import id.laporpustaka.form.ExternalTable;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.Library;
import id.laporpustaka.submission.History;
import id.laporpustaka.submission.SentReport;
import id.laporpustaka.submission.Submissions;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/// Answers what the rules of forms want to know of libraries and their reports, with one query for each kind.
final class OutsideAnswers {
    private static final int MOST_REPORTS = 10;
    private static final int LONGEST_TITLE = 40;

    private final DSLContext db;
    private final Map<History.Kind, Set<History.Asked>> asked = new EnumMap<>(History.Kind.class);
    private final Map<History.Kind, Map<History.Asked, String>> found = new EnumMap<>(History.Kind.class);
    private final Set<Long> wantedLibraries = new HashSet<>();
    private final Set<Long> wantedReports = new HashSet<>();
    private Map<Long, Library> libraries = Map.of();
    private Map<Long, List<SentReport>> reports = Map.of();

    OutsideAnswers(DSLContext db) {
        this.db = db;
    }

    void want(Lookup.OutsideCell wanted) {
        findKind(wanted.cell())
                .ifPresent(kind ->
                        asked.computeIfAbsent(kind, _ -> new HashSet<>()).add(question(wanted)));
    }

    void want(Lookup.OutsideRows wanted) {
        switch (wanted.table()) {
            case LIBRARIES -> wantedLibraries.addAll(wanted.libraryIds());
            case MY_REPORTS -> wantedReports.addAll(wanted.libraryIds());
            case HISTORY -> {}
        }
    }

    /// Asks the database for everything that is wanted.
    void ask() {
        asked.forEach((kind, questions) -> found.put(kind, new History(db).find(kind, questions)));
        if (!wantedLibraries.isEmpty()) {
            libraries = new Libraries(db).findAll(wantedLibraries);
        }
        if (!wantedReports.isEmpty()) {
            reports = new Submissions(db).listNewest(wantedReports, MOST_REPORTS);
        }
    }

    String cell(Lookup.OutsideCell wanted) {
        return findKind(wanted.cell())
                .map(kind -> found.getOrDefault(kind, Map.of()).getOrDefault(question(wanted), ""))
                .orElse("");
    }

    List<Map<String, String>> rows(Lookup.OutsideRows wanted) {
        return switch (wanted.table()) {
            case LIBRARIES ->
                wanted.libraryIds().stream()
                        .sorted()
                        .map(libraries::get)
                        .filter(Objects::nonNull)
                        .map(OutsideAnswers::row)
                        .toList();
            case MY_REPORTS ->
                wanted.libraryIds().stream()
                        .flatMap(library -> reports.getOrDefault(library, List.of()).stream())
                        .map(OutsideAnswers::row)
                        .toList();
            case HISTORY -> List.of();
        };
    }

    private static History.Asked question(Lookup.OutsideCell wanted) {
        return new History.Asked(
                wanted.libraryId(), wanted.draftId(), wanted.cell().value());
    }

    private static Optional<History.Kind> findKind(ExternalCell cell) {
        if (cell.table() != ExternalTable.HISTORY) {
            return Optional.empty();
        }
        return switch (cell.column() + " by " + cell.key()) {
            case "number by month" -> Optional.of(History.Kind.NUMBER_BY_MONTH);
            case "number by link" -> Optional.of(History.Kind.NUMBER_BY_LINK);
            case "number by photo" -> Optional.of(History.Kind.NUMBER_BY_PHOTO);
            case "count by day" -> Optional.of(History.Kind.COUNT_BY_DAY);
            case "mean by visits" -> Optional.of(History.Kind.MEAN_OF_PEOPLE);
            default -> Optional.empty();
        };
    }

    private static Map<String, String> row(Library library) {
        return Map.of(
                "name", Long.toString(library.id()),
                "label", library.name(),
                "type", library.type().name(),
                "scheme", library.scheme().name());
    }

    private static Map<String, String> row(SentReport report) {
        var title = report.title().orElse("");
        var day = report.dateStart();
        var date = day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
        return Map.of(
                "name",
                report.number(),
                "label",
                (title.isEmpty() ? report.number() : shorten(title)) + " · " + date,
                "form_id",
                report.formId(),
                "date",
                day.toString(),
                "title",
                title);
    }

    private static String shorten(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1))
                                .strip() + "…";
    }
}
