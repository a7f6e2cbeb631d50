package id.laporpustaka.outbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/// The JSON in which a message lies in its row.
///
/// Every stored name is spelled out here: rows outlive the process that wrote them, so a name is never changed.
/// What a later version has added is passed over.
final class StoredMessage {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(OutgoingMessage.class, StoredOutgoingMessage.class)
            .addMixIn(Button.class, StoredButton.class)
            .addMixIn(Button.Callback.class, StoredCallback.class)
            .addMixIn(Button.Link.class, StoredLink.class)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writerFor(OutgoingMessage.class);
    private static final ObjectReader READER = MAPPER.readerFor(OutgoingMessage.class);

    private StoredMessage() {}

    static String write(OutgoingMessage message) {
        try {
            return WRITER.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A message cannot be written as JSON.", e);
        }
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws JsonProcessingException when it is something else
    static OutgoingMessage read(String json) throws JsonProcessingException {
        return READER.readValue(json);
    }

    private record StoredOutgoingMessage(
            @JsonProperty("html") String html,
            @JsonProperty("keyboard") List<List<Button>> keyboard) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Button.Callback.class, name = "callback"),
        @JsonSubTypes.Type(value = Button.Link.class, name = "link")
    })
    private interface StoredButton {}

    private record StoredCallback(
            @JsonProperty("label") String label,
            @JsonProperty("data") String data) {}

    private record StoredLink(
            @JsonProperty("label") String label,
            @JsonProperty("url") String url) {}
}
