package id.laporpustaka.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.conversation.Incoming;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.JobResult;
import id.laporpustaka.conversation.SummaryAnswer;
import id.laporpustaka.form.Language;
import java.time.LocalDate;
import java.util.Optional;

/// Jobs and their results, as JSON. The names are stored, so they never change.
final class JobJson {
    /// The bot id under which results of jobs lie in the inbox; Telegram gives it to nobody.
    static final long OURSELVES = 0;

    private final ObjectMapper json;

    JobJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Job job) {
        return switch (job) {
            case Job.Summarise(var telegramId, var from, var to, var grouping, var language, var card) ->
                json.createObjectNode()
                        .put("type", "summarise")
                        .put("telegram_id", telegramId)
                        .put("from", from.toString())
                        .put("to", to.toString())
                        .put("grouping", grouping.name())
                        .put("language", language.code())
                        .put("card", card)
                        .toString();
        };
    }

    Job read(String stored) {
        var node = StateJson.parse(json, stored);
        var type = node.path("type").asText();
        if (!type.equals("summarise")) {
            throw new IllegalStateException("No job is called " + type);
        }
        return new Job.Summarise(
                node.path("telegram_id").asLong(),
                LocalDate.parse(node.path("from").asText()),
                LocalDate.parse(node.path("to").asText()),
                Job.Grouping.valueOf(node.path("grouping").asText()),
                Language.find(node.path("language").asText()).orElse(Language.INDONESIAN),
                node.path("card").asInt());
    }

    /// The body of the inbox row that brings a result back.
    ///
    /// @param telegramId who asked
    String write(long telegramId, Job job, JobResult result) {
        var node = json.createObjectNode().put("telegram_id", telegramId);
        node.put("job", write(job));
        switch (result) {
            case JobResult.Summarised(var _, var summary) -> node.set("summary", json.valueToTree(summary));
            case JobResult.Failed() -> node.put("failed", true);
        }
        return node.toString();
    }

    Optional<Incoming> readResult(Claim.Row row) {
        var node = StateJson.parse(json, row.update().json());
        var job = read(node.path("job").asText());
        var input = new Input.Finished(
                switch (job) {
                    case Job.Summarise asked ->
                        node.has("summary")
                                ? new JobResult.Summarised(asked, summary(node.get("summary")))
                                : new JobResult.Failed();
                });
        return Optional.of(new Incoming(
                row.update().chatId(), node.path("telegram_id").asLong(), "", "", false, row.receivedAt(), input));
    }

    private SummaryAnswer summary(JsonNode node) {
        try {
            return json.treeToValue(node, SummaryAnswer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is stored is not a summary", e);
        }
    }
}
