package id.laporpustaka.conversation;

import id.laporpustaka.submission.QuietPeriod;
import id.laporpustaka.summary.Periods;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The board: who should report in a month and who has, for coordinators; one's own libraries for reporters.
final class BoardSteps {
    private static final int LONGEST_SEARCH = 60;
    private static final int VIEW_PARTS = 4;
    private static final Pattern MONTH_LIKE =
            Pattern.compile("(?:bulan|month) (?:ke ?)?-?\\d+.*|\\d{1,4} ?[-/.] ?\\d{1,4}", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEXT_MONTH = Pattern.compile("bulan depan|next month", Pattern.CASE_INSENSITIVE);

    /// `/papan`, with or without a month or part of a library's name.
    Step begin(Scene scene, String words) {
        var month = YearMonth.from(scene.today());
        if (!isCoordinator(scene)) {
            return words.isBlank()
                    ? ask(scene, new BoardRequest.Own(month), 0)
                    : findMonth(scene, words)
                            .map(found -> ask(scene, new BoardRequest.Own(found), 0))
                            .orElseGet(() -> monthUnknown(scene, words));
        }
        return words.isBlank()
                ? ask(scene, new BoardRequest.Show(BoardView.of(month), ""), 0)
                : look(scene, BoardView.of(month), words);
    }

    private static Step monthUnknown(Scene scene, String words) {
        return scene.say(new Reply.BoardMonthUnknown(words, isToCome(scene, words)))
                .end();
    }

    /// What is meant for a month, and cannot be read as one or is still to come, is not taken for a name.
    private static boolean isMeantForMonth(Scene scene, String words) {
        return MONTH_LIKE.matcher(words.strip()).matches() || isToCome(scene, words);
    }

    private static boolean isToCome(Scene scene, String words) {
        return NEXT_MONTH.matcher(words.strip()).matches()
                || Periods.find(words, scene.today())
                        .filter(period -> YearMonth.from(period.from()).isAfter(YearMonth.from(scene.today())))
                        .isPresent();
    }

    private static Step look(Scene scene, BoardView view, String words) {
        return findMonth(scene, words)
                .map(month -> ask(scene, new BoardRequest.Show(view.in(month), ""), 0))
                .orElseGet(
                        () -> isMeantForMonth(scene, words) ? monthUnknown(scene, words) : search(scene, view, words));
    }

    /// A month, this one at the latest.
    private static Optional<YearMonth> findMonth(Scene scene, String words) {
        return words.isBlank()
                ? Optional.empty()
                : Periods.find(words, scene.today())
                        .map(period -> YearMonth.from(period.from()))
                        .filter(month -> !month.isAfter(YearMonth.from(scene.today())));
    }

    private static boolean isCoordinator(Scene scene) {
        return Command.INVITE.isFor(scene.actor());
    }

    /// Typed while the board is shown: a month or part of a library's name.
    Step typed(Scene scene, Expecting.BoardSearch shown, String text) {
        var view = BoardView.find(shown.view()).orElseGet(() -> BoardView.of(YearMonth.from(scene.today())));
        return look(scene, view, text);
    }

    private static Step search(Scene scene, BoardView view, String text) {
        var search = text.substring(0, Math.min(text.length(), LONGEST_SEARCH)).strip();
        return ask(scene, new BoardRequest.Show(view.finding(), search), 0);
    }

    Step pressed(Scene scene, Press.OnBoard verb, String argument) {
        var card = scene.incoming().input() instanceof Input.Tap tap ? tap.card() : OptionalInt.empty();
        return switch (verb) {
            case SHOW ->
                ofCoordinator(scene, argument, view -> ask(scene, new BoardRequest.Show(view, searched(scene)), card));
            case OPEN -> ofCoordinator(scene, argument, view -> ask(scene, new BoardRequest.Show(view, ""), 0));
            case LIBRARY -> ofLibrary(scene, argument, card, BoardRequest.Open::new);
            case NUDGE -> ofLibrary(scene, argument, card, BoardRequest.Nudge::new);
            case NUDGE_ALL -> reallyNudge(scene, argument);
            case NUDGE_ALL_YES -> nudgeAll(scene, argument, card);
            case OWN -> own(scene, argument, card);
            case QUIET -> quiet(scene, argument, true, card);
            case NOT_QUIET -> quiet(scene, argument, false, card);
        };
    }

    private static String searched(Scene scene) {
        return scene.state().expecting() instanceof Expecting.BoardSearch(var _, var search) ? search : "";
    }

    private static Step ofCoordinator(Scene scene, String argument, Function<BoardView, Step> then) {
        return isCoordinator(scene)
                ? BoardView.find(argument).map(then).orElseGet(() -> Conversation.stale(scene))
                : Conversation.stale(scene);
    }

    private interface AboutLibrary {
        BoardRequest of(long library, BoardView view);
    }

    /// The argument is `library/` and the view.
    private static Step ofLibrary(Scene scene, String argument, OptionalInt card, AboutLibrary request) {
        var parts = argument.split("/", 2);
        var library = Press.number(parts[0]);
        return library.isPresent() && parts.length == 2
                ? ofCoordinator(scene, parts[1], view -> ask(scene, request.of(library.get(), view), card))
                : Conversation.stale(scene);
    }

    /// The argument is how many libraries the card showed, `/`, and the view.
    private static Step reallyNudge(Scene scene, String argument) {
        var parts = argument.split("/", 2);
        var libraries = Press.place(parts[0]);
        return libraries.isPresent() && parts.length == 2
                ? ofCoordinator(
                        scene,
                        parts[1],
                        view -> scene.silently()
                                .sayOnTapped(new Reply.ReallyNudge(view, searchedFor(scene, view), libraries.get()))
                                .end())
                : Conversation.stale(scene);
    }

    /// Empty where nothing was searched for.
    private static String searchedFor(Scene scene, BoardView view) {
        return view.shown() == BoardView.Shown.FOUND ? searched(scene) : "";
    }

    /// If something else was searched for meanwhile, nobody is reminded.
    private static Step nudgeAll(Scene scene, String argument, OptionalInt card) {
        var parts = argument.split("/", -1);
        var request = BoardView.find(
                        String.join("/", Arrays.asList(parts).subList(0, Math.min(parts.length, VIEW_PARTS))))
                .map(view -> new BoardRequest.NudgeAll(view, searchedFor(scene, view)));
        return request.isPresent()
                        && isCoordinator(scene)
                        && request.get().argument().equals(argument)
                ? ask(scene, request.get(), card)
                : Conversation.stale(scene);
    }

    private static Step own(Scene scene, String month, OptionalInt card) {
        if (!Command.REPORT.isFor(scene.actor())) {
            return Conversation.stale(scene);
        }
        try {
            return ask(scene, new BoardRequest.Own(YearMonth.parse(month)), card);
        } catch (DateTimeException _) {
            return Conversation.stale(scene);
        }
    }

    /// The argument is as [BoardRequest.Quiet] writes it.
    private static Step quiet(Scene scene, String argument, boolean quiet, OptionalInt card) {
        var parts = argument.split("/", -1);
        var period = Press.name(QuietPeriod.values(), parts[0]);
        var library = parts.length == 3 ? Press.number(parts[2]) : Optional.<Long>empty();
        if (period.isEmpty() || library.isEmpty() || !Command.REPORT.isFor(scene.actor())) {
            return Conversation.stale(scene);
        }
        try {
            var firstDay = LocalDate.parse(parts[1]);
            return ask(scene, new BoardRequest.Quiet(library.get(), period.get(), firstDay, quiet), card);
        } catch (DateTimeException _) {
            return Conversation.stale(scene);
        }
    }

    private static Step ask(Scene scene, BoardRequest request, OptionalInt card) {
        return ask(scene, request, card.orElse(0));
    }

    private static Step ask(Scene scene, BoardRequest request, int card) {
        var job = new Job.OfBoard(scene.incoming().senderId(), request, scene.language(), card);
        return scene.silently().also(new Effect.StartJob(job)).end();
    }

    Step finished(Scene scene, JobResult.BoardDone done) {
        var asked = done.asked();
        var today = LocalDate.ofInstant(scene.context().now(), scene.zone());
        return scene.silently()
                .in(asked.language())
                .sayOnCard(asked.card(), new Reply.Board(asked.request(), done.answer(), today))
                .remember(state -> state.expecting(expecting(state, asked.request(), done.answer())))
                .end();
    }

    /// What is typed next is looked for where one is; a draft or another list that was opened meanwhile keeps it.
    private static Expecting expecting(ChatState state, BoardRequest request, BoardAnswer answer) {
        return request instanceof BoardRequest.Show(var view, var search)
                        && (answer instanceof BoardAnswer.Parts || answer instanceof BoardAnswer.Libraries)
                        && (state.expecting() instanceof Expecting.Nothing
                                || state.expecting() instanceof Expecting.BoardSearch)
                ? new Expecting.BoardSearch(view.argument(), search)
                : state.expecting();
    }

    /// A coordinator asks for reports; nothing if they have come meanwhile.
    Step nudged(Scene scene, JobResult.NudgeCame came) {
        return came.libraries().isEmpty()
                ? scene.silently().end()
                : scene.silently().sayForGood(new Reply.Nudge(came)).end();
    }
}
