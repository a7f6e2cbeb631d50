package id.laporpustaka.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// What a call of the Bot API led to.
sealed interface Answer extends Serializable {

    /// It has been done.
    record Done(JsonNode result) implements Answer {
        /// The number of the message that was sent or edited, of an album the first one's; 0 if the result is not a
        /// message.
        int messageId() {
            var message = result.isArray() ? result.path(0) : result;
            return message.path("message_id").asInt(0);
        }
    }

    /// Telegram has refused it.
    ///
    /// @param code like a status of HTTP
    /// @param retryAfterSeconds how long to wait, with code 429; 0 when not said
    /// @param migratedTo the group's new id, 0 when not said
    record Refused(int code, String description, int retryAfterSeconds, long migratedTo) implements Answer {
        private static final Duration WHEN_NOT_SAID = Duration.ofSeconds(5);

        Duration retryAfter() {
            return retryAfterSeconds > 0 ? Duration.ofSeconds(retryAfterSeconds) : WHEN_NOT_SAID;
        }

        OptionalLong newChatId() {
            return migratedTo == 0 ? OptionalLong.empty() : OptionalLong.of(migratedTo);
        }

        boolean mentions(String words) {
            return description.contains(words);
        }
    }

    /// No answer, or none that can be understood: it may have been done or not.
    record Unknown(String reason) implements Answer {}

    /// Reads the body of a response; empty if it is not one of the Bot API.
    static Optional<Answer> read(JsonNode body) {
        if (body.path("ok").asBoolean(false)) {
            return Optional.of(new Done(body.path("result")));
        }
        var parameters = body.path("parameters");
        return body.path("error_code").isInt()
                ? Optional.of(new Refused(
                        body.path("error_code").intValue(),
                        body.path("description").asText(""),
                        parameters.path("retry_after").asInt(0),
                        parameters.path("migrate_to_chat_id").asLong(0)))
                : Optional.empty();
    }
}
