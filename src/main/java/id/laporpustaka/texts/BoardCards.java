package id.laporpustaka.texts;

import id.laporpustaka.conversation.BoardAnswer;
import id.laporpustaka.conversation.BoardRequest;
import id.laporpustaka.conversation.BoardView;
import id.laporpustaka.conversation.JobResult;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnBoard;
import id.laporpustaka.conversation.Press.OnLibrary;
import id.laporpustaka.conversation.Press.OnMenu;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.people.LibraryFilter;
import id.laporpustaka.submission.QuietPeriod;
import id.laporpustaka.submission.QuietTimes;
import id.laporpustaka.summary.BoardCounts;
import id.laporpustaka.summary.BoardState;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The board: who should report in a month, who has, and what can be done about the others.
final class BoardCards {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_BUTTON = 40;
    private static final int NUMBERS_IN_ROW = 5;

    /// A reminder about more libraries than these has buttons for the first ones.
    private static final int MOST_BUTTONS = 6;

    private final Wording words;

    BoardCards(Wording words) {
        this.words = words;
    }

    OutgoingMessage board(Reply.Board board) {
        var present = YearMonth.from(board.today());
        return switch (board.request()) {
            case BoardRequest.Show(var view, var search) -> shown(board.answer(), view, search, present);
            case BoardRequest.Open(var _, var view) -> shown(board.answer(), view, "", present);
            case BoardRequest.Nudge(var _, var view) -> shown(board.answer(), view, "", present);
            case BoardRequest.NudgeAll(var view, var _) -> shown(board.answer(), view, "", present);
            case BoardRequest.Own(var month) ->
                shown(board.answer(), new BoardView(month, Optional.empty(), BoardView.Shown.BEST, 0), "", present);
            case BoardRequest.Quiet quiet -> quiet(board.answer(), quiet);
        };
    }

    private OutgoingMessage shown(BoardAnswer answer, BoardView view, String search, YearMonth present) {
        return switch (answer) {
            case BoardAnswer.Parts parts -> parts(parts, view, present);
            case BoardAnswer.Libraries libraries -> libraries(libraries, view, search, present);
            case BoardAnswer.One one -> one(one, view);
            case BoardAnswer.Nudged nudged -> nudged(nudged, view);
            case BoardAnswer.Own(var libraries) -> own(libraries, view.month(), present);
            case BoardAnswer.QuietDone _, BoardAnswer.NotYours _ -> notYours();
        };
    }

    private OutgoingMessage notYours() {
        return new Layout().line(words.html(Phrase.BOARD_NOT_YOURS)).message();
    }

    private Layout head(BoardView view, String place, BoardCounts counts) {
        return new Layout()
                .line(words.html(Phrase.BOARD_TITLE, words.month(view.month())))
                .line(Html.of(place))
                .paragraph(words.html(
                        Phrase.BOARD_COUNTS,
                        words.number(counts.reported()),
                        words.number(counts.sum()),
                        words.number(counts.quiet()),
                        words.number(counts.open()),
                        words.number(counts.notJoined())));
    }

    private OutgoingMessage parts(BoardAnswer.Parts parts, BoardView view, YearMonth present) {
        var layout = head(view, parts.place(), parts.counts());
        var buttons = new ArrayList<Button>();
        for (var part : parts.parts()) {
            var place = parts.page() * BoardAnswer.PAGE + buttons.size() + 1;
            layout.paragraph(new Html(
                            "%d. %s".formatted(place, Html.bold(part.name()).source())))
                    .line(words.html(
                            Phrase.BOARD_PART,
                            words.number(part.counts().reported()),
                            words.number(part.counts().sum()),
                            words.number(part.counts().quiet()),
                            words.number(part.counts().open()),
                            words.number(part.counts().notJoined())));
            buttons.add(show(Integer.toString(place), view.at(part.code())));
        }
        layout.paragraph(words.html(Phrase.BOARD_SEARCH_TIP));
        numbers(layout, buttons);
        layout.row(turning(view, parts.page(), parts.total()));
        nudgeAll(layout, parts.counts().open(), parts.mayRemind(), view);
        return feet(layout, view, present, parts.above(), parts.own());
    }

    private OutgoingMessage libraries(
            BoardAnswer.Libraries libraries, BoardView view, String search, YearMonth present) {
        var layout = head(view, libraries.place(), libraries.counts());
        var found = view.shown() == BoardView.Shown.FOUND;
        layout.paragraph(
                found
                        ? words.html(Phrase.BOARD_FOUND, search, words.number(libraries.total()))
                        : words.html(heading(libraries.state()), words.number(libraries.total())));
        if (libraries.total() == 0 && !found) {
            layout.line(words.html(empty(libraries)));
        }
        var list = found ? view : view.showing(libraries.state());
        var buttons = new ArrayList<Button>();
        for (var line : libraries.lines()) {
            var place = libraries.page() * BoardAnswer.PAGE + buttons.size() + 1;
            layout.line(new Html("%d. %s"
                            .formatted(
                                    place,
                                    Html.bold(Wording.shorten(line.name(), LONGEST_NAME))
                                            .source())))
                    .line(Html.of(line.place() + " · " + standing(line, found)));
            buttons.add(button(
                    Integer.toString(place),
                    OnBoard.LIBRARY,
                    line.id() + "/" + list.turned(libraries.page()).argument()));
        }
        layout.paragraph(words.html(Phrase.BOARD_SEARCH_TIP));
        numbers(layout, buttons);
        layout.row(turning(list, libraries.page(), libraries.total()));
        if (found || libraries.state() == BoardState.OPEN) {
            nudgeAll(layout, libraries.open(), libraries.mayRemind(), list);
        }
        if (!found && libraries.state() == BoardState.NOT_JOINED && libraries.total() > 0 && libraries.mayInvite()) {
            layout.row(invite());
        }
        var tabs = new ArrayList<Button>();
        for (var state : BoardState.values()) {
            if (found || state != libraries.state()) {
                tabs.add(show(
                        words.plain(tab(state), words.number(libraries.counts().of(state))), view.showing(state)));
            }
        }
        layout.packed(tabs);
        return feet(layout, view, present, libraries.above(), libraries.own());
    }

    private void nudgeAll(Layout layout, int open, boolean mayRemind, BoardView view) {
        if (open > 0 && mayRemind) {
            layout.row(button(
                    words.plain(Phrase.NUDGE_ALL, words.number(open)),
                    OnBoard.NUDGE_ALL,
                    open + "/" + view.argument()));
        }
    }

    OutgoingMessage monthUnknown(Reply.BoardMonthUnknown unknown) {
        return new Layout()
                .line(words.html(
                        unknown.toCome() ? Phrase.BOARD_MONTH_TO_COME : Phrase.BOARD_MONTH_UNKNOWN,
                        Wording.shorten(unknown.words(), LONGEST_NAME)))
                .message();
    }

    private Button invite() {
        return Layout.button(
                words.plain(Phrase.BOARD_INVITE),
                new Press.OfLibrary(OnLibrary.LIST, LibraryFilter.NEVER_JOINED + "/0"));
    }

    private static Phrase heading(BoardState state) {
        return switch (state) {
            case REPORTED -> Phrase.BOARD_REPORTED;
            case QUIET -> Phrase.BOARD_QUIET;
            case OPEN -> Phrase.BOARD_OPEN;
            case NOT_JOINED -> Phrase.BOARD_NOT_JOINED;
        };
    }

    private static Phrase tab(BoardState state) {
        return switch (state) {
            case REPORTED -> Phrase.BOARD_TAB_REPORTED;
            case QUIET -> Phrase.BOARD_TAB_QUIET;
            case OPEN -> Phrase.BOARD_TAB_OPEN;
            case NOT_JOINED -> Phrase.BOARD_TAB_NOT_JOINED;
        };
    }

    private static Phrase empty(BoardAnswer.Libraries libraries) {
        if (libraries.counts().sum() == 0) {
            return Phrase.BOARD_NO_LIBRARIES;
        }
        return switch (libraries.state()) {
            case OPEN -> Phrase.BOARD_NONE_OPEN;
            case NOT_JOINED -> Phrase.BOARD_NONE_NOT_JOINED;
            case REPORTED, QUIET -> Phrase.BOARD_NONE;
        };
    }

    /// @param mixed whether the list has libraries that stand otherwise, so that it must be said
    private String standing(BoardAnswer.Line line, boolean mixed) {
        var last = line.last().isEmpty() ? "" : words.dayOfYear(LocalDate.parse(line.last()));
        var standing = switch (line.state()) {
            case REPORTED ->
                words.plain(
                        Phrase.STANDS_REPORTED,
                        words.number(line.reports()),
                        words.dayShort(LocalDate.parse(line.last())));
            case QUIET -> words.plain(Phrase.STANDS_QUIET);
            case OPEN -> last.isEmpty() ? words.plain(Phrase.STANDS_NEVER) : words.plain(Phrase.STANDS_LAST, last);
            case NOT_JOINED -> words.plain(Phrase.STANDS_NOT_JOINED);
        };
        var reminded = line.reminded().isEmpty() || line.state() != BoardState.OPEN
                ? ""
                : " · " + words.plain(Phrase.STANDS_REMINDED, words.dayShort(LocalDate.parse(line.reminded())));
        var quiet = line.quietWeek().isEmpty() || line.state() != BoardState.OPEN
                ? ""
                : " · " + quietWeek(LocalDate.parse(line.quietWeek()));
        var isSaid = !mixed || line.state() != BoardState.OPEN || last.isEmpty();
        return (isSaid ? "" : words.plain(Phrase.STANDS_OPEN) + " · ") + standing + quiet + reminded;
    }

    private String quietWeek(LocalDate monday) {
        return words.plain(Phrase.STANDS_QUIET_WEEK, words.dayShort(monday), words.dayShort(monday.plusDays(6)));
    }

    private static void numbers(Layout layout, List<Button> buttons) {
        for (var from = 0; from < buttons.size(); from += NUMBERS_IN_ROW) {
            layout.row(buttons.subList(from, Math.min(buttons.size(), from + NUMBERS_IN_ROW)));
        }
    }

    private List<Button> turning(BoardView view, int page, int total) {
        var turning = new ArrayList<Button>();
        if (page > 0) {
            turning.add(show(words.plain(Phrase.PREVIOUS_PAGE), view.turned(page - 1)));
        }
        if ((page + 1) * BoardAnswer.PAGE < total) {
            turning.add(show(words.plain(Phrase.NEXT_PAGE), view.turned(page + 1)));
        }
        return turning;
    }

    private OutgoingMessage feet(Layout layout, BoardView view, YearMonth present, String above, boolean own) {
        layout.row(months(view.month(), present, (label, month) -> show(label, view.in(month))));
        if (view.regionCode().isPresent()) {
            layout.row(show(words.plain(Phrase.BOARD_UP), view.at(above)));
        }
        if (own) {
            layout.row(button(
                    words.plain(Phrase.BOARD_OWN), OnBoard.OWN, view.month().toString()));
        }
        return layout.message();
    }

    private interface OfMonth {
        Button of(String label, YearMonth month);
    }

    private List<Button> months(YearMonth month, YearMonth present, OfMonth button) {
        var months = new ArrayList<Button>();
        var before = month.minusMonths(1);
        months.add(button.of("‹ " + words.monthShort(before), before));
        if (month.isBefore(present)) {
            var after = month.plusMonths(1);
            months.add(button.of(words.monthShort(after) + " ›", after));
        }
        return months;
    }

    private OutgoingMessage one(BoardAnswer.One one, BoardView view) {
        var line = one.line();
        var layout = new Layout()
                .line(Html.bold(line.name()))
                .line(Html.of(line.place()))
                .paragraph(Html.of(words.month(view.month()) + ": " + standing(line, true)))
                .line(words.html(Phrase.BOARD_REPORTERS, words.number(one.reporters())));
        if (one.mayRemind()) {
            layout.row(button(words.plain(Phrase.NUDGE), OnBoard.NUDGE, line.id() + "/" + view.argument()));
        }
        if (line.state() == BoardState.NOT_JOINED && one.mayInvite()) {
            layout.row(Layout.button(
                    words.plain(Phrase.INVITE_REPORTER),
                    new Press.OfLibrary(OnLibrary.INVITE, Long.toString(line.id()))));
        }
        layout.row(Layout.button(
                words.plain(Phrase.BOARD_REGISTER), new Press.OfLibrary(OnLibrary.SHOW, Long.toString(line.id()))));
        return back(layout, view);
    }

    private OutgoingMessage back(Layout layout, BoardView view) {
        return layout.row(show(words.plain(Phrase.BOARD_BACK), view)).message();
    }

    OutgoingMessage reallyNudge(Reply.ReallyNudge asked) {
        return new Layout()
                .line(words.html(
                        asked.search().isEmpty() ? Phrase.REALLY_NUDGE : Phrase.REALLY_NUDGE_FOUND,
                        words.number(asked.libraries()),
                        words.month(asked.view().month()),
                        asked.search()))
                .line(words.html(Phrase.REALLY_NUDGE_WHAT))
                .row(button(
                        words.plain(Phrase.REALLY_NUDGE_YES),
                        OnBoard.NUDGE_ALL_YES,
                        new BoardRequest.NudgeAll(asked.view(), asked.search()).argument()))
                .row(show(words.plain(Phrase.BOARD_BACK), asked.view()))
                .message();
    }

    private OutgoingMessage nudged(BoardAnswer.Nudged nudged, BoardView view) {
        var layout = new Layout();
        if (nudged.people() > 0) {
            layout.line(words.html(Phrase.NUDGED, words.number(nudged.people()), words.number(nudged.libraries())));
        }
        if (nudged.peopleLater() > 0) {
            layout.line(words.html(
                    Phrase.NUDGED_LATER, words.number(nudged.peopleLater()), words.number(nudged.librariesLater())));
        }
        if (nudged.people() + nudged.peopleLater() == 0) {
            layout.line(words.html(Phrase.NUDGED_NOBODY));
        }
        if (!nudged.missed().isEmpty()) {
            layout.paragraph(words.html(Phrase.NUDGE_MISSED));
            nudged.missed()
                    .forEach(missed -> layout.line(words.html(
                            Phrase.NUDGE_MISSED_ONE,
                            Wording.shorten(missed.name(), LONGEST_NAME),
                            words.plain(phrase(missed.why())))));
        }
        if (nudged.more() > 0) {
            layout.line(words.html(Phrase.NUDGE_MISSED_MORE, words.number(nudged.more())));
        }
        if (nudged.mayInvite() && nudged.missed().stream().anyMatch(missed -> missed.why() == BoardAnswer.Why.NOBODY)) {
            layout.row(invite());
        }
        return back(layout, view);
    }

    private static Phrase phrase(BoardAnswer.Why why) {
        return switch (why) {
            case NOBODY -> Phrase.NUDGE_WHY_NOBODY;
            case UNREACHABLE -> Phrase.NUDGE_WHY_UNREACHABLE;
            case TODAY -> Phrase.NUDGE_WHY_TODAY;
            case TWICE_THIS_WEEK -> Phrase.NUDGE_WHY_TWICE;
        };
    }

    OutgoingMessage nudge(JobResult.NudgeCame came) {
        var month = came.asked().month();
        var layout = new Layout();
        if (came.libraries().size() == 1) {
            layout.line(words.html(
                    Phrase.NUDGE_CAME, name(came), came.libraries().getFirst().name(), words.month(month)));
        } else {
            layout.line(words.html(Phrase.NUDGE_CAME_MANY, name(came), words.month(month)));
            came.libraries()
                    .forEach(library -> layout.line(Html.of("• " + Wording.shorten(library.name(), LONGEST_NAME))));
        }
        layout.paragraph(words.html(Phrase.NUDGE_CAME_WHAT))
                .row(Layout.menu(words.plain(Phrase.NUDGE_REPORT), OnMenu.REPORT, ""));
        var several = came.libraries().size() > 1;
        came.libraries().stream()
                .limit(MOST_BUTTONS)
                .forEach(library ->
                        layout.row(quiet(library.id(), library.name(), QuietPeriod.MONTH, month.atDay(1), several)));
        return layout.message();
    }

    private String name(JobResult.NudgeCame came) {
        return came.by().isEmpty() ? words.plain(Phrase.NUDGE_BY_COORDINATOR) : came.by();
    }

    /// @param named whether the button must say for which library
    private Button quiet(long library, String name, QuietPeriod period, LocalDate firstDay, boolean named) {
        var label = words.plain(period == QuietPeriod.MONTH ? Phrase.QUIET_MONTH : Phrase.QUIET_WEEK);
        return button(
                named ? label + " · " + Wording.shorten(name, LONGEST_BUTTON) : label,
                OnBoard.QUIET,
                BoardRequest.Quiet.argument(library, period, firstDay));
    }

    private OutgoingMessage own(List<BoardAnswer.OwnMonth> libraries, YearMonth month, YearMonth present) {
        var layout = new Layout().line(words.html(Phrase.BOARD_OWN_TITLE, words.month(month)));
        for (var library : libraries) {
            layout.paragraph(Html.bold(Wording.shorten(library.name(), LONGEST_NAME)));
            if (!library.accepted()) {
                layout.line(words.html(Phrase.OWN_BOARD_WAITING));
            }
            layout.line(sent(library));
            if (!library.statistics().isEmpty()) {
                layout.line(words.html(Phrase.OWN_STATISTICS, words.month(YearMonth.parse(library.statistics()))));
            }
        }
        layout.row(Layout.menu(words.plain(Phrase.NUDGE_REPORT), OnMenu.REPORT, ""));
        var several = libraries.size() > 1;
        libraries.stream()
                .filter(library -> library.open() && library.kinds().isEmpty())
                .limit(MOST_BUTTONS)
                .forEach(library -> layout.row(
                        library.quiet()
                                ? notQuiet(library.id(), library.name(), month, several)
                                : quiet(library.id(), library.name(), QuietPeriod.MONTH, month.atDay(1), several)));
        return layout.row(months(month, present, (label, other) -> button(label, OnBoard.OWN, other.toString())))
                .message();
    }

    private Button notQuiet(long library, String name, YearMonth month, boolean named) {
        var label = words.plain(Phrase.QUIET_TAKE_BACK);
        return button(
                named ? label + " · " + Wording.shorten(name, LONGEST_BUTTON) : label,
                OnBoard.NOT_QUIET,
                BoardRequest.Quiet.argument(library, QuietPeriod.MONTH, month.atDay(1)));
    }

    private Html sent(BoardAnswer.OwnMonth library) {
        if (library.kinds().isEmpty()) {
            return words.html(library.quiet() ? Phrase.OWN_QUIET : Phrase.OWN_NOTHING);
        }
        var kinds = library.kinds().stream()
                .map(kind -> kind.title() + " " + words.number(kind.reports()))
                .collect(Collectors.joining(" · "));
        return words.html(
                Phrase.OWN_SENT,
                words.number(library.reports()),
                kinds,
                words.dayShort(LocalDate.parse(library.last())));
    }

    private OutgoingMessage quiet(BoardAnswer answer, BoardRequest.Quiet asked) {
        if (!(answer instanceof BoardAnswer.QuietDone(var name, var outcome, var reports))) {
            return notYours();
        }
        var period = words.period(asked.firstDay(), asked.period().lastDay(asked.firstDay()));
        var argument = BoardRequest.Quiet.argument(asked.library(), asked.period(), asked.firstDay());
        var layout = new Layout();
        switch (outcome) {
            case DONE, ALREADY_SO -> {
                layout.line(words.html(asked.quiet() ? Phrase.QUIET_SAID : Phrase.QUIET_TAKEN_BACK, name, period));
                layout.row(
                        asked.quiet()
                                ? button(words.plain(Phrase.QUIET_TAKE_BACK), OnBoard.NOT_QUIET, argument)
                                : button(
                                        words.plain(
                                                asked.period() == QuietPeriod.MONTH
                                                        ? Phrase.QUIET_MONTH
                                                        : Phrase.QUIET_WEEK),
                                        OnBoard.QUIET,
                                        argument));
            }
            case REPORTED -> layout.line(words.html(Phrase.QUIET_REPORTED, name, period, words.number(reports)));
            case NOT_OPEN -> layout.line(words.html(Phrase.QUIET_NOT_OPEN, period));
        }
        if (!asked.quiet() || outcome == QuietTimes.Outcome.NOT_OPEN) {
            layout.row(Layout.menu(words.plain(Phrase.NUDGE_REPORT), OnMenu.REPORT, ""));
        }
        return layout.row(button(
                        words.plain(Phrase.BOARD_OWN),
                        OnBoard.OWN,
                        YearMonth.from(asked.firstDay()).toString()))
                .message();
    }

    private static Button show(String label, BoardView view) {
        return button(label, OnBoard.SHOW, view.argument());
    }

    private static Button button(String label, OnBoard verb, String argument) {
        return Layout.button(label, new Press.OfBoard(verb, argument));
    }
}
