package id.laporpustaka.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/// Where Telegram posts updates in webhook mode. The path is no secret; the header is (Bot API, setWebhook).
final class WebhookRoute {
    static final String PATH = "/telegram/webhook";
    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private final WebhookHandler handler;

    WebhookRoute(WebhookHandler handler) {
        this.handler = handler;
    }

    void addTo(GuardedRoutes routes) {
        routes.open(HandlerType.POST, PATH, this::accept);
    }

    private void accept(Context context) {
        var outcome = handler.accept(Optional.ofNullable(context.header(SECRET_HEADER)), context.body());
        context.status(
                switch (outcome) {
                    case ACCEPTED -> HttpStatus.OK;
                    case WRONG_SECRET -> HttpStatus.UNAUTHORIZED;
                    case UNREADABLE -> HttpStatus.BAD_REQUEST;
                });
    }
}
