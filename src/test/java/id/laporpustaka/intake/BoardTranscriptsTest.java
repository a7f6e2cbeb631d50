package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.JOB;

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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The board as people meet it, with a real database, from `src/test/resources/board-transcripts`.
///
/// Ratna coordinates Kab. Purworejo with the help of Fani, who is a facilitator; Pia coordinates Jawa Tengah and
/// Nina the nation. Sari reports for TBM Pelita, which has reported; Joko for two libraries, which have not;
/// Lina in Kab. Wonosobo, Max in Kota Ambon; Budi has blocked the bot; TBM Mawar has nobody. After `borneo:`
/// there is Dina in Kota Samarinda, too; `quiet: Joko 2025-08-11` says that the first library of somebody had no
/// activity in a week; and `> ⏰ 2025-08-20T21:30` lets the clock go on to a time in WIB.
class BoardTranscriptsTest {
    private static final String CLOCK = "> ⏰ ";
    private static final Path FOLDER = Path.of("src/test/resources/board-transcripts");

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
        chats.add(1, "Nina", Role.NASIONAL, OptionalLong.empty());
        chats.add(2, "Pia", Role.PIC_PROV, OptionalLong.of(SampleRegions.id(db, "33")));
        chats.add(3, "Ratna", Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.06")));
        chats.add(5, "Fani", Role.FASDA, OptionalLong.of(SampleRegions.id(db, "33.06")));
        var pelita = library("TBM Pelita", "33.06.01.2001");
        reporter(7, "Sari", pelita);
        reports(7, pelita, "PM", LocalDate.of(2025, 8, 12));
        reports(7, pelita, "PM", LocalDate.of(2025, 8, 5));
        reporter(8, "Joko", library("Perpustakaan Cahaya Ilmu", "33.06.01.2002"));
        var melati = library("TBM Melati", "33.06.06.1007");
        reporter(8, "Joko", melati);
        reports(8, melati, "PM", LocalDate.of(2025, 7, 3));
        reporter(9, "Budi", library("TBM Budi", "33.06.06.1007"));
        new People(db).setUnreachable(List.of(9L), LiveChats.WEDNESDAY);
        library("TBM Mawar", "33.06");
        reporter(10, "Lina", library("Perpustakaan Lancar", "33.07.01.2001"));
        reporter(11, "Max", library("Perpustakaan Kota Ambon", "81.71"));
    }

    private long library(String name, String region) {
        return new Libraries(fresh.context())
                .add(
                        name,
                        LibraryType.DESA,
                        Scheme.MANDIRI,
                        Optional.empty(),
                        SampleRegions.id(fresh.context(), region));
    }

    private void reporter(long telegramId, String name, long library) {
        var db = fresh.context();
        chats.add(telegramId, name);
        var person = new People(db).add(telegramId, name, "id");
        new People(db).acceptPrivacy(By.chat(person), person, "2026-1", LiveChats.WEDNESDAY);
        new Memberships(db).admit(By.product(), person, library, MemberRole.PENGELOLA, LiveChats.WEDNESDAY);
    }

    private void reports(long telegramId, long library, String form, LocalDate day) {
        var db = fresh.context();
        var version = PublishedForms.load(db).findCurrent(form).orElseThrow().version();
        var person = new People(db)
                .findActors(List.of(telegramId))
                .values()
                .iterator()
                .next()
                .personId();
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

    /// Villages of Kec. Grabag with the longest names that there are.
    private List<String> addVillages(String count) {
        for (var number = 1; number <= Integer.parseInt(count); number++) {
            var code = "33.06.01.2%03d".formatted(100 + number);
            SampleRegions.add(fresh.context(), code, "Karanggedang Kidul Sumberagung %d".formatted(number));
            var library = library("Perpustakaan Desa Karanggedang Sumberagung %02d".formatted(number), code);
            reporter(1_000 + number, "Pelapor " + number, library);
        }
        return List.of();
    }

    private List<String> addBorneo() {
        SampleRegions.add(fresh.context(), "64", "Kalimantan Timur");
        SampleRegions.add(fresh.context(), "64.72", "Kota Samarinda");
        reporter(12, "Dina", library("TBM Mahakam", "64.72"));
        return List.of();
    }

    /// @param argument who has nothing to report, and the Monday of the week
    private List<String> sayQuiet(String argument) {
        var parts = argument.split(" ", 2);
        var actor = new People(fresh.context())
                .findActors(List.of(chats.telegramId(parts[0])))
                .values()
                .iterator()
                .next();
        new QuietTimes(fresh.context())
                .say(
                        By.chat(actor.personId()),
                        actor.personId(),
                        actor.reportsFor().getFirst().libraryId(),
                        QuietPeriod.WEEK,
                        LocalDate.parse(parts[1]),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        clock.instant());
        return List.of();
    }

    /// What waits for a time comes when it has come.
    private List<String> goOnTo(String local) throws InterruptedException {
        var before = clock.instant();
        clock.set(LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Jakarta")).toInstant());
        var gone = Duration.between(before, clock.instant());
        fresh.context()
                .update(JOB)
                .set(
                        JOB.DUE_AT,
                        DSL.field("{0} - {1} * interval '1 second'", Instant.class, JOB.DUE_AT, gone.toSeconds()))
                .where(JOB.FINISHED_AT.isNull())
                .execute();
        return chats.hear();
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void the_board_reads_as_written(Path transcript) throws Exception {
        new LiveTranscripts(chats)
                .with("villages: ", this::addVillages)
                .with("borneo:", _ -> addBorneo())
                .with("quiet: ", this::sayQuiet)
                .with(CLOCK, this::goOnTo)
                .check(transcript);
    }
}
