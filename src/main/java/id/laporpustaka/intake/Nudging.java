package id.laporpustaka.intake;

import id.laporpustaka.conversation.BoardAnswer;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Audit;
import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditSubject;
import id.laporpustaka.people.By;
import id.laporpustaka.people.Nudges;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Reporters;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Daytime;
import id.laporpustaka.place.TimeZones;
import id.laporpustaka.summary.Board;
import id.laporpustaka.summary.BoardQuery;
import id.laporpustaka.summary.BoardState;
import id.laporpustaka.summary.OpenLibrary;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;

/// Lets a coordinator remind the reporters of libraries that have not reported. What they get is added to their
/// lanes in the same transaction in which it is counted; where it is night, for the morning.
public final class Nudging {
    /// So that nobody who asks for something meanwhile waits for all of them.
    private static final Duration APART = Duration.ofMillis(100);

    private final DSLContext db;
    private final Actor actor;
    private final By by;
    private final Instant now;

    /// For a coordinator.
    ///
    /// @param db a transaction
    public Nudging(DSLContext db, Actor actor, By by, Instant now) {
        this.db = db;
        this.actor = actor;
        this.by = by;
        this.now = now;
    }

    /// Whether there is still time to report for a month: reports of an earlier one than the last would come
    /// too late.
    public static boolean isInTime(YearMonth month, YearMonth present) {
        return !month.isAfter(present) && !month.isBefore(present.minusMonths(1));
    }

    BoardAnswer nudge(long library, YearMonth month, boolean inTime) {
        var query = new BoardQuery(month, scope(), Optional.empty(), "");
        return new Board(db)
                .find(query, library)
                .filter(_ -> inTime)
                .filter(line -> line.state() == BoardState.OPEN || line.state() == BoardState.NOT_JOINED)
                .map(line ->
                        new OpenLibrary(line.id(), line.name(), line.region().code()))
                .<BoardAnswer>map(open -> remind(List.of(open), month))
                .orElseGet(BoardAnswer.NotYours::new);
    }

    /// Reminds those of all libraries that are found.
    ///
    /// @param search words that must all be in the name; may be empty
    public BoardAnswer nudgeAll(YearMonth month, Optional<String> regionCode, String search, boolean inTime) {
        return scope().isEmpty() || !inTime
                ? new BoardAnswer.NotYours()
                : remind(new Board(db).listOpen(new BoardQuery(month, scope(), regionCode, search)), month);
    }

    private Scope scope() {
        return Permissions.scopeFor(actor, Action.REMIND);
    }

    private BoardAnswer remind(List<OpenLibrary> libraries, YearMonth month) {
        var reporters =
                new Reporters(db).listOf(libraries.stream().map(OpenLibrary::id).toList());
        var regions = new HashMap<Long, String>();
        libraries.forEach(library -> regions.put(library.id(), library.regionCode()));
        var wanted = new TreeMap<Long, Set<Long>>();
        var telegramIds = new HashMap<Long, Long>();
        var mornings = new HashMap<Long, Instant>();
        reporters.values().stream()
                .flatMap(List::stream)
                .filter(Reporters.Reporter::reachable)
                .forEach(reporter -> {
                    wanted.computeIfAbsent(reporter.personId(), _ -> new TreeSet<>())
                            .add(reporter.libraryId());
                    telegramIds.put(reporter.personId(), reporter.telegramId());
                });
        wanted.forEach((person, theirs) ->
                mornings.put(person, Daytime.next(TimeZones.of(regions.getOrDefault(first(theirs), "")), now)));
        var answers = new Nudges(db)
                .take(
                        wanted,
                        Nudges.Kind.COORDINATOR,
                        OptionalLong.of(actor.personId()),
                        person -> mornings.getOrDefault(person, now));
        var placed = new ArrayList<JobLane.Placed>();
        var counts = new Counts();
        wanted.forEach((person, theirs) -> {
            if (answers.get(person) == Nudges.Answer.MAY) {
                var at = mornings.getOrDefault(person, now);
                var job = new Job.TellNudge(
                        telegramIds.getOrDefault(person, 0L), actor.personId(), month, List.copyOf(theirs));
                var wait = Duration.between(now, at).plus(APART.multipliedBy(placed.size()));
                placed.add(new JobLane.Placed(job, OptionalInt.empty(), wait));
                counts.add(theirs, at.isAfter(now));
            }
        });
        new JobLane(db).place(placed);
        new Audit(db)
                .recordAll(
                        by,
                        AuditAction.REPORTERS_REMINDED,
                        counts.reached().stream().map(AuditSubject::ofLibrary).toList());
        return outcome(libraries, reporters, answers, counts);
    }

    private static long first(Set<Long> libraries) {
        return libraries.iterator().next();
    }

    /// Who gets a message now, and who in the morning.
    private static final class Counts {
        private final Set<Long> now = new TreeSet<>();
        private final Set<Long> later = new TreeSet<>();
        private int peopleNow;
        private int peopleLater;

        private void add(Set<Long> libraries, boolean isLater) {
            if (isLater) {
                peopleLater++;
                later.addAll(libraries);
            } else {
                peopleNow++;
                now.addAll(libraries);
            }
        }

        private Set<Long> reached() {
            var reached = new TreeSet<>(now);
            reached.addAll(later);
            return reached;
        }

        private int librariesLater() {
            var only = new TreeSet<>(later);
            only.removeAll(now);
            return only.size();
        }
    }

    private BoardAnswer outcome(
            List<OpenLibrary> libraries,
            Map<Long, List<Reporters.Reporter>> reporters,
            Map<Long, Nudges.Answer> answers,
            Counts counts) {
        var reached = counts.reached();
        var missed = libraries.stream()
                .filter(library -> !reached.contains(library.id()))
                .map(library -> new BoardAnswer.Missed(
                        library.name(), why(reporters.getOrDefault(library.id(), List.of()), answers)))
                .toList();
        var named = Math.min(missed.size(), BoardAnswer.Nudged.MOST_NAMED);
        return new BoardAnswer.Nudged(
                counts.peopleNow,
                counts.now.size(),
                counts.peopleLater,
                counts.librariesLater(),
                missed.subList(0, named),
                missed.size() - named,
                Permissions.mayDoSomewhere(actor, Action.INVITE_REPORTER));
    }

    private static BoardAnswer.Why why(List<Reporters.Reporter> reporters, Map<Long, Nudges.Answer> answers) {
        if (reporters.isEmpty()) {
            return BoardAnswer.Why.NOBODY;
        }
        if (reporters.stream().noneMatch(Reporters.Reporter::reachable)) {
            return BoardAnswer.Why.UNREACHABLE;
        }
        return reporters.stream()
                        .map(reporter -> answers.get(reporter.personId()))
                        .anyMatch(answer -> answer == Nudges.Answer.TODAY)
                ? BoardAnswer.Why.TODAY
                : BoardAnswer.Why.TWICE_THIS_WEEK;
    }
}
