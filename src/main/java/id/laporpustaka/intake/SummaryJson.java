package id.laporpustaka.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.Job.Summarise.Output;
import id.laporpustaka.conversation.SummaryAsk;
import id.laporpustaka.conversation.SummaryAsk.By;
import id.laporpustaka.conversation.SummaryAsk.Place;
import id.laporpustaka.form.Language;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.SummaryFilter;
import java.time.LocalDate;

/// A question for a summary as a stored job.
final class SummaryJson {
    private SummaryJson() {}

    static void write(Job.Summarise job, ObjectNode node) {
        node.put("asked", job.asked().code())
                .put("output", job.output().name())
                .put("in_group", job.inGroup())
                .put("language", job.language().code())
                .put("card", job.card());
        if (job.asked().place() instanceof Place.Named(var typed)) {
            node.put("named", typed);
        }
    }

    /// Also what was written before places could be asked for.
    static Job.Summarise read(JsonNode node, long telegramId, Language language, int card) {
        if (!node.has("asked")) {
            var period = new Period(
                    LocalDate.parse(node.path("from").asText()),
                    LocalDate.parse(node.path("to").asText()));
            var grouping = node.path("grouping").asText();
            var by = grouping.equals("REGION") ? By.PARTS : By.valueOf(grouping);
            var asked = new SummaryAsk(period, by, new Place.Own(), SummaryFilter.none(), 0);
            return new Job.Summarise(telegramId, asked, Output.CARD, false, language, card);
        }
        var asked = SummaryAsk.parse(node.path("asked").asText()).orElseThrow();
        return new Job.Summarise(
                telegramId,
                node.has("named") ? asked.at(new Place.Named(node.path("named").asText())) : asked,
                Output.valueOf(node.path("output").asText()),
                node.path("in_group").asBoolean(),
                language,
                card);
    }
}
