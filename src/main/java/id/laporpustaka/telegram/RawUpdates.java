package id.laporpustaka.telegram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.laporpustaka.intake.RawUpdate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Takes updates out of what Telegram sends without reading more of them than their number and their lane, so
/// that no update can be so strange that it stops the others.
final class RawUpdates {
    /// Telegram's own limits hold; none of ours may refuse what it lets through.
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Integer.MAX_VALUE)
                            .maxNumberLength(Integer.MAX_VALUE)
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build()
            .reader();

    /// Where an update of whatever kind names its chat, else the person that it came from.
    private static final List<String> LANES = List.of("/chat/id", "/message/chat/id", "/from/id", "/user/id");

    private static final Map<String, TelegramCounts.Kind> KINDS = AllowedUpdates.NAMES.stream()
            .collect(Collectors.toUnmodifiableMap(
                    name -> name, name -> TelegramCounts.Kind.valueOf(name.toUpperCase(Locale.ROOT))));

    private RawUpdates() {}

    /// The updates in an answer of `getUpdates`, each exactly as it came.
    ///
    /// @throws IOException when it is not an answer with updates
    static List<RawUpdate> ofAnswer(long botId, String answer) throws IOException {
        var updates = new ArrayList<RawUpdate>();
        try (var parser = READER.createParser(answer)) {
            expect(parser.nextToken(), JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var isResult = parser.currentName().equals("result");
                var token = parser.nextToken();
                if (isResult) {
                    expect(token, JsonToken.START_ARRAY);
                    readAll(botId, answer, parser, updates);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return updates;
    }

    private static void readAll(long botId, String answer, JsonParser parser, List<RawUpdate> updates)
            throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var start = (int) parser.currentTokenLocation().getCharOffset();
            parser.skipChildren();
            var end = (int) parser.currentLocation().getCharOffset();
            var json = answer.substring(start, end);
            updates.add(of(botId, json).orElseThrow(() -> new IOException("an update without a number")));
        }
    }

    private static void expect(JsonToken found, JsonToken expected) throws IOException {
        if (found != expected) {
            throw new IOException("expected " + expected + ", found " + found);
        }
    }

    /// An update; empty unless it is a JSON object with an integral `update_id`.
    static Optional<RawUpdate> of(long botId, String json) {
        JsonNode update;
        try {
            update = tree(json);
        } catch (IOException _) {
            return Optional.empty();
        }
        var updateId = update.path("update_id");
        return update.isObject() && updateId.isIntegralNumber() && updateId.canConvertToLong()
                ? Optional.of(new RawUpdate(botId, updateId.longValue(), laneOf(update), json))
                : Optional.empty();
    }

    /// What an update brings, by the name that its content has; reads no further than to that.
    static TelegramCounts.Kind kindOf(RawUpdate update) {
        try (var parser = READER.createParser(update.json())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var kind = KINDS.get(parser.currentName());
                if (kind != null) {
                    return kind;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return TelegramCounts.Kind.OTHER;
        } catch (IOException _) {
            return TelegramCounts.Kind.OTHER;
        }
    }

    static JsonNode tree(String json) throws IOException {
        return READER.readTree(json);
    }

    private static long laneOf(JsonNode update) {
        return update.valueStream()
                .filter(JsonNode::isObject)
                .flatMap(content -> LANES.stream().map(content::at))
                .filter(id -> id.isIntegralNumber() && id.canConvertToLong())
                .mapToLong(JsonNode::longValue)
                .findFirst()
                .orElse(0);
    }
}
