package id.laporpustaka.relay;

import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.WEBHOOK;
import static id.laporpustaka.db.generated.Tables.WEBHOOK_DELIVERY;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Audit;
import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditSubject;
import id.laporpustaka.people.By;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.submission.ReportEvents;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/// The webhooks as people set them up. Who made one sees it, and so does who answers for the installation; for all
/// others it is not there.
public final class Webhooks {
    /// As many as one person can have.
    public static final int MOST = 10;

    /// For how long a secret that was replaced still signs, beside the new one.
    public static final Duration FORMER_SECRET = Duration.ofDays(1);

    private static final Field<Integer> WAITING = field(selectCount()
                    .from(WEBHOOK_DELIVERY)
                    .where(WEBHOOK_DELIVERY.WEBHOOK_ID.eq(WEBHOOK.ID))
                    .and(WEBHOOK_DELIVERY.FINISHED_AT.isNull()))
            .as("waiting");

    private final DSLContext db;

    public Webhooks(DSLContext db) {
        this.db = db;
    }

    /// A webhook that was made, with the secret that nobody is shown again.
    public record Made(long id, WebhookSecret secret) {}

    /// Sets one up, which is told of everything from now on.
    ///
    /// @param address as [WebhookAddress] allows
    /// @param regionId within what the maker may see, or empty for all of that
    /// @return empty if the person has too many
    public Optional<Made> add(By by, long maker, URI address, Set<WebhookEvent> events, OptionalLong regionId) {
        new ReportEvents(db).sequence();
        return db.transactionResult(tx -> {
            tx.dsl()
                    .select(PERSON.ID)
                    .from(PERSON)
                    .where(PERSON.ID.eq(maker))
                    .forUpdate()
                    .execute();
            if (tx.dsl().fetchCount(WEBHOOK, WEBHOOK.MADE_BY.eq(maker)) >= MOST) {
                return Optional.empty();
            }
            var secret = WebhookSecret.draw();
            var id = tx.dsl()
                    .insertInto(WEBHOOK)
                    .set(WEBHOOK.MADE_BY, maker)
                    .set(WEBHOOK.URL, address.toString())
                    .set(
                            WEBHOOK.EVENTS,
                            events.stream().map(WebhookEvent::type).sorted().toArray(String[]::new))
                    .set(WEBHOOK.REGION_ID, regionId.isPresent() ? (Long) regionId.getAsLong() : null)
                    .set(WEBHOOK.SECRET, secret.key())
                    .set(WEBHOOK.POSITION, new ReportEvents(tx.dsl()).last())
                    .returningResult(WEBHOOK.ID)
                    .fetchSingle()
                    .value1();
            audit(tx.dsl(), by, AuditAction.WEBHOOK_ADDED, id, address.toString());
            return Optional.of(new Made(id, secret));
        });
    }

    /// Those that the person may see, the oldest first.
    public List<Webhook> list(Actor actor) {
        return select(visibleTo(actor)).orderBy(WEBHOOK.ID).fetch(Webhooks::webhook);
    }

    public Optional<Webhook> find(Actor actor, long id) {
        return select(visibleTo(actor).and(WEBHOOK.ID.eq(id))).fetchOptional(Webhooks::webhook);
    }

    private static Condition visibleTo(Actor actor) {
        return Permissions.mayDoEverywhere(actor, Action.MANAGE_SYSTEM)
                ? noCondition()
                : WEBHOOK.MADE_BY.eq(actor.personId());
    }

    private org.jooq.SelectConditionStep<? extends Record> select(Condition condition) {
        return db.select(
                        WEBHOOK.ID,
                        WEBHOOK.MADE_BY,
                        PERSON.NAME,
                        WEBHOOK.MADE_AT,
                        WEBHOOK.URL,
                        WEBHOOK.EVENTS,
                        REGION.ID,
                        REGION.CODE,
                        REGION.LEVEL,
                        REGION.NAME,
                        WEBHOOK.PAUSED_AT,
                        WEBHOOK.PAUSED_BECAUSE,
                        WEBHOOK.FAILING_SINCE,
                        WAITING)
                .from(WEBHOOK)
                .join(PERSON)
                .on(PERSON.ID.eq(WEBHOOK.MADE_BY))
                .leftJoin(REGION)
                .on(REGION.ID.eq(WEBHOOK.REGION_ID))
                .where(condition);
    }

    private static Webhook webhook(Record row) {
        return new Webhook(
                row.get(WEBHOOK.ID),
                row.get(WEBHOOK.MADE_BY),
                Optional.ofNullable(row.get(PERSON.NAME)),
                row.get(WEBHOOK.MADE_AT),
                row.get(WEBHOOK.URL),
                events(row.get(WEBHOOK.EVENTS)),
                row.get(REGION.ID) == null
                        ? Optional.empty()
                        : Optional.of(new Region(
                                row.get(REGION.ID),
                                row.get(REGION.CODE),
                                RegionLevel.of(row.get(REGION.LEVEL)),
                                row.get(REGION.NAME))),
                Optional.ofNullable(row.get(WEBHOOK.PAUSED_AT))
                        .map(since -> new Webhook.Pause(since, Webhook.Reason.of(row.get(WEBHOOK.PAUSED_BECAUSE)))),
                Optional.ofNullable(row.get(WEBHOOK.FAILING_SINCE)),
                row.get(WAITING));
    }

    static Set<WebhookEvent> events(String[] stored) {
        return Arrays.stream(stored)
                .flatMap(type -> WebhookEvent.find(type).stream())
                .collect(Collectors.toSet());
    }

    /// What a webhook is told of: what its maker may see now, and of that only the region it is for.
    public static Scope scope(Actor maker, Optional<String> regionCode) {
        var all = Permissions.scopeFor(maker, Action.MANAGE_WEBHOOKS);
        if (regionCode.isEmpty()) {
            return all;
        }
        var code = regionCode.get();
        return switch (all) {
            case Scope.Everything() -> Scope.ofRegion(code);
            case Scope.Parts parts when parts.includes(code) -> Scope.ofRegion(code);
            case Scope.Parts(var codes, var _) ->
                new Scope.Parts(
                        codes.stream()
                                .filter(own -> Scope.lies(own, code))
                                .collect(Collectors.toCollection(TreeSet::new)),
                        new HashSet<>());
        };
    }

    /// Tells it nothing from now on; what happens meanwhile is told later.
    public void pause(By by, long id) {
        db.transaction(tx -> {
            if (pause(tx.dsl(), id, Webhook.Reason.PERSON)) {
                audit(tx.dsl(), by, AuditAction.WEBHOOK_PAUSED, id, "");
            }
        });
    }

    /// Pauses a webhook; false if it was paused before.
    static boolean pause(DSLContext tx, long id, Webhook.Reason reason) {
        return tx.update(WEBHOOK)
                        .set(WEBHOOK.PAUSED_AT, DatabaseClock.now())
                        .set(WEBHOOK.PAUSED_BECAUSE, reason.stored())
                        .where(WEBHOOK.ID.eq(id))
                        .and(WEBHOOK.PAUSED_AT.isNull())
                        .execute()
                == 1;
    }

    /// Goes on where it was paused, at once and as if nothing had failed.
    public void resume(By by, long id) {
        db.transaction(tx -> {
            var resumed = tx.dsl()
                    .update(WEBHOOK)
                    .setNull(WEBHOOK.PAUSED_AT)
                    .setNull(WEBHOOK.PAUSED_BECAUSE)
                    .setNull(WEBHOOK.FAILING_SINCE)
                    .set(WEBHOOK.FAILURES, 0)
                    .set(WEBHOOK.DUE_AT, DatabaseClock.now())
                    .where(WEBHOOK.ID.eq(id))
                    .and(WEBHOOK.PAUSED_AT.isNotNull())
                    .execute();
            if (resumed == 1) {
                audit(tx.dsl(), by, AuditAction.WEBHOOK_RESUMED, id, "");
            }
        });
    }

    /// Draws a new secret; for a day the one before signs too, so that receivers can change over.
    public WebhookSecret rotate(By by, long id) {
        var secret = WebhookSecret.draw();
        db.transaction(tx -> {
            tx.dsl()
                    .update(WEBHOOK)
                    .set(WEBHOOK.FORMER_SECRET, WEBHOOK.SECRET)
                    .set(WEBHOOK.FORMER_UNTIL, DatabaseClock.after(FORMER_SECRET))
                    .set(WEBHOOK.SECRET, secret.key())
                    .where(WEBHOOK.ID.eq(id))
                    .execute();
            audit(tx.dsl(), by, AuditAction.WEBHOOK_SECRET_CHANGED, id, "");
        });
        return secret;
    }

    /// Deletes it with its log.
    public void delete(By by, long id) {
        db.transaction(tx -> {
            if (tx.dsl().deleteFrom(WEBHOOK).where(WEBHOOK.ID.eq(id)).execute() == 1) {
                audit(tx.dsl(), by, AuditAction.WEBHOOK_DELETED, id, "");
            }
        });
    }

    /// The host alone: a path often holds what nobody else may know.
    private static void audit(DSLContext tx, By by, AuditAction action, long id, String address) {
        var details = JsonNodeFactory.instance.objectNode();
        if (!address.isEmpty()) {
            details.put("host", URI.create(address).getHost());
        }
        new Audit(tx).record(by, action, AuditSubject.none().row(id), details);
    }
}
