package id.laporpustaka.simulator.phone;

import id.laporpustaka.simulator.phone.Attachments.Attachment;
import id.laporpustaka.simulator.world.Chat;
import id.laporpustaka.simulator.world.Person;
import id.laporpustaka.simulator.world.StoredMessage;
import id.laporpustaka.simulator.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One who fills in reports. Used by one thread.
final class CrowdMember {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(60);

    private final World world;
    private final PhoneActions actions;
    private final Attachments attachments;
    private final Attachment picture;
    private final Chat chat;
    private final Person person;
    private final int number;
    private int line;
    private int reports;
    private boolean doubled;
    private long seen;

    CrowdMember(World world, Attachment picture, Person person, int number) {
        this.world = world;
        this.actions = new PhoneActions(world);
        this.attachments = new Attachments(world);
        this.picture = picture;
        this.person = person;
        this.number = number;
        this.chat = world.findChat(person.id()).orElseThrow();
    }

    /// What came of one act.
    ///
    /// @param nanos from the act to what the bot said next
    /// @param sent the title of the report that is now acknowledged
    record Outcome(boolean answered, long nanos, Optional<String> sent) {}

    /// Does the next thing and waits for what the bot says to it; begins anew after a report, and after a minute
    /// without the right answer.
    Outcome act() throws InterruptedException {
        var next = doubled ? Script.OTHER : Script.LINES.get(line);
        var began = System.nanoTime();
        seen = chat.awaitChanges(0, 0).revision();
        perform(next.act());
        var said = await(next.expected());
        var nanos = System.nanoTime() - began;
        if (said.isEmpty()) {
            line = 0;
            doubled = false;
            reports++;
            return new Outcome(false, nanos, Optional.empty());
        }
        doubled = said.get().contains(Script.DOUBLED);
        if (doubled || line < Script.LINES.size() - 1) {
            line += doubled ? 0 : 1;
            return new Outcome(true, nanos, Optional.empty());
        }
        var title = title();
        line = 0;
        reports++;
        return new Outcome(true, nanos, Optional.of(title));
    }

    boolean isBetweenReports() {
        return line == 0;
    }

    private void perform(Script.Act act) {
        switch (act) {
            case Script.Act.Say(var text) ->
                actions.say(
                        chat,
                        person,
                        text.formatted(line == Script.TITLE ? title() : day()),
                        world.now(),
                        Optional.empty());
            case Script.Act.Tap(var label) -> actions.tap(chat, person, Optional.empty(), "", label);
            case Script.Act.Photo() -> actions.send(chat, person, attachments.photo(picture, ""), world.now());
        }
    }

    /// The text with what is expected, or with the question about doubles; empty when it does not come.
    private Optional<String> await(String expected) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        while (true) {
            var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return Optional.empty();
            }
            var changes = chat.awaitChanges(seen, left);
            for (var message : changes.messages()) {
                if (message.fromBot()) {
                    var text = text(message);
                    if (text.contains(expected) || text.contains(Script.DOUBLED)) {
                        return Optional.of(text);
                    }
                }
            }
            seen = changes.revision();
        }
    }

    private static String text(StoredMessage message) {
        var json = message.toJson();
        return json.path("text").asText(json.path("caption").asText());
    }

    private String title() {
        return "Pelatihan warga " + number + " ke " + reports;
    }

    /// Each report on a day of its own, as long as days last.
    private String day() {
        return LocalDate.ofInstant(Instant.ofEpochSecond(world.now()), ZONE)
                .minusDays(1L + reports % 25)
                .toString();
    }
}
