package id.laporpustaka.schedule;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.DRAFT;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static org.jooq.impl.DSL.any;

import id.laporpustaka.intake.ReminderJobs;
import id.laporpustaka.people.Nudges;
import id.laporpustaka.place.Daytime;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;

/// Reminds people of the reports that they have begun and left, once a draft, by day.
public final class DraftReminders {
    static final Duration AFTER = Duration.ofDays(1);

    /// What is older has been given up; naming it would only annoy.
    static final Duration FORGOTTEN = Duration.ofDays(14);

    private static final int MOST_AT_ONCE = 20_000;

    private final ReminderJobs jobs = new ReminderJobs();

    /// Sets off what is due. People whose library has night now, or who have been reminded of something else too
    /// often, are left for a later run.
    public void remind(DSLContext db, Instant now) {
        db.transaction(tx -> {
            var due = tx.dsl()
                    .select(DRAFT.ID, PERSON.TELEGRAM_ID, REGION.CODE, PERSON.ID, LIBRARY.ID)
                    .from(DRAFT)
                    .join(PERSON)
                    .on(PERSON.ID.eq(DRAFT.PERSON_ID))
                    .join(CHAT)
                    .on(CHAT.ID.eq(PERSON.TELEGRAM_ID))
                    .join(LIBRARY)
                    .on(LIBRARY.ID.eq(DRAFT.LIBRARY_ID))
                    .join(REGION)
                    .on(REGION.ID.eq(LIBRARY.REGION_ID))
                    .where(DRAFT.REMINDED_AT.isNull())
                    .and(DRAFT.DISCARDED_AT.isNull())
                    .and(DRAFT.UPDATED_AT.between(now.minus(FORGOTTEN), now.minus(AFTER)))
                    .and(PERSON.UNREACHABLE_SINCE.isNull())
                    .orderBy(DRAFT.UPDATED_AT)
                    .limit(MOST_AT_ONCE)
                    .forUpdate()
                    .of(DRAFT)
                    .skipLocked()
                    .fetch();
            var awake =
                    due.stream().filter(row -> Daytime.holds(row.value3(), now)).toList();
            var wanted = new TreeMap<Long, Set<Long>>();
            awake.forEach(row ->
                    wanted.computeIfAbsent(row.value4(), _ -> new TreeSet<>()).add(row.value5()));
            var answers = new Nudges(tx.dsl()).take(wanted, Nudges.Kind.DRAFT, OptionalLong.empty(), now);
            var reminded = awake.stream()
                    .filter(row -> answers.get(row.value4()) == Nudges.Answer.MAY)
                    .toList();
            tx.dsl()
                    .update(DRAFT)
                    .set(DRAFT.REMINDED_AT, now)
                    .where(DRAFT.ID.eq(
                            any(reminded.stream().map(row -> row.value1()).toArray(Long[]::new))))
                    .execute();
            var people = new TreeSet<Long>();
            reminded.forEach(row -> people.add(row.value2()));
            jobs.remindOfDrafts(tx.dsl(), people);
        });
    }
}
