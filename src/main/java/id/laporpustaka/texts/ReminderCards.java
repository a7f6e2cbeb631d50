package id.laporpustaka.texts;

import id.laporpustaka.conversation.BoardView;
import id.laporpustaka.conversation.Digest;
import id.laporpustaka.conversation.GroupDigest;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnMenu;
import id.laporpustaka.conversation.Press.OnReminder;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.conversation.SummaryAsk;
import id.laporpustaka.conversation.SummaryAsk.By;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.people.Reminder;
import id.laporpustaka.people.ReminderKind;
import id.laporpustaka.people.Rhythm;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.summary.Coverage;
import id.laporpustaka.summary.LibraryActivity;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.SummaryFilter;
import id.laporpustaka.summary.Totals;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is said without being asked for, and the choice of when.
final class ReminderCards {
    private static final int DAYS_IN_A_ROW = 4;
    private static final int HOURS_IN_A_ROW = 4;
    private static final int NOON = 11;
    private static final int AFTERNOON = 15;
    private static final int EVENING = 18;

    private static final List<Integer> WEEKS_OF_PAUSE = List.of(1, 2, 4);

    /// In the parts of these there are too few libraries for a group.
    private static final Set<RegionLevel> GROUPS_WITHOUT_PARTS = Set.of(RegionLevel.DISTRICT, RegionLevel.VILLAGE);

    private final Wording words;

    ReminderCards(Wording words) {
        this.words = words;
    }

    OutgoingMessage reminders(Reply.Reminders reminders) {
        return reminders
                .shown()
                .flatMap(kind -> reminders.lines().stream()
                        .filter(line -> line.reminder().kind() == kind)
                        .findFirst())
                .map(line -> detail(line, reminders.today()))
                .orElseGet(() -> list(reminders));
    }

    private OutgoingMessage list(Reply.Reminders reminders) {
        var layout = new Layout().line(words.html(Phrase.REMINDERS));
        for (var line : reminders.lines()) {
            layout.line(words.html(
                    Phrase.REMINDER_LINE,
                    Html.bold(words.plain(name(line.reminder().kind()))),
                    when(line)));
        }
        var paused = reminders.lines().stream()
                .map(Reply.ReminderLine::reminder)
                .filter(reminder -> reminder.isPaused(reminders.today()))
                .flatMap(reminder -> reminder.pausedUntil().stream())
                .findFirst();
        paused.ifPresent(until -> layout.paragraph(words.html(Phrase.REMINDERS_PAUSED, words.day(until))));
        if (reminders.lines().stream().anyMatch(line -> line.reminder().kind().isForReporters())) {
            layout.paragraph(words.html(Phrase.REMINDERS_NOTE));
        }
        layout.packed(reminders.lines().stream()
                .map(line -> button(
                        words.plain(name(line.reminder().kind())),
                        OnReminder.SHOW,
                        line.reminder().kind().name()))
                .toList());
        var anyOn = reminders.lines().stream().anyMatch(line -> line.reminder().isOn());
        if (paused.isPresent()) {
            layout.row(button(words.plain(Phrase.REMINDERS_RESUME), OnReminder.PAUSE_UNTIL, ""));
        } else if (anyOn) {
            layout.row(
                    button(words.plain(Phrase.REMINDERS_PAUSE), OnReminder.PAUSE, ""),
                    button(words.plain(Phrase.REMINDERS_STOP), OnReminder.ALL, "0"));
        }
        if (!anyOn) {
            layout.row(button(words.plain(Phrase.REMINDERS_START), OnReminder.ALL, "1"));
        }
        return layout.message();
    }

    private OutgoingMessage detail(Reply.ReminderLine line, LocalDate today) {
        var reminder = line.reminder();
        var layout = new Layout()
                .line(Html.bold(words.plain(name(reminder.kind()))))
                .line(words.html(about(reminder.kind())))
                .paragraph(words.html(Phrase.REMINDER_NOW, when(line)));
        if (reminder.isPaused(today)) {
            reminder.pausedUntil()
                    .ifPresent(until -> layout.line(words.html(Phrase.REMINDERS_PAUSED, words.day(until))));
        }
        line.next()
                .ifPresent(next -> layout.line(
                        words.html(Phrase.REMINDER_NEXT, words.day(next.toLocalDate()), hour(next.getHour()))));
        choices(layout, reminder);
        return layout.row(button(words.plain(Phrase.BACK), OnReminder.LIST, "")).message();
    }

    private void choices(Layout layout, Reminder reminder) {
        var kind = reminder.kind();
        var rhythms = new ArrayList<Button>();
        for (var rhythm : List.of(Rhythm.WEEK, Rhythm.MONTH)) {
            if (kind.allows(rhythm) && (kind == ReminderKind.DIGEST || !reminder.isOn())) {
                var label = !reminder.isOn() && kind != ReminderKind.DIGEST
                        ? Phrase.REMINDER_ON
                        : rhythm == Rhythm.WEEK ? Phrase.EVERY_WEEK : Phrase.EVERY_MONTH;
                rhythms.add(choice(
                        words.plain(label),
                        reminder.rhythm() == rhythm,
                        OnReminder.RHYTHM,
                        kind.name() + "/" + rhythm));
            }
        }
        if (reminder.isOn()) {
            rhythms.add(button(words.plain(Phrase.REMINDER_OFF), OnReminder.RHYTHM, kind.name() + "/" + Rhythm.NEVER));
        }
        if (reminder.rhythm() == Rhythm.WEEK) {
            var days = new ArrayList<Button>();
            for (var day = 1; day <= 7; day++) {
                days.add(choice(
                        words.word(Phrase.WEEKDAYS_SHORT, day),
                        reminder.weekday().getValue() == day,
                        OnReminder.WEEKDAY,
                        kind.name() + "/" + day));
            }
            rows(layout, days, DAYS_IN_A_ROW);
        }
        if (reminder.isOn()) {
            var hours = new ArrayList<Button>();
            for (var hour = Reminder.FIRST_HOUR; hour <= Reminder.LAST_HOUR; hour++) {
                hours.add(choice(hour(hour), reminder.hour() == hour, OnReminder.HOUR, kind.name() + "/" + hour));
            }
            rows(layout, hours, HOURS_IN_A_ROW);
        }
        layout.packed(rhythms);
    }

    private static void rows(Layout layout, List<Button> buttons, int inARow) {
        for (var first = 0; first < buttons.size(); first += inARow) {
            layout.row(buttons.subList(first, Math.min(first + inARow, buttons.size())));
        }
    }

    private String when(Reply.ReminderLine line) {
        var reminder = line.reminder();
        var hour = hour(reminder.hour());
        var zone = zone(line.zone());
        return switch (reminder.rhythm()) {
            case NEVER -> words.plain(Phrase.RHYTHM_NEVER);
            case WEEK ->
                words.plain(
                        Phrase.RHYTHM_WEEK,
                        words.word(Phrase.WEEKDAYS, reminder.weekday().getValue()),
                        hour,
                        zone);
            case MONTH ->
                words.plain(
                        switch (reminder.kind()) {
                            case MONTH_END -> Phrase.RHYTHM_MONTH_END;
                            case CLOSING -> Phrase.RHYTHM_CLOSING;
                            case DIGEST, WEEKLY -> Phrase.RHYTHM_MONTH;
                        },
                        hour,
                        zone);
        };
    }

    /// As people call it.
    private static String zone(ZoneId zone) {
        return switch (zone.getId()) {
            case "Asia/Jakarta" -> "WIB";
            case "Asia/Makassar" -> "WITA";
            case "Asia/Jayapura" -> "WIT";
            default -> zone.getId();
        };
    }

    private static String hour(int hour) {
        return "%02d.00".formatted(hour);
    }

    private static Phrase name(ReminderKind kind) {
        return switch (kind) {
            case WEEKLY -> Phrase.REMINDER_WEEKLY;
            case MONTH_END -> Phrase.REMINDER_MONTH_END;
            case CLOSING -> Phrase.REMINDER_CLOSING;
            case DIGEST -> Phrase.REMINDER_DIGEST;
        };
    }

    private static Phrase about(ReminderKind kind) {
        return switch (kind) {
            case WEEKLY -> Phrase.ABOUT_WEEKLY;
            case MONTH_END -> Phrase.ABOUT_MONTH_END;
            case CLOSING -> Phrase.ABOUT_CLOSING;
            case DIGEST -> Phrase.ABOUT_DIGEST;
        };
    }

    OutgoingMessage pause(Reply.PauseWanted wanted) {
        var layout = new Layout().line(words.html(Phrase.PAUSE_ASK));
        for (var weeks : WEEKS_OF_PAUSE) {
            var until = wanted.today().plusWeeks(weeks);
            layout.row(button(
                    words.plain(Phrase.PAUSE_UNTIL, words.day(until)), OnReminder.PAUSE_UNTIL, until.toString()));
        }
        return layout.row(button(words.plain(Phrase.BACK), OnReminder.LIST, "")).message();
    }

    OutgoingMessage week(Reply.WeekReminder reminder) {
        var libraries = reminder.libraries();
        var week = days(reminder.week(), reminder.week().plusDays(6));
        var layout = new Layout();
        reminder.quiet()
                .ifPresent(library -> layout.line(
                        words.html(Phrase.OK, words.html(Phrase.QUIET_NOTED, Html.bold(library.libraryName()), week))));
        if (libraries.size() == 1) {
            one(layout, reminder, libraries.getFirst());
        } else if (!libraries.isEmpty()) {
            layout.paragraph(words.html(Phrase.GREETING, greeting(reminder)));
            layout.line(words.html(Phrase.WEEK_REMINDER_OF));
            for (var library : libraries) {
                layout.line(words.html(
                        Phrase.REMINDER_LINE,
                        Html.bold(library.libraryName()),
                        library.inMonth() == 0
                                ? words.plain(Phrase.NONE_THIS_MONTH)
                                : words.plain(Phrase.SOME_THIS_MONTH, words.number(library.inMonth()))));
            }
        }
        if (!libraries.isEmpty()) {
            layout.row(Layout.menu(words.plain(Phrase.REPORT_NOW), OnMenu.REPORT, ""));
        }
        for (var library : libraries) {
            var label = libraries.size() == 1
                    ? words.plain(Phrase.QUIET_WEEK)
                    : words.plain(Phrase.QUIET_WEEK_OF, library.libraryName());
            layout.row(button(Wording.shorten(label, 60), OnReminder.QUIET_WEEK, week(library, reminder)));
        }
        reminder.quiet()
                .ifPresent(library ->
                        layout.row(button(words.plain(Phrase.UNDO), OnReminder.NOT_QUIET, week(library, reminder))));
        return settings(layout).message();
    }

    private String days(LocalDate from, LocalDate to) {
        return from.getMonth() == to.getMonth()
                ? words.plain(Phrase.DAY_RANGE, from.getDayOfMonth(), words.dayOfYear(to))
                : words.period(from, to);
    }

    private void one(Layout layout, Reply.WeekReminder reminder, LibraryActivity library) {
        layout.paragraph(words.html(Phrase.GREETING_OF, greeting(reminder), library.libraryName()))
                .line(words.html(Phrase.WEEK_REMINDER))
                .line(words.html(soFar(library), words.number(library.inMonth())));
    }

    private static String week(LibraryActivity library, Reply.WeekReminder reminder) {
        return library.libraryId() + "/" + reminder.week();
    }

    private static Phrase soFar(LibraryActivity library) {
        return library.inMonth() == 0 ? Phrase.MONTH_WITHOUT : Phrase.MONTH_WITH;
    }

    private String greeting(Reply.WeekReminder reminder) {
        var hour = reminder.at().getHour();
        if (hour < NOON) {
            return words.plain(Phrase.GREETING_MORNING);
        }
        if (hour < AFTERNOON) {
            return words.plain(Phrase.GREETING_NOON);
        }
        return words.plain(hour < EVENING ? Phrase.GREETING_AFTERNOON : Phrase.GREETING_EVENING);
    }

    OutgoingMessage month(Reply.MonthReminder reminder) {
        var month = words.month(reminder.month());
        var layout = new Layout()
                .line(reminder.closes()
                        .map(day -> words.html(Phrase.CLOSING_REMINDER, month, words.day(day)))
                        .orElseGet(() -> words.html(Phrase.MONTH_END_REMINDER, month)));
        for (var library : reminder.libraries()) {
            layout.line(words.html(Phrase.REMINDER_LINE, Html.bold(library.libraryName()), lacks(library)));
        }
        var buttons = new ArrayList<Button>();
        if (reminder.libraries().stream().anyMatch(library -> !library.statisticsSent())) {
            buttons.add(Layout.menu(words.plain(Phrase.TO_STATISTICS), OnMenu.REPORT, LibraryActivity.STATISTICS));
        }
        if (reminder.libraries().stream().anyMatch(LibraryActivity::lacksReports)) {
            buttons.add(Layout.menu(words.plain(Phrase.REPORT_NOW), OnMenu.REPORT, ""));
        }
        return settings(layout.packed(buttons)).message();
    }

    private String lacks(LibraryActivity library) {
        var lacking = new ArrayList<Phrase>();
        if (library.lacksReports()) {
            lacking.add(Phrase.LACKS_REPORTS);
        }
        if (!library.statisticsSent()) {
            lacking.add(Phrase.LACKS_STATISTICS);
        }
        return lacking.stream().map(words::plain).collect(Collectors.joining(", "));
    }

    OutgoingMessage ofGroup(Reply.GroupDigestSettings settings) {
        var line = settings.line();
        var layout = new Layout()
                .line(words.html(Phrase.GROUP_DIGEST_SETTINGS, settings.place()))
                .line(words.html(Phrase.ABOUT_GROUP_DIGEST))
                .paragraph(words.html(Phrase.REMINDER_NOW, when(line)));
        line.next()
                .ifPresent(next -> layout.line(
                        words.html(Phrase.REMINDER_NEXT, words.day(next.toLocalDate()), hour(next.getHour()))));
        choices(layout, line.reminder());
        return layout.message();
    }

    OutgoingMessage digest(GroupDigest digest) {
        var layout = new Layout()
                .line(words.html(Phrase.GROUP_DIGEST, digest.place(), words.period(digest.from(), digest.to())));
        if (digest.coverage().partners() == 0) {
            return settings(layout.paragraph(words.html(Phrase.SUMMARY_SCOPE_EMPTY)))
                    .message();
        }
        layout.paragraph(coverage(digest.coverage(), digest.nothing()));
        if (digest.totals().reports() == 0) {
            layout.line(words.html(Phrase.DIGEST_NO_REPORTS));
        } else if (digest.tellsTotals()) {
            layout.line(totals(digest.totals(), digest.before(), new Period(digest.from(), digest.to())));
        } else {
            layout.line(words.html(Phrase.GROUP_TOO_FEW));
        }
        var buttons = new ArrayList<Button>();
        if (digest.tellsTotals()) {
            buttons.add(breakdown(digest.from(), digest.to(), By.TYPE, Phrase.BY_TYPE));
            if (digest.level().filter(GROUPS_WITHOUT_PARTS::contains).isEmpty()) {
                buttons.add(breakdown(digest.from(), digest.to(), By.PARTS, Phrase.BY_REGION));
            }
        }
        return settings(layout.packed(buttons)).message();
    }

    OutgoingMessage digest(Digest digest) {
        var layout = new Layout()
                .line(words.html(Phrase.DIGEST, words.period(digest.from(), digest.to())))
                .line(Html.of(digest.place()));
        if (digest.coverage().partners() == 0) {
            return settings(layout.paragraph(words.html(Phrase.SUMMARY_SCOPE_EMPTY)))
                    .message();
        }
        layout.paragraph(coverage(digest.coverage(), digest.nothing()));
        if (digest.totals().reports() == 0) {
            layout.line(words.html(Phrase.DIGEST_NO_REPORTS));
        } else {
            layout.line(totals(digest.totals(), digest.before(), new Period(digest.from(), digest.to())));
            layout.line(
                    digest.lately() == 0
                            ? words.html(Phrase.DIGEST_QUIET)
                            : words.html(Phrase.DIGEST_LATELY, words.number(digest.lately())));
        }
        if (!digest.joined().isEmpty()) {
            layout.paragraph(words.html(Phrase.DIGEST_JOINED, names(digest.joined(), digest.allJoined())));
        }
        if (digest.allSilent() > 0) {
            var silent = words.html(Phrase.DIGEST_SILENT, names(digest.silent(), digest.allSilent()));
            if (digest.joined().isEmpty()) {
                layout.paragraph(silent);
            } else {
                layout.line(silent);
            }
        }
        return settings(layout.packed(drillDown(digest))).message();
    }

    private Html coverage(Coverage coverage, int nothing) {
        var missing = coverage.partners() - coverage.reported() - nothing;
        var parts = new ArrayList<String>();
        parts.add(words.plain(
                Phrase.DIGEST_REPORTED, words.number(coverage.reported()), words.number(coverage.partners())));
        if (nothing > 0) {
            parts.add(words.plain(Phrase.DIGEST_NOTHING, words.number(nothing)));
        }
        if (missing > 0) {
            parts.add(words.plain(Phrase.DIGEST_MISSING, words.number(missing)));
        }
        return Html.bold(String.join(", ", parts));
    }

    private Html totals(Totals totals, Totals before, Period period) {
        var sums =
                words.html(Phrase.DIGEST_TOTALS, words.number(totals.reports()), words.number(totals.participants()));
        return new Html(sums.source() + "; "
                + comparison(totals.reports(), before.reports(), period.before())
                        .source());
    }

    private Html comparison(long now, long reports, Period before) {
        var period = words.period(before.from(), before.to());
        if (reports == 0) {
            return words.html(Phrase.SUMMARY_NONE_BEFORE, period);
        }
        var change = Math.round(100.0 * (now - reports) / reports);
        if (change == 0) {
            return words.html(Phrase.DIGEST_SAME, period);
        }
        return words.html(change > 0 ? Phrase.DIGEST_MORE : Phrase.DIGEST_LESS, words.number(Math.abs(change)), period);
    }

    private String names(List<String> shown, int all) {
        var some = shown.stream().map(name -> Wording.shorten(name, 60)).collect(Collectors.joining(", "));
        return all > shown.size() ? words.plain(Phrase.DIGEST_OTHERS, some, words.number(all - shown.size())) : some;
    }

    private List<Button> drillDown(Digest digest) {
        var buttons = new ArrayList<Button>();
        if (digest.toReview() > 0) {
            buttons.add(Layout.button(
                    words.plain(Phrase.DIGEST_REVIEW, words.number(digest.toReview())),
                    new Press.OfReview(Press.OnReview.NEXT, "")));
        }
        if (digest.toDecide() > 0) {
            buttons.add(Layout.button(
                    words.plain(Phrase.DIGEST_DECIDE, words.number(digest.toDecide())),
                    new Press.OfMember(Press.OnMember.LIST, "0")));
        }
        buttons.add(Layout.button(
                words.plain(Phrase.DIGEST_BOARD),
                new Press.OfBoard(
                        Press.OnBoard.OPEN,
                        new BoardView(YearMonth.from(digest.from()), Optional.empty(), BoardView.Shown.BEST, 0)
                                .argument())));
        for (var by : List.of(By.PARTS, By.LIBRARY)) {
            buttons.add(
                    breakdown(digest.from(), digest.to(), by, by == By.PARTS ? Phrase.BY_REGION : Phrase.BY_LIBRARY));
        }
        return buttons;
    }

    private Button breakdown(LocalDate from, LocalDate to, By by, Phrase label) {
        var asked = new SummaryAsk(new Period(from, to), by, new SummaryAsk.Place.Own(), SummaryFilter.none(), 0);
        return Layout.button(words.plain(label), new Press.OfSummary(Press.OnSummary.SHOW, asked.code()));
    }

    private Layout settings(Layout layout) {
        return layout.row(button(words.plain(Phrase.REMINDERS_BUTTON), OnReminder.OPEN, ""));
    }

    private Button choice(String label, boolean chosen, OnReminder verb, String argument) {
        return button(chosen ? words.plain(Phrase.OK, label) : label, verb, argument);
    }

    private static Button button(String label, OnReminder verb, String argument) {
        return Layout.button(label, new Press.OfReminder(verb, argument));
    }
}
