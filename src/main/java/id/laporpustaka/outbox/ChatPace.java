package id.laporpustaka.outbox;

import static id.laporpustaka.db.generated.Tables.CHAT_PACE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import id.laporpustaka.db.DatabaseClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/// Keeps to Telegram's limits for one chat: one message a second to a person, where short bursts pass, and 20 a
/// minute to a group (Telegram Bots FAQ, "My bot is hitting limits"). All processes share it through the database.
final class ChatPace {
    private static final Pace PERSON = new Pace(Duration.ofSeconds(1), 4);
    /// In any minute 3 at once and 17 more.
    private static final Pace GROUP = new Pace(Duration.ofMillis(3_500), 3);

    private final DSLContext db;

    private record Pace(Duration interval, int burst) {
        static Pace of(long chatId) {
            return chatId < 0 ? GROUP : PERSON;
        }

        /// How far ahead of now that may be from which on nothing counts any more.
        long slack() {
            return interval.multipliedBy(burst - 1L).toMillis();
        }
    }

    ChatPace(DSLContext db) {
        this.db = db;
    }

    /// Takes the right to send to these chats now.
    ///
    /// @param messages how many are sent to each at once, as of an album, which goes when one message may go; what
    ///     follows it waits for all of them
    /// @return for each chat to which nothing may be sent yet, and for which nothing was taken, how long to wait
    Map<Long, Duration> reserve(SortedMap<Long, Integer> messages) {
        var waiting = new HashMap<Long, Duration>();
        if (messages.isEmpty()) {
            return waiting;
        }
        var chats = messages.keySet().toArray(Long[]::new);
        var lengths = messages.entrySet().stream()
                .map(entry -> Pace.of(entry.getKey())
                        .interval()
                        .multipliedBy(entry.getValue())
                        .toMillis())
                .toArray(Long[]::new);
        var asked = table("unnest({0}, {1})", val(chats), val(lengths)).as("asked", "chat", "length");
        var chat = field(name("asked", "chat"), SQLDataType.BIGINT);
        var length = field(name("asked", "length"), SQLDataType.BIGINT);
        var taken = db.insertInto(CHAT_PACE, CHAT_PACE.CHAT_ID, CHAT_PACE.FREE_AT)
                .select(select(chat, DatabaseClock.after(length)).from(asked))
                .onConflict(CHAT_PACE.CHAT_ID)
                .doUpdate()
                .set(
                        CHAT_PACE.FREE_AT,
                        field(
                                "greatest({0}, now()) + ({1} - now())",
                                SQLDataType.INSTANT, CHAT_PACE.FREE_AT, excluded(CHAT_PACE.FREE_AT)))
                .where(CHAT_PACE.FREE_AT.le(DatabaseClock.after(slack())))
                .returningResult(CHAT_PACE.CHAT_ID)
                .fetchSet(CHAT_PACE.CHAT_ID);
        if (taken.size() < chats.length) {
            var wait = field(
                    "extract(epoch from {0} - now()) * 1000 - {1}", SQLDataType.DOUBLE, CHAT_PACE.FREE_AT, slack());
            db.select(CHAT_PACE.CHAT_ID, wait)
                    .from(CHAT_PACE)
                    .where(CHAT_PACE.CHAT_ID.eq(any(chats)))
                    .forEach(row -> {
                        if (!taken.contains(row.value1())) {
                            waiting.put(row.value1(), Duration.ofMillis(Math.max(1, (long) Math.ceil(row.value2()))));
                        }
                    });
        }
        return waiting;
    }

    private static Field<Long> slack() {
        return when(CHAT_PACE.CHAT_ID.lt(0L), GROUP.slack()).otherwise(PERSON.slack());
    }
}
