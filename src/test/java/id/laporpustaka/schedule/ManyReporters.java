package id.laporpustaka.schedule;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static org.jooq.impl.DSL.row;

import id.laporpustaka.place.SampleRegions;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/// Reporters, each of a library of their own that has reported nothing.
public final class ManyReporters {
    /// The Telegram id of the first one; the others follow.
    public static final long FIRST = 100_000;

    private ManyReporters() {}

    /// All of them were let in at the same time.
    public static void add(DSLContext db, int count, Instant since) {
        var village = SampleRegions.id(db, "33.06.01.2001");
        var numbers = IntStream.range(0, count).boxed().toList();
        db.insertInto(CHAT, CHAT.ID)
                .valuesOfRows(
                        numbers.stream().map(number -> row(FIRST + number)).toList())
                .execute();
        var people = db.insertInto(PERSON, PERSON.TELEGRAM_ID, PERSON.NAME, PERSON.LANGUAGE)
                .valuesOfRows(numbers.stream()
                        .map(number -> row(FIRST + number, "Pelapor " + number, "id"))
                        .toList())
                .returningResult(PERSON.ID)
                .fetch(PERSON.ID);
        var libraries = db.insertInto(LIBRARY, LIBRARY.NAME, LIBRARY.TYPE, LIBRARY.SCHEME, LIBRARY.REGION_ID)
                .valuesOfRows(numbers.stream()
                        .map(number -> row("TBM " + number, "TBM", "MANDIRI", village))
                        .toList())
                .returningResult(LIBRARY.ID)
                .fetch(LIBRARY.ID);
        db.insertInto(
                        MEMBERSHIP,
                        MEMBERSHIP.PERSON_ID,
                        MEMBERSHIP.LIBRARY_ID,
                        MEMBERSHIP.ROLE,
                        MEMBERSHIP.STATUS,
                        MEMBERSHIP.CREATED_AT,
                        MEMBERSHIP.DECIDED_AT)
                .valuesOfRows(numbers.stream()
                        .map(number ->
                                row(people.get(number), libraries.get(number), "PENGELOLA", "accepted", since, since))
                        .toList())
                .execute();
    }
}
