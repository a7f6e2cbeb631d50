package id.laporpustaka.intake;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.submission.MediaSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How those who make forms talk with the bot, with a real database and real jobs, from
/// `src/test/resources/form-transcripts`; written as the transcripts of [TranscriptTest] are.
///
/// An admin can also send a file of the folder `forms` (`> 📄 kunjungan.csv`), a voice message (`> 🎤`), a video
/// (`> 🎬`), a document that is no form (`> 📎 notulen.pdf`), and where they are (`> 📍`).
class FormTranscriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/form-transcripts");
    private static final long ADMIN = 9;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private LiveChats chats;
    private long admin;

    static Stream<Path> transcripts() throws IOException {
        return Transcripts.in(FOLDER);
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void the_conversation_goes_as_written(Path transcript) throws Exception {
        Transcripts.check(transcript, this::play);
    }

    private List<String> play(List<String> lines) throws InterruptedException {
        if (lines.getFirst().contains("Ann")) {
            new People(fresh.context()).setLanguage(By.chat(admin), admin, "en");
        }
        var out = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith("#")) {
                out.add(line);
            } else if (line.startsWith("> ")) {
                out.add("");
                out.add(line);
                chats.send(ADMIN, line.substring(2)).stream()
                        .map(FormTranscriptTest::withoutDay)
                        .forEach(out::add);
            }
        }
        return out;
    }

    @BeforeEach
    void start() {
        var db = fresh.context();
        admin = new People(db).add(ADMIN, "Rini", "id");
        new People(db).acceptPrivacy(By.chat(admin), admin, "2026-1", LiveChats.WEDNESDAY);
        new Assignments(db).appoint(By.product(), admin, Role.ADMIN, OptionalLong.empty());
        chats = new LiveChats(fresh, FormTranscriptTest::fetch);
        chats.add(ADMIN, "Admin");
    }

    private static MediaSource.Fetched fetch(String fileId, long atMost, Path into) {
        try {
            var form = FOLDER.resolve("forms").resolve(fileId);
            var bytes = Files.exists(form) ? Files.readAllBytes(form) : new byte[] {'%', 'P', 'D', 'F', 0};
            Files.write(into, bytes);
            return new MediaSource.Fetched.Found(bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The day of publishing is that of the database.
    private static String withoutDay(String line) {
        return line.replaceAll("(terbit|published on) \\d{1,2} \\p{L}+ \\d{4}", "$1 …");
    }
}
