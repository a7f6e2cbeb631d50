package id.laporpustaka.simulator.phone;

import io.javalin.http.Context;
import java.util.regex.Pattern;

/// Keeps web pages of elsewhere out: the simulator answers only to this machine's own names, and only to pages
/// that it has served itself. (A page of elsewhere could reach a port of this machine through the reader's
/// browser.)
public final class LocalOnly {
    private static final Pattern OWN_HOST =
            Pattern.compile("(?i)(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::[0-9]{1,5})?");

    private LocalOnly() {}

    public static boolean admits(Context context) {
        var host = context.host();
        if (host == null || !OWN_HOST.matcher(host).matches()) {
            return false;
        }
        var origin = context.header("Origin");
        return origin == null || origin.equalsIgnoreCase("http://" + host);
    }

    /// Answers a refused request.
    public static void refuse(Context context) {
        context.status(403).contentType("text/plain").result("The simulator answers to this machine only.\n");
    }
}
