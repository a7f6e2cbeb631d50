package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.INVITE;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.people.Village.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.SampleRegions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InvitesTest {
    private static final Duration LIFE = Duration.ofDays(14);
    private static final InviteCode WRONG = new InviteCode("0000000000");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private Village village;
    private Invites invites;
    private long library;
    private long ratna;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        village = new Village(db);
        invites = new Invites(db);
        library = village.library("Cahaya Ilmu", "33.06.01.2001");
        ratna = village.coordinator("Ratna", Role.PIC_KAB, "33.06");
    }

    @Test
    void an_invitation_says_what_it_is_for_and_keeps_no_code() {
        var made = invite(library, 3);

        var state = invites.find(made.code(), 5, NOON);

        assertThat(state).isInstanceOfSatisfying(InviteState.Good.class, good -> {
            assertThat(good.invite().target()).isEqualTo(new InviteTarget.ToReport(library));
            assertThat(good.invite().libraryName()).contains("Cahaya Ilmu");
            assertThat(good.invite().region().map(Region::code)).contains("33.06.01.2001");
            assertThat(good.invite().createdBy()).hasValue(ratna);
            assertThat(good.invite().used()).isZero();
            assertThat(invites.findById(made.id())).contains(good.invite());
        });
        assertThat(db.fetchSingle(INVITE).getCodeHash())
                .hasSize(32)
                .isNotEqualTo(made.code().characters().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_invitation_ends_with_its_time_its_revocation_and_its_library() {
        var late = invite(library, 1).code();
        var revoked = invite(library, 1);
        var closed = invite(village.library("Closed", "33.06.01.2002"), 1).code();
        db.update(LIBRARY)
                .set(LIBRARY.ACTIVE, false)
                .where(LIBRARY.NAME.eq("Closed"))
                .execute();

        assertThat(invites.find(late, 5, NOON.plus(LIFE))).isEqualTo(new InviteState.Expired(NOON.plus(LIFE)));
        assertThat(invites.revoke(By.chat(ratna), revoked.id(), NOON)).isTrue();
        assertThat(invites.revoke(By.chat(ratna), revoked.id(), NOON)).isFalse();
        assertThat(invites.find(revoked.code(), 5, NOON)).isEqualTo(new InviteState.Revoked());
        assertThat(invites.use(revoked.code(), ratna, NOON)).isEqualTo(new InviteState.Revoked());
        assertThat(invites.find(closed, 5, NOON)).isEqualTo(new InviteState.Revoked());
    }

    @Test
    void a_person_counts_once_and_a_full_invitation_lets_nobody_else_in() {
        var code = invite(library, 1).code();
        var sari = village.person("Sari");
        var joko = village.person("Joko");

        assertThat(invites.use(code, sari, NOON)).isInstanceOf(InviteState.Good.class);
        assertThat(invites.use(code, sari, NOON)).isInstanceOf(InviteState.Good.class);
        assertThat(invites.use(code, joko, NOON)).isEqualTo(new InviteState.UsedUp());
        assertThat(invites.find(code, village.telegramId(joko), NOON)).isEqualTo(new InviteState.UsedUp());
        assertThat(invites.find(code, village.telegramId(sari), NOON)).isInstanceOf(InviteState.Good.class);
    }

    @Test
    void of_many_at_once_no_more_get_in_than_were_invited() throws Exception {
        var code = invite(library, 5).code();
        var tries = new ArrayList<Callable<InviteState>>();
        for (var i = 0; i < 12; i++) {
            var person = village.person("Person " + i);
            for (var again = 0; again < 2; again++) {
                tries.add(() -> new Invites(fresh.context()).use(code, person, NOON));
            }
        }
        Collections.shuffle(tries);

        var in = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var result : threads.invokeAll(tries)) {
                in += result.get() instanceof InviteState.Good ? 1 : 0;
            }
        }

        assertThat(in).isEqualTo(10);
        assertThat(db.fetchSingle(INVITE).getUsed()).isEqualTo(5);
    }

    @Test
    void after_ten_wrong_codes_in_an_hour_not_even_a_right_one_is_looked_at() {
        var right = invite(library, 1).code();

        for (var i = 0; i < 10; i++) {
            assertThat(invites.find(WRONG, 5, NOON.plus(Duration.ofMinutes(i)))).isEqualTo(new InviteState.Unknown());
        }

        var nextHour = NOON.plus(Duration.ofHours(1));
        assertThat(invites.find(right, 5, NOON.plusSeconds(601))).isEqualTo(new InviteState.TooManyTries(nextHour));
        assertThat(invites.find(right, 6, NOON.plusSeconds(601))).isInstanceOf(InviteState.Good.class);
        assertThat(invites.find(right, 5, nextHour)).isInstanceOf(InviteState.Good.class);
    }

    @Test
    void right_codes_do_not_count_as_tries() {
        var right = invite(library, 1).code();

        for (var i = 0; i < 20; i++) {
            assertThat(invites.find(right, 5, NOON)).isInstanceOf(InviteState.Good.class);
        }
    }

    @Test
    void many_invitations_are_made_at_once_in_the_order_of_their_targets() {
        var other = village.library("Sumber Ilmu", "33.06.01.2002");
        var targets = Collections.nCopies(2_500, new InviteTarget.ToReport(library));
        var wanted = new ArrayList<InviteTarget>(targets);
        wanted.add(2_200, new InviteTarget.ToReport(other));

        var made = invites.createAll(By.chat(ratna), wanted, 2, LIFE, NOON);

        assertThat(made).extracting(NewInvite::target).containsExactlyElementsOf(wanted);
        assertThat(made).extracting(NewInvite::code).doesNotHaveDuplicates();
        assertThat(invites.find(made.get(2_200).code(), 5, NOON))
                .isInstanceOfSatisfying(
                        InviteState.Good.class,
                        good -> assertThat(good.invite().id())
                                .isEqualTo(made.get(2_200).id()));
    }

    @Test
    void a_number_of_uses_beyond_a_thousand_is_refused() {
        assertThatThrownBy(() -> invite(library, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> invite(library, 1_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void open_invitations_are_listed_within_a_scope_only() {
        var wonosobo = village.library("Taman Baca", "33.07.01.2001");
        var own = invite(library, 1);
        var others = invite(wonosobo, 1);
        var role = invites.create(
                By.chat(ratna),
                new InviteTarget.ToCoordinate(Role.FASDA, OptionalLong.of(SampleRegions.id(db, "33.06"))),
                1,
                LIFE,
                NOON);
        var national = invites.create(
                By.chat(ratna), new InviteTarget.ToCoordinate(Role.NASIONAL, OptionalLong.empty()), 1, LIFE, NOON);
        var revoked = invite(library, 1);
        invites.revoke(By.chat(ratna), revoked.id(), NOON);

        assertThat(ids(Scope.ofRegion("33.06"))).containsExactly(role.id(), own.id());
        assertThat(ids(new Scope.Everything())).containsExactly(national.id(), role.id(), others.id(), own.id());
        assertThat(ids(Scope.ofLibrary(wonosobo))).containsExactly(others.id());
        assertThat(ids(Scope.nothing())).isEmpty();
        assertThat(invites.listOpen(new Scope.Everything(), 0, NOON.plus(LIFE)).rows())
                .isEmpty();
    }

    @Test
    void lists_come_in_pages_of_ten() {
        invites.createAll(By.chat(ratna), Collections.nCopies(23, new InviteTarget.ToReport(library)), 1, LIFE, NOON);

        var third = invites.listOpen(Scope.ofRegion("33"), 2, NOON);

        assertThat(third.rows()).hasSize(3);
        assertThat(third.total()).isEqualTo(23);
        assertThat(third.pages()).isEqualTo(3);
    }

    @Test
    void a_role_is_taken_up_by_an_invitation_in_the_name_of_who_invited() {
        var target = new InviteTarget.ToCoordinate(Role.FASDA, OptionalLong.of(SampleRegions.id(db, "33.06")));
        var code = invites.create(By.chat(ratna), target, 1, LIFE, NOON).code();
        var budi = village.person("Budi");
        var assignments = new Assignments(db);

        var taken = assignments.takeUp(By.chat(budi), code, budi, NOON);
        var again = assignments.takeUp(By.chat(budi), code, budi, NOON);

        assertThat(taken)
                .isInstanceOfSatisfying(
                        Appointment.Made.class, made -> assertThat(made.role()).isEqualTo(Role.FASDA));
        assertThat(again).isEqualTo(taken);
        assertThat(new People(db).findActor(budi).orElseThrow().has(Role.FASDA)).isTrue();
    }

    @Test
    void a_code_of_one_kind_is_not_known_where_the_other_is_meant() {
        var role = new InviteTarget.ToCoordinate(Role.FASDA, OptionalLong.of(SampleRegions.id(db, "33.06")));
        var forRole = invites.create(By.chat(ratna), role, 1, LIFE, NOON).code();
        var forLibrary = invite(library, 1).code();
        var sari = village.person("Sari");

        assertThat(new Memberships(db).join(By.chat(sari), forRole, sari, MemberRole.KEPALA, NOON))
                .isEqualTo(new Joining.Refused(new InviteState.Unknown()));
        assertThat(new Assignments(db).takeUp(By.chat(sari), forLibrary, sari, NOON))
                .isEqualTo(new Appointment.Refused(new InviteState.Unknown()));
        assertThat(db.fetch(INVITE)).allSatisfy(row -> assertThat(row.getUsed()).isZero());
    }

    @Test
    void an_invitation_that_ended_long_ago_is_forgotten_and_its_members_stay() {
        var code = invite(library, 1).code();
        var sari = village.person("Sari");
        new Memberships(db).join(By.chat(sari), code, sari, MemberRole.KEPALA, NOON);

        invites.deleteEndedBefore(NOON.plus(LIFE).plusSeconds(1), NOON);

        assertThat(db.fetchCount(INVITE)).isZero();
        assertThat(new People(db).findActor(sari).flatMap(actor -> actor.findReporting(library)))
                .map(Reporting::accepted)
                .isEqualTo(Optional.of(true));
    }

    private NewInvite invite(long libraryId, int uses) {
        return invites.create(By.chat(ratna), new InviteTarget.ToReport(libraryId), uses, LIFE, NOON);
    }

    private List<Long> ids(Scope scope) {
        return invites.listOpen(scope, 0, NOON).rows().stream().map(Invite::id).toList();
    }
}
