package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import id.laporpustaka.people.By;
import id.laporpustaka.people.InviteTarget;
import id.laporpustaka.people.Invites;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.People;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every page of the directory on a phone and a wide screen, light and dark: nothing sideways, nothing that axe
/// finds, nothing in the console.
class DirectoryInBrowserTest {
    @RegisterExtension
    static final PagesInBrowser PAGES = new PagesInBrowser();

    private static final Instant NOW = Instant.parse("2025-08-20T03:00:00Z");

    @BeforeAll
    static void fill() {
        var db = PAGES.db();
        var world = PAGES.world();
        var people = new People(db);
        var memberships = new Memberships(db);
        var waiting = people.add(70, "Bu Tini Suhartini", "id");
        memberships.request(By.chat(waiting), waiting, world.grabag, MemberRole.RELAWAN, NOW);
        var longName = people.add(71, "Raden Ajeng " + "Kusumaningtyas".repeat(4), "id");
        memberships.admit(By.chat(world.coordinator), longName, world.grabag, MemberRole.KEPALA, NOW);
        people.setUnreachable(List.of(71L), NOW);
        new Invites(db)
                .create(
                        By.chat(world.coordinator),
                        new InviteTarget.ToReport(world.grabag),
                        5,
                        Duration.ofDays(30),
                        NOW);
        for (var i = 1; i <= 12; i++) {
            new Libraries(db)
                    .add(
                            i == 1 ? "Taman Bacaan Masyarakat " + "Cendekia".repeat(11) : "TBM Melati " + i,
                            LibraryType.TBM,
                            Scheme.MANDIRI,
                            Optional.of("3306010D00000%02d".formatted(i)),
                            SampleRegions.id(db, "33.06.01.2002"));
        }
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1280, LIGHT", "1280, DARK"})
    void every_page_is_fit_for_everybody(int width, ColorScheme scheme) {
        try (var window = PAGES.window(width, scheme)) {
            var page = PAGES.signIn(window, PAGES.world().coordinator);
            var library = "/perpustakaan/" + PAGES.world().grabag;

            look(page, "/perpustakaan", "libraries", width, scheme);
            look(page, "/perpustakaan?q=zzz", "libraries-none", width, scheme);
            look(page, "/perpustakaan/baru?q=harjo", "library-place", width, scheme);
            look(page, "/perpustakaan/baru?region=" + region("33.06.01.2001"), "library-new", width, scheme);
            page.locator("#name").fill("Perpus Harjobinangun");
            page.locator("#type").selectOption("DESA");
            page.locator("#scheme").selectOption("BUKU");
            page.locator("#npp").fill("33");
            submit(page, "Simpan", "terlalu pendek");
            PagesInBrowser.inspect(page, "directory-library-wrong", width, scheme);
            page.locator("#npp").fill("");
            submit(page, "Simpan", "nama yang mirip");
            PagesInBrowser.inspect(page, "directory-library-similar", width, scheme);
            look(page, library, "library", width, scheme);
            page.locator(".entries summary").first().click();
            page.getByText("Nonaktifkan perpustakaan").click();
            PagesInBrowser.inspect(page, "directory-library-open", width, scheme);
            look(page, library + "/ubah", "library-edit", width, scheme);
            look(page, library + "/pelapor/" + PAGES.world().reporter + "/serahkan?q=joko", "hand-over", width, scheme);
            look(page, library + "/fasilitator?q=joko", "facilitator", width, scheme);
            look(page, library + "/gabung", "merge-search", width, scheme);
            look(page, library + "/gabung/" + PAGES.world().patutrejo, "merge", width, scheme);
            look(page, library + "/undang", "invite", width, scheme);
            submit(page, "Buat undangan", "Undangan sudah jadi");
            PagesInBrowser.inspect(page, "directory-invite-made", width, scheme);
            look(page, "/undangan", "invites", width, scheme);
            look(page, "/orang", "people", width, scheme);
            look(page, "/orang/" + PAGES.world().reporter, "person", width, scheme);
            look(page, "/orang/undang?role=PIC_DESA&q=harjo", "invite-role", width, scheme);

            assertThat(PAGES.browser().complaints().stream().filter(it -> !it.contains("422")))
                    .isEmpty();
        }
    }

    @Test
    void axe_finds_what_is_wrong() {
        try (var window = PAGES.window(360, ColorScheme.LIGHT)) {
            var page = window.newPage();
            page.setContent("<input name='q'>");

            assertThat(Axe.complaintsAbout(page)).anyMatch(it -> it.startsWith("label"));
        }
    }

    @Test
    void an_admin_has_room_for_all_ways_on_a_phone() {
        try (var window = PAGES.window(360, ColorScheme.LIGHT)) {
            var page = PAGES.signIn(window, PAGES.world().admin);

            look(page, "/perpustakaan?bahasa=en", "libraries-admin", 360, ColorScheme.LIGHT);
            look(page, "/orang/undang?bahasa=en", "invite-admin", 360, ColorScheme.LIGHT);
        }
    }

    @Test
    void a_coordinator_lets_somebody_in_on_a_phone() {
        var db = PAGES.db();
        var newcomer = new People(db).add(90, "Pak Bayu", "id");
        new Memberships(db).request(By.chat(newcomer), newcomer, PAGES.world().kota, MemberRole.PENGELOLA, NOW);
        try (BrowserContext window = PAGES.window(360, ColorScheme.LIGHT)) {
            var page = PAGES.signIn(window, PAGES.world().coordinator);

            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Perpustakaan").setExact(true))
                    .click();
            page.getByText("Ada yang menunggu").click();
            page.waitForURL(PAGES.address("/perpustakaan?filter=waiting"));
            page.getByText("TBM Sumber Ilmu").click();
            PagesInBrowser.press(page, "Terima: Pak Bayu");
            page.getByText("Sudah diterima.").waitFor();

            assertThat(page.locator("main").innerText()).contains("Pak Bayu", "sejak 20 Agu 2025");
            assertThat(page.locator("main").count()).isEqualTo(1);
        }
    }

    private static void look(Page page, String path, String name, int width, ColorScheme scheme) {
        page.navigate(PAGES.address(path));
        PagesInBrowser.inspect(page, "directory-" + name, width, scheme);
    }

    private static void submit(Page page, String button, String answer) {
        PagesInBrowser.press(page, button);
        page.getByText(answer).first().waitFor();
    }

    private static long region(String code) {
        return SampleRegions.id(PAGES.db(), code);
    }
}
