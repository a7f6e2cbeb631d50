package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static org.jooq.impl.DSL.any;

import id.laporpustaka.db.Written;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/// The persons that the product knows. Each method is one or a few statements in the transaction of the context
/// that it was made with.
public final class People {
    private final DSLContext db;

    public People(DSLContext db) {
        this.db = db;
    }

    /// Those whom we know of the Telegram ids, by Telegram id; two queries for any number of ids.
    public Map<Long, Actor> findActors(Collection<Long> telegramIds) {
        return actors(finding(telegramIds).fetch(db));
    }

    /// Asks for the persons with these Telegram ids, who are to be read as [actors][#actors(List)].
    public static Written.Bound<Long> finding(Collection<Long> telegramIds) {
        return ActorQuery.finding(telegramIds);
    }

    /// By Telegram id; a further query if any of them has duties.
    public Map<Long, Actor> actors(List<Written.Row> found) {
        return new ActorQuery(db).actors(found);
    }

    /// A person who has been erased is not found.
    public Optional<Actor> findActor(long personId) {
        return new ActorQuery(db).findById(List.of(personId)).values().stream().findFirst();
    }

    /// Takes up a person; one who is known already keeps name and language.
    ///
    /// @param language `id` or `en`
    /// @return the id of the person
    public long add(long telegramId, String name, String language) {
        return db.insertInto(PERSON)
                .set(PERSON.TELEGRAM_ID, telegramId)
                .set(PERSON.NAME, name)
                .set(PERSON.LANGUAGE, language)
                .onConflict(PERSON.TELEGRAM_ID)
                .doNothing()
                .returningResult(PERSON.ID)
                .fetchOptional()
                .map(row -> row.value1())
                .orElseGet(() -> db.select(PERSON.ID)
                        .from(PERSON)
                        .where(PERSON.TELEGRAM_ID.eq(telegramId))
                        .fetchSingle()
                        .value1());
    }

    /// Corrects a name; which ones it was and is, the audit log does not say.
    public void rename(By by, long personId, String name) {
        var changed = db.update(PERSON)
                .set(PERSON.NAME, name)
                .where(PERSON.ID.eq(personId))
                .and(PERSON.ERASED_AT.isNull())
                .and(PERSON.NAME.isDistinctFrom(name))
                .execute();
        if (changed > 0) {
            new Audit(db).record(by, AuditAction.PERSON_RENAMED, AuditSubject.ofPerson(personId));
        }
    }

    /// Chooses the language of all that the person reads from now on, `id` or `en`.
    public void setLanguage(By by, long personId, String language) {
        var changed = db.update(PERSON)
                .set(PERSON.LANGUAGE, language)
                .where(PERSON.ID.eq(personId))
                .and(PERSON.LANGUAGE.isDistinctFrom(language))
                .execute();
        if (changed > 0) {
            var details = Audit.noDetails().put("language", language);
            new Audit(db).record(by, AuditAction.LANGUAGE_CHOSEN, AuditSubject.ofPerson(personId), details);
        }
    }

    /// The names of those of the persons who have not been erased, in one query.
    public Map<Long, String> findNames(Collection<Long> personIds) {
        return db.select(PERSON.ID, PERSON.NAME)
                .from(PERSON)
                .where(PERSON.ID.eq(any(personIds.toArray(Long[]::new))))
                .and(PERSON.ERASED_AT.isNull())
                .fetchMap(PERSON.ID, PERSON.NAME);
    }

    /// Remembers that the person has accepted the privacy notice, in which wording and when.
    public void acceptPrivacy(By by, long personId, String version, Instant at) {
        var changed = db.update(PERSON)
                .set(PERSON.CONSENT_VERSION, version)
                .set(PERSON.CONSENTED_AT, at)
                .where(PERSON.ID.eq(personId))
                .and(PERSON.ERASED_AT.isNull())
                .execute();
        if (changed > 0) {
            var details = Audit.noDetails().put("version", version);
            new Audit(db).record(by, AuditAction.PRIVACY_ACCEPTED, AuditSubject.ofPerson(personId), details);
        }
    }

    /// Remembers that Telegram refuses to deliver to these persons; those of whom it was known keep the first
    /// time.
    public void setUnreachable(Collection<Long> telegramIds, Instant since) {
        db.update(PERSON)
                .set(PERSON.UNREACHABLE_SINCE, since)
                .where(PERSON.TELEGRAM_ID.eq(any(telegramIds.toArray(Long[]::new))))
                .and(PERSON.UNREACHABLE_SINCE.isNull())
                .execute();
    }

    /// Remembers that these persons can be written to again; changes no row when all of them could be.
    public void setReachable(Collection<Long> telegramIds) {
        db.update(PERSON)
                .setNull(PERSON.UNREACHABLE_SINCE)
                .where(PERSON.TELEGRAM_ID.eq(any(telegramIds.toArray(Long[]::new))))
                .and(PERSON.UNREACHABLE_SINCE.isNotNull())
                .execute();
    }

    /// Whether somebody is an admin at present.
    public boolean anyAdmin() {
        return db.fetchExists(db.selectOne()
                .from(ASSIGNMENT)
                .join(PERSON)
                .on(PERSON.ID.eq(ASSIGNMENT.PERSON_ID))
                .where(ASSIGNMENT.ROLE.eq(Role.ADMIN.name()))
                .and(ASSIGNMENT.REVOKED_AT.isNull())
                .and(PERSON.ERASED_AT.isNull()));
    }

    /// Empties everything that is about this person, so that only the id of the row remains, in reports,
    /// revisions and audit. Takes their drafts, links and sessions, their memberships and duties, and what
    /// their chat has kept. Refuses while something depends on them.
    public ErasureResult erase(By by, long personId, Instant at) {
        return db.transactionResult(transaction -> new Erasure(transaction.dsl()).erase(by, personId, at));
    }
}
