package id.laporpustaka.people;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionsTest {
    /// A line for each action, a column for each role: x where it may. W is who waits for being accepted, R a
    /// reporter, then the roles in their order.
    private static final String TABLE = """
                             W R PIC_DESA FASDA PIC_KAB PIC_PROV KONSULTAN NASIONAL ADMIN
        REPORT               x x .        .     .       .        .         .        .
        SAY_NO_ACTIVITY      . x .        .     .       .        .         .        .
        HAND_OVER            . x .        .     .       .        .         .        .
        SEE_REPORTS          . x x        x     x       x        x         x        x
        SEE_SUMMARY          . x x        x     x       x        x         x        x
        EXPORT               . x .        .     x       x        x         x        x
        ASK_CORRECTION       . . .        x     x       .        .         .        .
        REVIEW               . . .        .     x       .        .         .        .
        STAND_IN             . . .        .     .       x        .         x        .
        SEE_LIBRARIES        . . x        x     x       x        x         x        x
        SEE_PEOPLE           . . .        x     x       x        x         x        x
        SEE_HISTORY          . . .        .     x       x        x         x        x
        INVITE_REPORTER      . . .        .     x       x        x         x        x
        DECIDE_JOIN          . . .        .     x       x        x         x        x
        REMOVE_REPORTER      . . .        .     x       x        x         x        x
        REMIND               . . .        .     x       x        x         x        x
        ADD_LIBRARY          . . .        .     x       x        x         x        x
        EDIT_LIBRARY         . . .        .     x       x        x         x        x
        MERGE_LIBRARIES      . . .        .     x       x        x         x        x
        DEACTIVATE_LIBRARY   . . .        .     x       x        x         x        x
        IMPORT_LIBRARIES     . . .        .     x       x        x         x        x
        APPOINT              . . .        .     x       x        x         x        x
        REVOKE_ROLE          . . .        .     x       x        x         x        x
        MANAGE_FORMS         . . .        .     .       .        .         x        x
        MANAGE_SCORE         . . .        .     .       .        .         x        x
        MANAGE_WEBHOOKS      . . .        .     .       x        .         x        x
        MANAGE_REGIONS       . . .        .     .       .        .         .        x
        SEE_AUDIT            . . .        .     .       .        .         .        x
        ANSWER_DATA_REQUEST  . . .        .     .       .        .         .        x
        MANAGE_SYSTEM        . . .        .     .       .        .         .        x
        """;

    /// For each role over 33.06 (33 for those of a province): the roles that it gives.
    private static final String GIVES = """
        PIC_DESA:
        FASDA:
        PIC_KAB: FASDA PIC_DESA
        PIC_PROV: PIC_KAB FASDA PIC_DESA
        KONSULTAN: PIC_KAB FASDA PIC_DESA
        NASIONAL: NASIONAL KONSULTAN PIC_PROV PIC_KAB FASDA PIC_DESA
        ADMIN: ADMIN NASIONAL KONSULTAN PIC_PROV PIC_KAB FASDA PIC_DESA
        """;

    private static final long LISTED = 1;
    private static final long ELSEWHERE = 2;
    private static final String VILLAGE = "33.06.01.2001";

    /// Everything is tried with a duty over each of these.
    private static final List<String> REGIONS = List.of("33", "33.06", "33.06.01", VILLAGE);

    /// And at each of these: above, the same, below, beside, and beside with the same beginning.
    private static final List<String> PLACES =
            List.of("33", "33.06", "33.06.01", VILLAGE, "33.06.01.2002", "33.06.02", "33.07", "34", "33.06.01.2011");

    @Test
    void every_action_and_every_role_has_its_line() {
        assertThat(lines().keySet())
                .containsExactlyInAnyOrder(
                        Arrays.stream(Action.values()).map(Action::name).toArray(String[]::new));
        assertThat(columns().subList(2, columns().size()))
                .containsExactly(Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new));
        assertThat(lines().values())
                .allSatisfy(marks -> assertThat(marks).hasSize(columns().size()));
        assertThat(gives().keySet()).containsExactly(Role.values());
    }

    static Stream<Arguments> everyRoleAndAction() {
        return Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(Action.values()).map(action -> Arguments.of(role, action)));
    }

    @ParameterizedTest
    @MethodSource("everyRoleAndAction")
    void a_role_gives_its_rights_in_its_region_and_nowhere_else(Role role, Action action) {
        var allowed = allowed(action, role.name());

        for (var over : REGIONS) {
            var actor = coordinator(new Duty(role, Optional.of(region(over)), Set.of()));
            for (var place : PLACES) {
                var inside = place.equals(over) || place.startsWith(over + ".");
                assertThat(Permissions.mayDo(actor, action, place))
                        .as("%s over %s at %s", role, over, place)
                        .isEqualTo(allowed && inside);
                assertThat(Permissions.mayDo(actor, action, ELSEWHERE, place)).isEqualTo(allowed && inside);
            }
            assertThat(Permissions.mayDoSomewhere(actor, action)).isEqualTo(allowed);
            assertThat(Permissions.mayDoEverywhere(actor, action)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("everyRoleAndAction")
    void a_role_over_single_libraries_gives_its_rights_for_them_alone(Role role, Action action) {
        var actor = coordinator(new Duty(role, Optional.empty(), Set.of(LISTED)));
        var allowed = allowed(action, role.name());

        assertThat(Permissions.mayDo(actor, action, LISTED, VILLAGE)).isEqualTo(allowed);
        assertThat(Permissions.mayDo(actor, action, ELSEWHERE, VILLAGE)).isFalse();
        for (var place : PLACES) {
            assertThat(Permissions.mayDo(actor, action, place)).isFalse();
        }
        assertThat(Permissions.mayDoEverywhere(actor, action)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("everyRoleAndAction")
    void a_role_without_region_and_libraries_is_over_the_country_or_over_nothing(Role role, Action action) {
        var actor = coordinator(new Duty(role, Optional.empty(), Set.of()));
        var allowed = allowed(action, role.name()) && (role == Role.NASIONAL || role == Role.ADMIN);

        assertThat(Permissions.mayDoEverywhere(actor, action)).isEqualTo(allowed);
        assertThat(Permissions.mayDoSomewhere(actor, action)).isEqualTo(allowed);
        assertThat(Permissions.mayDo(actor, action, ELSEWHERE, "81.71")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void a_reporter_has_rights_for_their_own_libraries_only(Action action) {
        var accepted = reporter(true);
        var waiting = reporter(false);

        assertThat(Permissions.mayDo(accepted, action, LISTED, VILLAGE)).isEqualTo(allowed(action, "R"));
        assertThat(Permissions.mayDo(waiting, action, LISTED, VILLAGE)).isEqualTo(allowed(action, "W"));
        for (var actor : List.of(accepted, waiting)) {
            assertThat(Permissions.mayDo(actor, action, ELSEWHERE, VILLAGE)).isFalse();
            assertThat(Permissions.mayDo(actor, action, VILLAGE)).isFalse();
            assertThat(Permissions.mayDoEverywhere(actor, action)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void who_is_nothing_may_nothing(Action action) {
        var actor = coordinator();

        assertThat(Permissions.mayDoSomewhere(actor, action)).isFalse();
    }

    @Test
    void the_rights_of_several_roles_add_up_each_in_its_own_place() {
        var actor = coordinator(
                new Duty(Role.PIC_KAB, Optional.of(region("33.06")), Set.of()),
                new Duty(Role.FASDA, Optional.of(region("33.07")), Set.of()));

        assertThat(Permissions.mayDo(actor, Action.REVIEW, "33.06.01")).isTrue();
        assertThat(Permissions.mayDo(actor, Action.REVIEW, "33.07.01")).isFalse();
        assertThat(Permissions.mayDo(actor, Action.ASK_CORRECTION, "33.07.01")).isTrue();
    }

    static Stream<Arguments> everyTwoRoles() {
        return Arrays.stream(Role.values())
                .flatMap(giver -> Arrays.stream(Role.values()).map(given -> Arguments.of(giver, given)));
    }

    @ParameterizedTest
    @MethodSource("everyTwoRoles")
    void roles_are_given_and_taken_back_downwards_and_inside_only(Role giver, Role given) {
        var nationwide = giver == Role.NASIONAL || giver == Role.ADMIN;
        var over = giver == Role.PIC_PROV || giver == Role.KONSULTAN ? "33" : "33.06";
        var actor = coordinator(new Duty(giver, nationwide ? Optional.empty() : Optional.of(region(over)), Set.of()));
        var may = requireNonNull(gives().get(giver)).contains(given);

        for (var place : PLACES) {
            var inside = nationwide || place.equals(over) || place.startsWith(over + ".");
            assertThat(Permissions.mayGive(actor, given, Optional.of(place)))
                    .as("%s over %s gives %s at %s", giver, over, given, place)
                    .isEqualTo(may && inside && fits(given, place));
            assertThat(Permissions.mayTakeBack(actor, given, Optional.of(place)))
                    .isEqualTo(may && inside);
        }
        assertThat(Permissions.mayGive(actor, given, Optional.empty()))
                .isEqualTo(may && nationwide && (given == Role.NASIONAL || given == Role.ADMIN));
        assertThat(Permissions.mayTakeBack(actor, given, Optional.empty())).isEqualTo(may && nationwide);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_facilitator_of_single_libraries_is_appointed_by_who_rules_over_all_of_them(Role giver) {
        var actor = coordinator(new Duty(giver, Optional.of(region("33.06")), Set.of()));
        var may = requireNonNull(gives().get(giver)).contains(Role.FASDA);

        assertThat(Permissions.mayGiveFor(actor, Set.of(VILLAGE, "33.06.02"))).isEqualTo(may);
        assertThat(Permissions.mayGiveFor(actor, Set.of(VILLAGE, "33.07.01.2001")))
                .isFalse();
        assertThat(Permissions.mayGiveFor(actor, Set.of())).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void who_has_a_role_for_single_libraries_appoints_nobody(Role giver) {
        var actor = coordinator(new Duty(giver, Optional.empty(), Set.of(LISTED)));

        for (var given : Role.values()) {
            assertThat(Permissions.mayGive(actor, given, Optional.of(VILLAGE))).isFalse();
            assertThat(Permissions.mayTakeBack(actor, given, Optional.empty())).isFalse();
        }
    }

    @Test
    void a_role_over_what_is_no_region_is_a_mistake() {
        var admin = coordinator(new Duty(Role.ADMIN, Optional.empty(), Set.of()));

        assertThatThrownBy(() -> Permissions.mayGive(admin, Role.PIC_KAB, Optional.of("33.0")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean fits(Role role, String code) {
        return switch (role) {
            case PIC_DESA -> code.length() == 13;
            case FASDA -> code.length() > 2;
            case PIC_KAB -> code.length() == 5;
            case PIC_PROV, KONSULTAN -> code.length() == 2;
            case NASIONAL, ADMIN -> false;
        };
    }

    private static boolean allowed(Action action, String column) {
        return requireNonNull(lines().get(action.name()))
                .get(columns().indexOf(column))
                .equals("x");
    }

    private static List<String> columns() {
        return words(TABLE.lines().findFirst().orElseThrow());
    }

    private static Map<String, List<String>> lines() {
        return TABLE.lines()
                .skip(1)
                .map(PermissionsTest::words)
                .collect(Collectors.toMap(List::getFirst, words -> words.subList(1, words.size())));
    }

    private static Map<Role, List<Role>> gives() {
        var gives = new LinkedHashMap<Role, List<Role>>();
        GIVES.lines().forEach(line -> {
            var colon = line.indexOf(':');
            gives.put(
                    Role.valueOf(line.substring(0, colon)),
                    words(line.substring(colon + 1)).stream().map(Role::valueOf).toList());
        });
        return gives;
    }

    private static List<String> words(String line) {
        var words = new ArrayList<>(Arrays.asList(line.strip().split("\\s+", -1)));
        words.remove("");
        return words;
    }

    private static Region region(String code) {
        var level = (code.length() + 1) / 3;
        return new Region(code.hashCode(), code, RegionLevel.of(Math.min(level, 4)), "Region " + code);
    }

    private static Actor coordinator(Duty... duties) {
        return new Actor(7, 1007, "Ratna", "id", true, List.of(), List.of(duties));
    }

    private static Actor reporter(boolean accepted) {
        var reporting = new Reporting(LISTED, "Cahaya Ilmu", "Desa", ZoneId.of("Asia/Jakarta"), accepted);
        return new Actor(7, 1007, "Sari", "id", true, List.of(reporting), List.of());
    }
}
