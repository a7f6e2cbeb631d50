package id.laporpustaka.web;

import id.laporpustaka.people.Action;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.relay.OpenRosaReports;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;

/// How far the reports have got that go to an OpenRosa server, for admins.
final class OpenRosaRoutes {
    static final String PATH = "/openrosa";
    private static final String AGAIN = PATH + "/ulang";
    private static final String NOTICE = "hasil";
    private static final String TRIED = "ulang";
    private static final int MOST = 100;

    /// For which there are words of their own; the others are statuses of HTTP.
    private static final Set<String> WORDS =
            Set.of("400", "401", "403", "404", "409", "413", "timeout", "no_answer", "too_large");

    private final Desk desk;

    OpenRosaRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, PATH, Access.ADMIN, this::show);
        routes.guarded(HandlerType.POST, AGAIN, Access.ADMIN, this::tryAgain);
    }

    private static void check(Visitor visitor) {
        if (!Permissions.mayDoEverywhere(visitor.actor(), Action.MANAGE_SYSTEM)) {
            throw Desk.notFound();
        }
    }

    private void show(Context context, Visitor visitor) {
        check(visitor);
        var frame = desk.frame(context);
        var reports = new OpenRosaReports(desk.db());
        var words = new WebhookWords(frame, desk);
        var setAside = reports.listSetAside(MOST).stream()
                .map(report -> new OpenRosaView.Row(
                        report.number(), report.address(), why(frame, report.problem()), words.time(report.at())))
                .toList();
        desk.show(
                context,
                "openrosa.jte",
                frame,
                new OpenRosaView(
                        Desk.typed(context, NOTICE).equals(TRIED) ? frame.text("openrosa.done.again") : "",
                        reports.list().stream()
                                .map(server -> server(frame, words, server))
                                .toList(),
                        setAside,
                        !setAside.isEmpty()));
    }

    private static OpenRosaView.Server server(Frame frame, WebhookWords words, OpenRosaReports.Standing server) {
        var state = server.failingSince()
                .map(since -> frame.text(
                        "openrosa.failing",
                        words.time(since),
                        server.problem().map(problem -> why(frame, problem)).orElse("")))
                .or(() -> server.arrivedAt().map(at -> frame.text("openrosa.arrived_at", words.time(at))))
                .orElseGet(() -> frame.text("openrosa.nothing_yet"));
        return new OpenRosaView.Server(
                server.address(),
                state,
                server.failingSince().isPresent(),
                frame.words().number(server.arrived()),
                frame.words().number(server.waiting()),
                frame.words().number(server.setAside()));
    }

    private static String why(Frame frame, String problem) {
        return WORDS.contains(problem)
                ? frame.text("openrosa.problem." + problem)
                : frame.text("openrosa.problem.status", problem);
    }

    private void tryAgain(Context context, Visitor visitor) {
        check(visitor);
        new OpenRosaReports(desk.db()).tryAgain();
        desk.goTo(context, Addresses.with(PATH, NOTICE, TRIED));
    }
}
