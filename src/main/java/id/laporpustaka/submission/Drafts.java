package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.DRAFT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.update;

import id.laporpustaka.db.Written;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectWhereStep;
import org.jooq.impl.SQLDataType;

/// The drafts of many chats, loaded and saved together. Nobody else changes a draft while its chat is locked.
public final class Drafts {
    private static final List<Field<?>> COLUMNS = List.of(
            DRAFT.ID,
            DRAFT.PERSON_ID,
            DRAFT.LIBRARY_ID,
            DRAFT.FORM_ID,
            DRAFT.FORM_VERSION,
            DRAFT.CONTENT,
            DRAFT.REVISION,
            DRAFT.UPDATED_AT);

    private static final Written<StoredDraft> SAVING = Written.forRows("saved", rows -> {
        var id = rows.column(DRAFT.ID, StoredDraft::id);
        var personId = rows.column(DRAFT.PERSON_ID, StoredDraft::personId);
        var libraryId = rows.column(DRAFT.LIBRARY_ID, StoredDraft::libraryId);
        var formId = rows.column(DRAFT.FORM_ID, StoredDraft::formId);
        var formVersion = rows.column(DRAFT.FORM_VERSION, StoredDraft::formVersion);
        var content = rows.column(DRAFT.CONTENT, draft -> JSONB.jsonb(draft.contentJson()));
        var revision = rows.column(DRAFT.REVISION, StoredDraft::revision);
        var updatedAt = rows.column(DRAFT.UPDATED_AT, StoredDraft::updatedAt);
        return insertInto(DRAFT, COLUMNS)
                .select(select(id, personId, libraryId, formId, formVersion, content, revision, updatedAt)
                        .from(rows.table())
                        .orderBy(rows.place()))
                .onConflict(DRAFT.ID)
                .doUpdate()
                .set(DRAFT.LIBRARY_ID, excluded(DRAFT.LIBRARY_ID))
                .set(DRAFT.FORM_VERSION, excluded(DRAFT.FORM_VERSION))
                .set(DRAFT.CONTENT, excluded(DRAFT.CONTENT))
                .set(DRAFT.REVISION, excluded(DRAFT.REVISION))
                .set(DRAFT.UPDATED_AT, excluded(DRAFT.UPDATED_AT))
                .set(DRAFT.DISCARDED_AT, excluded(DRAFT.DISCARDED_AT));
    });

    private static final Written<Discarded> DISCARDING = Written.forRows("discarded", rows -> {
        var id = rows.column(DRAFT.ID, Discarded::id);
        var at = rows.column(DRAFT.DISCARDED_AT, Discarded::at);
        return update(DRAFT).set(DRAFT.DISCARDED_AT, at).from(rows.table()).where(DRAFT.ID.eq(id));
    });

    private static final Written<Long> FINDING = Written.forRows("asked", rows -> {
        var id = rows.column(DRAFT.ID, it -> it);
        return select(COLUMNS).from(rows.table()).join(DRAFT).on(DRAFT.ID.eq(id));
    });

    private record Discarded(long id, Instant at) {}

    private final DSLContext db;

    public Drafts(DSLContext db) {
        this.db = db;
    }

    /// Those of the drafts that there are, by id, in one query.
    public Map<Long, StoredDraft> findAll(Collection<Long> ids) {
        return byId(finding(ids).fetch(db));
    }

    /// Asks for drafts that are to be read [by id][#byId(List)].
    public static Written.Bound<Long> finding(Collection<Long> ids) {
        return FINDING.with(List.copyOf(ids));
    }

    public static Map<Long, StoredDraft> byId(List<Written.Row> found) {
        return found.stream().map(row -> draft(row::get)).collect(toMap(StoredDraft::id, draft -> draft));
    }

    /// Those of the drafts that there are and that are not discarded, by id, in one query.
    public Map<Long, StoredDraft> findOpen(Collection<Long> ids) {
        return drafts()
                .where(DRAFT.ID.eq(any(ids.toArray(Long[]::new))))
                .and(DRAFT.DISCARDED_AT.isNull())
                .fetch(row -> draft(row::get))
                .stream()
                .collect(toMap(StoredDraft::id, draft -> draft));
    }

    /// A person's drafts, the last changed first.
    public List<StoredDraft> list(long personId, int limit, int offset) {
        return drafts().where(DRAFT.PERSON_ID.eq(personId))
                .orderBy(DRAFT.UPDATED_AT.desc(), DRAFT.ID.desc())
                .limit(limit)
                .offset(offset)
                .fetch(row -> draft(row::get));
    }

    /// The drafts of many persons that are not discarded, each one's last changed first, in one query.
    public Map<Long, List<StoredDraft>> listNewest(Collection<Long> personIds, int most) {
        var place = rowNumber()
                .over(partitionBy(DRAFT.PERSON_ID).orderBy(DRAFT.UPDATED_AT.desc(), DRAFT.ID.desc()))
                .as("place");
        var newest = select(DRAFT.ID, place)
                .from(DRAFT)
                .where(DRAFT.PERSON_ID.eq(any(personIds.toArray(Long[]::new))))
                .and(DRAFT.DISCARDED_AT.isNull())
                .asTable("newest");
        var ids = select(field(name("newest", "id"), SQLDataType.BIGINT))
                .from(newest)
                .where(field(name("newest", "place"), SQLDataType.INTEGER).le(most));
        return drafts()
                .where(DRAFT.ID.in(ids))
                .orderBy(DRAFT.UPDATED_AT.desc(), DRAFT.ID.desc())
                .fetch(row -> draft(row::get))
                .stream()
                .collect(groupingBy(StoredDraft::personId));
    }

    public int count(long personId) {
        return db.fetchCount(DRAFT, DRAFT.PERSON_ID.eq(personId));
    }

    /// Writes new and changed drafts, in the order of their ids. Of two with the same id the later one is kept.
    public static Written.Bound<StoredDraft> saving(Collection<StoredDraft> drafts) {
        var byId = new TreeMap<Long, StoredDraft>();
        drafts.forEach(draft -> byId.put(draft.id(), draft));
        return SAVING.with(List.copyOf(byId.values()));
    }

    /// Takes drafts out of sight; saving one again brings it back.
    public static Written.Bound<?> discarding(Collection<Long> ids, Instant at) {
        return DISCARDING.with(ids.stream().map(id -> new Discarded(id, at)).toList());
    }

    public void deleteAll(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            db.deleteFrom(DRAFT)
                    .where(DRAFT.ID.eq(any(ids.toArray(Long[]::new))))
                    .execute();
        }
    }

    private SelectWhereStep<Record> drafts() {
        return db.select(COLUMNS).from(DRAFT);
    }

    private interface Found {
        <V> V get(Field<V> field);
    }

    private static StoredDraft draft(Found row) {
        return new StoredDraft(
                row.get(DRAFT.ID),
                row.get(DRAFT.PERSON_ID),
                row.get(DRAFT.LIBRARY_ID),
                row.get(DRAFT.FORM_ID),
                row.get(DRAFT.FORM_VERSION),
                row.get(DRAFT.CONTENT).data(),
                row.get(DRAFT.REVISION),
                row.get(DRAFT.UPDATED_AT));
    }
}
