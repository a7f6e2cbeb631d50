package id.laporpustaka.texts;

import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.Press.OnMenu;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.conversation.ScoreAnswer;
import id.laporpustaka.conversation.ScoreQuestion;
import id.laporpustaka.conversation.ScoreQuestion.Focus;
import id.laporpustaka.conversation.ScoreQuestion.Group;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.summary.score.Colour;
import id.laporpustaka.summary.score.Indicator;
import id.laporpustaka.summary.score.ReceiptScore;
import id.laporpustaka.summary.score.ScorePeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/// Scores. A colour is always said by its word and its number too, as not everybody sees it.
final class ScoreCards {
    private static final int LONGEST_LABEL = 44;

    private final Wording words;

    ScoreCards(Wording words) {
        this.words = words;
    }

    OutgoingMessage card(Reply.ScoreCard card) {
        var asked = card.asked();
        return switch (card.answer()) {
            case ScoreAnswer.Nothing() ->
                new Layout().line(words.html(Phrase.SCORE_NOTHING)).message();
            case ScoreAnswer.OfLibrary library -> library(library, asked);
            case ScoreAnswer.OfPlace place -> place(place, asked);
            case ScoreAnswer.Listed listed -> listed(listed, asked);
            case ScoreAnswer.Rules rules -> rules(rules, asked);
        };
    }

    OutgoingMessage periodNotUnderstood(String typed) {
        return new Layout()
                .line(words.html(Phrase.SCORE_PERIOD_NOT_UNDERSTOOD, Wording.shorten(typed, 60)))
                .message();
    }

    /// `69,6 (kuning)`.
    String inWords(BigDecimal points, Colour colour) {
        return words.plain(Phrase.SCORE_IN_WORDS, points(points), words.plain(phrase(colour)));
    }

    /// What the receipt of a report says: how its library stands with it, and what would be enough for the next
    /// colour.
    ///
    /// @param justSent whether it thanks for the report
    void onReceipt(Layout layout, String library, ReceiptScore score, boolean justSent) {
        var now = score.year() == score.asOf().getYear()
                ? words.plain(Phrase.RECEIPT_SCORE, inWords(score.points(), score.colour()))
                : words.plain(
                        Phrase.RECEIPT_SCORE_OF_YEAR,
                        inWords(score.points(), score.colour()),
                        Integer.toString(score.year()));
        layout.paragraph(Html.italic(library + " · " + score.label()));
        if (!justSent) {
            layout.line(words.html(Phrase.RECEIPT_SCORE_AS_OF, words.dayOfYear(score.asOf()), now));
        } else if (score.reached().isPresent()) {
            layout.line(words.html(
                    Phrase.RECEIPT_THANKS_REACHED, reached(score.reached().get(), score.asOf()), now));
        } else {
            layout.line(words.html(Phrase.RECEIPT_THANKS, now));
        }
        score.gap()
                .ifPresent(gap -> layout.line(words.html(
                        Phrase.RECEIPT_GAP,
                        words.plain(phrase(gap.colour())),
                        enumerate(gap.missing().stream()
                                .map(part -> counted(part.indicator(), part.missing()))
                                .toList()))));
    }

    /// `Bulan ini sudah 3 dari 4 pelibatan`.
    private String reached(ReceiptScore.Reached reached, LocalDate asOf) {
        var isOver = BigDecimal.valueOf(reached.achieved()).compareTo(reached.target()) > 0;
        return words.plain(
                isOver ? Phrase.RECEIPT_REACHED_MORE : Phrase.RECEIPT_REACHED,
                when(reached.period(), asOf),
                words.number(reached.achieved()),
                words.number(reached.target()),
                words.plain(unit(reached.indicator())));
    }

    private String when(ScorePeriod period, LocalDate asOf) {
        var isNow = !asOf.isBefore(period.from()) && !asOf.isAfter(period.to());
        if (isNow) {
            return words.plain(period.isMonth() ? Phrase.THIS_MONTH : Phrase.SCORE_THIS_QUARTER);
        }
        var named = period(period);
        return named.substring(0, 1).toUpperCase(Locale.ROOT) + named.substring(1);
    }

    private String counted(Indicator indicator, long count) {
        return words.plain(
                Phrase.SCORE_COUNTED, words.number(count), words.plain(count == 1 ? one(indicator) : unit(indicator)));
    }

    private OutgoingMessage library(ScoreAnswer.OfLibrary answer, Job.Score asked) {
        var layout = new Layout()
                .line(title(asked.question().period(), answer.library().name()))
                .paragraph(new Html(mark(answer.colour()) + " "
                        + Html.bold(points(answer.points())).source() + " · "
                        + Html.bold(words.plain(phrase(answer.colour()))).source()));
        if (answer.colour() == Colour.GREY) {
            layout.line(words.html(Phrase.SCORE_GREY_EXPLAINED));
        }
        layout.line(note(answer.note(), asked));
        layout.line(words.html(
                answer.months() == 1 ? Phrase.SCORE_OF_ONE_MONTH : Phrase.SCORE_OF_MONTHS,
                words.number(answer.months())));
        layout.paragraph(new Html(""));
        var first = true;
        for (var line : answer.lines()) {
            var text = line(line);
            if (first) {
                layout.paragraph(text);
            } else {
                layout.line(text);
            }
            first = false;
        }
        hint(layout, answer.hint());
        answer.others()
                .forEach(other ->
                        layout.row(button(other.name(), asked.question().period(), new Focus.OfLibrary(other.id()))));
        periods(layout, asked, new Focus.OfLibrary(answer.library().id()));
        layout.row(button(
                words.plain(Phrase.SCORE_HOW),
                asked.question().period(),
                new Focus.Rules(answer.library().id())));
        if (!answer.region().equals("-")) {
            layout.row(button(
                    words.plain(Phrase.SCORE_MY_REGION),
                    asked.question().period(),
                    new Focus.OfPlace(answer.region(), 0)));
        }
        return layout.message();
    }

    private Html line(ScoreAnswer.Line line) {
        var isReached = BigDecimal.valueOf(line.achieved()).compareTo(line.target()) >= 0;
        return words.html(
                isReached ? Phrase.SCORE_LINE_REACHED : Phrase.SCORE_LINE,
                words.plain(name(line.indicator())),
                words.number(line.achieved()),
                words.number(line.target().setScale(1, RoundingMode.HALF_UP)),
                points(line.points()),
                words.number(line.most().setScale(1, RoundingMode.HALF_UP)));
    }

    private void hint(Layout layout, ScoreAnswer.Hint hint) {
        if (hint.missing().isEmpty()) {
            return;
        }
        var missing = hint.missing().stream()
                .map(one -> counted(one.indicator(), one.count()))
                .toList();
        layout.paragraph(words.html(
                Phrase.SCORE_HINT,
                words.plain(phrase(hint.colour())),
                words.number(hint.from()),
                enumerate(missing),
                points(hint.points())));
    }

    private String enumerate(List<String> things) {
        return things.size() == 1
                ? things.getFirst()
                : words.plain(
                        Phrase.SCORE_AND, String.join(", ", things.subList(0, things.size() - 1)), things.getLast());
    }

    private OutgoingMessage place(ScoreAnswer.OfPlace answer, Job.Score asked) {
        var period = asked.question().period();
        var layout = new Layout().line(title(period, answer.place()));
        layout.line(note(answer.note(), asked));
        var counts = answer.counts();
        layout.paragraph(counted(Colour.GREEN, counts.green()))
                .line(counted(Colour.YELLOW, counts.yellow()))
                .line(counted(Colour.RED, counts.red()))
                .line(counted(Colour.GREY, counts.grey()))
                .line(words.html(Phrase.SCORE_NEVER_JOINED, words.number(answer.never())));
        if (answer.silent() >= 0) {
            layout.line(words.html(Phrase.SCORE_SILENT, words.number(answer.silent())));
        }
        if (!answer.parts().isEmpty()) {
            layout.paragraph(words.html(Phrase.SCORE_BY_REGION));
            answer.parts()
                    .forEach(part -> layout.line(new Html("• "
                            + Html.of(Wording.shorten(part.name(), 40)).source() + ": "
                            + words.html(
                                            Phrase.SCORE_COUNTS,
                                            words.number(part.counts().green()),
                                            words.number(part.counts().yellow()),
                                            words.number(part.counts().red()),
                                            words.number(part.counts().grey()))
                                    .source())));
        }
        layout.packed(groups(answer, period));
        layout.packed(answer.parts().stream()
                .map(part -> button(part.name(), period, new Focus.OfPlace(part.code(), 0)))
                .toList());
        pager(layout, answer.page(), answer.pages(), period, page -> new Focus.OfPlace(answer.code(), page));
        answer.own().forEach(own -> layout.row(button(own.name(), period, new Focus.OfLibrary(own.id()))));
        periods(layout, asked, new Focus.OfPlace(answer.code(), 0));
        layout.row(button(words.plain(Phrase.SCORE_HOW), period, new Focus.Rules(0)));
        return layout.message();
    }

    private List<Button> groups(ScoreAnswer.OfPlace answer, ScorePeriod period) {
        var buttons = new ArrayList<Button>();
        var counts = answer.counts();
        add(buttons, answer, period, Group.GREEN, counts.green());
        add(buttons, answer, period, Group.YELLOW, counts.yellow());
        add(buttons, answer, period, Group.RED, counts.red());
        add(buttons, answer, period, Group.GREY, counts.grey());
        add(buttons, answer, period, Group.SILENT, answer.silent());
        add(buttons, answer, period, Group.NEVER, answer.never());
        return buttons;
    }

    private void add(List<Button> buttons, ScoreAnswer.OfPlace answer, ScorePeriod period, Group group, int count) {
        if (count > 0) {
            buttons.add(button(
                    words.plain(phrase(group)) + " (" + words.number(count) + ")",
                    period,
                    new Focus.Listed(answer.code(), group, 0)));
        }
    }

    private Html counted(Colour colour, int count) {
        return new Html(mark(colour) + " "
                + words.html(Phrase.SCORE_COLOUR_COUNT, words.plain(phrase(colour)), words.number(count))
                        .source());
    }

    private OutgoingMessage listed(ScoreAnswer.Listed answer, Job.Score asked) {
        var period = asked.question().period();
        var layout = new Layout().line(title(period, answer.place()));
        layout.line(note(answer.note(), asked));
        layout.paragraph(
                words.html(Phrase.SCORE_LIST, words.plain(phrase(answer.group())), words.number(answer.all())));
        for (var row : answer.rows()) {
            var last = switch (answer.group()) {
                case SILENT ->
                    " · "
                            + (row.note().isEmpty()
                                    ? words.plain(Phrase.SCORE_NO_REPORT)
                                    : words.plain(Phrase.SCORE_LAST, words.dayOfYear(LocalDate.parse(row.note()))));
                default -> "";
            };
            layout.line(new Html("• " + mark(row.colour()) + " "
                    + Html.of(Wording.shorten(row.name(), 60)).source() + ": "
                    + Html.of(inWords(row.points(), row.colour()) + last).source()));
        }
        if (answer.rows().isEmpty()) {
            layout.line(words.html(Phrase.SCORE_LIST_EMPTY));
        }
        answer.rows().forEach(row -> layout.row(button(row.name(), period, new Focus.OfLibrary(row.id()))));
        pager(
                layout,
                answer.page(),
                answer.pages(),
                period,
                page -> new Focus.Listed(answer.code(), answer.group(), page));
        return layout.row(button(words.plain(Phrase.SCORE_BACK), period, new Focus.OfPlace(answer.code(), 0)))
                .message();
    }

    private OutgoingMessage rules(ScoreAnswer.Rules answer, Job.Score asked) {
        var period = asked.question().period();
        var layout = new Layout()
                .line(words.html(Phrase.SCORE_RULES_TITLE, Integer.toString(period.year())))
                .line(note(answer.note(), asked))
                .paragraph(words.html(Phrase.SCORE_RULES_TYPE, words.plain(JoinCards.phrase(answer.type()))));
        for (var rule : answer.rules()) {
            layout.line(words.html(
                    rule.indicator() == Indicator.REGULARITY
                            ? Phrase.SCORE_RULE_REGULARITY
                            : rule.months() == 1 ? Phrase.SCORE_RULE_MONTH : Phrase.SCORE_RULE_QUARTER,
                    words.plain(name(rule.indicator())),
                    words.number(rule.target()),
                    words.number(rule.weight().movePointRight(2))));
        }
        layout.paragraph(words.html(Phrase.SCORE_RULES_FORMULA))
                .paragraph(words.html(
                        Phrase.SCORE_RULES_COUNTED,
                        words.number(answer.mostADay()),
                        words.number(answer.mostSessions())))
                .paragraph(words.html(
                        Phrase.SCORE_RULES_COLOURS, words.number(answer.green()), words.number(answer.yellow())))
                .row(button(
                        words.plain(Phrase.SCORE_BACK),
                        period,
                        answer.library() == 0 ? new Focus.Best() : new Focus.OfLibrary(answer.library())));
        return layout.message();
    }

    private Html title(ScorePeriod period, String what) {
        return words.html(Phrase.SCORE_TITLE, period(period), Wording.shorten(what, 80));
    }

    private String period(ScorePeriod period) {
        if (period.isYear()) {
            return Integer.toString(period.year());
        }
        return period.isMonth()
                ? words.month(period.first())
                : words.plain(
                        Phrase.SCORE_QUARTER,
                        period.first().get(IsoFields.QUARTER_OF_YEAR),
                        Integer.toString(period.year()));
    }

    private Html note(ScoreAnswer.Note note, Job.Score asked) {
        if (!note.frozenOn().isEmpty()) {
            return words.html(Phrase.SCORE_FROZEN, note.label(), words.dayOfYear(LocalDate.parse(note.frozenOn())));
        }
        var last = asked.question().period().to();
        return words.html(
                Phrase.SCORE_SO_FAR,
                note.label(),
                words.dayOfYear(last.isBefore(asked.today()) ? last : asked.today()));
    }

    private void periods(Layout layout, Job.Score asked, Focus focus) {
        var month = YearMonth.from(asked.today());
        var shown = asked.question().period();
        var buttons = new ArrayList<Button>();
        add(buttons, shown, words.plain(Phrase.THIS_MONTH), ScorePeriod.ofMonth(month), focus);
        add(buttons, shown, words.plain(Phrase.LAST_MONTH), ScorePeriod.ofMonth(month.minusMonths(1)), focus);
        add(buttons, shown, words.plain(Phrase.SCORE_THIS_QUARTER), ScorePeriod.ofQuarter(month), focus);
        add(buttons, shown, words.plain(Phrase.THIS_YEAR), ScorePeriod.ofYear(month.getYear()), focus);
        add(buttons, shown, words.plain(Phrase.SCORE_LAST_YEAR), ScorePeriod.ofYear(month.getYear() - 1), focus);
        layout.packed(buttons);
    }

    private static void add(List<Button> buttons, ScorePeriod shown, String label, ScorePeriod period, Focus focus) {
        if (!period.equals(shown)) {
            buttons.add(button(label, period, focus));
        }
    }

    private void pager(Layout layout, int page, int pages, ScorePeriod period, IntFunction<Focus> focus) {
        var buttons = new ArrayList<Button>();
        if (page > 0) {
            buttons.add(button(words.plain(Phrase.PREVIOUS_PAGE), period, focus.apply(page - 1)));
        }
        if (page + 1 < pages) {
            buttons.add(button(words.plain(Phrase.NEXT_PAGE), period, focus.apply(page + 1)));
        }
        layout.row(buttons);
    }

    private static Button button(String label, ScorePeriod period, Focus focus) {
        return Layout.menu(
                Wording.shorten(label, LONGEST_LABEL), OnMenu.SCORE, new ScoreQuestion(period, focus).code());
    }

    private String points(BigDecimal points) {
        var one = points.setScale(1, RoundingMode.HALF_UP);
        return words.number(one.toBigInteger().longValueExact())
                + words.plain(Phrase.DECIMAL_SEPARATOR)
                + one.remainder(BigDecimal.ONE).movePointRight(1).abs().toBigInteger();
    }

    static String mark(Colour colour) {
        return switch (colour) {
            case GREEN -> "🟢";
            case YELLOW -> "🟡";
            case RED -> "🔴";
            case GREY -> "⚪";
        };
    }

    static Phrase phrase(Colour colour) {
        return switch (colour) {
            case GREEN -> Phrase.COLOUR_GREEN;
            case YELLOW -> Phrase.COLOUR_YELLOW;
            case RED -> Phrase.COLOUR_RED;
            case GREY -> Phrase.COLOUR_GREY;
        };
    }

    private static Phrase phrase(Group group) {
        return switch (group) {
            case GREEN -> Phrase.SCORE_GROUP_GREEN;
            case YELLOW -> Phrase.SCORE_GROUP_YELLOW;
            case RED -> Phrase.SCORE_GROUP_RED;
            case GREY -> Phrase.SCORE_GROUP_GREY;
            case SILENT -> Phrase.SCORE_GROUP_SILENT;
            case NEVER -> Phrase.SCORE_GROUP_NEVER;
            case ALL -> Phrase.SCORE_GROUP_ALL;
        };
    }

    private static Phrase name(Indicator indicator) {
        return switch (indicator) {
            case ENGAGEMENTS -> Phrase.INDICATOR_ENGAGEMENTS;
            case PARTICIPANTS -> Phrase.INDICATOR_PARTICIPANTS;
            case ADVOCACIES -> Phrase.INDICATOR_ADVOCACIES;
            case SERVICES -> Phrase.INDICATOR_SERVICES;
            case PUBLICATIONS -> Phrase.INDICATOR_PUBLICATIONS;
            case STORIES -> Phrase.INDICATOR_STORIES;
            case REGULARITY -> Phrase.INDICATOR_REGULARITY;
        };
    }

    static Phrase unit(Indicator indicator) {
        return switch (indicator) {
            case ENGAGEMENTS -> Phrase.UNIT_ENGAGEMENTS;
            case PARTICIPANTS -> Phrase.UNIT_PARTICIPANTS;
            case ADVOCACIES -> Phrase.UNIT_ADVOCACIES;
            case SERVICES -> Phrase.UNIT_SERVICES;
            case PUBLICATIONS -> Phrase.UNIT_PUBLICATIONS;
            case STORIES -> Phrase.UNIT_STORIES;
            case REGULARITY -> Phrase.UNIT_REGULARITY;
        };
    }

    private static Phrase one(Indicator indicator) {
        return switch (indicator) {
            case ENGAGEMENTS -> Phrase.UNIT_ONE_ENGAGEMENT;
            case PARTICIPANTS -> Phrase.UNIT_ONE_PARTICIPANT;
            case ADVOCACIES -> Phrase.UNIT_ONE_ADVOCACY;
            case SERVICES -> Phrase.UNIT_ONE_SERVICE;
            case PUBLICATIONS -> Phrase.UNIT_ONE_PUBLICATION;
            case STORIES -> Phrase.UNIT_ONE_STORY;
            case REGULARITY -> Phrase.UNIT_ONE_REGULAR_MONTH;
        };
    }
}
