package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.NUDGE;
import static java.util.stream.Collectors.groupingBy;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;

/// Sees to it that nobody is pestered. Whatever reminds people who did not ask for it, the clock or a coordinator,
/// takes its permission here: at most two reminders within a week in all, and at most one a day.
///
/// Whether it is night where somebody is, [id.laporpustaka.place.Daytime] knows, and the caller asks it.
public final class Nudges {
    public static final int MOST_A_WEEK = 2;

    /// A little less than seven days, so that one at the same hour next week is not held back by seconds; likewise
    /// the day.
    private static final Duration WEEK = Duration.ofDays(7).minusHours(4);

    private static final Duration DAY = Duration.ofHours(20);

    /// Any number that no other advisory lock has: those of the outbox are ids of chats.
    private static final long LOCK = 0x4e75_6467_6500_0001L;

    private final DSLContext db;

    /// @param db for [#take] a transaction, in which what is to be sent is added too
    public Nudges(DSLContext db) {
        this.db = db;
    }

    /// What the reminder is about. The names, in lower case, are stored and never change.
    public enum Kind {
        WEEKLY,
        MONTH_END,
        CLOSING,
        /// A report was begun and left.
        DRAFT,
        /// A coordinator has asked for it.
        COORDINATOR;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether somebody may be reminded now.
    public enum Answer {
        MAY,
        /// Has been reminded within a day.
        TODAY,
        /// Has been reminded twice within a week.
        TWICE_THIS_WEEK
    }

    /// Whether each of these people may be reminded now; for showing it, as it may be otherwise a moment later.
    public Map<Long, Answer> ask(Collection<Long> personIds, Instant now) {
        var answers = new HashMap<Long, Answer>();
        personIds.forEach(person -> answers.put(person, Answer.MAY));
        var last = max(NUDGE.AT);
        db.select(NUDGE.PERSON_ID, countDistinct(NUDGE.AT), last)
                .from(NUDGE)
                .where(NUDGE.PERSON_ID.eq(any(personIds.toArray(Long[]::new))))
                .and(NUDGE.AT.gt(now.minus(WEEK)))
                .groupBy(NUDGE.PERSON_ID)
                .forEach(row -> answers.put(row.value1(), answer(row.value2(), row.value3(), now)));
        return answers;
    }

    private static Answer answer(int thisWeek, Instant last, Instant now) {
        if (thisWeek >= MOST_A_WEEK) {
            return Answer.TWICE_THIS_WEEK;
        }
        return last.isAfter(now.minus(DAY)) ? Answer.TODAY : Answer.MAY;
    }

    /// Asks and, for those who may be reminded, writes down that they are; each of them gets one message. What is
    /// taken elsewhere at the same time waits until this transaction has ended, so that no limit is ever passed.
    ///
    /// @param wanted the people and, for each, the libraries that their message is about, at least one
    /// @param by the coordinator; empty for the clock
    /// @return an answer for each of them; [Answer#MAY] for those who are to get it
    public Map<Long, Answer> take(Map<Long, Set<Long>> wanted, Kind kind, OptionalLong by, Instant now) {
        return take(wanted, kind, by, _ -> now);
    }

    /// The same for messages that come later, each at its own time, which counts as if it were now.
    ///
    /// @param comesAt when the message of a person comes
    public Map<Long, Answer> take(
            Map<Long, Set<Long>> wanted, Kind kind, OptionalLong by, LongFunction<Instant> comesAt) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        db.select(function(name("pg_advisory_xact_lock"), SQLDataType.OTHER, inline(LOCK)))
                .execute();
        var answers = new HashMap<Long, Answer>();
        wanted.keySet().stream()
                .collect(groupingBy(comesAt::apply))
                .forEach((at, people) -> answers.putAll(ask(people, at)));
        var rows = new TreeMap<>(wanted)
                .entrySet().stream()
                        .filter(entry -> answers.get(entry.getKey()) == Answer.MAY)
                        .flatMap(entry -> entry.getValue().stream().sorted().map(library -> new Object[] {
                            entry.getKey(),
                            comesAt.apply(entry.getKey()),
                            library,
                            kind.stored(),
                            by.isPresent() ? by.getAsLong() : null
                        }))
                        .toArray(Object[][]::new);
        if (rows.length > 0) {
            db.batch(
                            db.insertInto(NUDGE, NUDGE.PERSON_ID, NUDGE.AT, NUDGE.LIBRARY_ID, NUDGE.KIND, NUDGE.BY)
                                    .values((Long) null, null, null, null, null),
                            rows)
                    .execute();
        }
        return answers;
    }

    public int deleteBefore(Instant time) {
        return db.deleteFrom(NUDGE).where(NUDGE.AT.lt(time)).execute();
    }
}
