package id.laporpustaka.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Everything that exists: people, chats, messages, files, pending updates and what the bot says of itself.
/// Changes go through here, so that they reach the journal and the open pages. Thread-safe; chats are locked one
/// by one.
public final class World implements AutoCloseable {
    private final Bot bot;
    private final InstantSource clock;
    private final Journal journal;
    private final Map<Long, Person> people = new ConcurrentHashMap<>();
    private final Map<Long, Chat> chats = new ConcurrentHashMap<>();
    private final AtomicInteger sharedMessageIds = new AtomicInteger();
    private final AtomicLong revisions = new AtomicLong();
    private final PendingUpdates updates;
    private final FileStore files;
    private final CallbackQueries callbacks;
    private final BotProfile profile;
    private final Counters counters;
    private final LiveFeed feed = new LiveFeed();
    private volatile ObjectNode webhook = Json.object();

    /// Reads the journal, if there is one, and begins a compacted one.
    public World(Bot bot, InstantSource clock, Journal journal) {
        this.bot = bot;
        this.clock = clock;
        this.journal = journal;
        this.updates = new PendingUpdates(clock, journal);
        this.files = new FileStore(journal);
        this.callbacks = new CallbackQueries(clock);
        this.profile = new BotProfile(journal);
        this.counters = new Counters(journal);
        var memory = new WorldMemory(this);
        journal.replay(memory::read);
        journal.compact(memory::write);
        updates.onConfirmed(this::publishRead);
    }

    public Bot bot() {
        return bot;
    }

    public PendingUpdates updates() {
        return updates;
    }

    public FileStore files() {
        return files;
    }

    public CallbackQueries callbacks() {
        return callbacks;
    }

    public BotProfile profile() {
        return profile;
    }

    public Counters counters() {
        return counters;
    }

    public LiveFeed feed() {
        return feed;
    }

    /// Seconds since 1970, as Telegram counts.
    public long now() {
        return clock.instant().getEpochSecond();
    }

    public long millis() {
        return clock.millis();
    }

    /// Adds the person and their private chat with the bot; one who is known already only gets the new names.
    public Person addPerson(Person person) {
        restorePerson(person);
        if (journal.isKept()) {
            journal.append(person.toJson().put("kind", "person"));
        }
        feed.publishToAll(Json.object().put("type", "people"));
        return person;
    }

    public Optional<Person> findPerson(long id) {
        return Optional.ofNullable(people.get(id));
    }

    public List<Person> listPeople() {
        return people.values().stream()
                .sorted(Comparator.comparingLong(Person::id))
                .toList();
    }

    public Optional<Chat> findChat(long id) {
        return Optional.ofNullable(chats.get(id));
    }

    public List<Chat> listChats() {
        return chats.values().stream()
                .sorted(Comparator.comparingLong(Chat::id))
                .toList();
    }

    /// A fresh `media_group_id`.
    public static String newMediaGroup() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L, Long.MAX_VALUE));
    }

    public Chat addGroup(Chat.Kind kind, String title) {
        long number = ThreadLocalRandom.current().nextLong(1_000_000_000L, 2_000_000_000L);
        long id = kind == Chat.Kind.SUPERGROUP ? -1_000_000_000_000L - number : -number;
        var chat = restoreChat(id, kind, title);
        keep(chat);
        return chat;
    }

    public void setBotStanding(Chat chat, Chat.BotStanding standing) {
        if (chat.botStanding() != standing) {
            chat.setBotStanding(standing);
            keep(chat);
        }
    }

    public void addMember(Chat chat, Person person) {
        chat.members().add(person.id());
        keep(chat);
    }

    public void setMigratedTo(Chat chat, long supergroup) {
        chat.setMigratedTo(supergroup);
        keep(chat);
    }

    /// The chat as messages carry it.
    public ObjectNode apiChat(Chat chat) {
        return chat.toApiJson(findPerson(chat.id()));
    }

    /// Writes a message into a chat. To be called inside [Chat#exclusively] when the id must be in order.
    ///
    /// @param json the message without id, date and chat; it is completed here and must not be used afterwards
    /// @param hidden the reply keyboard the message brings, or an empty array
    public StoredMessage addMessage(Chat chat, long date, boolean fromBot, ObjectNode json, byte[] hidden) {
        return chat.exclusively(() -> {
            int id = chat.messageIds().incrementAndGet();
            var complete = Json.object().put("message_id", id);
            complete.set("from", json.path("from"));
            complete.set("chat", apiChat(chat));
            complete.put("date", date);
            complete.setAll(json);
            return keep(
                    chat,
                    new StoredMessage(id, revisions.incrementAndGet(), date, fromBot, Json.bytes(complete), hidden));
        });
    }

    /// Replaces the content of a message. To be called inside [Chat#exclusively].
    public StoredMessage changeMessage(Chat chat, StoredMessage old, ObjectNode json) {
        return keep(
                chat,
                new StoredMessage(
                        old.id(),
                        revisions.incrementAndGet(),
                        old.date(),
                        old.fromBot(),
                        Json.bytes(json),
                        old.hidden()));
    }

    public void deleteMessage(Chat chat, int messageId) {
        chat.remove(messageId, revisions.incrementAndGet());
        journal.append(
                Json.object().put("kind", "deleted").put("chat", chat.id()).put("message", messageId));
        feed.publish(
                chat.id(),
                Json.object().put("type", "deleted").put("chat", chat.id()).put("message", messageId));
    }

    /// Brings the bot's answer to a tap to the phone.
    ///
    /// @param answer an event of the live feed
    public void keepAnswer(CallbackQueries.Query query, ObjectNode answer) {
        findChat(query.chat()).ifPresent(chat -> chat.setAnswer(answer, revisions.incrementAndGet()));
        feed.publish(query.chat(), answer);
    }

    /// The settings of `setWebhook`; empty when there is none.
    public ObjectNode webhook() {
        return webhook;
    }

    public void setWebhook(ObjectNode settings) {
        webhook = settings;
        var entry = Json.object().put("kind", "webhook");
        entry.set("settings", settings);
        journal.append(entry);
    }

    /// Ends every poll and every live page that waits.
    public void endWaiting() {
        updates.close();
        feed.close();
    }

    /// Ends everything; what is done afterwards is not in the journal.
    @Override
    public void close() {
        endWaiting();
        journal.close();
    }

    Person restorePerson(Person person) {
        people.put(person.id(), person);
        var name = (person.firstName() + " " + person.lastName()).strip();
        chats.computeIfAbsent(person.id(), id -> {
            var chat = new Chat(id, Chat.Kind.PRIVATE, name, sharedMessageIds);
            chat.members().add(id);
            return chat;
        });
        return person;
    }

    Chat restoreChat(long id, Chat.Kind kind, String title) {
        return chats.computeIfAbsent(id, _ -> {
            var ids = kind == Chat.Kind.SUPERGROUP ? new AtomicInteger() : sharedMessageIds;
            return new Chat(id, kind, title, ids);
        });
    }

    void restoreMessage(Chat chat, StoredMessage message) {
        chat.messageIds().accumulateAndGet(message.id(), Math::max);
        chat.put(new StoredMessage(
                message.id(),
                revisions.incrementAndGet(),
                message.date(),
                message.fromBot(),
                message.json(),
                message.hidden()));
    }

    void restoreDeletion(Chat chat, int messageId) {
        chat.remove(messageId, revisions.incrementAndGet());
    }

    void restoreWebhook(ObjectNode settings) {
        webhook = settings;
    }

    private void keep(Chat chat) {
        if (journal.isKept()) {
            journal.append(WorldMemory.chatEntry(chat));
        }
        var event = Json.object().put("type", "chat").put("chat", chat.id());
        event.set("state", chat.toJson());
        feed.publish(chat.id(), event);
        if (!chat.isPrivate()) {
            feed.publishToAll(Json.object().put("type", "people"));
        }
    }

    private StoredMessage keep(Chat chat, StoredMessage message) {
        chat.put(message);
        if (journal.isKept()) {
            journal.append(WorldMemory.messageEntry(chat, message));
        }
        if (feed.isWatched(chat.id())) {
            var event =
                    Json.object().put("type", "message").put("chat", chat.id()).put("revision", message.revision());
            event.set("message", message.toPhoneJson());
            feed.publish(chat.id(), event);
        }
        return message;
    }

    private void publishRead(Pending update) {
        if (update.message() != 0) {
            findChat(update.chat()).ifPresent(chat -> chat.setReadUpTo(update.message()));
            feed.publish(
                    update.chat(),
                    Json.object().put("type", "read").put("chat", update.chat()).put("message", update.message()));
        }
    }
}
