package id.laporpustaka.web;

import id.laporpustaka.summary.GroupBy;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The page that documents the API; problems point into it with their `type`.
final class ApiHelp {
    static final String PATH = "/bantuan/api";

    private final Pages pages;

    ApiHelp(Pages pages) {
        this.pages = pages;
    }

    void addTo(GuardedRoutes routes) {
        routes.open(HandlerType.GET, PATH, this::show);
    }

    private void show(Context context) {
        var problems = List.of(RequestProblem.Kind.values());
        var groupings =
                Stream.of(GroupBy.values()).map(SummaryParameters::nameOf).toList();
        pages.show(
                context,
                "api_help.jte",
                Map.of(
                        "frame",
                        pages.frame(context),
                        "problems",
                        problems,
                        "groupings",
                        groupings,
                        "filters",
                        SummaryFilters.NAMES));
    }
}
