package id.laporpustaka.texts;

import id.laporpustaka.conversation.Correction;
import id.laporpustaka.conversation.Draft;
import id.laporpustaka.conversation.Echo;
import id.laporpustaka.conversation.Filling;
import id.laporpustaka.conversation.Notice;
import id.laporpustaka.conversation.Pending;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnPrompt;
import id.laporpustaka.conversation.Problem;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.conversation.Trial;
import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Range;
import id.laporpustaka.form.Value;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.Keys;
import id.laporpustaka.outbox.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A question of a report, with its buttons.
final class AskCard {
    /// A longer list of choices is shown in pages.
    private static final int MOST_CHOICES = 20;

    private static final int PAGE = 10;

    private static final int MOST_OF_SCALE = 12;

    private static final int SCALE_IN_ROW = 6;

    private static final int LONGEST_PROPOSAL = 40;

    private static final int LONGEST_DOUBTED = 100;

    private static final int LONGEST_ANSWER = 300;

    private final Wording words;
    private final ProblemText problems;

    AskCard(Wording words) {
        this.words = words;
        this.problems = new ProblemText(words);
    }

    OutgoingMessage card(Reply.Ask ask) {
        var layout = new Layout();
        header(layout, ask);
        ask.notices().forEach(notice -> NoticeText.add(layout, notice, words));
        doubted(layout, ask);
        ask.problem().ifPresent(problem -> layout.paragraph(problems.of(problem)));
        var isAskedAnew = ask.filling().isAskedAnew(ask.prompt());
        if (isAskedAnew) {
            askedAnew(layout, ask);
        }
        ask.prompt().within().ifPresent(within -> layout.paragraph(Html.italic(words.within(within))));
        layout.paragraph(Html.bold(question(ask)));
        ask.prompt().hint().ifPresent(hint -> layout.line(Html.italic(hint.in(words.language()))));
        bounds(layout, ask);
        filesSoFar(layout, ask);
        if (ask.hasKeys()) {
            return layout.paragraph(words.html(Phrase.PLACE_HELP)).message().with(keys(ask));
        }
        var doubt = buttonsOfProblem(layout, ask);
        if (!doubt) {
            buttonsOfQuestion(layout, ask);
        }
        if (ask.notices().stream().anyMatch(Notice.KindMayChange.class::isInstance)) {
            layout.row(otherKind(ask.filling().draft(), words));
        }
        navigation(layout, ask);
        return layout.message();
    }

    /// Where the kind of report was taken from what was told.
    static Button otherKind(Draft draft, Wording words) {
        return Layout.button(
                words.plain(Phrase.OTHER_KIND),
                new Press.OfDraft(draft.id(), draft.revision(), Press.OnDraft.KIND, ""));
    }

    /// What they say when they are pressed is understood as when it is typed.
    private Keys keys(Reply.Ask ask) {
        var rows = new ArrayList<List<Keys.Key>>();
        rows.add(List.of(new Keys.Key(words.plain(Phrase.SEND_PLACE), true)));
        var moving = new ArrayList<Keys.Key>();
        if (ask.previous()) {
            moving.add(key(Phrase.BACK));
        }
        if (!ask.filling().evaluation().required(ask.prompt())) {
            moving.add(key(ask.filling().isAnswered(ask.prompt()) ? Phrase.CLEAR : Phrase.SKIP));
        }
        if (!moving.isEmpty()) {
            rows.add(moving);
        }
        rows.add(List.of(key(Phrase.SAVE), key(Phrase.CANCEL)));
        return new Keys.Shown(rows);
    }

    private Keys.Key key(Phrase phrase) {
        return new Keys.Key(words.plain(phrase).replace("‹ ", ""), false);
    }

    OutgoingMessage keysGone(Reply.KeysGone gone) {
        var layout = new Layout();
        gone.filling().ifPresent(filling -> gone.echoes().forEach(echo -> layout.line(echo(echo, filling, words))));
        var message = gone.echoes().isEmpty()
                ? new Layout().line(words.html(Phrase.KEYS_GONE)).message()
                : layout.message();
        return message.with(new Keys.Removed());
    }

    /// What the reviewer says, and what the answer is now.
    private void askedAnew(Layout layout, Reply.Ask ask) {
        ask.filling()
                .draft()
                .correction()
                .flatMap(Correction::reason)
                .ifPresent(reason -> layout.paragraph(words.html(
                        Phrase.REVIEWER_SAYS,
                        words.plain(Phrase.A_COORDINATOR),
                        new ReportCards(words).reason(reason))));
        var values = ask.filling().valuesOf(ask.prompt());
        if (!values.isEmpty() && !wantsFiles(ask)) {
            var answer = words.answer(ask.filling().evaluation(), ask.prompt(), values);
            layout.paragraph(words.html(Phrase.ANSWER_NOW, Wording.shorten(answer, LONGEST_ANSWER)));
        }
    }

    private static boolean wantsFiles(Reply.Ask ask) {
        return ask.prompt().questions().stream()
                .anyMatch(question -> question.type().isMedia());
    }

    private String question(Reply.Ask ask) {
        var label = ask.prompt().label().in(words.language());
        return switch (ask.prompt()) {
            case Prompt.Single(var question, var _, var _)
            when !ask.filling().isAsked(ask.prompt()) ->
                label + ": "
                        + ask.filling()
                                .evaluation()
                                .findAnswer(question)
                                .map(value -> words.value(question, value))
                                .orElse("");
            case Prompt.Single _, Prompt.FieldList _ -> label;
            case Prompt.Another another ->
                another.count() == 0
                        ? words.plain(Phrase.ANOTHER_FIRST, label)
                        : words.plain(Phrase.ANOTHER, label, another.count());
        };
    }

    private void header(Layout layout, Reply.Ask ask) {
        ask.echoes().stream()
                .map(echo -> echo(echo, ask.filling(), words))
                .distinct()
                .forEach(layout::line);
        var progress = progress(ask);
        var isOneAnswer = ask.echoes().size() == 1;
        if (ask.filling().draft().correction().isPresent()) {
            layout.line(Html.italic(
                    words.plain(Phrase.CORRECTING, ask.filling().form().title().in(words.language()))));
            return;
        }
        layout.line(Html.italic(
                isOneAnswer ? progress : ask.filling().form().title().in(words.language()) + " · " + progress));
    }

    private String progress(Reply.Ask ask) {
        var progress = ask.progress();
        return progress.number() == 0
                ? words.plain(Phrase.OPTIONAL)
                : words.plain(Phrase.PROGRESS, progress.number(), progress.all());
    }

    /// How an answer was understood.
    static Html echo(Echo echo, Filling filling, Wording words) {
        var answer = words.answer(filling.evaluation(), echo.prompt(), echo.values());
        if (echo.values().values().stream().anyMatch(Value.Media.class::isInstance)) {
            return words.html(Phrase.OK, hasRoom(echo) ? words.plain(Phrase.FILES_MORE, answer) : answer);
        }
        var shown = Wording.shorten(answer, 300);
        var said = echo.approximate() ? words.plain(Phrase.APPROXIMATE, shown) : shown;
        return words.html(echo.corrected() ? Phrase.OK_CORRECTED : Phrase.OK, said);
    }

    private static boolean hasRoom(Echo echo) {
        return echo.prompt().questions().stream()
                .anyMatch(question -> echo.values().get(question.name()) instanceof Value.Media(var files)
                        && files.size() < question.maximumFiles());
    }

    /// An answer that is to be confirmed, as it was understood.
    private void doubted(Layout layout, Reply.Ask ask) {
        if (ask.problem().orElse(null) instanceof Problem.Unusual
                && ask.filling().draft().pending() instanceof Pending.Unusual(var values, var _)) {
            var answer = words.answer(ask.filling().evaluation(), ask.prompt(), values);
            layout.line(words.html(Phrase.UNUSUAL_ANSWER, Wording.shorten(answer, LONGEST_DOUBTED)));
        }
    }

    private void filesSoFar(Layout layout, Reply.Ask ask) {
        for (var question : ask.prompt().questions()) {
            if (ask.filling().draft().answers().find(question.name()).orElse(null) instanceof Value.Media(var files)) {
                var count = words.files(question.type(), files.size());
                layout.line(words.html(
                        files.size() < question.maximumFiles() ? Phrase.FILES_SO_FAR : Phrase.FILES_SO_FAR_FULL,
                        count));
            }
        }
    }

    /// The buttons that settle a doubt; false when there is none and the question shows its own.
    private boolean buttonsOfProblem(Layout layout, Reply.Ask ask) {
        if (ask.problem().isEmpty()) {
            return false;
        }
        return switch (ask.problem().get()) {
            case Problem.Unusual _ -> {
                layout.row(
                        button(ask, words.plain(Phrase.CONFIRM_YES), OnPrompt.CONFIRM, ""),
                        button(ask, words.plain(Phrase.CONFIRM_NO), OnPrompt.GO_ON, ""));
                yield true;
            }
            case Problem.SplitWanted(var total) -> {
                layout.row(button(ask, words.plain(Phrase.NOT_KNOWN), OnPrompt.TOTAL, total));
                yield true;
            }
            case Problem.Unclear(var _, var candidates) -> {
                var question = ask.prompt().questions().getFirst();
                layout.packed(candidates.stream()
                        .flatMap(candidate -> candidate(ask, question, candidate).stream())
                        .toList());
                yield !candidates.isEmpty();
            }
            case Problem.Unread _,
                    Problem.NotAllowed _,
                    Problem.Noticed _,
                    Problem.Required _,
                    Problem.WrongKind _,
                    Problem.Wanted _,
                    Problem.ButtonWanted _,
                    Problem.HowManyWanted _,
                    Problem.TooMany _,
                    Problem.TooManyFiles _,
                    Problem.NoPhotoWanted _ -> false;
        };
    }

    private Optional<Button> candidate(Reply.Ask ask, Question question, Value value) {
        return switch (value) {
            case Value.Day(var day) -> Optional.of(button(ask, words.dayShort(day), OnPrompt.DAY, day.toString()));
            case Value.Whole(var number) ->
                Optional.of(button(ask, words.value(question, value), OnPrompt.NUMBER, number));
            case Value.Selected(var codes) ->
                question.findChoice(codes.getFirst()).map(choice -> choose(ask, question, choice));
            case Value.Text _,
                    Value.Decimal _,
                    Value.TimeOfDay _,
                    Value.Moment _,
                    Value.Media _,
                    Value.Acknowledged _,
                    Value.Location _ -> Optional.empty();
        };
    }

    private void buttonsOfQuestion(Layout layout, Reply.Ask ask) {
        if (!ask.filling().isAsked(ask.prompt())) {
            return;
        }
        if (ask.prompt() instanceof Prompt.Another another) {
            layout.row(button(ask, words.plain(Phrase.ANOTHER_ADD), OnPrompt.ADD, another.count() + 1));
            return;
        }
        var question = ask.prompt().questions().getFirst();
        proposal(layout, ask, question);
        switch (question.type()) {
            case SELECT_ONE -> choices(layout, ask, question, choice -> choose(ask, question, choice));
            case SELECT_MULTIPLE -> marks(layout, ask, question);
            case DATE -> new DayButtons(words).add(layout, ask, question);
            case INTEGER, DECIMAL -> suggestion(layout, ask, question);
            case NOTE -> layout.row(button(ask, words.plain(Phrase.DONE), OnPrompt.SKIP, ""));
            case ACKNOWLEDGE -> layout.row(button(ask, words.plain(Phrase.AGREE), OnPrompt.AGREE, ""));
            case RANGE -> scale(layout, ask, question);
            case TEXT,
                    TIME,
                    DATETIME,
                    IMAGE,
                    AUDIO,
                    VIDEO,
                    FILE,
                    GEOPOINT,
                    CALCULATE,
                    HIDDEN,
                    START,
                    END,
                    TODAY,
                    USERNAME -> {}
        }
    }

    /// A short scale has a button for each number.
    private void scale(Layout layout, Reply.Ask ask, Question question) {
        var numbers = Range.of(question.parameters())
                .map(range -> range.wholeNumbers(MOST_OF_SCALE))
                .orElse(List.of());
        for (var from = 0; from < numbers.size(); from += SCALE_IN_ROW) {
            layout.row(numbers.subList(from, Math.min(numbers.size(), from + SCALE_IN_ROW)).stream()
                    .map(number -> button(ask, number.toString(), OnPrompt.NUMBER, number))
                    .toList());
        }
    }

    /// From which number to which.
    private void bounds(Layout layout, Reply.Ask ask) {
        ask.prompt().questions().stream()
                .filter(question -> question.type() == QuestionType.RANGE)
                .flatMap(question -> Range.of(question.parameters()).stream())
                .findFirst()
                .ifPresent(range ->
                        layout.line(words.html(Phrase.SCALE, words.number(range.start()), words.number(range.end()))));
    }

    private void choices(Layout layout, Reply.Ask ask, Question question, Function<Choice, Button> button) {
        var offered = ask.filling().evaluation().choices(question);
        if (offered.size() <= MOST_CHOICES) {
            layout.packed(offered.stream().map(button).toList());
            return;
        }
        var pages = (offered.size() + PAGE - 1) / PAGE;
        var page = Math.clamp(page(ask.filling().draft().pending()), 0, pages - 1);
        layout.packed(offered.stream()
                .skip((long) page * PAGE)
                .limit(PAGE)
                .map(button)
                .toList());
        var turning = new ArrayList<Button>();
        if (page > 0) {
            turning.add(button(ask, words.plain(Phrase.PREVIOUS_PAGE), OnPrompt.PAGE, page - 1));
        }
        turning.add(button(ask, words.plain(Phrase.PAGE_OF, page + 1, pages), OnPrompt.NOTHING, ""));
        if (page < pages - 1) {
            turning.add(button(ask, words.plain(Phrase.NEXT_PAGE), OnPrompt.PAGE, page + 1));
        }
        layout.row(turning);
    }

    private static int page(Pending pending) {
        if (pending instanceof Pending.Marked(var _, var page)) {
            return page;
        }
        return pending instanceof Pending.Page(var number) ? number : 0;
    }

    private Button choose(Reply.Ask ask, Question question, Choice choice) {
        var chosen =
                ask.filling().draft().answers().find(question.name()).orElse(null) instanceof Value.Selected(var codes)
                        && codes.contains(choice.code());
        var label = choice.label().in(words.language());
        return button(
                ask, chosen ? words.plain(Phrase.OK, label) : label, OnPrompt.CHOOSE, Press.choice(question, choice));
    }

    private void marks(Layout layout, Reply.Ask ask, Question question) {
        var marked = marked(ask.filling().draft(), question);
        choices(layout, ask, question, choice -> {
            var on = marked.contains(choice.code());
            var label = choice.label().in(words.language());
            return button(
                    ask,
                    on ? words.plain(Phrase.OK, label) : label,
                    on ? OnPrompt.UNMARK : OnPrompt.MARK,
                    Press.choice(question, choice));
        });
        if (!marked.isEmpty()) {
            layout.row(button(ask, words.plain(Phrase.DONE_COUNT, marked.size()), OnPrompt.DONE, ""));
        }
    }

    private static List<String> marked(Draft draft, Question question) {
        if (draft.pending() instanceof Pending.Marked(var codes, var _)) {
            return codes;
        }
        return draft.answers().find(question.name()).orElse(null) instanceof Value.Selected(var codes)
                ? codes
                : List.of();
    }

    /// What the form proposes, where no other button says the same.
    private void proposal(Layout layout, Reply.Ask ask, Question question) {
        var proposed = ask.filling().evaluation().suggestion(question);
        if (ask.prompt() instanceof Prompt.FieldList
                || proposed.isEmpty()
                || proposed.get() instanceof Value.Whole
                || proposed.equals(ask.filling().evaluation().findAnswer(question))) {
            return;
        }
        var shown = Wording.shorten(words.value(question, proposed.get()), LONGEST_PROPOSAL);
        layout.row(button(ask, words.plain(Phrase.PROPOSED, shown), OnPrompt.PROPOSED, ""));
    }

    /// A number that the form proposes, as a button.
    private void suggestion(Layout layout, Reply.Ask ask, Question question) {
        if (ask.filling().evaluation().suggestion(question).orElse(null) instanceof Value.Whole(var number)) {
            layout.row(button(ask, words.value(question, new Value.Whole(number)), OnPrompt.NUMBER, number));
        }
    }

    private void navigation(Layout layout, Reply.Ask ask) {
        var filling = ask.filling();
        var moving = new ArrayList<Button>();
        if (ask.previous()) {
            moving.add(button(ask, words.plain(Phrase.BACK), OnPrompt.BACK, ""));
        }
        var answered = filling.isAnswered(ask.prompt());
        var isMedia = wantsFiles(ask);
        var isNote = isOf(ask.prompt(), QuestionType.NOTE);
        if (isMedia && answered) {
            moving.add(button(ask, words.plain(Phrase.CLEAR_FILES), OnPrompt.SKIP, ""));
            moving.add(button(ask, words.plain(Phrase.DONE), OnPrompt.DONE, ""));
        } else if (!filling.isAsked(ask.prompt())) {
            var draft = filling.draft();
            moving.add(Layout.button(
                    words.plain(Phrase.EDIT),
                    new Press.OfDraft(draft.id(), draft.revision(), Press.OnDraft.EDIT, "0")));
        } else if (!filling.evaluation().required(ask.prompt()) && !isNote) {
            var skip = ask.prompt() instanceof Prompt.Another ? Phrase.ANOTHER_END : Phrase.SKIP;
            moving.add(button(ask, words.plain(answered ? Phrase.CLEAR : skip), OnPrompt.SKIP, ""));
        }
        if (filling.isAskedAnew(ask.prompt()) && answered && !isMedia) {
            layout.row(button(ask, words.plain(Phrase.KEEP_ANSWER), OnPrompt.DONE, ""));
        }
        var cancel = button(ask, words.plain(Phrase.CANCEL), OnPrompt.CANCEL, "");
        var leaving = Trial.is(filling.draft())
                ? List.of(cancel)
                : List.of(button(ask, words.plain(Phrase.SAVE), OnPrompt.SAVE, ""), cancel);
        if (moving.size() <= 1) {
            moving.addAll(leaving);
            layout.row(moving);
            return;
        }
        layout.row(moving);
        if (ask.prompt().detail() && filling.draft().details()) {
            layout.row(button(ask, words.plain(Phrase.ENOUGH), OnPrompt.ENOUGH, ""));
        }
        layout.row(leaving);
    }

    private static boolean isOf(Prompt prompt, QuestionType type) {
        return prompt.questions().stream()
                .findFirst()
                .filter(question -> question.type() == type)
                .isPresent();
    }

    static Button button(Reply.Ask ask, String label, OnPrompt verb, Object argument) {
        var draft = ask.filling().draft().id();
        return Layout.button(label, new Press.OfPrompt(draft, ask.prompt().place(), verb, argument.toString()));
    }
}
