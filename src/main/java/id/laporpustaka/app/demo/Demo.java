package id.laporpustaka.app.demo;

import static id.laporpustaka.db.generated.Tables.PERSON;

import id.laporpustaka.db.Database;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.Regions;
import id.laporpustaka.place.TimeZones;
import id.laporpustaka.submission.NewSubmission;
import id.laporpustaka.submission.SubmissionNumber;
import id.laporpustaka.submission.Submissions;
import id.laporpustaka.submission.media.Media;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/// Fills an empty database with eight libraries of Kabupaten Purworejo, their people, and eight months of
/// reports. People and libraries are made up; the villages are real.
public final class Demo {
    static final String REGENCY = "33.06";
    static final DemoPerson SARI = new DemoPerson(1001, "Sari", "Wulandari", "id", "Bu Sari, pustakawan desa");
    static final DemoPerson JOKO = new DemoPerson(1002, "Joko", "Prasetyo", "id", "Pak Joko, dua perpustakaan");
    static final DemoPerson RATNA = new DemoPerson(1003, "Ratna", "Dewi", "id", "Bu Ratna, PIC kabupaten");
    static final DemoPerson BUDI = new DemoPerson(1004, "Budi", "Santoso", "id", "Pak Budi, admin");
    static final DemoPerson SITI = new DemoPerson(1011, "Siti", "Nurhayati", "id", "Bu Siti");
    static final DemoPerson FAUZI = new DemoPerson(1012, "Ahmad", "Fauzi", "id", "Pak Fauzi");
    static final DemoPerson ENDANG = new DemoPerson(1013, "Endang", "Susilowati", "id", "Bu Endang");
    static final DemoPerson BAMBANG = new DemoPerson(1014, "Bambang", "Riyanto", "id", "Pak Bambang");

    private static final int MONTHS = 8;
    private static final int PICTURES = 60;
    private static final String PRIVACY_VERSION = "1";

    private Demo() {}

    /// Those whom one can play: two librarians, a coordinator and an admin.
    public static List<DemoPerson> phones() {
        return List.of(SARI, JOKO, RATNA, BUDI);
    }

    /// Adds everything in one transaction, unless the demo is there already.
    ///
    /// @param forms the six that come with the product, in versions that have been published to this database
    /// @param today the reports end the day before
    /// @return whether it was added now
    /// @throws IllegalStateException if the regions have not been loaded
    public static boolean seed(Database database, List<Form> forms, LocalDate today) {
        return database.inTransaction(db -> {
            if (db.fetchExists(PERSON, PERSON.TELEGRAM_ID.eq(SARI.telegramId()))) {
                return false;
            }
            seed(db, new DemoReports(forms, today), today.minusMonths(MONTHS));
            return true;
        });
    }

    private static void seed(DSLContext db, DemoReports reports, LocalDate first) {
        var began = first.atStartOfDay(TimeZones.of(REGENCY)).toInstant();
        var people = addPeople(db, began);
        var assignments = new Assignments(db);
        var admin = get(people, BUDI);
        var coordinator = get(people, RATNA);
        assignments.appoint(By.product(), admin, Role.ADMIN, OptionalLong.empty());
        assignments.appoint(By.chat(admin), coordinator, Role.PIC_KAB, OptionalLong.of(region(db, REGENCY)));
        for (var library : DemoLibrary.ALL) {
            var id = new Libraries(db)
                    .add(
                            library.name(),
                            library.type(),
                            library.scheme(),
                            Optional.empty(),
                            region(db, library.regionCode()));
            library.reporter().ifPresent(person -> {
                var reporter = get(people, person);
                new Memberships(db).admit(By.chat(coordinator), reporter, id, library.role(), began);
                reports.add(library, id, reporter, first);
            });
        }
        var submissions = new Submissions(db);
        var ids = submissions.insertAll(numbered(reports.all(), submissions));
        new Media(db).attach(newestFiles(reports, ids));
    }

    /// Those of the last weeks are painted when they are fetched, see [DemoFiles]; of the older ones only the
    /// names are there.
    private static Map<Long, Map<String, List<MediaFile>>> newestFiles(DemoReports reports, Map<Long, Long> ids) {
        var files = new HashMap<Long, Map<String, List<MediaFile>>>();
        var count = 0;
        for (var report : reports.all().stream()
                .sorted(Comparator.comparing(NewSubmission::submittedAt).reversed())
                .toList()) {
            var id = Objects.requireNonNull(ids.get(report.draftId()));
            var ofReport = reports.filesOf(report);
            count += ofReport.values().stream().mapToInt(List::size).sum();
            if (count > PICTURES) {
                break;
            }
            files.put(id, ofReport);
        }
        return files;
    }

    private static Map<DemoPerson, Long> addPeople(DSLContext db, Instant consentedAt) {
        var people = new People(db);
        var ids = new HashMap<DemoPerson, Long>();
        Stream.concat(phones().stream(), Stream.of(SITI, FAUZI, ENDANG, BAMBANG))
                .forEach(person -> {
                    var id = people.add(person.telegramId(), person.fullName(), person.languageCode());
                    people.acceptPrivacy(By.chat(id), id, PRIVACY_VERSION, consentedAt);
                    ids.put(person, id);
                });
        return ids;
    }

    /// With numbers in the order of sending.
    private static List<NewSubmission> numbered(List<NewSubmission> reports, Submissions submissions) {
        var numbers = submissions.nextNumbers(reports.size()).iterator();
        var numbered = new ArrayList<NewSubmission>();
        reports.stream()
                .sorted(Comparator.comparing(NewSubmission::submittedAt))
                .forEach(report -> numbered.add(new NewSubmission(
                        report.draftId(),
                        SubmissionNumber.of(
                                report.formId(),
                                YearMonth.from(report.submittedAt().atZone(TimeZones.of(REGENCY))),
                                numbers.next()),
                        report.formId(),
                        report.formVersion(),
                        report.libraryId(),
                        report.reporterId(),
                        report.status(),
                        report.submittedAt(),
                        report.columns(),
                        report.answersJson())));
        return numbered;
    }

    private static long region(DSLContext db, String code) {
        return new Regions(db)
                .findByCode(code)
                .orElseThrow(() -> new IllegalStateException("The demo needs the region " + code))
                .id();
    }

    private static long get(Map<DemoPerson, Long> people, DemoPerson person) {
        return Objects.requireNonNull(people.get(person));
    }
}
