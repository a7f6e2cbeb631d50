package id.laporpustaka.intake;

import id.laporpustaka.conversation.Incoming;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.db.Database;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.db.Reading;
import id.laporpustaka.db.WakeUp;
import id.laporpustaka.export.ExportMaker;
import id.laporpustaka.export.PhotoSource;
import id.laporpustaka.export.Workbook;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.Delivery;
import id.laporpustaka.outbox.FileToSend;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.outbox.SendCounts;
import id.laporpustaka.outbox.SendQueue;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.submission.media.StoreInMemory;
import id.laporpustaka.texts.Texts;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Chats of several people with the bot, with a real database and real jobs; only Telegram is not there.
/// Everything that follows from a message has been said when the next one is sent.
///
/// Besides what people type, `(label)` presses the newest button with it, and `📄`, `📎`, `📷`, `🎤`, `🎬` and `📍`
/// send a form, another document, a photo, a voice message, a video and a place; `🚪` removes the bot from a group.
final class LiveChats {
    static final Instant WEDNESDAY = Instant.parse("2025-08-20T03:00:00Z");

    /// Presses a button with the data that follows, whether one was shown or not.
    static final String PRESS = "!";

    private static final int MOST_WAITS = 100;

    private final Intake.Bells bells;
    private final Map<Long, List<Shown>> shown = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private final List<String> toasts = new ArrayList<>();
    private final Database database;
    private final Clock clock;
    private final Inbox inbox;
    private final Intake intake;
    private final ExportWorker exports;
    private final SendQueue queue;
    private int updates;
    private boolean workbooksShown;

    private record Shown(int messageId, OutgoingMessage message) {}

    /// A deed in a group.
    ///
    /// @param thread the topic, 0 for none
    private record InGroup(int thread, long sender, String deed) {
        private static final String MARK = "👥";

        static boolean is(String written) {
            return written.startsWith(MARK);
        }

        static InGroup read(String written) {
            var parts = written.substring(MARK.length()).split("/", 3);
            return new InGroup(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), parts[2]);
        }

        String written() {
            return MARK + thread + "/" + sender + "/" + deed;
        }
    }

    LiveChats(FreshDatabase fresh, MediaSource files) {
        this(fresh, files, Clock.fixed(WEDNESDAY, ZoneOffset.UTC));
    }

    LiveChats(FreshDatabase fresh, MediaSource files, Clock clock) {
        this(Reading.of(fresh.database()), files, clock);
    }

    /// With jobs that read where a replica may be.
    LiveChats(Reading reading, MediaSource files, Clock clock) {
        database = reading.primary();
        this.clock = clock;
        var store = new StoreInMemory();
        var forms = PublishedForms.load(database.context());
        queue = new SendQueue(
                database,
                0,
                key -> store.open(key)
                        .orElseThrow(() -> new FileNotFoundException(key))
                        .bytes(),
                SendCounts.none());
        bells = new Intake.Bells(new WakeUp(), queue, new WakeUp(), new WakeUp());
        inbox = new Inbox(database, bells.inbox());
        exports = new ExportWorker(
                database,
                new ExportMaker(
                        reading,
                        forms,
                        new Texts(),
                        store,
                        "https://lapor.example.id",
                        Clock.fixed(WEDNESDAY, ZoneOffset.UTC),
                        ZoneId.of("Asia/Jakarta")),
                store,
                bells.jobs());
        intake = new Intake(
                database,
                reading,
                inbox,
                forms,
                files,
                PhotoSource.none(),
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
                clock,
                new IntakeSettings("https://lapor.example.id", "lapor_bot", ZoneId.of("Asia/Jakarta")),
                IntakeCounts.none());
    }

    /// Also shows what is written in the first sheet of a workbook that somebody gets.
    void showWorkbooks() {
        workbooksShown = true;
    }

    /// Somebody with a telephone who has agreed to the privacy notice and has a role.
    void add(long telegramId, String name, Role role, OptionalLong region) {
        var db = database.context();
        var person = new People(db).add(telegramId, name, "id");
        new People(db).acceptPrivacy(By.chat(person), person, "2026-1", WEDNESDAY);
        new Assignments(db).appoint(By.product(), person, role, region);
        add(telegramId, name);
    }

    /// Somebody with a telephone.
    void add(long telegramId, String name) {
        names.put(telegramId, name);
    }

    long telegramId(String name) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody is called " + name));
    }

    /// What everybody reads after it; what others than the sender read has their name.
    List<String> send(long telegramId, String deed) throws InterruptedException {
        return sendAll(Map.of(telegramId, deed));
    }

    /// What everybody reads after somebody did something in a group, which has been added like a person, with a
    /// negative
    /// id.
    List<String> sendIn(long group, long telegramId, String deed) throws InterruptedException {
        toasts.clear();
        inbox.store(List.of(new RawUpdate(1, ++updates, group, new InGroup(0, telegramId, deed).written())));
        return hearAll(group);
    }

    /// The same of several people at once, whose messages are taken together; everybody's answers have their
    /// name but for one person alone.
    List<String> sendAll(Map<Long, String> deeds) throws InterruptedException {
        toasts.clear();
        var telegramId = deeds.size() == 1 ? deeds.keySet().iterator().next() : 0;
        inbox.store(deeds.entrySet().stream()
                .map(deed -> new RawUpdate(1, ++updates, deed.getKey(), deed.getValue()))
                .toList());
        return hearAll(telegramId);
    }

    /// The same in a group, whose messages have its name.
    ///
    /// @param thread the topic, 0 for none
    List<String> sendInGroup(long group, int thread, long sender, String deed) throws InterruptedException {
        toasts.clear();
        inbox.store(List.of(new RawUpdate(1, ++updates, group, new InGroup(thread, sender, deed).written())));
        return hearAll(0);
    }

    /// What happens until somebody is answered.
    ///
    /// @param batches how often messages were taken in until then
    /// @param othersSent how many messages to others were sent before the answer, though there was nothing for
    ///     them
    record Answered(int batches, int othersSent, Duration after) {}

    /// Handles and sends, one batch and one message after the other, until the sender is answered.
    Answered awaitAnswer(long telegramId, String deed) throws InterruptedException {
        var began = System.nanoTime();
        inbox.store(List.of(new RawUpdate(1, ++updates, telegramId, deed)));
        for (var batches = 1; ; batches++) {
            intake.handleBatch();
            intake.handleJob();
            var next = queue.take(1).getFirst();
            queue.record(List.of(new Delivery.Sent(next, 1_000 + next.card())));
            if (next.chatId() == telegramId) {
                return new Answered(batches, batches - 1, Duration.ofNanos(System.nanoTime() - began));
            }
        }
    }

    /// What everybody reads while the work that a message sets off is held up, and then, after it has been let go, what
    /// they read besides.
    List<List<String>> sendWhileHeldUp(long telegramId, String deed, Runnable letGo) throws InterruptedException {
        toasts.clear();
        store(telegramId, deed);
        while (intake.handleBatch()) {
            queue.ring();
        }
        var work = Thread.ofPlatform().start(this::doJob);
        for (var waits = 0; waits < MOST_WAITS && !intake.handleBatch(); waits++) {
            Thread.sleep(Duration.ofMillis(50));
        }
        var meanwhile = new ArrayList<String>();
        showAll(telegramId, meanwhile);
        letGo.run();
        work.join();
        return List.of(meanwhile, hearAll(telegramId));
    }

    /// Sends something that is heard later.
    void store(long telegramId, String deed) {
        inbox.store(List.of(new RawUpdate(1, ++updates, telegramId, deed)));
    }

    private void doJob() {
        try {
            intake.handleJob();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What everybody reads of what has been set off otherwise; everybody's messages have their name.
    List<String> hear() throws InterruptedException {
        toasts.clear();
        return hearAll(0);
    }

    private List<String> hearAll(long telegramId) throws InterruptedException {
        while (intake.handleBatch() || intake.handleJob() || exports.performNext()) {
            queue.ring();
        }
        var out = new ArrayList<String>();
        toasts.stream().filter(toast -> !toast.isEmpty()).forEach(toast -> out.add("  (toast) " + toast));
        showAll(telegramId, out);
        if (out.isEmpty()) {
            out.add("  (silence)");
        }
        return out;
    }

    private void showAll(long sender, List<String> out) {
        for (var due = queue.take(1); !due.isEmpty(); due = queue.take(1)) {
            var sent = due.getFirst();
            var how = sent.messageId().isPresent()
                    ? "(edited)"
                    : sent.thread().isPresent() ? "(new, topic " + sent.thread().getAsInt() + ")" : "(new)";
            out.add(sent.chatId() == sender ? "  " + how : "  → " + names.get(sent.chatId()) + " " + how);
            show(sent.message(), out);
            var messageId = sent.messageId().orElse(1_000 + sent.card());
            shown.computeIfAbsent(sent.chatId(), _ -> new ArrayList<>()).add(new Shown(messageId, sent.message()));
            queue.record(List.of(new Delivery.Sent(sent, messageId)));
        }
    }

    private void show(OutgoingMessage message, List<String> out) {
        message.attached().flatMap(queue::findFile).ifPresent(file -> {
            out.add("  [" + file.name() + "]");
            if (file.contentType().startsWith("text/")) {
                new String(bytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .forEach(line -> out.add(("  | " + line).stripTrailing()));
            } else if (workbooksShown && file.name().endsWith(".xlsx")) {
                Workbook.rows(bytes(file)).forEach(row -> out.add("  | " + row));
            }
        });
        message.album()
                .ifPresent(album ->
                        album.items().forEach(item -> out.add("  [" + item.kind() + " " + item.fileId() + "]")));
        message.html().lines().forEach(line -> out.add(line.isEmpty() ? "" : "  " + line));
        Transcripts.buttons(message).forEach(out::add);
    }

    private static byte[] bytes(FileToSend file) {
        try (var content = file.source().open()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Incoming read(RawUpdate update) {
        return InGroup.is(update.json())
                ? readInGroup(update, InGroup.read(update.json()))
                : new Incoming(
                        update.chatId(),
                        update.chatId(),
                        names.getOrDefault(update.chatId(), "Orang"),
                        "id",
                        false,
                        clock.instant(),
                        input(update, update.json()));
    }

    private Incoming readInGroup(RawUpdate update, InGroup inGroup) {
        return new Incoming(
                update.chatId(),
                inGroup.thread() == 0 ? OptionalInt.empty() : OptionalInt.of(inGroup.thread()),
                inGroup.sender(),
                names.getOrDefault(inGroup.sender(), "Orang"),
                "id",
                true,
                clock.instant(),
                inGroup.deed().equals("🚪") ? new Input.Blocked() : input(update, inGroup.deed()));
    }

    private Input input(RawUpdate update, String deed) {
        var message = (int) update.updateId();
        Input input;
        if (deed.startsWith("/")) {
            var parts = deed.substring(1).split(" ", 2);
            input = new Input.Command(message, parts[0], parts.length > 1 ? parts[1] : "");
        } else if (deed.startsWith("(")) {
            input = tap(update.chatId(), deed.substring(1, deed.length() - 1));
        } else if (deed.startsWith(PRESS)) {
            input = new Input.Tap("query", message, deed.substring(PRESS.length()));
        } else if (deed.startsWith("📄 ")) {
            input = file(message, Input.Kind.DOCUMENT, deed.substring("📄 ".length()), "text/csv");
        } else if (deed.startsWith("📎 ")) {
            input = file(message, Input.Kind.DOCUMENT, deed.substring("📎 ".length()), "application/pdf");
        } else if (deed.startsWith("🎤")) {
            input = file(message, Input.Kind.VOICE, "suara" + message, "audio/ogg");
        } else if (deed.startsWith("📷")) {
            input = file(message, Input.Kind.PHOTO, "foto" + message, "image/jpeg");
        } else if (deed.startsWith("🎬")) {
            input = file(message, Input.Kind.VIDEO, "video" + message, "video/mp4");
        } else if (deed.startsWith("📍")) {
            input = new Input.Location(message, -7.7134, 110.0086, OptionalDouble.of(12));
        } else {
            input = new Input.Text(message, deed);
        }
        return input;
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

    /// A press of the newest button with a label.
    private Input.Tap tap(long chatId, String label) {
        for (var shownBefore : shown.getOrDefault(chatId, List.of()).reversed()) {
            for (var row : shownBefore.message().keyboard()) {
                for (var button : row) {
                    if (button instanceof Button.Callback(var text, var data) && text.equals(label)) {
                        return new Input.Tap("query", shownBefore.messageId(), data);
                    }
                }
            }
        }
        throw new AssertionError("No button " + label);
    }
}
