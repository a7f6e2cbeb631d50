package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.EXPORT;
import static id.laporpustaka.web.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.export.Exports;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Files are ordered, looked after and fetched on their page.
class ExportPagesTest extends AdminPages {
    private static final String PATH = Exports.PATH;

    private Map<String, String> form(String kind, String from, String to) {
        return Map.of("_csrf", Client.csrfTokenIn(ratna.get(PATH)), "format", kind, "from", from, "to", to);
    }

    @Test
    void every_kind_of_file_can_be_ordered() {
        for (var kind : new String[] {"XLSX", "SUMMARY", "PHOTOS"}) {
            assertThat(ratna.post(PATH, form(kind, "2025-08-01", "2025-08-20")).statusCode())
                    .isEqualTo(303);
        }
        var page = text(ratna.get(PATH));
        assertThat(page).contains("Excel, 1 Agu 2025", "Ringkasan PDF, 1", "Foto (ZIP), 1", "Menunggu giliran");
        assertThat(text(ratna.post(PATH, form("CSV", "2025-08-01", "2025-08-20"))))
                .contains("Masih ada 3 berkas");

        fresh.context().deleteFrom(EXPORT).execute();
        ratna.post(PATH, form("IPLM", "2025-08-01", "2025-08-20"));
        ratna.post(PATH, form("SIM_TPBIS", "2025-08-01", "2025-08-31"));
        assertThat(text(ratna.get(PATH))).contains("Angka IPLM, 2025", "Rekap SIM TPBIS, ");
    }

    @Test
    void a_period_that_ends_before_it_begins_is_refused_and_nothing_typed_is_lost() {
        var refused = ratna.post(PATH, form("SUMMARY", "2025-08-31", "2025-08-01"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("tanggal akhir tidak boleh sebelum tanggal awal", "English");
        assertThat(refused.body())
                .contains("value=\"2025-08-31\"")
                .containsPattern("value=\"SUMMARY\"[^>]*checked")
                .contains("aria-current=\"page\"");
        assertThat(fresh.context().fetchCount(EXPORT)).isZero();
    }

    @Test
    void an_order_is_cancelled_by_who_gave_it_only() {
        ratna.post(PATH, form("XLSX", "2025-08-01", "2025-08-20"));
        var id = fresh.context().fetchValue(fresh.context().select(EXPORT.ID).from(EXPORT));
        try (var joko = installation.signedIn(world.coordinator)) {
            joko.post(PATH + "/" + id + "/batal", Map.of("_csrf", Client.csrfTokenIn(joko.get(PATH))));
            assertThat(text(joko.get(PATH))).contains("Belum ada berkas");
        }
        assertThat(text(ratna.get(PATH))).contains("Menunggu giliran");

        ratna.post(PATH + "/" + id + "/batal", Map.of("_csrf", Client.csrfTokenIn(ratna.get(PATH))));

        assertThat(text(ratna.get(PATH))).contains("Dibatalkan");
    }

    @Test
    void a_region_outside_ones_own_is_refused() {
        try (var joko = installation.signedIn(world.coordinator)) {
            var form = Map.of(
                    "_csrf", Client.csrfTokenIn(joko.get(PATH)),
                    "format", "XLSX",
                    "from", "2025-08-01",
                    "to", "2025-08-20",
                    "region", "999999");
            assertThat(joko.post(PATH, form).statusCode()).isEqualTo(422);
        }
        assertThat(fresh.context().fetchCount(EXPORT)).isZero();
    }
}
