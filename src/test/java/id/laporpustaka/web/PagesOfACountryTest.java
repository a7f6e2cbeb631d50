package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.STANDING;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.summary.MadeUpCountry;
import id.laporpustaka.summary.score.Standings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How long pages take over a made-up country, and how much they weigh. How many reports: the property
/// `pages.reports`, 5,000 if it is not set; how often each page: `pages.tries`. Times are printed beside that
/// of a page that asks for nothing, as the speed of machines differs.
class PagesOfACountryTest {
    private static final int REPORTS = Integer.getInteger("pages.reports", 5_000);
    private static final int TRIES = Integer.getInteger("pages.tries", 3);
    private static final int WARMING = Math.min(20, TRIES - 2);
    private static final double NANOS_IN_MILLI = 1e6;
    private static final int MOST_BYTES = 200_000;
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/aset/[^\"]+)\"");

    private static final List<String> PROVINCES = List.of("11", "32", "33", "35", "53", "73");
    private static final List<String> REGENCIES = List.of("33.06", "33.07", "32.01", "35.07", "11.06", "73.08");

    @RegisterExtension
    static final FreshDatabase FRESH = new FreshDatabase();

    private static Installation installation;
    private static long admin;
    private static long coordinator;

    @BeforeAll
    static void start() {
        MadeUpCountry.fill(FRESH.database(), REPORTS);
        var db = FRESH.context();
        installation = new Installation(FRESH.database());
        admin = new People(db).add(1, "Bu Ratna", "id");
        coordinator = new People(db).add(2, "Pak Joko", "id");
        new Assignments(db).appoint(By.product(), admin, Role.ADMIN, OptionalLong.empty());
        new Assignments(db)
                .appoint(By.product(), coordinator, Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.06")));
        new Standings(db).refresh(installation.now());
        FRESH.vacuum(STANDING);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    record Door(String name, IntFunction<String> path) {}

    private static String of(List<String> some, int i) {
        return some.get(i % some.size());
    }

    private static String month(int i) {
        return "from=2025-%02d-01&to=2025-%02d-28".formatted(1 + i % 7, 1 + i % 7);
    }

    static List<Door> doorsOfAnAdmin() {
        return List.of(
                new Door("a page that asks for nothing", _ -> "/cek"),
                new Door("summary of the country, this month", _ -> "/"),
                new Door(
                        "summary of the country, a year",
                        i -> "/?from=2025-01-01&to=2025-12-31&peta=" + of(List.of("", "hijau", "laporan"), i)),
                new Door(
                        "summary of a province, a year",
                        i -> "/?from=2025-01-01&to=2025-12-31&region=" + of(PROVINCES, i)),
                new Door("summary of a regency, some days", i -> "/?" + month(i) + "&region=" + of(REGENCIES, i)),
                new Door("reports of the country, this month", _ -> "/semua-laporan"),
                new Door("reports, a month, by people", i -> "/semua-laporan?" + month(i) + "&urut=-peserta"),
                new Door("reports, a month, found by a word", i -> "/semua-laporan?" + month(i) + "&q=kegiatan+9"),
                new Door(
                        "reports of a regency, a year",
                        i -> "/semua-laporan?from=2025-01-01&to=2025-12-31&region=" + of(REGENCIES, i)),
                new Door("board of the country", _ -> "/papan"),
                new Door("board of a province", i -> "/papan?region=" + of(PROVINCES, i)),
                new Door("board of a regency", i -> "/papan?region=" + of(REGENCIES, i)),
                new Door("scores of the country", _ -> "/rapor"),
                new Door("scores of a province, by reports", i -> "/rapor?urut=-laporan&region=" + of(PROVINCES, i)),
                new Door("libraries", _ -> "/perpustakaan"),
                new Door("libraries, silent", _ -> "/perpustakaan?filter=silent"),
                new Door("libraries, by reporters", _ -> "/perpustakaan?urut=-pelapor"),
                new Door("a library", i -> "/perpustakaan/" + (100 + i * 37)),
                new Door("people", _ -> "/orang"),
                new Door("audit", _ -> "/catatan"),
                new Door("settings", _ -> "/pengaturan"));
    }

    static List<Door> doorsOfACoordinator() {
        return List.of(
                new Door("summary of one's regency, this month", _ -> "/"),
                new Door("summary of one's regency, a year", _ -> "/?from=2025-01-01&to=2025-12-31"),
                new Door("queue", _ -> "/tinjau"),
                new Door("board of one's regency", _ -> "/papan"),
                new Door("scores of one's regency", _ -> "/rapor"));
    }

    @Test
    void pages_answer_and_weigh_little_and_their_times_are_told() throws IOException {
        System.out.printf("%,d reports; ms%42s %8s %8s %10s%n", REPORTS, "p50", "p95", "most", "kB (gzip)");
        try (var ratna = installation.signedIn(admin);
                var joko = installation.signedIn(coordinator)) {
            for (var door : doorsOfAnAdmin()) {
                measure(ratna, door);
            }
            for (var door : doorsOfACoordinator()) {
                measure(joko, door);
            }
        }
    }

    private static void measure(Client client, Door door) throws IOException {
        var times = new ArrayList<Double>();
        var heaviest = 0;
        for (var i = -WARMING; i < TRIES; i++) {
            var began = System.nanoTime();
            var page = client.get(door.path().apply(Math.abs(i)));
            var time = (System.nanoTime() - began) / NANOS_IN_MILLI;
            assertThat(page.statusCode()).as(door.path().apply(Math.abs(i))).isEqualTo(200);
            if (i >= 0) {
                times.add(time);
            }
            heaviest = Math.max(heaviest, zipped(page.body()));
        }
        Collections.sort(times);
        System.out.printf(
                "%-48s %8.1f %8.1f %8.1f %10.1f%n",
                door.name(),
                times.get(times.size() / 2),
                times.get((int) (0.95 * (times.size() - 1))),
                times.getLast(),
                heaviest / 1e3);
    }

    private static int zipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    /// What a browser fetches before somebody sees the first page, as it is sent; the chart comes later, if at
    /// all.
    @Test
    void the_first_page_weighs_less_than_200_kilobytes_with_all_that_it_loads() {
        try (var ratna = installation.signedIn(admin)) {
            var page = ratna.get("/?from=2025-01-01&to=2025-12-31", "Accept-Encoding", "gzip");
            var plain = ratna.get("/?from=2025-01-01&to=2025-12-31").body();
            var sum = ratna.download("/?from=2025-01-01&to=2025-12-31", "Accept-Encoding", "gzip").length;
            var assets = ASSET.matcher(plain)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            for (var asset : assets) {
                sum += ratna.download(asset, "Accept-Encoding", "gzip").length;
            }
            System.out.printf("first page with %d assets: %,d bytes%n", assets.size(), sum);

            assertThat(page.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(assets).hasSizeGreaterThan(3).noneMatch(asset -> asset.contains("echarts"));
            assertThat(sum).isLessThan(MOST_BYTES);
        }
    }
}
