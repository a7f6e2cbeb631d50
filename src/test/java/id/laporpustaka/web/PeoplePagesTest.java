package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.AUDIT;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.Language;
import id.laporpustaka.people.By;
import id.laporpustaka.people.LibraryFilter;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Npp;
import id.laporpustaka.place.Scheme;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeoplePagesTest extends DirectoryPages {

    @Test
    void people_are_listed_with_what_they_are_within_the_scope() {
        assertThat(text(joko.get("/orang")))
                .contains(
                        "Bu Sari", "TBM Sumber Ilmu", "Pak Joko PIC kabupaten/kota · Kab. Purworejo", "dapat dihubungi")
                .doesNotContain("Perpustakaan Desa Lancar", "Bu Rahayu", "Bu Ratna");
        assertThat(text(joko.get("/orang?q=sari"))).contains("Bu Sari").doesNotContain("Bu Desi");
        assertThat(text(joko.get("/orang?q=zzz"))).contains("Tidak ada orang yang namanya memuat \"zzz\"");
        assertThat(text(joko.get("/orang/" + world.reporter)))
                .contains("Melapor untuk", "Perpustakaan Desa Harjobinangun", "Riwayat perubahan")
                .doesNotContain("Lancar");
    }

    @Test
    void a_role_is_taken_back_by_who_may_and_only_once() {
        var path = "/orang/" + desa + "/peran/" + assignmentOf(desa) + "/akhiri";
        var equal = "/orang/" + other + "/peran/" + assignmentOf(other) + "/akhiri";
        assertThat(joko.post(equal, Map.of("_csrf", token(joko))).statusCode()).isEqualTo(404);
        assertThat(joko.get("/orang/" + other).body()).doesNotContain("/akhiri");

        assertThat(text(post(joko, path))).contains("Peran sudah dicabut");
        try (var second = installation.signedIn(other)) {
            assertThat(text(post(second, path))).contains("Peran itu sudah lebih dahulu dicabut oleh Pak Joko");
        }
        assertThat(outsider.post(path, Map.of("_csrf", token(outsider))).statusCode())
                .isEqualTo(404);

        try (var admin = installation.signedIn(world.admin)) {
            var own = "/orang/" + world.admin + "/peran/" + assignmentOf(world.admin) + "/akhiri";
            assertThat(text(post(admin, own))).contains("Admin terakhir tidak dapat dicabut");
        }
    }

    @Test
    void that_a_person_reports_is_ended_on_their_page() {
        var path = "/orang/" + world.reporter + "/perpustakaan/" + world.grabag + "/akhiri";

        assertThat(text(post(joko, path))).contains("Sudah diakhiri");
        assertThat(text(post(joko, path))).contains("Sudah lebih dahulu diakhiri oleh Pak Joko");
        assertThat(joko.post(
                                "/orang/" + world.reporter + "/perpustakaan/" + world.wonosobo + "/akhiri",
                                Map.of("_csrf", token(joko)))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void signing_in_and_out_and_choosing_a_language_are_recorded() {
        new People(fresh.context()).setLanguage(By.chat(desa), desa, "en");
        new People(fresh.context()).setLanguage(By.chat(desa), desa, "en");
        post(joko, "/keluar");

        assertThat(fresh.context()
                        .select(AUDIT.ACTION)
                        .from(AUDIT)
                        .where(AUDIT.ACTION.in("signed_in", "signed_out", "language_chosen"))
                        .orderBy(AUDIT.ID)
                        .fetch(AUDIT.ACTION))
                .containsExactly("signed_in", "signed_in", "language_chosen", "signed_out");
    }

    @Test
    void every_code_has_its_words() {
        var words = Words.in(Language.INDONESIAN);
        var keys = Stream.of(
                        Arrays.stream(Notice.values()).map(Notice::key),
                        keys("library.type.", LibraryType.values()),
                        keys("library.scheme.", Scheme.values()),
                        keys("library.npp.", Npp.Fault.values()),
                        keys("libraries.filter.", LibraryFilter.values()),
                        keys("member.", MemberRole.values()),
                        keys("role.", Role.values()))
                .flatMap(all -> all);

        assertThat(keys).allSatisfy(key -> assertThat(words.has(key)).as(key).isTrue());
    }

    private static Stream<String> keys(String prefix, Enum<?>[] codes) {
        return Arrays.stream(codes).map(code -> prefix + code.name().toLowerCase(Locale.ROOT));
    }
}
