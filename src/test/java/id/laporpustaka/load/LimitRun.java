package id.laporpustaka.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.FreePort;
import id.laporpustaka.db.Database;
import id.laporpustaka.db.DatabaseAddress;
import id.laporpustaka.outbox.Outbox;
import id.laporpustaka.outbox.OutboxEntry;
import id.laporpustaka.outbox.OutgoingMessage;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A crowd fills in reports with two processes while thousands of messages that are in no hurry wait to be sent to
/// others, and Telegram takes no more than 30 a second and one a second for each chat.
///
/// Arguments, each optional: for how many seconds (60), how many people (20), how many messages wait (10,000).
final class LimitRun {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PROCESSES = 2;
    private static final int MESSAGES_A_SECOND = 30;
    private static final int RECIPIENTS = 40;
    private static final int FIRST_CARD = 1_000;
    private static final int PAUSE_MILLIS = 1_500;
    private static final String WAITING =
            "select count(*) from outbox where finished_at is null and card >= " + FIRST_CARD;

    private LimitRun() {}

    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        var people = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        var waiting = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10_000;
        System.out.println(run(seconds, people, waiting));
    }

    /// What came of it.
    ///
    /// @param perSecond how many messages both processes sent a second, all together
    /// @param passed how many of those that waited were sent meanwhile
    /// @param stillWaiting how many of them were not
    /// @param refused how often Telegram answered 429
    /// @param unanswered how often somebody got no answer for a minute
    record Outcome(
            int answers,
            double p50,
            double p99,
            double longest,
            double perSecond,
            long passed,
            long stillWaiting,
            long refused,
            Stage.Comparison compared,
            int unanswered) {}

    static Outcome run(int seconds, int people, int waiting) throws Exception {
        var everybody = people + RECIPIENTS;
        try (var stage = Stage.build(everybody);
                var proxy = new RoundRobin()) {
            var address = stage.newDatabase(true);
            var telegram = FreePort.find();
            try (var crowd = stage.startLimitedCrowd(telegram, everybody, address)) {
                var products = stage.startBehind(
                        PROCESSES,
                        proxy,
                        telegram,
                        address,
                        Map.of("TELEGRAM_MESSAGES_PER_SECOND", Integer.toString(MESSAGES_A_SECOND)));
                try {
                    var _ = crowd.tell("closed %d 3 2000".formatted(everybody)); // opens all chats
                    addBulk(address, people, waiting);
                    return measure(stage, crowd, address, seconds, people);
                } finally {
                    products.forEach(MeasuredProcess::close);
                }
            }
        }
    }

    private static Outcome measure(Stage stage, MeasuredProcess crowd, DatabaseAddress address, int seconds, int people)
            throws Exception {
        var before = Stage.count(address, WAITING);
        var told = MAPPER.readTree(crowd.tell("closed %d %d %d".formatted(people, seconds, PAUSE_MILLIS)));
        var after = Stage.count(address, WAITING);
        return new Outcome(
                told.path("answers").asInt(),
                told.path("p50").asDouble(),
                told.path("p99").asDouble(),
                told.path("longest").asDouble(),
                told.path("calls").path("sendmessage").asDouble() / seconds,
                before - after,
                after,
                told.path("calls").path("error 429").asLong(),
                stage.compare(address, false),
                told.path("stuck").asInt());
    }

    private static void addBulk(DatabaseAddress address, int people, int waiting) throws SQLException {
        try (var database = Database.open(address, 1)) {
            List<OutboxEntry> entries = IntStream.range(0, waiting)
                    .mapToObj(number -> new OutboxEntry(
                            Stage.FIRST_PERSON + people + number % RECIPIENTS,
                            OutboxEntry.Priority.BULK,
                            FIRST_CARD + number / RECIPIENTS,
                            false,
                            OptionalInt.empty(),
                            OutgoingMessage.of("Halo")))
                    .toList();
            new Outbox(database.context()).addAll(entries);
        }
    }
}
