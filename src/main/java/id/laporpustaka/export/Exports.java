package id.laporpustaka.export;

import static id.laporpustaka.db.generated.Tables.EXPORT;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import id.laporpustaka.conversation.ExportOrder;
import id.laporpustaka.conversation.ExportStanding;
import id.laporpustaka.conversation.ExportStanding.Made;
import id.laporpustaka.conversation.ExportStanding.State;
import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.people.Scope;
import id.laporpustaka.submission.media.Leftovers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.UpdateSetMoreStep;
import org.jspecify.annotations.Nullable;

/// The files that people have asked for: those that wait, are being made, or lie ready for a week.
public final class Exports {
    /// How many files of a person may be waiting or in the making.
    public static final int MOST_OPEN = 3;

    /// How long a file can be fetched.
    public static final Duration KEPT = Duration.ofDays(7);

    /// The page of all files of a person.
    public static final String PATH = "/unduhan";

    private static final int MOST_LISTED = 20;

    /// Long enough for a slow database, short enough that a file is taken up soon after its process was killed.
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final short MOST_TRIES = 3;

    private static final List<SelectField<?>> COLUMNS = List.of(
            EXPORT.ID, EXPORT.ASKED, EXPORT.CARD, EXPORT.STATE, EXPORT.DONE, EXPORT.TOTAL, EXPORT.NAME, EXPORT.SIZE);

    private final DSLContext db;
    private final ExportOrderJson json = new ExportOrderJson();

    public Exports(DSLContext db) {
        this.db = db;
    }

    /// Where a file can be fetched.
    public static String address(long id) {
        return PATH + "/" + id;
    }

    /// Takes an order, in a transaction.
    ///
    /// @return its id; empty if so many are open already that this one has to be asked for later
    public OptionalLong add(long personId, ExportOrder order, OptionalInt card) {
        db.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.ID.eq(personId))
                .forUpdate()
                .execute();
        if (db.fetchCount(EXPORT, isOf(personId).and(isOpen())) >= MOST_OPEN) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(db.insertInto(EXPORT)
                .set(EXPORT.PERSON_ID, personId)
                .set(EXPORT.CARD, card.isPresent() ? (Integer) card.getAsInt() : null)
                .set(EXPORT.ASKED, json.write(order).toString())
                .returningResult(EXPORT.ID)
                .fetchSingle()
                .value1());
    }

    private static Condition isOf(long personId) {
        return EXPORT.PERSON_ID.eq(personId);
    }

    private static Condition isOpen() {
        return EXPORT.STATE.in(inline(State.WAITING.stored()), inline(State.RUNNING.stored()));
    }

    public Optional<ExportStanding> find(long personId, long id) {
        return db.select(COLUMNS)
                .from(EXPORT)
                .where(EXPORT.ID.eq(id))
                .and(isOf(personId))
                .fetchOptional(this::standing);
    }

    /// The newest first.
    public List<Listed> list(long personId) {
        return db.select(COLUMNS)
                .select(EXPORT.CREATED_AT, EXPORT.EXPIRES_AT)
                .from(EXPORT)
                .where(isOf(personId))
                .orderBy(EXPORT.ID.desc())
                .limit(MOST_LISTED)
                .fetch(row -> new Listed(
                        standing(row), row.get(EXPORT.CREATED_AT), Optional.ofNullable(row.get(EXPORT.EXPIRES_AT))));
    }

    /// A file in a list.
    ///
    /// @param until when it is deleted; empty while it is not made
    public record Listed(ExportStanding standing, Instant askedAt, Optional<Instant> until) {}

    private ExportStanding standing(Record row) {
        var name = row.get(EXPORT.NAME);
        var card = row.get(EXPORT.CARD);
        return new ExportStanding(
                row.get(EXPORT.ID),
                json.parse(row.get(EXPORT.ASKED)),
                card == null ? OptionalInt.empty() : OptionalInt.of(card),
                State.of(row.get(EXPORT.STATE)),
                row.get(EXPORT.DONE),
                row.get(EXPORT.TOTAL),
                name == null ? Optional.empty() : Optional.of(new Made(name, row.get(EXPORT.SIZE))));
    }

    /// Where the content of a file lies.
    ///
    /// @param madeFor whoever has it must be allowed to see all of this
    public record Content(String name, String contentType, long size, String storeKey, Scope madeFor) {}

    /// The content of a file that is ready and has not expired.
    public Optional<Content> findContent(long personId, long id) {
        return db.select(EXPORT.NAME, EXPORT.CONTENT_TYPE, EXPORT.SIZE, EXPORT.STORE_KEY, EXPORT.MADE_FOR)
                .from(EXPORT)
                .where(EXPORT.ID.eq(id))
                .and(isOf(personId))
                .and(EXPORT.STORE_KEY.isNotNull())
                .and(EXPORT.EXPIRES_AT.gt(DatabaseClock.now()))
                .fetchOptional(row ->
                        new Content(row.value1(), row.value2(), row.value3(), row.value4(), json.scope(row.value5())));
    }

    /// Whether all that one scope has is in another one.
    public boolean isWithin(Scope content, Scope allowed) {
        return switch (content) {
            case Scope.Everything() -> allowed instanceof Scope.Everything;
            case Scope.Parts(var codes, var libraries) ->
                codes.stream().allMatch(allowed::includes)
                        && db
                                .select(LIBRARY.ID, LIBRARY.REGION_CODE)
                                .from(LIBRARY)
                                .where(LIBRARY.ID.eq(any(libraries.toArray(Long[]::new))))
                                .stream()
                                .allMatch(row -> allowed.includes(row.value1(), row.value2()));
        };
    }

    /// Whoever is making it is told at the next step.
    ///
    /// @return whether it was open until now
    public boolean cancel(long personId, long id) {
        return db.update(EXPORT)
                        .set(EXPORT.STATE, State.CANCELLED.stored())
                        .set(EXPORT.FINISHED_AT, DatabaseClock.now())
                        .where(EXPORT.ID.eq(id))
                        .and(isOf(personId))
                        .and(isOpen())
                        .execute()
                > 0;
    }

    /// The open one that is told about on a card, else the newest open one.
    public Optional<ExportStanding> findOpen(long personId, int card) {
        return db.select(COLUMNS)
                .from(EXPORT)
                .where(isOf(personId))
                .and(isOpen())
                .orderBy(EXPORT.CARD.isNotDistinctFrom(card).desc(), EXPORT.ID.desc())
                .limit(1)
                .fetchOptional(this::standing);
    }

    /// What is to be made.
    ///
    /// @param last whether it has failed so often that it is not tried again
    public record Due(long id, long personId, ExportOrder order, OptionalInt card, boolean last) {}

    /// Takes what has waited longest, also what somebody has begun and left; it is ours for 30 seconds.
    public Optional<Due> claim() {
        var next = select(EXPORT.ID)
                .from(EXPORT)
                .where(isOpen())
                .and(EXPORT.DUE_AT.le(DatabaseClock.now()))
                .orderBy(EXPORT.DUE_AT)
                .limit(1)
                .forUpdate()
                .skipLocked();
        return db.update(EXPORT)
                .set(EXPORT.STATE, State.RUNNING.stored())
                .set(EXPORT.DUE_AT, DatabaseClock.after(LEASE))
                .set(EXPORT.TRIES, EXPORT.TRIES.plus(1))
                .set(EXPORT.DONE, 0)
                .where(EXPORT.ID.eq(next))
                .returningResult(EXPORT.ID, EXPORT.PERSON_ID, EXPORT.ASKED, EXPORT.CARD, EXPORT.TRIES)
                .fetchOptional(row -> new Due(
                        row.value1(),
                        row.value2(),
                        json.parse(row.value3()),
                        optional(row.value4()),
                        row.value5() >= MOST_TRIES));
    }

    private static OptionalInt optional(@Nullable Integer card) {
        return card == null ? OptionalInt.empty() : OptionalInt.of(card);
    }

    /// Says how far it is, and keeps it for another 30 seconds.
    ///
    /// @return whether it is still wanted
    public boolean keep(long id, int done, int total) {
        return finish(
                id,
                db.update(EXPORT)
                        .set(EXPORT.DONE, done)
                        .set(EXPORT.TOTAL, total)
                        .set(EXPORT.DUE_AT, DatabaseClock.after(LEASE)));
    }

    /// Lets somebody else take it, at once or after a pause.
    public void giveBack(long id, Duration pause, boolean counts) {
        finish(
                id,
                db.update(EXPORT)
                        .set(EXPORT.STATE, State.WAITING.stored())
                        .set(EXPORT.TRIES, EXPORT.TRIES.minus((short) (counts ? 0 : 1)))
                        .set(EXPORT.DUE_AT, DatabaseClock.after(pause)));
    }

    /// It is ready, and lies in the store.
    ///
    /// @return whether it was still wanted
    public boolean made(long id, Content content, int rows) {
        return finish(
                id,
                db.update(EXPORT)
                        .set(EXPORT.STATE, State.MADE.stored())
                        .set(EXPORT.DONE, rows)
                        .set(EXPORT.TOTAL, rows)
                        .set(EXPORT.NAME, content.name())
                        .set(EXPORT.CONTENT_TYPE, content.contentType())
                        .set(EXPORT.SIZE, content.size())
                        .set(EXPORT.STORE_KEY, content.storeKey())
                        .set(EXPORT.MADE_FOR, json.write(content.madeFor()))
                        .set(EXPORT.EXPIRES_AT, DatabaseClock.after(KEPT))
                        .set(EXPORT.FINISHED_AT, DatabaseClock.now()));
    }

    /// There is nothing in it, or it can't be made.
    public boolean notMade(long id, State state) {
        return finish(
                id, db.update(EXPORT).set(EXPORT.STATE, state.stored()).set(EXPORT.FINISHED_AT, DatabaseClock.now()));
    }

    private static boolean finish(long id, UpdateSetMoreStep<?> update) {
        return update.where(EXPORT.ID.eq(id))
                        .and(EXPORT.STATE.eq(inline(State.RUNNING.stored())))
                        .execute()
                > 0;
    }

    /// Deletes what was asked for so long ago, with its content.
    public void deleteAskedBefore(Instant before) {
        Leftovers.addKeys(
                db,
                db
                        .deleteFrom(EXPORT)
                        .where(EXPORT.CREATED_AT.lt(before))
                        .returningResult(EXPORT.STORE_KEY)
                        .fetch(EXPORT.STORE_KEY)
                        .stream()
                        .filter(Objects::nonNull)
                        .toList());
    }
}
