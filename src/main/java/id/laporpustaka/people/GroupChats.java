package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.GROUP_CHAT;
import static id.laporpustaka.db.generated.Tables.REGION;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;

import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// The groups that may hear totals. A group is found only as long as who confirmed it coordinates its region;
/// after that it is silent until somebody confirms it anew. Ask again right before something is sent to it.
public final class GroupChats {
    private final DSLContext db;

    public GroupChats(DSLContext db) {
        this.db = db;
    }

    /// Those of the chats that may hear totals at this moment, by Telegram's id; three queries for any number of
    /// them.
    public Map<Long, GroupChat> findOpen(Collection<Long> chatIds) {
        var byChat = new HashMap<Long, GroupChat>();
        list(GROUP_CHAT.CHAT_ID.eq(any(chatIds.toArray(Long[]::new))))
                .forEach(group -> byChat.put(group.chatId(), group));
        return byChat;
    }

    public Optional<GroupChat> findOpen(long chatId) {
        return Optional.ofNullable(findOpen(List.of(chatId)).get(chatId));
    }

    /// All that may hear totals at this moment.
    public List<GroupChat> listOpen() {
        return list(noCondition());
    }

    /// Lets a group hear the totals of a region, or of the whole country. Another region takes the place of the
    /// one before.
    ///
    /// @return false if this person does not coordinate all of that region, or it is no region any more
    public boolean confirm(Actor by, long chatId, OptionalInt thread, OptionalLong regionId, Instant at) {
        var region = regionId.isPresent() ? findRegion(regionId.getAsLong()) : Optional.<Region>empty();
        if (region.isPresent() != regionId.isPresent() || !GroupChat.isCoordinatedBy(by, region)) {
            return false;
        }
        db.insertInto(GROUP_CHAT)
                .set(GROUP_CHAT.CHAT_ID, chatId)
                .set(GROUP_CHAT.THREAD_ID, nullable(thread))
                .set(GROUP_CHAT.REGION_ID, Audit.nullable(regionId))
                .set(GROUP_CHAT.CONFIRMED_BY, by.personId())
                .set(GROUP_CHAT.CONFIRMED_AT, at)
                .onConflict(GROUP_CHAT.CHAT_ID)
                .doUpdate()
                .set(GROUP_CHAT.THREAD_ID, nullable(thread))
                .set(GROUP_CHAT.REGION_ID, Audit.nullable(regionId))
                .set(GROUP_CHAT.CONFIRMED_BY, by.personId())
                .set(GROUP_CHAT.CONFIRMED_AT, at)
                .setNull(GROUP_CHAT.ENDED_AT)
                .execute();
        new Audit(db)
                .record(
                        By.chat(by.personId()),
                        AuditAction.GROUP_CONFIRMED,
                        AuditSubject.none().region(regionId));
        return true;
    }

    /// The bot is not in the group any more.
    public void end(long chatId, Instant at) {
        db.update(GROUP_CHAT)
                .set(GROUP_CHAT.ENDED_AT, at)
                .where(GROUP_CHAT.CHAT_ID.eq(chatId))
                .and(GROUP_CHAT.ENDED_AT.isNull())
                .execute();
    }

    /// Plans the digest of a group as a coordinator has chosen. When it came the last time stays as it is.
    ///
    /// @param thread the topic that it goes to
    /// @param due empty for never
    public void chooseDigest(long chatId, OptionalInt thread, Reminder digest, Optional<Instant> due) {
        db.update(GROUP_CHAT)
                .set(GROUP_CHAT.THREAD_ID, nullable(thread))
                .set(GROUP_CHAT.DIGEST_RHYTHM, digest.rhythm().stored())
                .set(GROUP_CHAT.DIGEST_WEEKDAY, (short) digest.weekday().getValue())
                .set(GROUP_CHAT.DIGEST_HOUR, (short) digest.hour())
                .set(GROUP_CHAT.DIGEST_DUE_AT, due.orElse(null))
                .where(GROUP_CHAT.CHAT_ID.eq(chatId))
                .execute();
    }

    /// The groups whose digests are due, the longest first; their chats are to be locked before
    /// [these][#lockDueDigests].
    public List<Long> listDueDigests(Instant now, int most) {
        return db.select(GROUP_CHAT.CHAT_ID)
                .from(GROUP_CHAT)
                .where(isDue(now))
                .orderBy(GROUP_CHAT.DIGEST_DUE_AT, GROUP_CHAT.CHAT_ID)
                .limit(most)
                .fetch(GROUP_CHAT.CHAT_ID);
    }

    /// Locks those of the groups whose digest is due still; what somebody else has locked is left to them.
    public List<DueDigest> lockDueDigests(Collection<Long> chatIds, Instant now) {
        return db.selectFrom(GROUP_CHAT)
                .where(GROUP_CHAT.CHAT_ID.eq(any(chatIds.toArray(Long[]::new))))
                .and(isDue(now))
                .orderBy(GROUP_CHAT.CHAT_ID)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new DueDigest(
                        row.getChatId(),
                        optional(row.getThreadId()),
                        digest(row),
                        requireNonNull(row.getDigestDueAt())));
    }

    private static Condition isDue(Instant now) {
        return GROUP_CHAT.DIGEST_DUE_AT.le(now).and(GROUP_CHAT.ENDED_AT.isNull());
    }

    /// Plans the next digest of a group that has been [locked][#lockDueDigests], and remembers which was the last.
    public void goOn(long chatId, Reminder digest, Optional<Instant> due) {
        db.update(GROUP_CHAT)
                .set(GROUP_CHAT.DIGEST_LAST_PERIOD, digest.lastPeriod().orElse(null))
                .set(GROUP_CHAT.DIGEST_DUE_AT, due.orElse(null))
                .where(GROUP_CHAT.CHAT_ID.eq(chatId))
                .execute();
    }

    private static Reminder digest(Record row) {
        return new Reminder(
                ReminderKind.DIGEST,
                Rhythm.of(row.get(GROUP_CHAT.DIGEST_RHYTHM)),
                DayOfWeek.of(row.get(GROUP_CHAT.DIGEST_WEEKDAY)),
                row.get(GROUP_CHAT.DIGEST_HOUR),
                Optional.empty(),
                Optional.ofNullable(row.get(GROUP_CHAT.DIGEST_LAST_PERIOD)));
    }

    private List<GroupChat> list(Condition which) {
        var rows = db.select(
                        GROUP_CHAT.CHAT_ID,
                        GROUP_CHAT.THREAD_ID,
                        GROUP_CHAT.CONFIRMED_BY,
                        GROUP_CHAT.REGION_ID,
                        GROUP_CHAT.DIGEST_RHYTHM,
                        GROUP_CHAT.DIGEST_WEEKDAY,
                        GROUP_CHAT.DIGEST_HOUR,
                        GROUP_CHAT.DIGEST_LAST_PERIOD,
                        REGION.ID,
                        REGION.CODE,
                        REGION.LEVEL,
                        REGION.NAME)
                .from(GROUP_CHAT)
                .leftJoin(REGION)
                .on(REGION.ID.eq(GROUP_CHAT.REGION_ID))
                .and(REGION.VALID_TO.isNull())
                .where(GROUP_CHAT.ENDED_AT.isNull())
                .and(which)
                .orderBy(GROUP_CHAT.CHAT_ID)
                .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        var persons = rows.stream()
                .map(row -> row.get(GROUP_CHAT.CONFIRMED_BY))
                .distinct()
                .toList();
        var actors = new HashMap<Long, Actor>();
        new ActorQuery(db).findById(persons).values().forEach(actor -> actors.put(actor.personId(), actor));
        var groups = new ArrayList<GroupChat>();
        for (var row : rows) {
            var actor = actors.get(row.get(GROUP_CHAT.CONFIRMED_BY));
            var region = Optional.ofNullable(row.get(REGION.ID)).map(_ -> region(row));
            var isPresent = region.isPresent() || row.get(GROUP_CHAT.REGION_ID) == null;
            if (actor != null && isPresent && GroupChat.isCoordinatedBy(actor, region)) {
                groups.add(new GroupChat(
                        row.get(GROUP_CHAT.CHAT_ID),
                        optional(row.get(GROUP_CHAT.THREAD_ID)),
                        region,
                        actor,
                        digest(row)));
            }
        }
        return groups;
    }

    private Optional<Region> findRegion(long id) {
        return db.select(REGION.ID, REGION.CODE, REGION.LEVEL, REGION.NAME)
                .from(REGION)
                .where(REGION.ID.eq(id))
                .and(REGION.VALID_TO.isNull())
                .fetchOptional(GroupChats::region);
    }

    private static Region region(Record row) {
        return new Region(
                row.get(REGION.ID), row.get(REGION.CODE), RegionLevel.of(row.get(REGION.LEVEL)), row.get(REGION.NAME));
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static @Nullable Integer nullable(OptionalInt value) {
        return value.isPresent() ? (Integer) value.getAsInt() : null;
    }
}
