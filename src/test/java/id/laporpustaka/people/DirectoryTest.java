package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.people.Village.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.laporpustaka.db.FreshDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DirectoryTest {
    private static final Scope PURWOREJO = Scope.ofRegion("33.06");
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private Village village;
    private Directory directory;
    private long cahaya;
    private long sumber;
    private long melati;
    private long wonosobo;
    private long ratna;
    private long sari;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        village = new Village(db);
        directory = new Directory(db);
        cahaya = village.library("Cahaya Ilmu", "33.06.01.2001");
        sumber = village.library("Sumber Ilmu", "33.06.01.2002");
        melati = village.library("TBM 100% Melati", "33.06.06.1007");
        wonosobo = village.library("Taman Baca", "33.07.01.2001");
        ratna = village.coordinator("Ratna", Role.PIC_KAB, "33.06");
        sari = village.reporter("Sari", cahaya);
        village.reporter("Wati", wonosobo);
        village.ask(village.person("Joko"), cahaya, NOON);
        village.ask(village.person("Tono"), melati, NOON);
        village.report(sari, cahaya, LocalDate.of(2025, 6, 3), "sent");
        village.report(sari, cahaya, TODAY, "rejected");
        new Invites(db).create(By.chat(ratna), new InviteTarget.ToReport(sumber), 1, Duration.ofDays(7), NOON);
    }

    @Test
    void libraries_come_with_all_that_a_coordinator_asks_about_them() {
        var lines = list(PURWOREJO, LibraryFilter.ALL, "").rows();

        assertThat(lines)
                .extracting(
                        LibraryLine::id,
                        LibraryLine::reporters,
                        LibraryLine::waiting,
                        LibraryLine::invited,
                        LibraryLine::lastReport,
                        LibraryLine::active)
                .containsExactly(
                        tuple(cahaya, 1, 1, false, Optional.of(YearMonth.of(2025, 6)), true),
                        tuple(sumber, 0, 0, true, Optional.empty(), true),
                        tuple(melati, 0, 1, false, Optional.empty(), true));
        assertThat(lines.getFirst().region().title()).isEqualTo("Desa Harjobinangun");
    }

    @Test
    void filters_show_whom_to_look_after() {
        close(sumber);

        assertThat(ids(PURWOREJO, LibraryFilter.NEVER_JOINED)).containsExactly(melati);
        assertThat(ids(PURWOREJO, LibraryFilter.WAITING)).containsExactly(cahaya, melati);
        assertThat(ids(PURWOREJO, LibraryFilter.SILENT)).containsExactly(cahaya);
        assertThat(ids(PURWOREJO, LibraryFilter.INACTIVE)).containsExactly(sumber);
        village.report(sari, cahaya, LocalDate.of(2025, 7, 25), "sent");
        assertThat(ids(PURWOREJO, LibraryFilter.SILENT)).isEmpty();
    }

    @Test
    void a_name_is_found_by_its_words_in_any_case_and_signs_mean_themselves() {
        assertThat(search("ILMU cahaya")).containsExactly(cahaya);
        assertThat(search(" ilmu ")).containsExactly(cahaya, sumber);
        assertThat(search("100%")).containsExactly(melati);
        assertThat(search("_")).isEmpty();
        assertThat(search("%' or 1=1 --")).isEmpty();
    }

    @Test
    void nothing_outside_the_scope_is_seen() {
        assertThat(ids(Scope.nothing(), LibraryFilter.ALL)).isEmpty();
        assertThat(ids(Scope.ofLibrary(wonosobo), LibraryFilter.ALL)).containsExactly(wonosobo);
        assertThat(names(Scope.nothing())).isEmpty();
        assertThat(directory.countAll(Scope.nothing())).isEqualTo(new DirectoryCounts(0, 0, 0));
        assertThat(directory.historyOfLibrary(PURWOREJO, wonosobo, 0).rows()).isEmpty();
        assertThat(directory.historyOfPerson(Scope.ofRegion("33.07"), sari, 0).rows())
                .isEmpty();
    }

    @Test
    void the_header_counts_active_libraries() {
        close(sumber);

        var counts = directory.countAll(PURWOREJO);

        assertThat(counts).isEqualTo(new DirectoryCounts(2, 1, 2));
        assertThat(counts.neverJoined()).isEqualTo(1);
        assertThat(directory.countAll(new Scope.Everything())).isEqualTo(new DirectoryCounts(3, 2, 2));
    }

    @Test
    void a_list_has_pages() {
        for (var i = 0; i < 20; i++) {
            village.library("Zamrud " + (char) ('A' + i), "33.06.01.2002");
        }

        var third = directory.listLibraries(PURWOREJO, LibraryFilter.ALL, "", 2, NOON);

        assertThat(third.total()).isEqualTo(23);
        assertThat(third.rows()).extracting(LibraryLine::name).containsExactly("Zamrud R", "Zamrud S", "Zamrud T");
    }

    @Test
    void people_come_with_what_of_theirs_lies_in_the_scope() {
        new Memberships(db).admit(By.chat(ratna), ratna, wonosobo, MemberRole.KEPALA, NOON);
        new People(db).setUnreachable(List.of(village.telegramId(sari)), NOON);
        new Assignments(db).appointForLibraries(By.chat(ratna), sari, Set.of(melati, wonosobo));
        village.nationwide("Admin", Role.ADMIN);

        var people = directory.listPeople(PURWOREJO, "", 0);

        assertThat(people.rows()).extracting(PersonLine::name).containsExactly("Ratna", "Sari");
        var coordinator = people.rows().getFirst();
        assertThat(coordinator.posts())
                .extracting(
                        PersonLine.Post::role,
                        post -> post.region().orElseThrow().code())
                .containsExactly(tuple(Role.PIC_KAB, "33.06"));
        assertThat(coordinator.reportsFor()).isEmpty();
        assertThat(coordinator.unreachable()).isFalse();
        var reporter = people.rows().getLast();
        assertThat(reporter.reportsFor())
                .extracting(PersonLine.Report::libraryName, PersonLine.Report::role)
                .containsExactly(tuple("Cahaya Ilmu", MemberRole.PENGELOLA));
        assertThat(reporter.posts()).extracting(PersonLine.Post::role).containsExactly(Role.FASDA);
        assertThat(reporter.unreachable()).isTrue();
        assertThat(reporter.since()).isEqualTo(NOON);
        assertThat(names(new Scope.Everything())).containsExactly("Admin", "Ratna", "Sari", "Wati");
        assertThat(directory.listPeople(PURWOREJO, "sar", 0).rows()).hasSize(1);
    }

    @Test
    void who_has_left_is_not_listed() {
        new Memberships(db).leave(By.chat(sari), sari, cahaya, NOON);

        assertThat(names(PURWOREJO)).containsExactly("Ratna");
    }

    @Test
    void the_history_of_a_library_says_who_did_what_but_not_from_where() {
        new Memberships(db).leave(By.web(ratna, "203.0.113.7"), sari, cahaya, NOON);

        var history = directory.historyOfLibrary(PURWOREJO, cahaya, 0);

        assertThat(history.rows().getFirst())
                .returns("membership_ended", AuditLine::action)
                .returns(Optional.of("Ratna"), AuditLine::byName)
                .returns(Optional.of("Sari"), AuditLine::aboutName)
                .returns(Optional.of("Cahaya Ilmu"), AuditLine::libraryName)
                .returns(Optional.of(By.Channel.WEB), AuditLine::channel)
                .returns(Optional.empty(), AuditLine::address);
        assertThat(directory.historyOfPerson(PURWOREJO, sari, 0).rows())
                .extracting(AuditLine::action)
                .containsExactly("membership_ended", "membership_accepted");
    }

    @Test
    void the_audit_log_is_read_by_who_what_where_and_when() {
        var audit = new Audit(db);
        audit.record(
                By.web(ratna, "203.0.113.7"),
                AuditAction.FORM_PUBLISHED,
                AuditSubject.none(),
                JsonNodeFactory.instance.objectNode().put("form", "PM"));
        var log = new AuditLog(db);
        var everything = new Scope.Everything();

        var published = log.list(everything, AuditFilter.all().ofAction(AuditAction.FORM_PUBLISHED), 0);

        assertThat(published.rows())
                .singleElement()
                .returns("{\"form\": \"PM\"}", AuditLine::details)
                .returns(Optional.of("203.0.113.7"), AuditLine::address);
        assertThat(log.list(PURWOREJO, AuditFilter.all().ofAction(AuditAction.FORM_PUBLISHED), 0)
                        .rows())
                .isEmpty();
        assertThat(log.list(PURWOREJO, AuditFilter.all().ofAction(AuditAction.ROLE_GIVEN), 0)
                        .rows())
                .singleElement()
                .returns(Optional.of("Kab. Purworejo"), AuditLine::regionName);
        var at = published.rows().getFirst().at();
        assertThat(log.list(everything, AuditFilter.all().since(at).before(at.plusMillis(1)), 0)
                        .total())
                .isEqualTo(1);
        assertThat(log.list(
                                everything,
                                AuditFilter.all().since(at.minusSeconds(9)).before(at),
                                0)
                        .rows())
                .isNotEmpty()
                .extracting(AuditLine::action)
                .doesNotContain("form_published");
    }

    @Test
    void addresses_are_forgotten_and_the_entries_stay() {
        new Audit(db).record(By.web(ratna, "203.0.113.7"), AuditAction.FORM_PUBLISHED, AuditSubject.none());
        var log = new AuditLog(db);
        var filter = AuditFilter.all().ofAction(AuditAction.FORM_PUBLISHED);
        var at = log.list(new Scope.Everything(), filter, 0).rows().getFirst().at();

        assertThat(new Audit(db).emptyAddressesBefore(at)).isZero();
        assertThat(new Audit(db).emptyAddressesBefore(at.plusMillis(1))).isEqualTo(1);
        assertThat(log.list(new Scope.Everything(), filter, 0).rows())
                .singleElement()
                .returns(Optional.empty(), AuditLine::address);
    }

    private void close(long library) {
        db.update(LIBRARY)
                .set(LIBRARY.ACTIVE, false)
                .where(LIBRARY.ID.eq(library))
                .execute();
    }

    private Page<LibraryLine> list(Scope scope, LibraryFilter filter, String search) {
        return directory.listLibraries(scope, filter, search, 0, NOON);
    }

    private List<Long> ids(Scope scope, LibraryFilter filter) {
        var page = list(scope, filter, "");
        assertThat(page.total()).isEqualTo(page.rows().size());
        return page.rows().stream().map(LibraryLine::id).toList();
    }

    private List<Long> search(String words) {
        return list(PURWOREJO, LibraryFilter.ALL, words).rows().stream()
                .map(LibraryLine::id)
                .toList();
    }

    private List<String> names(Scope scope) {
        return directory.listPeople(scope, "", 0).rows().stream()
                .map(PersonLine::name)
                .toList();
    }
}
