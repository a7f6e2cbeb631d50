package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static org.jooq.impl.DSL.inline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/// Writes what becomes of reports, each time with a revision that says who, when and what differs.
public final class ReportChanges {
    private final DSLContext db;

    /// @param db a transaction that has locked the reports, see [Reports#lock]
    public ReportChanges(DSLContext db) {
        this.db = db;
    }

    /// Applies changes to different reports, in batches.
    ///
    /// @throws IllegalStateException if one of the reports is not any more as the change knows it
    public void apply(Collection<ReportChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var sorted = changes.stream()
                .sorted(Comparator.comparingLong(change -> change.before().id()))
                .toList();
        setStatus(sorted);
        setContent(
                sorted.stream().filter(change -> change.content().isPresent()).toList());
        sorted.stream().filter(ReportChange::sharing).forEach(this::share);
        addRevisions(sorted);
    }

    private void share(ReportChange change) {
        db.update(SUBMISSION)
                .set(SUBMISSION.SHARED_WITH, ContentRow.nullable(change.sharedWith()))
                .where(SUBMISSION.ID.eq(change.before().id()))
                .execute();
    }

    private void setStatus(List<ReportChange> changes) {
        var update = db.update(SUBMISSION)
                .set(SUBMISSION.STATUS, (String) null)
                .set(SUBMISSION.MERGED_INTO, (Long) null)
                .set(SUBMISSION.UPDATED_AT, (java.time.Instant) null)
                .set(SUBMISSION.REVISION, SUBMISSION.REVISION.plus(inline(1)))
                .where(SUBMISSION.ID.eq((Long) null))
                .and(SUBMISSION.REVISION.eq((Integer) null));
        var counts = db.batch(
                        update,
                        changes.stream()
                                .map(change -> new @Nullable Object[] {
                                    change.status().stored(),
                                    ContentRow.nullable(change.mergedInto()),
                                    change.at(),
                                    change.before().id(),
                                    change.before().revision()
                                })
                                .toArray(Object[][]::new))
                .execute();
        if (Arrays.stream(counts).anyMatch(count -> count != 1)) {
            throw new IllegalStateException("A report has changed since it was read");
        }
    }

    private void setContent(List<ReportChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var columns = new LinkedHashMap<Field<?>, @Nullable Object>();
        ContentRow.COLUMNS.forEach(column -> columns.put(column, null));
        db.batch(
                        db.update(SUBMISSION).set(columns).where(SUBMISSION.ID.eq((Long) null)),
                        changes.stream().map(ReportChanges::content).toArray(Object[][]::new))
                .execute();
    }

    private static @Nullable Object[] content(ReportChange change) {
        var content = change.content().orElseThrow();
        var values = new ArrayList<>(ContentRow.values(content.columns(), content.answersJson()));
        values.add(change.before().id());
        return values.toArray();
    }

    private void addRevisions(List<ReportChange> changes) {
        db.batch(
                        db.insertInto(
                                        SUBMISSION_REVISION,
                                        SUBMISSION_REVISION.SUBMISSION_ID,
                                        SUBMISSION_REVISION.REVISION,
                                        SUBMISSION_REVISION.AT,
                                        SUBMISSION_REVISION.PERSON_ID,
                                        SUBMISSION_REVISION.ACTION,
                                        SUBMISSION_REVISION.STATUS,
                                        SUBMISSION_REVISION.REASON,
                                        SUBMISSION_REVISION.ASKED,
                                        SUBMISSION_REVISION.CHANGES)
                                .values((Long) null, null, null, null, null, null, null, null, null),
                        changes.stream()
                                .map(change -> new @Nullable Object[] {
                                    change.before().id(),
                                    change.before().revision() + 1,
                                    change.at(),
                                    ContentRow.nullable(change.by()),
                                    change.action().stored(),
                                    change.status().stored(),
                                    change.reason().map(Reason::stored).orElse(null),
                                    change.asked().isEmpty() ? null : names(change.asked()),
                                    JSONB.jsonb(change.changesJson())
                                })
                                .toArray(Object[][]::new))
                .execute();
    }

    private static JSONB names(List<String> asked) {
        var array = JsonNodeFactory.instance.arrayNode();
        asked.forEach(array::add);
        return JSONB.jsonb(array.toString());
    }
}
