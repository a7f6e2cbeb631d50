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
import id.laporpustaka.submission.MediaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What becomes of reports after they have been sent, with a real database, from
/// `src/test/resources/report-transcripts`. A line names who does what (`> Sari: /lapor`); what somebody else
/// reads after it has their name.
///
/// Sari and Joko report for a library in Kab. Purworejo, which Ratna coordinates with the help of Fani, who is a
/// facilitator; Lina reports for another library there; Dewi coordinates Kab. Wonosobo and Pia the province.
class AfterSendingTest {
    private static final Path FOLDER = Path.of("src/test/resources/report-transcripts");

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
        var village = SampleRegions.id(db, "33.06.01.2001");
        var library = new Libraries(db)
                .add("Perpustakaan Cahaya Ilmu", LibraryType.DESA, Scheme.MANDIRI, Optional.empty(), village);
        chats = new LiveChats(fresh, (_, _, _) -> new MediaSource.Fetched.Gone("no files here"));
        chats.add(3, "Ratna", Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.06")));
        chats.add(4, "Dewi", Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.07")));
        chats.add(5, "Fani", Role.FASDA, OptionalLong.of(SampleRegions.id(db, "33.06")));
        chats.add(6, "Pia", Role.PIC_PROV, OptionalLong.of(SampleRegions.id(db, "33")));
        addReporter(7, "Sari", library);
        addReporter(8, "Joko", library);
        var neighbour = new Libraries(db)
                .add(
                        "TBM Pelita",
                        LibraryType.TBM,
                        Scheme.MANDIRI,
                        Optional.empty(),
                        SampleRegions.id(db, "33.06.01.2002"));
        addReporter(9, "Lina", neighbour);
    }

    private void addReporter(long telegramId, String name, long library) {
        var db = fresh.context();
        chats.add(telegramId, name);
        var person = new People(db).add(telegramId, name, "id");
        new People(db).acceptPrivacy(By.chat(person), person, "2026-1", LiveChats.WEDNESDAY);
        new Memberships(db).admit(By.product(), person, library, MemberRole.PENGELOLA, LiveChats.WEDNESDAY);
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void reports_go_on_as_written(Path transcript) throws Exception {
        new LiveTranscripts(chats).check(transcript);
    }
}
