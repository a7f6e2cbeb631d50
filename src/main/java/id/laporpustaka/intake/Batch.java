package id.laporpustaka.intake;

import id.laporpustaka.conversation.ChatState;
import id.laporpustaka.conversation.Context;
import id.laporpustaka.conversation.Draft;
import id.laporpustaka.conversation.Effect;
import id.laporpustaka.conversation.Findings;
import id.laporpustaka.conversation.Incoming;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.conversation.Lookup;
import id.laporpustaka.conversation.Step;
import id.laporpustaka.conversation.Turn;
import id.laporpustaka.db.Written;
import id.laporpustaka.outbox.Cards;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.People;
import id.laporpustaka.submission.Drafts;
import id.laporpustaka.submission.StoredDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/// What waits in the lanes of many chats, stepped through together and written in one transaction.
///
/// The first message of every lane is stepped, then the second of every lane, and so on, so that each kind of
/// look-up is one query for all chats. A chat whose next step could depend on what it has just changed waits for
/// the next batch.
final class Batch {
    private static final int MOST_ROUNDS = 6;

    private final DSLContext db;
    private final IntakeParts parts;
    private final Consumer<String> pressed;
    private final BatchWriter writer;

    /// @param pressed told of the button presses in the batch as soon as they have been read
    /// @param sendsAtOnce whether this process sends itself what can be sent when the batch has committed
    Batch(DSLContext db, IntakeParts parts, Consumer<String> pressed, boolean sendsAtOnce) {
        this.db = db;
        this.parts = parts;
        this.pressed = pressed;
        this.writer = new BatchWriter(db, parts, sendsAtOnce);
    }

    private record Message(Claim.Row row, Optional<Incoming> incoming) {
        Optional<Input.Tap> findTap() {
            return incoming.map(Incoming::input)
                    .flatMap(input -> input instanceof Input.Tap tap ? Optional.of(tap) : Optional.empty());
        }

        Message on(int card) {
            return new Message(row, incoming.map(told -> told.onCard(card)));
        }
    }

    /// A chat in the middle of the batch.
    private static final class Chat {
        private final long id;
        private final List<Message> messages;
        private ChatState state;
        private Optional<Draft> draft = Optional.empty();
        private int next;
        private boolean changed;
        private boolean sent;

        private Chat(long id, ChatState state, List<Message> messages) {
            this.id = id;
            this.state = state;
            this.messages = messages;
        }

        /// Whether an answer from the database could be out of date by what this batch is about to write for the
        /// chat.
        private boolean mayHaveChanged(List<Lookup<?>> lookups) {
            return sent || (changed && !lookups.stream().allMatch(Batch::isAboutSentReports));
        }

        private boolean isDone() {
            return next >= messages.size();
        }
    }

    /// Steps, writes and commits everything; what is to be done after that is returned.
    AfterCommit run(List<Claim.Lane> lanes) {
        var chats = lanes.stream().map(this::chat).toList();
        var actors = load(chats);
        var going = new ArrayList<>(chats);
        while (!going.isEmpty()) {
            going.removeIf(this::skipWhatIsNotForUs);
            if (!going.isEmpty()) {
                step(going, actors);
                going.removeIf(Chat::isDone);
            }
        }
        chats.forEach(chat -> writer.saveState(chat.id, chat.state));
        return writer.write();
    }

    private Chat chat(Claim.Lane lane) {
        var messages = new ArrayList<Message>();
        for (var row : lane.rows()) {
            var message = new Message(row, parse(row));
            message.findTap().ifPresent(tap -> pressed.accept(tap.queryId()));
            messages.add(message);
        }
        return new Chat(lane.chatId(), parts.states().read(lane.state()), messages);
    }

    private Optional<Incoming> parse(Claim.Row row) {
        return row.update().botId() == JobJson.OURSELVES
                ? parts.jobs().readResult(row)
                : parts.parser().read(row.update(), row.receivedAt());
    }

    /// Says of every press on which of our cards it was, and gives every chat its draft; the senders whom we know are
    /// returned, by Telegram id.
    private Map<Long, Actor> load(List<Chat> chats) {
        var taps = new ArrayList<Cards.Sent>();
        var senders = new HashSet<Long>();
        var drafts = new HashSet<Long>();
        for (var chat : chats) {
            for (var message : chat.messages) {
                message.findTap().ifPresent(tap -> taps.add(new Cards.Sent(chat.id, tap.messageId())));
                message.incoming().map(Incoming::senderId).ifPresent(senders::add);
            }
            chat.state.draft().ifPresent(drafts::add);
        }
        var found = Written.runAll(db, List.of(Cards.finding(taps), Drafts.finding(drafts), People.finding(senders)));
        var numbers = Cards.numbers(found.get(0));
        var stored = Drafts.byId(found.get(1));
        for (var chat : chats) {
            placeTaps(chat, numbers);
            placeDraft(chat, stored);
        }
        return new People(db).actors(found.get(2));
    }

    private static void placeTaps(Chat chat, Map<Cards.Sent, Integer> numbers) {
        chat.messages.replaceAll(message -> message.findTap()
                .map(tap -> new Cards.Sent(chat.id, tap.messageId()))
                .flatMap(sent -> Optional.ofNullable(numbers.get(sent)))
                .map(message::on)
                .orElse(message));
    }

    private void placeDraft(Chat chat, Map<Long, StoredDraft> stored) {
        chat.draft = chat.state.trial();
        if (chat.state.draft().isPresent()) {
            chat.draft = Optional.ofNullable(stored.get(chat.state.draft().getAsLong()))
                    .flatMap(parts.drafts()::find);
            if (chat.draft.isEmpty()) {
                chat.state = chat.state.withoutDraft();
            }
        }
    }

    /// Passes over messages that mean nothing to us; true when none is left.
    private boolean skipWhatIsNotForUs(Chat chat) {
        while (!chat.isDone() && chat.messages.get(chat.next).incoming().isEmpty()) {
            writer.handled(chat.messages.get(chat.next).row().position());
            chat.next++;
        }
        return chat.isDone();
    }

    /// Takes one step in each chat, answering what the steps need to know in between.
    private void step(List<Chat> chats, Map<Long, Actor> actors) {
        var waiting = new HashMap<Chat, Findings>();
        chats.forEach(chat -> waiting.put(chat, Findings.none()));
        for (var round = 0; !waiting.isEmpty(); round++) {
            if (round == MOST_ROUNDS) {
                throw new IllegalStateException("A step needs more and more look-ups");
            }
            var needs = new HashMap<Chat, List<Lookup<?>>>();
            for (var entry : List.copyOf(waiting.entrySet())) {
                var chat = entry.getKey();
                switch (stepOf(chat, actors, entry.getValue())) {
                    case Step.Done(var turn) -> {
                        waiting.remove(chat);
                        settle(chat, turn);
                    }
                    case Step.Needs(var lookups) -> {
                        if (chat.mayHaveChanged(lookups)) {
                            waiting.remove(chat);
                            chat.next = chat.messages.size();
                        } else {
                            needs.put(chat, lookups);
                        }
                    }
                }
            }
            answer(needs, waiting);
        }
    }

    private static boolean isAboutSentReports(Lookup<?> lookup) {
        return lookup instanceof Lookup.OutsideCell || lookup instanceof Lookup.OutsideRows;
    }

    private Step stepOf(Chat chat, Map<Long, Actor> actors, Findings findings) {
        var message = chat.messages.get(chat.next);
        var incoming = message.incoming().orElseThrow();
        var context = new Context(
                Optional.ofNullable(actors.get(incoming.senderId())),
                parts.forms(),
                message.row().position(),
                parts.clock().instant(),
                parts.secrets().next(),
                parts.settings().publicUrl(),
                parts.settings().botName(),
                parts.settings().defaultZone(),
                findings);
        return parts.conversation().step(chat.state, chat.draft, incoming, context);
    }

    private void answer(Map<Chat, List<Lookup<?>>> needs, Map<Chat, Findings> waiting) {
        if (needs.isEmpty()) {
            return;
        }
        var answers = new LookupAnswers(db, parts);
        answers.prepare(needs.values());
        needs.forEach((chat, lookups) -> waiting.compute(
                chat, (_, before) -> Objects.requireNonNull(before).and(answers.findings(lookups))));
    }

    private void settle(Chat chat, Turn turn) {
        var message = chat.messages.get(chat.next);
        chat.state = turn.after();
        chat.draft = turn.draft();
        chat.next++;
        chat.changed |= !turn.effects().isEmpty();
        chat.sent |= turn.effects().stream().anyMatch(Effect.Submit.class::isInstance);
        writer.handled(message.row().position());
        count(message, turn);
        writer.turn(chat.id, message.incoming().map(Incoming::thread).orElseGet(OptionalInt::empty), turn);
        message.findTap().ifPresent(tap -> writer.answer(tap.queryId(), turn));
        if (writer.mustStopAfter(turn)) {
            chat.next = chat.messages.size();
        }
    }

    private void count(Message message, Turn turn) {
        writer.stepped();
        if (message.row().update().botId() == JobJson.OURSELVES) {
            return;
        }
        writer.settled(message.row().receivedAt());
        if (turn.reply().isPresent()) {
            message.incoming()
                    .filter(incoming -> carriesItsTime(incoming.input()))
                    .map(Incoming::sentAt)
                    .ifPresent(writer::answered);
        }
    }

    /// Not so of a press, nor of an edit, which has the time of the message as it first was.
    private static boolean carriesItsTime(Input input) {
        return switch (input) {
            case Input.Text _, Input.Command _, Input.Media _, Input.Location _, Input.Unreadable _ -> true;
            case Input.Tap _, Input.Edited _, Input.Blocked _, Input.Unblocked _, Input.MovedTo _, Input.Finished _ ->
                false;
        };
    }
}
