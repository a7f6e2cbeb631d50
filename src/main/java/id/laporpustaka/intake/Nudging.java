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
import id.laporpustaka.summary.Board;
import id.laporpustaka.summary.BoardLine;
import id.laporpustaka.summary.BoardQuery;
import id.laporpustaka.summary.BoardState;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;

/// Lets a coordinator remind the reporters of libraries that have not reported. What they get is added to their lanes
/// in
/// the same transaction in which it is counted.
final class Nudging {
    /// A regency has fewer libraries; more are of no use to anybody who wants to hear from them.
    private static final int MOST = 1_000;

    private final DSLContext db;
    private final Actor actor;
    private final Instant now;

    /// @param db a transaction
    Nudging(DSLContext db, Actor actor, Instant now) {
        this.db = db;
        this.actor = actor;
        this.now = now;
    }

    BoardAnswer nudge(long library, YearMonth month, boolean inTime) {
        var query = new BoardQuery(month, scope(), Optional.empty(), "");
        return new Board(db)
                .find(query, library)
                .filter(_ -> inTime)
                .filter(line -> line.state() == BoardState.OPEN || line.state() == BoardState.NOT_JOINED)
                .<BoardAnswer>map(line -> remind(List.of(line), month))
                .orElseGet(BoardAnswer.NotYours::new);
    }

    BoardAnswer nudgeAll(YearMonth month, Optional<String> regionCode, boolean inTime) {
        if (scope().isEmpty() || !inTime) {
            return new BoardAnswer.NotYours();
        }
        var query = new BoardQuery(month, scope(), regionCode, "");
        var open = new Board(db).list(query, Optional.of(BoardState.OPEN), MOST + 1, 0);
        return open.size() > MOST
                ? new BoardAnswer.TooMany(new Board(db).countAll(query).open())
                : remind(open, month);
    }

    private Scope scope() {
        return Permissions.scopeFor(actor, Action.REMIND);
    }

    private BoardAnswer remind(List<BoardLine> libraries, YearMonth month) {
        var awake = libraries.stream()
                .filter(line -> Daytime.holds(line.region().code(), now))
                .toList();
        var reporters =
                new Reporters(db).listOf(awake.stream().map(BoardLine::id).toList());
        var wanted = new TreeMap<Long, Set<Long>>();
        var telegramIds = new HashMap<Long, Long>();
        reporters.values().stream()
                .flatMap(List::stream)
                .filter(Reporters.Reporter::reachable)
                .forEach(reporter -> {
                    wanted.computeIfAbsent(reporter.personId(), _ -> new TreeSet<>())
                            .add(reporter.libraryId());
                    telegramIds.put(reporter.personId(), reporter.telegramId());
                });
        var answers = new Nudges(db).take(wanted, Nudges.Kind.COORDINATOR, OptionalLong.of(actor.personId()), now);
        var jobs = wanted.entrySet().stream()
                .filter(entry -> answers.get(entry.getKey()) == Nudges.Answer.MAY)
                .map(entry -> new Job.TellNudge(
                        telegramIds.getOrDefault(entry.getKey(), 0L),
                        actor.personId(),
                        month,
                        List.copyOf(entry.getValue())))
                .toList();
        new JobLane(db).addAll(jobs);
        var reached = new TreeSet<Long>();
        jobs.forEach(job -> reached.addAll(job.libraries()));
        new Audit(db)
                .recordAll(
                        By.chat(actor.personId()),
                        AuditAction.REPORTERS_REMINDED,
                        reached.stream().map(AuditSubject::ofLibrary).toList());
        return outcome(libraries, reached, reporters, answers, jobs.size());
    }

    private BoardAnswer outcome(
            List<BoardLine> libraries,
            Set<Long> reached,
            Map<Long, List<Reporters.Reporter>> reporters,
            Map<Long, Nudges.Answer> answers,
            int people) {
        var missed = new ArrayList<BoardAnswer.Missed>();
        for (var line : libraries) {
            if (!reached.contains(line.id())) {
                var why = Daytime.holds(line.region().code(), now)
                        ? why(reporters.getOrDefault(line.id(), List.of()), answers)
                        : BoardAnswer.Why.NIGHT;
                missed.add(new BoardAnswer.Missed(line.name(), why));
            }
        }
        var named = Math.min(missed.size(), BoardAnswer.Nudged.MOST_NAMED);
        return new BoardAnswer.Nudged(
                people,
                reached.size(),
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
