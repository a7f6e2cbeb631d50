package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.DRAFT;
import static id.laporpustaka.db.generated.Tables.FORM_VERSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;

import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/// The sample regions with what tests put into them: libraries, people, reports.
final class Village {
    static final Instant NOON = Instant.parse("2025-08-20T05:00:00Z");

    private final DSLContext db;
    private long telegramIds = 1_000;
    private long drafts = 1;

    /// Where there are no regions yet.
    Village(DSLContext db) {
        this(db, true);
    }

    /// Where the sample regions are already.
    static Village among(DSLContext db) {
        return new Village(db, false);
    }

    private Village(DSLContext db, boolean withRegions) {
        this.db = db;
        if (withRegions) {
            SampleRegions.addTo(db);
        }
        db.insertInto(FORM_VERSION)
                .set(FORM_VERSION.FORM_ID, "PM")
                .set(FORM_VERSION.VERSION, "1")
                .set(FORM_VERSION.SOURCE, "")
                .set(FORM_VERSION.BUILT_IN, true)
                .execute();
    }

    long library(String name, String regionCode) {
        return new Libraries(db)
                .add(name, LibraryType.DESA, Scheme.PENUH, Optional.empty(), SampleRegions.id(db, regionCode));
    }

    /// Somebody with a chat.
    long person(String name) {
        var telegramId = ++telegramIds;
        db.insertInto(CHAT).set(CHAT.ID, telegramId).execute();
        return new People(db).add(telegramId, name, "id");
    }

    long telegramId(long personId) {
        return new People(db).findActor(personId).orElseThrow().telegramId();
    }

    long coordinator(String name, Role role, String regionCode) {
        var person = person(name);
        new Assignments(db).appoint(By.product(), person, role, OptionalLong.of(SampleRegions.id(db, regionCode)));
        return person;
    }

    /// Their only role, taken back or not.
    long assignment(long personId) {
        return db.select(ASSIGNMENT.ID)
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.PERSON_ID.eq(personId))
                .fetchSingle()
                .value1();
    }

    long nationwide(String name, Role role) {
        var person = person(name);
        new Assignments(db).appoint(By.product(), person, role, OptionalLong.empty());
        return person;
    }

    long reporter(String name, long library) {
        var person = person(name);
        new Memberships(db).admit(By.product(), person, library, MemberRole.PENGELOLA, NOON);
        return person;
    }

    /// Asks to report for the library.
    ///
    /// @return the membership
    long ask(long person, long library, Instant at) {
        return switch (new Memberships(db).request(By.chat(person), person, library, MemberRole.PENGELOLA, at)) {
            case MembershipRequest.Made(var id) -> id;
            case MembershipRequest.MadeBefore(var id) -> id;
            case MembershipRequest.AlreadyAccepted(var id) -> id;
        };
    }

    long report(long person, long library, LocalDate date, String status) {
        var id = db.insertInto(SUBMISSION)
                .set(SUBMISSION.DRAFT_ID, drafts)
                .set(SUBMISSION.NUMBER, "PM-2508-" + drafts++)
                .set(SUBMISSION.FORM_ID, "PM")
                .set(SUBMISSION.FORM_VERSION, "1")
                .set(SUBMISSION.LIBRARY_ID, library)
                .set(SUBMISSION.REPORTER_ID, person)
                .set(SUBMISSION.STATUS, status)
                .set(SUBMISSION.SUBMITTED_AT, NOON.minusSeconds(3_600))
                .set(SUBMISSION.DATE_START, date)
                .set(SUBMISSION.ANSWERS, JSONB.jsonb("{}"))
                .returningResult(SUBMISSION.ID)
                .fetchSingle()
                .value1();
        db.insertInto(SUBMISSION_REVISION)
                .set(SUBMISSION_REVISION.SUBMISSION_ID, id)
                .set(SUBMISSION_REVISION.REVISION, 1)
                .set(SUBMISSION_REVISION.PERSON_ID, person)
                .set(SUBMISSION_REVISION.STATUS, status)
                .set(SUBMISSION_REVISION.ACTION, "sent")
                .set(SUBMISSION_REVISION.CHANGES, JSONB.jsonb("{}"))
                .execute();
        return id;
    }

    long draft(long person, long library) {
        var id = drafts++;
        db.insertInto(DRAFT)
                .set(DRAFT.ID, id)
                .set(DRAFT.PERSON_ID, person)
                .set(DRAFT.LIBRARY_ID, library)
                .set(DRAFT.FORM_ID, "PM")
                .set(DRAFT.FORM_VERSION, "1")
                .set(DRAFT.CONTENT, JSONB.jsonb("{\"answers\": {}}"))
                .set(DRAFT.REVISION, 1)
                .execute();
        return id;
    }

    String status(long submission) {
        return db.select(SUBMISSION.STATUS)
                .from(SUBMISSION)
                .where(SUBMISSION.ID.eq(submission))
                .fetchSingle()
                .value1();
    }
}
