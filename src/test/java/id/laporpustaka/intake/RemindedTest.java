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
import id.laporpustaka.schedule.DueReminders;
import id.laporpustaka.schedule.NewReminders;
import id.laporpustaka.schedule.SettableClock;
import id.laporpustaka.submission.MediaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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

/// What people are told without asking, with a real database, from `src/test/resources/reminder-transcripts`. A line
/// names who does what (`> Sari: /pengingat`), or the time to which the clock goes on (`> ⏰ 2025-08-21T10:00`, in WIB);
/// what others than who does something read has their name.
///
/// Sari reports for a library in Kab. Purworejo and Joko for two, all of which Ratna coordinates.
class RemindedTest {
    private static final Path FOLDER = Path.of("src/test/resources/reminder-transcripts");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final SettableClock clock = new SettableClock(LiveChats.WEDNESDAY);
    private LiveChats chats;

    static Stream<Path> transcripts() throws IOException {
        return Transcripts.in(FOLDER);
    }

    @BeforeEach
    void start() {
        var db = fresh.context();
        SampleRegions.addTo(db);
        chats = new LiveChats(fresh, (_, _, _) -> new MediaSource.Fetched.Gone("no files here"), clock);
        chats.add(3, "Ratna", Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.06")));
        addReporter(7, "Sari", library("Perpustakaan Cahaya Ilmu", "33.06.01.2001"));
        addReporter(8, "Joko", library("TBM Pelita", "33.06.01.2002"));
        addReporter(8, "Joko", library("TBM Bintang", "33.06.01.2002"));
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

    private void addReporter(long telegramId, String name, long library) {
        var db = fresh.context();
        var before = LiveChats.WEDNESDAY.minus(Duration.ofDays(40));
        chats.add(telegramId, name);
        var person = new People(db).add(telegramId, name, "id");
        new People(db).acceptPrivacy(By.chat(person), person, "2026-1", before);
        new Memberships(db).admit(By.product(), person, library, MemberRole.PENGELOLA, before);
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void people_are_told_as_written(Path transcript) throws Exception {
        new LiveTranscripts(chats).with("> ⏰ ", this::runAt).check(transcript);
    }

    private List<String> runAt(String local) throws InterruptedException {
        new NewReminders(fresh.context(), JAKARTA).plan(clock.instant());
        clock.set(LocalDateTime.parse(local).atZone(JAKARTA).toInstant());
        new DueReminders(fresh.context(), JAKARTA).remind(clock.instant());
        fresh.context().update(JOB).set(JOB.DUE_AT, DatabaseClock.now()).execute();
        return chats.hear();
    }
}
