package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Sequences.SUBMISSION_NUMBER;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.rowNumber;

import id.laporpustaka.people.Scope;
import id.laporpustaka.people.ScopeCondition;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;

/// Reports that have been sent.
public final class Submissions {
    private static final List<Field<?>> STORED = List.of(
            SUBMISSION.ID,
            SUBMISSION.REPORTER_ID,
            SUBMISSION.LIBRARY_ID,
            SUBMISSION.FORM_ID,
            SUBMISSION.FORM_VERSION,
            SUBMISSION.TITLE,
            SUBMISSION.ANSWERS);

    private final DSLContext db;

    public Submissions(DSLContext db) {
        this.db = db;
    }

    /// Stores reports with their first revision. One whose draft has been sent already is left as it was.
    ///
    /// @return the ids of the reports that are new, by draft
    public Map<Long, Long> insertAll(Collection<NewSubmission> submissions) {
        if (submissions.isEmpty()) {
            return Map.of();
        }
        var sorted = submissions.stream()
                .sorted(Comparator.comparingLong(NewSubmission::draftId))
                .toList();
        var inserted = new HashMap<Long, Long>();
        db.insertInto(SUBMISSION)
                .columns(NewRow.COLUMNS)
                .valuesOfRows(sorted.stream()
                        .map(submission -> row(NewRow.values(submission)))
                        .toList())
                .onConflict(SUBMISSION.DRAFT_ID)
                .doNothing()
                .returningResult(SUBMISSION.DRAFT_ID, SUBMISSION.ID)
                .forEach(row -> inserted.put(row.value1(), row.value2()));
        insertFirstRevisions(sorted, inserted);
        return inserted;
    }

    /// Takes numbers out of the sequence, in one query. Those not used leave a gap, which is harmless.
    public List<Long> nextNumbers(int count) {
        return count == 0 ? List.of() : db.nextvals(SUBMISSION_NUMBER, count);
    }

    /// What a person has sent, by the day of the activity, the last first, whatever became of it.
    public List<SentReport> listOfReporter(HistoryFilter filter, int limit, int offset) {
        return select(of(filter))
                .orderBy(SUBMISSION.DATE_START.desc(), SUBMISSION.ID.desc())
                .limit(limit)
                .offset(offset)
                .fetch(Submissions::report);
    }

    public int countOfReporter(HistoryFilter filter) {
        return db.selectCount()
                .from(SUBMISSION)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .where(of(filter))
                .fetchSingle()
                .value1();
    }

    /// What has been sent for a library within the scope, by the day of the activity, the last first, whatever became
    /// of it.
    public List<SentReport> listOfLibrary(Scope scope, long libraryId, int limit, int offset) {
        return select(of(scope, libraryId))
                .orderBy(SUBMISSION.DATE_START.desc(), SUBMISSION.ID.desc())
                .limit(limit)
                .offset(offset)
                .fetch(Submissions::report);
    }

    public int countOfLibrary(Scope scope, long libraryId) {
        return db.selectCount()
                .from(SUBMISSION)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .where(of(scope, libraryId))
                .fetchSingle()
                .value1();
    }

    private static Condition of(Scope scope, long libraryId) {
        return SUBMISSION.LIBRARY_ID.eq(libraryId).and(ScopeCondition.restrict(scope));
    }

    private static Condition of(HistoryFilter filter) {
        var own = SUBMISSION.REPORTER_ID.eq(filter.personId());
        var inDays = filter.from().isPresent()
                ? own.and(SUBMISSION.DATE_START.between(
                        filter.from().get(), filter.to().orElseThrow()))
                : own;
        return filter.words().isEmpty()
                ? inDays
                : inDays.and(SUBMISSION
                        .TITLE
                        .containsIgnoreCase(filter.words())
                        .or(SUBMISSION.NUMBER.containsIgnoreCase(filter.words()))
                        .or(LIBRARY.NAME.containsIgnoreCase(filter.words())));
    }

    /// The reports that these drafts became, by draft.
    public Map<Long, SentReport> findByDrafts(Collection<Long> draftIds) {
        var found = new HashMap<Long, SentReport>();
        select(SUBMISSION.DRAFT_ID.eq(any(draftIds.toArray(Long[]::new))))
                .forEach(row -> found.put(row.get(SUBMISSION.DRAFT_ID), report(row)));
        return found;
    }

    /// What each of these people sent last with each form and nobody has taken back or refused, by person, the newest
    /// first, in one query.
    public Map<Long, List<StoredReport>> listLastOfForms(Collection<Long> personIds) {
        return db
                .select(STORED)
                .distinctOn(SUBMISSION.REPORTER_ID, SUBMISSION.FORM_ID)
                .from(SUBMISSION)
                .where(SUBMISSION.REPORTER_ID.eq(any(personIds.toArray(Long[]::new))))
                .and(SUBMISSION.STATUS.in(
                        Status.standing().stream().map(Status::stored).toList()))
                .orderBy(
                        SUBMISSION.REPORTER_ID,
                        SUBMISSION.FORM_ID,
                        SUBMISSION.SUBMITTED_AT.desc(),
                        SUBMISSION.ID.desc())
                .fetch(Submissions::stored)
                .stream()
                .sorted(Comparator.comparingLong(StoredReport::id).reversed())
                .collect(groupingBy(StoredReport::reporterId));
    }

    /// Those of the reports that there are, by id, in one query.
    public Map<Long, StoredReport> findAll(Collection<Long> ids) {
        return db
                .select(STORED)
                .from(SUBMISSION)
                .where(SUBMISSION.ID.eq(any(ids.toArray(Long[]::new))))
                .fetch(Submissions::stored)
                .stream()
                .collect(toMap(StoredReport::id, report -> report));
    }

    private static StoredReport stored(Record row) {
        return new StoredReport(
                row.get(SUBMISSION.ID),
                row.get(SUBMISSION.REPORTER_ID),
                row.get(SUBMISSION.LIBRARY_ID),
                row.get(SUBMISSION.FORM_ID),
                row.get(SUBMISSION.FORM_VERSION),
                Optional.ofNullable(row.get(SUBMISSION.TITLE)),
                row.get(SUBMISSION.ANSWERS).data());
    }

    /// How many reports of a form each library has that its score counts and that begin in a month; libraries
    /// with none are not in the map.
    public Map<Long, Integer> countInMonth(Collection<Long> libraryIds, String formId, YearMonth month) {
        return db.select(SUBMISSION.LIBRARY_ID, count())
                .from(SUBMISSION)
                .where(SUBMISSION.LIBRARY_ID.eq(any(libraryIds.toArray(Long[]::new))))
                .and(SUBMISSION.DATE_START.between(month.atDay(1), month.atEndOfMonth()))
                .and(SUBMISSION.FORM_ID.eq(formId))
                .and(SUBMISSION.STATUS.in(
                        Status.scored().stream().map(Status::stored).toList()))
                .groupBy(SUBMISSION.LIBRARY_ID)
                .fetchMap(SUBMISSION.LIBRARY_ID, count());
    }

    /// The last reports of each library that nobody has taken back or refused, the last sent first, in one query;
    /// libraries with none are not in the map.
    ///
    /// @param limit for each library
    public Map<Long, List<SentReport>> listNewest(Collection<Long> libraryIds, int limit) {
        var recency = field(name("recency"), Integer.class);
        var numbered = db.select(
                        SUBMISSION.ID,
                        rowNumber()
                                .over()
                                .partitionBy(SUBMISSION.LIBRARY_ID)
                                .orderBy(SUBMISSION.SUBMITTED_AT.desc(), SUBMISSION.ID.desc())
                                .as(recency))
                .from(SUBMISSION)
                .where(SUBMISSION.LIBRARY_ID.eq(any(libraryIds.toArray(Long[]::new))))
                .and(SUBMISSION.STATUS.in(
                        Status.standing().stream().map(Status::stored).toList()))
                .asTable("numbered");
        return select(SUBMISSION.ID.in(
                        DSL.select(numbered.field(SUBMISSION.ID)).from(numbered).where(recency.le(limit))))
                .orderBy(SUBMISSION.SUBMITTED_AT.desc(), SUBMISSION.ID.desc())
                .fetch(Submissions::report)
                .stream()
                .collect(groupingBy(SentReport::libraryId));
    }

    private void insertFirstRevisions(List<NewSubmission> submissions, Map<Long, Long> inserted) {
        var rows = submissions.stream()
                .filter(submission -> inserted.containsKey(submission.draftId()))
                .map(submission -> new Object[] {
                    inserted.get(submission.draftId()),
                    1,
                    submission.submittedAt(),
                    submission.reporterId(),
                    submission.status().stored(),
                    "sent",
                    JSONB.jsonb("{}")
                })
                .toArray(Object[][]::new);
        if (rows.length > 0) {
            db.batch(
                            db.insertInto(
                                            SUBMISSION_REVISION,
                                            SUBMISSION_REVISION.SUBMISSION_ID,
                                            SUBMISSION_REVISION.REVISION,
                                            SUBMISSION_REVISION.AT,
                                            SUBMISSION_REVISION.PERSON_ID,
                                            SUBMISSION_REVISION.STATUS,
                                            SUBMISSION_REVISION.ACTION,
                                            SUBMISSION_REVISION.CHANGES)
                                    .values((Long) null, null, null, null, null, null, null),
                            rows)
                    .execute();
        }
    }

    /// For a condition that may be about the library too.
    SelectConditionStep<? extends Record> select(Condition condition) {
        return lines(List.of()).where(condition);
    }

    /// With the region of the library.
    ///
    /// @param more fields to read besides those of a line
    SelectConditionStep<? extends Record> inRegions(List<Field<?>> more, Condition condition) {
        return lines(more).join(REGION).on(REGION.ID.eq(LIBRARY.REGION_ID)).where(condition);
    }

    private SelectOnConditionStep<? extends Record> lines(List<Field<?>> more) {
        return db.select(
                        SUBMISSION.ID,
                        SUBMISSION.DRAFT_ID,
                        SUBMISSION.NUMBER,
                        SUBMISSION.REVISION,
                        SUBMISSION.FORM_ID,
                        SUBMISSION.LIBRARY_ID,
                        LIBRARY.NAME,
                        SUBMISSION.STATUS,
                        SUBMISSION.SUBMITTED_AT,
                        SUBMISSION.TITLE,
                        SUBMISSION.DATE_START,
                        SUBMISSION.TOTAL)
                .select(more)
                .from(SUBMISSION)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID));
    }

    static SentReport report(Record row) {
        var total = row.get(SUBMISSION.TOTAL);
        return new SentReport(
                row.get(SUBMISSION.ID),
                row.get(SUBMISSION.NUMBER),
                row.get(SUBMISSION.REVISION),
                row.get(SUBMISSION.FORM_ID),
                row.get(SUBMISSION.LIBRARY_ID),
                row.get(LIBRARY.NAME),
                Status.of(row.get(SUBMISSION.STATUS)),
                row.get(SUBMISSION.SUBMITTED_AT),
                Optional.ofNullable(row.get(SUBMISSION.TITLE)),
                row.get(SUBMISSION.DATE_START),
                total == null ? OptionalInt.empty() : OptionalInt.of(total));
    }
}
