package id.laporpustaka.submission.publishing;

import static id.laporpustaka.db.generated.Tables.DRAFT;
import static id.laporpustaka.db.generated.Tables.FORM_VERSION;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;

/// What admins see of the published forms.
public final class FormHistories {
    private final DSLContext db;

    public FormHistories(DSLContext db) {
        this.db = db;
    }

    /// All forms in the order of their first versions, in one query.
    public List<FormHistory> listAll() {
        var reports = select(SUBMISSION.FORM_ID, SUBMISSION.FORM_VERSION, count().as("reports"))
                .from(SUBMISSION)
                .groupBy(SUBMISSION.FORM_ID, SUBMISSION.FORM_VERSION)
                .asTable("report");
        var drafts = select(DRAFT.FORM_ID, DRAFT.FORM_VERSION, count().as("drafts"))
                .from(DRAFT)
                .where(DRAFT.DISCARDED_AT.isNull())
                .groupBy(DRAFT.FORM_ID, DRAFT.FORM_VERSION)
                .asTable("writing");
        var reportCount = coalesce(of("report", count().as("reports")), inline(0));
        var draftCount = coalesce(of("writing", count().as("drafts")), inline(0));
        Map<String, List<FormHistory.Version>> versions = new LinkedHashMap<>();
        Map<String, Optional<Instant>> retired = new LinkedHashMap<>();
        db.select(
                        FORM_VERSION.FORM_ID,
                        FORM_VERSION.VERSION,
                        FORM_VERSION.SOURCE,
                        FORM_VERSION.BUILT_IN,
                        FORM_VERSION.PUBLISHED_AT,
                        FORM_VERSION.RETIRED_AT,
                        PERSON.NAME,
                        reportCount,
                        draftCount)
                .from(FORM_VERSION)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(FORM_VERSION.PUBLISHED_BY))
                .leftJoin(reports)
                .on(of("report", SUBMISSION.FORM_ID).eq(FORM_VERSION.FORM_ID))
                .and(of("report", SUBMISSION.FORM_VERSION).eq(FORM_VERSION.VERSION))
                .leftJoin(drafts)
                .on(of("writing", DRAFT.FORM_ID).eq(FORM_VERSION.FORM_ID))
                .and(of("writing", DRAFT.FORM_VERSION).eq(FORM_VERSION.VERSION))
                .orderBy(FORM_VERSION.POSITION)
                .forEach(row -> {
                    versions.computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                            .addFirst(new FormHistory.Version(
                                    row.value2(),
                                    row.value3(),
                                    row.value4(),
                                    row.value5(),
                                    Optional.ofNullable(row.value7()),
                                    row.value8(),
                                    row.value9()));
                    retired.put(row.value1(), Optional.ofNullable(row.value6()));
                });
        return versions.entrySet().stream()
                .map(entry -> new FormHistory(
                        entry.getKey(), entry.getValue(), retired.getOrDefault(entry.getKey(), Optional.empty())))
                .toList();
    }

    private static <T> Field<T> of(String table, Field<T> column) {
        return field(name(table, column.getName()), column.getDataType());
    }
}
