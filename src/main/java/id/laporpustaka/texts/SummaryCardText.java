package id.laporpustaka.texts;

import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.Press.OnMenu;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.conversation.SummaryAnswer;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.Totals;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// A summary in one message: totals first, then how they compare, who stands behind them, and one breakdown.
final class SummaryCardText {
    private final Wording words;

    SummaryCardText(Wording words) {
        this.words = words;
    }

    OutgoingMessage card(Reply.SummaryCard card) {
        var summary = card.summary();
        var asked = card.asked();
        var layout = new Layout()
                .line(words.html(Phrase.SUMMARY_TITLE, words.period(asked.from(), asked.to())))
                .line(Html.of(summary.place()));
        if (summary.coverage().partners() == 0) {
            return layout.paragraph(words.html(Phrase.SUMMARY_SCOPE_EMPTY)).message();
        }
        if (summary.totals().reports() == 0) {
            layout.paragraph(words.html(Phrase.SUMMARY_EMPTY));
        } else {
            totals(layout, summary, new Period(asked.from(), asked.to()).before());
        }
        var coverage = summary.coverage();
        layout.paragraph(words.html(
                Phrase.SUMMARY_COVERAGE,
                words.number(coverage.reported()),
                words.number(coverage.partners()),
                words.number(coverage.joined())));
        breakdown(layout, summary, asked.grouping());
        layout.paragraph(new Html("<i>" + words.html(Phrase.SUMMARY_HINT).source() + "</i>"));
        buttons(layout, card);
        return layout.message();
    }

    private void totals(Layout layout, SummaryAnswer summary, Period before) {
        var totals = summary.totals();
        layout.paragraph(figure(totals.reports(), Phrase.SUMMARY_REPORTS));
        var people = figure(totals.participants(), Phrase.SUMMARY_PARTICIPANTS).source();
        var split = words.html(Phrase.SUMMARY_SPLIT, words.number(totals.male()), words.number(totals.female()));
        layout.line(new Html(people + " " + split.source()));
        layout.line(figure(totals.sessions(), Phrase.SUMMARY_SESSIONS));
        layout.line(figure(totals.photos(), Phrase.SUMMARY_PHOTOS));
        if (totals.amount() > 0) {
            layout.line(words.html(Phrase.SUMMARY_AMOUNT, words.rupiah(totals.amount())));
        }
        layout.line(comparison(totals, summary.before(), words.period(before.from(), before.to())));
    }

    private Html figure(long number, Phrase what) {
        return new Html(Html.bold(words.number(number)).source() + " "
                + words.html(what).source());
    }

    private Html comparison(Totals totals, Totals before, String period) {
        if (before.reports() == 0) {
            return words.html(Phrase.SUMMARY_NONE_BEFORE, period);
        }
        var change = Math.round(100.0 * (totals.reports() - before.reports()) / before.reports());
        if (change == 0) {
            return words.html(Phrase.SUMMARY_SAME, period);
        }
        return words.html(
                change > 0 ? Phrase.SUMMARY_MORE : Phrase.SUMMARY_LESS, words.number(Math.abs(change)), period);
    }

    private void breakdown(Layout layout, SummaryAnswer summary, Job.Grouping grouping) {
        if (summary.lines().isEmpty()) {
            return;
        }
        layout.paragraph(Html.bold(words.plain(phrase(grouping))));
        for (var line : summary.lines()) {
            layout.line(new Html("• %s: %s %s, %s %s"
                    .formatted(
                            Html.of(label(line.label(), grouping)).source(),
                            words.number(line.reports()),
                            words.html(Phrase.SUMMARY_REPORTS).source(),
                            words.number(line.participants()),
                            words.html(Phrase.SUMMARY_PARTICIPANTS).source())));
        }
        if (summary.left() > 0) {
            layout.line(words.html(Phrase.GROUPS_LEFT, words.number(summary.left())));
        }
    }

    private String label(String label, Job.Grouping grouping) {
        if (label.isEmpty()) {
            return words.plain(Phrase.GROUP_UNKNOWN);
        }
        return grouping == Job.Grouping.MONTH ? words.month(YearMonth.parse(label)) : Wording.shorten(label, 60);
    }

    private static Phrase phrase(Job.Grouping grouping) {
        return switch (grouping) {
            case MONTH -> Phrase.BY_MONTH;
            case REGION -> Phrase.BY_REGION;
            case TYPE -> Phrase.BY_TYPE;
            case TOPIC -> Phrase.BY_TOPIC;
            case LIBRARY -> Phrase.BY_LIBRARY;
        };
    }

    private void buttons(Layout layout, Reply.SummaryCard card) {
        var asked = card.asked();
        var month = YearMonth.from(card.today());
        var before = month.minusMonths(1);
        layout.packed(List.of(
                period(words.plain(Phrase.THIS_MONTH), month.atDay(1), card.today(), asked.grouping()),
                period(words.plain(Phrase.LAST_MONTH), before.atDay(1), before.atEndOfMonth(), asked.grouping()),
                period(words.plain(Phrase.THIS_YEAR), month.withMonth(1).atDay(1), card.today(), asked.grouping())));
        var others = new ArrayList<Button>();
        for (var grouping : Job.Grouping.values()) {
            if (grouping != asked.grouping()) {
                others.add(period(words.plain(phrase(grouping)), asked.from(), asked.to(), grouping));
            }
        }
        layout.packed(others);
    }

    private static Button period(String label, LocalDate from, LocalDate to, Job.Grouping grouping) {
        return Layout.menu(label, OnMenu.SUMMARY, from + "/" + to + "/" + grouping.name());
    }
}
