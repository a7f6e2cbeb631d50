package id.laporpustaka.texts;

import id.laporpustaka.conversation.Draft;
import id.laporpustaka.conversation.Echo;
import id.laporpustaka.conversation.Filling;
import id.laporpustaka.conversation.Pending;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnPrompt;
import id.laporpustaka.conversation.Problem;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A question of a report, with its buttons.
final class AskCard {
    /// A longer list of choices is shown in pages.
    private static final int MOST_CHOICES = 20;

    private static final int PAGE = 10;

    /// Telegram refuses a button of spaces only.
    private static final String NO_DAY = "·";

    private final Wording words;
    private final ProblemText problems;

    AskCard(Wording words) {
        this.words = words;
        this.problems = new ProblemText(words);
    }

    OutgoingMessage card(Reply.Ask ask) {
        var layout = new Layout();
        header(layout, ask);
        ask.problem().ifPresent(problem -> layout.paragraph(problems.of(problem)));
        layout.paragraph(Html.bold(ask.prompt().label().in(words.language())));
        ask.prompt().hint().ifPresent(hint -> layout.line(Html.italic(hint.in(words.language()))));
        photosSoFar(layout, ask);
        var doubt = buttonsOfProblem(layout, ask);
        if (!doubt) {
            buttonsOfQuestion(layout, ask);
        }
        navigation(layout, ask);
        return layout.message();
    }

    private void header(Layout layout, Reply.Ask ask) {
        var progress = progress(ask);
        if (ask.echoes().isEmpty()) {
            var title = ask.filling().form().title().in(words.language());
            layout.line(new Html(Html.italic(title + " · " + progress).source()));
            return;
        }
        for (var echo : ask.echoes()) {
            layout.line(echo(echo, ask.filling(), words));
        }
        layout.line(Html.italic(progress));
    }

    private String progress(Reply.Ask ask) {
        var progress = ask.progress();
        return progress.number() == 0
                ? words.plain(Phrase.OPTIONAL)
                : words.plain(Phrase.PROGRESS, progress.number(), progress.all());
    }

    /// How an answer was understood.
    static Html echo(Echo echo, Filling filling, Wording words) {
        var answer = words.answer(filling.form(), echo.prompt(), echo.values());
        if (echo.values().values().stream().anyMatch(Value.Media.class::isInstance)) {
            return words.html(Phrase.OK, words.plain(Phrase.PHOTOS_MORE, answer));
        }
        var shown = Wording.shorten(answer, 300);
        var said = echo.approximate() ? words.plain(Phrase.APPROXIMATE, shown) : shown;
        return words.html(echo.corrected() ? Phrase.OK_CORRECTED : Phrase.OK, said);
    }

    private void photosSoFar(Layout layout, Reply.Ask ask) {
        for (var question : ask.prompt().questions()) {
            if (ask.filling().draft().answers().find(question.name()).orElse(null) instanceof Value.Media(var files)) {
                layout.line(words.html(Phrase.PHOTOS_SO_FAR, words.photos(files.size())));
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
                    Problem.Required _,
                    Problem.WrongKind _,
                    Problem.PhotoWanted _,
                    Problem.ButtonWanted _,
                    Problem.TooManyPhotos _,
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
                    Value.Acknowledged _ -> Optional.empty();
        };
    }

    private void buttonsOfQuestion(Layout layout, Reply.Ask ask) {
        var question = ask.prompt().questions().getFirst();
        switch (question.type()) {
            case SELECT_ONE -> choices(layout, ask, question, choice -> choose(ask, question, choice));
            case SELECT_MULTIPLE -> marks(layout, ask, question);
            case DATE -> days(layout, ask);
            case NOTE -> layout.row(button(ask, words.plain(Phrase.DONE), OnPrompt.SKIP, ""));
            case TEXT, INTEGER, DECIMAL, TIME, DATETIME, IMAGE, ACKNOWLEDGE, CALCULATE, HIDDEN -> {}
        }
    }

    private void choices(Layout layout, Reply.Ask ask, Question question, Function<Choice, Button> button) {
        var offered = ask.filling().evaluation().choices(question);
        if (offered.size() <= MOST_CHOICES) {
            layout.packed(offered.stream().map(button).toList());
            return;
        }
        var pages = (offered.size() + PAGE - 1) / PAGE;
        var page = ask.filling().draft().pending() instanceof Pending.Page(var number)
                ? Math.clamp(number, 0, pages - 1)
                : 0;
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

    private Button choose(Reply.Ask ask, Question question, Choice choice) {
        var chosen =
                ask.filling().draft().answers().find(question.name()).orElse(null) instanceof Value.Selected(var codes)
                        && codes.contains(choice.code());
        var label = choice.label().in(words.language());
        return button(
                ask,
                chosen ? words.plain(Phrase.OK, label) : label,
                OnPrompt.CHOOSE,
                question.choices().indexOf(choice));
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
                    question.choices().indexOf(choice));
        });
        if (!marked.isEmpty()) {
            layout.row(button(ask, words.plain(Phrase.DONE_COUNT, marked.size()), OnPrompt.DONE, ""));
        }
    }

    private static List<String> marked(Draft draft, Question question) {
        if (draft.pending() instanceof Pending.Marked(var codes)) {
            return codes;
        }
        return draft.answers().find(question.name()).orElse(null) instanceof Value.Selected(var codes)
                ? codes
                : List.of();
    }

    private void days(Layout layout, Reply.Ask ask) {
        var today = ask.filling().facts().today();
        if (ask.filling().draft().pending() instanceof Pending.Calendar(var month)) {
            calendar(layout, ask, month, today);
            return;
        }
        layout.row(button(ask, words.plain(Phrase.TODAY, words.dayShort(today)), OnPrompt.DAY, today.toString()));
        var yesterday = today.minusDays(1);
        layout.row(button(
                ask, words.plain(Phrase.YESTERDAY, words.dayShort(yesterday)), OnPrompt.DAY, yesterday.toString()));
        layout.row(button(
                ask,
                words.plain(Phrase.PICK_DATE),
                OnPrompt.MONTH,
                YearMonth.from(today).toString()));
    }

    /// A month with Monday first; days to come are blank, as nothing can be reported of them.
    private void calendar(Layout layout, Reply.Ask ask, YearMonth month, LocalDate today) {
        var head = new ArrayList<Button>();
        for (var weekday = 1; weekday <= 7; weekday++) {
            head.add(button(ask, words.word(Phrase.WEEKDAYS_SHORT, weekday), OnPrompt.NOTHING, ""));
        }
        layout.row(head);
        var day = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
        while (!day.isAfter(month.atEndOfMonth())) {
            var week = new ArrayList<Button>();
            for (var weekday = 0; weekday < 7; weekday++) {
                var shown = YearMonth.from(day).equals(month) && !day.isAfter(today);
                week.add(
                        shown
                                ? button(ask, Integer.toString(day.getDayOfMonth()), OnPrompt.DAY, day.toString())
                                : button(ask, NO_DAY, OnPrompt.NOTHING, ""));
                day = day.plusDays(1);
            }
            layout.row(week);
        }
        var turning = new ArrayList<Button>();
        turning.add(button(
                ask,
                "‹ " + words.monthShort(month.minusMonths(1)),
                OnPrompt.MONTH,
                month.minusMonths(1).toString()));
        if (month.isBefore(YearMonth.from(today))) {
            turning.add(button(
                    ask,
                    words.monthShort(month.plusMonths(1)) + " ›",
                    OnPrompt.MONTH,
                    month.plusMonths(1).toString()));
        }
        layout.row(turning);
    }

    private void navigation(Layout layout, Reply.Ask ask) {
        var filling = ask.filling();
        var moving = new ArrayList<Button>();
        if (ask.previous()) {
            moving.add(button(ask, words.plain(Phrase.BACK), OnPrompt.BACK, ""));
        }
        var answered = filling.isAnswered(ask.prompt());
        var isImage = ask.prompt().questions().getFirst().type() == QuestionType.IMAGE;
        var isNote = ask.prompt().questions().getFirst().type() == QuestionType.NOTE;
        if (isImage && answered) {
            moving.add(button(ask, words.plain(Phrase.CLEAR_PHOTOS), OnPrompt.SKIP, ""));
            moving.add(button(ask, words.plain(Phrase.DONE), OnPrompt.DONE, ""));
        } else if (!filling.evaluation().required(ask.prompt()) && !isNote) {
            moving.add(button(ask, words.plain(answered ? Phrase.CLEAR : Phrase.SKIP), OnPrompt.SKIP, ""));
        }
        var leaving = List.of(
                button(ask, words.plain(Phrase.SAVE), OnPrompt.SAVE, ""),
                button(ask, words.plain(Phrase.CANCEL), OnPrompt.CANCEL, ""));
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

    private static Button button(Reply.Ask ask, String label, OnPrompt verb, Object argument) {
        var draft = ask.filling().draft().id();
        return Layout.button(label, new Press.OfPrompt(draft, ask.place(), verb, argument.toString()));
    }
}
