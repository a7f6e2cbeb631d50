package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import id.laporpustaka.submission.Status;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;

/// What single libraries have reported in a month, kind by kind.
public final class OwnReports {
    private final DSLContext db;

    public OwnReports(DSLContext db) {
        this.db = db;
    }

    /// Reports of one kind that count.
    public record OfKind(long libraryId, String formId, YearMonth month, int reports, LocalDate last) {}

    /// Of a month and of the one before, in one query, the kinds by their ids.
    public List<OfKind> list(Collection<Long> libraryIds, YearMonth month) {
        var isInMonth = field(SUBMISSION.DATE_START.ge(inline(month.atDay(1))));
        return db.select(SUBMISSION.LIBRARY_ID, SUBMISSION.FORM_ID, isInMonth, count(), max(SUBMISSION.DATE_START))
                .from(SUBMISSION)
                .where(SUBMISSION.LIBRARY_ID.eq(any(libraryIds.toArray(Long[]::new))))
                .and(SUBMISSION.DATE_START.between(month.minusMonths(1).atDay(1), month.atEndOfMonth()))
                .and(SUBMISSION.STATUS.in(Status.counted().stream()
                        .map(status -> inline(status.stored()))
                        .toList()))
                .groupBy(SUBMISSION.LIBRARY_ID, SUBMISSION.FORM_ID, isInMonth)
                .orderBy(SUBMISSION.FORM_ID)
                .fetch(row -> new OfKind(
                        row.value1(),
                        row.value2(),
                        row.value3() ? month : month.minusMonths(1),
                        row.value4(),
                        row.value5()));
    }
}
