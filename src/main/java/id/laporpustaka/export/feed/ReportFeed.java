package id.laporpustaka.export.feed;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_MEDIA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.people.Scope;
import id.laporpustaka.people.ScopeCondition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectConditionStep;

/// Reads reports as they stand, whatever became of them: in the order in which they changed last, so that
/// whoever reads on from a position has met every change once they come to the end.
public final class ReportFeed {
    private static final id.laporpustaka.db.generated.tables.Submission KEPT = SUBMISSION.as("kept");
    private static final id.laporpustaka.db.generated.tables.Submission FIRST = SUBMISSION.as("first");

    private final DSLContext db;
    private final PublicAnswers answers;

    public ReportFeed(DSLContext db, FormCatalogue forms) {
        this.db = db;
        this.answers = new PublicAnswers(forms);
    }

    /// A report with the place of its last change in the order of all.
    public record Row(long position, FedReport report) {}

    /// Those that changed after a position ([id.laporpustaka.submission.ReportEvents]), in the order of their last
    /// changes. One that changes while this reads may be left out, and comes with a later position.
    ///
    /// @param regionCode narrows the scope to what lies in this region
    /// @param formId only those
    /// @param position 0 for all there are
    public List<Row> list(Scope scope, Optional<String> regionCode, Optional<String> formId, long position, int most) {
        return rows(select(ScopeCondition.restrict(scope)
                        .and(regionCode.map(ScopeCondition::liesIn).orElse(noCondition()))
                        .and(formId.map(SUBMISSION.FORM_ID::eq).orElse(noCondition()))
                        .and(SUBMISSION_REVISION.POSITION.gt(position)))
                .orderBy(SUBMISSION_REVISION.POSITION)
                .limit(most)
                .fetch());
    }

    public Optional<FedReport> find(Scope scope, String number) {
        return rows(select(ScopeCondition.restrict(scope).and(SUBMISSION.NUMBER.eq(number)))
                        .fetch())
                .stream()
                .findFirst()
                .map(Row::report);
    }

    private SelectConditionStep<? extends Record> select(Condition condition) {
        return db.select(SUBMISSION.fields())
                .select(
                        SUBMISSION_REVISION.AT,
                        SUBMISSION_REVISION.POSITION,
                        LIBRARY.ID,
                        LIBRARY.NAME,
                        LIBRARY.TYPE,
                        LIBRARY.REGION_CODE,
                        KEPT.NUMBER,
                        FIRST.NUMBER)
                .from(SUBMISSION)
                .join(SUBMISSION_REVISION)
                .on(SUBMISSION_REVISION.SUBMISSION_ID.eq(SUBMISSION.ID))
                .and(SUBMISSION_REVISION.REVISION.eq(SUBMISSION.REVISION))
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .leftJoin(KEPT)
                .on(KEPT.ID.eq(SUBMISSION.MERGED_INTO))
                .leftJoin(FIRST)
                .on(FIRST.ID.eq(SUBMISSION.SHARED_WITH))
                .where(condition);
    }

    private List<Row> rows(Result<? extends Record> found) {
        var files = files(found.getValues(SUBMISSION.ID));
        return found.stream()
                .map(row -> {
                    var position = row.get(SUBMISSION_REVISION.POSITION);
                    return new Row(
                            position == null ? 0 : position,
                            report(row, files.getOrDefault(row.get(SUBMISSION.ID), Map.of())));
                })
                .toList();
    }

    private FedReport report(Record row, Map<String, List<Long>> files) {
        var end = row.get(SUBMISSION.DATE_END);
        return new FedReport(
                row.get(SUBMISSION.NUMBER),
                row.get(SUBMISSION.FORM_ID),
                row.get(SUBMISSION.FORM_VERSION),
                row.get(SUBMISSION.REVISION),
                row.get(SUBMISSION.STATUS),
                row.get(KEPT.NUMBER),
                row.get(FIRST.NUMBER),
                row.get(SUBMISSION.SUBMITTED_AT),
                row.get(SUBMISSION_REVISION.AT),
                row.get(SUBMISSION.DATE_START),
                end == null ? row.get(SUBMISSION.DATE_START) : end,
                new FedReport.ReportLibrary(
                        row.get(LIBRARY.ID),
                        row.get(LIBRARY.NAME),
                        row.get(LIBRARY.TYPE),
                        row.get(LIBRARY.REGION_CODE)),
                row.get(SUBMISSION.REPORTER_ID),
                row.get(SUBMISSION.TITLE),
                row.get(SUBMISSION.ACTIVITY_FORM),
                row.get(SUBMISSION.TOPIC),
                row.get(SUBMISSION.MODE),
                row.get(SUBMISSION.AGE_GROUP),
                row.get(SUBMISSION.SESSIONS),
                row.get(SUBMISSION.MALE),
                row.get(SUBMISSION.FEMALE),
                row.get(SUBMISSION.TOTAL),
                row.get(SUBMISSION.DISABLED),
                row.get(SUBMISSION.AMOUNT),
                row.get(SUBMISSION.PHOTO_COUNT),
                List.of(row.get(SUBMISSION.PARTNERS)),
                List.of(row.get(SUBMISSION.FUNDS)),
                row.get(SUBMISSION.REGULATION),
                answers.of(
                        row.get(SUBMISSION.FORM_ID),
                        row.get(SUBMISSION.FORM_VERSION),
                        row.get(SUBMISSION.ANSWERS).data(),
                        files));
    }

    private Map<Long, Map<String, List<Long>>> files(List<Long> reports) {
        var files = new HashMap<Long, Map<String, List<Long>>>();
        db.select(SUBMISSION_MEDIA.SUBMISSION_ID, SUBMISSION_MEDIA.QUESTION, SUBMISSION_MEDIA.MEDIA_ID)
                .from(SUBMISSION_MEDIA)
                .join(MEDIA)
                .on(MEDIA.ID.eq(SUBMISSION_MEDIA.MEDIA_ID))
                .where(SUBMISSION_MEDIA.SUBMISSION_ID.eq(any(reports.toArray(Long[]::new))))
                .and(MEDIA.STATE.in("waiting", "stored"))
                .orderBy(SUBMISSION_MEDIA.SUBMISSION_ID, SUBMISSION_MEDIA.POSITION)
                .forEach(row -> files.computeIfAbsent(row.value1(), _ -> new HashMap<>())
                        .computeIfAbsent(row.value2(), _ -> new ArrayList<>())
                        .add(row.value3()));
        return files;
    }
}
