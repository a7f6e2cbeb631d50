package id.laporpustaka.web;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import id.laporpustaka.place.FoundRegion;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionChange;
import id.laporpustaka.place.RegionChange.Added;
import id.laporpustaka.place.RegionChange.Ended;
import id.laporpustaka.place.RegionChange.Ending;
import id.laporpustaka.place.RegionChange.Named;
import id.laporpustaka.place.RegionChange.Recoded;
import id.laporpustaka.place.RegionChange.Renamed;
import id.laporpustaka.place.RegionChange.Respelled;
import id.laporpustaka.place.RegionChangeSet;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.RegionUpdate.Kind;
import id.laporpustaka.place.RegionUpdate.Problem;
import id.laporpustaka.place.RegionUse;
import id.laporpustaka.place.RegionVersion;
import id.laporpustaka.place.Regions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words what changes from one version of the region data to another.
final class RegionPreviews {
    private static final int SHOWN = 100;

    private final Frame frame;
    private final RegionChangeSet changes;
    private final RegionVersion after;
    private final RegionUse use;
    private final Map<String, Region> before;

    RegionPreviews(Desk desk, Frame frame, RegionChangeSet changes, RegionVersion after) {
        this.frame = frame;
        this.changes = changes;
        this.after = after;
        this.use = RegionUse.read(desk.db());
        this.before = new Regions(desk.db())
                .findAll(changes.changes().stream()
                        .flatMap(RegionPreviews::region)
                        .flatMap(RegionPreviews::around)
                        .distinct()
                        .toList());
    }

    private static Stream<Region> region(RegionChange change) {
        return switch (change) {
            case Respelled it -> Stream.of(it.region());
            case Renamed it -> Stream.of(it.region());
            case Recoded it -> Stream.of(it.region());
            case Ended it -> Stream.of(it.region());
            case Added _ -> Stream.of();
        };
    }

    /// The codes of what a region lies in, the smallest first.
    private static Stream<String> around(Region region) {
        return Stream.of(RegionLevel.DISTRICT, RegionLevel.REGENCY, RegionLevel.PROVINCE)
                .filter(level -> level.codeLength() < region.code().length())
                .map(level -> region.code().substring(0, level.codeLength()));
    }

    /// @param address of this preview
    /// @param problems why it could not be applied
    RegionPreviewView view(String address, RegionDecisions decisions, List<Problem> problems, String dayProblem) {
        var byRegion = problems.stream().collect(Collectors.groupingBy(Problem::regionId));
        var unclear = changes.listUnclear();
        return new RegionPreviewView(
                changes.from(),
                changes.to(),
                frame.link(address),
                frame.link(RegionRoutes.PATH),
                problem(problems, dayProblem),
                listNotes(problems, unclear),
                decisions.day(),
                dayProblem,
                counts(),
                unclear.stream()
                        .map(it -> unclear(
                                it, decisions, byRegion.getOrDefault(it.region().id(), List.of())))
                        .toList(),
                sections());
    }

    private String problem(List<Problem> problems, String dayProblem) {
        if (problems.stream().anyMatch(it -> it.kind() == Kind.STALE)) {
            return frame.text("regions.stale", changes.from());
        }
        return problems.isEmpty() && dayProblem.isEmpty() ? "" : frame.text("regions.refused");
    }

    /// About regions that are not asked about, where the problem would stand otherwise.
    private List<String> listNotes(List<Problem> problems, List<Ended> unclear) {
        var asked = unclear.stream().map(it -> it.region().id()).collect(Collectors.toSet());
        var regions = new HashMap<Long, Region>();
        changes.changes().stream().flatMap(RegionPreviews::region).forEach(it -> regions.put(it.id(), it));
        return problems.stream()
                .filter(it -> it.kind() != Kind.STALE && !asked.contains(it.regionId()))
                .limit(SHOWN)
                .map(it -> Optional.ofNullable(regions.get(it.regionId()))
                                .map(this::title)
                                .orElseGet(() -> Long.toString(it.regionId()))
                        + ": " + word(it))
                .toList();
    }

    private String word(Problem problem) {
        return frame.text("regions.problem." + problem.kind().name().toLowerCase(Locale.ROOT));
    }

    private List<LibraryListView.Count> counts() {
        return Stream.of(
                        count("regions.respelled", list(Respelled.class)),
                        count("regions.renamed", list(Renamed.class)),
                        count("regions.recoded", list(Recoded.class)),
                        count("regions.added", list(Added.class)),
                        count("regions.ended", list(Ended.class)))
                .toList();
    }

    private LibraryListView.Count count(String key, List<?> changed) {
        return new LibraryListView.Count(frame.text(key), frame.words().number(changed.size()));
    }

    private <T extends RegionChange> List<T> list(Class<T> kind) {
        return changes.list(kind);
    }

    // ---------------------------------------------------------------- what a person decides

    private RegionPreviewView.Unclear unclear(Ended ended, RegionDecisions decisions, List<Problem> problems) {
        var chosen = decisions.choice(ended);
        var options = new ArrayList<RegionPreviewView.Option>();
        ended.suggestions()
                .forEach(it ->
                        options.add(new RegionPreviewView.Option(it.code(), title(it), chosen.equals(it.code()))));
        options.add(new RegionPreviewView.Option(
                RegionDecisions.NOTHING,
                frame.text("regions.unclear.nothing"),
                chosen.equals(RegionDecisions.NOTHING)));
        return new RegionPreviewView.Unclear(
                ended.region().id(),
                title(ended.region()) + " · " + ended.region().code(),
                concerns(ended.region()),
                options,
                decisions.code(ended),
                problems.stream().map(this::word).collect(Collectors.joining(" ")));
    }

    // ---------------------------------------------------------------- what changes

    private List<RegionPreviewView.Section> sections() {
        return Stream.of(
                        section(
                                "regions.ended",
                                list(Ended.class).stream()
                                        .filter(it -> it.ending() != Ending.UNCLEAR)
                                        .toList(),
                                this::row),
                        section(
                                "regions.renamed",
                                list(Renamed.class).stream()
                                        .sorted(comparing(Renamed::unlike).reversed())
                                        .toList(),
                                this::row),
                        section(
                                "regions.recoded",
                                list(Recoded.class).stream()
                                        .sorted(comparingInt((Recoded it) -> concerned(it.region()))
                                                .thenComparing(Recoded::moved)
                                                .reversed())
                                        .toList(),
                                this::row),
                        section("regions.added", list(Added.class), this::row),
                        section("regions.respelled", list(Respelled.class), this::row))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private <T extends RegionChange> RegionPreviewView.Section section(
            String key, List<T> changed, Function<T, RegionPreviewView.Row> row) {
        return new RegionPreviewView.Section(
                frame.text(key),
                frame.words().number(changed.size()),
                frame.text(key + ".text"),
                changed.stream().limit(SHOWN).map(row).toList(),
                changed.size() > SHOWN ? frame.text("regions.more", changed.size() - SHOWN) : "");
    }

    private RegionPreviewView.Row row(Respelled it) {
        return new RegionPreviewView.Row(title(it.region()), Typed.harmless(it.name()), "", false);
    }

    private RegionPreviewView.Row row(Renamed it) {
        return new RegionPreviewView.Row(
                title(it.region()),
                Typed.harmless(it.name()),
                it.unlike() ? frame.text("regions.unlike") : "",
                it.unlike());
    }

    private RegionPreviewView.Row row(Recoded it) {
        var moved = it.moved() ? frame.text("regions.moved") : "";
        return new RegionPreviewView.Row(
                title(it.region()) + " · " + it.region().code(),
                title(it.to()) + " · " + it.to().code(),
                joined(moved, concerns(it.region())),
                false);
    }

    private RegionPreviewView.Row row(Added it) {
        return new RegionPreviewView.Row(
                "", title(it.region()) + " · " + it.region().code(), "", false);
    }

    private RegionPreviewView.Row row(Ended it) {
        return new RegionPreviewView.Row(
                title(it.region()) + " · " + it.region().code(),
                it.successors().stream().map(this::title).collect(Collectors.joining("; ")),
                joined(
                        frame.text("regions.ending." + it.ending().name().toLowerCase(Locale.ROOT)),
                        concerns(it.region())),
                false);
    }

    private static String joined(String... notes) {
        return Stream.of(notes).filter(it -> !it.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String concerns(Region region) {
        return concerned(region) == 0
                ? ""
                : frame.text("regions.concerns", use.libraries(region), use.coordinators(region));
    }

    private int concerned(Region region) {
        return use.libraries(region) + use.coordinators(region);
    }

    private String title(Region region) {
        var within = around(region)
                .flatMap(code -> Stream.ofNullable(before.get(code)))
                .toList();
        return Typed.harmless(new FoundRegion(region, within).title());
    }

    private String title(Named named) {
        return Typed.harmless(after.title(named.code()));
    }
}
