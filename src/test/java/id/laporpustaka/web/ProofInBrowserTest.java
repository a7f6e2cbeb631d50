package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import id.laporpustaka.submission.Proofs;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What anybody sees who scans the code of a printed report, on a phone and a wide screen, light and dark.
class ProofInBrowserTest {
    @RegisterExtension
    static final PagesInBrowser PAGES = new PagesInBrowser();

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1280, LIGHT", "1280, DARK"})
    void a_proof_is_fit_for_everybody(int width, ColorScheme scheme) {
        var ids = PAGES.db()
                .select(SUBMISSION.ID)
                .from(SUBMISSION)
                .orderBy(SUBMISSION.ID)
                .limit(2)
                .fetch(SUBMISSION.ID);
        var proofs = new Proofs(PAGES.db()).giveAll(ids);
        PAGES.db()
                .update(SUBMISSION)
                .set(SUBMISSION.STATUS, "withdrawn")
                .where(SUBMISSION.ID.eq(ids.get(1)))
                .execute();
        try (var window = PAGES.window(width, scheme)) {
            var page = window.newPage();
            look(page, "/cek", "ask", width, scheme);
            look(page, "/cek/" + proofs.get(ids.get(0)), "true", width, scheme);
            look(page, "/cek/" + proofs.get(ids.get(1)) + "?bahasa=en", "withdrawn", width, scheme);
            look(page, "/cek/unknown", "unknown", width, scheme);

            assertThat(PAGES.browser().complaints().stream().filter(it -> !it.contains("404")))
                    .isEmpty();
        }
    }

    private static void look(Page page, String path, String name, int width, ColorScheme scheme) {
        page.navigate(PAGES.address(path));
        Browser.picture(page, "proof-%s-%d-%s".formatted(name, width, scheme));
        assertThat(Browser.isTooWide(page)).as("%s at %d", name, width).isFalse();
        assertThat(Axe.complaintsAbout(page)).as("%s at %d", name, width).isEmpty();
    }
}
