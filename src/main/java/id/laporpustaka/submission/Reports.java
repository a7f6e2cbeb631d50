package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.ReviewCondition;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.TimeZones;
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
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads reports whole, for those who may see them.
public final class Reports {
    private static final id.laporpustaka.db.generated.tables.Region AROUND = REGION.as("around");
    private static final id.laporpustaka.db.generated.tables.Submission KEPT = SUBMISSION.as("kept");
    private static final id.laporpustaka.db.generated.tables.Submission FIRST = SUBMISSION.as("first");
    private static final Field<Boolean> MAY_ASK = DSL.field(DSL.name("may_ask"), Boolean.class);
    private static final Field<Boolean> MAY_REVIEW = DSL.field(DSL.name("may_review"), Boolean.class);

    private final DSLContext db;

    public Reports(DSLContext db) {
        this.db = db;
    }

    /// A report, and what somebody may do with it.
    ///
    /// @param mayAsk ask for corrections and remark
    /// @param mayReview verify and reject too
    public record Seen(Report report, boolean mayAsk, boolean mayReview) {
        /// Whether the reader may decide so about a report that stands right for it.
        public boolean may(Verdict verdict) {
            return verdict.needsReview() ? mayReview : mayAsk;
        }
    }

    /// The reports of these people with these numbers, whatever became of them, by number.
    ///
    /// @param senders by number
    public Map<String, Report> findOwn(Map<String, Long> senders) {
        var found = new HashMap<String, Report>();
        select(List.of(), SUBMISSION.NUMBER.eq(any(senders.keySet().toArray(String[]::new))))
                .forEach(row -> found.put(row.get(SUBMISSION.NUMBER), report(row)));
        found.values()
                .removeIf(report -> !Long.valueOf(report.sender().personId()).equals(senders.get(report.number())));
        return found;
    }

    /// Those of the reports that there are, whatever became of them, in the order of sending.
    public List<Report> findAll(Collection<Long> ids) {
        return select(List.of(), SUBMISSION.ID.eq(any(ids.toArray(Long[]::new))))
                .orderBy(SUBMISSION.SUBMITTED_AT, SUBMISSION.ID)
                .fetch(Reports::report);
    }

    /// The report with this number, if the person may review it, ask for its correction, or see it at all.
    public Optional<Seen> find(Actor actor, String number) {
        return select(rights(actor), SUBMISSION.NUMBER.eq(number).and(ReviewCondition.maySee(actor)))
                .fetchOptional(row -> new Seen(report(row), row.get(MAY_ASK), row.get(MAY_REVIEW)));
    }

    /// Of the reports with these numbers those that the person may see.
    public List<Seen> list(Actor actor, Collection<String> numbers) {
        return select(
                        rights(actor),
                        SUBMISSION
                                .NUMBER
                                .eq(any(numbers.toArray(String[]::new)))
                                .and(ReviewCondition.maySee(actor)))
                .orderBy(SUBMISSION.SUBMITTED_AT, SUBMISSION.ID)
                .fetch(row -> new Seen(report(row), row.get(MAY_ASK), row.get(MAY_REVIEW)));
    }

    private static List<Field<?>> rights(Actor actor) {
        return List.of(
                DSL.field(ReviewCondition.mayAsk(actor)).as(MAY_ASK),
                DSL.field(ReviewCondition.mayReview(actor)).as(MAY_REVIEW));
    }

    /// Keeps everybody else from changing the reports with these numbers until the transaction ends. Whoever is to
    /// change one locks it before reading it.
    public void lock(Collection<String> numbers) {
        db.select(SUBMISSION.ID)
                .from(SUBMISSION)
                .where(SUBMISSION.NUMBER.eq(any(numbers.toArray(String[]::new))))
                .orderBy(SUBMISSION.ID)
                .forUpdate()
                .execute();
    }

    /// All that became of these reports, the oldest first, by the id of the report.
    public Map<Long, List<ReportRevision>> listRevisions(Collection<Long> ids) {
        var revisions = new HashMap<Long, List<ReportRevision>>();
        db.select(
                        SUBMISSION_REVISION.SUBMISSION_ID,
                        SUBMISSION_REVISION.REVISION,
                        SUBMISSION_REVISION.AT,
                        PERSON.NAME,
                        SUBMISSION_REVISION.ACTION,
                        SUBMISSION_REVISION.STATUS,
                        SUBMISSION_REVISION.REASON,
                        SUBMISSION_REVISION.ASKED,
                        SUBMISSION_REVISION.CHANGES)
                .from(SUBMISSION_REVISION)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(SUBMISSION_REVISION.PERSON_ID))
                .where(SUBMISSION_REVISION.SUBMISSION_ID.eq(any(ids.toArray(Long[]::new))))
                .orderBy(SUBMISSION_REVISION.SUBMISSION_ID, SUBMISSION_REVISION.REVISION)
                .forEach(row -> revisions
                        .computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                        .add(new ReportRevision(
                                row.value2(),
                                row.value3(),
                                Optional.ofNullable(row.value4()),
                                RevisionAction.of(row.value5()),
                                Status.of(row.value6()),
                                Optional.ofNullable(row.value7()).map(Reason::of),
                                names(row.value8()),
                                row.value9().data())));
        return revisions;
    }

    private static List<String> names(@Nullable JSONB asked) {
        if (asked == null) {
            return List.of();
        }
        try {
            return List.of(new ObjectMapper().readValue(asked.data(), String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was asked is not a list of names", e);
        }
    }

    private SelectConditionStep<? extends Record> select(List<Field<?>> more, Condition condition) {
        return db.select(
                        SUBMISSION.ID,
                        SUBMISSION.DRAFT_ID,
                        SUBMISSION.NUMBER,
                        SUBMISSION.REVISION,
                        SUBMISSION.FORM_ID,
                        SUBMISSION.FORM_VERSION,
                        SUBMISSION.STATUS,
                        SUBMISSION.SUBMITTED_AT,
                        SUBMISSION.TITLE,
                        SUBMISSION.DATE_START,
                        coalesce(SUBMISSION.DATE_END, SUBMISSION.DATE_START).as(SUBMISSION.DATE_END),
                        SUBMISSION.TOTAL,
                        SUBMISSION.ANSWERS,
                        SUBMISSION.RECEIPT_CARD,
                        KEPT.NUMBER,
                        FIRST.NUMBER,
                        LIBRARY.ID,
                        LIBRARY.NAME,
                        REGION.ID,
                        REGION.CODE,
                        REGION.LEVEL,
                        REGION.NAME,
                        AROUND.ID,
                        AROUND.CODE,
                        AROUND.LEVEL,
                        AROUND.NAME,
                        PERSON.ID,
                        PERSON.NAME,
                        PERSON.TELEGRAM_ID)
                .select(more)
                .from(SUBMISSION)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .join(REGION)
                .on(REGION.ID.eq(LIBRARY.REGION_ID))
                .leftJoin(AROUND)
                .on(AROUND.ID.eq(REGION.PARENT_ID))
                .join(PERSON)
                .on(PERSON.ID.eq(SUBMISSION.REPORTER_ID))
                .leftJoin(KEPT)
                .on(KEPT.ID.eq(SUBMISSION.MERGED_INTO))
                .leftJoin(FIRST)
                .on(FIRST.ID.eq(SUBMISSION.SHARED_WITH))
                .where(condition);
    }

    private static Report report(Record row) {
        var region = region(row, REGION);
        var title = row.get(AROUND.ID) == null
                ? region.title()
                : region.title() + ", " + region(row, AROUND).title();
        var total = row.get(SUBMISSION.TOTAL);
        var receipt = row.get(SUBMISSION.RECEIPT_CARD);
        var telegramId = row.get(PERSON.TELEGRAM_ID);
        return new Report(
                row.get(SUBMISSION.ID),
                row.get(SUBMISSION.DRAFT_ID),
                row.get(SUBMISSION.NUMBER),
                row.get(SUBMISSION.REVISION),
                row.get(SUBMISSION.FORM_ID),
                row.get(SUBMISSION.FORM_VERSION),
                new Report.Library(
                        row.get(LIBRARY.ID),
                        row.get(LIBRARY.NAME),
                        title,
                        regency(region.code()),
                        TimeZones.of(region.code())),
                new Report.Sender(
                        row.get(PERSON.ID),
                        Optional.ofNullable(row.get(PERSON.NAME)),
                        telegramId == null ? OptionalLong.empty() : OptionalLong.of(telegramId)),
                Status.of(row.get(SUBMISSION.STATUS)),
                row.get(SUBMISSION.SUBMITTED_AT),
                Optional.ofNullable(row.get(SUBMISSION.TITLE)),
                row.get(SUBMISSION.DATE_START),
                row.get(SUBMISSION.DATE_END),
                total == null ? OptionalInt.empty() : OptionalInt.of(total),
                row.get(SUBMISSION.ANSWERS).data(),
                receipt == null ? OptionalInt.empty() : OptionalInt.of(receipt),
                Optional.ofNullable(row.get(KEPT.NUMBER)),
                Optional.ofNullable(row.get(FIRST.NUMBER)));
    }

    private static String regency(String code) {
        return code.substring(0, Math.min(code.length(), RegionLevel.REGENCY.codeLength()));
    }

    private static Region region(Record row, id.laporpustaka.db.generated.tables.Region table) {
        return new Region(
                row.get(table.ID), row.get(table.CODE), RegionLevel.of(row.get(table.LEVEL)), row.get(table.NAME));
    }
}
