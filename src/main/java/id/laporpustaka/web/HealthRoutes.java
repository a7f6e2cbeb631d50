package id.laporpustaka.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Tells the machinery around the process whether it lives and whether it should get work.
final class HealthRoutes {
    private final Readiness readiness;

    HealthRoutes(Readiness readiness) {
        this.readiness = readiness;
    }

    void addTo(GuardedRoutes routes) {
        routes.open(HandlerType.GET, "/healthz", context -> context.result("ok"));
        routes.open(HandlerType.GET, "/readyz", this::ready);
    }

    private void ready(Context context) {
        var failing = readiness.failing();
        context.status(failing.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .json(new Answer(
                        failing.isEmpty(),
                        failing.stream().map(Readiness.Failing::check).toList(),
                        failing.stream().map(Reason::of).toList(),
                        readiness.notes()));
    }

    private record Answer(boolean ready, List<String> failing, List<Reason> reasons, List<Readiness.Note> notes) {}

    /// @param since in ISO 8601, UTC
    private record Reason(String check, String reason, String since) {
        static Reason of(Readiness.Failing failing) {
            return new Reason(
                    failing.check(),
                    failing.reason(),
                    failing.since().truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }
}
