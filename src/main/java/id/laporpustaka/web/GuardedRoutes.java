package id.laporpustaka.web;

import id.laporpustaka.people.ApiRight;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The only way by which this room adds routes, so none can forget to say who may call it.
///
/// A guarded route runs its handler with a [Visitor] whose session and roles were read for this very request. One
/// that changes something (anything but GET) also wants the session's CSRF token, as form field `_csrf` or header
/// `X-CSRF-Token`.
final class GuardedRoutes {
    static final String CSRF_FIELD = "_csrf";
    private static final String CSRF_HEADER = "X-CSRF-Token";

    /// Serves a person who may be here.
    @FunctionalInterface
    interface VisitorHandler {
        void handle(Context context, Visitor visitor) throws Exception;
    }

    private final RoutesConfig routes;
    private final Visitors visitors;
    private final Programs programs;

    GuardedRoutes(RoutesConfig routes, Visitors visitors, Programs programs) {
        this.routes = routes;
        this.visitors = visitors;
        this.programs = programs;
    }

    /// A route for everyone.
    void open(HandlerType method, String path, Handler handler) {
        routes.addHttpHandler(method, path, handler, Access.PUBLIC);
    }

    void guarded(HandlerType method, String path, Access access, VisitorHandler handler) {
        routes.addHttpHandler(method, path, context -> handler.handle(context, admit(context, access)), access);
    }

    /// A route for programs, which show a token with this right, and for the browsers of coordinators.
    void forPrograms(String path, ApiRight right, VisitorHandler handler) {
        routes.addHttpHandler(
                HandlerType.GET,
                path,
                context -> handler.handle(context, programs.admit(context, right)),
                Access.COORDINATOR);
    }

    private Visitor admit(Context context, Access access) {
        var visitor = visitors.find(context)
                .orElseThrow(() -> RequestProblem.Kind.NOT_SIGNED_IN.problem(
                        "There is no session. Send /web to the bot and open the link it gives."));
        if (!visitor.may(access)) {
            throw visitor.may(Access.COORDINATOR)
                    ? RequestProblem.Kind.OTHER_DUTIES.problem("This is for people with other roles.")
                    : RequestProblem.Kind.NOT_ALLOWED.problem("This is for coordinators and admins.");
        }
        Uploads.read(context);
        if (!HandlerType.GET.equals(context.method()) && !carriesToken(context, visitor.csrfToken())) {
            throw RequestProblem.Kind.FORM_EXPIRED.problem("The CSRF token is missing or not this session's.");
        }
        return visitor;
    }

    private static boolean carriesToken(Context context, String expected) {
        var header = context.header(CSRF_HEADER);
        var given = header == null ? context.formParam(CSRF_FIELD) : header;
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
