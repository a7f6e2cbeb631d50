package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.place.SampleRegions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LibraryFormPagesTest extends DirectoryPages {

    @Test
    void a_library_is_added_in_a_village_that_is_searched_for() {
        var region = SampleRegions.id(fresh.context(), "33.06.06.1007");

        assertThat(text(joko.get("/perpustakaan/baru?q=lancar"))).contains("Tidak ada wilayah \"lancar\"");
        var found = joko.get("/perpustakaan/baru?q=cangkrep");
        assertThat(text(found)).contains("Kel. Cangkrepkidul, Kec. Purworejo, Kab. Purworejo");
        assertThat(found.body()).contains("/perpustakaan/baru?region=" + region);
        assertThat(text(joko.get("/perpustakaan/baru?region=" + region))).contains("Nama perpustakaan", "Simpan");

        var added = add(joko, region, "TBM Baru", "TBM", "");

        assertThat(text(follow(joko, added)))
                .contains("sudah ditambahkan", "TBM Baru", "Pak Joko menambahkan perpustakaan ini");
    }

    @Test
    void similar_names_in_the_same_village_must_be_confirmed() {
        var region = SampleRegions.id(fresh.context(), "33.06.01.2001");

        var asked = add(joko, region, "Perpus Harjobinangun", "DESA", "");
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(text(asked)).contains("sudah ada perpustakaan dengan nama yang mirip");
        assertThat(asked.body()).contains("value=\"Perpus Harjobinangun\"", "value=\"" + world.grabag + "\"");

        var added = add(joko, region, "Perpus Harjobinangun", "DESA", "" + world.grabag);
        assertThat(added.statusCode()).isEqualTo(303);
    }

    @Test
    void wrong_fields_come_back_as_they_were_typed_each_with_its_fault() {
        var region = SampleRegions.id(fresh.context(), "33.06.01.2001");
        var fields =
                new HashMap<>(Map.of("_csrf", token(joko), "region", "" + region, "name", "<b\u202E", "npp", "12"));
        fields.put("type", "NONE");
        var page = joko.post("/perpustakaan/baru", fields);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(text(page)).contains("Isi nama dengan 3 sampai 120 huruf", "Pilih salah satu", "terlalu pendek");
        assertThat(page.body())
                .doesNotContain("\u202E")
                .contains("value=\"&lt;b\"", "value=\"12\"", "aria-invalid=\"true\"", "id=\"npp-problem\"");
        assertThat(text(add(joko, region, "x".repeat(121), "DESA", ""))).contains("3 sampai 120");
        assertThat(add(joko, region, "x".repeat(120), "DESA", "").statusCode()).isEqualTo(303);
    }

    @Test
    void a_library_is_changed_and_a_second_change_from_an_old_form_is_told_of() {
        var path = "/perpustakaan/" + world.grabag + "/ubah";
        var form = joko.get(path);
        var changed = joko.post(path, edit(form, joko, "Perpustakaan Cerdas", "3306010D0000001"));
        assertThat(text(follow(joko, changed)))
                .contains("sudah disimpan", "Perpustakaan Cerdas", "3306010D0000001", "Pak Joko mengubah data");

        try (var second = installation.signedIn(other)) {
            var late = second.post(path, edit(form, second, "Perpustakaan Lain", ""));
            assertThat(late.statusCode()).isEqualTo(422);
            assertThat(text(late)).contains("sudah diubah oleh Pak Joko");
            assertThat(late.body()).contains("value=\"Perpustakaan Cerdas\"");
            var now = second.post(path, edit(late, second, "Perpustakaan Lain", ""));
            assertThat(text(follow(second, now))).contains("Perpustakaan Lain");
        }
        assertThat(text(joko.post(path, edit(joko.get(path), joko, "Perpustakaan", "330601000000001"))))
                .contains("Tanda kedelapan NPP harus huruf");
    }

    @Test
    void a_library_moves_to_another_village_of_the_scope_only() {
        var path = "/perpustakaan/" + world.grabag + "/ubah";
        var there = SampleRegions.id(fresh.context(), "33.06.01.2002");

        var form = joko.get(path + "?region=" + there);
        assertThat(text(form)).contains("Desa Patutrejo");
        assertThat(text(follow(joko, joko.post(path, edit(form, joko, "Pindahan", "")))))
                .contains("Desa Patutrejo, Kec. Grabag");
        assertThat(joko.get(path + "?region=" + SampleRegions.id(fresh.context(), "33.07.01.2001"))
                        .statusCode())
                .isEqualTo(404);
    }
}
