package id.laporpustaka.simulator.botapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// A text as people see it, and what is special about parts of it (Bot API type `MessageEntity`).
record FormattedText(String text, List<ObjectNode> entities) {
    FormattedText {
        entities = List.copyOf(entities);
    }

    /// Without white space around it, as Telegram stores every text.
    FormattedText stripped() {
        var stripped = text.strip();
        if (stripped.length() == text.length()) {
            return this;
        }
        int lead = text.length() - text.stripLeading().length();
        var moved = entities.stream()
                .filter(entity -> {
                    int start = Math.max(0, entity.path("offset").asInt() - lead);
                    int end = Math.min(
                            stripped.length(),
                            entity.path("offset").asInt()
                                    + entity.path("length").asInt()
                                    - lead);
                    entity.put("offset", start).put("length", end - start);
                    return end > start;
                })
                .toList();
        return new FormattedText(stripped, moved);
    }
}
