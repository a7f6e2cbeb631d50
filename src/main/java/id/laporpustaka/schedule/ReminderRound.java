package id.laporpustaka.schedule;

import id.laporpustaka.conversation.Job;
import id.laporpustaka.intake.ReminderJobs;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Nudges;
import id.laporpustaka.people.PlannedReminder;
import id.laporpustaka.people.Reminder;
import id.laporpustaka.people.ReminderKind;
import id.laporpustaka.people.ReminderZone;
import id.laporpustaka.people.Reminders;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.people.Scope;
import id.laporpustaka.summary.LibraryActivities;
import id.laporpustaka.summary.LibraryActivity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;

/// One batch of reminders that are due: who gets one now, who later, and when the next one comes.
final class ReminderRound {
    /// Of several on one day the first of these comes; a person gets one a day.
    private static final List<ReminderKind> BY_IMPORTANCE =
            List.of(ReminderKind.CLOSING, ReminderKind.MONTH_END, ReminderKind.WEEKLY);

    private final DSLContext tx;
    private final Instant now;
    private final ZoneId otherwise;
    private final Map<Long, Actor> actors = new HashMap<>();
    private final Set<Long> reachable;
    private final ReminderJobs jobs = new ReminderJobs();
    private final List<PlannedReminder> plans = new ArrayList<>();

    /// @param reachable the persons who can be written to
    ReminderRound(DSLContext tx, Instant now, ZoneId otherwise, Collection<Actor> actors, Set<Long> reachable) {
        this.tx = tx;
        this.now = now;
        this.otherwise = otherwise;
        actors.forEach(actor -> this.actors.put(actor.personId(), actor));
        this.reachable = reachable;
    }

    /// Of a reminder that may come now.
    ///
    /// @param period what it is about
    private record Candidate(PlannedReminder planned, Actor actor, ZoneId zone, LocalDate period) {
        long personId() {
            return planned.personId();
        }

        Reminder reminder() {
            return planned.reminder();
        }
    }

    void settle(List<PlannedReminder> due) {
        var candidates = new LinkedHashMap<ReminderKind, List<Candidate>>();
        for (var planned : due) {
            find(planned)
                    .ifPresent(candidate -> candidates
                            .computeIfAbsent(candidate.reminder().kind(), _ -> new ArrayList<>())
                            .add(candidate));
        }
        var reminders = new ArrayList<Job.Remind>();
        for (var kind : BY_IMPORTANCE) {
            reminders.addAll(remind(kind, candidates.getOrDefault(kind, List.of())));
        }
        jobs.remind(tx, reminders);
        jobs.makeDigests(tx, digests(candidates.getOrDefault(ReminderKind.DIGEST, List.of())));
        new Reminders(tx).goOn(plans);
    }

    private Optional<Candidate> find(PlannedReminder planned) {
        var reminder = planned.reminder();
        var actor = actors.get(planned.personId());
        if (actor == null || !reachable.contains(planned.personId()) || !isFor(actor, reminder.kind())) {
            skip(planned, actor == null ? otherwise : ReminderZone.of(actor, reminder.kind(), otherwise));
            return Optional.empty();
        }
        var zone = ReminderZone.of(actor, reminder.kind(), otherwise);
        return switch (reminder.at(planned.due().orElseThrow(), now, zone)) {
            case Reminder.Outcome.Send(var period) -> Optional.of(new Candidate(planned, actor, zone, period));
            case Reminder.Outcome.Wait(var until) -> {
                wait(planned, until);
                yield Optional.empty();
            }
            case Reminder.Outcome.Skip() -> {
                skip(planned, zone);
                yield Optional.empty();
            }
        };
    }

    private static boolean isFor(Actor actor, ReminderKind kind) {
        return kind.isForReporters()
                ? actor.reportsFor().stream().anyMatch(Reporting::accepted)
                : !Scope.ofDuties(actor).isEmpty();
    }

    private List<Job.Remind> remind(ReminderKind kind, List<Candidate> candidates) {
        var lacking = lacking(kind, candidates);
        var answers = new Nudges(tx).take(lacking, Nudges.Kind.valueOf(kind.name()), OptionalLong.empty(), now);
        var allowed = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            var answer = answers.get(candidate.personId());
            if (answer == Nudges.Answer.MAY) {
                allowed.add(candidate);
            } else if (answer == Nudges.Answer.TODAY && kind != ReminderKind.WEEKLY) {
                tryTomorrow(candidate);
            } else {
                skip(candidate.planned(), candidate.zone());
            }
        }
        return begin(kind, allowed).stream()
                .map(candidate -> new Job.Remind(candidate.actor().telegramId(), kind, candidate.period()))
                .toList();
    }

    /// The libraries of each person that lack something; one query for each week and month there is, which are as many
    /// as there are zones.
    private Map<Long, Set<Long>> lacking(ReminderKind kind, List<Candidate> candidates) {
        var byTime = new HashMap<LibraryActivity.Time, Set<Long>>();
        candidates.forEach(candidate -> byTime.computeIfAbsent(time(kind, candidate), _ -> new HashSet<>())
                .add(candidate.personId()));
        var lacking = new TreeMap<Long, Set<Long>>();
        byTime.forEach((time, people) -> new LibraryActivities(tx)
                .find(people, time)
                .forEach((person, libraries) -> libraries.stream()
                        .filter(library -> library.lacks(kind))
                        .forEach(library -> lacking.computeIfAbsent(person, _ -> new HashSet<>())
                                .add(library.libraryId()))));
        return lacking;
    }

    private LibraryActivity.Time time(ReminderKind kind, Candidate candidate) {
        return LibraryActivity.Time.of(
                kind, candidate.period(), LocalDate.ofInstant(now, candidate.zone()), candidate.zone());
    }

    private List<Job.MakeDigest> digests(List<Candidate> candidates) {
        return begin(ReminderKind.DIGEST, candidates).stream()
                .map(candidate -> new Job.MakeDigest(
                        candidate.actor().telegramId(),
                        LocalDate.ofInstant(now, candidate.zone()),
                        candidate.reminder().rhythm()))
                .toList();
    }

    /// Those who have not been told of the period yet; all of them go on after it.
    private List<Candidate> begin(ReminderKind kind, List<Candidate> candidates) {
        var periods = new TreeMap<Long, LocalDate>();
        candidates.forEach(candidate -> periods.put(candidate.personId(), candidate.period()));
        var begun = new Reminders(tx).beginSending(kind, periods, now);
        for (var candidate : candidates) {
            var sent = candidate.reminder().sent(candidate.period());
            plans.add(new PlannedReminder(candidate.personId(), sent, sent.next(candidate.zone(), now)));
        }
        return candidates.stream()
                .filter(candidate -> begun.contains(candidate.personId()))
                .toList();
    }

    private void tryTomorrow(Candidate candidate) {
        var planned = candidate.planned();
        switch (planned.reminder().later(planned.due().orElseThrow(), now, candidate.zone())) {
            case Reminder.Outcome.Wait(var until) -> wait(planned, until);
            case Reminder.Outcome.Send _, Reminder.Outcome.Skip _ -> skip(planned, candidate.zone());
        }
    }

    private void wait(PlannedReminder planned, Instant until) {
        plans.add(new PlannedReminder(planned.personId(), planned.reminder(), Optional.of(until)));
    }

    private void skip(PlannedReminder planned, ZoneId zone) {
        plans.add(new PlannedReminder(
                planned.personId(), planned.reminder(), planned.reminder().next(zone, now)));
    }
}
