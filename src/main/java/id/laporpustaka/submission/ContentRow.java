package id.laporpustaka.submission;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/// What a report says, as part of a row of `submission`: the columns and, in the same order, their values.
final class ContentRow {
    static final List<Field<?>> COLUMNS = List.of(
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
            SUBMISSION.PARTNERS,
            SUBMISSION.FUNDS,
            SUBMISSION.REGULATION,
            SUBMISSION.ANSWERS);

    private ContentRow() {}

    static List<@Nullable Object> values(SubmissionColumns columns, String answersJson) {
        return Arrays.asList(
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
                nullable(columns.amount()),
                columns.photoCount(),
                columns.partners().toArray(String[]::new),
                columns.funds().toArray(String[]::new),
                columns.regulation().orElse(null),
                JSONB.jsonb(answersJson));
    }

    static @Nullable Integer nullable(OptionalInt number) {
        return number.isPresent() ? (Integer) number.getAsInt() : null;
    }

    static @Nullable Long nullable(OptionalLong number) {
        return number.isPresent() ? (Long) number.getAsLong() : null;
    }
}
