package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.AUDIT;
import static id.laporpustaka.people.Village.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.Library;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Regions;
import id.laporpustaka.place.SampleRegions;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DirectoryChangesTest {
    private static final String NPP = "3306010D0000001";

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private Village village;
    private DirectoryChanges changes;
    private long cahaya;
    private long sumber;
    private Actor ratna;
    private Actor dewi;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        village = new Village(db);
        changes = new DirectoryChanges(db);
        cahaya = village.library("Cahaya Ilmu", "33.06.01.2001");
        sumber = village.library("Sumber Ilmu", "33.06.01.2002");
        ratna = actor(village.coordinator("Ratna", Role.PIC_KAB, "33.06"));
        dewi = actor(village.coordinator("Dewi", Role.PIC_KAB, "33.07"));
    }

    private Actor actor(long person) {
        return new People(db).findActor(person).orElseThrow();
    }

    private Library library(long id) {
        return new Libraries(db).findById(id).orElseThrow();
    }

    private static By by(Actor actor) {
        return By.chat(actor.personId());
    }

    @Test
    void a_library_is_corrected_and_the_log_says_what_of_it() {
        var done = changes.edit(
                ratna,
                by(ratna),
                cahaya,
                library -> library.named("Cahaya").of(LibraryType.TBM).numbered(Optional.of(NPP)));

        assertThat(done).isEqualTo(Change.DONE);
        assertThat(library(cahaya).name()).isEqualTo("Cahaya");
        assertThat(library(cahaya).type()).isEqualTo(LibraryType.TBM);
        assertThat(library(cahaya).npp()).contains(NPP);
        var entry =
                db.selectFrom(AUDIT).where(AUDIT.ACTION.eq("library_changed")).fetchSingle();
        assertThat(entry.getDetails().data().replace(" ", "")).isEqualTo("{\"fields\":[\"name\",\"type\",\"npp\"]}");
        assertThat(entry.getPersonId()).isEqualTo(ratna.personId());
    }

    @Test
    void the_same_again_changes_nothing_and_is_not_recorded() {
        assertThat(changes.edit(ratna, by(ratna), cahaya, library -> library.named("Cahaya Ilmu")))
                .isEqualTo(Change.ALREADY_SO);
        assertThat(changes.setActive(ratna, by(ratna), cahaya, true)).isEqualTo(Change.ALREADY_SO);

        assertThat(db.fetchCount(AUDIT, AUDIT.ACTION.like("library%"))).isZero();
    }

    @Test
    void an_npp_belongs_to_one_library() {
        changes.edit(ratna, by(ratna), cahaya, library -> library.numbered(Optional.of(NPP)));

        var second = changes.edit(ratna, by(ratna), sumber, library -> library.numbered(Optional.of(NPP)));

        assertThat(second).isEqualTo(Change.NPP_TAKEN);
        assertThat(library(sumber).npp()).isEmpty();
    }

    @Test
    void a_library_cannot_be_moved_to_where_its_coordinator_may_nothing() {
        var elsewhere =
                new Regions(db).findById(SampleRegions.id(db, "33.07.01.2001")).orElseThrow();

        assertThat(changes.edit(ratna, by(ratna), cahaya, library -> library.in(elsewhere)))
                .isEqualTo(Change.NOT_THERE);
        assertThat(library(cahaya).region().code()).isEqualTo("33.06.01.2001");
    }

    @Test
    void nothing_is_changed_by_a_coordinator_of_elsewhere_or_by_a_reporter() {
        var sari = village.reporter("Sari", cahaya);
        var membership =
                new MembershipLines(db).findPresent(sari, cahaya).orElseThrow().id();
        var invite = new Invites(db)
                .create(by(ratna), new InviteTarget.ToReport(cahaya), 1, Duration.ofDays(7), NOON)
                .id();
        var role = village.assignment(ratna.personId());

        for (var actor : new Actor[] {dewi, actor(sari)}) {
            assertThat(changes.edit(actor, by(actor), cahaya, library -> library.named("Lain")))
                    .isEqualTo(Change.NOT_THERE);
            assertThat(changes.setActive(actor, by(actor), cahaya, false)).isEqualTo(Change.NOT_THERE);
            assertThat(changes.merge(actor, by(actor), cahaya, sumber, NOON)).isInstanceOf(Merging.OutsideScope.class);
            assertThat(changes.endMembership(actor, by(actor), membership, NOON))
                    .isEqualTo(Change.NOT_THERE);
            assertThat(changes.revokeInvite(actor, by(actor), invite, NOON)).isEqualTo(Change.NOT_THERE);
            assertThat(changes.revokeRole(actor, by(actor), role, NOON)).isEqualTo(Change.NOT_THERE);
        }
        assertThat(changes.handOver(dewi, by(dewi), cahaya, dewi.personId(), NOON))
                .isEqualTo(Change.NOT_THERE);
        assertThat(library(cahaya))
                .matches(Library::active)
                .extracting(Library::name)
                .isEqualTo("Cahaya Ilmu");
    }

    @Test
    void a_merged_library_is_not_taken_into_use_again() {
        changes.merge(ratna, by(ratna), cahaya, sumber, NOON);

        assertThat(changes.setActive(ratna, by(ratna), sumber, true)).isEqualTo(Change.NOT_THERE);
    }

    @Test
    void a_reporter_hands_a_library_over_and_reports_for_it_no_more() {
        var sari = village.reporter("Sari", cahaya);
        var joko = village.person("Joko");

        var done = changes.handOver(actor(sari), By.chat(sari), cahaya, joko, NOON);

        assertThat(done).isEqualTo(Change.DONE);
        assertThat(actor(sari).reportsFor()).isEmpty();
        assertThat(actor(joko).findReporting(cahaya)).map(Reporting::accepted).contains(true);
    }

    @Test
    void roles_are_taken_back_from_above_and_the_last_admin_stays() {
        var admin = village.person("Budi");
        var assignment = new Assignments(db).appoint(By.product(), admin, Role.ADMIN, OptionalLong.empty());
        var budi = actor(admin);

        assertThat(changes.revokeRole(budi, by(budi), assignment, NOON)).isEqualTo(Change.LAST_ADMIN);
        assertThat(changes.revokeRole(budi, by(budi), village.assignment(ratna.personId()), NOON))
                .isEqualTo(Change.DONE);
        assertThat(changes.revokeRole(budi, by(budi), village.assignment(ratna.personId()), NOON))
                .isEqualTo(Change.ALREADY_SO);
        assertThat(actor(ratna.personId()).duties()).isEmpty();
    }
}
