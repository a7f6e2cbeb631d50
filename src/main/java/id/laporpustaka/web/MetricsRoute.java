package id.laporpustaka.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Gives the figures of the process to Prometheus. To anyone else there is no such page.
final class MetricsRoute {
    static final String PATH = "/metrics";

    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final String SCHEME = "bearer ";
    /// What proxies add to what they pass on.
    private static final List<String> OF_PROXIES = List.of("X-Forwarded-For", "Forwarded", "Via", "X-Real-IP");

    private final Scraping scraping;

    MetricsRoute(Scraping scraping) {
        this.scraping = scraping;
    }

    void addTo(GuardedRoutes routes) {
        routes.open(HandlerType.GET, PATH, this::tell);
    }

    private void tell(Context context) {
        if (!scraping.token().map(token -> isShown(context, token)).orElseGet(() -> isFromHere(context))) {
            throw RequestProblem.Kind.NOT_FOUND.problem("There is no such page.");
        }
        context.contentType(CONTENT_TYPE).result(scraping.text().get());
    }

    private static boolean isShown(Context context, String token) {
        return Optional.ofNullable(context.header("Authorization"))
                .filter(shown -> shown.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(shown -> shown.substring(SCHEME.length()).strip())
                .filter(shown -> MessageDigest.isEqual(
                        shown.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /// What a proxy on this machine passes on comes from elsewhere.
    private static boolean isFromHere(Context context) {
        return OF_PROXIES.stream().allMatch(name -> context.header(name) == null)
                && InetAddress.ofLiteral(context.ip()).isLoopbackAddress();
    }
}
