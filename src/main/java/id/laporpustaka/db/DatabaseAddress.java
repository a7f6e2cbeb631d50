package id.laporpustaka.db;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where a database is and who we are there. The password never shows in [#toString].
public record DatabaseAddress(String host, int port, String name, String user, String password, String parameters) {
    private static final int DEFAULT_PORT = 5432;

    /// Reads `postgresql://user:password@host:port/name?parameters`, the form of libpq's connection URIs
    /// (PostgreSQL documentation, 32.1.1.2); percent-encoded parts are decoded. Empty when it is not one.
    public static Optional<DatabaseAddress> parse(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
        var scheme = uri.getScheme();
        var path = uri.getRawPath();
        var userInfo = uri.getRawUserInfo();
        if (!("postgresql".equals(scheme) || "postgres".equals(scheme))
                || uri.getHost() == null
                || path == null
                || path.length() < 2
                || path.indexOf('/', 1) >= 0
                || userInfo == null) {
            return Optional.empty();
        }
        var colon = userInfo.indexOf(':');
        var user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        var password = colon < 0 ? "" : userInfo.substring(colon + 1);
        return Optional.of(new DatabaseAddress(
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                decode(path.substring(1)),
                decode(user),
                decode(password),
                uri.getRawQuery() == null ? "" : uri.getRawQuery()));
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    String jdbcUrl() {
        var base = "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
        return parameters.isEmpty() ? base : base + "?" + parameters;
    }

    public DatabaseAddress withName(String other) {
        return new DatabaseAddress(host, port, other, user, password, parameters);
    }

    @Override
    public String toString() {
        return "postgresql://%s@%s:%d/%s".formatted(user, host, port, name);
    }
}
