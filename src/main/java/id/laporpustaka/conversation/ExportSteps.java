package id.laporpustaka.conversation;

import static java.util.stream.Collectors.joining;

import id.laporpustaka.conversation.ExportKind.Format;
import id.laporpustaka.conversation.ExportOrder.Within;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.Periods;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Reports as a file: what, of when and of where, with defaults so that two taps are enough; then how far it is.
final class ExportSteps {
    private static final ExportKind.Reports USUAL = new ExportKind.Reports(Format.XLSX, false, false, Set.of());

    /// `/unduh`, with or without a period or a region in words.
    Step asked(Scene scene, String words) {
        var today = scene.today();
        var order = new ExportOrder(USUAL, today.withDayOfMonth(1), today, Optional.empty(), scene.language());
        return words.isBlank() ? menu(scene, order) : typed(scene, order, words);
    }

    Step typed(Scene scene, ExportOrder order, String text) {
        return Periods.find(text, scene.today())
                .map(period -> menu(scene, order.during(period.from(), period.to())))
                .orElseGet(() -> regions(scene, order, text, 0));
    }

    private static Step menu(Scene scene, ExportOrder order) {
        var actor = scene.actor().orElseThrow();
        return remembering(
                        scene,
                        order,
                        new Reply.ExportMenu(
                                order,
                                place(actor),
                                scene.context().forms().listCurrent(),
                                !actor.duties().isEmpty()))
                .end();
    }

    private static Scene.Ending remembering(Scene scene, ExportOrder order, Reply reply) {
        return scene.say(reply).remember(state -> state.expecting(new Expecting.ExportOf(order)));
    }

    private static String place(Actor actor) {
        if (Permissions.scopeFor(actor, Action.EXPORT) instanceof Scope.Everything) {
            return "Indonesia";
        }
        var regions = actor.duties().stream()
                .flatMap(duty -> duty.region().stream())
                .map(Region::title)
                .distinct()
                .collect(joining(", "));
        return !regions.isEmpty()
                ? regions
                : actor.reportsFor().stream().map(Reporting::libraryName).collect(joining(", "));
    }

    Step pressed(Scene scene, Press.OnExport verb, String argument) {
        if (verb == Press.OnExport.BEGIN) {
            return asked(scene, "");
        }
        if (verb == Press.OnExport.CANCEL) {
            var card = scene.incoming().input() instanceof Input.Tap tap ? tap.card() : OptionalInt.empty();
            return scene.silently()
                    .also(new Effect.StartJob(
                            new Job.CancelExport(scene.incoming().senderId(), card.orElse(0))))
                    .end();
        }
        return scene.state().expecting() instanceof Expecting.ExportOf(var order) && scene.isTapOnOpenCard()
                ? pressed(scene, order, verb, argument)
                : Conversation.stale(scene);
    }

    private static Step pressed(Scene scene, ExportOrder order, Press.OnExport verb, String argument) {
        return switch (verb) {
            case BEGIN, CANCEL, SHOW -> menu(scene, order);
            case PERIODS ->
                remembering(scene, order, new Reply.ExportPeriods(order, scene.today()))
                        .end();
            case PERIOD ->
                findPeriod(argument)
                        .map(period -> menu(scene, order.during(period.from(), period.to())))
                        .orElseGet(() -> Conversation.stale(scene));
            case REGIONS -> regions(scene, order, "", Press.number(argument).orElse(0L));
            case REGION -> region(scene, order, argument);
            case FORMS -> forms(scene, order);
            case FORM -> forms(scene, order.of(kind(order, argument, true)));
            case NOT_FORM -> forms(scene, order.of(kind(order, argument, false)));
            case CODES ->
                menu(
                        scene,
                        with(
                                order,
                                of -> new ExportKind.Reports(
                                        of.format(), argument.equals("1"), of.split(), of.forms())));
            case SPLIT ->
                menu(
                        scene,
                        with(
                                order,
                                of -> new ExportKind.Reports(
                                        of.format(), of.codes(), argument.equals("1"), of.forms())));
            case MAKE ->
                findKind(order, argument)
                        .map(kind -> make(scene, order.of(kind)))
                        .orElseGet(() -> Conversation.stale(scene));
        };
    }

    private static Optional<ExportKind> findKind(ExportOrder order, String argument) {
        var of = reports(order);
        return Press.name(Format.values(), argument)
                .<ExportKind>map(format -> new ExportKind.Reports(format, of.codes(), of.split(), of.forms()))
                .or(() -> Press.name(ExportKind.Fixed.values(), argument));
    }

    private static ExportOrder with(ExportOrder order, UnaryOperator<ExportKind.Reports> change) {
        return order.of(change.apply(reports(order)));
    }

    private static ExportKind.Reports reports(ExportOrder order) {
        return switch (order.kind()) {
            case ExportKind.Reports reports -> reports;
            case ExportKind.Fixed _ -> USUAL;
        };
    }

    private static Optional<Period> findPeriod(String argument) {
        var ends = argument.split("/", 2);
        try {
            return Optional.of(new Period(LocalDate.parse(ends[0]), LocalDate.parse(ends[1])));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private static Step forms(Scene scene, ExportOrder order) {
        return remembering(
                        scene,
                        order,
                        new Reply.ExportForms(order, scene.context().forms().listCurrent()))
                .end();
    }

    /// With a form more or fewer, or with all of them.
    private static ExportKind kind(ExportOrder order, String form, boolean wanted) {
        return with(order, of -> {
                    var forms = new TreeSet<String>();
                    if (!form.isEmpty()) {
                        forms.addAll(of.forms());
                        if (wanted) {
                            forms.add(form);
                        } else {
                            forms.remove(form);
                        }
                    }
                    return new ExportKind.Reports(of.format(), of.codes(), of.split(), forms);
                })
                .kind();
    }

    private static Step regions(Scene scene, ExportOrder order, String typed, long in) {
        var lookup = new Lookup.ExportRegions(scene.actor().orElseThrow().personId(), typed, in);
        var found = scene.context().findings().find(lookup);
        if (found.isEmpty()) {
            return Step.Needs.of(lookup);
        }
        return !typed.isEmpty() && found.get().size() == 1
                ? menu(scene, order.within(Optional.of(found.get().getFirst())))
                : remembering(scene, order, new Reply.ExportRegions(order, typed, found.get()))
                        .end();
    }

    private static Step region(Scene scene, ExportOrder order, String argument) {
        var region = Press.number(argument);
        if (region.isEmpty()) {
            return menu(scene, order.within(Optional.<Within>empty()));
        }
        var lookup = new Lookup.ExportRegion(scene.actor().orElseThrow().personId(), region.get());
        return scene.context()
                .findings()
                .find(lookup)
                .map(found -> found.map(within -> menu(scene, order.within(Optional.of(within))))
                        .orElseGet(() -> Conversation.stale(scene)))
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    private static Step make(Scene scene, ExportOrder order) {
        var wanted = order.toBeMade().in(scene.language());
        var card = scene.state().openCard().orElse(0);
        return scene.silently()
                .sayForGood(new Reply.ExportBeingMade(wanted))
                .remember(state -> state.expecting(new Expecting.Nothing()))
                .also(new Effect.StartJob(new Job.OrderExport(scene.incoming().senderId(), wanted, card)))
                .end();
    }

    static Step finished(Scene scene, Job.OfExport asked, ExportAnswer answer) {
        var ending = scene.silently();
        return switch (answer) {
            case ExportAnswer.Ordered(), ExportAnswer.Gone() -> ending.end();
            case ExportAnswer.TooMany(var most) -> {
                var card = asked instanceof Job.OrderExport order ? order.card() : 0;
                yield ending.sayOnCard(card, new Reply.ExportTooMany(most)).end();
            }
            case ExportAnswer.Stands(var standing, var address) ->
                ending.in(standing.order().language())
                        .sayOnCard(standing.card().orElse(0), new Reply.ExportStands(standing, address))
                        .end();
            case ExportAnswer.Arrived(var standing, var file) ->
                ending.in(standing.order().language())
                        .sayForGood(new Reply.ExportArrived(standing, file))
                        .end();
        };
    }
}
