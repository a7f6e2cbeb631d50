package id.laporpustaka.simulator.botapi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// Which links Telegram lets into messages and buttons.
final class Urls {
    private Urls() {}

    /// http, https and tg; a host needs a dot and a top-level domain, so localhost and bare addresses are refused.
    static boolean isAccepted(String url) {
        try {
            var uri = new URI(normalised(url));
            if ("tg".equalsIgnoreCase(uri.getScheme())) {
                return true;
            }
            var host = uri.getHost();
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && host != null
                    && host.matches("(?i)[^\\s]+\\.[a-z][a-z0-9-]*[a-z0-9]\\.?");
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /// What can be opened as a Mini App: https, and on this machine http, as in Telegram's test environment.
    static boolean isPage(String url) {
        try {
            var uri = new URI(url);
            var host = uri.getHost();
            var isHere = host != null && host.matches("localhost|127\\.0\\.0\\.1");
            var isHttps = "https".equalsIgnoreCase(uri.getScheme());
            return host != null && (isHttps || (isHere && "http".equalsIgnoreCase(uri.getScheme())));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /// With a scheme and at least the root path, as Telegram gives links back.
    static String normalised(String url) {
        var complete = url.matches("(?i)[a-z][a-z0-9+.-]*:.*") ? url : "http://" + url;
        var lower = complete.toLowerCase(Locale.ROOT);
        boolean bare = lower.startsWith("http") && lower.indexOf('/', lower.indexOf("//") + 2) < 0;
        return bare && !complete.contains("?") && !complete.contains("#") ? complete + "/" : complete;
    }
}
