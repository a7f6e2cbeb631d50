package id.laporpustaka.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;

/// Tells the machinery around the process whether it lives and whether it should get work.
final class HealthRoutes {
    private final List<Check> checks;

    HealthRoutes(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    void addTo(GuardedRoutes routes) {
        routes.open(HandlerType.GET, "/healthz", context -> context.result("ok"));
        routes.open(HandlerType.GET, "/readyz", this::ready);
    }

    private void ready(Context context) {
        var failing = checks.stream().filter(Check::fails).map(Check::name).toList();
        context.status(failing.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .json(new Readiness(failing.isEmpty(), failing));
    }

    private record Readiness(boolean ready, List<String> failing) {}
}
