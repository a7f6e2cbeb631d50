package id.laporpustaka.texts;

import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnReview;
import id.laporpustaka.conversation.Press.OnSummary;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.conversation.SummaryAnswer;
import id.laporpustaka.conversation.SummaryAsk;
import id.laporpustaka.conversation.SummaryAsk.By;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.place.Region;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.SmallRows;
import id.laporpustaka.summary.Totals;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A summary in one message: totals first, then how they compare, who stands behind them, and one breakdown.
final class SummaryCardText {
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_BUTTON = 48;
    private static final int NUMBERS_IN_A_ROW = 5;

    /// Telegram's limit for what a button says when it is pressed, in bytes (Bot API, InlineKeyboardButton).
    private static final int LONGEST_DATA = 64;

    private final Wording words;
    private final SummaryWords sums;

    SummaryCardText(Wording words) {
        this.words = words;
        this.sums = new SummaryWords(words);
    }

    OutgoingMessage card(Reply.SummaryCard card) {
        var summary = card.summary();
        var asked = card.asked().asked();
        var layout = new Layout()
                .line(words.html(
                        Phrase.SUMMARY_TITLE,
                        words.period(asked.period().from(), asked.period().to())))
                .line(Html.of(Wording.shorten(summary.place(), 200)));
        if (!summary.filters().isEmpty()) {
            layout.line(words.html(Phrase.SUMMARY_ONLY, String.join(", ", summary.filters())));
        }
        if (summary.coverage().partners() == 0 && summary.totals().reports() == 0) {
            layout.paragraph(words.html(Phrase.SUMMARY_SCOPE_EMPTY));
            up(layout, asked, summary.up());
            return layout.message();
        }
        if (summary.tooFew()) {
            layout.paragraph(words.html(Phrase.GROUP_TOO_FEW));
        } else if (summary.totals().reports() == 0) {
            layout.paragraph(words.html(Phrase.SUMMARY_EMPTY));
        } else {
            totals(layout, summary, asked.period().before(), card.asked().inGroup() ? SmallRows.FEWEST : 1);
        }
        var coverage = summary.coverage();
        layout.paragraph(words.html(
                Phrase.SUMMARY_COVERAGE,
                words.number(coverage.reported()),
                words.number(coverage.partners()),
                words.number(coverage.joined())));
        breakdown(layout, summary, asked);
        if (!card.asked().inGroup()) {
            layout.paragraph(new Html("<i>" + words.html(Phrase.SUMMARY_HINT).source() + "</i>"));
        }
        buttons(layout, card);
        return layout.message();
    }

    /// @param fewest of some things fewer than these are not told
    private void totals(Layout layout, SummaryAnswer summary, Period before, int fewest) {
        var totals = summary.totals();
        layout.paragraph(figure(totals.reports(), Phrase.SUMMARY_REPORTS));
        var people = figure(totals.participants(), Phrase.SUMMARY_PARTICIPANTS).source();
        var split = words.html(Phrase.SUMMARY_SPLIT, words.number(totals.male()), words.number(totals.female()));
        layout.line(new Html(people + " " + split.source()));
        if (totals.disabled() > 0) {
            layout.line(totals.disabledShown().stream()
                    .mapToObj(number -> words.html(Phrase.SUMMARY_DISABLED, words.number(number)))
                    .findFirst()
                    .orElseGet(() -> words.html(Phrase.SUMMARY_DISABLED_FEW, Totals.FEWEST_SHOWN)));
        }
        layout.line(figure(totals.sessions(), Phrase.SUMMARY_SESSIONS));
        layout.line(figure(totals.photos(), Phrase.SUMMARY_PHOTOS));
        some(layout, totals.visits(), fewest, Phrase.SUMMARY_VISITS);
        some(layout, totals.regulations(), fewest, Phrase.SUMMARY_REGULATIONS);
        some(layout, totals.stories(), fewest, Phrase.SUMMARY_STORIES);
        if (totals.amount() > 0) {
            layout.line(words.html(Phrase.SUMMARY_AMOUNT, words.rupiah(totals.amount())));
        }
        layout.line(Html.of(sums.comparison(totals, summary.before(), words.period(before.from(), before.to()))));
    }

    private void some(Layout layout, long number, int fewest, Phrase what) {
        if (number >= fewest) {
            layout.line(figure(number, what));
        }
    }

    private Html figure(long number, Phrase what) {
        return new Html(Html.bold(words.number(number)).source() + " "
                + words.html(what).source());
    }

    private void breakdown(Layout layout, SummaryAnswer summary, SummaryAsk asked) {
        if (summary.lines().isEmpty()) {
            return;
        }
        var isOfReports = asked.by() == By.PARTS && asked.place() instanceof SummaryAsk.Place.OfLibrary;
        layout.paragraph(Html.bold(words.plain(isOfReports ? Phrase.MEASURE_REPORTS : phrase(asked.by()))));
        var number = page(summary, asked) * SummaryAnswer.MOST_LINES;
        for (var line : summary.lines()) {
            number++;
            var label = Html.of(label(line.label(), asked.by())).source();
            var mark = line.opens().isEmpty() ? "•" : number + ".";
            layout.line(new Html(
                    line.reports() == 0
                            ? "%s %s, %s %s"
                                    .formatted(
                                            mark,
                                            label,
                                            words.number(line.participants()),
                                            words.html(Phrase.SUMMARY_PARTICIPANTS)
                                                    .source())
                            : "%s %s: %s %s, %s %s"
                                    .formatted(
                                            mark,
                                            label,
                                            words.number(line.reports()),
                                            words.html(Phrase.SUMMARY_REPORTS).source(),
                                            words.number(line.participants()),
                                            words.html(Phrase.SUMMARY_PARTICIPANTS)
                                                    .source())));
        }
        var pages = pages(summary);
        if (pages > 1) {
            layout.line(words.html(Phrase.SUMMARY_PAGE, page(summary, asked) + 1, pages, words.number(summary.rows())));
        }
    }

    private String label(String label, By by) {
        if (label.isEmpty()) {
            return words.plain(Phrase.GROUP_UNKNOWN);
        }
        return by == By.MONTH ? words.month(YearMonth.parse(label)) : Wording.shorten(label, LONGEST_LABEL);
    }

    private static int pages(SummaryAnswer summary) {
        return (summary.rows() + SummaryAnswer.MOST_LINES - 1) / SummaryAnswer.MOST_LINES;
    }

    private static int page(SummaryAnswer summary, SummaryAsk asked) {
        return Math.clamp(asked.page(), 0, Math.max(0, pages(summary) - 1));
    }

    private static Phrase phrase(By by) {
        return switch (by) {
            case MONTH -> Phrase.BY_MONTH;
            case PARTS -> Phrase.BY_REGION;
            case TYPE -> Phrase.BY_TYPE;
            case TOPIC -> Phrase.BY_TOPIC;
            case LIBRARY -> Phrase.BY_LIBRARY;
            case ACTIVITY_FORM -> Phrase.BY_ACTIVITY_FORM;
            case AGE_GROUP -> Phrase.BY_AGE_GROUP;
            case PARTNER -> Phrase.BY_PARTNER;
            case FUND -> Phrase.BY_FUND;
            case STATUS -> Phrase.BY_STATUS;
            case PROVINCE -> Phrase.BY_PROVINCE;
            case REGENCY -> Phrase.BY_REGENCY;
            case DISTRICT -> Phrase.BY_DISTRICT;
            case VILLAGE -> Phrase.BY_VILLAGE;
            case REPORTER -> Phrase.BY_REPORTER;
        };
    }

    private void buttons(Layout layout, Reply.SummaryCard card) {
        var asked = card.asked().asked();
        var summary = card.summary();
        openings(layout, summary, asked);
        pagers(layout, summary, asked);
        up(layout, asked, summary.up());
        periods(layout, asked, card.today());
        var others = new ArrayList<Button>();
        add(others, words.plain(Phrase.SUMMARY_OTHER_BREAKDOWN), OnSummary.BREAKDOWNS, asked);
        add(others, words.plain(Phrase.SUMMARY_CHART), OnSummary.CHART, asked.page(0));
        if (!card.asked().inGroup()) {
            add(others, words.plain(Phrase.SUMMARY_SHEET), OnSummary.SHEET, asked.page(0));
        }
        layout.row(others);
    }

    /// A number for each row behind which something lies.
    private static void openings(Layout layout, SummaryAnswer summary, SummaryAsk asked) {
        var row = new ArrayList<Button>();
        var number = page(summary, asked) * SummaryAnswer.MOST_LINES;
        for (var line : summary.lines()) {
            number++;
            opening(line.opens(), Integer.toString(number), asked).ifPresent(row::add);
            if (row.size() == NUMBERS_IN_A_ROW) {
                layout.row(row);
                row.clear();
            }
        }
        layout.row(row);
    }

    private static Optional<Button> opening(String opens, String label, SummaryAsk asked) {
        if (opens.isEmpty()) {
            return Optional.empty();
        }
        if (opens.startsWith("http")) {
            return opens.contains("//localhost") ? Optional.empty() : Optional.of(new Button.Link(label, opens));
        }
        if (opens.startsWith("n")) {
            return Optional.of(Layout.button(label, new Press.OfReview(OnReview.SHOW, opens.substring(1))));
        }
        return place(opens, asked).flatMap(inside -> button(label, OnSummary.SHOW, inside.by(By.PARTS)));
    }

    private static Optional<SummaryAsk> place(String code, SummaryAsk asked) {
        return SummaryAsk.findPlace(code).map(asked::at);
    }

    private void pagers(Layout layout, SummaryAnswer summary, SummaryAsk asked) {
        var page = page(summary, asked);
        var row = new ArrayList<Button>();
        if (page > 0) {
            add(row, words.plain(Phrase.PREVIOUS_PAGE), OnSummary.SHOW, asked.page(page - 1));
        }
        if (page + 1 < pages(summary)) {
            add(row, words.plain(Phrase.NEXT_PAGE), OnSummary.SHOW, asked.page(page + 1));
        }
        layout.row(row);
    }

    private void up(Layout layout, SummaryAsk asked, String up) {
        if (!up.isEmpty()) {
            place(up, asked)
                    .flatMap(above -> button(words.plain(Phrase.SUMMARY_UP), OnSummary.SHOW, above.by(By.PARTS)))
                    .ifPresent(layout::row);
        }
    }

    private void periods(Layout layout, SummaryAsk asked, LocalDate today) {
        var month = shownMonth(asked.period(), today);
        var row = new ArrayList<Button>();
        var before = month.minusMonths(1);
        add(row, "‹ " + words.monthShort(before), OnSummary.SHOW, asked.during(Period.ofMonth(before)));
        var after = month.plusMonths(1);
        if (!after.isAfter(YearMonth.from(today))) {
            add(row, words.monthShort(after) + " ›", OnSummary.SHOW, asked.during(Period.ofMonth(after)));
        }
        layout.row(row);
        var present = new ArrayList<Button>();
        add(
                present,
                words.plain(Phrase.THIS_MONTH),
                OnSummary.SHOW,
                asked.during(new Period(today.withDayOfMonth(1), today)));
        var quarter = today.withMonth((today.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
        add(present, words.plain(Phrase.THIS_QUARTER), OnSummary.SHOW, asked.during(new Period(quarter, today)));
        add(
                present,
                words.plain(Phrase.THIS_YEAR),
                OnSummary.SHOW,
                asked.during(new Period(today.withDayOfYear(1), today)));
        layout.row(present);
    }

    /// The one that is shown; of a longer time the one after its last that has begun.
    private static YearMonth shownMonth(Period period, LocalDate today) {
        var first = YearMonth.from(period.from());
        return first.equals(YearMonth.from(period.to()))
                ? first
                : YearMonth.from(period.to().isAfter(today) ? today : period.to())
                        .plusMonths(1);
    }

    /// Without a button for what is too long for one.
    private static void add(List<Button> row, String label, OnSummary verb, SummaryAsk asked) {
        button(label, verb, asked).ifPresent(row::add);
    }

    private static Optional<Button> button(String label, OnSummary verb, SummaryAsk asked) {
        var press = new Press.OfSummary(verb, asked.code());
        return press.data().getBytes(StandardCharsets.UTF_8).length <= LONGEST_DATA
                ? Optional.of(Layout.button(label, press))
                : Optional.empty();
    }

    OutgoingMessage breakdowns(Reply.SummaryBreakdowns choice) {
        var layout = new Layout().line(words.html(Phrase.SUMMARY_WHICH_BREAKDOWN));
        var buttons = new ArrayList<Button>();
        for (var by : By.values()) {
            if (!choice.inGroup() || by.isForGroups()) {
                add(
                        buttons,
                        words.plain(phrase(by)),
                        OnSummary.SHOW,
                        choice.asked().by(by));
            }
        }
        layout.packed(buttons);
        button(words.plain(Phrase.BACK), OnSummary.SHOW, choice.asked()).ifPresent(layout::row);
        return layout.message();
    }

    OutgoingMessage file(Reply.SummaryFile made) {
        var asked = made.asked().asked();
        var layout = new Layout()
                .line(words.html(
                        Phrase.SUMMARY_FILE,
                        Wording.shorten(made.place(), 200),
                        words.period(asked.period().from(), asked.period().to())));
        switch (made.asked().output()) {
            case CHART ->
                button(words.plain(Phrase.SUMMARY_CHART_OF_PEOPLE), OnSummary.PEOPLE_CHART, asked)
                        .ifPresent(layout::row);
            case CHART_OF_PEOPLE ->
                button(words.plain(Phrase.SUMMARY_CHART_OF_REPORTS), OnSummary.CHART, asked)
                        .ifPresent(layout::row);
            case CARD, SHEET -> {}
        }
        return layout.message()
                .with(new OutgoingMessage.Attached(
                        made.file(), words.html(Phrase.FILE_NOT_SENT).source()));
    }

    OutgoingMessage places(Reply.SummaryPlaces unclear) {
        var choice = unclear.choice();
        var typed =
                unclear.asked().place() instanceof SummaryAsk.Place.Named(var name) ? Wording.shorten(name, 60) : "";
        if (choice.places().isEmpty()) {
            return new Layout()
                    .line(words.html(
                            choice.elsewhere() ? Phrase.SUMMARY_PLACE_ELSEWHERE : Phrase.SUMMARY_PLACE_UNKNOWN,
                            typed,
                            Wording.shorten(choice.own(), 200)))
                    .message();
        }
        var layout = new Layout().line(words.html(Phrase.SUMMARY_WHICH_PLACE, typed));
        for (var place : choice.places()) {
            place(place.code(), unclear.asked())
                    .flatMap(there -> button(Wording.shorten(place.title(), LONGEST_BUTTON), OnSummary.SHOW, there))
                    .ifPresent(layout::row);
        }
        return layout.message();
    }

    OutgoingMessage unknown(Reply.SummaryWordsUnknown words) {
        var named = words.unknown().stream()
                .map(word -> "\"" + Wording.shorten(word, 40) + "\"")
                .toList();
        return new Layout()
                .line(this.words.html(Phrase.SUMMARY_WORDS_UNKNOWN, Wording.shorten(String.join(", ", named), 300)))
                .paragraph(this.words.html(Phrase.SUMMARY_EXAMPLES))
                .message();
    }

    OutgoingMessage groupQuestion(Reply.GroupQuestion question) {
        var layout = new Layout().line(words.html(Phrase.GROUP_QUESTION));
        if (question.everything()) {
            layout.row(Layout.button("Indonesia", new Press.OfSummary(OnSummary.CONFIRM, "0")));
        }
        for (var region : question.regions()) {
            layout.row(Layout.button(
                    Wording.shorten(region.title(), LONGEST_BUTTON),
                    new Press.OfSummary(OnSummary.CONFIRM, Long.toString(region.id()))));
        }
        return layout.message();
    }

    OutgoingMessage groupConfirmed(Optional<Region> region) {
        return new Layout()
                .line(words.html(
                        Phrase.GROUP_CONFIRMED, region.map(Region::title).orElse("Indonesia")))
                .message();
    }

    OutgoingMessage totalsOnly(String place, String botName) {
        return new Layout()
                .line(words.html(Phrase.GROUP_HEARS_TOTALS, place, botName))
                .message();
    }
}
