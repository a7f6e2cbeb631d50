package id.laporpustaka.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.laporpustaka.export.feed.FedReport;
import id.laporpustaka.export.feed.PublicAnswers;
import id.laporpustaka.export.feed.ReportFeed;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.ApiRight;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.Regions;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.ReportEvents;
import id.laporpustaka.web.openapi.Operation;
import id.laporpustaka.web.openapi.Parameter;
import id.laporpustaka.web.openapi.Parameter.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reports for programs: `GET /api/v1/reports`, from where they stopped. The field names are a promise and
/// never change.
final class ReportApi {
    private static final String KIND = "reports";
    private static final String FORM = "form";

    /// @param cursor from where to go on later; that of the request, if nothing at all has changed since
    /// @param next there if more is waiting
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportPage(
            List<FedReport> reports,
            String cursor,
            @Nullable String next) {}

    private final Desk desk;

    ReportApi(Desk desk) {
        this.desk = desk;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        new Operation(
                                "reports",
                                ApiRoutes.BASE + "/reports",
                                ApiRight.REPORTS.stored(),
                                List.of(
                                        ApiParameters.AFTER,
                                        ApiParameters.LIMIT,
                                        Parameter.query(FORM, new Kind.Text(), "PM"),
                                        ApiParameters.REGION,
                                        ApiParameters.FORMAT,
                                        ApiParameters.LANGUAGE),
                                ReportPage.class,
                                Optional.of("reports"),
                                List.of(new Operation.Example(
                                        "regency", ApiRoutes.BASE + "/reports?form=PM&region=33.06&limit=2"))),
                        ApiRight.REPORTS,
                        this::list),
                new Endpoint(
                        new Operation(
                                "report",
                                ApiRoutes.BASE + "/reports/{number}",
                                ApiRight.REPORTS.stored(),
                                List.of(
                                        Parameter.path("number", new Kind.Text(), "PM-2508-0004F7-K"),
                                        ApiParameters.LANGUAGE),
                                FedReport.class,
                                Optional.empty(),
                                List.of(new Operation.Example("one", ApiRoutes.BASE + "/reports/PM-2508-0004F7-K"))),
                        ApiRight.REPORTS,
                        this::one));
    }

    /// Reading in bulk is exporting.
    private Endpoint.Answer list(ApiRequest request) {
        Desk.mustDoSomewhere(request.visitor(), Action.EXPORT);
        var scope = Desk.scope(request.visitor(), Action.EXPORT);
        var region = request.region(new Regions(desk.db()));
        var form = form(request);
        var most = request.limit(ApiParameters.USUAL);
        var after = request.after(
                KIND, mark(scope) + "\n" + region.map(Region::code).orElse("") + "\n" + form.orElse(""));
        request.check();
        region.ifPresent(request.visitor()::mustSee);
        var events = new ReportEvents(desk.db());
        events.sequence();
        var last = events.last();
        var rows = feed().list(scope, region.map(Region::code), form, after.position(), most);
        var more = rows.size() == most;
        var cursor = after.at(more ? rows.getLast().position() : Math.max(after.position(), last));
        var next = more ? Optional.of(request.next(cursor)) : Optional.<String>empty();
        var page =
                new ReportPage(rows.stream().map(ReportFeed.Row::report).toList(), cursor.written(), next.orElse(null));
        return new Endpoint.Answer(page, next, form.map(this::fields).orElse(List.of()));
    }

    /// Of what the scope is.
    static String mark(Scope scope) {
        return switch (scope) {
            case Scope.Everything() -> "*";
            case Scope.Parts(var codes, var libraries) ->
                codes + " " + libraries.stream().sorted().toList();
        };
    }

    private Optional<String> form(ApiRequest request) {
        var form = request.given(FORM);
        if (form.isPresent() && new FormVersions(desk.db()).listOf(form.get()).isEmpty()) {
            request.problem(RequestProblem.Parameter.oneOf(
                    FORM,
                    form.get(),
                    desk.parts().forms().get().stream().map(it -> it.id()).toList()));
        }
        return form;
    }

    /// The questions of all versions, in the order of the newest.
    private List<String> fields(String form) {
        return new FormVersions(desk.db())
                .listOf(form).reversed().stream()
                        .flatMap(source -> desk.parts().catalogue().find(form, source.version()).stream())
                        .flatMap(version -> Stream.concat(
                                version.questions().stream()
                                        .filter(question ->
                                                version.findRepeatOf(question).isEmpty())
                                        .filter(PublicAnswers::isShown)
                                        .map(question -> question.name()),
                                version.repeats().stream().map(repeat -> repeat.name())))
                        .distinct()
                        .map(name -> "answers." + name)
                        .toList();
    }

    private Endpoint.Answer one(ApiRequest request) {
        request.check();
        return feed().find(
                        Desk.scope(request.visitor(), Action.SEE_REPORTS),
                        request.context().pathParam("number"))
                .map(Endpoint.Answer::of)
                .orElseThrow(Desk::notFound);
    }

    private ReportFeed feed() {
        return new ReportFeed(desk.db(), desk.parts().catalogue());
    }
}
