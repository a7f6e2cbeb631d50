package id.laporpustaka.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.conversation.ChatState;
import id.laporpustaka.conversation.Expecting;
import id.laporpustaka.conversation.LibraryField;
import id.laporpustaka.conversation.Material;
import id.laporpustaka.conversation.Pace;
import id.laporpustaka.conversation.Shown;
import id.laporpustaka.export.ExportOrderJson;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.people.LibraryFilter;
import id.laporpustaka.people.Role;
import id.laporpustaka.submission.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What is remembered of a chat, as JSON. The names are stored, so they never change.
final class StateJson {
    private final ObjectMapper json;
    private final DraftJson drafts;
    private final ExportOrderJson orders = new ExportOrderJson();

    StateJson(ObjectMapper json, DraftJson drafts) {
        this.json = json;
        this.drafts = drafts;
    }

    String write(ChatState state) {
        var node = json.createObjectNode();
        state.language().ifPresent(language -> node.put("language", language.code()));
        state.draft().ifPresent(draft -> node.put("draft", draft));
        state.trial().ifPresent(trial -> node.set("trial", drafts.writeTrial(trial)));
        state.openCard().ifPresent(card -> node.put("open_card", card));
        if (state.shown().keys()) {
            node.put("keys", true);
        }
        node.put("open_is_report", state.shown().isReport());
        node.put("last_card", state.lastCard());
        state.shown().beganOn().ifPresent(message -> node.put("began_on", message));
        state.lastSent().ifPresent(draft -> node.put("last_sent", draft));
        switch (state.expecting()) {
            case Expecting.Nothing() -> {}
            case Expecting.Period() -> node.put("expecting", "PERIOD");
            case Expecting.LibrarySearch(var filter, var search) ->
                node.put("expecting", "LIBRARY_SEARCH")
                        .put("filter", filter.name())
                        .put("search", search);
            case Expecting.RegionOf(var role) -> node.put("expecting", "REGION").put("role", role.name());
            case Expecting.FieldOf(var library, var field) ->
                node.put("expecting", "FIELD").put("library", library).put("field", field.name());
            case Expecting.SameAs(var library) -> node.put("expecting", "SAME").put("library", library);
            case Expecting.PersonSearch(var search) ->
                node.put("expecting", "PERSON_SEARCH").put("search", search);
            case Expecting.QuestionAbout(var membership) ->
                node.put("expecting", "QUESTION").put("membership", membership);
            case Expecting.AnswerAbout(var membership) ->
                node.put("expecting", "ANSWER").put("membership", membership);
            case Expecting.Library(var form) -> node.put("expecting", "LIBRARY").put("form", form);
            case Expecting.ExportOf(var order) ->
                node.put("expecting", "EXPORT").set("order", orders.write(order));
            case Expecting.BoardSearch(var view, var search) ->
                node.put("expecting", "BOARD_SEARCH").put("view", view).put("search", search);
            case Expecting.ReportSearch(var search) ->
                node.put("expecting", "REPORT_SEARCH").put("search", search);
            case Expecting.Questions(var number, var revision, var marked) ->
                marked.forEach(node.put("expecting", "QUESTIONS")
                        .put("number", number)
                        .put("revision", revision)
                        .putArray("marked")::add);
            case Expecting.ReasonFor(var number, var revision, var verdict, var asked) ->
                asked.forEach(node.put("expecting", "REASON")
                        .put("number", number)
                        .put("revision", revision)
                        .put("verdict", verdict.name())
                        .putArray("asked")::add);
            case Expecting.ReviewOf(var shown) -> {
                var list = node.put("expecting", "REVIEW").putArray("shown");
                shown.forEach(
                        seen -> list.addObject().put("number", seen.number()).put("revision", seen.revision()));
            }
        }
        if (state.pace().jobs() > 0) {
            node.put("pace_since", state.pace().since().toEpochMilli())
                    .put("pace_jobs", state.pace().jobs());
        }
        state.joining().ifPresent(joining -> node.set("joining", JoiningJson.write(json, joining)));
        write(state.material(), node);
        return node.toString();
    }

    private static void write(Material material, ObjectNode node) {
        material.told()
                .ifPresent(told -> node.putObject("told")
                        .put("message", told.messageId())
                        .put("text", told.text())
                        .put("on", told.on().toString()));
        if (!material.photos().isEmpty()) {
            var photos = node.putArray("photos");
            for (var shot : material.photos()) {
                photos.addObject()
                        .put("message", shot.messageId())
                        .put("file_id", shot.file().fileId())
                        .put("unique_id", shot.file().uniqueId())
                        .put("content_type", shot.file().contentType())
                        .put("size", shot.file().size());
            }
        }
    }

    private static Material material(ObjectNode node) {
        var photos = new ArrayList<Material.Shot>();
        for (var photo : node.path("photos")) {
            photos.add(new Material.Shot(
                    photo.path("message").asInt(),
                    new MediaFile(
                            photo.path("file_id").asText(),
                            photo.path("unique_id").asText(),
                            photo.path("content_type").asText(),
                            photo.path("size").asLong())));
        }
        var told = node.path("told");
        return new Material(
                told.isObject()
                        ? Optional.of(new Material.Told(
                                told.path("message").asInt(),
                                told.path("text").asText(),
                                LocalDate.parse(told.path("on").asText())))
                        : Optional.empty(),
                photos);
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
                node.get("trial") instanceof ObjectNode trial ? drafts.findTrial(trial) : Optional.empty(),
                new Shown(
                        node.has("open_card")
                                ? OptionalInt.of(node.get("open_card").asInt())
                                : OptionalInt.empty(),
                        node.path("open_is_report").asBoolean(),
                        node.path("keys").asBoolean(),
                        node.path("last_card").asInt(),
                        node.has("began_on")
                                ? OptionalInt.of(node.get("began_on").asInt())
                                : OptionalInt.empty()),
                longOf(node, "last_sent"),
                expecting(node),
                material(node),
                node.has("joining") ? Optional.of(JoiningJson.read(node.get("joining"))) : Optional.empty(),
                new Pace(
                        Instant.ofEpochMilli(node.path("pace_since").asLong()),
                        node.path("pace_jobs").asInt()));
    }

    private Expecting expecting(ObjectNode node) {
        var membership = node.path("membership").asLong();
        return switch (node.path("expecting").asText()) {
            case "PERIOD" -> new Expecting.Period();
            case "LIBRARY" -> new Expecting.Library(node.path("form").asText());
            case "LIBRARY_SEARCH" ->
                new Expecting.LibrarySearch(
                        LibraryFilter.valueOf(node.path("filter").asText()),
                        node.path("search").asText());
            case "REGION" ->
                new Expecting.RegionOf(Role.valueOf(node.path("role").asText()));
            case "FIELD" ->
                new Expecting.FieldOf(
                        node.path("library").asLong(),
                        LibraryField.valueOf(node.path("field").asText()));
            case "SAME" -> new Expecting.SameAs(node.path("library").asLong());
            case "PERSON_SEARCH" ->
                new Expecting.PersonSearch(node.path("search").asText());
            case "QUESTION" -> new Expecting.QuestionAbout(membership);
            case "ANSWER" -> new Expecting.AnswerAbout(membership);
            case "EXPORT" -> new Expecting.ExportOf(orders.read(node.path("order")));
            case "BOARD_SEARCH" ->
                new Expecting.BoardSearch(
                        node.path("view").asText(), node.path("search").asText());
            case "REPORT_SEARCH" ->
                new Expecting.ReportSearch(node.path("search").asText());
            case "QUESTIONS" ->
                new Expecting.Questions(
                        node.path("number").asText(),
                        node.path("revision").asInt(),
                        DraftJson.texts(node.path("marked")));
            case "REASON" ->
                new Expecting.ReasonFor(
                        node.path("number").asText(),
                        node.path("revision").asInt(),
                        Verdict.valueOf(node.path("verdict").asText()),
                        DraftJson.texts(node.path("asked")));
            case "REVIEW" -> new Expecting.ReviewOf(seen(node.path("shown")));
            default -> new Expecting.Nothing();
        };
    }

    private static List<Expecting.ReviewOf.Seen> seen(JsonNode shown) {
        var all = new ArrayList<Expecting.ReviewOf.Seen>();
        shown.forEach(report -> all.add(new Expecting.ReviewOf.Seen(
                report.path("number").asText(), report.path("revision").asInt())));
        return all;
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
