package id.laporpustaka.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Somebody with a phone. `label` is what the phone page writes over the phone; Telegram does not know it.
public record Person(long id, String firstName, String lastName, String languageCode, String label) {

    public Person {
        if (id <= 0) {
            throw new IllegalArgumentException("the id of a person is positive, not " + id);
        }
        if (firstName.isBlank()) {
            throw new IllegalArgumentException("a person needs a first name");
        }
    }

    /// The person as the sender of a message (Bot API type `User`).
    public ObjectNode toSender() {
        var sender = Json.object().put("id", id).put("is_bot", false).put("first_name", firstName);
        if (!lastName.isEmpty()) {
            sender.put("last_name", lastName);
        }
        if (!languageCode.isEmpty()) {
            sender.put("language_code", languageCode);
        }
        return sender;
    }

    /// The person in the words of the control API and the journal; these names never change.
    public ObjectNode toJson() {
        return Json.object()
                .put("id", id)
                .put("firstName", firstName)
                .put("lastName", lastName)
                .put("languageCode", languageCode)
                .put("label", label);
    }

    static Person fromJson(JsonNode json) {
        return new Person(
                json.path("id").asLong(),
                json.path("firstName").asText(),
                json.path("lastName").asText(),
                json.path("languageCode").asText(),
                json.path("label").asText());
    }
}
