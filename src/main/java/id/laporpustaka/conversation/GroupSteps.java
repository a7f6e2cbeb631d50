package id.laporpustaka.conversation;

import id.laporpustaka.conversation.Job.Summarise.Output;
import id.laporpustaka.conversation.SummaryAsk.Place;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Duty;
import id.laporpustaka.people.GroupChat;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.place.Region;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What is said in groups: the totals of one region, once a coordinator of it has confirmed that there; anything else
/// is said in private.
final class GroupSteps {
    private final SummarySteps summaries;

    GroupSteps(SummarySteps summaries) {
        this.summaries = summaries;
    }

    Step step(Scene scene) {
        return switch (scene.incoming().input()) {
            case Input.Command command ->
                Command.find(command.name()).filter(Command.SUMMARY::equals).isPresent()
                        ? inGroup(scene, group -> asked(scene, group, command.argument()), () -> unconfirmed(scene))
                        : scene.say(new Reply.OnlyPrivate(scene.context().botName()))
                                .end();
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
            var place = group.region().map(Region::title).orElse("Indonesia");
            return scene.silently()
                    .sayForGood(
                            new Reply.GroupHearsTotals(place, scene.context().botName()))
                    .end();
        }
        return SummarySteps.start(scene, asked, output, true);
    }

    private static Step tapped(Scene scene, String data) {
        return Press.parse(data)
                .flatMap(press -> press instanceof Press.OfSummary of ? Optional.of(of) : Optional.empty())
                .map(press -> press.verb() == Press.OnSummary.CONFIRM
                        ? confirm(scene, press.argument())
                        : inGroup(scene, group -> pressed(scene, group, press), () -> Conversation.stale(scene)))
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
            case JobResult.StillCounting(var asked) -> Conversation.stillCounting(scene, asked);
            case JobResult.NotSummarised(var asked) -> summaries.refused(scene, asked);
            default -> scene.silently().end();
        };
    }
}
