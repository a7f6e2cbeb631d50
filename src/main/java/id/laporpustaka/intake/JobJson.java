package id.laporpustaka.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.conversation.Incoming;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.conversation.Invitation;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.JobResult;
import id.laporpustaka.conversation.JoinRequest;
import id.laporpustaka.conversation.OwnData;
import id.laporpustaka.conversation.PlaceChoice;
import id.laporpustaka.conversation.ScoreQuestion;
import id.laporpustaka.conversation.SummaryAnswer;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.people.Change;
import id.laporpustaka.people.ReminderKind;
import id.laporpustaka.people.Rhythm;
import id.laporpustaka.people.Role;
import id.laporpustaka.submission.media.MediaReason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Jobs and their results, as JSON. The names are stored, so they never change.
final class JobJson {
    /// The bot id under which results of jobs lie in the inbox; Telegram gives it to nobody.
    static final long OURSELVES = 0;

    private final ObjectMapper json;

    JobJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Job job) {
        var node = json.createObjectNode().put("telegram_id", job.telegramId());
        switch (job) {
            case Job.Score(var _, var question, var today, var language, var card) ->
                node.put("type", "score")
                        .put("question", question.code())
                        .put("today", today.toString())
                        .put("language", language.code())
                        .put("card", card);
            case Job.OfBoard(var _, var request, var language, var card) ->
                BoardJson.write(
                        request,
                        node.put("type", "board")
                                .put("language", language.code())
                                .put("card", card)
                                .putObject("request"));
            case Job.TellNudge nudge -> BoardJson.write(nudge, node.put("type", "tell_nudge"));
            case Job.Summarise asked -> SummaryJson.write(asked, node.put("type", "summarise"));
            case Job.RemindOfDrafts _ -> node.put("type", "remind_of_drafts");
            case Job.Remind(var _, var kind, var period) ->
                node.put("type", "remind").put("kind", kind.name()).put("period", period.toString());
            case Job.MakeDigest(var _, var day, var rhythm) ->
                node.put("type", "make_digest").put("day", day.toString()).put("rhythm", rhythm.name());
            case Job.MakeGroupDigest(var _, var day) ->
                node.put("type", "make_group_digest").put("day", day.toString());
            case Job.RefreshReceipt(var _, var number) ->
                node.put("type", "refresh_receipt").put("number", number);
            case Job.TellLostFile(var _, var number, var reason) ->
                node.put("type", "tell_lost_file").put("number", number).put("reason", reason.name());
            case Job.TellWebhookPaused(var _, var host) ->
                node.put("type", "tell_webhook_paused").put("host", host);
            case Job.PrintReport(var _, var number, var language) ->
                node.put("type", "print_report").put("number", number).put("language", language.code());
            case Job.PrintBook(var _, var library, var from, var to, var language) ->
                node.put("type", "print_book")
                        .put("library", library)
                        .put("from", from.toString())
                        .put("to", to.toString())
                        .put("language", language.code());
            case Job.TellReview(var _, var number, var revision) ->
                node.put("type", "tell_review").put("number", number).put("revision", revision);
            case Job.Invite(var _, var library, var role, var region, var language) -> {
                node.put("type", "invite").put("language", language.code());
                library.ifPresent(id -> node.put("library", id));
                role.ifPresent(given -> node.put("role", given.name()));
                region.ifPresent(id -> node.put("region", id));
            }
            case Job.ChangeDirectory(var _, var change, var language, var card) ->
                node.put("type", "change_directory")
                        .put("language", language.code())
                        .put("card", card)
                        .set("change", DirectoryJson.write(json, change));
            case Job.OwnData(var _, var erase, var language) ->
                node.put("type", "own_data").put("erase", erase).put("language", language.code());
            case Job.ShowJoiner(var _, var membership) ->
                node.put("type", "show_joiner").put("membership", membership);
            case Job.TellDecision(var _, var membership) ->
                node.put("type", "tell_decision").put("membership", membership);
            case Job.PassOn(var _, var membership, var toJoiner, var from, var text) ->
                node.put("type", "pass_on")
                        .put("membership", membership)
                        .put("to_joiner", toJoiner)
                        .put("from", from)
                        .put("text", text);
            case Job.OfExport ofExport -> ExportJson.write(ofExport, node);
            case Job.OfSheet ofSheet -> {
                node.put("language", ofSheet.language().code()).put("card", ofSheet.card());
                write(ofSheet, node);
            }
            case Job.OfForm ofForm -> {
                node.put("language", ofForm.language().code()).put("card", ofForm.card());
                write(ofForm, node);
            }
        }
        return node.toString();
    }

    private static void write(Job.OfSheet job, ObjectNode node) {
        switch (job) {
            case Job.SheetTemplate _ -> node.put("type", "sheet_template");
            case Job.TakeSheet(var _, var file, var fileName, var _, var _) ->
                write(file, node.put("type", "take_sheet").put("file_name", fileName));
            case Job.CheckSheet(var _, var sheet, var _, var _) ->
                node.put("type", "check_sheet").put("sheet", sheet);
            case Job.ImportSheet(var _, var sheet, var onlyGoodRows, var _, var _) ->
                node.put("type", "import_sheet").put("sheet", sheet).put("only_good_rows", onlyGoodRows);
        }
    }

    private static void write(MediaFile file, ObjectNode node) {
        node.put("file_id", file.fileId())
                .put("unique_id", file.uniqueId())
                .put("content_type", file.contentType())
                .put("size", file.size());
    }

    private static void write(Job.OfForm job, ObjectNode node) {
        switch (job) {
            case Job.CheckForm(var _, var file, var fileName, var _, var _) ->
                write(file, node.put("type", "check_form").put("file_name", fileName));
            case Job.PublishForm(var _, var candidate, var _, var _) ->
                node.put("type", "publish_form").put("candidate", candidate);
            case Job.ExportForm(var _, var formId, var version, var _, var _) ->
                node.put("type", "export_form").put("form", formId).put("version", version);
            case Job.OfferForm(var _, var formId, var offered, var _, var _) ->
                node.put("type", "offer_form").put("form", formId).put("offered", offered);
        }
    }

    Job read(String stored) {
        var node = StateJson.parse(json, stored);
        var telegramId = node.path("telegram_id").asLong();
        var language = Language.find(node.path("language").asText()).orElse(Language.INDONESIAN);
        var card = node.path("card").asInt();
        var form = node.path("form").asText();
        var type = node.path("type").asText();
        return switch (type) {
            case "score" ->
                new Job.Score(
                        telegramId,
                        ScoreQuestion.find(node.path("question").asText()).orElseThrow(),
                        LocalDate.parse(node.path("today").asText()),
                        language,
                        card);
            case "board" -> new Job.OfBoard(telegramId, BoardJson.request(node.path("request")), language, card);
            case "tell_nudge" -> BoardJson.nudge(telegramId, node);
            case "summarise" -> SummaryJson.read(node, telegramId, language, card);
            case "remind_of_drafts" -> new Job.RemindOfDrafts(telegramId);
            case "remind" ->
                new Job.Remind(
                        telegramId,
                        ReminderKind.valueOf(node.path("kind").asText()),
                        LocalDate.parse(node.path("period").asText()));
            case "make_digest" ->
                new Job.MakeDigest(
                        telegramId,
                        LocalDate.parse(node.path("day").asText()),
                        Rhythm.valueOf(node.path("rhythm").asText()));
            case "make_group_digest" ->
                new Job.MakeGroupDigest(
                        telegramId, LocalDate.parse(node.path("day").asText()));
            case "refresh_receipt" ->
                new Job.RefreshReceipt(telegramId, node.path("number").asText());
            case "tell_lost_file" ->
                new Job.TellLostFile(
                        telegramId,
                        node.path("number").asText(),
                        MediaReason.valueOf(node.path("reason").asText()));
            case "tell_webhook_paused" ->
                new Job.TellWebhookPaused(telegramId, node.path("host").asText());
            case "print_report" ->
                new Job.PrintReport(telegramId, node.path("number").asText(), language);
            case "print_book" ->
                new Job.PrintBook(
                        telegramId,
                        node.path("library").asLong(),
                        LocalDate.parse(node.path("from").asText()),
                        LocalDate.parse(node.path("to").asText()),
                        language);
            case "tell_review" ->
                new Job.TellReview(
                        telegramId,
                        node.path("number").asText(),
                        node.path("revision").asInt());
            case "invite" ->
                new Job.Invite(
                        telegramId,
                        longOf(node, "library"),
                        Optional.of(node.path("role").asText())
                                .filter(role -> !role.isEmpty())
                                .map(Role::valueOf),
                        longOf(node, "region"),
                        language);
            case "change_directory" ->
                new Job.ChangeDirectory(telegramId, DirectoryJson.read(node.path("change")), language, card);
            case "own_data" -> new Job.OwnData(telegramId, node.path("erase").asBoolean(), language);
            case "show_joiner" ->
                new Job.ShowJoiner(telegramId, node.path("membership").asLong());
            case "tell_decision" ->
                new Job.TellDecision(telegramId, node.path("membership").asLong());
            case "pass_on" ->
                new Job.PassOn(
                        telegramId,
                        node.path("membership").asLong(),
                        node.path("to_joiner").asBoolean(),
                        node.path("from").asText(),
                        node.path("text").asText());
            case "order_export", "cancel_export", "tell_export", "send_export" ->
                ExportJson.job(type, telegramId, node);
            case "sheet_template" -> new Job.SheetTemplate(telegramId, language, card);
            case "take_sheet" ->
                new Job.TakeSheet(telegramId, file(node), node.path("file_name").asText(), language, card);
            case "check_sheet" ->
                new Job.CheckSheet(telegramId, node.path("sheet").asLong(), language, card);
            case "import_sheet" ->
                new Job.ImportSheet(
                        telegramId,
                        node.path("sheet").asLong(),
                        node.path("only_good_rows").asBoolean(),
                        language,
                        card);
            case "check_form" ->
                new Job.CheckForm(telegramId, file(node), node.path("file_name").asText(), language, card);
            case "publish_form" ->
                new Job.PublishForm(telegramId, node.path("candidate").asLong(), language, card);
            case "export_form" ->
                new Job.ExportForm(telegramId, form, node.path("version").asText(), language, card);
            case "offer_form" ->
                new Job.OfferForm(telegramId, form, node.path("offered").asBoolean(), language, card);
            default -> throw new IllegalStateException("No job is called " + type);
        };
    }

    private static MediaFile file(ObjectNode node) {
        return new MediaFile(
                node.path("file_id").asText(),
                node.path("unique_id").asText(),
                node.path("content_type").asText(),
                node.path("size").asLong());
    }

    /// The body of the inbox row that brings a result back.
    ///
    /// @param thread the topic of a group in which the work was asked for
    String write(Job job, JobResult result, OptionalInt thread) {
        var node = json.createObjectNode().put("telegram_id", job.telegramId());
        thread.ifPresent(topic -> node.put("thread", topic));
        node.put("job", write(job));
        switch (result) {
            case JobResult.Scored(var _, var answer) -> node.set("score", ScoreJson.write(json, answer));
            case JobResult.BoardDone(var _, var answer) -> BoardJson.write(json, answer, node);
            case JobResult.NudgeCame came -> BoardJson.write(came, node);
            case JobResult.Summarised(var asked, var summary) -> {
                node.put("job", write(asked));
                node.set("summary", json.valueToTree(summary));
            }
            case JobResult.SummaryDrawn(var _, var place, var file) ->
                node.put("place", place).put("file", file);
            case JobResult.PlaceUnclear(var _, var choice) -> node.set("choice", json.valueToTree(choice));
            case JobResult.NotSummarised _ -> node.put("not_done", true);
            case JobResult.DraftsAreWaiting() -> node.put("drafts_are_waiting", true);
            case JobResult.ReminderIsDue _ -> {}
            case JobResult.DigestMade(var digest) ->
                digest.ifPresent(made -> node.set("digest", DigestJson.write(json, made)));
            case JobResult.GroupDigestMade(var digest) ->
                digest.ifPresent(made -> node.set("digest", DigestJson.write(json, made)));
            case JobResult.ReceiptIsOld _,
                    JobResult.ReviewIsNews _,
                    JobResult.FileIsLost _,
                    JobResult.WebhookIsPaused _ -> {}
            case JobResult.Printed(var _, var file) -> file.ifPresent(id -> node.put("file", id));
            case JobResult.JoinerShown(var request) -> node.set("join_request", json.valueToTree(request.orElse(null)));
            case JobResult.Invited(var invitation) ->
                invitation.ifPresent(made -> write(made, node.putObject("invitation")));
            case JobResult.DirectoryChanged(var _, var outcome, var reports) ->
                node.put("outcome", outcome.name()).put("reports", reports);
            case JobResult.OwnDataDone(var _, var outcome) -> write(outcome, node.putObject("own_data"));
            case JobResult.DecisionTold(var request) ->
                node.set("join_request", json.valueToTree(request.orElse(null)));
            case JobResult.PassedOn(var _, var request) ->
                node.set("join_request", json.valueToTree(request.orElse(null)));
            case JobResult.ExportAnswered(var _, var answer) -> node.set("export_answer", ExportJson.write(answer));
            case JobResult.SheetDone(var _, var outcome) -> node.set("sheet_outcome", SheetOutcomeJson.write(outcome));
            case JobResult.FormChecked(var _, var check) -> node.set("check", FormResultJson.write(check));
            case JobResult.FormPublished(var _, var publication) ->
                node.set("publication", FormResultJson.write(publication));
            case JobResult.FormExported(var _, var title, var file) ->
                node.put("title", title).put("file", file);
            case JobResult.FormOffered(var _, var title, var offered) ->
                node.put("title", title).put("offered", offered);
            case JobResult.NotDone(var _) -> node.put("not_done", true);
            case JobResult.StillCounting _ -> node.put("counting", true);
            case JobResult.Failed _ -> node.put("failed", true);
        }
        return node.toString();
    }

    Optional<Incoming> readResult(Claim.Row row) {
        var node = StateJson.parse(json, row.update().json());
        var job = read(node.path("job").asText());
        return Optional.of(new Incoming(
                row.update().chatId(),
                node.has("thread") ? OptionalInt.of(node.path("thread").asInt()) : OptionalInt.empty(),
                node.path("telegram_id").asLong(),
                "",
                "",
                job instanceof Job.MakeGroupDigest || (job instanceof Job.Summarise asked && asked.inGroup()),
                row.receivedAt(),
                new Input.Finished(node.has("failed") ? new JobResult.Failed(keptCard(job)) : result(node, job))));
    }

    /// The card that was kept for the answer of a job; 0 if none was.
    static int keptCard(Job job) {
        return job instanceof Job.Counted counted && counted.isTold() ? counted.card() : 0;
    }

    private JobResult result(ObjectNode node, Job job) {
        return switch (job) {
            case Job.Counted asked when node.has("counting") -> new JobResult.StillCounting(asked);
            case Job.Score asked -> new JobResult.Scored(asked, ScoreJson.read(json, node.path("score")));
            case Job.OfBoard asked -> new JobResult.BoardDone(asked, BoardJson.answer(json, node));
            case Job.TellNudge asked -> BoardJson.came(asked, node);
            case Job.Summarise asked -> resultOf(asked, node);
            case Job.RemindOfDrafts _ -> new JobResult.DraftsAreWaiting();
            case Job.Remind(var _, var kind, var period) -> new JobResult.ReminderIsDue(kind, period);
            case Job.MakeDigest _ ->
                new JobResult.DigestMade(
                        node.has("digest")
                                ? Optional.of(DigestJson.read(json, node.path("digest")))
                                : Optional.empty());
            case Job.MakeGroupDigest _ ->
                new JobResult.GroupDigestMade(
                        node.has("digest")
                                ? Optional.of(DigestJson.readGroups(json, node.path("digest")))
                                : Optional.empty());
            case Job.RefreshReceipt(var _, var number) -> new JobResult.ReceiptIsOld(number);
            case Job.TellLostFile(var _, var number, var reason) -> new JobResult.FileIsLost(number, reason);
            case Job.TellWebhookPaused(var _, var host) -> new JobResult.WebhookIsPaused(host);
            case Job.PrintReport(var _, var _, var language) -> new JobResult.Printed(language, longOf(node, "file"));
            case Job.PrintBook(var _, var _, var _, var _, var language) ->
                new JobResult.Printed(language, longOf(node, "file"));
            case Job.TellReview(var _, var number, var revision) -> new JobResult.ReviewIsNews(number, revision);
            case Job.Invite _ -> new JobResult.Invited(invitation(node.path("invitation")));
            case Job.ChangeDirectory asked ->
                new JobResult.DirectoryChanged(
                        asked,
                        Change.valueOf(node.path("outcome").asText()),
                        node.path("reports").asInt());
            case Job.OwnData asked -> new JobResult.OwnDataDone(asked, ownData(node.path("own_data")));
            case Job.ShowJoiner _ -> new JobResult.JoinerShown(request(node));
            case Job.TellDecision _ -> new JobResult.DecisionTold(request(node));
            case Job.PassOn asked -> new JobResult.PassedOn(asked, request(node));
            case Job.OfExport asked ->
                new JobResult.ExportAnswered(asked, ExportJson.answer(node.path("export_answer")));
            case Job.OfSheet asked -> new JobResult.SheetDone(asked, SheetOutcomeJson.read(node.path("sheet_outcome")));
            case Job.CheckForm(var telegramId, var file, var fileName, var language, var card)
            when node.has("sheet_outcome") ->
                new JobResult.SheetDone(
                        new Job.TakeSheet(telegramId, file, fileName, language, card),
                        SheetOutcomeJson.read(node.path("sheet_outcome")));
            case Job.OfForm asked -> node.has("not_done") ? new JobResult.NotDone(asked) : resultOf(asked, node);
        };
    }

    private JobResult resultOf(Job.Summarise asked, ObjectNode node) {
        if (node.has("summary")) {
            return new JobResult.Summarised(asked, value(node.path("summary"), SummaryAnswer.class));
        }
        if (node.has("choice")) {
            return new JobResult.PlaceUnclear(asked, value(node.path("choice"), PlaceChoice.class));
        }
        return node.has("file")
                ? new JobResult.SummaryDrawn(
                        asked, node.path("place").asText(), node.path("file").asLong())
                : new JobResult.NotSummarised(asked);
    }

    private static JobResult resultOf(Job.OfForm job, ObjectNode node) {
        var title = node.path("title").asText();
        return switch (job) {
            case Job.CheckForm asked -> new JobResult.FormChecked(asked, FormResultJson.check(node.path("check")));
            case Job.PublishForm asked ->
                new JobResult.FormPublished(asked, FormResultJson.publication(node.path("publication")));
            case Job.ExportForm asked ->
                new JobResult.FormExported(asked, title, node.path("file").asLong());
            case Job.OfferForm asked ->
                new JobResult.FormOffered(asked, title, node.path("offered").asBoolean());
        };
    }

    private static void write(Invitation made, ObjectNode node) {
        node.put("what", made.what())
                .put("code", made.code())
                .put("link", made.link())
                .put("uses", made.uses())
                .put("until", made.until().toString())
                .put("picture", made.picture());
        made.role().ifPresent(role -> node.put("role", role.name()));
    }

    private static Optional<Invitation> invitation(JsonNode node) {
        return node.isObject()
                ? Optional.of(new Invitation(
                        node.path("what").asText(),
                        Optional.of(node.path("role").asText())
                                .filter(role -> !role.isEmpty())
                                .map(Role::valueOf),
                        node.path("code").asText(),
                        node.path("link").asText(),
                        node.path("uses").asInt(),
                        LocalDate.parse(node.path("until").asText()),
                        node.path("picture").asLong()))
                : Optional.empty();
    }

    private static void write(OwnData outcome, ObjectNode node) {
        switch (outcome) {
            case OwnData.Copied(var file) -> node.put("copied", file);
            case OwnData.Erased() -> node.put("erased", true);
            case OwnData.Nothing() -> {}
            case OwnData.MustHandOver(var obstacles) -> {
                var all = node.putArray("obstacles");
                obstacles.forEach(obstacle -> all.addObject()
                        .put("kind", obstacle.kind().name())
                        .put("what", obstacle.what())
                        .put("library", obstacle.library()));
            }
        }
    }

    private static OwnData ownData(JsonNode node) {
        if (node.has("copied")) {
            return new OwnData.Copied(node.path("copied").asLong());
        }
        if (node.has("obstacles")) {
            var obstacles = new ArrayList<OwnData.Obstacle>();
            node.path("obstacles")
                    .forEach(obstacle -> obstacles.add(new OwnData.Obstacle(
                            OwnData.Obstacle.Kind.valueOf(obstacle.path("kind").asText()),
                            obstacle.path("what").asText(),
                            obstacle.path("library").asLong())));
            return new OwnData.MustHandOver(obstacles);
        }
        return node.has("erased") ? new OwnData.Erased() : new OwnData.Nothing();
    }

    private static OptionalLong longOf(JsonNode node, String name) {
        return node.has(name) ? OptionalLong.of(node.path(name).asLong()) : OptionalLong.empty();
    }

    private Optional<JoinRequest> request(JsonNode node) {
        var request = node.path("join_request");
        return request.isObject() ? Optional.of(value(request, JoinRequest.class)) : Optional.empty();
    }

    private <T> T value(JsonNode node, Class<T> type) {
        try {
            return json.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is stored is not a " + type.getSimpleName(), e);
        }
    }
}
