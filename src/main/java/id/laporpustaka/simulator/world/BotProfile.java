package id.laporpustaka.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// What the bot says of itself: commands by scope and language, descriptions by language, menu buttons by chat.
/// Every entry has a key; these keys go into the journal and never change: `commands/SCOPE/LANGUAGE`,
/// `description/LANGUAGE`, `short_description/LANGUAGE`, `menu_button/CHAT` (chat 0 is the default).
public final class BotProfile {
    private final Journal journal;
    private final Map<String, JsonNode> entries = new ConcurrentSkipListMap<>();

    BotProfile(Journal journal) {
        this.journal = journal;
    }

    /// Sets an entry.
    ///
    /// @param value a missing node removes the entry
    public void set(String key, JsonNode value) {
        restore(key, value);
        journal.append(entry(key, value));
    }

    public Optional<JsonNode> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /// What the person sees in the menu of the chat: the first scope that has commands wins, in the order the Bot API
    /// documents ("Determining list of commands").
    public JsonNode commandsFor(Chat chat, long person, String language) {
        var chatScope = "chat:" + chat.id();
        var scopes = chat.isPrivate()
                ? List.of(chatScope, "all_private_chats", "default")
                : List.of("chat_member:" + chat.id() + ":" + person, chatScope, "all_group_chats", "default");
        for (var scope : scopes) {
            for (var spoken : List.of(language, "")) {
                var commands = entries.get("commands/" + scope + "/" + spoken);
                if (commands != null) {
                    return commands;
                }
            }
        }
        return Json.array();
    }

    /// The button of a chat: its own, else the one for all, else Telegram's.
    public JsonNode menuButton(long chat) {
        return find("menu_button/" + chat)
                .or(() -> find("menu_button/0"))
                .orElseGet(() -> Json.object().put("type", "default"));
    }

    /// What fits the language best: its own entry, else the one for all languages.
    public Optional<JsonNode> findFor(String kind, String language) {
        return find(kind + "/" + language).or(() -> find(kind + "/"));
    }

    Map<String, JsonNode> all() {
        return new TreeMap<>(entries);
    }

    void restore(String key, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            entries.remove(key);
        } else {
            entries.put(key, value);
        }
    }

    static ObjectNode entry(String key, JsonNode value) {
        var entry = Json.object().put("kind", "profile").put("key", key);
        if (!value.isMissingNode()) {
            entry.set("value", value);
        }
        return entry;
    }
}
