package id.laporpustaka.conversation;

import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Npp;
import id.laporpustaka.place.Scheme;
import java.util.Optional;
import java.util.function.Function;

/// Corrections of the register: what is known of a library, whether it is in use, which ones are the same, and
/// what was changed about it.
final class LibraryChangeSteps {
    private static final int LONGEST_SEARCH = 80;
    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 120;

    /// @param argument begins with the library
    Step pressed(Scene scene, Press.OnLibrary verb, String argument) {
        var parts = argument.split("/", 3);
        var library = Press.number(parts[0]);
        if (library.isEmpty()) {
            return Conversation.stale(scene);
        }
        var rest = parts.length > 1 ? parts[1] : "";
        if (verb == Press.OnLibrary.REVOKE) {
            return Press.number(rest)
                    .map(invite -> change(scene, new DirectoryChange.RevokeInvite(library.get(), invite)))
                    .orElseGet(() -> Conversation.stale(scene));
        }
        return withCard(scene, library.get(), card -> switch (verb) {
            case INVITES -> may(scene, card, Action.INVITE_REPORTER, new Reply.LibraryInvites(card));
            case EDIT -> may(scene, card, Action.EDIT_LIBRARY, new Reply.LibraryEditing(card));
            case FIELD ->
                Press.name(LibraryField.values(), rest)
                        .map(field -> ask(scene, card, field, Optional.empty()))
                        .orElseGet(() -> Conversation.stale(scene));
            case VALUE ->
                Press.name(LibraryField.values(), rest)
                        .filter(field -> isOffered(field, parts.length > 2 ? parts[2] : ""))
                        .map(field -> write(scene, card, field, parts.length > 2 ? parts[2] : ""))
                        .orElseGet(() -> Conversation.stale(scene));
            case ACTIVE ->
                may(scene, card, Action.DEACTIVATE_LIBRARY, new Reply.ReallyActivate(card, rest.equals("1")));
            case ACTIVE_YES ->
                change(scene, new DirectoryChange.Activate(card.line().id(), rest.equals("1")));
            case MERGE -> same(scene, card, "");
            case MERGE_WITH ->
                Press.number(rest)
                        .map(gone -> withCard(scene, gone, other -> reallyMerge(scene, card, other)))
                        .orElseGet(() -> Conversation.stale(scene));
            case MERGE_YES ->
                Press.number(rest)
                        .map(gone -> change(
                                scene, new DirectoryChange.Merge(card.line().id(), gone)))
                        .orElseGet(() -> Conversation.stale(scene));
            case HISTORY -> history(scene, card, Press.place(rest).orElse(0));
            case LIST,
                    SHOW,
                    INVITE,
                    ROLE,
                    REGION,
                    OPEN,
                    REVOKE,
                    TEMPLATE,
                    IMPORT_SHEET,
                    IMPORT_GOOD_ROWS,
                    CANCEL_SHEET -> Conversation.stale(scene);
        });
    }

    /// Asks a coordinator for what they may do to a library.
    static Step withCard(Scene scene, long library, Function<LibraryCard, Step> then) {
        var lookup = new Lookup.LibraryOf(personId(scene), library);
        return scene.context()
                .findings()
                .find(lookup)
                .map(found -> found.map(then)
                        .orElseGet(() -> scene.silently()
                                .sayOnTapped(new Reply.LibraryGone())
                                .end()))
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    private static Step may(Scene scene, LibraryCard card, Action action, Reply reply) {
        return card.may().contains(action) ? scene.silently().sayOnTapped(reply).end() : Conversation.stale(scene);
    }

    /// Whether there are buttons with such values; what is written goes through [#typed].
    private static boolean isOffered(LibraryField field, String value) {
        return switch (field) {
            case NAME -> false;
            case TYPE -> Press.name(LibraryType.values(), value).isPresent();
            case SCHEME -> Press.name(Scheme.values(), value).isPresent();
            case NPP -> value.isEmpty();
            case VILLAGE -> Press.number(value).isPresent();
        };
    }

    private static Step ask(Scene scene, LibraryCard card, LibraryField field, Optional<String> refused) {
        if (!card.may().contains(Action.EDIT_LIBRARY)) {
            return Conversation.stale(scene);
        }
        return scene.silently()
                .sayOnTapped(new Reply.FieldWanted(card, field, refused))
                .remember(state ->
                        state.expecting(new Expecting.FieldOf(card.line().id(), field)))
                .end();
    }

    /// What was typed for a field.
    Step typed(Scene scene, long library, LibraryField field, String text) {
        var value = text.strip().replaceAll("\\s+", " ");
        return withCard(scene, library, card -> switch (field) {
            case NAME ->
                value.length() < SHORTEST_NAME || value.length() > LONGEST_NAME
                        ? ask(scene, card, field, Optional.of(value))
                        : write(scene, card, field, value);
            case NPP ->
                Npp.find(value)
                        .map(npp -> write(scene, card, field, npp.text()))
                        .orElseGet(() -> ask(scene, card, field, Optional.of(value)));
            case VILLAGE -> villages(scene, card, value);
            case TYPE, SCHEME -> ask(scene, card, field, Optional.of(value));
        });
    }

    private static Step write(Scene scene, LibraryCard card, LibraryField field, String value) {
        return change(scene, new DirectoryChange.Edit(card.line().id(), field, value));
    }

    private static Step villages(Scene scene, LibraryCard card, String typed) {
        var lookup = new Lookup.VillagesNamed(typed, 0);
        return scene.context()
                .findings()
                .find(lookup)
                .map(found -> found.villages().isEmpty()
                        ? ask(scene, card, LibraryField.VILLAGE, Optional.of(typed))
                        : scene.silently()
                                .sayForGood(new Reply.LibraryVillages(card, found.villages()))
                                .end())
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    /// The name of the library that is the same, as it was typed.
    Step sameTyped(Scene scene, long library, String text) {
        return withCard(scene, library, card -> same(scene, card, text.strip()));
    }

    private static Step same(Scene scene, LibraryCard card, String typed) {
        if (!card.may().contains(Action.MERGE_LIBRARIES)) {
            return Conversation.stale(scene);
        }
        var id = card.line().id();
        var wanted = typed.substring(0, Math.min(typed.length(), LONGEST_SEARCH));
        var lookup = new Lookup.LibrariesLike(personId(scene), id, wanted);
        return scene.context()
                .findings()
                .find(lookup)
                .<Step>map(found -> scene.silently()
                        .sayOnTapped(new Reply.SameWanted(card, wanted, found))
                        .remember(state -> state.expecting(new Expecting.SameAs(id)))
                        .end())
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    private static Step reallyMerge(Scene scene, LibraryCard kept, LibraryCard gone) {
        return kept.may().contains(Action.MERGE_LIBRARIES) && gone.may().contains(Action.MERGE_LIBRARIES)
                ? scene.silently()
                        .sayOnTapped(new Reply.ReallyMerge(kept, gone))
                        .end()
                : Conversation.stale(scene);
    }

    private static Step history(Scene scene, LibraryCard card, int page) {
        if (!card.may().contains(Action.SEE_HISTORY)) {
            return Conversation.stale(scene);
        }
        var lookup = new Lookup.LibraryHistory(personId(scene), card.line().id(), page);
        return scene.context()
                .findings()
                .find(lookup)
                .<Step>map(found -> scene.silently()
                        .sayOnTapped(new Reply.LibraryHistory(card, found, scene.zone()))
                        .end())
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    /// Begins a change; its outcome is written over the card that was tapped.
    static Step change(Scene scene, DirectoryChange change) {
        var card =
                scene.incoming().input() instanceof Input.Tap tap ? tap.card().orElse(0) : 0;
        return scene.silently()
                .also(new Effect.StartJob(
                        new Job.ChangeDirectory(scene.incoming().senderId(), change, scene.language(), card)))
                .remember(state -> state.expecting(new Expecting.Nothing()))
                .end();
    }

    /// The change has been made, or has not.
    static Step changed(Scene scene, JobResult.DirectoryChanged result) {
        var about = new Reply.Changed(result.asked().change(), result.outcome(), result.reports());
        return switch (about.change()) {
            case DirectoryChange.Edit(var library, var _, var _) -> show(scene, library, result, about);
            case DirectoryChange.Activate(var library, var _) -> show(scene, library, result, about);
            case DirectoryChange.Merge(var kept, var _) -> show(scene, kept, result, about);
            case DirectoryChange.RevokeInvite(var library, var _)
            when library != 0 -> show(scene, library, result, about);
            case DirectoryChange.RevokeRole(var person, var _) ->
                PersonSteps.withCard(
                        scene,
                        person,
                        found -> found.<Reply>map(card -> new Reply.PersonDetail(card, Optional.of(about)))
                                .orElseGet(() -> new Reply.DirectoryChanged(about)),
                        reply -> onCard(scene, result, reply));
            case DirectoryChange.EndMembership _, DirectoryChange.RevokeInvite _, DirectoryChange.HandOver _ ->
                onCard(scene, result, new Reply.DirectoryChanged(about));
        };
    }

    private static Step show(Scene scene, long library, JobResult.DirectoryChanged result, Reply.Changed about) {
        var lookup = new Lookup.LibraryOf(personId(scene), library);
        return scene.context()
                .findings()
                .find(lookup)
                .map(found -> onCard(
                        scene,
                        result,
                        found.<Reply>map(card -> new Reply.LibraryDetail(card, Optional.of(about)))
                                .orElseGet(Reply.LibraryGone::new)))
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    private static Step onCard(Scene scene, JobResult.DirectoryChanged result, Reply reply) {
        return scene.silently().sayOnCard(result.asked().card(), reply).end();
    }

    private static long personId(Scene scene) {
        return scene.actor().map(Actor::personId).orElse(0L);
    }
}
