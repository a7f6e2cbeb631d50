package id.laporpustaka.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The machine's Chromium, without a window. Used by one thread.
///
/// ```java
/// @BeforeAll
/// static void start() {
///     browser = Browser.start(); // skips the class where there is no Chromium
/// }
/// ```
public final class Browser implements AutoCloseable {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Path program) {
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                // a page that plays Telegram's may frame one of this machine without being asked
                                "--disable-features=LocalNetworkAccessChecks",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /// Starts Chromium; where there is none, prints one line and has the calling test skipped.
    public static Browser start() {
        var program = findChromium();
        if (program.isEmpty()) {
            System.out.println("No Chromium on this machine: the tests with a browser are skipped.");
        }
        Assumptions.assumeTrue(program.isPresent(), "no Chromium");
        return new Browser(program.orElseThrow());
    }

    private static Optional<Path> findChromium() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of), PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A new window with cookies of its own.
    public BrowserContext window(int width, int height, ColorScheme scheme) {
        var window = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme));
        window.setDefaultTimeout(20_000);
        window.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        window.onWebError(error -> complaints.add(error.error()));
        return window;
    }

    /// A new window in which no script runs.
    public BrowserContext windowWithoutScripts(int width, int height) {
        var window = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(false));
        window.setDefaultTimeout(20_000);
        return window;
    }

    /// What scripts and the content security policy complained about in all windows so far.
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// Keeps a picture of the whole page in `target/screenshots`, for people to look at.
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /// Whether the page can be scrolled sideways, which on a phone is a nuisance.
    public static boolean isTooWide(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
