package id.laporpustaka.db;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/// The database's own clock, by which processes on different machines agree on what is due.
///
/// jOOQ's `currentInstant()` goes through the session's local time, which an hour of each autumn has twice.
public final class DatabaseClock {
    private DatabaseClock() {}

    public static Field<Instant> now() {
        return function(name("now"), SQLDataType.INSTANT);
    }

    public static Field<Instant> after(Duration pause) {
        return after(val(pause.toMillis()));
    }

    public static Field<Instant> after(Field<Long> milliseconds) {
        return field("now() + {0} * interval '1 millisecond'", SQLDataType.INSTANT, milliseconds);
    }
}
