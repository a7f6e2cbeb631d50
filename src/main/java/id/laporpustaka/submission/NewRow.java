package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// A report as a row of `submission`: the columns and, in the same order, their values.
final class NewRow {
    private static final List<Field<?>> WHOSE = List.of(
            SUBMISSION.DRAFT_ID,
            SUBMISSION.NUMBER,
            SUBMISSION.FORM_ID,
            SUBMISSION.FORM_VERSION,
            SUBMISSION.LIBRARY_ID,
            SUBMISSION.REPORTER_ID,
            SUBMISSION.STATUS,
            SUBMISSION.SUBMITTED_AT,
            SUBMISSION.UPDATED_AT,
            SUBMISSION.RECEIPT_CARD);

    static final List<Field<?>> COLUMNS =
            Stream.concat(WHOSE.stream(), ContentRow.COLUMNS.stream()).toList();

    private NewRow() {}

    static List<@Nullable Object> values(NewSubmission submission) {
        var values = new ArrayList<@Nullable Object>();
        values.add(submission.draftId());
        values.add(submission.number());
        values.add(submission.formId());
        values.add(submission.formVersion());
        values.add(submission.libraryId());
        values.add(submission.reporterId());
        values.add(submission.status().stored());
        values.add(submission.submittedAt());
        values.add(submission.submittedAt());
        values.add(ContentRow.nullable(submission.receipt()));
        values.addAll(ContentRow.values(submission.columns(), submission.answersJson()));
        return values;
    }
}
