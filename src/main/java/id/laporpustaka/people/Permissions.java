package id.laporpustaka.people;

import static id.laporpustaka.people.Action.ADD_LIBRARY;
import static id.laporpustaka.people.Action.APPOINT;
import static id.laporpustaka.people.Action.ASK_CORRECTION;
import static id.laporpustaka.people.Action.DEACTIVATE_LIBRARY;
import static id.laporpustaka.people.Action.DECIDE_JOIN;
import static id.laporpustaka.people.Action.EDIT_LIBRARY;
import static id.laporpustaka.people.Action.EXPORT;
import static id.laporpustaka.people.Action.HAND_OVER;
import static id.laporpustaka.people.Action.IMPORT_LIBRARIES;
import static id.laporpustaka.people.Action.INVITE_REPORTER;
import static id.laporpustaka.people.Action.MANAGE_FORMS;
import static id.laporpustaka.people.Action.MANAGE_SCORE;
import static id.laporpustaka.people.Action.MANAGE_WEBHOOKS;
import static id.laporpustaka.people.Action.MERGE_LIBRARIES;
import static id.laporpustaka.people.Action.REMIND;
import static id.laporpustaka.people.Action.REMOVE_REPORTER;
import static id.laporpustaka.people.Action.REPORT;
import static id.laporpustaka.people.Action.REVIEW;
import static id.laporpustaka.people.Action.REVOKE_ROLE;
import static id.laporpustaka.people.Action.SAY_NO_ACTIVITY;
import static id.laporpustaka.people.Action.SEE_HISTORY;
import static id.laporpustaka.people.Action.SEE_LIBRARIES;
import static id.laporpustaka.people.Action.SEE_PEOPLE;
import static id.laporpustaka.people.Action.SEE_REPORTS;
import static id.laporpustaka.people.Action.SEE_SUMMARY;
import static id.laporpustaka.people.Action.STAND_IN;

import id.laporpustaka.place.RegionLevel;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Who may do what, where: the only place that says it. Pure; an [Actor] is as it was when loaded, so a right
/// that was taken back counts at the next message or click.
///
/// A role gives its rights within the region or the libraries of its assignment. Reporting for a library gives a
/// few for that library. Everything else is refused (least privilege).
public final class Permissions {
    /// What an accepted reporter may do for their libraries. Who waits may only [Action#REPORT].
    private static final Set<Action> REPORTER =
            EnumSet.of(REPORT, SAY_NO_ACTIVITY, HAND_OVER, SEE_REPORTS, SEE_SUMMARY, EXPORT);

    /// What all do who run a part of the programme: its register, its people, and the figures.
    private static final Set<Action> RUNNING = EnumSet.of(
            SEE_REPORTS,
            SEE_SUMMARY,
            EXPORT,
            SEE_LIBRARIES,
            SEE_PEOPLE,
            SEE_HISTORY,
            INVITE_REPORTER,
            DECIDE_JOIN,
            REMOVE_REPORTER,
            REMIND,
            ADD_LIBRARY,
            EDIT_LIBRARY,
            MERGE_LIBRARIES,
            DEACTIVATE_LIBRARY,
            IMPORT_LIBRARIES,
            APPOINT,
            REVOKE_ROLE);

    private Permissions() {}

    private static Set<Action> of(Role role) {
        return switch (role) {
            case PIC_DESA -> EnumSet.of(SEE_REPORTS, SEE_SUMMARY, SEE_LIBRARIES);
            case FASDA -> EnumSet.of(SEE_REPORTS, SEE_SUMMARY, SEE_LIBRARIES, SEE_PEOPLE, ASK_CORRECTION);
            case PIC_KAB -> with(RUNNING, ASK_CORRECTION, REVIEW);
            case PIC_PROV -> with(RUNNING, STAND_IN, MANAGE_WEBHOOKS);
            case KONSULTAN -> RUNNING;
            case NASIONAL -> with(RUNNING, STAND_IN, MANAGE_FORMS, MANAGE_SCORE, MANAGE_WEBHOOKS);
            // all that is not a reporter's, nor the review of a regency's reports
            case ADMIN ->
                without(
                        EnumSet.allOf(Action.class),
                        REPORT,
                        SAY_NO_ACTIVITY,
                        HAND_OVER,
                        ASK_CORRECTION,
                        REVIEW,
                        STAND_IN);
        };
    }

    /// Whether this person may do this to this library.
    public static boolean mayDo(Actor actor, Action action, long libraryId, String regionCode) {
        return scopeFor(actor, action).includes(libraryId, regionCode);
    }

    /// Whether this person may do this to all of a region.
    public static boolean mayDo(Actor actor, Action action, String regionCode) {
        return scopeFor(actor, action).includes(regionCode);
    }

    /// Whether this person may do this to the whole country; what belongs to no region, such as forms, asks for
    /// this.
    public static boolean mayDoEverywhere(Actor actor, Action action) {
        return scopeFor(actor, action) instanceof Scope.Everything;
    }

    /// Whether there is anything to which this person may do this: whether to offer it.
    public static boolean mayDoSomewhere(Actor actor, Action action) {
        return !scopeFor(actor, action).isEmpty();
    }

    /// Where this person may do this, for SQL.
    public static Scope scopeFor(Actor actor, Action action) {
        var codes = new TreeSet<String>();
        var libraries = new HashSet<Long>();
        for (var duty : actor.duties()) {
            if (!of(duty.role()).contains(action)) {
                continue;
            }
            if (duty.region().isEmpty()
                    && duty.libraries().isEmpty()
                    && duty.role().isNationwide()) {
                return new Scope.Everything();
            }
            duty.region().ifPresent(region -> codes.add(region.code()));
            libraries.addAll(duty.libraries());
        }
        for (var reporting : actor.reportsFor()) {
            if (action == REPORT || (reporting.accepted() && REPORTER.contains(action))) {
                libraries.add(reporting.libraryId());
            }
        }
        return new Scope.Parts(codes, libraries);
    }

    /// Whether this person may give this role over this region, or over the whole country. Downwards only: nobody
    /// but an admin gives a role as high as their own, except that the national level looks after itself.
    ///
    /// @param regionCode empty for the whole country
    public static boolean mayGive(Actor actor, Role role, Optional<String> regionCode) {
        return role.fits(regionCode.map(Permissions::level)) && mayRule(actor, role, regionCode);
    }

    /// The roles that this person may give somewhere, the highest first.
    public static List<Role> rolesToGive(Actor actor) {
        var roles = EnumSet.noneOf(Role.class);
        actor.duties().stream()
                .filter(duty -> of(duty.role()).contains(APPOINT))
                .forEach(duty -> roles.addAll(below(duty.role())));
        return List.copyOf(roles).reversed();
    }

    /// Whether this person may make somebody a facilitator of single libraries, given where each of them is.
    public static boolean mayGiveFor(Actor actor, Set<String> regionCodes) {
        return !regionCodes.isEmpty()
                && regionCodes.stream().allMatch(code -> mayRule(actor, Role.FASDA, Optional.of(code)));
    }

    /// Whether this person may take this role back: who may give it may. For a facilitator of single libraries ask
    /// [#mayGiveFor].
    ///
    /// @param regionCode empty for the whole country
    public static boolean mayTakeBack(Actor actor, Role role, Optional<String> regionCode) {
        return mayRule(actor, role, regionCode);
    }

    private static boolean mayRule(Actor actor, Role role, Optional<String> regionCode) {
        return actor.duties().stream()
                .filter(duty -> of(duty.role()).contains(APPOINT))
                .filter(duty -> below(duty.role()).contains(role))
                .anyMatch(duty -> duty.region()
                        .map(region -> regionCode
                                .filter(code -> Scope.lies(code, region.code()))
                                .isPresent())
                        .orElseGet(
                                () -> duty.libraries().isEmpty() && duty.role().isNationwide()));
    }

    /// The roles that a role gives and takes back.
    private static Set<Role> below(Role role) {
        return switch (role) {
            case ADMIN -> EnumSet.allOf(Role.class);
            case NASIONAL -> EnumSet.complementOf(EnumSet.of(Role.ADMIN));
            case PIC_PROV, KONSULTAN -> EnumSet.of(Role.PIC_KAB, Role.FASDA, Role.PIC_DESA);
            case PIC_KAB -> EnumSet.of(Role.FASDA, Role.PIC_DESA);
            case FASDA, PIC_DESA -> EnumSet.noneOf(Role.class);
        };
    }

    private static RegionLevel level(String code) {
        return Arrays.stream(RegionLevel.values())
                .filter(level -> level.codeLength() == code.length())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not the code of a region: " + code));
    }

    private static Set<Action> with(Set<Action> actions, Action... more) {
        var all = EnumSet.copyOf(actions);
        all.addAll(Arrays.asList(more));
        return all;
    }

    private static Set<Action> without(Set<Action> actions, Action... fewer) {
        var rest = EnumSet.copyOf(actions);
        rest.removeAll(Arrays.asList(fewer));
        return rest;
    }
}
