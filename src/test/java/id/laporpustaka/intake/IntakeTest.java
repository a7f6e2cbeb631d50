package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.CARD;
import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.DRAFT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.JOB;
import static id.laporpustaka.db.generated.Tables.OUTBOX;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.laporpustaka.conversation.Incoming;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.db.Reading;
import id.laporpustaka.db.WakeUp;
import id.laporpustaka.export.PhotoSource;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.outbox.SendQueue;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.OneTimeLink;
import id.laporpustaka.people.OneTimeLinks;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.MediaSource;
import id.laporpustaka.texts.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The inbox, the lanes and the transaction on a real database. An update here is one line: what was done, and
/// with what.
class IntakeTest {
    private static final Instant NOW = Instant.parse("2025-08-20T03:00:00Z");
    private static final long BOT = 1;
    private static final long SARI = 7;
    private static final long JOKO = 8;
    private static final long RATNA = 9;
    private static final long BUDI = 10;
    private static final long STRANGER = 11;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final List<String> answered = new CopyOnWriteArrayList<>();
    private Intake.Bells bells;
    private Inbox inbox;
    private Intake intake;
    private long updates;

    @BeforeEach
    void start() {
        var db = fresh.context();
        SampleRegions.addTo(db);
        var forms = PublishedForms.load(db);
        reporter(SARI, "Sari", "Perpustakaan Cahaya Ilmu");
        reporter(JOKO, "Joko", "TBM Pelita");
        var ratna = new People(db).add(RATNA, "Ratna", "id");
        new People(db).acceptPrivacy(By.chat(ratna), ratna, "2026-1", NOW);
        var regency = OptionalLong.of(SampleRegions.id(db, "33.06"));
        new Assignments(db).appoint(By.product(), ratna, Role.PIC_KAB, regency);
        bells = new Intake.Bells(new WakeUp(), new SendQueue(fresh.database(), 0), new WakeUp(), new WakeUp());
        inbox = new Inbox(fresh.database(), bells.inbox());
        intake = new Intake(
                fresh.database(),
                Reading.of(fresh.database()),
                inbox,
                forms,
                (_, _, _) -> new MediaSource.Fetched.Gone("no files here"),
                PhotoSource.none(),
                new Texts(),
                (update, at) -> read(update),
                new CallbackAnswers() {
                    @Override
                    public void expect(String queryId) {}

                    @Override
                    public void answer(String queryId, Optional<String> toast) {
                        answered.add(toast.orElse(""));
                    }
                },
                (chat, language, commands) -> {},
                bells,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new IntakeSettings("https://lapor.example.id", "lapor_bot", ZoneId.of("Asia/Jakarta")),
                IntakeCounts.none());
    }

    @AfterEach
    void stop() {
        intake.close();
    }

    @Test
    void an_update_that_comes_twice_is_handled_once() {
        var update = update(SARI, "/bantuan");

        inbox.store(List.of(update, update));
        inbox.store(List.of(update));
        handleAll();

        assertThat(messages(SARI)).hasSize(1);
    }

    @Test
    void who_asks_for_too_much_in_a_minute_is_told_so_and_the_jobs_of_others_go_on() {
        var asked = new ArrayList<RawUpdate>();
        for (var i = 0; i < 30; i++) {
            asked.add(update(RATNA, "/ringkasan"));
        }
        inbox.store(asked);
        handleAll();

        var told = messages(RATNA).stream()
                .filter(it -> it.contains("Terlalu banyak permintaan"))
                .toList();
        assertThat(told).isNotEmpty();
        assertThat(fresh.context().fetchCount(JOB)).isEqualTo(20);
    }

    @Test
    void a_message_that_cannot_be_handled_spoils_only_itself() {
        inbox.store(List.of(
                update(SARI, "poison"), update(JOKO, "/bantuan"), update(SARI, "/bantuan"), update(RATNA, "/bantuan")));
        handleAll();

        assertThat(messages(JOKO)).hasSize(1);
        assertThat(messages(RATNA)).hasSize(1);
        assertThat(messages(SARI)).hasSize(2);
        assertThat(messages(SARI).getFirst()).contains("Maaf, ada gangguan");
        assertThat(fresh.context().fetchCount(INBOX, INBOX.SET_ASIDE_BECAUSE.isNotNull()))
                .isEqualTo(1);
        assertThat(fresh.context().fetchCount(CHAT, CHAT.TRIES.ne((short) 0))).isZero();
    }

    @Test
    void messages_that_wait_together_are_handled_in_order_and_answered_once() {
        inbox.store(List.of(
                update(SARI, "/lapor"),
                update(SARI, "#-.r:PM"),
                update(SARI, "Dongeng Jumat"),
                update(SARI, "kemarin"),
                update(SARI, "mendongeng")));
        handleAll();

        assertThat(messages(SARI).getLast()).contains("Bidang utamanya apa?");
        assertThat(fresh.context().fetchCount(DRAFT)).isEqualTo(1);
    }

    @Test
    void an_album_becomes_one_answer() {
        inbox.store(List.of(update(SARI, "/lapor"), update(SARI, "#-.r:PM")));
        handleAll();

        inbox.store(List.of(update(SARI, "photo a"), update(SARI, "photo b"), update(SARI, "photo c")));
        handleAll();

        assertThat(messages(SARI).getLast()).contains("3 foto, boleh kirim lagi");
        assertThat(messages(SARI))
                .filteredOn(html -> html.contains("foto, boleh"))
                .hasSize(1);
    }

    @Test
    void a_report_that_is_sent_twice_is_stored_once() {
        inbox.store(List.of(update(SARI, "/lapor"), update(SARI, "#-.r:PM")));
        handleAll();
        for (var answer : List.of(
                "Dongeng Jumat",
                "kemarin",
                "mendongeng",
                "pendidikan",
                "di perpustakaan",
                "12L 20P",
                "anak",
                "photo a",
                "tidak")) {
            inbox.store(List.of(update(SARI, answer)));
            handleAll();
        }
        var send = button(SARI, "Kirim");

        inbox.store(List.of(update(SARI, "#" + send), update(SARI, "#" + send)));
        handleAll();
        inbox.store(List.of(update(SARI, "#" + send)));
        handleAll();

        var report = fresh.context().selectFrom(SUBMISSION).fetchSingle();
        assertThat(report.getTitle()).isEqualTo("Dongeng Jumat");
        assertThat(report.getTotal()).isEqualTo(32);
        assertThat(report.getPhotoCount()).isEqualTo(1);
        assertThat(report.getStatus()).isEqualTo("sent");
        assertThat(fresh.context().fetchCount(DRAFT)).isZero();
        assertThat(answered).endsWith("Laporan ini sudah terkirim.");
        assertThat(messages(SARI).getLast()).contains("Terkirim");
    }

    @Test
    void the_statistics_of_a_month_are_sent_once_for_a_library() {
        statistics(SARI);
        statistics(JOKO);
        inbox.store(List.of(update(SARI, "/lapor"), update(SARI, "#-.r:ST")));
        handleAll();
        inbox.store(List.of(update(SARI, "#" + button(SARI, "Juli 2025"))));
        handleAll();

        var numbers =
                fresh.context().selectFrom(SUBMISSION).orderBy(SUBMISSION.ID).fetch(SUBMISSION.NUMBER);
        assertThat(numbers).hasSize(2).allMatch(number -> number.startsWith("ST-2508-"));
        assertThat(messages(SARI).getLast()).contains("sudah dilaporkan (" + numbers.getFirst() + ")");
    }

    private void statistics(long chat) {
        inbox.store(List.of(update(chat, "/lapor"), update(chat, "#-.r:ST")));
        handleAll();
        inbox.store(List.of(update(chat, "#" + button(chat, "Juli 2025"))));
        handleAll();
        for (var answer : List.of("ya", "22", "12L 20P", "5", "kirim")) {
            inbox.store(List.of(update(chat, answer)));
            handleAll();
        }
    }

    @Test
    void the_link_of_the_start_makes_its_first_opener_an_admin() {
        var token = new OneTimeLinks(fresh.context())
                .create(OneTimeLink.Purpose.FIRST_ADMIN, OptionalLong.empty(), NOW, Duration.ofMinutes(30));

        inbox.store(List.of(update(BUDI, "/start " + token)));
        handleAll();
        inbox.store(List.of(update(STRANGER, "/start " + token)));
        handleAll();

        assertThat(messages(BUDI).getLast()).contains("admin pertama", "/ringkasan");
        assertThat(messages(STRANGER).getLast()).contains("sudah dipakai");
        var admin = new People(fresh.context()).findActors(List.of(BUDI)).get(BUDI);
        assertThat(admin)
                .isNotNull()
                .satisfies(actor -> assertThat(actor.has(Role.ADMIN)).isTrue());
        assertThat(new People(fresh.context()).findActors(List.of(STRANGER))).isEmpty();
    }

    @Test
    void a_language_holds_from_the_next_word_on() {
        inbox.store(List.of(update(SARI, "/bahasa"), update(SARI, "#-.la:en"), update(SARI, "/bantuan")));
        handleAll();

        assertThat(messages(SARI).getLast()).contains("What you can do");
    }

    @Test
    void a_cancelled_draft_comes_back_at_a_touch() {
        inbox.store(List.of(update(SARI, "/lapor"), update(SARI, "#-.r:PM"), update(SARI, "Dongeng Jumat")));
        handleAll();
        inbox.store(List.of(update(SARI, "batal"), update(SARI, "ya")));
        handleAll();
        inbox.store(List.of(update(SARI, "/draf")));
        handleAll();

        assertThat(messages(SARI).getLast()).contains("Tidak ada laporan yang belum selesai");

        inbox.store(List.of(update(SARI, "#" + button(SARI, "Urungkan"))));
        handleAll();
        inbox.store(List.of(update(SARI, "simpan"), update(SARI, "/draf")));
        handleAll();

        assertThat(messages(SARI).getLast()).contains("Dongeng Jumat · Pelibatan masyarakat");
    }

    @Test
    void a_press_on_a_card_further_up_is_answered_below_and_on_the_open_card_in_place() {
        inbox.store(List.of(update(SARI, "/lapor"), update(SARI, "#-.r:PM"), update(SARI, "Dongeng Jumat")));
        handleAll();
        var today = button(SARI, "Hari ini, Rab 20/8");
        var further = update(SARI, "#" + today);
        sent(SARI, 1, further);

        inbox.store(List.of(further));
        intake.handleBatch();

        assertThat(lastCard()).isEqualTo(new Shown(3, false));

        var open = update(SARI, "#" + button(SARI, "Mendongeng dan literasi anak"));
        sent(SARI, 3, open);
        inbox.store(List.of(open));
        intake.handleBatch();

        assertThat(lastCard()).isEqualTo(new Shown(3, true));
    }

    @Test
    void a_second_press_of_a_kind_of_report_changes_nothing_though_an_answer_has_overtaken_it() {
        inbox.store(List.of(update(SARI, "/lapor")));
        handleAll();
        var press = "#" + button(SARI, "Pelibatan masyarakat") + "@77";
        inbox.store(List.of(update(SARI, press), update(SARI, "Dongeng Jumat")));
        handleAll();

        inbox.store(List.of(update(SARI, press)));
        intake.handleBatch();

        assertThat(messages(SARI).getLast()).contains("Tanggal berapa?");
        assertThat(fresh.context().fetchCount(DRAFT)).isEqualTo(1);
    }

    private record Shown(int card, boolean edit) {}

    private Shown lastCard() {
        return fresh.context()
                .select(OUTBOX.CARD, OUTBOX.EDIT)
                .from(OUTBOX)
                .orderBy(OUTBOX.ID.desc())
                .limit(1)
                .fetchSingle(Records.mapping(Shown::new));
    }

    /// Says that a card went out as the message that an update is about.
    private void sent(long chatId, int card, RawUpdate update) {
        fresh.context()
                .insertInto(CARD)
                .set(CARD.CHAT_ID, chatId)
                .set(CARD.NUMBER, card)
                .set(CARD.MESSAGE_ID, (int) update.updateId())
                .execute();
    }

    @Test
    void nobody_opens_the_draft_of_someone_else() {
        inbox.store(List.of(update(SARI, "/lapor"), update(SARI, "#-.r:PM"), update(SARI, "Dongeng Jumat")));
        handleAll();
        var draft = fresh.context().selectFrom(DRAFT).fetchSingle().getId();

        inbox.store(List.of(update(JOKO, "#-.o:" + draft)));
        handleAll();

        assertThat(messages(JOKO).getLast())
                .contains("Draf itu sudah tidak ada")
                .doesNotContain("Dongeng");
    }

    @Test
    void a_summary_is_worked_out_beside_and_comes_back_through_the_lane() {
        intake.start();

        inbox.store(List.of(update(RATNA, "/ringkasan agustus")));

        await().untilAsserted(() -> assertThat(messages(RATNA)).hasSize(1));
        assertThat(messages(RATNA).getFirst()).contains("Kab. Purworejo", "Belum ada laporan", "0 dari 2 perpustakaan");
    }

    @Test
    void a_reminder_names_the_drafts_that_there_still_are_and_goes_after_all_answers() {
        inbox.store(List.of(update(SARI, "/lapor"), update(SARI, "#-.r:PM"), update(SARI, "Dongeng Jumat")));
        handleAll();
        new ReminderJobs().remindOfDrafts(fresh.context(), List.of(SARI));
        intake.start();

        await().untilAsserted(() -> assertThat(messages(SARI).getLast())
                .contains("Laporan Anda belum selesai", "Dongeng Jumat · Pelibatan masyarakat"));
        assertThat(fresh.context()
                        .select(OUTBOX.PRIORITY)
                        .from(OUTBOX)
                        .orderBy(OUTBOX.ID.desc())
                        .limit(1)
                        .fetchSingle(OUTBOX.PRIORITY))
                .isEqualTo((short) 1);
    }

    /// Handles everything that waits, on this thread.
    private void handleAll() {
        while (intake.handleBatch()) {
            assertThat(fresh.context().fetchCount(CARD)).isZero();
        }
    }

    private RawUpdate update(long chatId, String deed) {
        return new RawUpdate(BOT, ++updates, chatId, deed);
    }

    private static Optional<Incoming> read(RawUpdate update) {
        var deed = update.json();
        var message = (int) update.updateId();
        Input input;
        if (deed.equals("poison")) {
            throw new IllegalStateException("This update cannot be handled");
        } else if (deed.startsWith("/")) {
            var parts = deed.substring(1).split(" ", 2);
            input = new Input.Command(message, parts[0], parts.length > 1 ? parts[1] : "");
        } else if (deed.startsWith("#")) {
            var parts = deed.substring(1).split("@", 2);
            input = new Input.Tap("query", parts.length > 1 ? Integer.parseInt(parts[1]) : message, parts[0]);
        } else if (deed.startsWith("photo ")) {
            var file = new MediaFile(deed, deed, "image/jpeg", 100);
            input = new Input.Media(
                    message, Input.Kind.PHOTO, file, Optional.empty(), Optional.empty(), Optional.of("album"));
        } else {
            input = new Input.Text(message, deed);
        }
        return Optional.of(new Incoming(update.chatId(), update.chatId(), "Nama", "id", false, NOW, input));
    }

    private List<String> messages(long chatId) {
        var bodies = new ArrayList<String>();
        fresh.context()
                .select(OUTBOX.BODY)
                .from(OUTBOX)
                .where(OUTBOX.CHAT_ID.eq(chatId))
                .orderBy(OUTBOX.ID)
                .forEach(row -> bodies.add(row.value1()));
        return bodies;
    }

    /// What the newest button with a label says when it is pressed.
    private String button(long chatId, String label) {
        var marker = "\"" + label + "\",\"data\":\"";
        for (var body : messages(chatId).reversed()) {
            var at = body.indexOf(marker);
            if (at >= 0) {
                var from = at + marker.length();
                return body.substring(from, body.indexOf('"', from));
            }
        }
        throw new AssertionError("No button " + label + " in " + messages(chatId));
    }

    private void reporter(long telegramId, String name, String library) {
        var db = fresh.context();
        var id = new Libraries(db)
                .add(library, LibraryType.DESA, Scheme.PENUH, Optional.empty(), SampleRegions.id(db, "33.06.01.2001"));
        var person = new People(db).add(telegramId, name, "id");
        new People(db).acceptPrivacy(By.chat(person), person, "2026-1", NOW);
        new Memberships(db).admit(By.product(), person, id, MemberRole.PENGELOLA, NOW);
    }
}
