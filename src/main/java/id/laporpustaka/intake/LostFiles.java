package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_MEDIA;

import id.laporpustaka.conversation.Job;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.media.MediaFetcher;
import id.laporpustaka.submission.media.MediaReason;
import java.util.Optional;
import org.jooq.DSLContext;

/// Tells the senders of reports that a file of theirs is not to be had, so that none is missing in silence.
public final class LostFiles implements MediaFetcher.Listener {
    @Override
    public void onSettled(DSLContext tx, long mediaId, Optional<MediaReason> reason) {
        if (reason.isEmpty()) {
            return;
        }
        var jobs = tx.selectDistinct(PERSON.TELEGRAM_ID, SUBMISSION.NUMBER)
                .from(SUBMISSION_MEDIA)
                .join(SUBMISSION)
                .on(SUBMISSION.ID.eq(SUBMISSION_MEDIA.SUBMISSION_ID))
                .join(PERSON)
                .on(PERSON.ID.eq(SUBMISSION.REPORTER_ID))
                .where(SUBMISSION_MEDIA.MEDIA_ID.eq(mediaId))
                .and(PERSON.TELEGRAM_ID.isNotNull())
                .and(SUBMISSION.STATUS.in(
                        Status.standing().stream().map(Status::stored).toList()))
                .orderBy(PERSON.TELEGRAM_ID, SUBMISSION.NUMBER)
                .fetch(row -> new Job.TellLostFile(row.value1(), row.value2(), reason.get()));
        new JobLane(tx).addAll(jobs);
    }
}
