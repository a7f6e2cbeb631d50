package id.laporpustaka.telegram;

import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.conversation.Incoming;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.db.WakeUp;
import id.laporpustaka.intake.Inbox;
import id.laporpustaka.intake.RawUpdate;
import id.laporpustaka.outbox.Album;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.Keys;
import id.laporpustaka.outbox.Outbox;
import id.laporpustaka.outbox.OutboxEntry;
import id.laporpustaka.outbox.OutgoingFile;
import id.laporpustaka.outbox.OutgoingFiles;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.outbox.SendQueue;
import id.laporpustaka.simulator.Phone;
import id.laporpustaka.simulator.SimulatedUser;
import id.laporpustaka.simulator.Simulator;
import id.laporpustaka.simulator.SimulatorSettings;
import id.laporpustaka.submission.MediaSource;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The whole room against a server that checks every request as Telegram does, limits included.
class StrictTelegramTest {
    private static final long SARI = 700_000_001L;
    private static final long RATNA = 700_000_002L;
    private static final String TOKEN = "110000001:test-token";

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private SendQueue queue;
    private Simulator simulator;
    private TelegramGateway gateway;
    private Phone sari;
    private Phone ratna;

    @BeforeEach
    void start() {
        var people = List.of(
                new SimulatedUser(SARI, "Sari", "Wulandari", "id", "Pustakawan"),
                new SimulatedUser(RATNA, "Ratna", "Dewi", "id", "Koordinator"));
        simulator = Simulator.start(
                new SimulatorSettings(TOKEN, "contoh_bot", "Contoh", people, true, 1, Optional.empty()), 0);
        var base = URI.create("http://127.0.0.1:" + simulator.port());
        sari = Phone.of(base, SARI);
        ratna = Phone.of(base, RATNA);
        queue = new SendQueue(fresh.database(), 30);
        gateway = TelegramGateway.connect(
                new TelegramAddress(base, TOKEN),
                new Inbox(fresh.database(), new WakeUp()),
                queue,
                TelegramCounts.none());
        gateway.startPolling();
        gateway.startSending();
    }

    @AfterEach
    void stop() {
        gateway.close();
        simulator.close();
    }

    @Test
    void a_person_and_the_bot_talk() {
        sari.say("/start undangan");
        await().until(() -> received().size() == 1);
        send(1, false, "<b>Mau</b> melaporkan apa?", new Button.Callback("Pelibatan", "d1:pm"));
        await().until(() -> unsent() == 0);
        sari.tap("Pelibatan");
        await().until(() -> received().size() == 2);
        if (received().getLast().input() instanceof Input.Tap tap) {
            gateway.callbackAnswers().answer(tap.queryId(), Optional.of("Baik"));
        }
        send(1, true, "Apa nama kegiatannya?", new Button.Link("Web", "https://example.org/"));
        await().until(() -> unsent() == 0);

        assertThat(received())
                .extracting(Incoming::input)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isInstanceOfSatisfying(
                                        Input.Command.class,
                                        command ->
                                                assertThat(command.argument()).isEqualTo("undangan")),
                        second -> assertThat(second)
                                .isInstanceOfSatisfying(
                                        Input.Tap.class,
                                        tap -> assertThat(tap.data()).isEqualTo("d1:pm")));
        assertThat(received()).extracting(Incoming::senderName).containsOnly("Sari Wulandari");
        assertThat(sari.lastMessage().text()).isEqualTo("Apa nama kegiatannya?");
        assertThat(sari.lastMessage().edited()).isTrue();
        assertThat(sari.buttons()).containsExactly("Web");
    }

    @Test
    void a_stream_of_messages_keeps_to_the_limits_and_arrives_in_order() {
        sari.say("/start");
        await().until(() -> received().size() == 1);

        for (var card = 1; card <= 8; card++) {
            send(card, false, "nomor " + card);
        }

        await().until(() -> unsent() == 0);
        assertThat(sari.lastMessage().text()).isEqualTo("nomor 8");
        assertThat(fresh.context().fetchCount(OUTBOX, OUTBOX.OUTCOME.eq("sent").and(OUTBOX.TRIES.eq((short) 0))))
                .isEqualTo(8);
    }

    @Test
    void what_telegram_refuses_arrives_as_plain_text() {
        sari.say("/start");
        await().until(() -> received().size() == 1);

        send(1, false, "<b>5 &lt; 6");

        await().until(() -> unsent() == 0);
        assertThat(sari.lastMessage().text()).isEqualTo("5 < 6");
        assertThat(fresh.context().fetchSingle(OUTBOX).getReason()).contains("can't parse entities");
    }

    @Test
    void files_go_both_ways(@TempDir Path folder) throws Exception {
        var bytes = "nama;jumlah\nSari;3".getBytes(StandardCharsets.UTF_8);
        sari.sendDocument("Formulir “baru”.csv", bytes);
        await().until(() -> received().size() == 1);
        var fileId = fileIds("/message/document").getFirst();
        var fetched = gateway.files().fetch(fileId, 1_000, folder.resolve("file"));
        var id = new OutgoingFiles(fresh.context())
                .add(new OutgoingFile("Kembali – é.csv", "text/csv", Files.readAllBytes(folder.resolve("file"))));
        add(new OutgoingMessage("<b>Ini</b> dia", List.of(List.of(new Button.Callback("Ya", "y"))))
                .with(new OutgoingMessage.Attached(id, "Tidak bisa dikirim.")));
        await().until(() -> unsent() == 0);

        var last = sari.lastMessage();
        assertThat(fetched).isEqualTo(new MediaSource.Fetched.Found(bytes.length));
        assertThat(last.kind()).isEqualTo("document");
        assertThat(last.fileName()).isEqualTo("Kembali – é.csv");
        assertThat(last.text()).isEqualTo("Ini dia");
        assertThat(last.buttons()).containsExactly("Ya");
        assertThat(sari.download(last)).isEqualTo(bytes);
    }

    @Test
    void photos_that_one_person_has_sent_are_shown_to_another_as_an_album() throws Exception {
        ratna.say("/start");
        sari.sendAlbum("Panen", picture(Color.RED), picture(Color.GREEN), picture(Color.BLUE));
        await().until(() -> received().size() == 4);

        add(RATNA, 1, false, OutgoingMessage.of("<b>Panen</b>, dari Bu Sari").with(photos(fileIds("/message/photo"))));
        await().until(() -> unsent() == 0);
        add(RATNA, 1, true, OutgoingMessage.of("Sudah dilihat"));
        await().until(() -> unsent() == 0);

        var shown = seenBy(ratna);
        assertThat(shown).extracting(Phone.Message::kind).containsExactly("photo", "photo", "photo", "text");
        assertThat(shown)
                .extracting(Phone.Message::text)
                .containsExactly("Panen, dari Bu Sari", "", "", "Sudah dilihat");
        assertThat(ratna.download(shown.get(1))).isEqualTo(picture(Color.GREEN));
        assertThat(fresh.context().fetchValues(OUTBOX.OUTCOME)).containsOnly("sent");
    }

    @Test
    void pictures_that_were_sent_as_files_are_shown_as_files() throws Exception {
        ratna.say("/start");
        sari.sendDocument("satu.jpg", picture(Color.RED));
        sari.sendDocument("dua.jpg", picture(Color.BLUE));
        await().until(() -> received().size() == 3);

        add(RATNA, 1, false, OutgoingMessage.of("Panen").with(photos(fileIds("/message/document"))));
        await().until(() -> unsent() == 0);

        assertThat(seenBy(ratna))
                .extracting(Phone.Message::kind, Phone.Message::fileName, Phone.Message::text)
                .containsExactly(tuple("document", "satu.jpg", "Panen"), tuple("document", "dua.jpg", ""));
        assertThat(fresh.context().fetchValues(OUTBOX.OUTCOME)).containsOnly("sent");
    }

    @Test
    void the_person_is_told_of_an_album_that_cannot_be_sent_in_any_way() throws Exception {
        ratna.say("/start");
        sari.sendPhoto(picture(Color.RED), "");
        sari.sendDocument("dua.jpg", picture(Color.BLUE));
        await().until(() -> received().size() == 3);
        var mixed = Stream.concat(fileIds("/message/photo").stream(), fileIds("/message/document").stream());

        add(RATNA, 1, false, OutgoingMessage.of("Panen").with(photos(mixed.toList())));
        await().until(() -> unsent() == 0);

        assertThat(seenBy(ratna)).extracting(Phone.Message::text).containsExactly("Foto tidak bisa dikirim.");
        assertThat(fresh.context().fetchSingle(OUTBOX).getReason()).contains("type of file mismatch");
    }

    @Test
    void a_stream_of_albums_keeps_to_the_limits() throws Exception {
        sari.sendPhoto(picture(Color.RED), "");
        ratna.say("/start");
        await().until(() -> received().size() == 2);
        var four = photos(Collections.nCopies(4, fileIds("/message/photo").getFirst()));

        for (var round = 0; round < 3; round++) {
            add(SARI, round, false, OutgoingMessage.of("Untuk Sari").with(four));
            add(RATNA, round, false, OutgoingMessage.of("Untuk Ratna").with(four));
        }

        await().until(() -> unsent() == 0);
        assertThat(seenBy(sari)).hasSize(12);
        assertThat(seenBy(ratna)).hasSize(12);
        assertThat(simulatorCounters()).doesNotContain("error 429").contains("\"sendmediagroup\":6");
    }

    @Test
    void the_place_is_asked_for_with_keys_that_go_again() {
        sari.say("/start");
        await().until(() -> received().size() == 1);
        add(OutgoingMessage.of("Di mana?").with(new Keys.Shown(List.of(List.of(new Keys.Key("Kirim lokasi", true))))));
        await().until(() -> unsent() == 0);
        var shown = sari.keys();
        sari.tap("Kirim lokasi");
        add(OutgoingMessage.of("Baik").with(new Keys.Removed()));
        await().until(() -> unsent() == 0);

        assertThat(shown).containsExactly("Kirim lokasi");
        assertThat(sari.keys()).isEmpty();
    }

    private static Album photos(List<String> fileIds) {
        return new Album(
                fileIds.stream().map(id -> new Album.Item(Album.Kind.PHOTO, id)).toList(), "Foto tidak bisa dikirim.");
    }

    private static byte[] picture(Color colour) throws IOException {
        var image = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, colour.getRGB());
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /// Of the files that have come in, of photos their largest size.
    private List<String> fileIds(String path) {
        return fresh.context().selectFrom(INBOX).orderBy(INBOX.POSITION).fetch(INBOX.BODY).stream()
                .map(StrictTelegramTest::json)
                .map(update -> update.at(path))
                .filter(file -> !file.isMissingNode())
                .map(file -> (file.isArray() ? file.path(file.size() - 1) : file)
                        .path("file_id")
                        .asText())
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Phone.Message> seenBy(Phone phone) {
        return phone.messages().stream().filter(Phone.Message::fromBot).toList();
    }

    private String simulatorCounters() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + simulator.port() + "/simulator/api/counters"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private void add(OutgoingMessage message) {
        add(SARI, 1, false, message);
    }

    private void add(long chat, int card, boolean edit, OutgoingMessage message) {
        var entry = new OutboxEntry(chat, OutboxEntry.Priority.INTERACTIVE, card, edit, OptionalInt.empty(), message);
        fresh.database().useTransaction(db -> new Outbox(db).addAll(List.of(entry)));
        queue.ring();
    }

    private void send(int card, boolean edit, String html, Button... buttons) {
        var keyboard = buttons.length == 0 ? List.<List<Button>>of() : List.of(List.of(buttons));
        add(SARI, card, edit, new OutgoingMessage(html, keyboard));
    }

    private int unsent() {
        return fresh.context().fetchCount(OUTBOX, OUTBOX.FINISHED_AT.isNull());
    }

    private List<Incoming> received() {
        var reader = gateway.reader();
        return fresh.context().selectFrom(INBOX).orderBy(INBOX.POSITION).stream()
                .map(row -> new RawUpdate(row.getBotId(), row.getUpdateId(), row.getChatId(), row.getBody()))
                .flatMap(raw -> reader.read(raw, Instant.EPOCH).stream())
                .toList();
    }
}
