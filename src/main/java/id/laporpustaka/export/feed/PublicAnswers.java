package id.laporpustaka.export.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.form.AnswersJson;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.submission.PhotoConsent;
import id.laporpustaka.submission.PrivateAnswers;
import java.util.List;
import java.util.Map;

/// Answers as they are kept ([AnswersJson]), but for what nobody gets in bulk: what is private, who reports,
/// and files that may not be shown. Other files are the addresses at which the web shows them.
public final class PublicAnswers {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PATH_OF_FILE = "/berkas/";

    private final FormCatalogue forms;
    private final ObjectMapper json = new ObjectMapper();
    private final AnswersJson answersJson = new AnswersJson();

    PublicAnswers(FormCatalogue forms) {
        this.forms = forms;
    }

    /// Whether answers to this question are given away.
    public static boolean isShown(Question question) {
        return question.type() != QuestionType.NOTE
                && question.type() != QuestionType.USERNAME
                && !PrivateAnswers.isPrivate(question);
    }

    ObjectNode of(String formId, String version, String stored, Map<String, List<Long>> files) {
        var form = forms.find(formId, version)
                .orElseThrow(() -> new IllegalStateException("There is no form " + formId + " " + version));
        try {
            var all = json.readTree(stored);
            var shown =
                    PhotoConsent.of(form, answersJson.read(all, form)).given() ? files : Map.<String, List<Long>>of();
            return of(form, all, "", shown);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database has JSON that is none", e);
        }
    }

    private static ObjectNode of(Form form, JsonNode all, String instance, Map<String, List<Long>> files) {
        var kept = NODES.objectNode();
        for (var field : all.properties()) {
            var name = field.getKey();
            var question = form.findQuestion(name);
            if (instance.isEmpty()
                    && form.findRepeat(name).isPresent()
                    && field.getValue().isArray()) {
                kept.set(name, instances(form, field.getValue(), files));
            } else if (question.filter(PublicAnswers::isShown).isPresent()) {
                kept.set(
                        name,
                        question.get().type().isMedia()
                                ? addresses(files.getOrDefault(name + instance, List.of()))
                                : field.getValue());
            }
        }
        return kept;
    }

    private static ArrayNode instances(Form form, JsonNode all, Map<String, List<Long>> files) {
        var kept = NODES.arrayNode();
        for (var place = 0; place < all.size(); place++) {
            kept.add(of(form, all.get(place), "[" + (place + 1) + "]", files));
        }
        return kept;
    }

    private static ArrayNode addresses(List<Long> files) {
        var addresses = NODES.arrayNode();
        files.forEach(id -> addresses.add(PATH_OF_FILE + id));
        return addresses;
    }
}
