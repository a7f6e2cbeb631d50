package id.laporpustaka.conversation;

import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.PlannedReminder;
import id.laporpustaka.people.Reminder;
import id.laporpustaka.people.ReminderKind;
import id.laporpustaka.people.ReminderZone;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.people.Rhythm;
import id.laporpustaka.summary.LibraryActivity;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What people are told without asking, and when they want it.
final class ReminderSteps {
    private static final int CLOSES_ON = 5;
    private static final int LONGEST_PAUSE_IN_DAYS = 366;
    /// Of a week something can be said until the end of the next one.
    private static final int OPEN_FOR_DAYS = 13;

    /// Whether the card that was tapped is written over.
    private enum On {
        NEW_CARD,
        TAPPED_CARD
    }

    /// `/pengingat`.
    Step open(Scene scene) {
        return list(scene, On.NEW_CARD);
    }

    Step pressed(Scene scene, Press.OnReminder verb, String argument) {
        return switch (verb) {
            case OPEN -> list(scene, On.NEW_CARD);
            case LIST -> list(scene, On.TAPPED_CARD);
            case SHOW ->
                ReminderKind.find(argument)
                        .filter(kind -> kinds(actor(scene)).contains(kind))
                        .map(kind -> withAll(scene, all -> show(scene, all, Optional.of(kind), On.TAPPED_CARD)))
                        .orElseGet(() -> Conversation.stale(scene));
            case RHYTHM, WEEKDAY, HOUR -> change(scene, verb, argument);
            case ALL -> all(scene, argument.equals("1"));
            case PAUSE ->
                scene.silently()
                        .sayOnTapped(new Reply.PauseWanted(scene.today()))
                        .end();
            case PAUSE_UNTIL -> pause(scene, argument);
            case QUIET_WEEK -> quiet(scene, argument, true);
            case NOT_QUIET -> quiet(scene, argument, false);
        };
    }

    /// As a button changes it; empty if no button says so.
    static Optional<Reminder> changed(Reminder reminder, Press.OnReminder verb, String value) {
        return switch (verb) {
            case RHYTHM ->
                Press.name(Rhythm.values(), value)
                        .filter(rhythm -> reminder.kind().allows(rhythm))
                        .map(reminder::with);
            case WEEKDAY ->
                Press.place(value)
                        .filter(day -> day >= 1 && day <= DayOfWeek.values().length)
                        .map(day -> reminder.on(DayOfWeek.of(day)));
            case HOUR ->
                Press.place(value)
                        .filter(hour -> hour >= Reminder.FIRST_HOUR && hour <= Reminder.LAST_HOUR)
                        .map(reminder::atHour);
            case OPEN, LIST, SHOW, ALL, PAUSE, PAUSE_UNTIL, QUIET_WEEK, NOT_QUIET -> Optional.empty();
        };
    }

    /// @param argument the kind and the new value, with `/` between
    private static Step change(Scene scene, Press.OnReminder verb, String argument) {
        var parts = argument.split("/", 2);
        var kind = ReminderKind.find(parts[0]).filter(it -> kinds(actor(scene)).contains(it));
        if (kind.isEmpty() || parts.length < 2) {
            return Conversation.stale(scene);
        }
        return withAll(
                scene,
                all -> all.stream()
                        .filter(reminder -> reminder.kind() == kind.get())
                        .findFirst()
                        .flatMap(reminder -> changed(reminder, verb, parts[1]))
                        .map(changed -> save(scene, all, List.of(changed), kind))
                        .orElseGet(() -> Conversation.stale(scene)));
    }

    private static Step all(Scene scene, boolean on) {
        return changeAll(scene, reminder -> on ? reminder.with(usual(reminder, scene)) : reminder.with(Rhythm.NEVER));
    }

    private static Rhythm usual(Reminder reminder, Scene scene) {
        if (reminder.isOn()) {
            return reminder.rhythm();
        }
        var standard = Reminder.standard(reminder.kind(), actor(scene)).rhythm();
        return standard == Rhythm.NEVER ? Rhythm.WEEK : standard;
    }

    private static Step pause(Scene scene, String argument) {
        var today = scene.today();
        if (argument.isEmpty()) {
            return changeAll(scene, reminder -> reminder.paused(Optional.empty()));
        }
        try {
            var until = LocalDate.parse(argument);
            return until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_PAUSE_IN_DAYS))
                    ? Conversation.stale(scene)
                    : changeAll(scene, reminder -> reminder.paused(Optional.of(until)));
        } catch (DateTimeException _) {
            return Conversation.stale(scene);
        }
    }

    private static Step changeAll(Scene scene, UnaryOperator<Reminder> change) {
        return withAll(scene, all -> save(scene, all, all.stream().map(change).toList(), Optional.empty()));
    }

    private static Step save(Scene scene, List<Reminder> before, List<Reminder> changed, Optional<ReminderKind> shown) {
        var after = new ArrayList<>(before);
        after.replaceAll(reminder -> changed.stream()
                .filter(other -> other.kind() == reminder.kind())
                .findFirst()
                .orElse(reminder));
        var person = actor(scene).personId();
        var plans = after.stream()
                .map(reminder -> new PlannedReminder(
                        person,
                        reminder,
                        reminder.next(zone(scene, reminder), scene.context().now())))
                .toList();
        return scene.silently()
                .sayOnTapped(reply(scene, after, shown))
                .also(new Effect.ChooseReminders(plans))
                .end();
    }

    private static Step list(Scene scene, On where) {
        return withAll(scene, all -> show(scene, all, Optional.empty(), where));
    }

    private static Step show(Scene scene, List<Reminder> all, Optional<ReminderKind> shown, On where) {
        var reply = reply(scene, all, shown);
        return switch (where) {
            case NEW_CARD -> scene.say(reply).end();
            case TAPPED_CARD -> scene.silently().sayOnTapped(reply).end();
        };
    }

    private static Reply reply(Scene scene, List<Reminder> all, Optional<ReminderKind> shown) {
        var lines = all.stream()
                .map(reminder -> line(scene, reminder, zone(scene, reminder)))
                .toList();
        return new Reply.Reminders(lines, shown, scene.today());
    }

    static Reply.ReminderLine line(Scene scene, Reminder reminder, ZoneId zone) {
        return new Reply.ReminderLine(
                reminder,
                zone,
                reminder.next(zone, scene.context().now()).map(next -> LocalDateTime.ofInstant(next, zone)));
    }

    /// Those that this person can get, as they have chosen them or as they are for everybody.
    private static Step withAll(Scene scene, Function<List<Reminder>, Step> then) {
        var actor = actor(scene);
        var lookup = new Lookup.RemindersOf(actor.personId());
        return scene.context()
                .findings()
                .find(lookup)
                .map(chosen -> then.apply(kinds(actor).stream()
                        .map(kind -> ofKind(kind, chosen, actor))
                        .toList()))
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    private static Reminder ofKind(ReminderKind kind, Map<ReminderKind, Reminder> chosen, Actor actor) {
        var own = chosen.get(kind);
        return own == null ? Reminder.standard(kind, actor) : own;
    }

    private static List<ReminderKind> kinds(Actor actor) {
        return Arrays.stream(ReminderKind.values())
                .filter(kind -> kind.isForReporters()
                        ? !actor.reportsFor().isEmpty()
                        : !actor.duties().isEmpty())
                .toList();
    }

    private static ZoneId zone(Scene scene, Reminder reminder) {
        return ReminderZone.of(actor(scene), reminder.kind(), scene.context().defaultZone());
    }

    private static Actor actor(Scene scene) {
        return scene.actor().orElseThrow();
    }

    /// Names what is missing; says nothing if nothing is, or to somebody who reports for no library any more.
    Step due(Scene scene, ReminderKind kind, LocalDate period) {
        if (scene.actor().stream().flatMap(actor -> actor.reportsFor().stream()).noneMatch(Reporting::accepted)) {
            return scene.silently().end();
        }
        var zone = ReminderZone.of(actor(scene), kind, scene.context().defaultZone());
        var now = LocalDateTime.ofInstant(scene.context().now(), zone);
        var time = LibraryActivity.Time.of(kind, period, now.toLocalDate(), zone);
        var lookup = new Lookup.ActivityOf(actor(scene).personId(), time);
        return scene.context()
                .findings()
                .find(lookup)
                .map(found -> {
                    var lacking = found.stream().filter(it -> it.lacks(kind)).toList();
                    return lacking.isEmpty()
                            ? scene.silently().end()
                            : scene.silently()
                                    .sayForGood(
                                            kind == ReminderKind.WEEKLY
                                                    ? new Reply.WeekReminder(
                                                            lacking, time.week(), now, Optional.empty())
                                                    : new Reply.MonthReminder(
                                                            lacking, time.month(), closes(kind, time.month())))
                                    .end();
                })
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    /// @param argument the library and the Monday, with `/` between
    private static Step quiet(Scene scene, String argument, boolean isQuiet) {
        var parts = argument.split("/", 2);
        var library = Press.number(parts[0])
                .flatMap(scene::findReporting)
                .filter(it -> Permissions.scopeFor(actor(scene), Action.SAY_NO_ACTIVITY)
                        .includes(it.libraryId(), ""))
                .map(Reporting::libraryId);
        var zone = ReminderZone.of(
                actor(scene), ReminderKind.WEEKLY, scene.context().defaultZone());
        var now = LocalDateTime.ofInstant(scene.context().now(), zone);
        var week = parts.length < 2 ? Optional.<LocalDate>empty() : monday(parts[1], now.toLocalDate());
        if (library.isEmpty() || week.isEmpty()) {
            return Conversation.stale(scene);
        }
        var time = LibraryActivity.Time.of(ReminderKind.WEEKLY, week.get(), now.toLocalDate(), zone);
        var lookup = new Lookup.ActivityOf(actor(scene).personId(), time);
        return scene.context()
                .findings()
                .find(lookup)
                .map(found -> isQuiet && hasSent(found, library.get())
                        ? Conversation.stale(scene)
                        : scene.silently()
                                .sayOnTapped(quiet(found, library.get(), isQuiet, time, now))
                                .also(new Effect.SayQuietWeek(
                                        actor(scene).personId(),
                                        library.get(),
                                        time.week(),
                                        now.toLocalDate(),
                                        !isQuiet))
                                .end())
                .orElseGet(() -> Step.Needs.of(lookup));
    }

    private static boolean hasSent(List<LibraryActivity> found, long library) {
        return found.stream().anyMatch(it -> it.libraryId() == library && it.sentInWeek());
    }

    private static Reply quiet(
            List<LibraryActivity> found, long library, boolean isQuiet, LibraryActivity.Time time, LocalDateTime now) {
        var lacking = found.stream()
                .filter(it -> it.libraryId() == library ? !isQuiet : it.lacks(ReminderKind.WEEKLY))
                .toList();
        var said = found.stream()
                .filter(it -> isQuiet && it.libraryId() == library)
                .findFirst();
        return new Reply.WeekReminder(lacking, time.week(), now, said);
    }

    /// Of this week or a few before.
    private static Optional<LocalDate> monday(String text, LocalDate today) {
        try {
            var day = LocalDate.parse(text);
            return day.getDayOfWeek() != DayOfWeek.MONDAY
                            || day.isAfter(today)
                            || day.isBefore(today.minusDays(OPEN_FOR_DAYS))
                    ? Optional.empty()
                    : Optional.of(day);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> closes(ReminderKind kind, YearMonth month) {
        return kind == ReminderKind.CLOSING ? Optional.of(month.plusMonths(1).atDay(CLOSES_ON)) : Optional.empty();
    }

    Step digest(Scene scene, Optional<Digest> digest) {
        return digest.map(made ->
                        scene.silently().sayForGood(new Reply.DigestCard(made)).end())
                .orElseGet(() -> scene.silently().end());
    }
}
