package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;

import id.laporpustaka.db.generated.tables.records.SubmissionRecord;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.People;
import id.laporpustaka.submission.Reason;
import id.laporpustaka.submission.ReportChange;
import id.laporpustaka.submission.ReportChanges;
import id.laporpustaka.submission.Reports;
import id.laporpustaka.submission.Verdict;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/// Reports of [Purworejo] as reviewers and senders find them.
final class ReportPages {
    /// The first report of the library in Harjobinangun.
    static final String NUMBER = "PM-1";

    private static final String ANSWERS = """
        {"title": "Pelatihan keripik singkong", "date_start": "2025-08-01", "pm_form": "PLT", "pm_topic": "EKO",
         "pm_mode": "PERP", "pm_male": 12, "pm_female": 20, "pm_total": 32, "pm_age": "U3159", "photo_child": "YES",
         "photo_consent": "NO", "pm_result": "Ibu-ibu <b>bisa</b> membuat keripik."}
        """;

    private final DSLContext db;

    ReportPages(DSLContext db) {
        this.db = db;
        db.update(SUBMISSION)
                .set(SUBMISSION.TITLE, "Pelatihan keripik singkong")
                .set(SUBMISSION.ANSWERS, JSONB.jsonb(ANSWERS))
                .where(SUBMISSION.NUMBER.eq(NUMBER))
                .execute();
    }

    /// What another reviewer, or the same one elsewhere, does with it.
    void decide(long person, String number, Verdict verdict, Optional<Reason> reason, List<String> asked, Instant at) {
        var actor = actor(person);
        var report = new Reports(db).find(actor, number).orElseThrow().report();
        new ReportChanges(db).apply(List.of(ReportChange.reviewed(report, verdict, reason, asked, person, at)));
    }

    /// Its sender mends the number of men, having been asked.
    void correct(long reviewer, long sender, String number, Instant at) {
        decide(
                reviewer,
                number,
                Verdict.ASK,
                Optional.of(new Reason.Offered(Reason.Kind.NUMBER)),
                List.of("pm_lp"),
                at);
        db.update(SUBMISSION)
                .set(SUBMISSION.STATUS, "sent")
                .set(SUBMISSION.REVISION, SUBMISSION.REVISION.plus(1))
                .where(SUBMISSION.NUMBER.eq(number))
                .execute();
        db.insertInto(SUBMISSION_REVISION)
                .set(SUBMISSION_REVISION.SUBMISSION_ID, id(number))
                .set(SUBMISSION_REVISION.REVISION, revision(number))
                .set(SUBMISSION_REVISION.AT, at)
                .set(SUBMISSION_REVISION.PERSON_ID, sender)
                .set(SUBMISSION_REVISION.ACTION, "corrected")
                .set(SUBMISSION_REVISION.STATUS, "sent")
                .set(
                        SUBMISSION_REVISION.CHANGES,
                        JSONB.jsonb("{\"pm_male\": {\"from\": 120, \"to\": 12}, \"pm_total\": {\"from\": 140, \"to\":"
                                + " 32}}"))
                .execute();
    }

    static Reason remark() {
        return Reason.written("Terima kasih");
    }

    /// One more like it, sent last.
    void copy(long id, String number) {
        var row = db.fetchSingle(SUBMISSION, SUBMISSION.ID.eq(id));
        var copy = row.copy();
        copy.setNumber(number);
        copy.setDraftId(row.getDraftId() + 1_000L + Long.parseLong(number.substring(3)));
        copy.setSubmittedAt(row.getSubmittedAt().plus(Duration.ofDays(9)));
        copy.reset(SUBMISSION.POSTS); // the database works these out
        copy.reset(SUBMISSION.SEARCH_KEY);
        copy.insert();
    }

    private Actor actor(long person) {
        return new People(db).findActor(person).orElseThrow();
    }

    long id(String number) {
        return row(number).getId();
    }

    int revision(String number) {
        return row(number).getRevision();
    }

    String status(String number) {
        return row(number).getStatus();
    }

    private SubmissionRecord row(String number) {
        return db.fetchSingle(SUBMISSION, SUBMISSION.NUMBER.eq(number));
    }

    /// Sends a form as browsers do, also with several values for one name.
    ///
    /// @param fields names and values by turns
    static HttpResponse<String> send(Client client, String path, String... fields) {
        var body = new StringBuilder("_csrf=").append(DirectoryPages.token(client));
        for (var i = 0; i < fields.length; i += 2) {
            body.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return client.send("POST", path, body.toString(), "Content-Type", "application/x-www-form-urlencoded");
    }

    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
