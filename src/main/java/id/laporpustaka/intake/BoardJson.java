package id.laporpustaka.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.conversation.BoardAnswer;
import id.laporpustaka.conversation.BoardRequest;
import id.laporpustaka.conversation.BoardView;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.JobResult;
import id.laporpustaka.submission.QuietPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// What the board is asked for and what it says, as JSON. The names are stored, so they never change.
final class BoardJson {
    private BoardJson() {}

    static void write(BoardRequest request, ObjectNode node) {
        switch (request) {
            case BoardRequest.Show(var view, var search) ->
                node.put("what", "show").put("view", view.argument()).put("search", search);
            case BoardRequest.Open(var library, var view) ->
                node.put("what", "open").put("library", library).put("view", view.argument());
            case BoardRequest.Nudge(var library, var view) ->
                node.put("what", "nudge").put("library", library).put("view", view.argument());
            case BoardRequest.NudgeAll(var view, var search) ->
                node.put("what", "nudge_all").put("view", view.argument()).put("search", search);
            case BoardRequest.Own(var month) -> node.put("what", "own").put("month", month.toString());
            case BoardRequest.Quiet(var library, var period, var firstDay, var quiet) ->
                node.put("what", "quiet")
                        .put("library", library)
                        .put("period", period.name())
                        .put("first_day", firstDay.toString())
                        .put("quiet", quiet);
        }
    }

    static BoardRequest request(JsonNode node) {
        var what = node.path("what").asText();
        var library = node.path("library").asLong();
        return switch (what) {
            case "show" -> new BoardRequest.Show(view(node), node.path("search").asText());
            case "open" -> new BoardRequest.Open(library, view(node));
            case "nudge" -> new BoardRequest.Nudge(library, view(node));
            case "nudge_all" ->
                new BoardRequest.NudgeAll(view(node), node.path("search").asText());
            case "own" ->
                new BoardRequest.Own(YearMonth.parse(node.path("month").asText()));
            case "quiet" ->
                new BoardRequest.Quiet(
                        library,
                        QuietPeriod.valueOf(node.path("period").asText()),
                        LocalDate.parse(node.path("first_day").asText()),
                        node.path("quiet").asBoolean());
            default -> throw new IllegalStateException("The board cannot be asked for " + what);
        };
    }

    private static BoardView view(JsonNode node) {
        return BoardView.find(node.path("view").asText()).orElseThrow();
    }

    static void write(Job.TellNudge job, ObjectNode node) {
        job.libraries()
                .forEach(node.put("by", job.by())
                        .put("month", job.month().toString())
                        .putArray("libraries")::add);
    }

    static Job.TellNudge nudge(long telegramId, JsonNode node) {
        var libraries = new ArrayList<Long>();
        node.path("libraries").forEach(id -> libraries.add(id.asLong()));
        return new Job.TellNudge(
                telegramId,
                node.path("by").asLong(),
                YearMonth.parse(node.path("month").asText()),
                libraries);
    }

    static void write(JobResult.NudgeCame came, ObjectNode node) {
        var libraries = node.put("by", came.by()).putArray("libraries");
        came.libraries()
                .forEach(
                        library -> libraries.addObject().put("id", library.id()).put("name", library.name()));
    }

    static JobResult.NudgeCame came(Job.TellNudge asked, JsonNode node) {
        var libraries = new ArrayList<JobResult.NudgeCame.Named>();
        node.path("libraries")
                .forEach(library -> libraries.add(new JobResult.NudgeCame.Named(
                        library.path("id").asLong(), library.path("name").asText())));
        return new JobResult.NudgeCame(asked, node.path("by").asText(), libraries);
    }

    static void write(ObjectMapper json, BoardAnswer answer, ObjectNode node) {
        node.put("kind", kind(answer.getClass())).set("answer", json.valueToTree(answer));
    }

    static BoardAnswer answer(ObjectMapper json, JsonNode node) {
        var kind = node.path("kind").asText();
        var type = KINDS.stream()
                .filter(it -> kind(it).equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The board does not answer with " + kind));
        try {
            return json.treeToValue(node.path("answer"), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is stored is not a " + kind, e);
        }
    }

    private static final List<Class<? extends BoardAnswer>> KINDS = List.of(
            BoardAnswer.Parts.class,
            BoardAnswer.Libraries.class,
            BoardAnswer.One.class,
            BoardAnswer.Nudged.class,
            BoardAnswer.Own.class,
            BoardAnswer.QuietDone.class,
            BoardAnswer.NotYours.class);

    private static String kind(Class<? extends BoardAnswer> type) {
        return type.getSimpleName();
    }
}
