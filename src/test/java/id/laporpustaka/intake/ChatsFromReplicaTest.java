package id.laporpustaka.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.laporpustaka.db.Database;
import id.laporpustaka.db.Reading;
import id.laporpustaka.db.StreamingPair;
import id.laporpustaka.export.ReportWorld;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.submission.MediaSource;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What people ask for in chats, read from a real replica, which is killed.
class ChatsFromReplicaTest {
    private static final long RATNA = 2003;
    private static final String EXPORT = "(Excel)";

    @Test
    void answers_come_from_the_replica_and_are_the_same_without_it() throws Exception {
        var installed = StreamingPair.newestInstalled();
        assumeTrue(installed.isPresent());
        try (var pair = StreamingPair.start(installed.get());
                var database = Database.open(pair.primary());
                var reading = Reading.of(database, pair.replica()).start()) {
            var db = database.context();
            SampleRegions.addTo(db);
            var world = new ReportWorld(db);
            world.report("PM", "Keripik", LocalDate.of(2025, 8, 17), "sent", ReportWorld.training("Keripik", 1, "YES"));
            var chats = new LiveChats(
                    reading,
                    (_, _, _) -> new MediaSource.Fetched.Gone("no files here"),
                    Clock.fixed(LiveChats.WEDNESDAY, ZoneOffset.UTC));
            chats.showWorkbooks();
            chats.add(RATNA, "Ratna", Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.06")));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> ask(reading, chats, "/ringkasan bulan ini").fromReplica());

            var questions = List.of("/ringkasan bulan ini", "/papan", "/rapor", EXPORT);
            var answers = new ArrayList<String>();
            for (var question : questions) {
                var answer = ask(reading, chats, question);
                assertThat(answer.fromReplica()).as(question).isTrue();
                answers.add(answer.text());
            }
            pair.killReplica();
            for (var question : questions) {
                var answer = ask(reading, chats, question);
                assertThat(answer.fromReplica()).as(question).isFalse();
                assertThat(answer.text()).as(question).isEqualTo(answers.removeFirst());
            }
        }
    }

    private record Answer(String text, boolean fromReplica) {}

    private static Answer ask(Reading reading, LiveChats chats, String deed) throws InterruptedException {
        if (deed.equals(EXPORT)) {
            chats.send(RATNA, "/unduh");
        }
        var before = reading.counts().fromReplica();
        var text = String.join("\n", chats.send(RATNA, deed));
        return new Answer(text, reading.counts().fromReplica() > before);
    }
}
