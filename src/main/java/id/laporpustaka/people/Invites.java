package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.INVITE;
import static id.laporpustaka.db.generated.Tables.INVITE_TRY;
import static id.laporpustaka.db.generated.Tables.INVITE_USE;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row8;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/// Invitations to report for a library or to take a role. Whether somebody may invite is for [Permissions] to
/// say; these methods do as they are told.
///
/// Whoever changes several kinds of rows locks them in this order: chat, library, invite, membership,
/// assignment, draft, submission.
public final class Invites {
    /// So many codes that do not exist may be tried in [#TRIES_WITHIN]. With 10,000 invitations open, somebody
    /// who tries that many all the time finds one in more than a million years.
    static final int MOST_TRIES = 10;

    /// For how long a wrong code counts.
    public static final Duration TRIES_WITHIN = Duration.ofHours(1);

    /// How many people one invitation can let in.
    public static final int MOST_USES = 1_000;

    private static final int ROWS_AT_ONCE = 2_000;

    private final DSLContext db;
    private final SecureRandom random = new SecureRandom();

    public Invites(DSLContext db) {
        this.db = db;
    }

    /// Makes an invitation.
    ///
    /// @param uses 1 to [#MOST_USES]
    public NewInvite create(By by, InviteTarget target, int uses, Duration life, Instant now) {
        return createAll(by, List.of(target), uses, life, now).getFirst();
    }

    /// Makes many invitations, in a few statements for thousands.
    ///
    /// @param uses of each, 1 to [#MOST_USES]
    /// @return in the order of the targets
    public List<NewInvite> createAll(By by, List<InviteTarget> targets, int uses, Duration life, Instant now) {
        return createEach(
                by, targets.stream().map(target -> new Wanted(target, uses)).toList(), life, now);
    }

    /// An invitation to be made.
    record Wanted(InviteTarget target, int uses) {
        Wanted {
            if (uses < 1 || uses > MOST_USES) {
                throw new IllegalArgumentException(
                        "An invitation is for 1 to %d people, not %d".formatted(MOST_USES, uses));
            }
        }
    }

    List<NewInvite> createEach(By by, List<Wanted> wanted, Duration life, Instant now) {
        return db.transactionResult(transaction -> new Invites(transaction.dsl()).insert(by, wanted, life, now));
    }

    private List<NewInvite> insert(By by, List<Wanted> wanted, Duration life, Instant now) {
        var made = new ArrayList<NewInvite>();
        for (var from = 0; from < wanted.size(); from += ROWS_AT_ONCE) {
            var some = wanted.subList(from, Math.min(wanted.size(), from + ROWS_AT_ONCE));
            var codes = some.stream().map(_ -> InviteCode.draw(random)).toList();
            var ids = new HashMap<ByteBuffer, Long>();
            var rows = new ArrayList<Row8<byte[], Long, String, Long, Integer, Long, Instant, Instant>>();
            for (var i = 0; i < some.size(); i++) {
                rows.add(values(by, some.get(i), codes.get(i), now, now.plus(life)));
            }
            db.insertInto(
                            INVITE,
                            INVITE.CODE_HASH,
                            INVITE.LIBRARY_ID,
                            INVITE.ROLE,
                            INVITE.REGION_ID,
                            INVITE.USES,
                            INVITE.CREATED_BY,
                            INVITE.CREATED_AT,
                            INVITE.EXPIRES_AT)
                    .valuesOfRows(rows)
                    .returningResult(INVITE.CODE_HASH, INVITE.ID)
                    .forEach(row -> ids.put(ByteBuffer.wrap(row.value1()), row.value2()));
            for (var i = 0; i < some.size(); i++) {
                var code = codes.get(i);
                var id = requireNonNull(ids.get(ByteBuffer.wrap(code.hash())));
                made.add(new NewInvite(id, some.get(i).target(), code));
            }
        }
        new Audit(db)
                .recordAll(
                        by,
                        AuditAction.INVITE_CREATED,
                        made.stream()
                                .map(invite -> about(invite.target(), invite.id()))
                                .toList());
        return made;
    }

    private static Row8<byte[], Long, String, Long, Integer, Long, Instant, Instant> values(
            By by, Wanted wanted, InviteCode code, Instant now, Instant expiresAt) {
        return switch (wanted.target()) {
            case InviteTarget.ToReport(var libraryId) ->
                row(
                        code.hash(),
                        libraryId,
                        (String) null,
                        (Long) null,
                        wanted.uses(),
                        Audit.nullable(by.personId()),
                        now,
                        expiresAt);
            case InviteTarget.ToCoordinate(var role, var regionId) ->
                row(
                        code.hash(),
                        (Long) null,
                        role.name(),
                        Audit.nullable(regionId),
                        wanted.uses(),
                        Audit.nullable(by.personId()),
                        now,
                        expiresAt);
        };
    }

    /// What a code is good for. Uses nothing up, but counts codes that do not exist: more than ten of one person
    /// within an hour are not looked at. To a person who has used it already a code stays good until it ends.
    public InviteState find(InviteCode code, long telegramId, Instant now) {
        var wrong = db.select(INVITE_TRY.AT)
                .from(INVITE_TRY)
                .where(INVITE_TRY.TELEGRAM_ID.eq(telegramId))
                .and(INVITE_TRY.AT.gt(now.minus(TRIES_WITHIN)))
                .orderBy(INVITE_TRY.AT.desc())
                .limit(MOST_TRIES)
                .fetch(INVITE_TRY.AT);
        if (wrong.size() == MOST_TRIES) {
            return new InviteState.TooManyTries(wrong.getLast().plus(TRIES_WITHIN));
        }
        var usedByThem = field(exists(selectOne()
                .from(INVITE_USE)
                .join(PERSON)
                .on(PERSON.ID.eq(INVITE_USE.PERSON_ID))
                .where(INVITE_USE.INVITE_ID.eq(INVITE.ID))
                .and(PERSON.TELEGRAM_ID.eq(telegramId))));
        var found = read(usedByThem, INVITE.CODE_HASH.eq(code.hash())).fetchOptional();
        if (found.isEmpty()) {
            db.insertInto(INVITE_TRY)
                    .set(INVITE_TRY.TELEGRAM_ID, telegramId)
                    .set(INVITE_TRY.AT, now)
                    .execute();
            return new InviteState.Unknown();
        }
        return state(found.get(), found.get().get(usedByThem), now);
    }

    /// Lets a person in by a code: of all who try at once no more get in than were invited, and a person who
    /// tries twice counts once. Who has already what the invitation gives does not use it up.
    ///
    /// [Memberships#join] and [Assignments#takeUp] do this and give what was promised, in one transaction.
    ///
    /// @return [InviteState.Good] if they are in
    public InviteState use(InviteCode code, long personId, Instant now) {
        return use(code, personId, InviteTarget.class, now);
    }

    /// The same for one kind of invitations; a code of another kind is not known.
    InviteState use(InviteCode code, long personId, Class<? extends InviteTarget> kind, Instant now) {
        return db.transactionResult(transaction -> new Invites(transaction.dsl()).useLocked(code, personId, kind, now));
    }

    private InviteState useLocked(InviteCode code, long personId, Class<? extends InviteTarget> kind, Instant now) {
        var locked = db.select(INVITE.ID, INVITE.LIBRARY_ID, INVITE.ROLE, INVITE.REGION_ID)
                .from(INVITE)
                .where(INVITE.CODE_HASH.eq(code.hash()))
                .forUpdate()
                .fetchOptional();
        if (locked.isEmpty() || !kind.isInstance(target(locked.get()))) {
            return new InviteState.Unknown();
        }
        var id = locked.get().get(INVITE.ID);
        var needsNoUse = field(exists(selectOne()
                        .from(INVITE_USE)
                        .where(INVITE_USE.INVITE_ID.eq(INVITE.ID))
                        .and(INVITE_USE.PERSON_ID.eq(personId)))
                .or(hasAlready(personId)));
        var found = read(needsNoUse, INVITE.ID.eq(id)).fetchSingle();
        var state = state(found, found.get(needsNoUse), now);
        if (state instanceof InviteState.Good && !found.get(needsNoUse)) {
            db.insertInto(INVITE_USE)
                    .set(INVITE_USE.INVITE_ID, id)
                    .set(INVITE_USE.PERSON_ID, personId)
                    .set(INVITE_USE.USED_AT, now)
                    .execute();
            db.update(INVITE)
                    .set(INVITE.USED, INVITE.USED.plus(1))
                    .where(INVITE.ID.eq(id))
                    .execute();
        }
        return state;
    }

    private static Condition hasAlready(long personId) {
        return exists(selectOne()
                        .from(MEMBERSHIP)
                        .where(MEMBERSHIP.PERSON_ID.eq(personId))
                        .and(MEMBERSHIP.LIBRARY_ID.eq(INVITE.LIBRARY_ID))
                        .and(MEMBERSHIP.STATUS.eq("accepted")))
                .or(exists(selectOne()
                        .from(ASSIGNMENT)
                        .where(ASSIGNMENT.PERSON_ID.eq(personId))
                        .and(ASSIGNMENT.ROLE.eq(INVITE.ROLE))
                        .and(ASSIGNMENT.REGION_ID.isNotDistinctFrom(INVITE.REGION_ID))
                        .and(ASSIGNMENT.REVOKED_AT.isNull())));
    }

    /// Takes an invitation back.
    ///
    /// @return whether it was still open
    public boolean revoke(By by, long inviteId, Instant now) {
        return db.transactionResult(transaction ->
                new Invites(transaction.dsl()).revoke(by, INVITE.ID.eq(inviteId).and(INVITE.EXPIRES_AT.gt(now)), now)
                        == 1);
    }

    /// Takes back the open invitations to roles that a person has sent out, as when they may not appoint any
    /// more. Those to report for a library stay: they may be printed and in people's hands.
    int revokeRolesInvitedBy(By by, long personId, Instant now) {
        return revoke(by, INVITE.CREATED_BY.eq(personId).and(INVITE.ROLE.isNotNull()), now);
    }

    private int revoke(By by, Condition which, Instant now) {
        var revoked = db.update(INVITE)
                .set(INVITE.REVOKED_AT, now)
                .where(which)
                .and(INVITE.REVOKED_AT.isNull())
                .and(INVITE.USED.lt(INVITE.USES))
                .returningResult(INVITE.ID, INVITE.LIBRARY_ID, INVITE.ROLE, INVITE.REGION_ID)
                .fetch();
        new Audit(db)
                .recordAll(by, AuditAction.INVITE_REVOKED, revoked.map(row -> about(target(row), row.get(INVITE.ID))));
        return revoked.size();
    }

    /// An invitation that is still there, open or not; whether somebody may see it depends on where it is.
    public Optional<Invite> findById(long id) {
        return read(val(false), INVITE.ID.eq(id)).fetchOptional(Invites::invite);
    }

    /// The open invitations for the libraries and regions of a scope, the newest first.
    public Page<Invite> listOpen(Scope scope, int page, Instant now) {
        var open = ScopeCondition.restrictPlaces(scope).and(isOpen(now));
        return new Page<>(
                read(val(false), open)
                        .orderBy(INVITE.CREATED_AT.desc(), INVITE.ID.desc())
                        .limit(Page.SIZE)
                        .offset(Page.offset(page))
                        .fetch(Invites::invite),
                page,
                db.fetchCount(read(val(false), open)));
    }

    /// The open invitations to report for a library, the newest first.
    public List<Invite> listOpenOf(long libraryId, int limit, Instant now) {
        return read(val(false), isOpen(now).and(INVITE.LIBRARY_ID.eq(libraryId)))
                .orderBy(INVITE.CREATED_AT.desc(), INVITE.ID.desc())
                .limit(limit)
                .fetch(Invites::invite);
    }

    /// Forgets the invitations that ended before this time, and codes that were tried longer ago than counts.
    public void deleteEndedBefore(Instant time, Instant now) {
        db.deleteFrom(INVITE).where(INVITE.EXPIRES_AT.lt(time)).execute();
        db.deleteFrom(INVITE_TRY)
                .where(INVITE_TRY.AT.le(now.minus(TRIES_WITHIN)))
                .execute();
    }

    static Condition isOpen(Instant now) {
        return INVITE.REVOKED_AT
                .isNull()
                .and(INVITE.USED.lt(INVITE.USES))
                .and(INVITE.EXPIRES_AT.gt(now))
                .and(INVITE.LIBRARY_ID.isNull().or(LIBRARY.ACTIVE));
    }

    private SelectConditionStep<? extends Record> read(Field<Boolean> usedByThem, Condition condition) {
        return db.select(
                        usedByThem,
                        INVITE.ID,
                        INVITE.LIBRARY_ID,
                        INVITE.ROLE,
                        INVITE.REGION_ID,
                        INVITE.USES,
                        INVITE.USED,
                        INVITE.CREATED_BY,
                        INVITE.CREATED_AT,
                        INVITE.EXPIRES_AT,
                        INVITE.REVOKED_AT,
                        LIBRARY.NAME,
                        LIBRARY.ACTIVE,
                        REGION.ID,
                        REGION.CODE,
                        REGION.LEVEL,
                        REGION.NAME)
                .from(INVITE)
                .leftJoin(LIBRARY)
                .on(LIBRARY.ID.eq(INVITE.LIBRARY_ID))
                .leftJoin(REGION)
                .on(REGION.ID.eq(coalesce(LIBRARY.REGION_ID, INVITE.REGION_ID)))
                .where(condition);
    }

    private static InviteState state(Record row, boolean usedByThem, Instant now) {
        if (row.get(INVITE.REVOKED_AT) != null || Boolean.FALSE.equals(row.get(LIBRARY.ACTIVE))) {
            return new InviteState.Revoked();
        }
        if (!row.get(INVITE.EXPIRES_AT).isAfter(now)) {
            return new InviteState.Expired(row.get(INVITE.EXPIRES_AT));
        }
        if (!usedByThem && row.get(INVITE.USED) >= row.get(INVITE.USES)) {
            return new InviteState.UsedUp();
        }
        return new InviteState.Good(invite(row));
    }

    private static Invite invite(Record row) {
        return new Invite(
                row.get(INVITE.ID),
                target(row),
                Optional.ofNullable(row.get(LIBRARY.NAME)),
                Optional.ofNullable(row.get(REGION.ID))
                        .map(id -> new Region(
                                id, row.get(REGION.CODE), RegionLevel.of(row.get(REGION.LEVEL)), row.get(REGION.NAME))),
                row.get(INVITE.USES),
                row.get(INVITE.USED),
                optional(row.get(INVITE.CREATED_BY)),
                row.get(INVITE.CREATED_AT),
                row.get(INVITE.EXPIRES_AT));
    }

    private static InviteTarget target(Record row) {
        var library = row.get(INVITE.LIBRARY_ID);
        return library == null
                ? new InviteTarget.ToCoordinate(Role.valueOf(row.get(INVITE.ROLE)), optional(row.get(INVITE.REGION_ID)))
                : new InviteTarget.ToReport(library);
    }

    private static AuditSubject about(InviteTarget target, long inviteId) {
        return switch (target) {
            case InviteTarget.ToReport(var libraryId) ->
                AuditSubject.ofLibrary(libraryId).row(inviteId);
            case InviteTarget.ToCoordinate(var _, var regionId) ->
                AuditSubject.none().region(regionId).row(inviteId);
        };
    }

    private static OptionalLong optional(@Nullable Long id) {
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }
}
