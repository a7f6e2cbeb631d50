package id.laporpustaka.web;

import id.laporpustaka.form.Language;
import java.net.URI;
import java.time.ZoneId;

/// What the web server needs to know about this installation.
///
/// @param port where to listen; 0 takes any free port
/// @param publicUrl where people reach the pages; https there makes cookies secure and turns HSTS on
/// @param localOnly listens on the loopback address only and refuses a Host that is not this machine's own name
/// @param language for people who have not chosen a language yet
/// @param zone in which "this month" is meant
public record WebSettings(int port, URI publicUrl, boolean localOnly, Language language, ZoneId zone) {
    boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }

    /// An address below the public one; `path` begins with a slash.
    String address(String path) {
        var base = publicUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
