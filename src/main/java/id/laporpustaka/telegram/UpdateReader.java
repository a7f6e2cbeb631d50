package id.laporpustaka.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.laporpustaka.conversation.Incoming;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.form.reading.Cleaned;
import id.laporpustaka.intake.RawUpdate;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads what an update means to us (Telegram Bot API, Update). Safe to use from all threads.
///
/// Everything in an update may come from a stranger, and new kinds of content appear every month: whatever is not
/// as expected is passed over, and nothing is thrown.
public final class UpdateReader {
    private static final int LONGEST_NAME = 64;
    private static final long LATEST_SECOND = Integer.MAX_VALUE;

    private final MessageReader messages;

    /// @param botUsername ours, without `@`; commands for other bots are none of our business
    public UpdateReader(String botUsername) {
        messages = new MessageReader(botUsername);
    }

    /// Empty if the update is not for us, or says nothing.
    ///
    /// @param receivedAt when it reached us, for what carries no time of its own
    public Optional<Incoming> read(RawUpdate raw, Instant receivedAt) {
        JsonNode update;
        try {
            update = RawUpdates.tree(raw.json());
        } catch (IOException _) {
            return Optional.empty();
        }
        return Json.object(update, "message")
                .flatMap(message -> message(message, receivedAt))
                .or(() -> Json.object(update, "edited_message").flatMap(message -> edited(message, receivedAt)))
                .or(() -> Json.object(update, "callback_query").flatMap(query -> tap(query, receivedAt)))
                .or(() -> Json.object(update, "my_chat_member").flatMap(change -> membership(change, receivedAt)));
    }

    private Optional<Incoming> message(JsonNode message, Instant receivedAt) {
        var movedTo = Json.whole(message, "migrate_to_chat_id");
        if (movedTo.isPresent()) {
            var input = new Input.MovedTo(movedTo.getAsLong());
            return chat(message)
                    .map(chat -> incoming(
                            chat, OptionalInt.empty(), message.path("from"), sentAt(message, receivedAt), input));
        }
        return messages.read(message).flatMap(input -> fromPerson(message, sentAt(message, receivedAt), input));
    }

    private Optional<Incoming> edited(JsonNode message, Instant receivedAt) {
        return messages.readEdited(message).flatMap(input -> fromPerson(message, sentAt(message, receivedAt), input));
    }

    private static Optional<Incoming> tap(JsonNode query, Instant receivedAt) {
        var id = Json.token(query, "id");
        var data = Json.text(query, "data").filter(text -> text.chars().noneMatch(Character::isISOControl));
        var message = query.path("message");
        var messageId = Json.small(message, "message_id");
        if (id.isEmpty() || data.isEmpty() || messageId.isEmpty()) {
            return Optional.empty();
        }
        var input = new Input.Tap(id.get(), messageId.getAsInt(), data.get());
        return person(query)
                .flatMap(person ->
                        chat(message).map(chat -> incoming(chat, thread(message), person, receivedAt, input)));
    }

    private static Optional<Incoming> membership(JsonNode change, Instant receivedAt) {
        var before = isIn(change.path("old_chat_member"));
        var after = isIn(change.path("new_chat_member"));
        if (before == after) {
            return Optional.empty();
        }
        return fromPerson(change, sentAt(change, receivedAt), after ? new Input.Unblocked() : new Input.Blocked());
    }

    private static boolean isIn(JsonNode member) {
        return switch (Json.text(member, "status").orElse("")) {
            case "member", "administrator", "creator" -> true;
            case "restricted" -> member.path("is_member").asBoolean(false);
            default -> false;
        };
    }

    private static Optional<Incoming> fromPerson(JsonNode content, Instant sentAt, Input input) {
        return person(content)
                .flatMap(person -> chat(content).map(chat -> incoming(chat, thread(content), person, sentAt, input)));
    }

    /// Who it is from; bots, and who writes as a channel or a group, are nobody.
    private static Optional<JsonNode> person(JsonNode content) {
        return Json.object(content, "from")
                .filter(from -> Json.whole(from, "id").isPresent())
                .filter(from -> !from.path("is_bot").asBoolean(false));
    }

    private static Optional<JsonNode> chat(JsonNode content) {
        return Json.object(content, "chat")
                .filter(chat -> Json.whole(chat, "id").isPresent())
                .filter(chat -> List.of("private", "group", "supergroup")
                        .contains(Json.text(chat, "type").orElse("")));
    }

    /// The topic, in a group that has them; elsewhere the same field tells to what somebody has replied.
    private static OptionalInt thread(JsonNode message) {
        return message.path("is_topic_message").asBoolean(false)
                ? Json.small(message, "message_thread_id")
                : OptionalInt.empty();
    }

    private static Incoming incoming(JsonNode chat, OptionalInt thread, JsonNode person, Instant sentAt, Input input) {
        var personId = Json.whole(person, "id").orElse(0);
        return new Incoming(
                Json.whole(chat, "id").orElseThrow(),
                thread,
                personId,
                name(person, personId),
                language(person),
                !Json.text(chat, "type").orElse("").equals("private"),
                sentAt,
                input);
    }

    private static String name(JsonNode person, long personId) {
        var first = Json.text(person, "first_name").orElse("");
        var last = Json.text(person, "last_name").orElse("");
        var name = Cleaned.line(first + " " + last, LONGEST_NAME);
        return name.isEmpty() ? Json.token(person, "username").orElse("#" + personId) : name;
    }

    /// Of a language tag such as `en-US` (IETF BCP 47) the first part, if it has two letters.
    private static String language(JsonNode person) {
        var tag = Json.text(person, "language_code").orElse("");
        var end = tag.indexOf('-') < 0 ? tag.length() : tag.indexOf('-');
        var language = tag.substring(0, end).toLowerCase(Locale.ROOT);
        return language.matches("[a-z]{2}") ? language : "";
    }

    private static Instant sentAt(JsonNode content, Instant receivedAt) {
        var date = Json.whole(content, "date").orElse(0);
        return date > 0 && date <= LATEST_SECOND ? Instant.ofEpochSecond(date) : receivedAt;
    }
}
