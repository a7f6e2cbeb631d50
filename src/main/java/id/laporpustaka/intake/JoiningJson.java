package id.laporpustaka.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.conversation.Joining;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Scheme;
import java.util.Optional;
import java.util.function.Function;

/// What somebody who joins has told so far, as JSON. The names are stored, so they never change.
final class JoiningJson {
    private JoiningJson() {}

    static ObjectNode write(ObjectMapper json, Joining joining) {
        var node = json.createObjectNode();
        joining.invite().ifPresent(invited -> {
            var invite = node.putObject("invite").put("code", invited.code()).put("what", invited.what());
            invited.role().ifPresent(role -> invite.put("role", role.name()));
        });
        joining.searched().ifPresent(typed -> node.put("searched", typed));
        joining.village()
                .ifPresent(village -> node.putObject("village")
                        .put("id", village.id())
                        .put("title", village.title())
                        .put("ward", village.ward()));
        joining.library()
                .ifPresent(library ->
                        node.putObject("library").put("id", library.id()).put("name", library.name()));
        joining.proposed().ifPresent(proposed -> {
            var told = node.putObject("proposed").put("distinct", proposed.distinct());
            proposed.name().ifPresent(name -> told.put("name", name));
            proposed.type().ifPresent(type -> told.put("type", type.name()));
            proposed.scheme().ifPresent(scheme -> told.put("scheme", scheme.name()));
            proposed.npp().ifPresent(npp -> told.put("npp", npp));
        });
        joining.name().ifPresent(name -> node.put("name", name));
        joining.role().ifPresent(role -> node.put("role", role.name()));
        return node;
    }

    static Joining read(JsonNode node) {
        return new Joining(
                object(node, "invite")
                        .map(invite -> new Joining.Invited(
                                invite.path("code").asText(),
                                text(invite, "role", Role::valueOf),
                                invite.path("what").asText())),
                text(node, "searched", Function.identity()),
                object(node, "village")
                        .map(village -> new Joining.Village(
                                village.path("id").asLong(),
                                village.path("title").asText(),
                                village.path("ward").asBoolean())),
                object(node, "library")
                        .map(library -> new Joining.Known(
                                library.path("id").asLong(),
                                library.path("name").asText())),
                object(node, "proposed")
                        .map(told -> new Joining.Proposed(
                                text(told, "name", Function.identity()),
                                told.path("distinct").asBoolean(),
                                text(told, "type", LibraryType::valueOf),
                                text(told, "scheme", Scheme::valueOf),
                                text(told, "npp", Function.identity()))),
                text(node, "name", Function.identity()),
                text(node, "role", MemberRole::valueOf));
    }

    private static Optional<JsonNode> object(JsonNode node, String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isObject);
    }

    private static <T> Optional<T> text(JsonNode node, String name, Function<String, T> read) {
        return Optional.of(node.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .map(read);
    }
}
