package id.laporpustaka.web;

import id.laporpustaka.intake.SetAside;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// What could not be handled or sent, why, and trying it once more.
final class SetAsideRoutes {
    static final String PATH = "/disisihkan";

    private static final String REPLAY = PATH + "/{id}/ulang";
    private static final String NOTICE = "hasil";
    private static final String REPLAYED = "diulang";
    private static final String GONE = "hilang";

    private static final int MESSAGES = 50;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm", Locale.ROOT);

    private final Desk desk;

    SetAsideRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, PATH, Access.ADMIN, (context, _) -> show(context));
        routes.guarded(HandlerType.POST, REPLAY, Access.ADMIN, (context, _) -> replay(context));
    }

    private void show(Context context) {
        var frame = desk.frame(context);
        var setAside = new SetAside(desk.db());
        var updates = setAside.listUpdates(Desk.page(context, Desk.PAGE));
        var view = new SetAsideView(
                switch (Desk.typed(context, NOTICE)) {
                    case REPLAYED -> frame.text("aside.replayed");
                    case GONE -> frame.text("aside.gone");
                    default -> "";
                },
                updates.rows().stream()
                        .map(update -> new SetAsideView.Row(
                                when(frame, update.at()),
                                who(frame, update.personName()),
                                address(frame, update.person()),
                                Typed.harmless(update.reason()),
                                update.body(),
                                update.body().isEmpty()
                                        ? ""
                                        : frame.link(REPLAY.replace("{id}", Long.toString(update.position())))))
                        .toList(),
                Pager.of(updates, frame, PATH, Desk.PAGE),
                setAside.listMessages(MESSAGES).stream()
                        .map(message -> new SetAsideView.Row(
                                when(frame, message.at()),
                                who(frame, message.personName()),
                                address(frame, message.person()),
                                Typed.harmless(message.reason()),
                                "",
                                ""))
                        .toList());
        desk.show(context, "set_aside.jte", frame, view);
    }

    private String when(Frame frame, Instant at) {
        return frame.text(
                "aside.when",
                desk.date(frame, at),
                TIME.format(at.atZone(desk.settings().zone())));
    }

    private static String who(Frame frame, Optional<String> name) {
        return name.map(Typed::harmless).orElseGet(() -> frame.text("aside.unknown"));
    }

    private static String address(Frame frame, Optional<Long> person) {
        return person.map(id -> frame.link(Desk.PEOPLE + "/" + id)).orElse("");
    }

    private void replay(Context context) {
        var position = Desk.id(context, "id");
        var isThere = desk.parts().database().<Boolean>inTransaction(db -> SetAside.replay(db, position));
        desk.goTo(context, Addresses.with(PATH, NOTICE, isThere ? REPLAYED : GONE));
    }
}
