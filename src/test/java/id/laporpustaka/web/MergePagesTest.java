package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MergePagesTest extends DirectoryPages {

    @Test
    void two_libraries_are_merged_after_both_were_seen() {
        var path = "/perpustakaan/" + world.patutrejo + "/gabung";
        assertThat(text(joko.get(path + "?q=lancar"))).contains("Tidak ada perpustakaan lain");
        assertThat(joko.get(path + "?q=harjo").body()).contains(path + "/" + world.grabag);
        var both = joko.get(path + "/" + world.grabag);
        assertThat(text(both)).contains("Punya 1 pelapor, 6 laporan, 0 draf", "Punya 0 pelapor, 0 laporan");
        assertThat(joko.post(path + "/" + world.grabag, Map.of("_csrf", token(joko)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(joko.get(path + "/" + world.patutrejo).statusCode()).isEqualTo(404);

        var merged = post(joko, path + "/" + world.grabag, "keep", "" + world.grabag);

        assertThat(text(merged)).contains("sudah digabungkan ke yang ini", "Perpustakaan Desa Harjobinangun");
        assertThat(text(joko.get("/perpustakaan/" + world.patutrejo)))
                .contains("Sudah digabungkan ke", "Perpustakaan Desa Harjobinangun")
                .doesNotContain("Aktifkan lagi", "Ubah data");
        try (var second = installation.signedIn(other)) {
            assertThat(text(post(second, path + "/" + world.grabag, "keep", "" + world.grabag)))
                    .contains("lebih dahulu digabungkan oleh Pak Joko");
            assertThat(text(post(second, "/perpustakaan/" + world.patutrejo + "/pemakaian", "use", "true")))
                    .contains("nonaktif");
        }
        assertThat(fresh.context().fetchCount(LIBRARY, LIBRARY.ACTIVE.isTrue())).isEqualTo(3);
    }
}
