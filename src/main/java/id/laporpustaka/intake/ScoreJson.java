package id.laporpustaka.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.conversation.ScoreAnswer;

/// Answers about scores, as JSON. The kinds are stored, so they never change.
final class ScoreJson {
    private ScoreJson() {}

    static JsonNode write(ObjectMapper json, ScoreAnswer answer) {
        var kind = switch (answer) {
            case ScoreAnswer.Nothing _ -> "nothing";
            case ScoreAnswer.OfLibrary _ -> "library";
            case ScoreAnswer.OfPlace _ -> "place";
            case ScoreAnswer.Listed _ -> "list";
            case ScoreAnswer.Rules _ -> "rules";
        };
        var node = json.createObjectNode().put("kind", kind);
        if (!(answer instanceof ScoreAnswer.Nothing)) {
            node.set("answer", json.valueToTree(answer));
        }
        return node;
    }

    static ScoreAnswer read(ObjectMapper json, JsonNode node) {
        var kind = node.path("kind").asText();
        var answer = node.path("answer");
        try {
            return switch (kind) {
                case "nothing" -> new ScoreAnswer.Nothing();
                case "library" -> json.treeToValue(answer, ScoreAnswer.OfLibrary.class);
                case "place" -> json.treeToValue(answer, ScoreAnswer.OfPlace.class);
                case "list" -> json.treeToValue(answer, ScoreAnswer.Listed.class);
                case "rules" -> json.treeToValue(answer, ScoreAnswer.Rules.class);
                default -> throw new IllegalStateException("No answer about scores is called " + kind);
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is stored is no answer about scores", e);
        }
    }
}
