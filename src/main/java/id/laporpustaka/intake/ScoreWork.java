package id.laporpustaka.intake;

import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.ScoreAnswer;
import id.laporpustaka.conversation.ScoreQuestion.Focus;
import id.laporpustaka.conversation.ScoreQuestion.Group;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.Regions;
import id.laporpustaka.summary.score.Colour;
import id.laporpustaka.summary.score.Figures;
import id.laporpustaka.summary.score.Frozen;
import id.laporpustaka.summary.score.LibraryFigures;
import id.laporpustaka.summary.score.Rulebook;
import id.laporpustaka.summary.score.Score;
import id.laporpustaka.summary.score.ScoreRules;
import id.laporpustaka.summary.score.Scores;
import id.laporpustaka.summary.score.Snapshots;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/// Answers what somebody asks about scores, within what they may see at this moment.
final class ScoreWork {
    private static final String COUNTRY = "Indonesia";
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final DSLContext db;
    private final Job.Score asked;
    private final Optional<Actor> actor;
    private final Scope scope;

    ScoreWork(DSLContext db, Job.Score asked, Optional<Actor> actor) {
        this.db = db;
        this.asked = asked;
        this.actor = actor;
        this.scope =
                actor.map(it -> Permissions.scopeFor(it, Action.SEE_SUMMARY)).orElseGet(Scope::nothing);
    }

    /// The figures of some libraries, and the rules by which they are judged.
    private record Judged(ScoreRules rules, Optional<LocalDate> frozenOn, List<One> libraries) {
        ScoreAnswer.Note note() {
            return new ScoreAnswer.Note(
                    rules.label(), frozenOn.map(LocalDate::toString).orElse(""));
        }
    }

    private record One(LibraryFigures library, Score score) {
        boolean isSilent(LocalDate today) {
            return library.isSilent(today);
        }
    }

    ScoreAnswer answer() {
        return switch (asked.question().focus()) {
            case Focus.Best() -> best();
            case Focus.OfLibrary(var id) -> library(id);
            case Focus.OfPlace(var code, var page) -> place(code, page);
            case Focus.Listed(var code, var group, var page) -> listed(code, group, page);
            case Focus.Rules(var library) -> rules(library);
        };
    }

    private ScoreAnswer best() {
        if (coordinates()) {
            return place("", 0);
        }
        return own().findFirst()
                .map(reporting -> library(reporting.libraryId()))
                .orElseGet(ScoreAnswer.Nothing::new);
    }

    private boolean coordinates() {
        return actor.filter(it -> !it.duties().isEmpty()).isPresent();
    }

    private Stream<Reporting> own() {
        return actor.stream().flatMap(it -> it.reportsFor().stream()).filter(Reporting::accepted);
    }

    private Judged judge(Scope within, Optional<String> code) {
        var period = asked.question().period();
        var frozen = period.isYear() && period.year() < asked.today().getYear()
                ? new Snapshots(db).find(within, code, period.year())
                : Optional.<Frozen>empty();
        var rules = frozen.map(it -> it.version().rules())
                .orElseGet(() -> new Rulebook(db).inForce(period.year()).rules());
        var figures = frozen.map(it -> it.libraries())
                .orElseGet(() -> new Scores(db).list(within, code, rules, period, asked.today()));
        return new Judged(
                rules,
                frozen.map(it -> LocalDate.ofInstant(it.at(), ZONE)),
                figures.stream()
                        .map(library -> new One(library, Score.of(rules, library.figures())))
                        .toList());
    }

    private ScoreAnswer library(long id) {
        var region =
                new Libraries(db).findById(id).map(library -> library.region().code());
        if (region.isEmpty() || !scope.includes(id, region.get())) {
            return new ScoreAnswer.Nothing();
        }
        var judged = judge(Scope.ofLibrary(id), Optional.empty());
        if (judged.libraries().isEmpty()) {
            return new ScoreAnswer.Nothing();
        }
        var one = judged.libraries().getFirst();
        var figures = one.library().figures();
        return new ScoreAnswer.OfLibrary(
                new ScoreAnswer.Known(id, one.library().name()),
                one.score().points(),
                one.score().colour(),
                lines(judged.rules(), figures, one.score()),
                isOver() ? noHint() : hint(judged.rules(), figures, one.score()),
                figures.months(),
                judged.note(),
                own().filter(reporting -> reporting.libraryId() != id)
                        .map(reporting -> new ScoreAnswer.Known(reporting.libraryId(), reporting.libraryName()))
                        .toList(),
                coordinates() ? "" : "-");
    }

    private static List<ScoreAnswer.Line> lines(ScoreRules rules, Figures figures, Score score) {
        return score.parts().stream()
                .map(part -> new ScoreAnswer.Line(
                        part.indicator(),
                        part.achieved(),
                        part.target(),
                        part.points(),
                        rules.goal(figures.type(), part.indicator()).weight().movePointRight(2)))
                .toList();
    }

    private boolean isOver() {
        return asked.question().period().to().isBefore(asked.today());
    }

    private static ScoreAnswer.Hint noHint() {
        return new ScoreAnswer.Hint(Colour.GREEN, BigDecimal.ZERO, List.of(), BigDecimal.ZERO);
    }

    private static ScoreAnswer.Hint hint(ScoreRules rules, Figures figures, Score score) {
        return score.findGap(rules, figures)
                .map(gap -> new ScoreAnswer.Hint(
                        gap.colour(),
                        gap.colour() == Colour.GREEN ? rules.green() : rules.yellow(),
                        gap.missing().stream()
                                .map(part -> new ScoreAnswer.Missing(part.indicator(), part.missing()))
                                .toList(),
                        gap.points()))
                .orElseGet(ScoreWork::noHint);
    }

    private ScoreAnswer place(String code, int page) {
        if (!coordinates() || !mayLookAt(code)) {
            return new ScoreAnswer.Nothing();
        }
        var judged = judge(scope, region(code));
        var parts = parts(code, judged.libraries());
        var pages = pages(parts.size());
        var shown = Math.min(page, Math.max(pages - 1, 0));
        var isNow = asked.question().period().isYear()
                && asked.question().period().year() == asked.today().getYear();
        return new ScoreAnswer.OfPlace(
                title(code),
                code,
                counts(judged.libraries()),
                isNow
                        ? (int) judged.libraries().stream()
                                .filter(one -> one.isSilent(asked.today()))
                                .count()
                        : -1,
                (int) judged.libraries().stream()
                        .filter(one -> !one.library().joined())
                        .count(),
                parts.stream()
                        .skip((long) shown * ScoreAnswer.ROWS)
                        .limit(ScoreAnswer.ROWS)
                        .toList(),
                shown,
                pages,
                judged.note(),
                code.isEmpty()
                        ? own().map(reporting -> new ScoreAnswer.Known(reporting.libraryId(), reporting.libraryName()))
                                .toList()
                        : List.of());
    }

    /// A part of where the person may look; what lies around it is not shown, as it would only be theirs in part.
    private boolean mayLookAt(String code) {
        return code.isEmpty() || scope.includes(code);
    }

    private static Optional<String> region(String code) {
        return Optional.of(code).filter(it -> !it.isEmpty());
    }

    private String title(String code) {
        if (!code.isEmpty()) {
            return new Regions(db).findByCode(code).map(Region::title).orElse(code);
        }
        if (scope instanceof Scope.Everything) {
            return COUNTRY;
        }
        var regions = actor.stream()
                .flatMap(it -> it.duties().stream())
                .flatMap(duty -> duty.region().stream())
                .map(Region::title)
                .distinct()
                .collect(Collectors.joining(", "));
        return regions.isEmpty() ? own().map(Reporting::libraryName).collect(Collectors.joining(", ")) : regions;
    }

    private static ScoreAnswer.Counts counts(List<One> libraries) {
        var counts = libraries.stream()
                .collect(Collectors.groupingBy(one -> one.score().colour(), Collectors.counting()));
        return new ScoreAnswer.Counts(
                count(counts, Colour.GREEN),
                count(counts, Colour.YELLOW),
                count(counts, Colour.RED),
                count(counts, Colour.GREY));
    }

    private static int count(Map<Colour, Long> counts, Colour colour) {
        return counts.getOrDefault(colour, 0L).intValue();
    }

    /// The regions of the next level, down to districts; those of a district are its libraries.
    private List<ScoreAnswer.Part> parts(String code, List<One> libraries) {
        var level = below(code);
        if (level.isEmpty()) {
            return List.of();
        }
        var length = level.get().codeLength();
        var byCode = libraries.stream()
                .filter(one -> one.library().regionCode().length() >= length)
                .collect(Collectors.groupingBy(
                        one -> one.library().regionCode().substring(0, length), TreeMap::new, Collectors.toList()));
        if (byCode.size() < 2 && !code.isEmpty()) {
            return List.of();
        }
        var names = new Regions(db).findAll(byCode.keySet());
        return byCode.entrySet().stream()
                .map(entry -> new ScoreAnswer.Part(
                        entry.getKey(),
                        Optional.ofNullable(names.get(entry.getKey()))
                                .map(Region::title)
                                .orElse(entry.getKey()),
                        counts(entry.getValue())))
                .toList();
    }

    private Optional<RegionLevel> below(String code) {
        var length = code.isEmpty() ? widest() : code.length();
        if (length == 0) {
            return Optional.of(RegionLevel.PROVINCE);
        }
        if (length == RegionLevel.PROVINCE.codeLength()) {
            return Optional.of(RegionLevel.REGENCY);
        }
        return length == RegionLevel.REGENCY.codeLength() ? Optional.of(RegionLevel.DISTRICT) : Optional.empty();
    }

    /// The length of the code of the largest region that the person coordinates; 0 for the whole country.
    private int widest() {
        return switch (scope) {
            case Scope.Everything() -> 0;
            case Scope.Parts(var codes, var _) ->
                codes.stream().mapToInt(String::length).min().orElse(RegionLevel.VILLAGE.codeLength());
        };
    }

    private ScoreAnswer listed(String code, Group group, int page) {
        if (!coordinates() || !mayLookAt(code)) {
            return new ScoreAnswer.Nothing();
        }
        var judged = judge(scope, region(code));
        var found = judged.libraries().stream()
                .filter(one -> belongs(one, group))
                .sorted(order(group))
                .toList();
        var pages = pages(found.size());
        var shown = Math.min(page, Math.max(pages - 1, 0));
        return new ScoreAnswer.Listed(
                title(code),
                code,
                group,
                found.stream()
                        .skip((long) shown * ScoreAnswer.ROWS)
                        .limit(ScoreAnswer.ROWS)
                        .map(one -> new ScoreAnswer.Row(
                                one.library().libraryId(),
                                one.library().name(),
                                one.score().points(),
                                one.score().colour(),
                                one.library()
                                        .lastReport()
                                        .map(LocalDate::toString)
                                        .orElse("")))
                        .toList(),
                shown,
                pages,
                found.size(),
                judged.note());
    }

    private boolean belongs(One one, Group group) {
        return switch (group) {
            case GREEN -> one.score().colour() == Colour.GREEN;
            case YELLOW -> one.score().colour() == Colour.YELLOW;
            case RED -> one.score().colour() == Colour.RED;
            case GREY -> one.score().colour() == Colour.GREY;
            case SILENT -> one.isSilent(asked.today());
            case NEVER -> !one.library().joined();
            case ALL -> true;
        };
    }

    /// The best first; of the silent those who have been for longest.
    private static Comparator<One> order(Group group) {
        var byName = Comparator.comparing((One one) -> one.library().name())
                .thenComparingLong(one -> one.library().libraryId());
        return group == Group.SILENT
                ? Comparator.comparing((One one) -> one.library().lastReport().orElse(LocalDate.MIN))
                        .thenComparing(byName)
                : Comparator.comparing((One one) -> one.score().points())
                        .reversed()
                        .thenComparing(byName);
    }

    private static int pages(int rows) {
        return (rows + ScoreAnswer.ROWS - 1) / ScoreAnswer.ROWS;
    }

    private ScoreAnswer rules(long library) {
        var found = new Libraries(db)
                .findById(library)
                .filter(it -> scope.includes(it.id(), it.region().code()));
        var type = found.map(it -> it.type()).orElse(LibraryType.DESA);
        var judged = judge(Scope.nothing(), Optional.empty());
        var rules = judged.rules();
        return new ScoreAnswer.Rules(
                type,
                found.map(it -> it.id()).orElse(0L),
                rules.countings().stream()
                        .map(counting -> {
                            var goal = rules.goal(type, counting.indicator());
                            return new ScoreAnswer.Rule(
                                    counting.indicator(),
                                    goal.target(),
                                    counting.months(),
                                    goal.weight(),
                                    counting.needsPhoto(),
                                    counting.limited());
                        })
                        .toList(),
                rules.green(),
                rules.yellow(),
                rules.mostADay(),
                rules.mostSessions(),
                judged.note());
    }
}
