package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.AUDIT;
import static id.laporpustaka.db.generated.Tables.INVITE;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static id.laporpustaka.people.Village.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.laporpustaka.db.FreshDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MembershipsTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private Village village;
    private Memberships memberships;
    private long library;
    private long ratna;
    private long sari;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        village = new Village(db);
        memberships = new Memberships(db);
        library = village.library("Cahaya Ilmu", "33.06.01.2001");
        ratna = village.coordinator("Ratna", Role.PIC_KAB, "33.06");
        sari = village.person("Sari");
    }

    @Test
    void a_membership_is_asked_for_once_until_it_is_decided() {
        var first = memberships.request(By.chat(sari), sari, library, MemberRole.KEPALA, NOON);
        var id = ((MembershipRequest.Made) first).membershipId();

        assertThat(memberships.request(By.chat(sari), sari, library, MemberRole.RELAWAN, NOON))
                .isEqualTo(new MembershipRequest.MadeBefore(id));
        memberships.accept(By.chat(ratna), id, NOON);
        assertThat(memberships.request(By.chat(sari), sari, library, MemberRole.RELAWAN, NOON))
                .isEqualTo(new MembershipRequest.AlreadyAccepted(id));
    }

    @Test
    void who_left_or_was_refused_may_ask_again() {
        var first = village.ask(sari, library, NOON);
        memberships.refuse(By.chat(ratna), first, NOON);

        var second = village.ask(sari, library, NOON);
        memberships.accept(By.chat(ratna), second, NOON);
        assertThat(memberships.leave(By.chat(sari), sari, library, NOON)).isTrue();
        assertThat(memberships.leave(By.chat(sari), sari, library, NOON)).isFalse();

        assertThat(memberships.request(By.chat(sari), sari, library, MemberRole.KEPALA, NOON))
                .isInstanceOf(MembershipRequest.Made.class);
        assertThat(memberships.accept(By.chat(ratna), first, NOON)).isInstanceOf(Decision.MadeBefore.class);
    }

    @Test
    void being_accepted_sends_what_waited_with_its_own_time() {
        var membership = village.ask(sari, library, NOON.minusSeconds(7_200));
        var waiting = village.report(sari, library, TODAY, "waiting");
        var withdrawn = village.report(sari, library, TODAY, "withdrawn");
        var elsewhere = village.report(sari, village.library("Other", "33.06.01.2002"), TODAY, "waiting");
        var other = village.report(village.person("Joko"), library, TODAY, "waiting");

        var decision = memberships.accept(By.chat(ratna), membership, NOON);

        assertThat(decision).isEqualTo(new Decision.Made(sari, library, true, List.of(waiting)));
        assertThat(village.status(waiting)).isEqualTo("sent");
        assertThat(village.status(withdrawn)).isEqualTo("withdrawn");
        assertThat(village.status(elsewhere)).isEqualTo("waiting");
        assertThat(village.status(other)).isEqualTo("waiting");
        var row = db.fetchSingle(SUBMISSION, SUBMISSION.ID.eq(waiting));
        assertThat(row.getSubmittedAt()).isEqualTo(NOON.minusSeconds(3_600));
        assertThat(row.getUpdatedAt()).isEqualTo(NOON);
        assertThat(db.selectFrom(SUBMISSION_REVISION)
                        .where(SUBMISSION_REVISION.SUBMISSION_ID.eq(waiting))
                        .orderBy(SUBMISSION_REVISION.REVISION))
                .extracting(
                        revision -> revision.getRevision(),
                        revision -> revision.getStatus(),
                        revision -> revision.getPersonId())
                .containsExactly(tuple(1, "waiting", sari), tuple(2, "sent", ratna));
    }

    @Test
    void a_refusal_leaves_the_reports_waiting_until_they_are_deleted() {
        var membership = village.ask(sari, library, NOON);
        var waiting = village.report(sari, library, TODAY, "waiting");

        var decision = memberships.refuse(By.chat(ratna), membership, NOON);
        var early = memberships.deleteLeftBefore(NOON);

        assertThat(decision).isEqualTo(new Decision.Made(sari, library, false, List.of()));
        assertThat(village.status(waiting)).isEqualTo("waiting");
        assertThat(early).isZero();
        assertThat(memberships.deleteLeftBefore(NOON.plusSeconds(1))).isEqualTo(1);
        assertThat(db.fetchCount(SUBMISSION)).isZero();
        assertThat(db.fetchCount(SUBMISSION_REVISION)).isZero();
    }

    @Test
    void who_asks_again_after_a_refusal_keeps_the_reports() {
        memberships.refuse(By.chat(ratna), village.ask(sari, library, NOON), NOON);
        var waiting = village.report(sari, library, TODAY, "waiting");
        var again = village.ask(sari, library, NOON.plusSeconds(60));

        var deleted = memberships.deleteLeftBefore(NOON.plusSeconds(3_600));
        memberships.accept(By.chat(ratna), again, NOON.plusSeconds(7_200));

        assertThat(deleted).isZero();
        assertThat(village.status(waiting)).isEqualTo("sent");
    }

    @Test
    void the_second_of_two_coordinators_learns_who_has_decided() {
        var membership = village.ask(sari, library, NOON);
        var endang = village.coordinator("Endang", Role.PIC_KAB, "33.06");
        memberships.accept(By.chat(ratna), membership, NOON);

        var second = memberships.refuse(By.web(endang, "203.0.113.7"), membership, NOON.plusSeconds(5));

        assertThat(second).isEqualTo(new Decision.MadeBefore(true, OptionalLong.of(ratna), Optional.of("Ratna"), NOON));
        assertThat(new People(db).findActor(sari).orElseThrow().reportsFor())
                .extracting(Reporting::accepted)
                .containsExactly(true);
    }

    @Test
    void of_many_decisions_at_once_one_is_made() throws Exception {
        var membership = village.ask(sari, library, NOON);
        village.report(sari, library, TODAY, "waiting");
        var tries = IntStream.range(0, 10)
                .<Callable<Decision>>mapToObj(i -> () -> i % 2 == 0
                        ? new Memberships(fresh.context()).accept(By.chat(ratna), membership, NOON)
                        : new Memberships(fresh.context()).refuse(By.chat(ratna), membership, NOON))
                .toList();

        var made = 0;
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var result : threads.invokeAll(tries)) {
                made += result.get() instanceof Decision.Made ? 1 : 0;
            }
        }

        assertThat(made).isEqualTo(1);
    }

    @Test
    void a_wish_that_was_withdrawn_cannot_be_granted() {
        var membership = village.ask(sari, library, NOON);
        memberships.leave(By.chat(sari), sari, library, NOON);

        assertThat(memberships.accept(By.chat(ratna), membership, NOON)).isEqualTo(new Decision.NotAsked());
        assertThat(memberships.accept(By.chat(ratna), 9_999, NOON)).isEqualTo(new Decision.NotAsked());
    }

    @Test
    void an_invitation_lets_in_at_once_and_who_invited_has_decided() {
        village.ask(sari, library, NOON.minusSeconds(60));
        var waiting = village.report(sari, library, TODAY, "waiting");
        var made =
                new Invites(db).create(By.chat(ratna), new InviteTarget.ToReport(library), 2, Duration.ofDays(7), NOON);

        var joined = memberships.join(By.chat(sari), made.code(), sari, MemberRole.KEPALA, NOON);
        var again = memberships.join(By.chat(sari), made.code(), sari, MemberRole.KEPALA, NOON);

        assertThat(joined)
                .isInstanceOfSatisfying(
                        Joining.Joined.class,
                        in -> assertThat(in.admission().reportsReleased()).containsExactly(waiting));
        assertThat(again)
                .isInstanceOfSatisfying(
                        Joining.Joined.class,
                        in -> assertThat(in.admission().isNew()).isFalse());
        var membership = db.fetchSingle(MEMBERSHIP);
        assertThat(membership.getStatus()).isEqualTo("accepted");
        assertThat(membership.getDecidedBy()).isEqualTo(ratna);
        assertThat(membership.getInviteId()).isEqualTo(made.id());
        assertThat(membership.getRole()).isEqualTo("KEPALA");
        assertThat(db.fetchSingle(INVITE).getUsed()).isEqualTo(1);
    }

    @Test
    void who_may_report_already_does_not_use_an_invitation_up() {
        var member = village.reporter("Joko", library);
        var code = new Invites(db)
                .create(By.chat(ratna), new InviteTarget.ToReport(library), 1, Duration.ofDays(7), NOON)
                .code();

        memberships.join(By.chat(member), code, member, MemberRole.KEPALA, NOON);

        assertThat(db.fetchSingle(INVITE).getUsed()).isZero();
    }

    @Test
    void a_library_is_handed_over_with_the_part_in_it() {
        var joko = village.person("Joko");
        memberships.admit(By.chat(ratna), sari, library, MemberRole.KEPALA, NOON);

        var handed = memberships.handOver(By.chat(sari), library, sari, joko, NOON);

        assertThat(handed).isInstanceOf(HandOver.Done.class);
        assertThat(new People(db).findActor(sari).orElseThrow().reportsFor()).isEmpty();
        assertThat(new People(db).findActor(joko).orElseThrow().findReporting(library))
                .isPresent();
        assertThat(db.fetchSingle(MEMBERSHIP, MEMBERSHIP.PERSON_ID.eq(joko)).getRole())
                .isEqualTo("KEPALA");
        assertThat(memberships.handOver(By.chat(sari), library, sari, joko, NOON))
                .isEqualTo(new HandOver.NotTheirs());
    }

    @Test
    void nothing_is_handed_over_to_nobody() {
        memberships.admit(By.chat(ratna), sari, library, MemberRole.KEPALA, NOON);

        assertThat(memberships.handOver(By.chat(sari), library, sari, sari, NOON))
                .isEqualTo(new HandOver.NoSuccessor());
        assertThat(memberships.handOver(By.chat(sari), library, sari, 9_999, NOON))
                .isEqualTo(new HandOver.NoSuccessor());
        assertThat(new People(db).findActor(sari).orElseThrow().reportsFor()).hasSize(1);
    }

    @Test
    void those_who_wait_are_listed_within_a_scope_the_longest_first() {
        var other = village.library("Taman Baca", "33.07.01.2001");
        var joko = village.person("Joko");
        var second = village.ask(sari, library, NOON);
        var first = village.ask(joko, library, NOON.minusSeconds(60));
        village.report(joko, library, TODAY, "waiting");
        var elsewhere = village.ask(joko, other, NOON.minusSeconds(90));

        var lines = new MembershipLines(db);
        var waiting = lines.listWaiting(Scope.ofRegion("33.06"), 0);

        assertThat(waiting.total()).isEqualTo(2);
        assertThat(waiting.rows())
                .extracting(MembershipLine::id, MembershipLine::personName, MembershipLine::reports)
                .containsExactly(tuple(first, "Joko", 1), tuple(second, "Sari", 0));
        assertThat(lines.listWaiting(new Scope.Everything(), 0).rows())
                .extracting(MembershipLine::id)
                .containsExactly(elsewhere, first, second);
        assertThat(lines.listWaiting(Scope.nothing(), 0).rows()).isEmpty();
        assertThat(lines.find(Scope.ofRegion("33.06"), first)).isPresent();
    }

    @Test
    void the_nearest_coordinators_decide() {
        var endang = village.coordinator("Endang", Role.PIC_KAB, "33.06");
        village.coordinator("Provinsi", Role.PIC_PROV, "33");
        village.coordinator("Fasilitator", Role.FASDA, "33.06");
        village.coordinator("Wonosobo", Role.PIC_KAB, "33.07");

        assertThat(memberships.findDeciders(library))
                .containsExactly(village.telegramId(ratna), village.telegramId(endang));
    }

    @Test
    void where_nobody_coordinates_the_next_level_decides() {
        var province = village.coordinator("Provinsi", Role.PIC_PROV, "33");
        var consultant = village.coordinator("Konsultan", Role.KONSULTAN, "33");
        var admin = village.nationwide("Admin", Role.ADMIN);

        assertThat(memberships.findDeciders(village.library("Taman Baca", "33.07.01.2001")))
                .containsExactly(village.telegramId(province), village.telegramId(consultant));
        assertThat(memberships.findDeciders(village.library("Ambon", "81.71")))
                .containsExactly(village.telegramId(admin));
    }

    @Test
    void who_has_blocked_the_bot_decides_only_if_nobody_else_can() {
        var people = new People(db);
        people.setUnreachable(List.of(village.telegramId(ratna)), NOON);

        assertThat(memberships.findDeciders(library)).containsExactly(village.telegramId(ratna));
        var admin = village.nationwide("Admin", Role.ADMIN);
        assertThat(memberships.findDeciders(library)).containsExactly(village.telegramId(admin));
    }

    @Test
    void a_report_that_passed_the_decision_about_its_sender_is_sent_later() {
        memberships.admit(By.chat(ratna), sari, library, MemberRole.KEPALA, NOON);
        var late = village.report(sari, library, TODAY, "waiting");
        var other = village.report(village.person("Joko"), library, TODAY, "waiting");

        assertThat(memberships.releaseOfAccepted(NOON)).containsExactly(late);
        assertThat(village.status(late)).isEqualTo("sent");
        assertThat(village.status(other)).isEqualTo("waiting");
    }

    @Test
    void every_change_is_in_the_audit_log() {
        var membership = village.ask(sari, library, NOON);
        memberships.accept(By.web(ratna, "203.0.113.7"), membership, NOON);
        memberships.leave(By.chat(sari), sari, library, NOON);

        assertThat(db.selectFrom(AUDIT).where(AUDIT.LIBRARY_ID.eq(library)).orderBy(AUDIT.ID))
                .extracting(
                        row -> row.getAction(),
                        row -> row.getPersonId(),
                        row -> row.getAboutPersonId(),
                        row -> row.getChannel(),
                        row -> row.getAddress())
                .containsExactly(
                        tuple("membership_requested", sari, sari, "chat", null),
                        tuple("membership_accepted", ratna, sari, "web", "203.0.113.7"),
                        tuple("membership_ended", sari, sari, "chat", null));
    }
}
