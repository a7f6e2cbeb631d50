package id.laporpustaka.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.conversation.ChatState;
import id.laporpustaka.form.Language;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What is remembered of a chat, as JSON. The names are stored, so they never change.
final class StateJson {
    private final ObjectMapper json;

    StateJson(ObjectMapper json) {
        this.json = json;
    }

    String write(ChatState state) {
        var node = json.createObjectNode();
        state.language().ifPresent(language -> node.put("language", language.code()));
        state.draft().ifPresent(draft -> node.put("draft", draft));
        state.openCard().ifPresent(card -> node.put("open_card", card));
        node.put("open_is_report", state.openIsReport());
        node.put("last_card", state.lastCard());
        state.lastSent().ifPresent(draft -> node.put("last_sent", draft));
        if (state.expecting() != ChatState.Expecting.NOTHING) {
            node.put("expecting", state.expecting().name());
        }
        return node.toString();
    }

    /// @param stored empty for a chat that nothing is remembered of
    ChatState read(@Nullable String stored) {
        if (stored == null) {
            return ChatState.initial();
        }
        var node = parse(json, stored);
        return new ChatState(
                Language.find(node.path("language").asText("")),
                longOf(node, "draft"),
                node.has("open_card") ? OptionalInt.of(node.get("open_card").asInt()) : OptionalInt.empty(),
                node.path("open_is_report").asBoolean(),
                node.path("last_card").asInt(),
                longOf(node, "last_sent"),
                node.has("expecting")
                        ? ChatState.Expecting.valueOf(node.get("expecting").asText())
                        : ChatState.Expecting.NOTHING);
    }

    private static OptionalLong longOf(ObjectNode node, String name) {
        return node.has(name) ? OptionalLong.of(node.get(name).asLong()) : OptionalLong.empty();
    }

    static ObjectNode parse(ObjectMapper json, String stored) {
        JsonNode node;
        try {
            node = json.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is stored is not JSON", e);
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalStateException("What is stored is not a JSON object");
    }
}
