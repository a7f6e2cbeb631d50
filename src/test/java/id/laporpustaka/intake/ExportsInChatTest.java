package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.EXPORT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.laporpustaka.conversation.ExportKind;
import id.laporpustaka.conversation.ExportKind.Format;
import id.laporpustaka.conversation.ExportOrder;
import id.laporpustaka.conversation.ExportStanding.State;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.db.Reading;
import id.laporpustaka.db.WakeUp;
import id.laporpustaka.export.ExportMaker;
import id.laporpustaka.export.Exports;
import id.laporpustaka.export.ReportWorld;
import id.laporpustaka.form.Language;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.submission.media.Leftovers;
import id.laporpustaka.submission.media.StoreInMemory;
import id.laporpustaka.texts.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Files of reports as people ask for them in the chat, and what becomes of them meanwhile.
class ExportsInChatTest {
    private static final long RATNA = 3;
    private static final ExportOrder AUGUST = new ExportOrder(
            new ExportKind.Reports(Format.XLSX, false, false, Set.of()),
            LocalDate.of(2025, 8, 1),
            LocalDate.of(2025, 8, 31),
            Optional.empty(),
            Language.INDONESIAN);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private LiveChats chats;
    private StoreInMemory store;
    private ReportWorld world;
    private long ratna;

    @BeforeEach
    void start() {
        db = fresh.context();
        SampleRegions.addTo(db);
        world = new ReportWorld(db);
        store = new StoreInMemory();
        chats = new LiveChats(fresh, (_, _, _) -> new MediaSource.Fetched.Gone("no files here"));
        chats.showWorkbooks();
        chats.add(RATNA, "Ratna", Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.06")));
        ratna = requireNonNull(new People(db).findActors(List.of(RATNA)).get(RATNA))
                .personId();
    }

    private void addReport() {
        world.report("PM", "Keripik", LocalDate.of(2025, 8, 17), "sent", ReportWorld.training("Keripik", 1, "YES"));
    }

    private ExportWorker worker() {
        var maker = new ExportMaker(
                Reading.of(fresh.database()),
                PublishedForms.load(db),
                new Texts(),
                store,
                "https://lapor.example.id",
                Clock.fixed(LiveChats.WEDNESDAY, ZoneOffset.UTC),
                ZoneId.of("Asia/Jakarta"));
        return new ExportWorker(fresh.database(), maker, store, new WakeUp());
    }

    private long order() {
        return fresh.database()
                .inTransaction(tx -> new Exports(tx).add(ratna, AUGUST, OptionalInt.empty()))
                .orElseThrow();
    }

    private State state(long export) {
        return new Exports(db).find(ratna, export).orElseThrow().state();
    }

    @Test
    void a_worker_that_was_never_started_can_be_closed() {
        assertThatCode(worker()::close).doesNotThrowAnyException();
    }

    @Test
    void two_taps_bring_the_reports_of_the_month() throws InterruptedException {
        addReport();

        var menu = String.join("\n", chats.send(RATNA, "/unduh"));
        var file = String.join("\n", chats.send(RATNA, "(Excel)"));

        assertThat(menu).contains("Agustus 2025").contains("Kab. Purworejo").contains("[Excel]");
        assertThat(file)
                .contains("[Laporan 1 sampai 20 Agustus 2025.xlsx]")
                .contains("Keripik")
                .contains("selesai: 1 laporan");
    }

    @Test
    void what_is_wanted_can_be_chosen_with_words_and_buttons() throws InterruptedException {
        addReport();
        chats.send(RATNA, "/unduh");

        var period = String.join("\n", chats.send(RATNA, "triwulan 2"));
        var region = String.join("\n", chats.send(RATNA, "kec. grabag"));
        chats.send(RATNA, "(Formulir)");
        var forms = String.join("\n", chats.send(RATNA, "(Advokasi)"));
        var menu = String.join("\n", chats.send(RATNA, "(Selesai memilih)"));
        var codes = String.join("\n", chats.send(RATNA, "(Pakai nama dan kode)"));
        var nothing = String.join("\n", chats.send(RATNA, "(CSV)"));

        assertThat(period).contains("1 April 2025 sampai 30 Juni 2025");
        assertThat(region).contains("Kec. Grabag");
        assertThat(forms).contains("✓ Advokasi");
        assertThat(menu).contains("Formulir: Advokasi");
        assertThat(codes).contains("nama dan kode");
        assertThat(nothing).contains("tidak ada isinya");
    }

    @Test
    void what_a_year_adds_up_to_comes_with_one_tap() throws InterruptedException {
        addReport();
        chats.send(RATNA, "/unduh");

        var iplm = String.join("\n", chats.send(RATNA, "(Angka IPLM)"));
        chats.send(RATNA, "/unduh");
        var recap = String.join("\n", chats.send(RATNA, "(Rekap SIM TPBIS)"));

        assertThat(iplm)
                .contains("[Angka IPLM 2025.xlsx]")
                .contains("selesai: 1 perpustakaan")
                .contains("Angka untuk IPLM 2025")
                .contains("Pemustaka, luring dan daring");
        assertThat(recap)
                .contains("[Rekap SIM TPBIS 1 sampai 20 Agustus 2025.xlsx]")
                .contains("Advokasi");
    }

    @Test
    void a_region_of_others_is_not_found() throws InterruptedException {
        chats.send(RATNA, "/unduh");

        assertThat(String.join("\n", chats.send(RATNA, "Wonosobo"))).contains("tidak menemukan");
        assertThat(String.join("\n", chats.send(RATNA, LiveChats.PRESS + "-x.rg:" + SampleRegions.id(db, "33.07"))))
                .doesNotContain("Wonosobo");
    }

    @Test
    void a_fourth_file_has_to_wait() throws InterruptedException {
        for (var open = 0; open < Exports.MOST_OPEN; open++) {
            order();
        }
        db.update(EXPORT)
                .set(EXPORT.DUE_AT, LiveChats.WEDNESDAY.plusSeconds(1_000_000_000))
                .execute();
        chats.send(RATNA, "/unduh");

        assertThat(String.join("\n", chats.send(RATNA, "(Excel)"))).contains("Masih ada 3 berkas");
    }

    @Test
    void what_a_process_has_left_is_taken_up_again() throws InterruptedException {
        addReport();
        var export = order();
        fresh.database().inTransaction(tx -> new Exports(tx).claim());

        assertThat(worker().performNext()).isFalse();
        db.update(EXPORT).set(EXPORT.DUE_AT, LiveChats.WEDNESDAY).execute();

        assertThat(worker().performNext()).isTrue();
        assertThat(state(export)).isEqualTo(State.MADE);
    }

    @Test
    void a_file_that_is_cancelled_is_not_made() throws InterruptedException {
        addReport();
        var export = order();

        assertThat(new Exports(db).cancel(ratna, export)).isTrue();

        assertThat(worker().performNext()).isFalse();
        assertThat(state(export)).isEqualTo(State.CANCELLED);
        assertThat(new Exports(db).cancel(ratna, export)).isFalse();
    }

    @Test
    void what_somebody_may_have_is_looked_up_when_it_is_made() throws InterruptedException {
        addReport();
        var export = order();
        db.update(ASSIGNMENT).set(ASSIGNMENT.REVOKED_AT, LiveChats.WEDNESDAY).execute();

        worker().performNext();

        assertThat(state(export)).isEqualTo(State.EMPTY);
    }

    @Test
    void a_file_does_not_come_to_who_may_not_see_it_any_more() throws InterruptedException {
        addReport();
        var export = order();
        worker().performNext();
        var exports = new Exports(db);
        var content = exports.findContent(ratna, export).orElseThrow();
        var wonosobo = new People(db).add(77, "Dewi", "id");
        new Assignments(db)
                .appoint(By.product(), wonosobo, Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.07")));

        assertThat(exports.isWithin(content.madeFor(), Scope.ofRegion("33"))).isTrue();
        assertThat(exports.isWithin(content.madeFor(), Scope.ofRegion("33.07"))).isFalse();
        assertThat(exports.findContent(wonosobo, export)).isEmpty();
    }

    @Test
    void files_are_gone_with_the_person_and_after_a_week() throws Exception {
        addReport();
        var export = order();
        worker().performNext();
        var key = new Exports(db).findContent(ratna, export).orElseThrow().storeKey();
        new Leftovers(db, store).delete();
        assertThat(store.open(key)).isPresent();
        chats.add(4, "Rina", Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.06")));

        new People(db).erase(By.chat(ratna), ratna, LiveChats.WEDNESDAY);
        new Leftovers(db, store).delete();

        assertThat(store.open(key)).isEmpty();
        assertThat(db.fetchCount(EXPORT)).isZero();
    }
}
