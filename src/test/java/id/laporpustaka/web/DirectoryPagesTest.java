package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.AUDIT;
import static id.laporpustaka.db.generated.Tables.INVITE;
import static id.laporpustaka.db.generated.Tables.JOB;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.form.Language;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.InviteTarget;
import id.laporpustaka.people.Invites;
import id.laporpustaka.people.LibraryFilter;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.MembershipRequest;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Npp;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DirectoryPagesTest {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private Installation installation;
    private Purworejo world;
    private Client joko;
    private long rahayu;
    private Client outsider;
    private long desa;
    private long other;

    @BeforeEach
    void start() {
        installation = new Installation(fresh.database());
        world = new Purworejo(fresh.context()).withReports();
        rahayu = person(50, "Bu Rahayu");
        appoint(rahayu, Role.PIC_KAB, "33.07");
        other = person(51, "Pak Anwar");
        appoint(other, Role.PIC_KAB, "33.06");
        desa = person(52, "Bu Desi");
        appoint(desa, Role.PIC_DESA, "33.06.01.2001");
        joko = installation.signedIn(world.coordinator);
        outsider = installation.signedIn(rahayu);
    }

    @AfterEach
    void stop() {
        joko.close();
        outsider.close();
        installation.close();
    }

    // ---------------------------------------------------------------- one library

    @Test
    void a_library_is_shown_with_all_that_a_coordinator_needs() {
        var wish = wish(person(60, "Bu Tini"), world.grabag);
        assertThat(wish).isPositive();

        var page = text(joko.get("/perpustakaan/" + world.grabag));

        assertThat(page)
                .contains(
                        "Perpustakaan Desa Harjobinangun",
                        "Desa Harjobinangun, Kec. Grabag, Kab. Purworejo",
                        "Menunggu persetujuan Bu Tini Pengelola / pustakawan · mendaftar 20 Agu 2025",
                        "Terima Tolak",
                        "Bu Sari Pengelola / pustakawan · sejak 20 Agu 2025",
                        "Serahkan ke orang lain",
                        "Undang pelapor",
                        "33.06.01.2001",
                        "Agustus 2025",
                        "Riwayat perubahan",
                        "Bu Tini mendaftar sebagai pelapor",
                        "Bu Ratna menerima Bu Sari sebagai pelapor");
    }

    @Test
    void who_only_looks_sees_no_names_and_no_buttons() {
        try (var client = installation.signedIn(desa)) {
            var page = client.get("/perpustakaan/" + world.grabag);

            assertThat(text(page)).contains("1 pelapor, 0 menunggu persetujuan").doesNotContain("Bu Sari", "Undang");
            assertThat(page.body()).doesNotContain("/ubah", "/gabung", "/undang", "/pemakaian");
            assertThat(client.get("/orang").statusCode()).isEqualTo(404);
            assertThat(client.get("/undangan").statusCode()).isEqualTo(404);
            assertThat(client.get("/perpustakaan/baru").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void somebody_is_made_the_facilitator_of_one_library_and_no_other() {
        var path = "/perpustakaan/" + world.kota + "/fasilitator";

        assertThat(joko.get("/perpustakaan/" + world.kota).body()).contains(path);
        assertThat(text(joko.get(path + "?q=nobody"))).contains("Tidak ada orang bernama \"nobody\"");
        assertThat(text(joko.get(path + "?q=desi"))).contains("Bu Desi", "PIC desa");
        var nobody = post(joko, path, "who", "");
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(text(nobody)).contains("Pilih orangnya.");

        assertThat(text(post(joko, path, "who", "" + desa))).contains("Fasilitator sudah ditunjuk.");
        assertThat(text(post(joko, path, "who", "" + desa))).contains("memang sudah menjadi fasilitator");

        assertThat(text(joko.get("/orang/" + desa))).contains("Fasilitator daerah", "TBM Sumber Ilmu");
        try (var client = installation.signedIn(desa)) {
            assertThat(client.get("/perpustakaan/" + world.kota).statusCode()).isEqualTo(200);
            assertThat(client.get("/perpustakaan/" + world.patutrejo).statusCode())
                    .isEqualTo(404);
            assertThat(client.get(path).statusCode()).isEqualTo(404);
            assertThat(client.get("/perpustakaan/" + world.kota).body()).doesNotContain(path);
        }
        assertThat(post(joko, path, "who", "" + rahayu).statusCode()).isEqualTo(404);
    }

    @Test
    void nothing_outside_the_scope_is_there() {
        var member = wish(person(60, "Bu Tini"), world.grabag);
        var invite = invite(world.grabag);
        var library = "/perpustakaan/" + world.grabag;
        var sari = library + "/pelapor/" + world.reporter;
        var token = csrf(outsider.get("/perpustakaan"));
        var assignment = assignmentOf(desa);

        for (var path : List.of(
                library,
                library + "/ubah",
                library + "/gabung",
                library + "/gabung/" + world.wonosobo,
                "/perpustakaan/" + world.wonosobo + "/gabung/" + world.grabag,
                library + "/undang",
                sari + "/serahkan",
                library + "/fasilitator",
                "/orang/" + world.coordinator,
                "/orang/" + desa,
                "/perpustakaan/999999",
                "/perpustakaan/0x1",
                "/perpustakaan/99999999999999999999",
                "/orang/999999",
                "/orang/undang?role=PIC_DESA&region=" + SampleRegions.id(fresh.context(), "33.06.01.2001"),
                "/orang/undang?role=PIC_KAB",
                "/perpustakaan/baru?region=" + SampleRegions.id(fresh.context(), "33.06.01.2001"))) {
            assertThat(outsider.get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (var path : List.of(
                library + "/ubah",
                library + "/pemakaian",
                library + "/permintaan/" + member,
                "/perpustakaan/" + world.wonosobo + "/permintaan/" + member,
                sari + "/akhiri",
                sari + "/serahkan",
                library + "/fasilitator",
                library + "/undang",
                library + "/gabung/" + world.wonosobo,
                "/perpustakaan/" + world.wonosobo + "/gabung/" + world.grabag,
                "/undangan/" + invite + "/cabut",
                "/orang/" + desa + "/peran/" + assignment + "/akhiri",
                "/orang/" + world.reporter + "/perpustakaan/" + world.grabag + "/akhiri",
                "/perpustakaan/baru",
                "/orang/undang")) {
            var fields = new HashMap<>(Map.of(
                    "_csrf", token, "decision", "accept", "use", "false", "keep", "" + world.grabag, "role", "FASDA"));
            fields.putAll(Map.of(
                    "region",
                    "" + SampleRegions.id(fresh.context(), "33.06.01"),
                    "uses",
                    "1",
                    "days",
                    "1",
                    "to",
                    "" + rahayu));
            assertThat(outsider.post(path, fields).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(text(outsider.get("/perpustakaan?q=harjobinangun"))).contains("Tidak ada nama perpustakaan");
        assertThat(text(outsider.get("/orang"))).doesNotContain("Pak Joko", "Bu Desi");
        assertThat(text(outsider.get("/undangan"))).contains("Tidak ada undangan terbuka");
        assertThat(fresh.context().fetchCount(LIBRARY, LIBRARY.ACTIVE.isTrue())).isEqualTo(4);
        assertThat(fresh.context().fetchCount(MEMBERSHIP, MEMBERSHIP.STATUS.eq("accepted")))
                .isEqualTo(3);
    }

    @Test
    void strangers_and_reporters_get_nowhere_and_nothing_changes_without_the_token() {
        try (var stranger = installation.client();
                var sari = installation.signedIn(world.reporter)) {
            for (var path : List.of("/perpustakaan", "/perpustakaan/" + world.grabag, "/orang", "/undangan")) {
                assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(401);
                assertThat(sari.get(path).statusCode()).as(path).isEqualTo(403);
            }
        }
        assertThat(joko.post("/perpustakaan/" + world.grabag + "/pemakaian", Map.of("use", "false"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(fresh.context().fetchCount(LIBRARY, LIBRARY.ACTIVE.isTrue())).isEqualTo(4);
    }

    @Test
    void who_waits_is_accepted_and_told_and_the_second_one_hears_who_was_faster() {
        var tini = person(60, "Bu Tini");
        var wish = wish(tini, world.grabag);
        var path = "/perpustakaan/" + world.grabag + "/permintaan/" + wish;

        var accepted = post(joko, path, "decision", "accept");
        assertThat(text(accepted)).contains("Sudah diterima.", "Bu Tini Pengelola / pustakawan · sejak");
        assertThat(fresh.context().fetchSingle(JOB).getBody()).contains("tell_decision");
        var audit = fresh.context()
                .selectFrom(AUDIT)
                .where(AUDIT.ACTION.eq("membership_accepted"))
                .and(AUDIT.ABOUT_PERSON_ID.eq(tini))
                .fetchSingle();
        assertThat(audit.getChannel()).isEqualTo("web");
        assertThat(audit.getAddress()).isEqualTo("127.0.0.1");
        assertThat(audit.getPersonId()).isEqualTo(world.coordinator);

        try (var second = installation.signedIn(other)) {
            assertThat(text(post(second, path, "decision", "refuse")))
                    .contains("Sudah lebih dahulu diterima oleh Pak Joko");
        }
        assertThat(fresh.context().fetchCount(JOB)).isEqualTo(1);
        assertThat(joko.post(path, Map.of("_csrf", token(joko), "decision", "maybe"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void of_two_who_decide_at_the_same_moment_one_hears_of_the_other() throws InterruptedException {
        var wish = wish(person(60, "Bu Tini"), world.grabag);
        var path = "/perpustakaan/" + world.grabag + "/permintaan/" + wish;
        try (var second = installation.signedIn(other);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var accept = Map.of("_csrf", token(joko), "decision", "accept");
            var refuse = Map.of("_csrf", token(second), "decision", "refuse");

            var answers = threads.invokeAll(List.<Callable<HttpResponse<String>>>of(
                    () -> joko.post(path, accept), () -> second.post(path, refuse)));

            assertThat(answers.stream()
                            .map(answer -> answer.resultNow()
                                    .headers()
                                    .firstValue("Location")
                                    .orElseThrow()))
                    .filteredOn(address -> address.contains("_before"))
                    .hasSize(1);
            assertThat(fresh.context().fetchCount(JOB)).isEqualTo(1);
        }
    }

    @Test
    void refusing_whom_proposed_a_library_takes_it_out_of_use() {
        var tini = person(60, "Bu Tini");
        fresh.context()
                .update(LIBRARY)
                .set(LIBRARY.PROPOSED_BY, tini)
                .where(LIBRARY.ID.eq(world.patutrejo))
                .execute();
        var wish = wish(tini, world.patutrejo);

        var page = joko.get("/perpustakaan/" + world.patutrejo);
        var refused = post(joko, "/perpustakaan/" + world.patutrejo + "/permintaan/" + wish, "decision", "refuse");

        assertThat(text(page)).contains("mengusulkan perpustakaan ini");
        assertThat(text(refused)).contains("Sudah ditolak.", "nonaktif");
    }

    @Test
    void the_address_behind_the_proxy_is_what_is_recorded() {
        joko.post(
                "/perpustakaan/" + world.grabag + "/pemakaian",
                Map.of("_csrf", token(joko), "use", "false"),
                "X-Forwarded-For",
                "1.2.3.4, 203.0.113.7");

        assertThat(fresh.context()
                        .select(AUDIT.ADDRESS)
                        .from(AUDIT)
                        .where(AUDIT.ACTION.eq("library_deactivated"))
                        .fetchSingle(AUDIT.ADDRESS))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void a_library_is_taken_out_of_use_and_into_use_again() {
        var path = "/perpustakaan/" + world.grabag + "/pemakaian";

        assertThat(text(post(joko, path, "use", "false"))).contains("sudah dinonaktifkan.", "Aktifkan lagi");
        try (var second = installation.signedIn(other)) {
            assertThat(text(post(second, path, "use", "false")))
                    .contains("sudah lebih dahulu dinonaktifkan oleh Pak Joko");
        }
        assertThat(joko.get("/perpustakaan/" + world.grabag + "/undang").statusCode())
                .isEqualTo(404);
        assertThat(text(joko.get("/perpustakaan?filter=inactive"))).contains("Perpustakaan Desa Harjobinangun");
        assertThat(text(post(joko, path, "use", "true"))).contains("sudah diaktifkan lagi");
    }

    @Test
    void that_somebody_reports_is_ended() {
        var path = "/perpustakaan/" + world.grabag + "/pelapor/" + world.reporter + "/akhiri";

        assertThat(text(post(joko, path))).contains("Sudah diakhiri", "Belum ada pelapor");
        try (var second = installation.signedIn(other)) {
            assertThat(text(post(second, path))).contains("Sudah lebih dahulu diakhiri oleh Pak Joko");
        }
    }

    @Test
    void a_library_is_handed_over_to_somebody_found_by_name() {
        var path = "/perpustakaan/" + world.grabag + "/pelapor/" + world.reporter + "/serahkan";

        assertThat(text(joko.get(path + "?q=nobody"))).contains("Tidak ada orang bernama \"nobody\"");
        assertThat(text(joko.get(path + "?q=rahayu"))).doesNotContain("Bu Rahayu");
        assertThat(text(joko.get(path + "?q=desi"))).contains("Bu Desi PIC desa · Desa Harjobinangun");
        assertThat(joko.post(path, Map.of("_csrf", token(joko))).statusCode()).isEqualTo(422);
        assertThat(joko.post(path, Map.of("_csrf", token(joko), "to", "" + rahayu))
                        .statusCode())
                .isEqualTo(404);

        var done = post(joko, path, "to", "" + desa);

        assertThat(text(done))
                .contains("Sudah diserahkan", "Bu Desi Pengelola", "Pak Joko menyerahkan perpustakaan dari Bu Sari");
        assertThat(fresh.context().fetchSingle(JOB).getBody()).contains("tell_decision");
        try (var second = installation.signedIn(other)) {
            assertThat(text(post(second, path, "to", "" + desa))).contains("lebih dahulu diserahkan");
        }
    }

    // ---------------------------------------------------------------- adding and changing

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

    // ---------------------------------------------------------------- the list

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

    // ---------------------------------------------------------------- merging

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

    // ---------------------------------------------------------------- invitations

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

    // ---------------------------------------------------------------- people

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

    // ---------------------------------------------------------------- the rest

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

    // ---------------------------------------------------------------- help

    private long person(long telegramId, String name) {
        return new People(fresh.context()).add(telegramId, name, "id");
    }

    private void appoint(long person, Role role, String code) {
        new Assignments(fresh.context())
                .appoint(By.product(), person, role, OptionalLong.of(SampleRegions.id(fresh.context(), code)));
    }

    private long wish(long person, long library) {
        var made = new Memberships(fresh.context())
                .request(By.chat(person), person, library, MemberRole.PENGELOLA, installation.now());
        return ((MembershipRequest.Made) made).membershipId();
    }

    private long invite(long library) {
        return new Invites(fresh.context())
                .create(
                        By.chat(world.coordinator),
                        new InviteTarget.ToReport(library),
                        1,
                        Duration.ofDays(1),
                        installation.now())
                .id();
    }

    private long assignmentOf(long person) {
        return fresh.context()
                .selectFrom(ASSIGNMENT)
                .where(ASSIGNMENT.PERSON_ID.eq(person))
                .fetchSingle()
                .getId();
    }

    private static HttpResponse<String> add(Client client, long region, String name, String type, String confirmed) {
        return client.post(
                "/perpustakaan/baru",
                Map.of(
                        "_csrf",
                        token(client),
                        "region",
                        "" + region,
                        "name",
                        name,
                        "type",
                        type,
                        "scheme",
                        "PENUH",
                        "npp",
                        "",
                        "confirmed",
                        confirmed));
    }

    private static Map<String, String> edit(HttpResponse<String> form, Client client, String name, String npp) {
        return Map.of(
                "_csrf",
                token(client),
                "region",
                hidden(form, "region"),
                "read",
                hidden(form, "read"),
                "name",
                name,
                "type",
                "DESA",
                "scheme",
                "PENUH",
                "npp",
                npp);
    }

    private static String hidden(HttpResponse<String> form, String name) {
        var matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(form.body());
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }

    /// Sends a form and goes where that leads.
    private static HttpResponse<String> post(Client client, String path, String... fields) {
        var all = new HashMap<String, String>();
        all.put("_csrf", token(client));
        for (var i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return follow(client, client.post(path, all));
    }

    private static HttpResponse<String> follow(Client client, HttpResponse<String> response) {
        return Set.of(302, 303).contains(response.statusCode())
                ? client.get(response.headers().firstValue("Location").orElseThrow())
                : response;
    }

    private static String token(Client client) {
        return csrf(client.get("/"));
    }

    private static String csrf(HttpResponse<String> page) {
        return Client.csrfTokenIn(page);
    }

    private static String text(HttpResponse<String> page) {
        return page.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }
}
