package id.laporpustaka.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.function.Consumer;

/// How a world is written into a journal and read back. The `kind` of an entry and its fields never change.
final class WorldMemory {
    private final World world;

    WorldMemory(World world) {
        this.world = world;
    }

    void read(JsonNode entry) {
        switch (entry.path("kind").asText()) {
            case "person" -> world.restorePerson(Person.fromJson(entry));
            case "chat" -> readChat(entry);
            case "message" -> readMessage(entry);
            case "deleted" ->
                world.findChat(entry.path("chat").asLong())
                        .ifPresent(chat -> world.restoreDeletion(
                                chat, entry.path("message").asInt()));
            case "file" -> world.files().restore(FileStore.StoredFile.fromJournal(entry));
            case "update" -> world.updates().restore(Pending.fromJournal(entry));
            case "confirmed" ->
                world.updates().restoreConfirmed(entry.path("below").asLong());
            case "delivered" ->
                world.updates().restoreDelivered(entry.path("id").asInt());
            case "last update" -> world.updates().restoreLastId(entry.path("id").asInt());
            case "profile" -> world.profile().restore(entry.path("key").asText(), entry.path("value"));
            case "webhook" -> world.restoreWebhook(entry.withObject("settings"));
            case "allowed" -> {
                var types = new HashSet<String>();
                entry.path("types").forEach(type -> types.add(type.asText()));
                world.updates().restoreAllowed(types);
            }
            case "counted" ->
                world.counters()
                        .add(entry.path("name").asText(), entry.path("times").asLong(1));
            default -> throw new IllegalStateException("the journal has an entry of no known kind: " + entry);
        }
    }

    void write(Consumer<ObjectNode> out) {
        world.listPeople().forEach(person -> out.accept(person.toJson().put("kind", "person")));
        for (var chat : world.listChats()) {
            if (!chat.isPrivate() || chat.botStanding() != Chat.BotStanding.STRANGER) {
                out.accept(chatEntry(chat));
            }
            chat.listMessages().forEach(message -> out.accept(messageEntry(chat, message)));
        }
        world.files().all().forEach(file -> out.accept(file.toJournal()));
        out.accept(Json.object()
                .put("kind", "last update")
                .put("id", world.updates().lastId()));
        var allowed = Json.object().put("kind", "allowed");
        world.updates().allowed().stream().sorted().forEach(allowed.putArray("types")::add);
        out.accept(allowed);
        world.updates().listWaiting().forEach(update -> out.accept(update.toJournal()));
        world.profile().all().forEach((key, value) -> out.accept(BotProfile.entry(key, value)));
        var webhook = Json.object().put("kind", "webhook");
        webhook.set("settings", world.webhook());
        out.accept(webhook);
        world.counters()
                .all()
                .forEach((name, times) -> out.accept(
                        Json.object().put("kind", "counted").put("name", name).put("times", times)));
    }

    static ObjectNode chatEntry(Chat chat) {
        return chat.toJson().put("kind", "chat");
    }

    static ObjectNode messageEntry(Chat chat, StoredMessage message) {
        var entry = Json.object().put("kind", "message").put("chat", chat.id()).put("fromBot", message.fromBot());
        entry.set("json", message.toJson());
        if (message.hasReplyKeyboard()) {
            entry.set("hidden", Json.readObject(message.hidden()));
        }
        return entry;
    }

    private void readChat(JsonNode entry) {
        var kind = Chat.Kind.valueOf(entry.path("type").asText().toUpperCase(Locale.ROOT));
        var chat = world.restoreChat(
                entry.path("id").asLong(), kind, entry.path("title").asText());
        chat.setBotStanding(
                Chat.BotStanding.valueOf(entry.path("botStanding").asText().toUpperCase(Locale.ROOT)));
        chat.setMigratedTo(entry.path("migratedTo").asLong());
        entry.path("members").forEach(member -> chat.members().add(member.asLong()));
    }

    private void readMessage(JsonNode entry) {
        var chat = world.findChat(entry.path("chat").asLong())
                .orElseThrow(() -> new IllegalStateException("the journal has a message of an unknown chat"));
        var json = entry.path("json");
        var hidden = entry.has("hidden") ? Json.bytes(entry.path("hidden")) : StoredMessage.NOTHING;
        world.restoreMessage(
                chat,
                new StoredMessage(
                        json.path("message_id").asInt(),
                        0,
                        json.path("date").asLong(),
                        entry.path("fromBot").asBoolean(),
                        Json.bytes(json),
                        hidden));
    }
}
