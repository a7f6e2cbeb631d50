package id.laporpustaka.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.laporpustaka.people.ApiRight;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.Regions;
import id.laporpustaka.submission.Status;
import id.laporpustaka.summary.Coverage;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.GroupKey;
import id.laporpustaka.summary.Summaries;
import id.laporpustaka.summary.Summary;
import id.laporpustaka.summary.SummaryQuery;
import id.laporpustaka.summary.Totals;
import id.laporpustaka.web.openapi.Operation;
import id.laporpustaka.web.openapi.Parameter;
import id.laporpustaka.web.openapi.Parameter.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Summaries for programs: `GET /api/v1/summary`. The field names are a promise and never change.
final class SummaryApi {
    private static final String PATH = ApiRoutes.BASE + "/summary";

    /// @param region the code that was asked for; absent for all that the asker may see
    /// @param previous the same for the period just before, equally long
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SummaryAnswer(
            String from,
            String to,
            @Nullable String region,
            String groupBy,
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
    /// @param measured absent if nothing is measured
    /// @param libraries how many sent the reports; absent where it is not counted
    private record Figures(
            long reports,
            long sessions,
            long male,
            long female,
            long participants,
            @Nullable Long disabled,
            long amount,
            long photos,
            long visits,
            long regulations,
            long stories,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BigDecimal measured,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer libraries) {
        static Figures of(Totals totals, SummaryQuery query, OptionalInt libraries) {
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
                    totals.visits(),
                    totals.regulations(),
                    totals.stories(),
                    query.measuredQuestion().isPresent() ? totals.measured() : null,
                    libraries.isPresent() ? (Integer) libraries.getAsInt() : null);
        }
    }

    private final Desk desk;

    SummaryApi(Desk desk) {
        this.desk = desk;
    }

    List<Endpoint> endpoints() {
        return List.of(new Endpoint(
                new Operation(
                        "summary",
                        PATH,
                        ApiRight.SUMMARY.stored(),
                        parameters(),
                        SummaryAnswer.class,
                        Optional.of("groups"),
                        List.of(
                                new Operation.Example(
                                        "districts", PATH + "?from=2025-08-01&to=2025-08-31&group_by=district"),
                                new Operation.Example(
                                        "months", PATH + "?from=2025-06-01&to=2025-08-31&group_by=month&form=PM"))),
                ApiRight.SUMMARY,
                request -> desk.read(
                        request.context(),
                        request.visitor().actor(),
                        from -> new SummaryApi(from).summarise(request))));
    }

    private static List<Parameter> parameters() {
        return Stream.of(
                        Stream.of(
                                Parameter.query(SummaryParameters.FROM, new Kind.Day(), "2025-08-01"),
                                Parameter.query(SummaryParameters.TO, new Kind.Day(), "2025-08-31"),
                                ApiParameters.REGION,
                                Parameter.query(
                                        SummaryParameters.GROUP_BY,
                                        new Kind.OneOf(Stream.of(GroupBy.values())
                                                .map(SummaryParameters::nameOf)
                                                .toList()),
                                        "district")),
                        SummaryFilters.NAMES.stream().map(SummaryApi::filter),
                        Stream.of(ApiParameters.FORMAT, ApiParameters.LANGUAGE))
                .flatMap(some -> some)
                .toList();
    }

    private static Parameter filter(String name) {
        return Parameter.query(
                name,
                name.equals("status")
                        ? new Kind.OneOf(
                                Status.counted().stream().map(Status::stored).toList())
                        : new Kind.Text(),
                "");
    }

    private Endpoint.Answer summarise(ApiRequest request) {
        var today = LocalDate.ofInstant(desk.now(), desk.settings().zone());
        var parameters = SummaryParameters.read(request.context(), new Regions(desk.db()), today);
        var filters =
                SummaryFilters.read(request.context(), desk.parts().forms().get(), parameters.groupBy());
        parameters.problems().forEach(request::problem);
        filters.problems().forEach(request::problem);
        request.check();
        var visitor = request.visitor();
        parameters.region().ifPresent(visitor::mustSee);
        var query = filters.narrow(SummaryQuery.of(parameters.period(), visitor.scope()), parameters.groupBy());
        var narrowed =
                parameters.region().map(Region::code).map(query::inRegion).orElse(query);
        return Endpoint.Answer.of(answer(new Summaries(desk.db()).summarise(narrowed), request.words()));
    }

    private SummaryAnswer answer(Summary summary, Words words) {
        var query = summary.query();
        var before = query.period().before();
        var labels = new FormLabels(desk.parts().forms().get());
        var groups = summary.rows().stream()
                .map(row -> new Group(
                        keyOf(row.key()),
                        label(labels, query, row.key(), words),
                        Figures.of(row.totals(), query, row.libraries()),
                        query.groupBy() == GroupBy.MONTH ? null : Figures.of(row.before(), query, OptionalInt.empty())))
                .toList();
        return new SummaryAnswer(
                query.from().toString(),
                query.to().toString(),
                query.regionCode().orElse(null),
                SummaryParameters.nameOf(query.groupBy()),
                Figures.of(summary.totals(), query, OptionalInt.of(summary.libraries())),
                new Previous(
                        before.from().toString(),
                        before.to().toString(),
                        Figures.of(summary.before(), query, OptionalInt.empty())),
                groups,
                summary.coverage());
    }

    private static String label(FormLabels labels, SummaryQuery query, GroupKey key, Words words) {
        return query.groupBy() == GroupBy.QUESTION && key instanceof GroupKey.OfChoice(var code) && !code.isEmpty()
                ? labels.answer(
                        query.formId().orElseThrow(), query.groupedQuestion().orElseThrow(), code, words.language())
                : labels.of(query.groupBy(), key, words);
    }

    private static String keyOf(GroupKey key) {
        return switch (key) {
            case GroupKey.OfMonth(var month) -> month.toString();
            case GroupKey.OfForm(var formId) -> formId;
            case GroupKey.OfStatus(var status) -> status.stored();
            case GroupKey.OfChoice(var code) -> code;
            case GroupKey.Others() -> "others";
            case GroupKey.OfRegion(var region) -> region.code();
            case GroupKey.OfLibrary(var library) -> Long.toString(library.id());
            case GroupKey.OfReporter(var personId, var _) -> Long.toString(personId);
        };
    }
}
