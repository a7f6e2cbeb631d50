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
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.summary.score.Reported;
import id.laporpustaka.summary.score.Snapshots;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people see of scores, with a real database, from `src/test/resources/score-transcripts`.
///
/// Sari's library has what the worked example of the rules has, of this year and of the last one, which is frozen; she
/// also reports for a TBM that has reported once, long ago. Nobody reports for a third library. Ratna coordinates
/// Kab. Purworejo, where they are, and Naila the whole country. Umi has asked to report and waits.
class ScoreTranscriptsTest {
    private static final Path FOLDER = Path.of("src/test/resources/score-transcripts");
    private static final Instant LONG_AGO = Instant.parse("2024-02-01T03:00:00Z");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private LiveChats chats;

    static Stream<Path> transcripts() throws IOException {
        return Transcripts.in(FOLDER);
    }

    @BeforeEach
    void start() {
        var db = fresh.context();
        SampleRegions.addTo(db);
        chats = new LiveChats(fresh, (_, _, _) -> new MediaSource.Fetched.Gone("no files here"));
        chats.add(3, "Ratna", Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.06")));
        chats.add(4, "Naila", Role.NASIONAL, OptionalLong.empty());
        var village = library("Perpustakaan Desa Cahaya Ilmu", LibraryType.DESA, "33.06.01.2001");
        var garden = library("TBM Pelita", LibraryType.TBM, "33.06.01.2002");
        library("Perpustakaan Desa Sumber Pintar", LibraryType.DESA, "33.06.01.2002");
        var sari = person(7, "Sari");
        new Memberships(db).admit(By.product(), sari, village, MemberRole.PENGELOLA, LONG_AGO);
        new Memberships(db).admit(By.product(), sari, garden, MemberRole.PENGELOLA, LONG_AGO);
        new Memberships(db).request(By.product(), person(8, "Umi"), village, MemberRole.RELAWAN, LONG_AGO);
        for (var form : List.of("PM", "AD", "LI", "PB", "CD", "ST")) {
            new FormVersions(db).publishBuiltIn(form, "1", "source");
        }
        var reported = new Reported(db, sari);
        reported.workedExample(village, 2024, "1");
        new Snapshots(db).freezeDue(Instant.parse("2025-01-16T03:00:00Z"));
        reported.workedExample(village, 2025, "1");
        reported.send(garden, "PM", "1", LocalDate.of(2025, 3, 10), 12, "{}");
    }

    private long library(String name, LibraryType type, String code) {
        return new Libraries(fresh.context())
                .add(name, type, Scheme.MANDIRI, Optional.empty(), SampleRegions.id(fresh.context(), code));
    }

    private long person(long telegramId, String name) {
        var people = new People(fresh.context());
        var person = people.add(telegramId, name, "id");
        people.acceptPrivacy(By.chat(person), person, "2026-1", LiveChats.WEDNESDAY);
        chats.add(telegramId, name);
        return person;
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void scores_are_told_as_written(Path transcript) throws Exception {
        new LiveTranscripts(chats).check(transcript);
    }
}
