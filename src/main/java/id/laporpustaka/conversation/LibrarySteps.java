package id.laporpustaka.conversation;

import id.laporpustaka.people.Actor;
import id.laporpustaka.people.LibraryFilter;
import id.laporpustaka.people.Role;
import java.util.Optional;
import java.util.OptionalLong;

/// A coordinator's register of libraries: who has joined and who has not, and invitations for those who should.
final class LibrarySteps {
    private static final int LONGEST_SEARCH = 80;

    private final LibraryChangeSteps changes = new LibraryChangeSteps();
    private final SheetSteps sheets;

    LibrarySteps(SheetSteps sheets) {
        this.sheets = sheets;
    }

    Step list(Scene scene, LibraryFilter filter, String search) {
        return list(scene, filter, search, 0);
    }

    private Step list(Scene scene, LibraryFilter filter, String search, int page) {
        var wanted =
                search.substring(0, Math.min(search.length(), LONGEST_SEARCH)).strip();
        var lookup = new Lookup.LibrariesOf(personId(scene), filter, wanted, page);
        return scene.context()
                .findings()
                .find(lookup)
                .<Step>map(found -> scene.silently()
                        .sayOnTapped(new Reply.LibraryList(found))
                        .remember(state -> state.expecting(new Expecting.LibrarySearch(filter, wanted)))
                        .end())
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    Step pressed(Scene scene, Press.OnLibrary verb, String argument) {
        return switch (verb) {
            case LIST -> turn(scene, argument);
            case SHOW -> Press.number(argument).map(id -> show(scene, id)).orElseGet(() -> Conversation.stale(scene));
            case INVITE ->
                Press.number(argument)
                        .map(id -> start(
                                scene,
                                new Job.Invite(
                                        scene.incoming().senderId(),
                                        OptionalLong.of(id),
                                        Optional.empty(),
                                        OptionalLong.empty(),
                                        scene.language())))
                        .orElseGet(() -> Conversation.stale(scene));
            case ROLE ->
                Press.name(Role.values(), argument)
                        .map(role -> askRegion(scene, role))
                        .orElseGet(() -> Conversation.stale(scene));
            case REGION -> region(scene, argument);
            case OPEN -> invites(scene, Press.place(argument).orElse(0));
            case INVITES, REVOKE, EDIT, FIELD, VALUE, ACTIVE, ACTIVE_YES, MERGE, MERGE_WITH, MERGE_YES, HISTORY ->
                changes.pressed(scene, verb, argument);
            case TEMPLATE, IMPORT_SHEET, IMPORT_GOOD_ROWS, CANCEL_SHEET -> sheets.pressed(scene, verb, argument);
        };
    }

    /// The argument is `filter/page`; the search is the one that was typed last.
    private Step turn(Scene scene, String argument) {
        var parts = argument.split("/", 2);
        var filter = Press.name(LibraryFilter.values(), parts[0]).orElse(LibraryFilter.ALL);
        var page = parts.length > 1 ? Press.place(parts[1]).orElse(0) : 0;
        var search =
                scene.state().expecting() instanceof Expecting.LibrarySearch(var before, var typed) && before == filter
                        ? typed
                        : "";
        return list(scene, filter, search, page);
    }

    Step show(Scene scene, long libraryId) {
        return LibraryChangeSteps.withCard(
                scene,
                libraryId,
                card -> scene.silently()
                        .sayOnTapped(new Reply.LibraryDetail(card, Optional.empty()))
                        .remember(state -> state.expecting(new Expecting.Nothing()))
                        .end());
    }

    private static Step invites(Scene scene, int page) {
        var lookup = new Lookup.OpenInvites(personId(scene), page);
        return scene.context()
                .findings()
                .find(lookup)
                .<Step>map(found -> scene.silently()
                        .sayOnTapped(new Reply.OpenInvites(found, scene.zone()))
                        .end())
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    /// The whole country needs no region.
    private static Step askRegion(Scene scene, Role role) {
        if (role == Role.NASIONAL || role == Role.ADMIN) {
            return start(
                    scene,
                    new Job.Invite(
                            scene.incoming().senderId(),
                            OptionalLong.empty(),
                            Optional.of(role),
                            OptionalLong.empty(),
                            scene.language()));
        }
        return scene.silently()
                .sayOnTapped(new Reply.RegionWanted(role, Optional.empty()))
                .remember(state -> state.expecting(new Expecting.RegionOf(role)))
                .end();
    }

    /// The name of a region, as it was typed.
    Step regionTyped(Scene scene, Role role, String typed) {
        var lookup = new Lookup.RegionsNamed(typed, role);
        return scene.context()
                .findings()
                .find(lookup)
                .<Step>map(found -> scene.silently()
                        .sayForGood(
                                found.isEmpty()
                                        ? new Reply.RegionWanted(role, Optional.of(typed))
                                        : new Reply.Regions(role, found))
                        .end())
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    /// The argument is `role/region`.
    private static Step region(Scene scene, String argument) {
        var parts = argument.split("/", 2);
        var role = Press.name(Role.values(), parts[0]);
        var region = parts.length > 1 ? Press.number(parts[1]) : Optional.<Long>empty();
        return role.isPresent() && region.isPresent()
                ? start(
                        scene,
                        new Job.Invite(
                                scene.incoming().senderId(),
                                OptionalLong.empty(),
                                role,
                                OptionalLong.of(region.get()),
                                scene.language()))
                : Conversation.stale(scene);
    }

    private static Step start(Scene scene, Job.Invite job) {
        return scene.silently()
                .also(new Effect.StartJob(job))
                .remember(state -> state.expecting(new Expecting.Nothing()))
                .end();
    }

    Step invited(Scene scene, Optional<Invitation> invitation) {
        return scene.silently()
                .sayForGood(invitation.<Reply>map(Reply.Invited::new).orElseGet(Reply.NotYours::new))
                .end();
    }

    private static long personId(Scene scene) {
        return scene.actor().map(Actor::personId).orElse(0L);
    }
}
