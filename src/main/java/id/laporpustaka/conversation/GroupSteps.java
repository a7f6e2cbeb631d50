package id.laporpustaka.conversation;

import id.laporpustaka.conversation.Job.Summarise.Output;
import id.laporpustaka.conversation.SummaryAsk.Place;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Duty;
import id.laporpustaka.people.GroupChat;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Reminder;
import id.laporpustaka.people.ReminderKind;
import id.laporpustaka.people.ReminderZone;
import id.laporpustaka.place.Region;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What is said in groups: the totals of one region, once a coordinator of it has confirmed that there; anything
/// else is said in private.
final class GroupSteps {
    private final SummarySteps summaries;

    GroupSteps(SummarySteps summaries) {
        this.summaries = summaries;
    }

    Step step(Scene scene) {
        return switch (scene.incoming().input()) {
            case Input.Command command -> command(scene, command);
            case Input.Tap(var _, var _, var data, var _) -> tapped(scene, data);
            case Input.Finished(var result) ->
                inGroup(
                        scene,
                        group -> finished(scene, result),
                        () -> scene.silently().end());
            case Input.MovedTo(var chatId) ->
                scene.silently().also(new Effect.MoveChat(chatId)).end();
            case Input.Blocked _ ->
                scene.silently().also(new Effect.LeaveGroup()).end();
            case Input.Text _, Input.Media _, Input.Location _, Input.Edited _, Input.Unreadable _, Input.Unblocked _ ->
                scene.silently().end();
        };
    }

    private static Step command(Scene scene, Input.Command given) {
        var command = Command.find(given.name());
        if (command.equals(Optional.of(Command.SUMMARY))) {
            return inGroup(scene, group -> asked(scene, group, given.argument()), () -> unconfirmed(scene));
        }
        return command.equals(Optional.of(Command.REMINDERS))
                ? inGroup(scene, group -> settings(scene, group), () -> unconfirmed(scene))
                : onlyPrivate(scene);
    }

    private static Step onlyPrivate(Scene scene) {
        return scene.say(new Reply.OnlyPrivate(scene.context().botName())).end();
    }

    private interface InGroup {
        Step step(GroupChat group);
    }

    private interface Otherwise {
        Step step();
    }

    private static Step inGroup(Scene scene, InGroup inGroup, Otherwise otherwise) {
        var lookup = new Lookup.GroupOf(scene.incoming().chatId());
        return scene.context()
                .findings()
                .find(lookup)
                .map(found -> found.map(inGroup::step).orElseGet(otherwise::step))
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    private static Step unconfirmed(Scene scene) {
        var everything = scene.actor()
                .filter(actor -> Permissions.mayDoEverywhere(actor, Action.SEE_SUMMARY))
                .isPresent();
        var regions = scene.actor().map(GroupSteps::regions).orElse(List.of());
        return everything || !regions.isEmpty()
                ? scene.silently()
                        .sayForGood(new Reply.GroupQuestion(regions, everything))
                        .end()
                : scene.silently().sayForGood(new Reply.GroupUnconfirmed()).end();
    }

    private static List<Region> regions(Actor actor) {
        return actor.duties().stream()
                .map(Duty::region)
                .flatMap(Optional::stream)
                .distinct()
                .filter(region -> Permissions.mayDo(actor, Action.SEE_SUMMARY, region.code()))
                .toList();
    }

    private static Step asked(Scene scene, GroupChat group, String words) {
        var asked = SummarySteps.findAsked(scene, words);
        if (asked.isEmpty()) {
            return scene.silently()
                    .sayForGood(new Reply.SummaryWordsUnknown(
                            SummarySteps.read(scene, words).unknown()))
                    .end();
        }
        return show(scene, group, asked.get(), Output.CARD);
    }

    private static Step show(Scene scene, GroupChat group, SummaryAsk asked, Output output) {
        if (!(asked.place() instanceof Place.Own) || !asked.by().isForGroups()) {
            return scene.silently()
                    .sayForGood(new Reply.GroupHearsTotals(
                            group.place(), scene.context().botName()))
                    .end();
        }
        return SummarySteps.start(scene, asked, output, true);
    }

    private static Step tapped(Scene scene, String data) {
        var press = Press.parse(data);
        if (press.isPresent() && press.get() instanceof Press.OfSummary ofSummary) {
            return ofSummary.verb() == Press.OnSummary.CONFIRM
                    ? confirm(scene, ofSummary.argument())
                    : inGroup(scene, group -> pressed(scene, group, ofSummary), () -> Conversation.stale(scene));
        }
        return press.isPresent() && press.get() instanceof Press.OfReminder ofReminder
                ? inGroup(scene, group -> pressed(scene, group, ofReminder), () -> Conversation.stale(scene))
                : Conversation.stale(scene);
    }

    private static boolean isCoordinator(Scene scene, GroupChat group) {
        return scene.actor().filter(group::isCoordinatedBy).isPresent();
    }

    /// Others set their own reminders, in private.
    private static Step settings(Scene scene, GroupChat group) {
        return isCoordinator(scene, group)
                ? scene.silently()
                        .sayForGood(settings(scene, group, group.digest()))
                        .end()
                : onlyPrivate(scene);
    }

    private static Reply settings(Scene scene, GroupChat group, Reminder digest) {
        var zone = ReminderZone.of(group, scene.context().defaultZone());
        return new Reply.GroupDigestSettings(ReminderSteps.line(scene, digest, zone), group.place());
    }

    /// The group is told in the language of who last chose.
    private static Step pressed(Scene scene, GroupChat group, Press.OfReminder press) {
        if (!isCoordinator(scene, group)) {
            return scene.silently().toast(new Toast.OnlyCoordinators()).end();
        }
        if (press.verb() == Press.OnReminder.OPEN) {
            return settings(scene, group);
        }
        var parts = press.argument().split("/", 2);
        var changed = parts.length == 2 && parts[0].equals(ReminderKind.DIGEST.name())
                ? ReminderSteps.changed(group.digest(), press.verb(), parts[1])
                : Optional.<Reminder>empty();
        var zone = ReminderZone.of(group, scene.context().defaultZone());
        return changed.map(digest -> scene.silently()
                        .sayOnTapped(settings(scene, group, digest))
                        .remember(state -> state.withLanguage(scene.language()))
                        .also(new Effect.ChooseGroupDigest(
                                digest, digest.next(zone, scene.context().now())))
                        .end())
                .orElseGet(() -> Conversation.stale(scene));
    }

    private static Step pressed(Scene scene, GroupChat group, Press.OfSummary press) {
        var asked = SummaryAsk.parse(press.argument());
        if (asked.isEmpty()) {
            return Conversation.stale(scene);
        }
        return switch (press.verb()) {
            case SHOW -> show(scene, group, asked.get(), Output.CARD);
            case BREAKDOWNS ->
                scene.say(new Reply.SummaryBreakdowns(asked.get(), true)).end();
            case CHART -> show(scene, group, asked.get(), Output.CHART);
            case PEOPLE_CHART -> show(scene, group, asked.get(), Output.CHART_OF_PEOPLE);
            case SHEET, CONFIRM -> Conversation.stale(scene);
        };
    }

    private static Step confirm(Scene scene, String argument) {
        var actor = scene.actor();
        var id = Press.number(argument);
        if (actor.isEmpty() || id.isEmpty()) {
            return Conversation.stale(scene);
        }
        if (id.get() == 0) {
            return Permissions.mayDoEverywhere(actor.get(), Action.SEE_SUMMARY)
                    ? confirmed(scene, actor.get(), Optional.empty())
                    : Conversation.stale(scene);
        }
        return regions(actor.get()).stream()
                .filter(region -> region.id() == id.get())
                .findFirst()
                .map(region -> confirmed(scene, actor.get(), Optional.of(region)))
                .orElseGet(() -> Conversation.stale(scene));
    }

    private static Step confirmed(Scene scene, Actor actor, Optional<Region> region) {
        var id = region.map(part -> OptionalLong.of(part.id())).orElseGet(OptionalLong::empty);
        return scene.silently()
                .sayForGood(new Reply.GroupConfirmed(region))
                .also(new Effect.ConfirmGroup(actor, id))
                .end();
    }

    /// What was asked before the group lost its region is not told any more.
    private Step finished(Scene scene, JobResult result) {
        return switch (result) {
            case JobResult.Summarised summarised -> summaries.finished(scene, summarised);
            case JobResult.SummaryDrawn drawn -> summaries.drawn(scene, drawn);
            case JobResult.GroupDigestMade(var digest) ->
                digest.map(made -> scene.silently()
                                .sayForGood(new Reply.GroupDigestCard(made))
                                .end())
                        .orElseGet(() -> scene.silently().end());
            case JobResult.StillCounting(var asked) -> Conversation.stillCounting(scene, asked);
            case JobResult.NotSummarised(var asked) -> summaries.refused(scene, asked);
            default -> scene.silently().end();
        };
    }
}
