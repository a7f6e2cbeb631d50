package id.laporpustaka.intake;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.By;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.MadeUpReport;
import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.submission.NewSubmission;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.Submissions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What coordinators and groups read when they ask for summaries, with a real database, from
/// `src/test/resources/summary-transcripts`.
///
/// Ratna coordinates Kab. Purworejo, Kadir its Kec. Grabag alone, and Naila the whole country. Sari reports for TBM
/// Pelita and Joko for Perpustakaan Cahaya Ilmu in another village of Kec. Grabag; Lina reports in Kab. Wonosobo. Each
/// has reported this month, Sari a year ago, too. Umi is a stranger. Grup is a group that they are all in.
class SummaryTranscriptsTest {
    private static final Path FOLDER = Path.of("src/test/resources/summary-transcripts");
    private static final long GROUP = -100;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private LiveChats chats;
    private long drafts = 100;

    static Stream<Path> transcripts() throws IOException {
        return Transcripts.in(FOLDER);
    }

    @BeforeEach
    void start() {
        var db = fresh.context();
        SampleRegions.addTo(db);
        chats = new LiveChats(fresh, (_, _, _) -> new MediaSource.Fetched.Gone("no files here"));
        chats.showWorkbooks();
        chats.add(3, "Ratna", Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.06")));
        chats.add(4, "Naila", Role.NASIONAL, OptionalLong.empty());
        chats.add(10, "Umi");
        chats.add(GROUP, "Grup");
        var sari = reporter(7, "Sari", "TBM Pelita", "33.06.01.2001");
        sari.reports("Kelas merajut", LocalDate.of(2025, 8, 12), 12);
        sari.reports("Dongeng Jumat", LocalDate.of(2025, 8, 5), 30);
        sari.reports("Kelas merajut", LocalDate.of(2025, 7, 8), 9);
        sari.reports("Pelatihan komputer", LocalDate.of(2024, 8, 6), 8);
        reporter(8, "Joko", "Perpustakaan Cahaya Ilmu", "33.06.01.2002")
                .reports("Bedah buku", LocalDate.of(2025, 8, 14), 20);
        reporter(11, "Wati", "TBM Mawar", "33.06.01.2001").reports("Lomba mewarnai", LocalDate.of(2025, 8, 15), 15);
        reporter(9, "Lina", "Perpustakaan Lancar", "33.07.01.2001").reports("Bazar", LocalDate.of(2025, 8, 1), 200);
        chats.add(5, "Kadir", Role.FASDA, OptionalLong.of(SampleRegions.id(db, "33.06.01")));
    }

    /// Somebody who reports for a library.
    private final class Reporter {
        private final long person;
        private final long library;

        private Reporter(long person, long library) {
            this.person = person;
            this.library = library;
        }

        void reports(String title, LocalDate day, int people) {
            var db = fresh.context();
            var form = PublishedForms.load(db).findCurrent("PM").orElseThrow();
            new Submissions(db)
                    .insertAll(List.of(new NewSubmission(
                            ++drafts,
                            "PM-" + drafts,
                            form.id(),
                            form.version(),
                            library,
                            person,
                            Status.SENT,
                            LiveChats.WEDNESDAY,
                            MadeUpReport.of(Optional.of(title), day, people),
                            "{}")));
        }
    }

    private Reporter reporter(long telegramId, String name, String library, String region) {
        var db = fresh.context();
        chats.add(telegramId, name);
        var id = new Libraries(db)
                .add(library, LibraryType.TBM, Scheme.MANDIRI, Optional.empty(), SampleRegions.id(db, region));
        var person = new People(db).add(telegramId, name, "id");
        new People(db).acceptPrivacy(By.chat(person), person, "2026-1", LiveChats.WEDNESDAY);
        new Memberships(db).admit(By.product(), person, id, MemberRole.PENGELOLA, LiveChats.WEDNESDAY);
        return new Reporter(person, id);
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void summaries_are_told_as_written(Path transcript) throws Exception {
        new LiveTranscripts(chats).check(transcript);
    }
}
