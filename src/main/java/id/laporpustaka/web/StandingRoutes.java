package id.laporpustaka.web;

import id.laporpustaka.people.Action;
import id.laporpustaka.people.Order;
import id.laporpustaka.people.Page;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.Regions;
import id.laporpustaka.summary.score.Colour;
import id.laporpustaka.summary.score.Standings;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/// How the libraries of a place stand in the score of a year: how many have which colour, and which.
final class StandingRoutes {
    static final String PATH = "/rapor";

    /// Names of parameters.
    static final String YEAR = "tahun";

    static final String COLOUR = "warna";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm", Locale.ROOT);

    private final Desk desk;

    StandingRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(
                HandlerType.GET,
                PATH,
                Access.COORDINATOR,
                (context, visitor) ->
                        desk.read(context, visitor, from -> new StandingRoutes(from).show(context, visitor)));
    }

    static String address(int year, Optional<String> regionCode, Optional<Colour> colour) {
        return Addresses.with(
                PATH,
                YEAR,
                Integer.toString(year),
                SummaryParameters.REGION,
                regionCode.orElse(""),
                COLOUR,
                colour.map(StandingRoutes::code).orElse(""));
    }

    private static String code(Colour colour) {
        return colour.name().toLowerCase(Locale.ROOT);
    }

    private record Row(Standings.Line line, PlaceNames places) {}

    private record Asked(int year, Optional<Region> region, Optional<Colour> colour, String typed) {
        String address() {
            return Addresses.with(StandingRoutes.address(year, region.map(Region::code), colour), Desk.SEARCH, typed);
        }

        Asked in(Optional<Region> other) {
            return new Asked(year, other, colour, typed);
        }

        Asked of(int otherYear) {
            return new Asked(otherYear, region, colour, typed);
        }

        Asked only(Optional<Colour> other) {
            return new Asked(year, region, other, typed);
        }

        Standings.Filter filter(Scope scope) {
            return new Standings.Filter(year, scope, region.map(Region::code), colour, typed);
        }
    }

    private void show(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.SEE_SUMMARY);
        var frame = desk.frame(context);
        var asked = read(context);
        asked.region().ifPresent(visitor::mustSee);
        var scope = Desk.scope(visitor, Action.SEE_SUMMARY);
        var filter = asked.filter(scope);
        var table = table(frame);
        var request = table.read(context);
        if (table.sendsFile(
                desk,
                context,
                frame,
                request,
                frame.text("standing.file", Integer.toString(asked.year())),
                (db, order, limit, offset) -> rows(db, filter, order, limit, offset))) {
            return;
        }
        var parts = level(visitor, asked.region()).map(level -> new Standings(desk.db()).countParts(filter, level));
        var counts = parts.map(Standings::sum).orElseGet(() -> new Standings(desk.db()).count(filter));
        var total = asked.colour().map(colour -> counts.getOrDefault(colour, 0)).orElseGet(() -> sum(counts));
        var rows = rows(desk.db(), filter, request.order(), Table.SIZE, request.offset());
        var here = frame.link(asked.address());
        var view = new StandingView(
                asked.region().map(Region::title).orElse(""),
                text(frame, asked, sum(counts)),
                Permissions.mayDoSomewhere(visitor.actor(), Action.MANAGE_SCORE)
                        ? frame.link(ScoreRulesRoutes.PATH)
                        : "",
                RegionPicker.of(
                        desk,
                        context,
                        visitor,
                        frame,
                        asked.region(),
                        place -> asked.in(place).address()),
                years(frame, asked),
                new Medals(frame).of(counts, asked.region().map(Region::code), asked.year()),
                chips(frame, asked, counts),
                parts(visitor, frame, asked, parts.orElse(List.of())),
                asked.typed(),
                Addresses.fields(here).stream()
                        .filter(field -> !field.name().equals(Desk.SEARCH))
                        .toList(),
                table.view(
                        frame,
                        asked.address(),
                        request,
                        new Page<>(rows, request.page(), total, Table.SIZE),
                        frame.text("libraries.count", total),
                        frame.text(asked.typed().isEmpty() ? "standing.none" : "standing.none.search")));
        desk.show(context, "standing.jte", frame, view);
    }

    private Asked read(Context context) {
        var present = LocalDate.ofInstant(desk.now(), desk.settings().zone()).getYear();
        var regions = new Regions(desk.db());
        return new Asked(
                Desk.findNumber(Desk.typed(context, YEAR))
                        .filter(year -> new Standings(desk.db()).findRun(year).isPresent())
                        .orElse(present),
                regions.findByCode(Desk.typed(context, SummaryParameters.REGION)),
                Stream.of(Colour.values())
                        .filter(colour -> code(colour).equals(Desk.typed(context, COLOUR)))
                        .findFirst(),
                Desk.typed(context, Desk.SEARCH));
    }

    private String text(Frame frame, Asked asked, int libraries) {
        return new Standings(desk.db())
                .findRun(asked.year())
                .map(run -> frame.text(
                        "standing.text",
                        libraries,
                        Integer.toString(run.year()),
                        run.rules(),
                        frame.words()
                                .date(LocalDate.ofInstant(
                                        run.at(), desk.settings().zone())),
                        TIME.format(run.at().atZone(desk.settings().zone()))))
                .orElseGet(() -> frame.text("standing.not_yet", Integer.toString(asked.year())));
    }

    private static int sum(Map<Colour, Integer> counts) {
        return counts.values().stream().mapToInt(count -> count).sum();
    }

    private List<SummaryView.Choice> years(Frame frame, Asked asked) {
        var present = LocalDate.ofInstant(desk.now(), desk.settings().zone()).getYear();
        return Stream.concat(Stream.of(present), new Standings(desk.db()).frozenYears().stream())
                .distinct()
                .map(year -> new SummaryView.Choice(
                        frame.text("summary.year", Integer.toString(year)),
                        frame.link(asked.of(year).address()),
                        year == asked.year()))
                .toList();
    }

    private static List<SummaryView.Choice> chips(Frame frame, Asked asked, Map<Colour, Integer> counts) {
        var chips = new ArrayList<SummaryView.Choice>();
        chips.add(new SummaryView.Choice(
                frame.text("libraries.filter.all"),
                frame.link(asked.only(Optional.empty()).address()),
                asked.colour().isEmpty()));
        for (var colour : Colour.values()) {
            chips.add(new SummaryView.Choice(
                    frame.text(
                            "standing.chip",
                            new Medals(frame).label(colour),
                            frame.words().number(counts.getOrDefault(colour, 0))),
                    frame.link(asked.only(Optional.of(colour)).address()),
                    asked.colour().equals(Optional.of(colour))));
        }
        return chips;
    }

    private static List<StandingView.Part> parts(
            Visitor visitor, Frame frame, Asked asked, List<Standings.Part> parts) {
        return parts.stream()
                .map(part -> new StandingView.Part(
                        part.region().title(),
                        visitor.sees(part.region())
                                ? frame.link(
                                        asked.in(Optional.of(part.region())).address())
                                : "",
                        frame.words().number(sum(part.counts())),
                        new Medals(frame)
                                .of(part.counts(), Optional.of(part.region().code()), asked.year())))
                .toList();
    }

    /// Of the regions that a place is broken down by; below a regency its libraries are listed alone.
    static Optional<RegionLevel> level(Visitor visitor, Optional<Region> place) {
        if (place.isPresent()) {
            return place.get().level() == RegionLevel.PROVINCE ? Optional.of(RegionLevel.REGENCY) : Optional.empty();
        }
        return switch (visitor.scope()) {
            case Scope.Everything() -> Optional.of(RegionLevel.PROVINCE);
            case Scope.Parts(var codes, var _) ->
                Optional.of(RegionLevel.REGENCY)
                        .filter(_ ->
                                codes.stream().anyMatch(code -> code.length() == RegionLevel.PROVINCE.codeLength()));
        };
    }

    private static List<Row> rows(DSLContext db, Standings.Filter filter, Order order, int limit, int offset) {
        var lines = new Standings(db).list(filter, order, limit, offset);
        var places =
                new PlaceNames(db, lines.stream().map(Standings.Line::region).toList());
        return lines.stream().map(line -> new Row(line, places)).toList();
    }

    private static Table<Row> table(Frame frame) {
        return new Table<>(
                "standing.column",
                List.of(
                        new Table.Column<>(
                                Standings.LIBRARY_NAME,
                                true,
                                true,
                                row -> LibraryColumns.name(
                                        frame,
                                        row.line().libraryId(),
                                        row.line().name())),
                        LibraryColumns.place(Row::places, row -> row.line().region()),
                        LibraryColumns.code(row -> row.line().region()),
                        new Table.Column<>(
                                Standings.POINTS,
                                true,
                                true,
                                row -> Cell.number(frame, row.line().points())),
                        new Table.Column<>(
                                COLOUR,
                                false,
                                true,
                                row -> Cell.mark(
                                        new Medals(frame).mark(row.line().colour()))),
                        new Table.Column<>(
                                Standings.REPORTS,
                                true,
                                true,
                                row -> Cell.number(frame, row.line().reports())),
                        LibraryColumns.last(
                                Standings.LAST, frame, row -> row.line().lastReport()),
                        new Table.Column<>(
                                "bergabung",
                                false,
                                false,
                                row -> Cell.text(
                                        frame.text(row.line().joined() ? "standing.joined" : "standing.not_joined")))),
                Order.down(Standings.POINTS));
    }
}
