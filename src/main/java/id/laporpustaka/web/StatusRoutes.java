package id.laporpustaka.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;

/// How the installation is set up, whether it is well, and how much there is.
final class StatusRoutes {
    static final String PATH = "/pengaturan";

    private static final double MEGABYTE = 1e6;

    private final Desk desk;

    StatusRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, PATH, Access.ADMIN, (context, _) -> show(context));
    }

    private void show(Context context) {
        var frame = desk.frame(context);
        var status = StatusQuery.read(desk.db());
        var view = new StatusView(
                List.of(
                        fact(frame, "status.people", status.people()),
                        fact(frame, "status.libraries", status.libraries()),
                        fact(frame, "status.reports", status.reports()),
                        fact(frame, "status.updates", status.updates()),
                        fact(frame, "status.messages", status.messages()),
                        fact(frame, "status.jobs", status.jobs()),
                        new Setting(
                                frame.text("status.media"),
                                frame.text(
                                        "status.size.of", status.media(), Math.round(status.mediaBytes() / MEGABYTE))),
                        new Setting(
                                frame.text("status.database"),
                                frame.text(
                                        "status.postgres",
                                        status.databaseVersion(),
                                        Math.round(status.databaseBytes() / MEGABYTE)))),
                desk.parts().checks().stream()
                        .map(check -> new StatusView.Part(
                                check.name(), check.problem().isEmpty()))
                        .toList(),
                desk.parts().settings());
        desk.show(context, "status.jte", frame, view);
    }

    private static Setting fact(Frame frame, String key, long number) {
        return new Setting(frame.text(key), frame.words().number(number));
    }
}
