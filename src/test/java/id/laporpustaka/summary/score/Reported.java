package id.laporpustaka.summary.score;

import id.laporpustaka.submission.NewSubmission;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.SubmissionColumns;
import id.laporpustaka.submission.Submissions;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jooq.DSLContext;

/// Reports of libraries, each sent on the day that it is about.
public final class Reported {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final DSLContext db;
    private final long reporter;
    private long drafts = 1_000_000;

    public Reported(DSLContext db, long reporter) {
        this.db = db;
        this.reporter = reporter;
    }

    /// What the worked example of the rules has: six months of a village library, 69.6 points.
    public void workedExample(long library, int year, String formVersion) {
        for (var month = 1; month <= 6; month++) {
            for (var i = 0; i < 3; i++) {
                send(library, "PM", formVersion, LocalDate.of(year, month, 10 + i), 25, "{}");
            }
            if (month < 6) {
                var closes = LocalDate.of(year, month + 1, 5);
                insert(library, "ST", formVersion, YearMonth.of(year, month).atDay(1), closes, 900, "{}");
            }
        }
        for (var month : List.of(1, 3, 5)) {
            send(library, "AD", formVersion, LocalDate.of(year, month, 3), 0, "{}");
            send(library, "PB", formVersion, LocalDate.of(year, month, 4), 0, "{\"pb_count\": 3}");
        }
        send(library, "LI", formVersion, LocalDate.of(year, 2, 3), 0, "{}");
        send(library, "CD", formVersion, LocalDate.of(year, 2, 3), 0, "{}");
    }

    public void send(long library, String form, String formVersion, LocalDate day, int people, String answers) {
        insert(library, form, formVersion, day, day, people, answers);
    }

    private void insert(
            long library, String form, String version, LocalDate day, LocalDate sentOn, int people, String answers) {
        drafts++;
        var columns = new SubmissionColumns(
                Optional.of("Kegiatan"),
                day,
                day,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                OptionalInt.empty(),
                OptionalInt.empty(),
                people == 0 ? OptionalInt.empty() : OptionalInt.of(people),
                OptionalInt.empty(),
                OptionalLong.empty(),
                1);
        new Submissions(db)
                .insertAll(List.of(new NewSubmission(
                        drafts,
                        "N-" + drafts,
                        form,
                        version,
                        library,
                        reporter,
                        Status.SENT,
                        sentOn.atTime(12, 0).atZone(ZONE).toInstant(),
                        columns,
                        answers)));
    }
}
