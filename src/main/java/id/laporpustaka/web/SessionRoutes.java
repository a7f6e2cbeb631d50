package id.laporpustaka.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.laporpustaka.people.Audit;
import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditSubject;
import id.laporpustaka.people.Device;
import id.laporpustaka.people.WebSession;
import id.laporpustaka.people.WebSessions;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jooq.DSLContext;

/// The browsers in which a person is signed in, for that person to look through and to end.
///
/// Sessions are looked up for every request, so an ended one is refused at its very next.
final class SessionRoutes {
    static final String PATH = "/sesi";
    static final String SESSION = "sesi";
    static final String END = PATH + "/akhiri";
    static final String END_OTHERS = PATH + "/akhiri-lainnya";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm", Locale.ROOT);

    private final Desk desk;

    SessionRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, PATH, Access.SIGNED_IN, this::list);
        routes.guarded(HandlerType.POST, END, Access.SIGNED_IN, this::end);
        routes.guarded(HandlerType.POST, END_OTHERS, Access.SIGNED_IN, this::endOthers);
    }

    private void list(Context context, Visitor visitor) {
        var frame = desk.frame(context);
        var rows = new WebSessions(desk.db())
                .list(visitor.actor().personId(), desk.now()).stream()
                        .map(session -> row(frame, session, visitor))
                        .toList();
        var notice = Notice.find(Desk.typed(context, Notice.PARAMETER))
                .map(it -> frame.text(it.key(), frame.text("directory.somebody")))
                .orElse("");
        desk.show(context, "sessions.jte", frame, new SessionsView(notice, rows));
    }

    private SessionsView.Row row(Frame frame, WebSession session, Visitor visitor) {
        var isThis = session.id().equals(visitor.sessionId());
        var last = isThis ? frame.text("sessions.now") : frame.text("sessions.last", time(frame, session.lastSeenAt()));
        return new SessionsView.Row(
                session.id(),
                device(frame, session.device()),
                frame.text("sessions.kind." + code(session.kind())),
                frame.text("sessions.facts", time(frame, session.createdAt()), last),
                isThis);
    }

    private static String device(Frame frame, Device device) {
        return frame.text(
                "sessions.device",
                frame.text("sessions.browser." + code(device.browser())),
                frame.text("sessions.platform." + code(device.platform())));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String time(Frame frame, Instant time) {
        return desk.date(frame, time) + " "
                + TIME.format(time.atZone(desk.settings().zone()));
    }

    private void end(Context context, Visitor visitor) {
        var session = Desk.typed(context, SESSION);
        var isTheirs = desk.parts().database().<Boolean>inTransaction(db -> {
            var ended = new WebSessions(db).end(visitor.actor().personId(), session);
            record(db, context, visitor, ended ? 1 : 0);
            return ended;
        });
        desk.goTo(context, (isTheirs ? Notice.SESSION_ENDED : Notice.SESSION_GONE).at(PATH));
    }

    private void endOthers(Context context, Visitor visitor) {
        desk.parts().database().useTransaction(db -> {
            var ended = new WebSessions(db).endOthers(visitor.actor().personId(), visitor.token());
            record(db, context, visitor, ended);
        });
        desk.goTo(context, Notice.SESSIONS_ENDED.at(PATH));
    }

    private static void record(DSLContext db, Context context, Visitor visitor, int ended) {
        if (ended > 0) {
            new Audit(db)
                    .record(
                            Desk.by(context, visitor),
                            AuditAction.SIGNED_OUT_ELSEWHERE,
                            AuditSubject.ofPerson(visitor.actor().personId()),
                            JsonNodeFactory.instance.objectNode().put("sessions", ended));
        }
    }
}
