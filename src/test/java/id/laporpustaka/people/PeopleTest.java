package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.CountedConnections;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.db.generated.Tables;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PeopleTest {
    private static final Instant NOON = Instant.parse("2025-08-20T05:00:00Z");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private People people;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        people = new People(db);
        SampleRegions.addTo(db);
    }

    @Test
    void an_actor_comes_with_libraries_and_duties() {
        var village = addLibrary("Cahaya Ilmu", "33.06.01.2001");
        var ambon = addLibrary("Perpustakaan Kota Ambon", "81.71");
        var sari = people.add(1001, "Sari", "id");
        people.acceptPrivacy(By.chat(sari), sari, "1", NOON);
        var memberships = new Memberships(db);
        memberships.admit(By.product(), sari, village, MemberRole.KEPALA, NOON);
        memberships.request(By.chat(sari), sari, ambon, MemberRole.RELAWAN, NOON);
        var assignments = new Assignments(db);
        assignments.appoint(By.product(), sari, Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.07")));
        assignments.appointForLibraries(By.product(), sari, Set.of(village, ambon));

        var actor = people.findActors(List.of(1001L)).values().iterator().next();

        assertThat(actor.personId()).isEqualTo(sari);
        assertThat(actor.name()).isEqualTo("Sari");
        assertThat(actor.consented()).isTrue();
        assertThat(actor.reportsFor())
                .containsExactly(
                        new Reporting(
                                village,
                                "Cahaya Ilmu",
                                "Desa Harjobinangun, Kec. Grabag",
                                ZoneId.of("Asia/Jakarta"),
                                true),
                        new Reporting(
                                ambon,
                                "Perpustakaan Kota Ambon",
                                "Kota Ambon, Maluku",
                                ZoneId.of("Asia/Jayapura"),
                                false));
        assertThat(actor.duties()).hasSize(2);
        assertThat(actor.duties().getFirst().region().map(Region::code)).contains("33.07");
        assertThat(actor.duties().getLast()).isEqualTo(new Duty(Role.FASDA, Optional.empty(), Set.of(village, ambon)));
        assertThat(people.findActor(sari)).contains(actor);
    }

    @Test
    void many_actors_take_as_many_queries_as_one() {
        var library = addLibrary("Cahaya Ilmu", "33.06.01.2001");
        var telegramIds = new ArrayList<Long>();
        for (var id = 1L; id <= 40; id++) {
            var person = people.add(id, "Person " + id, "id");
            new Memberships(db).request(By.chat(person), person, library, MemberRole.RELAWAN, NOON);
            telegramIds.add(id);
        }
        var counter = CountedConnections.of(db);
        var counted = new People(counter.counting(db));

        var one = counted.findActors(List.of(1L));
        var forOne = counter.count();
        var all = counted.findActors(telegramIds);

        assertThat(one).hasSize(1);
        assertThat(all).hasSize(40);
        assertThat(counter.count() - forOne).isEqualTo(forOne).isEqualTo(1);
    }

    @Test
    void a_stranger_is_not_found() {
        assertThat(people.findActors(List.of(5L))).isEmpty();
        assertThat(people.findActors(List.of())).isEmpty();
        assertThat(people.findActor(5)).isEmpty();
    }

    @Test
    void adding_a_person_twice_gives_the_same_person() {
        var first = people.add(1001, "Sari", "id");

        var second = people.add(1001, "Somebody else", "en");

        assertThat(second).isEqualTo(first);
        assertThat(people.findActor(first).orElseThrow().name()).isEqualTo("Sari");
    }

    @Test
    void name_and_language_can_be_changed() {
        var sari = people.add(1001, "Sari", "id");

        people.rename(By.chat(sari), sari, "Sari Wulandari");
        people.setLanguage(By.chat(sari), sari, "en");

        var actor = people.findActor(sari).orElseThrow();
        assertThat(actor.name()).isEqualTo("Sari Wulandari");
        assertThat(actor.language()).isEqualTo("en");
        assertThat(actor.consented()).isFalse();
    }

    @Test
    void a_person_stays_unreachable_since_the_first_time_until_reachable() {
        var sari = people.add(1001, "Sari", "id");

        people.setUnreachable(List.of(1001L), NOON);
        people.setUnreachable(List.of(1001L), NOON.plusSeconds(60));
        var unreachable = unreachableSince(sari);
        people.setReachable(List.of(1001L));

        assertThat(unreachable).contains(NOON);
        assertThat(unreachableSince(sari)).isEmpty();
    }

    @Test
    void somebody_is_admin_until_the_role_is_revoked() {
        var budi = people.add(1004, "Budi", "id");
        var ratna = people.add(1003, "Ratna", "id");
        var assignments = new Assignments(db);

        var before = people.anyAdmin();
        var assignment = assignments.appoint(By.product(), budi, Role.ADMIN, OptionalLong.empty());
        var again = assignments.appoint(By.product(), budi, Role.ADMIN, OptionalLong.empty());
        var alone = assignments.revoke(By.chat(budi), assignment, NOON);
        assignments.appoint(By.chat(budi), ratna, Role.ADMIN, OptionalLong.empty());
        var revoked = assignments.revoke(By.chat(ratna), assignment, NOON);

        assertThat(before).isFalse();
        assertThat(again).isEqualTo(assignment);
        assertThat(alone).isEqualTo(new Revocation.LastAdmin());
        assertThat(revoked).isEqualTo(new Revocation.Done(budi, Role.ADMIN));
        assertThat(assignments.revoke(By.chat(ratna), assignment, NOON)).isEqualTo(new Revocation.NotGiven());
        assertThat(people.anyAdmin()).isTrue();
        assertThat(people.findActor(budi).orElseThrow().duties()).isEmpty();
    }

    @Test
    void whose_role_is_taken_back_is_signed_out_and_invites_nobody_to_a_role_any_more() {
        var ratna = people.add(1003, "Ratna", "id");
        var regency = SampleRegions.id(db, "33.06");
        var assignments = new Assignments(db);
        var assignment = assignments.appoint(By.product(), ratna, Role.PIC_KAB, OptionalLong.of(regency));
        var sessions = new WebSessions(db);
        var token =
                sessions.create(ratna, SignInKind.LINK, Device.UNKNOWN, NOON).token();
        var links = new OneTimeLinks(db);
        var link = links.create(OneTimeLink.Purpose.WEB_SIGN_IN, OptionalLong.of(ratna), NOON, Duration.ofMinutes(10));
        var invites = new Invites(db);
        var toCoordinate = new InviteTarget.ToCoordinate(Role.FASDA, OptionalLong.of(regency));
        var code = invites.create(By.chat(ratna), toCoordinate, 1, Duration.ofDays(7), NOON)
                .code();

        assignments.revoke(By.product(), assignment, NOON);

        assertThat(sessions.find(token, NOON)).isEmpty();
        assertThat(links.find(link, NOON)).isEmpty();
        assertThat(invites.find(code, 1, NOON)).isEqualTo(new InviteState.Revoked());
    }

    @Test
    void erasing_leaves_only_the_id() {
        var library = addLibrary("Cahaya Ilmu", "33.06.01.2001");
        var sari = people.add(1001, "Sari", "en");
        people.acceptPrivacy(By.chat(sari), sari, "1", NOON);
        new Memberships(db).request(By.chat(sari), sari, library, MemberRole.KEPALA, NOON);
        new Assignments(db).appoint(By.product(), sari, Role.NASIONAL, OptionalLong.empty());
        var sessions = new WebSessions(db);
        var token = sessions.create(sari, SignInKind.LINK, Device.UNKNOWN, NOON).token();
        var links = new OneTimeLinks(db);
        var link = links.create(OneTimeLink.Purpose.WEB_SIGN_IN, OptionalLong.of(sari), NOON, Duration.ofMinutes(10));

        var result = people.erase(By.web(sari, "203.0.113.7"), sari, NOON);

        assertThat(result).isEqualTo(new ErasureResult.Done());

        var row = db.selectFrom(PERSON).where(PERSON.ID.eq(sari)).fetchSingle();
        assertThat(row.getTelegramId()).isNull();
        assertThat(row.getName()).isNull();
        assertThat(row.getConsentVersion()).isNull();
        assertThat(row.getErasedAt()).isEqualTo(NOON);
        assertThat(people.findActor(sari)).isEmpty();
        assertThat(people.findActors(List.of(1001L))).isEmpty();
        assertThat(people.anyAdmin()).isFalse();
        assertThat(sessions.find(token, NOON)).isEmpty();
        assertThat(links.find(link, NOON)).isEmpty();
        assertThat(db.fetch(Tables.AUDIT))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getAddress()).isNull());
        assertThat(people.erase(By.chat(sari), sari, NOON)).isEqualTo(new ErasureResult.NoSuchPerson());
        assertThat(people.add(1001, "Sari again", "id")).isNotEqualTo(sari);
    }

    @Test
    void nobody_goes_on_whom_something_depends_until_it_is_handed_over() {
        var library = addLibrary("Cahaya Ilmu", "33.06.01.2001");
        var regency = SampleRegions.id(db, "33.06");
        var sari = people.add(1001, "Sari", "id");
        var joko = people.add(1002, "Joko", "id");
        var assignments = new Assignments(db);
        var memberships = new Memberships(db);
        memberships.admit(By.product(), sari, library, MemberRole.KEPALA, NOON);
        memberships.request(By.chat(joko), joko, library, MemberRole.RELAWAN, NOON);
        for (var role : List.of(Role.ADMIN, Role.PIC_KAB)) {
            assignments.appoint(
                    By.product(), sari, role, role == Role.ADMIN ? OptionalLong.empty() : OptionalLong.of(regency));
        }

        var refused = people.erase(By.chat(sari), sari, NOON);
        assignments.appoint(By.chat(sari), joko, Role.ADMIN, OptionalLong.empty());
        assignments.appoint(By.chat(sari), joko, Role.PIC_KAB, OptionalLong.of(regency));
        memberships.handOver(By.chat(sari), library, sari, joko, NOON);

        assertThat(refused)
                .isEqualTo(new ErasureResult.MustHandOver(List.of(
                        new ErasureResult.Obstacle.LastAdmin(),
                        new ErasureResult.Obstacle.OnlyCoordinator(regency, "Kab. Purworejo"),
                        new ErasureResult.Obstacle.OnlyReporter(library, "Cahaya Ilmu"))));
        assertThat(people.erase(By.chat(sari), sari, NOON)).isEqualTo(new ErasureResult.Done());
    }

    @Test
    void of_two_who_go_at_once_one_stays_for_what_depends_on_them() throws Exception {
        var library = addLibrary("Cahaya Ilmu", "33.06.01.2001");
        var regency = OptionalLong.of(SampleRegions.id(db, "33.06"));
        var tries = new ArrayList<Callable<ErasureResult>>();
        for (var id = 1L; id <= 6; id++) {
            var person = people.add(id, "Person " + id, "id");
            new Memberships(db).admit(By.product(), person, library, MemberRole.RELAWAN, NOON);
            new Assignments(db).appoint(By.product(), person, Role.PIC_KAB, regency);
            tries.add(() -> new People(fresh.context()).erase(By.chat(person), person, NOON));
        }

        var gone = 0;
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var result : threads.invokeAll(tries)) {
                gone += result.get() instanceof ErasureResult.Done ? 1 : 0;
            }
        }

        assertThat(gone).isEqualTo(5);
    }

    @Test
    void a_copy_of_all_that_is_kept_names_nobody_else_and_no_secret() {
        var village = Village.among(db);
        var library = addLibrary("Cahaya Ilmu", "33.06.01.2001");
        var ratna = village.coordinator("Ratna", Role.PIC_KAB, "33.06");
        var sari = village.person("Sari");
        people.acceptPrivacy(By.web(sari, "203.0.113.7"), sari, "2026-1", NOON);
        new Memberships(db).admit(By.web(ratna, "198.51.100.4"), sari, library, MemberRole.KEPALA, NOON);
        village.report(sari, library, LocalDate.of(2025, 8, 20), "sent");
        village.draft(sari, library);
        var session = new WebSessions(db).create(sari, SignInKind.LINK, Device.UNKNOWN, NOON);

        var copy = new PersonalData(db).of(sari).orElseThrow();

        assertThat(copy.at("/person/name").asText()).isEqualTo("Sari");
        assertThat(copy.at("/consents/0/consent_version").asText()).isEqualTo("2026-1");
        assertThat(copy.at("/memberships/0/library").asText()).isEqualTo("Cahaya Ilmu");
        assertThat(copy.at("/reports/0/number").asText()).startsWith("PM-2508-");
        assertThat(copy.at("/drafts/0/content/answers").isObject()).isTrue();
        assertThat(copy.at("/browsers_signed_in")).hasSize(1);
        assertThat(copy.at("/audit").findValuesAsText("by")).containsExactly("this person", "somebody else");
        assertThat(copy.at("/audit/0/address").asText()).isEqualTo("203.0.113.7");
        assertThat(copy.toString())
                .doesNotContain(
                        "Ratna",
                        "198.51.100.4",
                        "csrf",
                        session.token(),
                        session.session().csrfToken());
        assertThat(new PersonalData(db).of(9_999)).isEmpty();
    }

    private Optional<Instant> unreachableSince(long person) {
        return db.select(PERSON.UNREACHABLE_SINCE)
                .from(PERSON)
                .where(PERSON.ID.eq(person))
                .fetchOptional(PERSON.UNREACHABLE_SINCE);
    }

    private long addLibrary(String name, String regionCode) {
        return new Libraries(db)
                .add(name, LibraryType.DESA, Scheme.PENUH, Optional.empty(), SampleRegions.id(db, regionCode));
    }
}
