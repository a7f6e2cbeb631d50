package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.INVITE;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.place.SampleRegions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvitePagesTest extends DirectoryPages {

    @Test
    void an_invitation_shows_its_secret_once_and_is_taken_back() {
        var path = "/perpustakaan/" + world.grabag + "/undang";
        var wrong = joko.post(path, Map.of("_csrf", token(joko), "uses", "0", "days", "abc"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(text(wrong)).contains("Isi angka dari 1 sampai 100", "Isi angka dari 1 sampai 90");
        assertThat(wrong.body()).contains("value=\"abc\"");

        var made = joko.post(path, Map.of("_csrf", token(joko), "uses", "3", "days", "10"));

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.body()).contains("https://t.me/laporpustaka_bot?start=u_", "<path d=\"M");
        assertThat(text(made)).contains("Untuk 3 orang, berlaku sampai 30 Agu 2025");
        var list = joko.get("/undangan");
        assertThat(text(list))
                .contains("Perpustakaan Desa Harjobinangun", "Sisa 3 dari 3 orang", "dibuat oleh Pak Joko");
        assertThat(list.body()).doesNotContain("start=u_");

        var id = fresh.context().fetchSingle(INVITE).getId();
        assertThat(text(post(joko, "/undangan/" + id + "/cabut"))).contains("sudah dicabut");
        assertThat(text(post(joko, "/undangan/" + id + "/cabut", "library", "1")))
                .contains("lebih dahulu dicabut oleh Pak Joko", "Perpustakaan Desa Harjobinangun");
    }

    @Test
    void an_invitation_that_is_over_is_not_taken_back() {
        var id = invite(world.grabag);
        var token = token(joko);
        installation.pass(Duration.ofHours(11));
        joko.get("/");
        installation.pass(Duration.ofHours(11));
        joko.get("/");
        installation.pass(Duration.ofHours(11));

        var gone = joko.post("/undangan/" + id + "/cabut", Map.of("_csrf", token));

        assertThat(text(follow(joko, gone))).contains("sudah habis atau kedaluwarsa");
    }

    @Test
    void a_coordinator_invites_to_roles_below_their_own_and_only_where_they_are() {
        var village = SampleRegions.id(fresh.context(), "33.06.01.2001");
        var base = "/orang/undang?role=PIC_DESA";

        assertThat(text(joko.get("/orang/undang")))
                .contains("Fasilitator daerah", "PIC desa")
                .doesNotContain("PIC provinsi");
        assertThat(joko.get(base + "&q=harjo").body()).contains("region=" + village);
        assertThat(text(joko.get(base + "&q=lancar"))).contains("Tidak ada wilayah \"lancar\"");
        assertThat(text(joko.get("/orang/undang?role=FASDA"))).contains("Kab. Purworejo");
        assertThat(joko.get("/orang/undang?role=ADMIN").statusCode()).isEqualTo(404);
        assertThat(text(joko.get(base + "&region=" + village))).contains("PIC desa · Desa Harjobinangun");

        var fields = new HashMap<>(Map.of("_csrf", token(joko), "role", "PIC_DESA", "region", "" + village));
        fields.putAll(Map.of("uses", "1", "days", "99"));
        var wrong = joko.post("/orang/undang", fields);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(text(wrong)).contains("Isi angka dari 1 sampai 30");
        fields.put("days", "7");
        var made = joko.post("/orang/undang", fields);
        assertThat(text(made)).contains("PIC desa · Desa Harjobinangun", "Kode");
        assertThat(text(joko.get("/undangan"))).contains("PIC desa Desa Harjobinangun");

        fields.put("role", "PIC_KAB");
        assertThat(joko.post("/orang/undang", fields).statusCode()).isEqualTo(404);
        fields.put("role", "PIC_DESA");
        fields.put("region", "" + SampleRegions.id(fresh.context(), "33.06"));
        assertThat(joko.post("/orang/undang", fields).statusCode()).isEqualTo(404);
        fields.remove("region");
        assertThat(joko.post("/orang/undang", fields).statusCode()).isEqualTo(404);
        try (var admin = installation.signedIn(world.admin)) {
            fields.put("_csrf", token(admin));
            fields.put("role", "NASIONAL");
            assertThat(text(admin.post("/orang/undang", fields))).contains("Perpustakaan Nasional · Indonesia");
        }
    }
}
