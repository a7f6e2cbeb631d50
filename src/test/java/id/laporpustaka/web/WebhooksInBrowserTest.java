package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.OPENROSA_REPORT;
import static id.laporpustaka.db.generated.Tables.OPENROSA_TARGET;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.WEBHOOK;
import static id.laporpustaka.db.generated.Tables.WEBHOOK_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhooksInBrowserTest {
    @RegisterExtension
    static final PagesInBrowser PAGES = new PagesInBrowser();

    @ParameterizedTest
    @CsvSource({"360, LIGHT, id", "1280, DARK, en"})
    void a_webhook_is_set_up_looked_at_and_deleted(int width, ColorScheme scheme, String language) {
        try (var window = PAGES.window(width, scheme)) {
            var page = PAGES.signIn(window, PAGES.world().admin);
            page.navigate(PAGES.address("/webhook?bahasa=" + language));
            inspect(page, "webhooks-none", width, scheme);

            page.locator("#url").fill("https://127.0.0.1/" + "panjang".repeat(20));
            page.locator("main form button[type=submit]").first().click();
            page.locator("#webhook-problem").waitFor();
            inspect(page, "webhooks-refused", width, scheme);

            page.locator("#url").fill("https://8.8.8.8/" + "panjang".repeat(20));
            page.locator("main form button[type=submit]").first().click();
            page.locator("code.copy").waitFor();
            inspect(page, "webhook-secret", width, scheme);

            page.locator("main a[role=button]").click();
            page.locator("form[action*='/uji'] button").click();
            page.locator("table").waitFor();
            PAGES.db()
                    .update(WEBHOOK_DELIVERY)
                    .set(WEBHOOK_DELIVERY.OUTCOME, "failed")
                    .set(WEBHOOK_DELIVERY.FINISHED_AT, Instant.EPOCH)
                    .set(WEBHOOK_DELIVERY.TRIES, (short) 12)
                    .set(WEBHOOK_DELIVERY.PROBLEM, "timeout")
                    .execute();
            PAGES.db().update(WEBHOOK).set(WEBHOOK.FAILING_SINCE, Instant.EPOCH).execute();
            page.reload();
            inspect(page, "webhook", width, scheme);

            page.navigate(PAGES.address("/webhook?bahasa=" + language));
            inspect(page, "webhooks", width, scheme);

            page.locator("main ul.entries a").click();
            page.locator("details summary").last().click();
            page.locator("form[action*='/hapus'] button").click();
            page.locator(".empty").waitFor();
            assertThat(PAGES.browser().complaints().stream().filter(it -> !it.contains("422")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"360, DARK, en", "1280, LIGHT, id"})
    void an_admin_sees_what_another_server_does_not_take(int width, ColorScheme scheme, String language) {
        try (var window = PAGES.window(width, scheme)) {
            var page = PAGES.signIn(window, PAGES.world().admin);
            PAGES.db().deleteFrom(OPENROSA_TARGET).execute();
            page.navigate(PAGES.address("/openrosa?bahasa=" + language));
            inspect(page, "openrosa-none", width, scheme);

            PAGES.db()
                    .insertInto(OPENROSA_TARGET)
                    .set(OPENROSA_TARGET.ADDRESS, "https://central.example/v1/projects/" + "3".repeat(60))
                    .set(OPENROSA_TARGET.FAILING_SINCE, Instant.EPOCH)
                    .set(OPENROSA_TARGET.PROBLEM, "502")
                    .execute();
            PAGES.db()
                    .insertInto(
                            OPENROSA_REPORT,
                            OPENROSA_REPORT.ADDRESS,
                            OPENROSA_REPORT.SUBMISSION_ID,
                            OPENROSA_REPORT.POSITION,
                            OPENROSA_REPORT.PROBLEM,
                            OPENROSA_REPORT.SET_ASIDE_AT)
                    .select(PAGES.db()
                            .select(
                                    OPENROSA_TARGET.ADDRESS,
                                    SUBMISSION.ID,
                                    SUBMISSION.ID,
                                    val("404"),
                                    OPENROSA_TARGET.FAILING_SINCE)
                            .from(OPENROSA_TARGET, SUBMISSION)
                            .limit(2))
                    .execute();
            page.reload();
            inspect(page, "openrosa", width, scheme);
            page.locator("form[action*='/ulang'] button").click();
            page.locator(".done").waitFor();
            assertThat(PAGES.browser().complaints().stream().filter(it -> !it.contains("422")))
                    .isEmpty();
        }
    }

    private static void inspect(Page page, String name, int width, ColorScheme scheme) {
        Browser.picture(page, "%s-%d-%s".formatted(name, width, scheme));
        assertThat(Browser.isTooWide(page)).as("%s at %d", name, width).isFalse();
        assertThat(Axe.complaintsAbout(page)).as("%s at %d", name, width).isEmpty();
    }
}
