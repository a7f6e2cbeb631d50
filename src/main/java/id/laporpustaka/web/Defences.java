package id.laporpustaka.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// What every response carries and every request must satisfy, whatever the route.
final class Defences {
    /// Pico draws its arrows and ticks with data: images.
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; " + "base-uri 'none'; form-action 'self'";

    /// Telegram's client in the browser shows a Mini App in a frame; nothing else of ours may be in any.
    private static final String FRAMES_OF_MINI_APP = "https://web.telegram.org";

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final WebSettings settings;
    private final String login;

    /// @param login where the button for Telegram Login leads: browsers look at where a form is sent on to, too
    Defences(WebSettings settings, Optional<URI> login) {
        this.settings = settings;
        this.login = login.map(origin -> " " + origin).orElse("");
    }

    void addTo(RoutesConfig routes) {
        routes.before(this::setHeaders);
        if (settings.localOnly()) {
            routes.before(Defences::refuseForeignHosts);
        }
        routes.before(Defences::refuseForeignOrigins);
        routes.before(Uploads::refuseUnwelcome);
    }

    private void setHeaders(Context context) {
        var path = context.path();
        var forms = path.startsWith(SignInRoutes.PATH) || path.equals(SignInRoutes.LEAVE) ? login : "";
        var frames = path.equals(MiniAppRoutes.PATH) ? FRAMES_OF_MINI_APP : "'none'";
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY + forms + "; frame-ancestors " + frames)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cache-Control", "no-store");
        if (settings.secure()) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /// A page elsewhere can make its own name point to 127.0.0.1 (DNS rebinding); the browser still sends that
    /// name.
    private static void refuseForeignHosts(Context context) {
        var host = context.host();
        if (host == null || !OWN_NAMES.contains(nameOf(host))) {
            throw RequestProblem.Kind.FOREIGN_HOST.problem("This server answers to localhost only.");
        }
    }

    /// Browsers say where a request comes from in `Sec-Fetch-Site`; older ones only in `Origin`, which is "null"
    /// for our own forms, because our pages send no referrer.
    private static void refuseForeignOrigins(Context context) {
        if (READING.contains(context.method())) {
            return;
        }
        var site = context.header("Sec-Fetch-Site");
        var foreign = site != null ? !OWN_SITES.contains(site) : hasForeignOrigin(context);
        if (foreign) {
            throw RequestProblem.Kind.FOREIGN_ORIGIN.problem("The request comes from another site.");
        }
    }

    private static boolean hasForeignOrigin(Context context) {
        var origin = context.header("Origin");
        if (origin == null || "null".equals(origin)) {
            return false;
        }
        try {
            var authority = URI.create(origin).getAuthority();
            return authority == null || !authority.equalsIgnoreCase(context.host());
        } catch (IllegalArgumentException _) {
            return true;
        }
    }

    private static String nameOf(String host) {
        var colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
