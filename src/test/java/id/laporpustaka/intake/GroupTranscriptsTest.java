package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.JOB;

import id.laporpustaka.db.DatabaseClock;
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
import id.laporpustaka.schedule.GroupDigests;
import id.laporpustaka.schedule.SettableClock;
import id.laporpustaka.submission.MadeUpReport;
import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.submission.NewSubmission;
import id.laporpustaka.submission.QuietPeriod;
import id.laporpustaka.submission.QuietTimes;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.Submissions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What groups hear, with a real database, from `src/test/resources/group-transcripts`. A line names who does
/// what in which topic of the group (`> Ratna #5: /pengingat`, `#0` for none), or the time to which the clock
/// goes on, in WIB (`> ⏰ 2025-08-25T08:00`).
///
/// Ratna coordinates Kab. Purworejo, with five libraries of which four have reported, and Pia Jawa Tengah, where
/// one more in Kab. Wonosobo has. Sari is a reporter.
class GroupTranscriptsTest {
    private static final Path FOLDER = Path.of("src/test/resources/group-transcripts");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final long GROUP = -100_200;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final SettableClock clock = new SettableClock(LiveChats.WEDNESDAY);
    private LiveChats chats;
    private long drafts = 100;

    static Stream<Path> transcripts() throws IOException {
        return Transcripts.in(FOLDER);
    }

    @BeforeEach
    void start() {
        var db = fresh.context();
        SampleRegions.addTo(db);
        chats = new LiveChats(fresh, (_, _, _) -> new MediaSource.Fetched.Gone("no files here"), clock);
        chats.add(2, "Pia", Role.PIC_PROV, OptionalLong.of(SampleRegions.id(db, "33")));
        chats.add(3, "Ratna", Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.06")));
        chats.add(GROUP, "Grup");
        chats.add(7, "Sari");
        var sari = new People(db).add(7, "Sari", "id");
        new People(db).acceptPrivacy(By.chat(sari), sari, "2026-1", LiveChats.WEDNESDAY);
        var pelita = library("TBM Pelita", "33.06.01.2001");
        new Memberships(db).admit(By.product(), sari, pelita, MemberRole.PENGELOLA, LiveChats.WEDNESDAY);
        for (var day = 1; day <= 4; day++) {
            reports(sari, pelita, "PM", LocalDate.of(2025, 8, day));
        }
        reports(sari, pelita, "PM", LocalDate.of(2025, 7, 2));
        reports(sari, pelita, "PM", LocalDate.of(2025, 7, 9));
        reports(sari, pelita, "PM", LocalDate.of(2025, 7, 16));
        reports(sari, library("TBM Mawar", "33.06.01.2002"), "AD", LocalDate.of(2025, 8, 5));
        reports(sari, library("TBM Melati", "33.06.06.1007"), "PB", LocalDate.of(2025, 8, 6));
        var kenanga = library("TBM Kenanga", "33.06.06.1007");
        reports(sari, kenanga, "CD", LocalDate.of(2025, 8, 7));
        reports(sari, kenanga, "CD", LocalDate.of(2025, 8, 8));
        var quiet = library("TBM Anggrek", "33.06.01.2002");
        new QuietTimes(db)
                .say(
                        By.chat(sari),
                        sari,
                        quiet,
                        QuietPeriod.MONTH,
                        LocalDate.of(2025, 8, 1),
                        LocalDate.of(2025, 8, 20),
                        LiveChats.WEDNESDAY);
        reports(sari, library("Perpustakaan Lancar", "33.07.01.2001"), "PM", LocalDate.of(2025, 8, 8));
    }

    private long library(String name, String region) {
        return new Libraries(fresh.context())
                .add(
                        name,
                        LibraryType.TBM,
                        Scheme.MANDIRI,
                        Optional.empty(),
                        SampleRegions.id(fresh.context(), region));
    }

    private void reports(long person, long library, String form, LocalDate day) {
        var db = fresh.context();
        var version = PublishedForms.load(db).findCurrent(form).orElseThrow().version();
        new Submissions(db)
                .insertAll(List.of(new NewSubmission(
                        ++drafts,
                        form + "-" + drafts,
                        form,
                        version,
                        library,
                        person,
                        Status.SENT,
                        LiveChats.WEDNESDAY,
                        MadeUpReport.of(Optional.of("Kelas merajut"), day, 12),
                        "{}")));
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void groups_hear_what_is_written(Path transcript) throws Exception {
        new LiveTranscripts(chats)
                .with("> ⏰ ", this::runAt)
                .with("> ", this::act)
                .check(transcript);
    }

    private List<String> act(String deed) throws InterruptedException {
        var parts = deed.split(": ", 2);
        var who = parts[0].split(" #", 2);
        return chats.sendInGroup(GROUP, Integer.parseInt(who[1]), chats.telegramId(who[0]), parts[1]);
    }

    private List<String> runAt(String local) throws InterruptedException {
        clock.set(LocalDateTime.parse(local).atZone(JAKARTA).toInstant());
        new GroupDigests(fresh.context(), JAKARTA).tell(clock.instant());
        fresh.context().update(JOB).set(JOB.DUE_AT, DatabaseClock.now()).execute();
        return chats.hear();
    }
}
