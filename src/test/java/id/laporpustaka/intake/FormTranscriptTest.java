package id.laporpustaka.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.conversation.Incoming;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.db.WakeUp;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.Delivery;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.outbox.SendQueue;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.texts.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
    private static final Instant WEDNESDAY = Instant.parse("2025-08-20T03:00:00Z");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final List<OutgoingMessage> shown = new ArrayList<>();
    private final Intake.Bells bells = new Intake.Bells(new WakeUp(), new WakeUp(), new WakeUp());
    private final List<String> toasts = new ArrayList<>();
    private Inbox inbox;
    private Intake intake;
    private SendQueue queue;
    private long admin;
    private int updates;

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
            new People(fresh.context()).setLanguage(admin, "en");
        }
        var out = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith("#")) {
                out.add(line);
            } else if (line.startsWith("> ")) {
                out.add("");
                out.add(line);
                toasts.clear();
                inbox.store(List.of(new RawUpdate(1, ++updates, ADMIN, line.substring(2))));
                handleAll();
                toasts.stream().filter(toast -> !toast.isEmpty()).forEach(toast -> out.add("  (toast) " + toast));
                if (!showAll(out) && toasts.stream().allMatch(String::isEmpty)) {
                    out.add("  (silence)");
                }
            }
        }
        return out;
    }

    @BeforeEach
    void start() {
        var db = fresh.context();
        var forms = PublishedForms.load(db);
        admin = new People(db).add(ADMIN, "Rini", "id");
        new People(db).acceptPrivacy(admin, "2026-1", WEDNESDAY);
        new Assignments(db).appoint(admin, Role.ADMIN, OptionalLong.empty(), OptionalLong.empty());
        inbox = new Inbox(fresh.database(), bells.inbox());
        queue = new SendQueue(fresh.database(), bells.outbox(), 0);
        intake = new Intake(
                fresh.database(),
                inbox,
                forms,
                FormTranscriptTest::fetch,
                new Texts(),
                (update, _) -> Optional.of(read(update)),
                new CallbackAnswers() {
                    @Override
                    public void expect(String queryId) {}

                    @Override
                    public void answer(String queryId, Optional<String> toast) {
                        toasts.add(toast.orElse(""));
                    }
                },
                (_, _, _) -> {},
                bells,
                Clock.fixed(WEDNESDAY, ZoneOffset.UTC),
                new IntakeSettings("https://lapor.example.id", "lapor_bot", ZoneId.of("Asia/Jakarta")));
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

    private void handleAll() throws InterruptedException {
        while (intake.handleBatch() || intake.handleJob()) {
            assertThat(updates).isPositive();
        }
    }

    private Incoming read(RawUpdate update) {
        var deed = update.json();
        var message = (int) update.updateId();
        Input input;
        if (deed.startsWith("/")) {
            var parts = deed.substring(1).split(" ", 2);
            input = new Input.Command(message, parts[0], parts.length > 1 ? parts[1] : "");
        } else if (deed.startsWith("(")) {
            input = new Input.Tap("query", message, button(deed.substring(1, deed.length() - 1)));
        } else if (deed.startsWith("📄 ")) {
            input = file(message, Input.Kind.DOCUMENT, deed.substring("📄 ".length()), "text/csv");
        } else if (deed.startsWith("📎 ")) {
            input = file(message, Input.Kind.DOCUMENT, deed.substring("📎 ".length()), "application/pdf");
        } else if (deed.startsWith("🎤")) {
            input = file(message, Input.Kind.VOICE, "suara" + message, "audio/ogg");
        } else if (deed.startsWith("🎬")) {
            input = file(message, Input.Kind.VIDEO, "video" + message, "video/mp4");
        } else if (deed.startsWith("📍")) {
            input = new Input.Location(message, -7.7134, 110.0086, OptionalDouble.of(12));
        } else {
            input = new Input.Text(message, deed);
        }
        return new Incoming(ADMIN, ADMIN, "Admin", "id", false, WEDNESDAY, input);
    }

    private static Input file(int message, Input.Kind kind, String name, String contentType) {
        return new Input.Media(
                message,
                kind,
                new MediaFile(name, name, contentType, 100),
                Optional.of(name),
                Optional.empty(),
                Optional.empty());
    }

    /// What the newest button with a label says when it is pressed.
    private String button(String label) {
        for (var message : shown.reversed()) {
            for (var row : message.keyboard()) {
                for (var button : row) {
                    if (button instanceof Button.Callback(var text, var data) && text.equals(label)) {
                        return data;
                    }
                }
            }
        }
        throw new AssertionError("No button " + label);
    }

    /// Whether there was anything to show.
    private boolean showAll(List<String> out) {
        var any = false;
        for (var due = queue.take(1); !due.isEmpty(); due = queue.take(1)) {
            var sent = due.getFirst();
            any = true;
            out.add(sent.messageId().isPresent() ? "  (edited)" : "  (new)");
            show(sent.message(), out);
            shown.add(sent.message());
            queue.record(List.of(new Delivery.Sent(sent, sent.messageId().orElse(1_000 + sent.card()))));
        }
        return any;
    }

    /// The day of publishing is that of the database.
    private static String withoutDay(String line) {
        return line.replaceAll("(terbit|published on) \\d{1,2} \\p{L}+ \\d{4}", "$1 …");
    }

    private void show(OutgoingMessage message, List<String> out) {
        message.attached().flatMap(queue::findFile).ifPresent(file -> {
            out.add("  [" + file.name() + "]");
            if (file.contentType().startsWith("text/")) {
                new String(file.bytes(), StandardCharsets.UTF_8)
                        .lines()
                        .forEach(line -> out.add(("  | " + line).stripTrailing()));
            }
        });
        message.html().lines().forEach(line -> out.add(line.isEmpty() ? "" : "  " + withoutDay(line)));
        Transcripts.buttons(message).forEach(out::add);
    }
}
