package id.laporpustaka.conversation;

import id.laporpustaka.people.Action;
import id.laporpustaka.people.Permissions;
import java.util.Locale;
import java.util.Set;

/// Many libraries at once: a coordinator sends a sheet of them, sees what would come of it, and has it imported.
final class SheetSteps {
    private static final Set<String> ENDINGS = Set.of("xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt");

    /// From who also makes forms, a file is told from a form by what is in it, and so goes to [FormSteps].
    boolean takes(Scene scene, Input.Media media) {
        var name = media.fileName().orElse("");
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return isAllowed(scene) && media.kind() == Input.Kind.DOCUMENT && ENDINGS.contains(ending);
    }

    private static boolean isAllowed(Scene scene) {
        return scene.actor()
                .filter(actor -> Permissions.mayDoSomewhere(actor, Action.IMPORT_LIBRARIES))
                .isPresent();
    }

    Step received(Scene scene, Input.Media media) {
        var name = media.fileName().orElse("");
        var card = scene.state().lastCard() + 1;
        return scene.say(new Reply.SheetReceived(name))
                .also(new Effect.StartJob(
                        new Job.TakeSheet(scene.incoming().senderId(), media.file(), name, scene.language(), card)))
                .end();
    }

    /// @param verb one about sheets
    Step pressed(Scene scene, Press.OnLibrary verb, String argument) {
        if (!isAllowed(scene)) {
            return Conversation.stale(scene);
        }
        if (verb == Press.OnLibrary.TEMPLATE) {
            return scene.silently()
                    .also(new Effect.StartJob(
                            new Job.SheetTemplate(scene.incoming().senderId(), scene.language(), 0)))
                    .end();
        }
        return Press.number(argument).map(id -> pressed(scene, verb, id)).orElseGet(() -> Conversation.stale(scene));
    }

    private static Step pressed(Scene scene, Press.OnLibrary verb, long sheet) {
        var person = scene.actor().orElseThrow().personId();
        var lookup = new Lookup.OpenSheet(person, sheet);
        var found = scene.context().findings().find(lookup);
        if (found.isEmpty()) {
            return Step.Needs.of(lookup);
        }
        if (found.get().isEmpty()) {
            return scene.say(new Reply.OfSheet(new SheetOutcome.Gone())).end();
        }
        if (verb == Press.OnLibrary.CANCEL_SHEET) {
            return scene.say(new Reply.SheetCancelled())
                    .also(new Effect.CancelSheet(person, sheet))
                    .end();
        }
        var card = scene.isTapOnOpenCard()
                ? scene.state().openCard().orElse(0)
                : scene.state().lastCard() + 1;
        var job = new Job.ImportSheet(
                scene.incoming().senderId(), sheet, verb == Press.OnLibrary.IMPORT_GOOD_ROWS, scene.language(), card);
        return scene.say(new Reply.SheetBeingImported(found.get().get()))
                .also(new Effect.BeginSheet(person, sheet))
                .also(new Effect.StartJob(job))
                .end();
    }

    /// A large sheet is named first, and checked then.
    static Step finished(Scene scene, Job.OfSheet asked, SheetOutcome outcome) {
        var ending = scene.silently().in(asked.language());
        var reply = new Reply.OfSheet(outcome);
        return switch (outcome) {
            case SheetOutcome.BeingChecked(var sheet, var _) ->
                ending.sayOver(asked.card(), reply)
                        .also(new Effect.StartJob(
                                new Job.CheckSheet(asked.telegramId(), sheet, asked.language(), asked.card())))
                        .end();
            case SheetOutcome.Checked checked ->
                (checked.file().isPresent() ? ending.sayForGood(reply) : ending.sayOver(asked.card(), reply)).end();
            case SheetOutcome.Template _, SheetOutcome.Imported _ ->
                ending.sayForGood(reply).end();
            case SheetOutcome.Refused _, SheetOutcome.Gone _, SheetOutcome.NotAllowed _ ->
                ending.sayOver(asked.card(), reply).end();
        };
    }
}
