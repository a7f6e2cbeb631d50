package id.laporpustaka.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.Regions;
import id.laporpustaka.summary.Coverage;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.GroupKey;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.Summaries;
import id.laporpustaka.summary.Summary;
import id.laporpustaka.summary.SummaryQuery;
import id.laporpustaka.summary.Totals;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Summaries for programs: `GET /api/v1/summary`. The field names are a promise and never change.
final class SummaryApi {
    static final String PATH = "/api/v1/summary";

    /// @param region the code that was asked for; absent for all that the asker may see
    /// @param previous the same for the period just before, equally long
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Answer(
            String from,
            String to,
            @Nullable String region,
            @JsonProperty("group_by") String groupBy,
            Figures totals,
            Previous previous,
            List<Group> groups,
            Coverage coverage) {}

    private record Previous(String from, String to, Figures totals) {}

    /// @param key a month such as `2025-08`, a form's id, a choice's code, a region's code or a library's id;
    ///     empty for reports that do not say
    /// @param previous absent for months
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Group(
            String key,
            String label,
            Figures totals,
            @Nullable Figures previous) {}

    /// What the reports add up to.
    ///
    /// @param disabled null for so few people that they could be known by it
    private record Figures(
            long reports,
            long sessions,
            long male,
            long female,
            long participants,
            @Nullable Long disabled,
            long amount,
            long photos,
            long libraries) {
        static Figures of(Totals totals) {
            var disabled = totals.disabledShown();
            return new Figures(
                    totals.reports(),
                    totals.sessions(),
                    totals.male(),
                    totals.female(),
                    totals.participants(),
                    disabled.isPresent() ? (Long) disabled.getAsLong() : null,
                    totals.amount(),
                    totals.photos(),
                    totals.libraries());
        }
    }

    private final WebSettings settings;
    private final WebParts parts;
    private final Pages pages;

    SummaryApi(WebSettings settings, WebParts parts, Pages pages) {
        this.settings = settings;
        this.parts = parts;
        this.pages = pages;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, PATH, Access.COORDINATOR, this::summarise);
    }

    private void summarise(Context context, Visitor visitor) {
        var today = LocalDate.ofInstant(parts.clock().instant(), settings.zone());
        var parameters =
                SummaryParameters.read(context, new Regions(parts.database().context()), today);
        var problems = new ArrayList<>(parameters.problems());
        problems.addAll(SummaryParameters.unknownNames(context));
        if (!problems.isEmpty()) {
            throw RequestProblem.badParameters(problems);
        }
        parameters.region().ifPresent(visitor::mustSee);
        var query = SummaryQuery.of(parameters.period(), visitor.scope()).by(parameters.groupBy());
        var narrowed =
                parameters.region().map(Region::code).map(query::inRegion).orElse(query);
        var summary = new Summaries(parts.database().context()).summarise(narrowed);
        context.json(answer(summary, pages.frame(context).words()));
    }

    private Answer answer(Summary summary, Words words) {
        var query = summary.query();
        var before = query.period().before();
        var labels = new FormLabels(parts.forms().get());
        var groups = summary.rows().stream()
                .map(row -> new Group(
                        keyOf(row.key()),
                        labels.of(query.groupBy(), row.key(), words),
                        Figures.of(row.totals()),
                        query.groupBy() == GroupBy.MONTH ? null : Figures.of(row.before())))
                .toList();
        return new Answer(
                query.from().toString(),
                query.to().toString(),
                query.regionCode().orElse(null),
                SummaryParameters.nameOf(query.groupBy()),
                Figures.of(summary.totals()),
                previous(before, summary.before()),
                groups,
                summary.coverage());
    }

    private static Previous previous(Period period, Totals totals) {
        return new Previous(period.from().toString(), period.to().toString(), Figures.of(totals));
    }

    private static String keyOf(GroupKey key) {
        return switch (key) {
            case GroupKey.OfMonth(var month) -> month.toString();
            case GroupKey.OfForm(var formId) -> formId;
            case GroupKey.OfChoice(var code) -> code;
            case GroupKey.OfRegion(var region) -> region.code();
            case GroupKey.OfLibrary(var library) -> Long.toString(library.id());
        };
    }
}
