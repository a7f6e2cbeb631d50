package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.submission.media.StoreInMemory;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The pages of [Purworejo], with its reports, and Chromium to look at them; one for all tests of a class.
///
/// ```java
/// @RegisterExtension
/// static final PagesInBrowser PAGES = new PagesInBrowser();
/// ```
final class PagesInBrowser implements BeforeAllCallback, AfterAllCallback {
    private final FreshDatabase fresh = new FreshDatabase();
    private final StoreInMemory store = new StoreInMemory();
    private @Nullable Browser browser;
    private @Nullable Installation installation;
    private @Nullable Purworejo world;

    Browser browser() {
        return Objects.requireNonNull(browser);
    }

    Purworejo world() {
        return Objects.requireNonNull(world);
    }

    DSLContext db() {
        return fresh.context();
    }

    /// Where photos and files that were ordered lie.
    StoreInMemory store() {
        return store;
    }

    /// Opens the first page of the product as a person whose one-time link it has pressed.
    Page signIn(BrowserContext window, long person) {
        var page = window.newPage();
        page.navigate(link(person));
        press(page, "Masuk");
        page.waitForURL(url -> !url.contains("/masuk"));
        return page;
    }

    /// A one-time link that signs a person in.
    String link(long person) {
        return address("/masuk?t=" + Objects.requireNonNull(installation).link(person));
    }

    BrowserContext window(int width, ColorScheme scheme) {
        return browser().window(width, 800, scheme);
    }

    String address(String path) {
        return "http://localhost:" + Objects.requireNonNull(installation).server.port() + path;
    }

    /// Takes a picture of a page, which must be fit for everybody: no wider than its window, and without a complaint of
    /// axe.
    static void inspect(Page page, String name, int width, ColorScheme scheme) {
        Browser.picture(page, "%s-%d-%s".formatted(name, width, scheme));
        assertThat(Browser.isTooWide(page)).as("%s at %d", name, width).isFalse();
        assertThat(Axe.complaintsAbout(page)).as("%s at %d", name, width).isEmpty();
    }

    static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = Browser.start();
        fresh.beforeAll(context);
        installation = new Installation(fresh.database(), store);
        world = new Purworejo(fresh.context()).withReports();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (installation != null) {
            installation.close();
        }
        fresh.afterAll(context);
        if (browser != null) {
            browser.close();
        }
    }
}
