package id.laporpustaka.web;

import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.Regions;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.Summaries;
import id.laporpustaka.summary.SummaryQuery;
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

    private final WebSettings settings;
    private final WebParts parts;
    private final Pages pages;

    SummaryPage(WebSettings settings, WebParts parts, Pages pages) {
        this.settings = settings;
        this.parts = parts;
        this.pages = pages;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, PATH, Access.COORDINATOR, this::show);
    }

    private void show(Context context, Visitor visitor) {
        var today = LocalDate.ofInstant(parts.clock().instant(), settings.zone());
        var regions = new Regions(parts.database().context());
        var parameters = SummaryParameters.read(context, regions, today);
        parameters.region().ifPresent(visitor::mustSee);
        var place = parameters.region().or(() -> onlyRegionOf(visitor.scope(), regions));
        var frame = pages.frame(context);
        var view = new SummaryViews(frame, new FormLabels(parts.forms().get()), visitor, today)
                .view(parameters, findings(parameters.period(), visitor.scope(), place, regions));
        context.status(parameters.problems().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        pages.show(context, "summary.jte", Map.of("frame", frame, "view", view));
    }

    private SummaryFindings findings(Period period, Scope scope, Optional<Region> place, Regions regions) {
        var all = SummaryQuery.of(period, scope);
        var query = place.map(Region::code).map(all::inRegion).orElse(all);
        var lastMonth = YearMonth.from(period.to());
        var months = new Period(lastMonth.minusMonths(MONTHS - 1).atDay(1), lastMonth.atEndOfMonth());
        var summaries = new Summaries(parts.database().context());
        return new SummaryFindings(
                place,
                place.map(region -> regions.listPath(region.code())).orElse(List.of()),
                summaries.summarise(query.by(partsOf(scope, place))),
                summaries.summarise(query.during(months).by(GroupBy.MONTH)).rows(),
                summaries.summarise(query.by(GroupBy.TYPE)).rows(),
                summaries.summarise(query.by(GroupBy.TOPIC)).rows(),
                summaries.silentLibraries(query, SILENT_LIBRARIES, 0));
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
