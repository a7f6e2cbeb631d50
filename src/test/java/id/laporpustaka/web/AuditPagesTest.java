package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.AUDIT;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.people.Audit;
import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditSubject;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditPagesTest extends AdminPages {
    private static final String PATH = "/catatan";
    private static final String DOWNLOAD = PATH + "/unduh";

    @Test
    void the_audit_log_is_for_admins() {
        isForAdminsOnly(PATH, List.of((client, token) -> client.post(DOWNLOAD, Map.of("_csrf", token))));
        assertThat(ratna.post(DOWNLOAD, Map.of()).statusCode()).isEqualTo(403);
        assertThat(exports()).isZero();
    }

    @Test
    void it_says_who_did_what_to_whom_where_and_by_which_way() {
        assertThat(text(ratna.get(PATH)))
                .contains(
                        "Bu Ratna masuk di peramban",
                        "peramban · 127.0.0.1",
                        "Bu Ratna menerima Bu Sari sebagai pelapor",
                        "Tentang: Bu Sari",
                        "Perpustakaan: Perpustakaan Desa Lancar",
                        "Desa Lancar",
                        "Lapor Pustaka memberi peran kepada Pak Joko");
        assertThat(text(ratna.get(PATH + "?bahasa=en"))).contains("Bu Ratna accepted Bu Sari as a reporter");
    }

    @Test
    void it_is_filtered_by_person_library_action_and_days() {
        var db = fresh.context();
        db.update(AUDIT)
                .set(AUDIT.AT, Instant.parse("2025-08-01T16:59:00Z"))
                .where(AUDIT.LIBRARY_ID.eq(world.kota))
                .execute();

        assertThat(found("orang=joko")).contains("Pak Joko").doesNotContain("Bu Sari");
        assertThat(found("orang=" + world.reporter)).contains("3 catatan");
        assertThat(found("perpustakaan=lancar")).contains("1 catatan", "Perpustakaan Desa Lancar");
        assertThat(found("perpustakaan=" + world.kota)).contains("1 catatan", "TBM Sumber Ilmu", "1 Agu 2025 23.59");
        assertThat(found("tindakan=role_given")).contains("2 catatan");
        assertThat(found("tindakan=zzz&orang=%25")).contains("0 catatan", "Tidak ada catatan dengan saringan ini.");
        assertThat(found("dari=2025-08-01&sampai=2025-08-01")).contains("1 catatan", "TBM Sumber Ilmu");
        assertThat(found("sampai=2025-07-31")).contains("0 catatan");
        assertThat(ratna.get(PATH + "?dari=+9999999-01-01").statusCode()).isEqualTo(422);
        assertThat(found("page=999999")).contains("Halaman 1.000.000");
    }

    @Test
    void who_is_erased_has_a_number_only() {
        var people = new People(fresh.context());
        var bayu = people.add(90, "Pak Bayu", "id");
        people.rename(By.chat(world.admin), bayu, "Pak Bayu Aji");
        people.erase(By.chat(bayu), bayu, installation.now());

        assertThat(found("orang=" + bayu))
                .contains(
                        "Bu Ratna mengganti nama orang yang datanya sudah dihapus",
                        "Tentang: nomor " + bayu,
                        "Oleh: nomor " + bayu)
                .doesNotContain("Bayu");
    }

    @Test
    void an_action_of_a_later_version_is_shown_as_it_is() {
        new Audit(fresh.context())
                .record(By.chat(world.admin), AuditAction.SIGNED_OUT, AuditSubject.ofPerson(world.admin));
        fresh.context()
                .update(AUDIT)
                .set(AUDIT.ACTION, "planet_<b>moved")
                .where(AUDIT.ACTION.eq("signed_out"))
                .execute();

        assertThat(ratna.get(PATH).body()).contains("Bu Ratna: planet_&lt;b&gt;moved");
    }

    @Test
    void the_filtered_log_is_taken_along_and_that_is_recorded() {
        new People(fresh.context()).rename(By.chat(world.coordinator), world.coordinator, "=1+1\u202e\"x\"");
        var page = ratna.get(PATH + "?orang=" + world.coordinator);

        var csv = ratna.post(DOWNLOAD, form(page, "orang", Long.toString(world.coordinator)));

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"catatan-perubahan.csv\"");
        assertThat(csv.body().lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("\uFEFF\"Nomor\",\"Waktu\",\"Kode tindakan\"");
        assertThat(csv.body())
                .contains("\"person_renamed\"", "\"'=1+1\"\"x\"\"\"", "\"role_given\"", "\"Telegram\"")
                .doesNotContain("\u202e", "Bu Sari", "\"=");
        assertThat(exports()).isOne();
        assertThat(text(ratna.get(PATH))).contains("Bu Ratna mengunduh catatan perubahan");
    }

    @Test
    void a_long_log_is_taken_along_whole() {
        var audit = new Audit(fresh.context());
        for (var i = 0; i < 1_200; i++) {
            audit.record(By.chat(world.admin), AuditAction.SIGNED_IN, AuditSubject.ofPerson(world.admin));
        }

        var csv = ratna.post(DOWNLOAD, form(ratna.get(PATH), "tindakan", "signed_in"));

        assertThat(csv.body().lines()).hasSize(1 + 1_200 + 1);
    }

    private int exports() {
        return fresh.context().fetchCount(AUDIT, AUDIT.ACTION.eq("audit_exported"));
    }

    private String found(String query) {
        return text(ratna.get(PATH + "?" + query)).replaceAll("<option.*</option>", "");
    }

    private static Map<String, String> form(HttpResponse<String> page, String field, String value) {
        var form = new HashMap<String, String>();
        form.put("_csrf", Client.csrfTokenIn(page));
        form.put(field, value);
        return form;
    }

    private static String text(HttpResponse<String> page) {
        return page.body()
                .replaceAll("(?s)<select.*</select>", "")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }
}
