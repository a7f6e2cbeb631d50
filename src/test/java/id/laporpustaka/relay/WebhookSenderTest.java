package id.laporpustaka.relay;

import static id.laporpustaka.db.generated.Tables.JOB;
import static id.laporpustaka.db.generated.Tables.WEBHOOK;
import static id.laporpustaka.db.generated.Tables.WEBHOOK_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.MadeUpReport;
import id.laporpustaka.submission.NewSubmission;
import id.laporpustaka.submission.Report;
import id.laporpustaka.submission.ReportChange;
import id.laporpustaka.submission.ReportChanges;
import id.laporpustaka.submission.Reports;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.Submissions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookSenderTest {
    private static final Instant NOON = Instant.parse("2025-08-20T05:00:00Z");
    private static final Set<WebhookEvent> ALL = EnumSet.allOf(WebhookEvent.class);
    private static final WebhookPauses AT_ONCE =
            new WebhookPauses(List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO), 3, Duration.ofDays(3));
    private static final WebhookPauses LONG =
            new WebhookPauses(List.of(Duration.ofHours(1), Duration.ofHours(1)), 2, Duration.ofDays(3));

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final Receiver receiver = new Receiver();
    private DSLContext db;
    private WebhookSender sender;
    private long sari;
    private long admin;
    private long province;
    private long library;
    private long elsewhere;
    private int drafts;

    @BeforeEach
    void prepare() {
        db = fresh.context();
        SampleRegions.addTo(db);
        sari = new People(db).add(1001, "Sari", "id");
        admin = new People(db).add(1002, "Ratna", "id");
        province = new People(db).add(1003, "Budi", "id");
        new Assignments(db).appoint(By.product(), admin, Role.ADMIN, OptionalLong.empty());
        new Assignments(db).appoint(By.product(), province, Role.PIC_PROV, OptionalLong.of(SampleRegions.id(db, "33")));
        library = library("Cahaya Ilmu", "33.06.01.2001");
        elsewhere = library("Pelangi", "81.71");
        new FormVersions(db).publishBuiltIn("PM", "1", "source");
        sender = sender(AT_ONCE);
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void a_receiver_is_told_what_became_of_a_report_and_can_check_that_we_told_it() throws Exception {
        var made = webhook(admin, ALL, OptionalLong.empty());
        send(library);
        change("N-1", report -> ReportChange.withdrawn(report, NOON.plusSeconds(60)));
        work();

        var got = receiver.got();
        assertThat(got).hasSize(2);
        var first = got.getFirst();
        assertThat(first.path()).isEqualTo("/hook?key=1");
        assertThat(first.type()).isEqualTo("application/json");
        assertThat(new ObjectMapper().readTree(first.body()))
                .isEqualTo(new ObjectMapper().readTree("""
                    {"type": "report.sent", "timestamp": "2025-08-20T05:00:00Z", "data": {
                        "event": 1, "report": "N-1", "revision": 1, "status": "sent", "form": "PM",
                        "form_version": "1", "library": %d, "region": "33.06.01.2001",
                        "link": "https://lapor.example/api/v1/reports/N-1"}}\
                    """.formatted(library)));
        assertThat(got.get(1).body()).contains("report.withdrawn").doesNotContain("Sari");
        assertThat(receiver.ids()).containsExactly("evt_1", "evt_2");
        assertThat(first.timestamp())
                .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(60L));
        assertThat(first.signature()).isEqualTo(signature(made.secret().shown(), first));
        assertThat(log(made.id())).allSatisfy(delivery -> {
            assertThat(delivery.outcome()).contains(WebhookDelivery.Outcome.DELIVERED);
            assertThat(delivery.status()).hasValue(204);
            assertThat(delivery.tries()).isEqualTo(1);
        });
        assertThat(sender.workOnce()).isFalse();
    }

    @Test
    void what_happened_before_and_what_is_not_wanted_is_not_told() throws Exception {
        send(library);
        webhook(admin, EnumSet.of(WebhookEvent.WITHDRAWN), OptionalLong.empty());
        send(library);
        change("N-2", report -> ReportChange.withdrawn(report, NOON));
        sendWaiting();
        work();

        assertThat(receiver.got())
                .singleElement()
                .satisfies(got ->
                        assertThat(got.body()).contains("report.withdrawn").contains("N-2"));
    }

    @Test
    void a_new_secret_signs_at_once_and_the_one_before_for_a_day() throws Exception {
        var made = webhook(admin, ALL, OptionalLong.empty());
        var next = new Webhooks(db).rotate(By.chat(admin), made.id());
        send(library);
        work();

        var got = receiver.got().getFirst();
        assertThat(got.signature())
                .isEqualTo(signature(next.shown(), got) + " "
                        + signature(made.secret().shown(), got));

        db.update(WEBHOOK)
                .set(WEBHOOK.FORMER_UNTIL, Instant.now().minusSeconds(1))
                .execute();
        send(library);
        work();
        got = receiver.got().getLast();
        assertThat(got.signature()).isEqualTo(signature(next.shown(), got));
    }

    @Test
    void while_a_receiver_has_trouble_nothing_overtakes_and_nothing_is_lost() throws Exception {
        var made = webhook(admin, ALL, OptionalLong.empty());
        for (var i = 0; i < 5; i++) {
            send(library);
        }
        var tries = new AtomicInteger();
        receiver.answers(_ -> tries.incrementAndGet() <= 2 ? 500 : 200);
        work();

        assertThat(receiver.ids()).containsExactly("evt_1", "evt_1", "evt_1", "evt_2", "evt_3", "evt_4", "evt_5");
        assertThat(log(made.id()).getLast().tries()).isEqualTo(3);
        assertThat(new Webhooks(db).find(actor(admin), made.id()).orElseThrow().failingSince())
                .isEmpty();
    }

    @Test
    void after_trouble_the_whole_webhook_waits() throws Exception {
        var made = webhook(admin, ALL, OptionalLong.empty());
        send(library);
        send(library);
        receiver.answers(503);
        sender = sender(LONG);
        work();
        work();

        assertThat(receiver.ids()).containsExactly("evt_1");
        var shown = new Webhooks(db).find(actor(admin), made.id()).orElseThrow();
        assertThat(shown.failingSince()).isPresent();
        assertThat(shown.waiting()).isEqualTo(2);
    }

    @Test
    void an_event_that_is_refused_lets_the_others_pass_and_is_given_up_in_the_end() throws Exception {
        var made = webhook(admin, ALL, OptionalLong.empty());
        send(library);
        send(library);
        receiver.answers(got -> got.id().equals("evt_1") ? 422 : 200);
        sender = sender(LONG);
        work();

        assertThat(receiver.ids()).containsExactly("evt_1", "evt_2");

        for (var i = 0; i < 2; i++) {
            db.update(WEBHOOK_DELIVERY).set(WEBHOOK_DELIVERY.DUE_AT, NOON).execute();
            work();
        }
        var failed = log(made.id()).getLast();
        assertThat(failed.outcome()).contains(WebhookDelivery.Outcome.FAILED);
        assertThat(failed.tries()).isEqualTo(3);
        assertThat(failed.status()).hasValue(422);

        receiver.answers(200);
        assertThat(new WebhookDeliveries(db).sendAgain(made.id(), failed.id())).isTrue();
        work();
        assertThat(log(made.id()).getLast().outcome()).contains(WebhookDelivery.Outcome.DELIVERED);
        assertThat(new WebhookDeliveries(db).sendAgain(made.id(), failed.id())).isFalse();
    }

    @Test
    void redirects_are_not_followed() throws Exception {
        var made = webhook(admin, ALL, OptionalLong.empty());
        send(library);
        receiver.answers(302);
        sender = sender(LONG);
        work();

        assertThat(receiver.got()).extracting(Receiver.Got::path).containsExactly("/hook?key=1");
        assertThat(log(made.id()).getFirst().status()).hasValue(302);
    }

    @Test
    void who_does_not_answer_in_time_is_tried_again() throws Exception {
        var made = webhook(admin, ALL, OptionalLong.empty());
        send(library);
        var end = new CountDownLatch(1);
        receiver.answers(_ -> {
            await(end);
            return 200;
        });
        sender = new WebhookSender(
                fresh.database(),
                Clock.systemUTC(),
                "https://lapor.example",
                new Posting(true, Duration.ofMillis(200)),
                LONG,
                Duration.ofMinutes(1));
        work();
        end.countDown();

        assertThat(log(made.id()).getFirst().problem()).contains("timeout");
        assertThat(log(made.id()).getFirst().outcome()).isEmpty();
    }

    @Test
    void a_receiver_that_hangs_holds_up_no_other() throws Exception {
        webhook(admin, ALL, OptionalLong.empty());
        try (var other = new Receiver();
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            new Webhooks(db).add(By.chat(admin), admin, other.address("/"), ALL, OptionalLong.empty());
            send(library);
            var end = new CountDownLatch(1);
            var isCalled = new CountDownLatch(1);
            receiver.answers(_ -> {
                isCalled.countDown();
                await(end);
                return 200;
            });
            var hanging = pool.submit(() -> sender.workOnce());
            assertThat(isCalled.await(10, TimeUnit.SECONDS)).isTrue();

            work();
            assertThat(other.ids()).containsExactly("evt_1");

            end.countDown();
            hanging.get(10, TimeUnit.SECONDS);
            assertThat(receiver.ids()).containsExactly("evt_1");
        }
    }

    @Test
    void many_workers_beside_many_writers_tell_everything_once_and_in_order() throws Exception {
        try (var other = new Receiver();
                var pool = Executors.newFixedThreadPool(6)) {
            webhook(admin, ALL, OptionalLong.empty());
            new Webhooks(db).add(By.chat(admin), admin, other.address("/"), ALL, OptionalLong.empty());
            var stop = new CountDownLatch(1);
            var working = new ArrayList<java.util.concurrent.Future<?>>();
            for (var i = 0; i < 4; i++) {
                var own = sender(AT_ONCE);
                working.add(pool.submit(() -> {
                    while (stop.getCount() > 0) {
                        own.workOnce();
                    }
                    return null;
                }));
            }
            for (var i = 0; i < 60; i++) {
                send(library);
            }
            while (receiver.got().size() < 60 || other.got().size() < 60) {
                Thread.onSpinWait();
            }
            stop.countDown();
            for (var one : working) {
                one.get(20, TimeUnit.SECONDS);
            }
            for (var one : List.of(receiver, other)) {
                assertThat(one.ids()).hasSize(60).doesNotHaveDuplicates();
                assertThat(one.ids().stream().map(id -> Integer.parseInt(id.substring(4))))
                        .isSorted();
            }
        }
    }

    @Test
    void what_a_dead_process_was_sending_is_sent_again_under_the_same_id_and_nothing_else() throws Exception {
        var made = webhook(admin, ALL, OptionalLong.empty());
        for (var i = 0; i < 3; i++) {
            send(library);
        }
        var isFirst = new AtomicInteger();
        var dying = sender(AT_ONCE);
        receiver.answers(got -> {
            if (got.id().equals("evt_2") && isFirst.getAndIncrement() == 0) {
                // as if killed before it could write down that this arrived
                db.update(WEBHOOK)
                        .set(WEBHOOK.LEASE, WEBHOOK.LEASE.plus(1))
                        .set(WEBHOOK.LEASED_UNTIL, NOON)
                        .execute();
                throw new IllegalStateException("The connection dies too");
            }
            return 200;
        });
        dying.workOnce();
        work();

        assertThat(receiver.ids()).containsExactly("evt_1", "evt_2", "evt_2", "evt_3");
        assertThat(log(made.id()))
                .extracting(WebhookDelivery::outcome)
                .containsOnly(Optional.of(WebhookDelivery.Outcome.DELIVERED));
    }

    @Test
    void while_it_is_paused_a_webhook_is_told_nothing_and_afterwards_everything() throws Exception {
        var made = webhook(admin, ALL, OptionalLong.empty());
        new Webhooks(db).pause(By.chat(admin), made.id());
        send(library);
        work();
        assertThat(receiver.got()).isEmpty();

        new Webhooks(db).resume(By.chat(admin), made.id());
        work();
        assertThat(receiver.ids()).containsExactly("evt_1");
    }

    @Test
    void after_days_without_success_it_is_paused_and_its_maker_is_told() throws Exception {
        var made = webhook(admin, ALL, OptionalLong.empty());
        send(library);
        receiver.answers(500);
        sender = sender(LONG);
        work();
        db.update(WEBHOOK)
                .set(WEBHOOK.FAILING_SINCE, Instant.now().minus(Duration.ofDays(4)))
                .set(WEBHOOK.DUE_AT, NOON)
                .execute();
        work();

        assertThat(new Webhooks(db).find(actor(admin), made.id()).orElseThrow().paused())
                .get()
                .extracting(Webhook.Pause::reason)
                .isEqualTo(Webhook.Reason.FAILING);
        assertThat(db.fetchSingle(JOB).getBody())
                .contains("tell_webhook_paused")
                .contains("127.0.0.1");
    }

    @Test
    void a_receiver_that_is_gone_pauses_its_webhook() throws Exception {
        var made = webhook(admin, ALL, OptionalLong.empty());
        send(library);
        receiver.answers(410);
        work();

        assertThat(new Webhooks(db).find(actor(admin), made.id()).orElseThrow().paused())
                .get()
                .extracting(Webhook.Pause::reason)
                .isEqualTo(Webhook.Reason.GONE);
    }

    @Test
    void a_coordinator_is_told_of_their_region_and_of_what_they_narrow_it_to() throws Exception {
        webhook(province, ALL, OptionalLong.empty());
        var purworejo = OptionalLong.of(SampleRegions.id(db, "33.07"));
        try (var other = new Receiver()) {
            new Webhooks(db).add(By.chat(admin), admin, other.address("/"), ALL, purworejo);
            send(library);
            send(elsewhere);
            send(library("Mentari", "33.07.01.2001"));
            work();

            assertThat(receiver.ids()).containsExactly("evt_1", "evt_3");
            assertThat(other.ids()).containsExactly("evt_3");
        }
    }

    @Test
    void who_may_not_see_reports_any_more_is_told_nothing_more() throws Exception {
        var made = webhook(province, ALL, OptionalLong.empty());
        receiver.answers(500);
        sender = sender(LONG);
        send(library);
        work();
        receiver.answers(200);
        db.update(WEBHOOK).set(WEBHOOK.DUE_AT, NOON).execute();
        var roles = id.laporpustaka.db.generated.Tables.ASSIGNMENT;
        db.update(roles)
                .set(roles.REGION_ID, SampleRegions.id(db, "81"))
                .where(roles.PERSON_ID.eq(province))
                .execute();
        work();
        assertThat(receiver.got()).hasSize(1);
        assertThat(log(made.id()).getFirst().outcome()).contains(WebhookDelivery.Outcome.WITHHELD);

        db.update(roles)
                .set(roles.REVOKED_AT, NOON)
                .where(roles.PERSON_ID.eq(province))
                .execute();
        send(elsewhere);
        work();
        assertThat(receiver.got()).hasSize(1);
        assertThat(new Webhooks(db).find(actor(admin), made.id()).orElseThrow().paused())
                .get()
                .extracting(Webhook.Pause::reason)
                .isEqualTo(Webhook.Reason.RIGHTS);
    }

    @Test
    void a_test_is_told_at_once() throws Exception {
        var made = webhook(admin, EnumSet.of(WebhookEvent.MERGED), OptionalLong.empty());
        new WebhookDeliveries(db).addTest(made.id());
        work();

        var got = receiver.got().getFirst();
        assertThat(got.body()).contains("\"type\":\"test\"");
        assertThat(got.id()).startsWith("test_");
        assertThat(got.signature()).isEqualTo(signature(made.secret().shown(), got));
    }

    @Test
    void a_host_that_has_become_private_is_not_called() throws Exception {
        var made = webhook(admin, ALL, OptionalLong.empty());
        send(library);
        sender = new WebhookSender(
                fresh.database(),
                Clock.systemUTC(),
                "https://lapor.example",
                new Posting(false, Duration.ofSeconds(5)),
                LONG,
                Duration.ofMinutes(1));
        work();

        assertThat(receiver.got()).isEmpty();
        assertThat(log(made.id()).getFirst().problem()).contains("not_public");
    }

    @Test
    void nobody_has_too_many_and_only_makers_and_admins_see_them() {
        for (var i = 0; i < Webhooks.MOST; i++) {
            webhook(province, ALL, OptionalLong.empty());
        }
        assertThat(new Webhooks(db).add(By.chat(province), province, receiver.address("/"), ALL, OptionalLong.empty()))
                .isEmpty();
        var other = new People(db).add(1009, "Citra", "id");
        new Assignments(db).appoint(By.product(), other, Role.PIC_PROV, OptionalLong.of(SampleRegions.id(db, "33")));

        assertThat(new Webhooks(db).list(actor(province))).hasSize(Webhooks.MOST);
        assertThat(new Webhooks(db).list(actor(admin))).hasSize(Webhooks.MOST);
        assertThat(new Webhooks(db).list(actor(other))).isEmpty();
    }

    private WebhookSender sender(WebhookPauses pauses) {
        return new WebhookSender(
                fresh.database(),
                Clock.systemUTC(),
                "https://lapor.example",
                new Posting(true, Duration.ofSeconds(10)),
                pauses,
                Duration.ofMinutes(1));
    }

    private void work() throws InterruptedException {
        var isWorking = true;
        while (isWorking) {
            isWorking = sender.workOnce();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signature(String shown, Receiver.Got got) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(shown.substring("whsec_".length())), "HmacSHA256"));
        return "v1,"
                + Base64.getEncoder()
                        .encodeToString(mac.doFinal((got.id() + "." + got.timestamp() + "." + got.body())
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private Webhooks.Made webhook(long maker, Set<WebhookEvent> events, OptionalLong region) {
        return new Webhooks(db)
                .add(By.chat(maker), maker, receiver.address("/hook?key=1"), events, region)
                .orElseThrow();
    }

    private List<WebhookDelivery> log(long webhook) {
        return new WebhookDeliveries(db).list(webhook, 0, 100);
    }

    private id.laporpustaka.people.Actor actor(long person) {
        return new People(db).findActor(person).orElseThrow();
    }

    private long library(String name, String regionCode) {
        return new Libraries(db)
                .add(name, LibraryType.DESA, Scheme.PENUH, Optional.empty(), SampleRegions.id(db, regionCode));
    }

    private void send(long libraryId) {
        insert(libraryId, Status.SENT);
    }

    private void sendWaiting() {
        insert(library, Status.WAITING);
    }

    private void insert(long libraryId, Status status) {
        drafts++;
        new Submissions(db)
                .insertAll(List.of(new NewSubmission(
                        drafts,
                        "N-" + drafts,
                        "PM",
                        "1",
                        libraryId,
                        sari,
                        status,
                        NOON,
                        MadeUpReport.of(Optional.of("Pelatihan"), LocalDate.of(2025, 8, 20), 32),
                        "{}")));
    }

    private void change(String number, Function<Report, ReportChange> change) {
        var table = id.laporpustaka.db.generated.Tables.SUBMISSION;
        var id = db.select(table.ID)
                .from(table)
                .where(table.NUMBER.eq(number))
                .fetchSingle()
                .value1();
        new ReportChanges(db)
                .apply(List.of(change.apply(new Reports(db).findAll(List.of(id)).getFirst())));
    }
}
