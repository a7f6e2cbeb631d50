package id.laporpustaka.web;

import id.laporpustaka.people.Device;
import id.laporpustaka.people.Device.Browser;
import id.laporpustaka.people.Device.Platform;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads out of `User-Agent` what a person would call their browser, and no more.
final class UserAgents {
    /// The first that is found counts: nearly all call themselves Chrome and Safari, too.
    private static final Map<String, Browser> BROWSERS = inOrder(
            Map.entry("Telegram", Browser.TELEGRAM),
            Map.entry("Edg", Browser.EDGE),
            Map.entry("OPR/", Browser.OPERA),
            Map.entry("SamsungBrowser", Browser.SAMSUNG),
            Map.entry("Firefox/", Browser.FIREFOX),
            Map.entry("FxiOS", Browser.FIREFOX),
            Map.entry("Chrome/", Browser.CHROME),
            Map.entry("CriOS", Browser.CHROME),
            Map.entry("Safari/", Browser.SAFARI));

    private static final Map<String, Platform> PLATFORMS = inOrder(
            Map.entry("Android", Platform.ANDROID),
            Map.entry("iPhone", Platform.IOS),
            Map.entry("iPad", Platform.IOS),
            Map.entry("Windows", Platform.WINDOWS),
            Map.entry("Macintosh", Platform.MACOS),
            Map.entry("Linux", Platform.LINUX));

    private UserAgents() {}

    static Device deviceOf(@Nullable String userAgent) {
        var text = userAgent == null ? "" : userAgent;
        return new Device(find(BROWSERS, text, Browser.OTHER), find(PLATFORMS, text, Platform.OTHER));
    }

    private static <T> T find(Map<String, T> known, String text, T otherwise) {
        return known.entrySet().stream()
                .filter(entry -> text.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    @SafeVarargs
    private static <T> Map<String, T> inOrder(Map.Entry<String, T>... entries) {
        var map = new LinkedHashMap<String, T>();
        for (var entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return map;
    }
}
