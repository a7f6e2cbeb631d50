package id.laporpustaka.conversation;

import id.laporpustaka.people.Reporting;
import java.util.Optional;
import java.util.OptionalLong;

/// The libraries that somebody reports for: leaving one, or giving it to somebody else.
final class OwnLibrarySteps {
    Step list(Scene scene) {
        var actor = scene.actor().orElseThrow();
        return scene.silently()
                .sayOnTapped(new Reply.OwnLibraries(actor.reportsFor()))
                .end();
    }

    /// The argument begins with the library.
    Step pressed(Scene scene, Press.OnMenu verb, String argument) {
        var parts = argument.split("/", 3);
        var library = Press.number(parts[0]).flatMap(scene::findReporting);
        if (library.isEmpty()) {
            return verb == Press.OnMenu.MINE && scene.actor().isPresent() ? list(scene) : Conversation.stale(scene);
        }
        return switch (verb) {
            case MINE -> show(scene, library.get());
            case SUCCESSOR -> invite(scene, library.get());
            case HAND_OVER -> handOver(scene, library.get(), parts);
            case LEAVE -> leave(scene, library.get(), parts.length > 1);
            default -> Conversation.stale(scene);
        };
    }

    private static Step show(Scene scene, Reporting library) {
        var lookup = new Lookup.ColleaguesOf(scene.actor().orElseThrow().personId(), library.libraryId());
        return scene.context()
                .findings()
                .find(lookup)
                .<Step>map(found -> scene.silently()
                        .sayOnTapped(new Reply.OwnLibraryDetail(new OwnLibrary(library, found)))
                        .end())
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    private static Step invite(Scene scene, Reporting library) {
        return library.accepted()
                ? scene.silently()
                        .also(new Effect.StartJob(new Job.Invite(
                                scene.incoming().senderId(),
                                OptionalLong.of(library.libraryId()),
                                Optional.empty(),
                                OptionalLong.empty(),
                                scene.language())))
                        .end()
                : Conversation.stale(scene);
    }

    private static Step handOver(Scene scene, Reporting library, String[] parts) {
        var to = parts.length > 1 ? Press.number(parts[1]) : Optional.<Long>empty();
        var lookup = new Lookup.ColleaguesOf(scene.actor().orElseThrow().personId(), library.libraryId());
        var found = scene.context().findings().find(lookup);
        if (found.isEmpty()) {
            return Step.Needs.of(lookup);
        }
        var colleague = found.get().stream()
                .filter(other -> to.filter(id -> id == other.personId()).isPresent())
                .findFirst();
        if (colleague.isEmpty()) {
            return Conversation.stale(scene);
        }
        return parts.length > 2
                ? LibraryChangeSteps.change(
                        scene,
                        new DirectoryChange.HandOver(
                                library.libraryId(), colleague.get().personId()))
                : scene.silently()
                        .sayOnTapped(new Reply.ReallyHandOver(library, colleague.get()))
                        .end();
    }

    /// @param asked whether it has been asked
    private static Step leave(Scene scene, Reporting library, boolean asked) {
        return asked
                ? scene.silently()
                        .sayOnTapped(new Reply.LeftLibrary(library))
                        .also(new Effect.LeaveLibrary(
                                scene.actor().orElseThrow().personId(), library.libraryId()))
                        .end()
                : scene.silently().sayOnTapped(new Reply.ReallyLeave(library)).end();
    }
}
