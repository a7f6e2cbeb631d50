package id.laporpustaka.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.conversation.DirectoryChange;
import id.laporpustaka.conversation.LibraryField;

/// Changes of the register, as JSON. The names are stored, so they never change.
final class DirectoryJson {
    private DirectoryJson() {}

    static ObjectNode write(ObjectMapper json, DirectoryChange change) {
        var node = json.createObjectNode();
        return switch (change) {
            case DirectoryChange.Edit(var library, var field, var value) ->
                node.put("kind", "edit")
                        .put("library", library)
                        .put("field", field.name())
                        .put("value", value);
            case DirectoryChange.Activate(var library, var active) ->
                node.put("kind", "activate").put("library", library).put("active", active);
            case DirectoryChange.Merge(var kept, var gone) ->
                node.put("kind", "merge").put("kept", kept).put("gone", gone);
            case DirectoryChange.EndMembership(var membership) ->
                node.put("kind", "end_membership").put("membership", membership);
            case DirectoryChange.RevokeRole(var person, var assignment) ->
                node.put("kind", "revoke_role").put("person", person).put("assignment", assignment);
            case DirectoryChange.RevokeInvite(var library, var invite) ->
                node.put("kind", "revoke_invite").put("library", library).put("invite", invite);
            case DirectoryChange.HandOver(var library, var person) ->
                node.put("kind", "hand_over").put("library", library).put("person", person);
        };
    }

    static DirectoryChange read(JsonNode node) {
        var library = node.path("library").asLong();
        var person = node.path("person").asLong();
        var kind = node.path("kind").asText();
        return switch (kind) {
            case "edit" ->
                new DirectoryChange.Edit(
                        library,
                        LibraryField.valueOf(node.path("field").asText()),
                        node.path("value").asText());
            case "activate" ->
                new DirectoryChange.Activate(library, node.path("active").asBoolean());
            case "merge" ->
                new DirectoryChange.Merge(
                        node.path("kept").asLong(), node.path("gone").asLong());
            case "end_membership" ->
                new DirectoryChange.EndMembership(node.path("membership").asLong());
            case "revoke_role" ->
                new DirectoryChange.RevokeRole(person, node.path("assignment").asLong());
            case "revoke_invite" ->
                new DirectoryChange.RevokeInvite(library, node.path("invite").asLong());
            case "hand_over" -> new DirectoryChange.HandOver(library, person);
            default -> throw new IllegalStateException("No change is called " + kind);
        };
    }
}
