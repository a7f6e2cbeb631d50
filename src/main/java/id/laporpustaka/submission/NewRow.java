package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;

import java.util.List;
import java.util.OptionalInt;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/// A report as a row of `submission`: the columns and, in the same order, their values.
final class NewRow {
    static final List<Field<?>> COLUMNS = List.of(
            SUBMISSION.DRAFT_ID,
            SUBMISSION.NUMBER,
            SUBMISSION.FORM_ID,
            SUBMISSION.FORM_VERSION,
            SUBMISSION.LIBRARY_ID,
            SUBMISSION.REPORTER_ID,
            SUBMISSION.STATUS,
            SUBMISSION.SUBMITTED_AT,
            SUBMISSION.UPDATED_AT,
            SUBMISSION.TITLE,
            SUBMISSION.DATE_START,
            SUBMISSION.DATE_END,
            SUBMISSION.ACTIVITY_FORM,
            SUBMISSION.TOPIC,
            SUBMISSION.MODE,
            SUBMISSION.AGE_GROUP,
            SUBMISSION.SESSIONS,
            SUBMISSION.MALE,
            SUBMISSION.FEMALE,
            SUBMISSION.TOTAL,
            SUBMISSION.DISABLED,
            SUBMISSION.AMOUNT,
            SUBMISSION.PHOTO_COUNT,
            SUBMISSION.RECEIPT_CARD,
            SUBMISSION.ANSWERS);

    private NewRow() {}

    static @Nullable Object[] values(NewSubmission submission) {
        var columns = submission.columns();
        return new @Nullable Object[] {
            submission.draftId(),
            submission.number(),
            submission.formId(),
            submission.formVersion(),
            submission.libraryId(),
            submission.reporterId(),
            submission.status().stored(),
            submission.submittedAt(),
            submission.submittedAt(),
            columns.title().orElse(null),
            columns.dateStart(),
            columns.dateEnd(),
            columns.activityForm().orElse(null),
            columns.topic().orElse(null),
            columns.mode().orElse(null),
            columns.ageGroup().orElse(null),
            columns.sessions(),
            nullable(columns.male()),
            nullable(columns.female()),
            nullable(columns.total()),
            nullable(columns.disabled()),
            columns.amount().isPresent() ? columns.amount().getAsLong() : null,
            columns.photoCount(),
            nullable(submission.receipt()),
            JSONB.jsonb(submission.answersJson())
        };
    }

    private static @Nullable Integer nullable(OptionalInt number) {
        return number.isPresent() ? (Integer) number.getAsInt() : null;
    }
}
