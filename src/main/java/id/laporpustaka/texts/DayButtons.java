package id.laporpustaka.texts;

import id.laporpustaka.conversation.Pending;
import id.laporpustaka.conversation.Press.OnPrompt;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.form.Question;
import id.laporpustaka.outbox.Button;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.stream.IntStream;

/// The buttons of a question for a day or a month: near ones, and a calendar.
final class DayButtons {
    private static final int MONTHS = 6;

    /// Telegram refuses a button of spaces only.
    private static final String NO_DAY = "·";

    private final Wording words;

    DayButtons(Wording words) {
        this.words = words;
    }

    /// This month and those before it.
    private void months(Layout layout, Reply.Ask ask, YearMonth present) {
        layout.packed(IntStream.range(0, MONTHS)
                .mapToObj(present::minusMonths)
                .map(month -> AskCard.button(
                        ask, words.month(month), OnPrompt.DAY, month.atDay(1).toString()))
                .toList());
    }

    void add(Layout layout, Reply.Ask ask, Question question) {
        var today = ask.filling().facts().today();
        if (question.isMonth()) {
            months(layout, ask, YearMonth.from(today));
            return;
        }
        if (ask.filling().draft().pending() instanceof Pending.Calendar(var month)) {
            calendar(layout, ask, month, today);
            return;
        }
        layout.row(
                AskCard.button(ask, words.plain(Phrase.TODAY, words.dayShort(today)), OnPrompt.DAY, today.toString()));
        var yesterday = today.minusDays(1);
        layout.row(AskCard.button(
                ask, words.plain(Phrase.YESTERDAY, words.dayShort(yesterday)), OnPrompt.DAY, yesterday.toString()));
        layout.row(AskCard.button(
                ask,
                words.plain(Phrase.PICK_DATE),
                OnPrompt.MONTH,
                YearMonth.from(today).toString()));
    }

    /// A month with Monday first; days to come are blank, as nothing can be reported of them.
    private void calendar(Layout layout, Reply.Ask ask, YearMonth month, LocalDate today) {
        var head = new ArrayList<Button>();
        for (var weekday = 1; weekday <= 7; weekday++) {
            head.add(AskCard.button(ask, words.word(Phrase.WEEKDAYS_SHORT, weekday), OnPrompt.NOTHING, ""));
        }
        layout.row(head);
        var day = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
        while (!day.isAfter(month.atEndOfMonth())) {
            var week = new ArrayList<Button>();
            for (var weekday = 0; weekday < 7; weekday++) {
                var shown = YearMonth.from(day).equals(month) && !day.isAfter(today);
                week.add(
                        shown
                                ? AskCard.button(
                                        ask, Integer.toString(day.getDayOfMonth()), OnPrompt.DAY, day.toString())
                                : AskCard.button(ask, NO_DAY, OnPrompt.NOTHING, ""));
                day = day.plusDays(1);
            }
            layout.row(week);
        }
        var turning = new ArrayList<Button>();
        turning.add(AskCard.button(
                ask,
                "‹ " + words.monthShort(month.minusMonths(1)),
                OnPrompt.MONTH,
                month.minusMonths(1).toString()));
        if (month.isBefore(YearMonth.from(today))) {
            turning.add(AskCard.button(
                    ask,
                    words.monthShort(month.plusMonths(1)) + " ›",
                    OnPrompt.MONTH,
                    month.plusMonths(1).toString()));
        }
        layout.row(turning);
    }
}
