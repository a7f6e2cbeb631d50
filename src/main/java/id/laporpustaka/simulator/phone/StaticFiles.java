package id.laporpustaka.simulator.phone;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;

/// The page of phones: one HTML file, its style and its scripts, all from the class path.
final class StaticFiles {
    private static final String FOLDER = "/id/laporpustaka/simulator/page/";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

    private StaticFiles() {}

    static void page(Context context) throws IOException {
        send(context, "phones.html");
    }

    static void file(Context context) throws IOException {
        send(context, context.pathParam("file"));
    }

    private static void send(Context context, String name) throws IOException {
        var type = name.matches("[a-z-]+\\.[a-z]+") ? TYPES.get(name.substring(name.indexOf('.') + 1)) : null;
        if (type == null) {
            throw ControlProblem.notFound("there is no " + name);
        }
        try (var stream = StaticFiles.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw ControlProblem.notFound("there is no " + name);
            }
            context.header("Content-Security-Policy", POLICY)
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cache-Control", "no-cache")
                    .contentType(type + "; charset=utf-8")
                    .result(stream.readAllBytes());
        }
    }
}
