package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryListPagesTest extends DirectoryPages {

    @Test
    void the_list_counts_filters_and_searches() {
        var all = text(joko.get("/perpustakaan"));
        assertThat(all)
                .contains(
                        "3 perpustakaan aktif",
                        "Sudah bergabung 2",
                        "Belum pernah bergabung 1",
                        "Perpustakaan Desa Harjobinangun Perpustakaan desa",
                        "Desa Harjobinangun, Kec. Grabag, Kab. Purworejo 1 Agu 2025",
                        "Tambah perpustakaan")
                .doesNotContain("Lancar");
        assertThat(text(joko.get("/perpustakaan?filter=never_joined")))
                .contains("Patutrejo")
                .doesNotContain("Harjobinangun");
        assertThat(text(joko.get("/perpustakaan?q=sumber+TBM")))
                .contains("TBM Sumber Ilmu")
                .doesNotContain("Patutrejo");
        assertThat(text(joko.get("/perpustakaan?q=x%00%E2%80%AE%3Cb%3E&filter=zzz")))
                .contains("memuat \"x&lt;b&gt;\"");
        assertThat(text(joko.get("/perpustakaan?filter=inactive")))
                .contains("Tidak ada perpustakaan dengan saringan ini");
        assertThat(text(joko.get("/perpustakaan?page=999999"))).contains("Halaman ini tidak ada lagi");
        installation.pass(Duration.ofDays(60));
        joko = installation.signedIn(world.coordinator);
        assertThat(text(joko.get("/perpustakaan?bahasa=en"))).contains("30 days without an activity 2");
    }

    @Test
    void names_do_no_harm() {
        var name = "<b>Perpus</b> \u202Egnal " + "x".repeat(90);
        fresh.context()
                .update(LIBRARY)
                .set(LIBRARY.NAME, name)
                .where(LIBRARY.ID.eq(world.grabag))
                .execute();

        for (var path : List.of(
                "/perpustakaan",
                "/perpustakaan/" + world.grabag,
                "/perpustakaan/" + world.grabag + "/undang",
                "/perpustakaan/" + world.kota + "/gabung/" + world.grabag,
                "/orang",
                "/orang/" + world.reporter)) {
            var page = joko.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body().replaceAll("value=\"[^\"]*\"", ""))
                    .as(path)
                    .contains("&lt;b&gt;Perpus&lt;/b&gt; gnal")
                    .doesNotContain("<b>", "\u202E");
        }
        assertThat(joko.get("/perpustakaan/" + world.grabag + "/ubah").body())
                .contains("value=\"&lt;b>Perpus&lt;/b> gnal")
                .doesNotContain("\u202E");
    }
}
