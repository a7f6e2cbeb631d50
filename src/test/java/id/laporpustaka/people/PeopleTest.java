package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.db.generated.Tables;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;
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
        people.acceptPrivacy(sari, "1", NOON);
        var memberships = new Memberships(db);
        memberships.request(sari, village, MemberRole.KEPALA);
        memberships.accept(sari, village, OptionalLong.empty(), NOON);
        memberships.request(sari, ambon, MemberRole.RELAWAN);
        var assignments = new Assignments(db);
        assignments.appoint(sari, Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.07")), OptionalLong.empty());
        assignments.appointForLibraries(sari, Set.of(village, ambon), OptionalLong.empty());

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
            new Memberships(db).request(person, library, MemberRole.RELAWAN);
            telegramIds.add(id);
        }
        var counter = new Statements();
        var counted = new People(db.configuration()
                .derive(new DefaultExecuteListenerProvider(counter))
                .dsl());

        var one = counted.findActors(List.of(1L));
        var forOne = counter.count;
        var all = counted.findActors(telegramIds);

        assertThat(one).hasSize(1);
        assertThat(all).hasSize(40);
        assertThat(counter.count - forOne).isEqualTo(forOne).isEqualTo(2);
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

        people.rename(sari, "Sari Wulandari");
        people.setLanguage(sari, "en");

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
        var assignments = new Assignments(db);

        var before = people.anyAdmin();
        var assignment = assignments.appoint(budi, Role.ADMIN, OptionalLong.empty(), OptionalLong.empty());
        var again = assignments.appoint(budi, Role.ADMIN, OptionalLong.empty(), OptionalLong.empty());
        var during = people.anyAdmin();
        var revoked = assignments.revoke(assignment, NOON);

        assertThat(before).isFalse();
        assertThat(again).isEqualTo(assignment);
        assertThat(during).isTrue();
        assertThat(revoked).isTrue();
        assertThat(people.anyAdmin()).isFalse();
        assertThat(people.findActor(budi).orElseThrow().duties()).isEmpty();
    }

    @Test
    void a_membership_is_asked_for_once_and_decided_once() {
        var library = addLibrary("Cahaya Ilmu", "33.06.01.2001");
        var sari = people.add(1001, "Sari", "id");
        var ratna = people.add(1003, "Ratna", "id");
        var memberships = new Memberships(db);

        assertThat(memberships.request(sari, library, MemberRole.KEPALA)).isTrue();
        assertThat(memberships.request(sari, library, MemberRole.RELAWAN)).isFalse();
        assertThat(memberships.accept(sari, library, OptionalLong.of(ratna), NOON))
                .isTrue();
        assertThat(memberships.refuse(sari, library, ratna, NOON)).isFalse();
        assertThat(memberships.leave(sari, library, NOON)).isTrue();
        assertThat(people.findActor(sari).orElseThrow().reportsFor()).isEmpty();
        assertThat(memberships.request(sari, library, MemberRole.KEPALA)).isTrue();
    }

    @Test
    void erasing_leaves_only_the_id() {
        var library = addLibrary("Cahaya Ilmu", "33.06.01.2001");
        var sari = people.add(1001, "Sari", "en");
        people.acceptPrivacy(sari, "1", NOON);
        new Memberships(db).request(sari, library, MemberRole.KEPALA);
        new Assignments(db).appoint(sari, Role.ADMIN, OptionalLong.empty(), OptionalLong.empty());
        var sessions = new WebSessions(db);
        var token = sessions.create(sari, NOON, Duration.ofHours(1)).token();
        var links = new OneTimeLinks(db);
        var link = links.create(OneTimeLink.Purpose.WEB_SIGN_IN, OptionalLong.of(sari), NOON, Duration.ofMinutes(10));
        new Audit(db)
                .record(OptionalLong.of(sari), "erased", OptionalLong.of(sari), JsonNodeFactory.instance.objectNode());

        people.erase(sari, NOON);

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
        assertThat(db.fetchCount(Tables.AUDIT)).isEqualTo(1);
        assertThat(people.add(1001, "Sari again", "id")).isNotEqualTo(sari);
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

    private static final class Statements implements ExecuteListener {
        private int count;

        @Override
        public void executeStart(ExecuteContext context) {
            count++;
        }
    }
}
