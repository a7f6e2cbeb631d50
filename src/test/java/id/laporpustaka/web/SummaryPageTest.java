package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SummaryPageTest {
    @RegisterExtension
    static final FreshDatabase FRESH = new FreshDatabase();

    private static Installation installation;
    private static Purworejo world;

    @BeforeAll
    static void start() {
        installation = new Installation(FRESH.database());
        world = new Purworejo(FRESH.context()).withReports();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void a_coordinator_sees_the_present_month_of_their_region() {
        try (var client = installation.signedIn(world.coordinator)) {
            var page = client.get("/");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(textOf(page.body()))
                    .contains(
                            "Ringkasan · Kab. Purworejo",
                            "Agustus 2025, sampai hari ini 20 Agustus 2025",
                            "Laporan 5",
                            "naik 2 dari 3 pada Juli 2025",
                            "Peserta 160",
                            "2 dari 3 perpustakaan melapor pada periode ini (66,7%)",
                            "Perpustakaan Desa Patutrejo Desa Patutrejo · belum bergabung",
                            "Laki-laki 60 37,5%",
                            "Menurut jenis laporan",
                            "Pelibatan masyarakat",
                            "Ekonomi dan UMKM",
                            "Kec. Grabag")
                    .doesNotContain("Wonosobo", "Lancar");
        }
    }

    @Test
    void one_or_two_people_with_disabilities_are_not_counted_out() {
        for (var people : new int[] {1, 2, 3}) {
            setDisabled(people);
            try (var client = installation.signedIn(world.coordinator)) {
                var page = textOf(client.get("/").body());
                var answer = client.get("/api/v1/summary?from=2025-08-01&to=2025-08-31")
                        .body();

                assertThat(page).contains(people < 3 ? "disabilitas kurang dari 3" : "disabilitas 3");
                assertThat(answer).contains("\"disabled\":" + (people < 3 ? "null" : "3"));
            }
        }
        setDisabled(0);
    }

    private static void setDisabled(int people) {
        var db = FRESH.context();
        db.update(SUBMISSION)
                .set(SUBMISSION.DISABLED, people)
                .where(SUBMISSION.ID.eq(select(max(SUBMISSION.ID))
                        .from(SUBMISSION)
                        .where(SUBMISSION.DATE_START.eq(LocalDate.of(2025, 8, 17)))))
                .execute();
    }

    @Test
    void another_period_is_in_the_address() {
        try (var client = installation.signedIn(world.coordinator)) {
            var july = textOf(
                    client.get("/?from=2025-07-01&to=2025-07-31&bahasa=en").body());

            assertThat(july)
                    .contains(
                            "Summary · Kab. Purworejo",
                            "July 2025",
                            "Reports 3",
                            "up 2 from 1 in June 2025",
                            "Not stated");
        }
    }

    @Test
    void an_admin_goes_from_the_country_down_to_a_village() {
        try (var client = installation.signedIn(world.admin)) {
            var country = client.get("/").body();
            var village = client.get("/?from=2025-08-01&to=2025-08-31&region=33.06.01.2001")
                    .body();

            assertThat(textOf(country)).contains("Ringkasan · Indonesia", "Menurut provinsi", "Jawa Tengah");
            assertThat(country).contains("href=\"/?from=2025-08-01&amp;to=2025-08-31&amp;region=33\"");
            assertThat(textOf(village))
                    .contains(
                            "Indonesia Jawa Tengah Kab. Purworejo Kec. Grabag Desa Harjobinangun",
                            "Ringkasan · Desa Harjobinangun",
                            "Menurut perpustakaan",
                            "Laporan 4");
        }
    }

    @Test
    void a_facilitator_of_single_libraries_sees_those() {
        var fasda = new People(FRESH.context()).add(40, "Mas Budi", "id");
        var libraries = FRESH.context()
                .select(LIBRARY.ID)
                .from(LIBRARY)
                .where(LIBRARY.NAME.eq("TBM Sumber Ilmu"))
                .fetchSet(LIBRARY.ID);
        new Assignments(FRESH.context()).appointForLibraries(By.product(), fasda, Set.copyOf(libraries));
        try (var client = installation.signedIn(fasda)) {
            var page = textOf(client.get("/").body());

            assertThat(page).contains("Wilayah tugas Anda", "Laporan 1", "TBM Sumber Ilmu", "Menurut perpustakaan");
        }
    }

    @Test
    void a_period_without_reports_says_what_to_do() {
        try (var client = installation.signedIn(world.coordinator)) {
            var page = textOf(client.get("/?from=2024-01-01&to=2024-01-31").body());

            assertThat(page).contains("Belum ada laporan pada periode ini", "/lapor", "3 perpustakaan belum melapor");
        }
    }

    @Test
    void a_region_without_libraries_says_whom_to_ask() {
        try (var client = installation.signedIn(world.admin)) {
            var page = textOf(client.get("/?region=81").body());

            assertThat(page).contains("Belum ada perpustakaan yang terdaftar di sini", "Mintalah admin");
        }
    }

    @Test
    void what_is_wrong_in_the_address_is_said_beside_the_present_month() {
        try (var client = installation.signedIn(world.coordinator)) {
            var page = client.get("/?from=1/8/2025&to=%3Cb%3E&region=99");

            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body()).doesNotContain("<b>");
            assertThat(textOf(page.body()))
                    .contains("Tanggal \"1/8/2025\" tidak dapat dipahami", "kode \"99\"", "Agustus 2025", "Laporan 5");
        }
    }

    @Test
    void a_region_outside_the_scope_is_a_friendly_refusal() {
        try (var client = installation.signedIn(world.coordinator)) {
            var page = client.get("/?region=33.07");

            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body()).contains("Wilayah ini di luar tugas Anda").doesNotContain("Wonosobo");
        }
    }

    @Test
    void a_reporter_reads_whom_the_page_is_for_in_their_language() {
        try (var client = installation.signedIn(world.reporter)) {
            var page = client.get("/");

            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body()).contains("This page is for coordinators", "/history");
        }
    }

    private static String textOf(String page) {
        return page.replaceAll("<[^>]*>", " ")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replaceAll("\\s+", " ");
    }
}
