package id.laporpustaka.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Style sheets and scripts, out of the classpath. Their paths carry a hash of the content, so browsers keep them
/// for good and still get a new one at once.
final class Assets {
    private static final Map<String, String> RESOURCES = Map.of(
            "pico.css", "/META-INF/resources/webjars/picocss__pico/2.1.1/css/pico.min.css",
            "htmx.js", "/META-INF/resources/webjars/htmx.org/2.0.4/dist/htmx.min.js",
            "echarts.js", "/web/echarts/echarts.common.min.js",
            "charts.js", "/web/charts.js",
            "mini.js", "/web/mini.js",
            "pages.css", "/web/pages.css",
            "icon.svg", "/web/icon.svg");

    private record Asset(String path, String type, String content) {}

    private final Map<String, Asset> byName = new LinkedHashMap<>();
    private final Map<String, Asset> byPath = new LinkedHashMap<>();

    Assets() {
        RESOURCES.forEach((name, resource) -> {
            var content = contentOf(resource);
            var path = "/aset/" + versionOf(content) + "/" + name;
            var asset = new Asset(path, typeOf(name), new String(content, StandardCharsets.UTF_8));
            byName.put(name, asset);
            byPath.put(asset.path(), asset);
        });
    }

    /// The address of an asset on this server.
    String path(String name) {
        var asset = byName.get(name);
        if (asset == null) {
            throw new IllegalStateException("no asset " + name);
        }
        return asset.path();
    }

    void addTo(GuardedRoutes routes) {
        routes.open(HandlerType.GET, "/aset/{version}/{name}", this::serve);
    }

    private void serve(Context context) {
        var asset = byPath.get(context.path());
        if (asset == null) {
            throw RequestProblem.Kind.NOT_FOUND.problem("no such asset");
        }
        context.header("Cache-Control", "public, max-age=31536000, immutable")
                .contentType(asset.type())
                .result(asset.content());
    }

    private static byte[] contentOf(String resource) {
        try (var stream = Assets.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("missing on the classpath: " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String versionOf(byte[] content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String typeOf(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".css" -> "text/css; charset=utf-8";
            case ".js" -> "text/javascript; charset=utf-8";
            case ".svg" -> "image/svg+xml";
            default -> throw new IllegalStateException("no content type for " + name);
        };
    }
}
