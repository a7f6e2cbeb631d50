package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.AUDIT;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.REGION_DATA;
import static id.laporpustaka.db.generated.Tables.REGION_UPLOAD;
import static id.laporpustaka.web.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.RegionChanges;
import id.laporpustaka.place.RegionReading;
import id.laporpustaka.place.RegionUpdate;
import id.laporpustaka.place.RegionVersion;
import id.laporpustaka.place.RegionZips;
import id.laporpustaka.place.Regions;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RegionPagesTest extends AdminPages {
    private static final String PATH = "/wilayah";
    private static final String BUILT_IN = PATH + "/versi/bawaan";
    private static final String KEPT = "33.06.01.2001,Harjobinangun";

    @Test
    void the_region_data_are_for_admins() {
        isForAdminsOnly(
                PATH,
                List.of(
                        (client, _) -> client.get(BUILT_IN),
                        (client, token) -> client.post(BUILT_IN, Map.of("_csrf", token)),
                        (client, token) -> client.upload(PATH, token, "a.zip", RegionZips.sample(KEPT))));
        assertThat(ratna.post(BUILT_IN, Map.of()).statusCode()).isEqualTo(403);
        assertThat(fresh.context().fetchCount(REGION_DATA)).isZero();
    }

    @Test
    void an_admin_sees_what_is_there_and_what_the_product_brings() {
        assertThat(text(ratna.get(PATH)))
                .contains(
                        "Provinsi 2",
                        "Kabupaten/kota 3",
                        "Kecamatan 3",
                        "Desa/kelurahan 4",
                        "Lapor Pustaka membawa versi lain: idn-area-data 4.0.1.");
    }

    @Test
    void the_whole_country_goes_from_one_version_to_the_next() {
        var old = (RegionReading.Accepted) RegionVersion.read(RegionZips.old(), "idn-area-data 3.1.2");
        var changes = new RegionChanges(fresh.database());
        fresh.context()
                .update(REGION)
                .set(REGION.VALID_FROM, LocalDate.of(2004, 1, 1))
                .execute();
        assertThat(changes.apply(changes.preview(old.version()), Map.of(), LocalDate.of(2022, 2, 14)))
                .isInstanceOf(RegionUpdate.Done.class);
        var regions = new Regions(fresh.context());
        var tomor = regions.findByCode("93.04.08.2007").orElseThrow();
        var library = new Libraries(fresh.context())
                .add("TBM Tomor", LibraryType.TBM, Scheme.MANDIRI, Optional.empty(), tomor.id());

        var preview = ratna.get(BUILT_IN);
        assertThat(text(preview))
                .contains(
                        "Dari idn-area-data 3.1.2 ke idn-area-data 4.0.1.",
                        "711 Ejaan",
                        "191 Ganti nama",
                        "125 Pindah atau kode baru",
                        "11 Baru",
                        "4 Berakhir",
                        "Desa Tomor",
                        "1 perpustakaan, 0 koordinator",
                        "Desa Tolisu, Kec. Toili, KABUPATEN BANGGAI · 72.01.09.2015 → "
                                + "Desa Tolisu, Kec. Toili Jaya, Kab. Banggai · 72.01.24.2001",
                        "Namanya sangat berbeda",
                        "… dan 611 lagi.");

        var fields = fields(preview);
        var ids = asked(preview);
        assertThat(ids).hasSize(3).contains(tomor.id());
        var undecided = ratna.post(BUILT_IN, fields);
        assertThat(undecided.statusCode()).isEqualTo(422);
        assertThat(text(undecided)).contains("Belum dapat diterapkan", "Pilih penggantinya.");

        ids.forEach(id -> fields.put("choice-" + id, "none"));
        var inUse = ratna.post(BUILT_IN, fields);
        assertThat(text(inUse)).contains("jadi harus ada penggantinya").doesNotContain("Pilih penggantinya.");
        assertThat(inUse.body().split("value=\"none\" selected", -1)).hasSize(4);

        fields.put("choice-" + tomor.id(), "93.04.08.2001");
        var done = ratna.post(BUILT_IN, fields);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(text(follow(done)))
                .contains(
                        "Data wilayah sudah diperbarui.",
                        "Bu Ratna memperbarui data wilayah: idn-area-data 3.1.2 → idn-area-data 4.0.1. Ejaan: 711, "
                                + "nama: 202, pindah atau kode baru: 125, baru: 11, berakhir: 4. "
                                + "Ikut dipindahkan: 1 perpustakaan dan 0 peran koordinator.")
                .doesNotContain("membawa versi lain");
        assertThat(new Libraries(fresh.context())
                        .findById(library)
                        .orElseThrow()
                        .region()
                        .code())
                .isEqualTo("93.04.08.2001");
        var entry = fresh.context()
                .selectFrom(AUDIT)
                .where(AUDIT.ACTION.eq("regions_changed"))
                .fetchSingle();
        assertThat(entry.getPersonId()).isEqualTo(world.admin);
        assertThat(entry.getChannel()).isEqualTo("web");

        assertThat(text(follow(ratna.post(BUILT_IN, fields))))
                .contains("Versi itu sudah lebih dahulu diterapkan oleh Bu Ratna. Tidak ada yang berubah.");
        assertThat(text(follow(ratna.get(BUILT_IN)))).contains("sudah lebih dahulu diterapkan");
        assertThat(fresh.context().fetchCount(AUDIT, AUDIT.ACTION.eq("regions_changed")))
                .isOne();
    }

    @Test
    void an_uploaded_version_is_looked_at_mended_and_applied() {
        var patutrejo = SampleRegions.id(fresh.context(), "33.06.01.2002");
        var address = uploaded("uji 2", RegionZips.sample(KEPT, "33.06.01.2003,Suka<b>maju"));
        var preview = ratna.get(address);
        assertThat(text(preview)).contains("Desa Patutrejo, Kec. Grabag", "1 perpustakaan, 0 koordinator", "1 Baru");
        assertThat(preview.body()).contains("Suka&lt;b&gt;maju").doesNotContain("<b>maju");
        var fields = fields(preview);

        fields.put("code-" + patutrejo, "33.06.01");
        var elsewhere = ratna.post(address, fields);
        assertThat(text(elsewhere)).contains("Pengganti itu tidak ada di data yang baru");
        assertThat(elsewhere.body()).contains("name=\"code-" + patutrejo + "\" value=\"33.06.01\"");

        fields.put("code-" + patutrejo, "");
        fields.put("choice-" + patutrejo, "33.06.01.2003");
        fields.put("day", "2025-04-25");
        assertThat(text(ratna.post(address, fields))).contains("Pilih hari yang lebih kemudian.");
        fields.put("day", "2030-01-01");
        assertThat(text(ratna.post(address, fields))).contains("paling lambat hari ini");

        fields.put("day", "2025-06-01");
        assertThat(text(follow(ratna.post(address, fields)))).contains("Data wilayah sudah diperbarui.", "uji 2");
        assertThat(new Libraries(fresh.context())
                        .findById(world.patutrejo)
                        .orElseThrow()
                        .region()
                        .code())
                .isEqualTo("33.06.01.2003");
        assertThat(fresh.context().fetchCount(REGION_UPLOAD)).isZero();
        assertThat(text(follow(ratna.post(address, fields)))).contains("sudah diganti yang lebih baru atau sudah");
        assertThat(text(upload("uji 2", "2025-06-01", RegionZips.sample(KEPT)))).contains("sudah pernah diterapkan");
    }

    @Test
    void a_preview_that_is_out_of_date_is_not_applied() {
        var address = uploaded("uji 3", RegionZips.sample(KEPT, "33.06.01.2002,Patutrejo", "33.06.01.2004,Baru"));
        var fields = fields(ratna.get(address));
        var changes = new RegionChanges(fresh.database());
        var meanwhile = (RegionReading.Accepted)
                RegionVersion.read(RegionZips.sample(KEPT, "33.06.01.2002,Patutrejo"), "uji 2");
        changes.apply(changes.preview(meanwhile.version()), Map.of(), LocalDate.of(2025, 5, 1));

        var stale = ratna.post(address, fields);

        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(text(stale)).contains("Data wilayah sudah berubah sejak Anda melihatnya; sekarang versinya uji 2.");
        assertThat(follow(ratna.post(address, fields(stale))).body()).contains("sudah diperbarui");
    }

    @Test
    void a_newer_upload_takes_the_place_of_the_one_before() {
        var first = uploaded("uji 2", RegionZips.sample(KEPT, "33.06.01.2002,Patutrejo"));
        var second = uploaded("uji 3", RegionZips.sample(KEPT, "33.06.01.2002,Patutrejo"));

        assertThat(text(follow(ratna.get(first)))).contains("sudah diganti yang lebih baru");
        assertThat(ratna.get(second).statusCode()).isEqualTo(200);
        assertThat(text(ratna.get(PATH))).contains("Versi uji 3 sudah diunggah");
        assertThat(fresh.context().fetchCount(REGION_UPLOAD)).isOne();
        assertThat(ratna.get(PATH + "/versi/x").statusCode()).isEqualTo(303);
    }

    @Test
    void what_is_no_region_data_is_refused_with_its_reason() {
        assertThat(text(wrong(RegionZips.bytes("halo")))).contains("bukan berkas zip");
        assertThat(text(wrong(new byte[0]))).contains("Isi nama versi");
        assertThat(text(wrong(new byte[9 << 20]))).contains("terlalu besar");
        assertThat(text(wrong(RegionZips.sample(KEPT, "33.06.01.2001,Lagi"))))
                .contains("villages.csv, baris 5: kodenya sudah dipakai pada baris lain.");
        var files = RegionZips.sampleFiles(KEPT);
        files.remove("districts.csv");
        assertThat(text(wrong(RegionZips.zip(files)))).contains("districts.csv tidak ada di dalam berkas zip.");
        files.put("districts.csv", new byte[40 << 20]);
        assertThat(text(wrong(RegionZips.zip(files)))).contains("terlalu besar untuk data wilayah");
        var broken = RegionZips.sample(KEPT);
        for (var i = 60; i < 100; i++) {
            broken[i] = 7;
        }
        assertThat(wrong(broken).statusCode()).isEqualTo(422);
        assertThat(text(upload("uji", "2031-01-01", RegionZips.sample(KEPT)))).contains("paling lambat hari ini");
        assertThat(text(upload("", "2025-06-01", RegionZips.sample(KEPT)))).contains("Isi nama versi");
        assertThat(fresh.context().fetchCount(REGION_UPLOAD)).isZero();
    }

    private HttpResponse<String> wrong(byte[] zip) {
        var answer = upload("uji \"2\"", "2025-06-01", zip);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"uji &#34;2&#34;\"", "value=\"2025-06-01\"");
        return answer;
    }

    private HttpResponse<String> upload(String name, String day, byte[] zip) {
        var token = Client.csrfTokenIn(ratna.get(PATH));
        return ratna.upload(PATH, Map.of("_csrf", token, "name", name, "day", day), "regions.zip", zip);
    }

    private String uploaded(String name, byte[] zip) {
        var answer = upload(name, "2025-06-01", zip);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> follow(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return ratna.get(answer.headers().firstValue("Location").orElseThrow());
    }

    /// What the form of a preview sends as it is.
    private static Map<String, String> fields(HttpResponse<String> preview) {
        var fields = new HashMap<String, String>();
        Pattern.compile("name=\"(_csrf|from|day)\" value=\"([^\"]*)\"")
                .matcher(preview.body())
                .results()
                .forEach(match -> fields.put(match.group(1), match.group(2)));
        return fields;
    }

    private static List<Long> asked(HttpResponse<String> preview) {
        return Pattern.compile("name=\"choice-(\\d+)\"")
                .matcher(preview.body())
                .results()
                .map(match -> Long.valueOf(match.group(1)))
                .toList();
    }
}
