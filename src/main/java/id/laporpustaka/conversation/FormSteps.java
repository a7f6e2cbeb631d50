package id.laporpustaka.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;

/// What those who make forms do: send one as a workbook, try it, publish it, and look after those that are
/// published.
final class FormSteps {
    /// What a workbook is called, and what people send by mistake instead of one, to be told so.
    private static final Set<String> ENDINGS = Set.of("xlsx", "xlsm", "xls", "ods", "csv");

    /// Whether a file is a form sent by someone who may publish it; from them any file that is no picture is
    /// looked at while no report is being written.
    boolean takes(Scene scene, Input.Media media) {
        var hasName = ENDINGS.contains(ending(media.fileName().orElse("")));
        return Command.FORMS.isFor(scene.actor())
                && media.kind() == Input.Kind.DOCUMENT
                && (hasName || (scene.filling().isEmpty() && !media.isPicture()));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    Step received(Scene scene, Input.Media media) {
        var name = media.fileName().orElse("");
        var card = scene.state().lastCard() + 1;
        var job = new Job.CheckForm(scene.incoming().senderId(), media.file(), name, scene.language(), card);
        return scene.say(new Reply.FormBeingChecked(name))
                .also(new Effect.StartJob(job))
                .end();
    }

    Step list(Scene scene, int page) {
        return shelf(scene)
                .map(shelf -> scene.say(new Reply.FormList(shelf, page)).end())
                .orElseGet(() -> Step.Needs.of(new Lookup.Forms()));
    }

    private static Optional<FormShelf> shelf(Scene scene) {
        return scene.context().findings().find(new Lookup.Forms());
    }

    Step pressed(Scene scene, Press.OfForm press) {
        var argument = press.argument();
        return switch (press.verb()) {
            case LIST -> list(scene, Press.place(argument).orElse(0));
            case SHOW ->
                at(
                        scene,
                        argument,
                        form -> scene.say(new Reply.FormDetail(form)).end());
            case DOWNLOAD -> download(scene, argument);
            case RETIRE ->
                at(
                        scene,
                        argument,
                        form -> scene.say(new Reply.ReallyRetire(form)).end());
            case RETIRE_YES -> at(scene, argument, form -> offer(scene, form, false));
            case OFFER -> at(scene, argument, form -> offer(scene, form, true));
            case TRY -> candidate(scene, argument, id -> begin(scene, id));
            case PUBLISH -> candidate(scene, argument, id -> publish(scene, id));
            case CANDIDATE -> candidate(scene, argument, id -> waiting(scene, id));
            case DROP ->
                candidate(
                        scene,
                        argument,
                        id -> scene.say(new Reply.FormDropped())
                                .also(new Effect.DropForm(id))
                                .end());
        };
    }

    private static Step at(Scene scene, String formId, Function<FormLine, Step> then) {
        return shelf(scene)
                .map(shelf -> shelf.published().stream()
                        .filter(form -> form.formId().equals(formId))
                        .findFirst()
                        .map(then)
                        .orElseGet(() -> Conversation.stale(scene)))
                .orElseGet(() -> Step.Needs.of(new Lookup.Forms()));
    }

    private static Step waiting(Scene scene, long candidate) {
        return shelf(scene)
                .map(shelf -> shelf.candidates().stream()
                        .filter(form -> form.id() == candidate)
                        .findFirst()
                        .map(form -> scene.say(new Reply.FormWaiting(form)).end())
                        .orElseGet(() -> scene.say(new Reply.FormNotDone()).end()))
                .orElseGet(() -> Step.Needs.of(new Lookup.Forms()));
    }

    private static Step download(Scene scene, String argument) {
        var slash = argument.lastIndexOf('/');
        return slash < 0
                ? Conversation.stale(scene)
                : at(
                        scene,
                        argument.substring(0, slash),
                        form -> Press.place(argument.substring(slash + 1))
                                .filter(place -> place < form.versions().size())
                                .map(place -> form.versions().get(place).version())
                                .map(version -> start(
                                        scene,
                                        new Job.ExportForm(
                                                scene.incoming().senderId(),
                                                form.formId(),
                                                version,
                                                scene.language(),
                                                0)))
                                .orElseGet(() -> Conversation.stale(scene)));
    }

    private static Step offer(Scene scene, FormLine form, boolean offered) {
        return start(
                scene,
                new Job.OfferForm(
                        scene.incoming().senderId(), form.formId(), offered, scene.language(), openCard(scene)));
    }

    private static Step candidate(Scene scene, String argument, LongFunction<Step> then) {
        return Press.number(argument).map(then::apply).orElseGet(() -> Conversation.stale(scene));
    }

    private static Step publish(Scene scene, long candidate) {
        return start(
                scene, new Job.PublishForm(scene.incoming().senderId(), candidate, scene.language(), openCard(scene)));
    }

    private static Step begin(Scene scene, long candidate) {
        var lookup = new Lookup.CandidateForm(candidate);
        var found = scene.context().findings().find(lookup);
        if (found.isEmpty()) {
            return Step.Needs.of(lookup);
        }
        return found.get()
                .map(form -> Beginning.beginTrial(scene, form, candidate))
                .orElseGet(() -> scene.say(new Reply.FormNotDone()).end());
    }

    private static int openCard(Scene scene) {
        return scene.isTapOnOpenCard() ? scene.state().openCard().orElse(0) : 0;
    }

    private static Step start(Scene scene, Job job) {
        return scene.silently().also(new Effect.StartJob(job)).end();
    }

    static Step checked(Scene scene, Job.CheckForm asked, FormCheck check) {
        return over(scene, asked, new Reply.FormChecked(asked.fileName(), check), hasFile(check));
    }

    static Step published(Scene scene, Job.PublishForm asked, FormPublication publication) {
        var file = publication instanceof FormPublication.Refused(var problems)
                && problems.file().isPresent();
        return over(scene, asked, new Reply.FormPublished(publication), file);
    }

    static Step exported(Scene scene, Job.ExportForm asked, String title, long file) {
        return over(scene, asked, new Reply.FormFile(title, asked.version(), file), true);
    }

    static Step offered(Scene scene, Job.OfferForm asked, String title, boolean offered) {
        return over(scene, asked, new Reply.FormOffered(title, offered), false);
    }

    static Step notDone(Scene scene, Job.OfForm asked) {
        return scene.silently()
                .in(asked.language())
                .sayOver(0, new Reply.FormNotDone())
                .end();
    }

    private static boolean hasFile(FormCheck check) {
        return switch (check) {
            case FormCheck.Refused(var problems) -> problems.file().isPresent();
            case FormCheck.Accepted accepted -> accepted.remarks().file().isPresent();
            case FormCheck.TooLarge _, FormCheck.Gone _, FormCheck.AlreadyPublished _ -> false;
        };
    }

    /// A message with a file is a card of its own that later taps do not write over.
    private static Step over(Scene scene, Job.OfForm asked, Reply reply, boolean withFile) {
        var ending = scene.silently().in(asked.language());
        return (withFile ? ending.sayForGood(reply) : ending.sayOver(asked.card(), reply)).end();
    }
}
