package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.DRAFT;
import static id.laporpustaka.db.generated.Tables.FORM_VERSION;
import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_MEDIA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_REVISION;
import static java.util.Objects.requireNonNull;

import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.ReportEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/// A library with all that belongs to it, nothing of which others may know or change, and somebody who tries it
/// with one role after the other.
public final class GuardedLibrary {
    /// Everything that must not be known to others has this in its name.
    public static final String SECRET = "Rahasia";

    /// The Telegram id of who tries.
    public static final long ACTOR = 900;

    private static final Instant NOW = Instant.parse("2025-08-20T03:00:00Z");

    private static final List<String> TABLES = List.of(
            "library",
            "membership",
            "assignment",
            "assignment_library",
            "invite",
            "submission",
            "submission_revision",
            "draft",
            "form_version",
            "form_candidate",
            "nudge",
            "no_activity",
            "person");

    private final DSLContext db;
    private long telegramIds = 10_000;
    private int targets;
    private int twins;

    public enum Who {
        STRANGER,
        WAITING,
        REPORTER,
        PIC_DESA,
        FASDA,
        PIC_KAB,
        PIC_PROV,
        KONSULTAN,
        NASIONAL,
        ADMIN;

        public Optional<Role> role() {
            return Stream.of(Role.values())
                    .filter(role -> role.name().equals(name()))
                    .findFirst();
        }
    }

    /// A library and what belongs to it.
    public record Target(
            long library,
            long member,
            long person,
            long waiting,
            long invite,
            long assignment,
            long draft,
            long report,
            String number,
            long file) {}

    /// @param db with the sample regions, one more province, and the built-in forms
    public GuardedLibrary(DSLContext db) {
        this.db = db;
    }

    /// All that can be changed, without what is remembered of the actor's own chat.
    public List<String> everything() {
        new ReportEvents(db).sequence();
        return TABLES.stream()
                .map(table -> table
                        + db.fetchSingle("select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from "
                                        + table + " t")
                                .get(0, String.class))
                .toList();
    }

    /// Makes the actor somebody, who has agreed to the privacy notice.
    public long become(Who who, boolean inside) {
        if (who == Who.STRANGER) {
            return 0;
        }
        var person = new People(db).add(ACTOR, "Pelaku", "id");
        new People(db).acceptPrivacy(By.chat(person), person, "2026-1", NOW);
        who.role().ifPresent(role -> new Assignments(db).appoint(By.product(), person, role, region(role, inside)));
        if (who == Who.REPORTER && !inside) {
            var other = new Libraries(db)
                    .add(
                            "Perpustakaan lain",
                            LibraryType.DESA,
                            Scheme.PENUH,
                            Optional.empty(),
                            SampleRegions.id(db, "33.06.01.2002"));
            new Memberships(db).admit(By.product(), person, other, MemberRole.RELAWAN, NOW);
        }
        return person;
    }

    private long actor() {
        return requireNonNull(new People(db).findActors(List.of(ACTOR)).get(ACTOR))
                .personId();
    }

    private OptionalLong region(Role role, boolean inside) {
        return switch (role) {
            case NASIONAL, ADMIN -> OptionalLong.empty();
            case PIC_PROV, KONSULTAN -> OptionalLong.of(SampleRegions.id(db, inside ? "33" : "34"));
            case PIC_KAB, FASDA -> OptionalLong.of(SampleRegions.id(db, inside ? "33.06" : "33.07"));
            case PIC_DESA -> OptionalLong.of(SampleRegions.id(db, inside ? "33.06.01.2001" : "33.06.01.2002"));
        };
    }

    public void resign(Who who) {
        if (who != Who.STRANGER) {
            var person = actor();
            db.update(ASSIGNMENT)
                    .set(ASSIGNMENT.REVOKED_AT, NOW)
                    .where(ASSIGNMENT.PERSON_ID.eq(person))
                    .execute();
            new People(db).erase(By.product(), person, NOW);
        }
    }

    private long person(String name) {
        return new People(db).add(++telegramIds, SECRET + " " + name, "id");
    }

    public Target target(Who who, boolean inside) {
        targets++;
        var village = SampleRegions.id(db, "33.06.01.2001");
        var memberships = new Memberships(db);
        var libraries = new Libraries(db);
        libraries.add(SECRET + " Kembar " + targets, LibraryType.DESA, Scheme.PENUH, Optional.empty(), village);
        var library = libraries.add(SECRET + " " + targets, LibraryType.DESA, Scheme.PENUH, Optional.empty(), village);
        var sari = person("Sari");
        var member = memberships
                .admit(By.product(), sari, library, MemberRole.KEPALA, NOW)
                .membershipId();
        var tono = person("Tono");
        var waiting = ask(tono, library);
        var invite = new Invites(db)
                .create(By.chat(sari), new InviteTarget.ToReport(library), 2, Duration.ofDays(30), NOW)
                .id();
        var assignment = new Assignments(db).appoint(By.product(), sari, Role.PIC_DESA, OptionalLong.of(village));
        if (inside && (who == Who.REPORTER || who == Who.WAITING)) {
            var actor = actor();
            if (who == Who.REPORTER) {
                memberships.admit(By.product(), actor, library, MemberRole.RELAWAN, NOW);
            } else {
                ask(actor, library);
            }
        }
        var report = report(sari, library);
        return new Target(
                library,
                member,
                sari,
                waiting,
                invite,
                assignment,
                draft(sari, library),
                report,
                "PM-2508-" + targets,
                file(report));
    }

    /// A photo that has been stored, under the key `secret/` and a number.
    private long file(long report) {
        var file = db.insertInto(MEDIA)
                .set(MEDIA.UNIQUE_ID, "file" + targets)
                .set(MEDIA.FILE_ID, "file" + targets)
                .set(MEDIA.STATE, "stored")
                .set(MEDIA.CONTENT_TYPE, "image/jpeg")
                .set(MEDIA.SIZE, (long) SECRET.length())
                .set(MEDIA.STORE_KEY, "secret/" + targets)
                .set(MEDIA.THUMBNAIL_KEY, "secret/" + targets + "-small")
                .set(MEDIA.WIDTH, 1)
                .set(MEDIA.HEIGHT, 1)
                .set(MEDIA.LOOK, 0L)
                .returningResult(MEDIA.ID)
                .fetchSingle()
                .value1();
        db.insertInto(SUBMISSION_MEDIA)
                .set(SUBMISSION_MEDIA.SUBMISSION_ID, report)
                .set(SUBMISSION_MEDIA.QUESTION, "photos")
                .set(SUBMISSION_MEDIA.MEDIA_ID, file)
                .set(SUBMISSION_MEDIA.POSITION, (short) 0)
                .execute();
        return file;
    }

    /// Lets there be a decision about the report, to be taken back.
    public void verify(Target target) {
        db.update(SUBMISSION)
                .set(SUBMISSION.STATUS, "verified")
                .where(SUBMISSION.ID.eq(target.report()))
                .execute();
    }

    private long ask(long person, long library) {
        return new Memberships(db).request(By.chat(person), person, library, MemberRole.RELAWAN, NOW)
                        instanceof MembershipRequest.Made(var id)
                ? id
                : 0;
    }

    private String version() {
        return db.select(FORM_VERSION.VERSION)
                .from(FORM_VERSION)
                .where(FORM_VERSION.FORM_ID.eq("PM"))
                .fetchSingle()
                .value1();
    }

    private long draft(long person, long library) {
        db.insertInto(DRAFT)
                .set(DRAFT.ID, 1_000L + targets)
                .set(DRAFT.PERSON_ID, person)
                .set(DRAFT.LIBRARY_ID, library)
                .set(DRAFT.FORM_ID, "PM")
                .set(DRAFT.FORM_VERSION, version())
                .set(DRAFT.CONTENT, JSONB.jsonb("{\"answers\": {\"title\": \"" + SECRET + "\"}}"))
                .set(DRAFT.REVISION, 1)
                .execute();
        return 1_000L + targets;
    }

    /// The number of one more report of the library, which is like that of the target.
    public String twin(Target target) {
        twins++;
        var number = "PM-2508-T" + twins;
        report(target.person(), target.library(), 700_000L + twins, number);
        return number;
    }

    private long report(long person, long library) {
        return report(person, library, 500_000L + targets, "PM-2508-" + targets);
    }

    private long report(long person, long library, long draft, String number) {
        var id = db.insertInto(SUBMISSION)
                .set(SUBMISSION.DRAFT_ID, draft)
                .set(SUBMISSION.NUMBER, number)
                .set(SUBMISSION.FORM_ID, "PM")
                .set(SUBMISSION.FORM_VERSION, version())
                .set(SUBMISSION.LIBRARY_ID, library)
                .set(SUBMISSION.REPORTER_ID, person)
                .set(SUBMISSION.STATUS, "sent")
                .set(SUBMISSION.SUBMITTED_AT, NOW)
                .set(SUBMISSION.DATE_START, LocalDate.of(2025, 8, 19))
                .set(SUBMISSION.TITLE, SECRET)
                .set(SUBMISSION.PROOF, "%022d".formatted(draft))
                .set(SUBMISSION.ANSWERS, JSONB.jsonb("{\"title\": \"" + SECRET + "\"}"))
                .returningResult(SUBMISSION.ID)
                .fetchSingle()
                .value1();
        db.insertInto(SUBMISSION_REVISION)
                .set(SUBMISSION_REVISION.SUBMISSION_ID, id)
                .set(SUBMISSION_REVISION.REVISION, 1)
                .set(SUBMISSION_REVISION.ACTION, "sent")
                .set(SUBMISSION_REVISION.STATUS, "sent")
                .set(SUBMISSION_REVISION.CHANGES, JSONB.jsonb("{}"))
                .execute();
        return id;
    }
}
