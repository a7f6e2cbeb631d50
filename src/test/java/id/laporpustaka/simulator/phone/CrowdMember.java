package id.laporpustaka.simulator.phone;

import id.laporpustaka.simulator.phone.Attachments.Attachment;
import id.laporpustaka.simulator.world.Chat;
import id.laporpustaka.simulator.world.Person;
import id.laporpustaka.simulator.world.StoredMessage;
import id.laporpustaka.simulator.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// One who fills in reports. Used by one thread.
final class CrowdMember {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private static final int LAST_MESSAGES = 8;

    /// How somebody behaves beside what is in the script.
    ///
    /// @param patience in seconds, for the answer to one act
    /// @param twice the chance in percent to press a button twice
    /// @param poison the chance in percent to say what no bot can handle, instead of the next act
    record Habits(int patience, int twice, int poison) {
        static final Habits PLAIN = new Habits(60, 0, 0);
    }

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
    private int poisons;
    private volatile Habits habits = Habits.PLAIN;

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

    void adopt(Habits adopted) {
        habits = adopted;
    }

    /// How often this person has said what no bot can handle.
    int poisons() {
        return poisons;
    }

    /// How many messages the bot has sent to this person.
    long spoken() {
        return chat.listMessages().stream().filter(StoredMessage::fromBot).count();
    }

    /// Does the next thing and waits for what the bot says to it; begins anew after a report, and when the right answer
    /// does not come for too long.
    Outcome act() throws InterruptedException {
        return happens(habits.poison()) ? poison() : goOn();
    }

    /// After it everything is as it was.
    private Outcome poison() throws InterruptedException {
        var began = System.nanoTime();
        seen = chat.awaitChanges(0, 0).revision();
        poisons++;
        var isDone = perform(Script.POISON.act());
        var said = isDone ? await(List.of(Script.POISON.expected())) : Optional.<String>empty();
        return new Outcome(said.isPresent(), System.nanoTime() - began, Optional.empty());
    }

    private static boolean happens(int percent) {
        return ThreadLocalRandom.current().nextInt(100) < percent;
    }

    private Outcome goOn() throws InterruptedException {
        var next = doubled ? Script.OTHER : Script.LINES.get(line);
        var began = System.nanoTime();
        seen = chat.awaitChanges(0, 0).revision();
        // what has been answered is still to be seen when the bot has only taken notice of the press
        var expected = doubled ? List.of(next.expected()) : List.of(next.expected(), Script.DOUBLED);
        var said = perform(next.act()) ? await(expected) : Optional.<String>empty();
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

    /// False where there is no such button.
    private boolean perform(Script.Act act) {
        switch (act) {
            case Script.Act.Say(var text) ->
                actions.say(
                        chat,
                        person,
                        text.formatted(line == Script.TITLE ? title() : day()),
                        world.now(),
                        Optional.empty());
            case Script.Act.Tap(var label) -> {
                if (!tap(label)) {
                    complain(label);
                    return false;
                }
                if (happens(habits.twice())) {
                    var _ = tap(label); // it may have gone already
                }
            }
            case Script.Act.Photo() -> actions.send(chat, person, attachments.photo(picture, ""), world.now());
        }
        return true;
    }

    private boolean tap(String label) {
        try {
            var _ = actions.tap(chat, person, Optional.empty(), "", label);
            return true;
        } catch (ControlProblem _) {
            return false;
        }
    }

    /// The text with any of what is expected; empty when it does not come.
    private Optional<String> await(List<String> expected) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(habits.patience());
        while (true) {
            var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                complain(expected.getFirst());
                return Optional.empty();
            }
            var changes = chat.awaitChanges(seen, left);
            for (var message : changes.messages()) {
                if (message.fromBot()) {
                    var text = text(message);
                    if (expected.stream().anyMatch(text::contains)) {
                        return Optional.of(text);
                    }
                }
            }
            seen = changes.revision();
        }
    }

    /// Into the log, for whoever looks for the reason.
    private void complain(String expected) {
        var messages = chat.listMessages();
        System.err.printf("%s does not get \"%s\"; the last messages:%n", person.firstName(), expected);
        messages.subList(Math.max(0, messages.size() - LAST_MESSAGES), messages.size())
                .forEach(message -> System.err.printf(
                        "  %s %s %s%n",
                        Instant.ofEpochSecond(message.date()),
                        message.fromBot() ? "<" : ">",
                        text(message).replace('\n', ' ')));
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
