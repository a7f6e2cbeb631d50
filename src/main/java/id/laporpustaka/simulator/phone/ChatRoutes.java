package id.laporpustaka.simulator.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.simulator.world.Chat;
import id.laporpustaka.simulator.world.Json;
import id.laporpustaka.simulator.world.Person;
import id.laporpustaka.simulator.world.StoredMessage;
import id.laporpustaka.simulator.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/// What the control API lets a person do in a chat. A request may name `user` (in a private chat it is clear who)
/// and `date` (seconds since 1970, or like 2026-08-17T09:00:00Z), which may be in the past.
final class ChatRoutes {
    private final World world;
    private final PhoneActions actions;
    private final Attachments attachments;
    private final MiniApps miniApps;

    ChatRoutes(World world, PhoneActions actions, Attachments attachments) {
        this.world = world;
        this.actions = actions;
        this.attachments = attachments;
        this.miniApps = new MiniApps(world);
    }

    JsonNode act(Chat chat, String action, JsonNode request) {
        var person = person(request, chat.id());
        long date = date(request);
        var caption = request.path("caption").asText();
        return switch (action) {
            case "text" -> shown(actions.say(chat, person, request.path("text").asText(), date, replyTo(request)));
            case "photo" ->
                shown(actions.send(
                        chat,
                        person,
                        attachments.photo(attachments.read(request).getFirst(), caption),
                        date));
            case "document" ->
                shown(actions.send(
                        chat,
                        person,
                        attachments.document(attachments.read(request).getFirst(), caption),
                        date));
            case "album" -> album(chat, person, request, caption, date);
            case "location" -> shown(actions.send(chat, person, actions.location(request), date));
            case "contact" -> shown(actions.send(chat, person, actions.contact(person), date));
            case "sticker" ->
                shown(actions.send(
                        chat, person, attachments.sticker(request.path("emoji").asText("👍")), date));
            case "tap" ->
                actions.tap(
                        chat,
                        person,
                        request.has("messageId")
                                ? Optional.of(request.path("messageId").asInt())
                                : Optional.empty(),
                        request.path("data").asText(),
                        request.path("label").asText());
            case "key" -> shown(actions.key(chat, person, request, date));
            case "mini-app" -> miniApps.open(chat, person, date);
            case "block", "unblock" -> {
                actions.setBlocked(chat, person, action.equals("block"));
                yield chat.toJson();
            }
            default -> {
                var recording = Attachments.Recording.find(action)
                        .orElseThrow(() -> ControlProblem.notFound("nobody can " + action + " in a chat"));
                yield shown(actions.send(chat, person, attachments.recording(recording, request, caption), date));
            }
        };
    }

    JsonNode edit(Chat chat, int messageId, JsonNode request) {
        return shown(actions.edit(
                chat,
                person(request, chat.id()),
                messageId,
                request.path("text").asText()));
    }

    /// The person that a request names, else the one with the given id.
    Person person(JsonNode request, long otherwise) {
        long id = request.path("user").asLong(otherwise);
        return world.findPerson(id).orElseThrow(() -> ControlProblem.badRequest("there is no user " + id));
    }

    /// As a phone sends an album: a message each, nothing in between, the caption with the first.
    private JsonNode album(Chat chat, Person person, JsonNode request, String caption, long date) {
        var files = attachments.read(request);
        if (files.size() < 2 || files.size() > 10) {
            throw ControlProblem.badRequest("an album has 2 to 10 pictures");
        }
        var group = World.newMediaGroup();
        var contents = new ArrayList<ObjectNode>();
        for (var file : files) {
            var content = Json.object().put("media_group_id", group);
            content.setAll(attachments.photo(file, contents.isEmpty() ? caption : ""));
            contents.add(content);
        }
        return chat.exclusively(() -> {
            var sent = Json.array();
            contents.forEach(content ->
                    sent.add(actions.send(chat, person, content, date).toPhoneJson()));
            return sent;
        });
    }

    private long date(JsonNode request) {
        var date = request.path("date");
        if (date.isTextual()) {
            return Instant.parse(date.asText()).getEpochSecond();
        }
        return date.asLong(world.now());
    }

    private static Optional<Integer> replyTo(JsonNode request) {
        return request.has("replyTo") ? Optional.of(request.path("replyTo").asInt()) : Optional.empty();
    }

    private static ObjectNode shown(StoredMessage message) {
        return message.toPhoneJson();
    }
}
