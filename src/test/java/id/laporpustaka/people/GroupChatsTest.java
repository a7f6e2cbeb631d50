package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.outbox.ChatMove;
import id.laporpustaka.place.SampleRegions;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GroupChatsTest {
    private static final long GROUP = -100_200;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private DSLContext db;
    private Village village;
    private GroupChats groups;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        village = new Village(db);
        groups = new GroupChats(db);
    }

    @Test
    void a_group_hears_of_the_region_that_a_coordinator_of_it_has_confirmed() {
        var ratna = actor(village.coordinator("Ratna", Role.PIC_KAB, "33.06"));

        assertThat(confirm(ratna, "33.06")).isTrue();

        var group = groups.findOpen(GROUP).orElseThrow();
        assertThat(group.region().orElseThrow().code()).isEqualTo("33.06");
        assertThat(group.thread()).hasValue(7);
        assertThat(group.scope()).isEqualTo(Scope.ofRegion("33.06"));
        assertThat(groups.listOpen()).containsExactly(group);
    }

    @Test
    void a_part_of_the_region_can_be_confirmed_and_confirmed_otherwise_later() {
        var ratna = actor(village.coordinator("Ratna", Role.PIC_KAB, "33.06"));
        confirm(ratna, "33.06");

        assertThat(confirm(ratna, "33.06.01")).isTrue();

        assertThat(groups.listOpen())
                .extracting(group -> group.region().orElseThrow().code())
                .containsExactly("33.06.01");
    }

    @Test
    void nobody_confirms_a_group_for_what_they_do_not_coordinate() {
        var ratna = actor(village.coordinator("Ratna", Role.PIC_KAB, "33.06"));
        var library = village.library("Perpustakaan Desa Pekutan", "33.06.01.2001");
        var sari = actor(village.reporter("Sari", library));

        assertThat(confirm(ratna, "33")).isFalse();
        assertThat(confirm(sari, "33.06.01.2001")).isFalse();
        assertThat(groups.confirm(ratna, GROUP, OptionalInt.empty(), OptionalLong.empty(), Village.NOON))
                .isFalse();
        assertThat(groups.confirm(ratna, GROUP, OptionalInt.empty(), OptionalLong.of(999_999), Village.NOON))
                .isFalse();
        assertThat(groups.findOpen(GROUP)).isEmpty();
    }

    @Test
    void the_whole_country_is_for_those_who_see_all_of_it() {
        var budi = actor(village.nationwide("Budi", Role.NASIONAL));

        assertThat(groups.confirm(budi, GROUP, OptionalInt.empty(), OptionalLong.empty(), Village.NOON))
                .isTrue();

        assertThat(groups.findOpen(GROUP).orElseThrow().scope()).isEqualTo(new Scope.Everything());
    }

    @Test
    void a_group_is_silent_once_the_role_is_gone_and_until_another_confirms_it() {
        var ratna = village.coordinator("Ratna", Role.PIC_KAB, "33.06");
        confirm(actor(ratna), "33.06");

        new Assignments(db).revoke(By.product(), village.assignment(ratna), Village.NOON);

        assertThat(groups.findOpen(GROUP)).isEmpty();
        assertThat(groups.listOpen()).isEmpty();

        confirm(actor(village.coordinator("Joko", Role.PIC_PROV, "33")), "33.06");

        assertThat(groups.findOpen(GROUP)).isPresent();
    }

    @Test
    void a_group_that_the_bot_has_left_hears_nothing_until_it_is_confirmed_anew() {
        var ratna = actor(village.coordinator("Ratna", Role.PIC_KAB, "33.06"));
        confirm(ratna, "33.06");

        groups.end(GROUP, Village.NOON);

        assertThat(groups.findOpen(GROUP)).isEmpty();
        confirm(ratna, "33.06");
        assertThat(groups.findOpen(GROUP)).isPresent();
    }

    @Test
    void a_group_that_gets_another_id_keeps_its_region() {
        var ratna = actor(village.coordinator("Ratna", Role.PIC_KAB, "33.06"));
        confirm(ratna, "33.06");

        db.insertInto(CHAT, CHAT.ID).values(GROUP).execute();
        ChatMove.rename(db, GROUP, -5);
        ChatMove.rename(db, GROUP, -5);

        assertThat(groups.findOpen(List.of(GROUP, -5L))).containsOnlyKeys(-5L);
    }

    private Actor actor(long person) {
        return new People(db).findActor(person).orElseThrow();
    }

    private boolean confirm(Actor by, String regionCode) {
        var region = OptionalLong.of(SampleRegions.id(db, regionCode));
        return groups.confirm(by, GROUP, OptionalInt.of(7), region, Village.NOON);
    }
}
