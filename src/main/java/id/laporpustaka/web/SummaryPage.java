package id.laporpustaka.web;

import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.Regions;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.Summaries;
import id.laporpustaka.summary.SummaryQuery;
import id.laporpustaka.summary.SummaryRow;
import id.laporpustaka.summary.score.Colour;
import id.laporpustaka.summary.score.Standings;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The first page: what was reported in a period, in a region or in all that the person coordinates. Its whole
/// state is in the address, so it can be shared and gone back to, with or without JavaScript.
final class SummaryPage {
    static final String PATH = "/";

    private static final int MONTHS = 12;
    private static final int SILENT_LIBRARIES = 100;

    private final Desk desk;

    SummaryPage(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(
                HandlerType.GET,
                PATH,
                Access.COORDINATOR,
                (context, visitor) ->
                        desk.read(context, visitor, from -> new SummaryPage(from).show(context, visitor)));
    }

    private void show(Context context, Visitor visitor) {
        var today = LocalDate.ofInstant(desk.now(), desk.settings().zone());
        var regions = new Regions(desk.db());
        var parameters = SummaryParameters.read(context, regions, today);
        parameters.region().ifPresent(visitor::mustSee);
        var place = parameters.region().or(() -> onlyRegionOf(visitor.scope(), regions));
        var asked = new SummaryAddress(
                parameters.period(),
                parameters.region(),
                Comparison.find(Desk.typed(context, SummaryAddress.COMPARISON)).orElse(Comparison.BEFORE),
                MapMeasure.of(Desk.typed(context, SummaryAddress.MEASURE)));
        var frame = desk.frame(context);
        var picker = RegionPicker.of(
                desk, context, visitor, frame, place, other -> asked.in(other).address());
        var view = new SummaryViews(frame, new FormLabels(desk.parts().forms().get()), visitor, today)
                .view(parameters, asked, picker, findings(asked, visitor.scope(), place, today));
        context.status(parameters.problems().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        desk.show(context, "summary.jte", frame, view);
    }

    private SummaryFindings findings(SummaryAddress asked, Scope scope, Optional<Region> place, LocalDate today) {
        var period = asked.period();
        var all = SummaryQuery.of(period, scope);
        var query = place.map(Region::code).map(all::inRegion).orElse(all);
        var lastMonth = YearMonth.from(period.to());
        var months = new Period(lastMonth.minusMonths(MONTHS - 1).atDay(1), lastMonth.atEndOfMonth());
        var summaries = new Summaries(desk.db());
        var parts = partsOf(scope, place);
        var standings = new Standings(desk.db());
        var judged = new Standings.Filter(today.getYear(), scope, place.map(Region::code), Optional.empty(), "");
        try (var atOnce = new AtOnce()) {
            var league = atOnce.ask(() -> league(standings, judged, levelOf(parts)));
            var rows = atOnce.ask(() -> new Breakdown(
                    summaries.months(query.during(months)),
                    summaries.rows(query.by(GroupBy.TYPE)),
                    summaries.rows(query.by(GroupBy.TOPIC)),
                    summaries.rows(query.by(GroupBy.AGE_GROUP))));
            var summary = summaries.summarise(query.by(parts));
            var coverage = summary.coverage();
            return new SummaryFindings(
                    place,
                    summary,
                    asked.comparison() == Comparison.BEFORE
                            ? summary.before()
                            : summaries.totals(query.during(asked.comparison().of(period))),
                    rows.get().months(),
                    rows.get().types(),
                    rows.get().topics(),
                    rows.get().ages(),
                    isListed(coverage.partners() - coverage.reported())
                            ? summaries.silentLibraries(query, SILENT_LIBRARIES, 0)
                            : List.of(),
                    league.get().counts(),
                    league.get().parts(),
                    league.get().run());
        }
    }

    private record Breakdown(
            List<SummaryRow> months, List<SummaryRow> types, List<SummaryRow> topics, List<SummaryRow> ages) {}

    private record League(Map<Colour, Integer> counts, List<Standings.Part> parts, Optional<Standings.Run> run) {}

    private static League league(Standings standings, Standings.Filter judged, Optional<RegionLevel> level) {
        var parts = level.map(of -> standings.countParts(judged, of));
        return new League(
                parts.map(Standings::sum).orElseGet(() -> standings.count(judged)),
                parts.orElse(List.of()),
                standings.findRun(judged.year()));
    }

    private static boolean isListed(int silentLibraries) {
        return silentLibraries > 0 && silentLibraries <= SILENT_LIBRARIES;
    }

    private static Optional<RegionLevel> levelOf(GroupBy groupBy) {
        return switch (groupBy) {
            case PROVINCE -> Optional.of(RegionLevel.PROVINCE);
            case REGENCY -> Optional.of(RegionLevel.REGENCY);
            default -> Optional.empty();
        };
    }

    /// Who coordinates one region means that one when naming none.
    private static Optional<Region> onlyRegionOf(Scope scope, Regions regions) {
        return switch (scope) {
            case Scope.Everything() -> Optional.empty();
            case Scope.Parts(var codes, var libraries) ->
                codes.size() == 1 && libraries.isEmpty() ? regions.findByCode(codes.first()) : Optional.empty();
        };
    }

    /// By what a place is broken down: a region by what lies right below it.
    private static GroupBy partsOf(Scope scope, Optional<Region> place) {
        if (place.isPresent()) {
            return below(place.get().level());
        }
        return switch (scope) {
            case Scope.Everything() -> GroupBy.PROVINCE;
            case Scope.Parts(var codes, var _) ->
                codes.stream().mapToInt(String::length).min().stream()
                        .mapToObj(SummaryPage::levelOf)
                        .findFirst()
                        .map(SummaryPage::below)
                        .orElse(GroupBy.LIBRARY);
        };
    }

    private static RegionLevel levelOf(int codeLength) {
        for (var level : RegionLevel.values()) {
            if (level.codeLength() == codeLength) {
                return level;
            }
        }
        throw new IllegalStateException("no region has a code of length " + codeLength);
    }

    private static GroupBy below(RegionLevel level) {
        return switch (level) {
            case PROVINCE -> GroupBy.REGENCY;
            case REGENCY -> GroupBy.DISTRICT;
            case DISTRICT -> GroupBy.VILLAGE;
            case VILLAGE -> GroupBy.LIBRARY;
        };
    }
}
