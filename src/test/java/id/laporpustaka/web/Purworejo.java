package id.laporpustaka.web;

import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.NewSubmission;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.SubmissionColumns;
import id.laporpustaka.submission.Submissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jooq.DSLContext;

/// A small world: four libraries in Kab. Purworejo and Kab. Wonosobo, their reports of some months, and people who
/// coordinate all of it, a part, or nothing.
final class Purworejo {
    private static final Instant SENT = Instant.parse("2025-08-20T02:00:00Z");

    private final DSLContext db;
    final long admin;
    final long coordinator;
    final long reporter;
    final long grabag;
    final long kota;
    final long wonosobo;
    final long patutrejo;
    private long drafts = 1;

    Purworejo(DSLContext db) {
        this.db = db;
        SampleRegions.addTo(db);
        new FormVersions(db).publishBuiltIn("PM", "1", TestForms.source());
        var people = new People(db);
        admin = people.add(1, "Bu Ratna", "id");
        coordinator = people.add(2, "Pak Joko", "id");
        reporter = people.add(3, "Bu Sari", "en");
        appoint(admin, Role.ADMIN, OptionalLong.empty());
        appoint(coordinator, Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.06")));
        grabag = library("Perpustakaan Desa Harjobinangun", "33.06.01.2001");
        kota = library("TBM Sumber Ilmu", "33.06.06.1007");
        wonosobo = library("Perpustakaan Desa Lancar", "33.07.01.2001");
        patutrejo = library("Perpustakaan Desa Patutrejo", "33.06.01.2002");
        join(grabag);
        join(kota);
        join(wonosobo);
    }

    /// In August 2025 five reports with 12 men and 20 women each, in July three, in June one; Wonosobo has one
    /// more in August.
    Purworejo withReports() {
        for (var day = 1; day <= 4; day++) {
            report(grabag, LocalDate.of(2025, 8, day), "EKO");
        }
        report(kota, LocalDate.of(2025, 8, 17), "DIK");
        report(grabag, LocalDate.of(2025, 7, 2), "EKO");
        report(kota, LocalDate.of(2025, 7, 3), "EKO");
        report(kota, LocalDate.of(2025, 7, 31), "");
        report(grabag, LocalDate.of(2025, 6, 15), "EKO");
        report(wonosobo, LocalDate.of(2025, 8, 9), "EKO");
        return this;
    }

    private void appoint(long person, Role role, OptionalLong region) {
        new Assignments(db).appoint(By.product(), person, role, region);
    }

    private long library(String name, String code) {
        return new Libraries(db)
                .add(name, LibraryType.DESA, Scheme.PENUH, Optional.empty(), SampleRegions.id(db, code));
    }

    private void join(long library) {
        new Memberships(db).admit(By.chat(admin), reporter, library, MemberRole.PENGELOLA, SENT);
    }

    private void report(long library, LocalDate date, String topic) {
        new Submissions(db).insertAll(List.of(submission(drafts++, library, date, topic)));
    }

    /// A report whose number is that of its draft.
    NewSubmission submission(long draft, long library, LocalDate date, String topic) {
        var columns = new SubmissionColumns(
                Optional.of("Kegiatan " + draft),
                date,
                date,
                Optional.empty(),
                Optional.of(topic).filter(code -> !code.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                1,
                OptionalInt.of(12),
                OptionalInt.of(20),
                OptionalInt.of(32),
                OptionalInt.empty(),
                OptionalLong.empty(),
                1);
        return new NewSubmission(draft, "PM-" + draft, "PM", "1", library, reporter, Status.SENT, SENT, columns, "{}");
    }
}
