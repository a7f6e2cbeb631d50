package id.laporpustaka.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// A chat with its last [#KEPT_MESSAGES] messages; older ones are forgotten. Everything that reads and then
/// writes a chat runs inside [#exclusively]; there is no lock over several chats.
public final class Chat {
    public static final int KEPT_MESSAGES = 500;
    private static final int KEPT_DELETIONS = 100;

    /// The names are those of Telegram in upper case.
    public enum Kind {
        PRIVATE,
        GROUP,
        SUPERGROUP;

        public String apiName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How the bot stands in the chat: a stranger was never written to, one who is gone was blocked or removed.
    public enum BotStanding {
        STRANGER,
        MEMBER,
        GONE
    }

    record Deletion(int messageId, long revision) {}

    /// What changed in a chat after a given revision. `answer` is the bot's last answer to a tap, empty if there
    /// was none; `readUpTo` is the newest message of a person that the bot has taken.
    public record Changes(
            long revision, List<StoredMessage> messages, List<Integer> deleted, ObjectNode answer, int readUpTo) {}

    private final long id;
    private final Kind kind;
    private final String title;
    private final AtomicInteger messageIds;
    private final Set<Long> members = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeMap<Integer, StoredMessage> messages = new TreeMap<>();
    private final Deque<Deletion> deletions = new ArrayDeque<>();
    private long revision;
    private volatile BotStanding botStanding = BotStanding.STRANGER;
    private volatile long migratedTo;
    private volatile ObjectNode answer = Json.object();
    private volatile int readUpTo;

    Chat(long id, Kind kind, String title, AtomicInteger messageIds) {
        this.id = id;
        this.kind = kind;
        this.title = title;
        this.messageIds = messageIds;
    }

    public long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /// The name of a group, or the full name of the person of a private chat.
    public String title() {
        return title;
    }

    public boolean isPrivate() {
        return kind == Kind.PRIVATE;
    }

    /// Ids of the people in the chat, live.
    public Set<Long> members() {
        return members;
    }

    public BotStanding botStanding() {
        return botStanding;
    }

    /// The supergroup that this group has become, or 0.
    public long migratedTo() {
        return migratedTo;
    }

    /// Runs something while nobody else changes this chat.
    public <T> T exclusively(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    public Optional<StoredMessage> findMessage(int messageId) {
        return exclusively(() -> Optional.ofNullable(messages.get(messageId)));
    }

    public Optional<StoredMessage> findLastMessage() {
        return exclusively(() -> Optional.ofNullable(messages.lastEntry()).map(last -> last.getValue()));
    }

    public List<StoredMessage> listMessages() {
        return exclusively(() -> List.copyOf(messages.values()));
    }

    /// Messages new or changed after the revision, oldest first; waits until there is a change or the time is
    /// over.
    ///
    /// @param millis the longest wait; 0 answers at once
    public Changes awaitChanges(long since, long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (revision <= since && left > 0) {
                left = changed.awaitNanos(left);
            }
            return new Changes(
                    revision,
                    messages.values().stream().filter(m -> m.revision() > since).toList(),
                    deletions.stream()
                            .filter(d -> d.revision() > since)
                            .map(Deletion::messageId)
                            .toList(),
                    answer,
                    readUpTo);
        } finally {
            lock.unlock();
        }
    }

    /// The chat in the words of the Bot API (type `Chat`).
    public ObjectNode toApiJson(Optional<Person> person) {
        var json = Json.object().put("id", id);
        if (isPrivate()) {
            person.ifPresent(known -> {
                json.put("first_name", known.firstName());
                if (!known.lastName().isEmpty()) {
                    json.put("last_name", known.lastName());
                }
            });
        } else {
            json.put("title", title);
        }
        return json.put("type", kind.apiName());
    }

    /// The chat in the words of the control API and the journal; these names never change.
    public ObjectNode toJson() {
        var json = Json.object()
                .put("id", id)
                .put("type", kind.apiName())
                .put("title", title)
                .put("botStanding", botStanding.name().toLowerCase(Locale.ROOT));
        if (migratedTo != 0) {
            json.put("migratedTo", migratedTo);
        }
        var people = json.putArray("members");
        members.stream().sorted().forEach(people::add);
        return json;
    }

    /// Where the ids of new messages come from: private chats and groups share it, as in Telegram.
    AtomicInteger messageIds() {
        return messageIds;
    }

    void put(StoredMessage message) {
        exclusively(() -> {
            messages.put(message.id(), message);
            if (messages.size() > KEPT_MESSAGES) {
                messages.pollFirstEntry();
            }
            revision = message.revision();
            changed.signalAll();
            return message;
        });
    }

    void remove(int messageId, long atRevision) {
        exclusively(() -> {
            messages.remove(messageId);
            deletions.addLast(new Deletion(messageId, atRevision));
            if (deletions.size() > KEPT_DELETIONS) {
                deletions.removeFirst();
            }
            revision = atRevision;
            changed.signalAll();
            return messageId;
        });
    }

    void setAnswer(ObjectNode latest, long atRevision) {
        exclusively(() -> {
            answer = latest;
            revision = atRevision;
            changed.signalAll();
            return latest;
        });
    }

    void setReadUpTo(int messageId) {
        readUpTo = Math.max(readUpTo, messageId);
    }

    void setBotStanding(BotStanding standing) {
        botStanding = standing;
    }

    void setMigratedTo(long supergroup) {
        migratedTo = supergroup;
    }
}
