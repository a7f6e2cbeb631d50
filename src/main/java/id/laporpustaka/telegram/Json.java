package id.laporpustaka.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.laporpustaka.form.reading.Cleaned;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Reads fields of objects that may be anything: what is not of the kind that is asked for, is not there.
final class Json {
    private Json() {}

    static Optional<JsonNode> object(JsonNode parent, String field) {
        return Optional.of(parent.path(field)).filter(JsonNode::isObject);
    }

    static Optional<String> text(JsonNode parent, String field) {
        return Optional.of(parent.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /// Fit to be read by people, and not empty.
    static Optional<String> cleaned(JsonNode parent, String field) {
        return text(parent, field).map(Cleaned::text).filter(text -> !text.isEmpty());
    }

    /// An identifier made by Telegram: not empty, of printable ASCII, and not absurdly long.
    static Optional<String> token(JsonNode parent, String field) {
        return text(parent, field)
                .filter(text -> !text.isEmpty() && text.length() <= 256)
                .filter(text -> text.chars().allMatch(character -> character > ' ' && character < 0x7F));
    }

    static OptionalLong whole(JsonNode parent, String field) {
        var node = parent.path(field);
        return node.isIntegralNumber() && node.canConvertToLong()
                ? OptionalLong.of(node.longValue())
                : OptionalLong.empty();
    }

    static OptionalInt small(JsonNode parent, String field) {
        var node = parent.path(field);
        return node.isIntegralNumber() && node.canConvertToInt()
                ? OptionalInt.of(node.intValue())
                : OptionalInt.empty();
    }
}
