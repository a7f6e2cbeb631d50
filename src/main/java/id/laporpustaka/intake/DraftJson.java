package id.laporpustaka.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.conversation.Correction;
import id.laporpustaka.conversation.Draft;
import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.conversation.PastReport;
import id.laporpustaka.conversation.Pending;
import id.laporpustaka.conversation.ReportCard;
import id.laporpustaka.form.Answers;
import id.laporpustaka.form.AnswersJson;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Value;
import id.laporpustaka.submission.Reason;
import id.laporpustaka.submission.Report;
import id.laporpustaka.submission.ReportRevision;
import id.laporpustaka.submission.StoredDraft;
import id.laporpustaka.submission.StoredReport;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A draft as it is stored, and back. The names are stored, so they never change.
final class DraftJson {
    private static final Logger LOG = LoggerFactory.getLogger(DraftJson.class);

    private final ObjectMapper json;
    private final FormCatalogue forms;
    private final AnswersJson answers = new AnswersJson();

    DraftJson(ObjectMapper json, FormCatalogue forms) {
        this.json = json;
        this.forms = forms;
    }

    StoredDraft write(long personId, Draft draft, Instant now) {
        return new StoredDraft(
                draft.id(),
                personId,
                draft.libraryId(),
                draft.formId(),
                draft.formVersion(),
                content(draft).toString(),
                draft.revision(),
                now);
    }

    /// Answers as they are kept with a report.
    String answers(Answers given, Form form) {
        return answers.write(given, form).toString();
    }

    private ObjectNode content(Draft draft) {
        var form = form(draft.formId(), draft.formVersion());
        var node = json.createObjectNode();
        node.set("answers", answers.write(draft.answers(), form));
        draft.skipped().forEach(node.putArray("skipped")::add);
        draft.confirmed().forEach(node.putArray("confirmed")::add);
        node.put("details", draft.details());
        draft.focus().ifPresent(prompt -> node.put("focus", prompt));
        var sources = node.putObject("sources");
        draft.sources().forEach(sources::put);
        pending(draft.pending(), form).ifPresent(pending -> node.set("pending", pending));
        draft.correction().ifPresent(correction -> write(correction, form, node.putObject("correction")));
        return node;
    }

    private void write(Correction correction, Form form, ObjectNode node) {
        node.put("number", correction.number()).put("revision", correction.revision());
        node.set("before", answers.write(correction.before(), form));
        correction.toAsk().forEach(node.putArray("to_ask")::add);
        correction.reason().ifPresent(reason -> node.put("reason", reason.stored()));
    }

    private Correction correction(JsonNode node, Form form) {
        return new Correction(
                node.path("number").asText(),
                node.path("revision").asInt(),
                answers.read(node.path("before"), form),
                texts(node.path("to_ask")),
                node.has("reason") ? Optional.of(Reason.of(node.get("reason").asText())) : Optional.empty());
    }

    /// What differs between two versions of a report's answers, as its revisions keep it.
    String changes(Answers before, Answers after, Form form) {
        var from = answers.write(before, form);
        var to = answers.write(after, form);
        var names = new LinkedHashSet<String>();
        from.fieldNames().forEachRemaining(names::add);
        to.fieldNames().forEachRemaining(names::add);
        var changes = json.createObjectNode();
        for (var name : names) {
            var was = from.get(name);
            var is = to.get(name);
            if (!Objects.equals(was, is)) {
                var change = changes.putObject(name);
                if (was != null) {
                    change.set("from", was);
                }
                if (is != null) {
                    change.set("to", is);
                }
            }
        }
        return changes.toString();
    }

    /// A report with all that became of it; empty if its form cannot be read any more.
    Optional<ReportCard> findCard(Report report, List<ReportRevision> history, boolean mayAsk, boolean mayReview) {
        return forms.find(report.formId(), report.formVersion())
                .map(form -> new ReportCard(
                        report,
                        form,
                        answers.read(StateJson.parse(json, report.answersJson()), form),
                        history.stream().map(revision -> past(revision, form)).toList(),
                        List.of(),
                        List.of(),
                        mayAsk,
                        mayReview));
    }

    private ReportCard.Past past(ReportRevision revision, Form form) {
        var changes = StateJson.parse(json, revision.changesJson());
        var from = json.createObjectNode();
        var to = json.createObjectNode();
        for (var change : changes.properties()) {
            var sides = change.getValue();
            if (sides.has("from")) {
                from.set(change.getKey(), sides.get("from"));
            }
            if (sides.has("to")) {
                to.set(change.getKey(), sides.get("to"));
            }
        }
        return new ReportCard.Past(revision, answers.read(from, form), answers.read(to, form));
    }

    private Optional<ObjectNode> pending(Pending pending, Form form) {
        var node = json.createObjectNode();
        return switch (pending) {
            case Pending.Nothing() -> Optional.empty();
            case Pending.Marked(var codes, var page) -> {
                node.put("page", page);
                codes.forEach(node.putArray("marked")::add);
                yield Optional.of(node);
            }
            case Pending.Total(var number) -> Optional.of(node.put("total", number));
            case Pending.Unusual(var values, var source) -> {
                var unusual = Answers.none();
                for (var entry : values.entrySet()) {
                    unusual = unusual.with(entry.getKey(), entry.getValue());
                }
                node.set("unusual", answers.write(unusual, form));
                source.ifPresent(message -> node.put("source", message));
                yield Optional.of(node);
            }
            case Pending.Calendar(var month) -> Optional.of(node.put("calendar", month.toString()));
            case Pending.Page(var number) -> Optional.of(node.put("page", number));
            case Pending.Editing(var page) -> Optional.of(node.put("editing", page));
            case Pending.Doubted() -> Optional.of(node.put("doubted", true));
            case Pending.Cancelling() -> Optional.of(node.put("cancelling", true));
        };
    }

    /// A trial, all of it.
    ObjectNode writeTrial(Draft trial) {
        var node = json.createObjectNode()
                .put("id", trial.id())
                .put("revision", trial.revision())
                .put("form", trial.formId())
                .put("version", trial.formVersion())
                .put("library", trial.libraryId());
        node.set("content", content(trial));
        return node;
    }

    /// Empty if the form that is tried is gone.
    Optional<Draft> findTrial(ObjectNode node) {
        if (forms.find(node.path("form").asText(), node.path("version").asText())
                .isEmpty()) {
            return Optional.empty();
        }
        return find(new StoredDraft(
                node.path("id").asLong(),
                0,
                node.path("library").asLong(),
                node.path("form").asText(),
                node.path("version").asText(),
                node.path("content").toString(),
                node.path("revision").asInt(),
                Instant.EPOCH));
    }

    /// A draft that this version of the product can read; one that it can't stays where it is, and in nobody's
    /// way.
    Optional<Draft> find(StoredDraft stored) {
        try {
            return Optional.of(read(stored));
        } catch (RuntimeException e) {
            LOG.error("Draft {} cannot be read", stored.id(), e);
            return Optional.empty();
        }
    }

    /// A report as it was sent; empty if its form cannot be read any more.
    Optional<PastReport> findReport(StoredReport stored) {
        return forms.find(stored.formId(), stored.formVersion())
                .map(form -> new PastReport(
                        stored.id(),
                        form,
                        stored.libraryId(),
                        stored.title().orElse(""),
                        answers.read(StateJson.parse(json, stored.answersJson()), form)));
    }

    Draft read(StoredDraft stored) {
        var form = form(stored.formId(), stored.formVersion());
        var node = StateJson.parse(json, stored.contentJson());
        var sources = new LinkedHashMap<String, Integer>();
        for (var source : node.path("sources").properties()) {
            sources.put(source.getKey(), source.getValue().asInt());
        }
        return new Draft(
                stored.id(),
                stored.revision(),
                stored.formId(),
                stored.formVersion(),
                stored.libraryId(),
                answers.read(node.path("answers"), form),
                new LinkedHashSet<>(texts(node.path("skipped"))),
                new LinkedHashSet<>(texts(node.path("confirmed"))),
                node.path("details").asBoolean(),
                node.has("focus") ? Optional.of(node.get("focus").asText()) : Optional.empty(),
                pending(node.path("pending"), form),
                sources,
                node.get("correction") instanceof ObjectNode correction
                        ? Optional.of(correction(correction, form))
                        : Optional.empty());
    }

    private Pending pending(JsonNode node, Form form) {
        if (node.has("marked")) {
            return new Pending.Marked(
                    texts(node.get("marked")), node.path("page").asInt());
        }
        if (node.has("total")) {
            return new Pending.Total(node.get("total").asLong());
        }
        if (node.has("unusual")) {
            var source = node.has("source") ? Optional.of(node.get("source").asInt()) : Optional.<Integer>empty();
            return new Pending.Unusual(values(answers.read(node.get("unusual"), form)), source);
        }
        if (node.has("calendar")) {
            return new Pending.Calendar(YearMonth.parse(node.get("calendar").asText()));
        }
        if (node.has("page")) {
            return new Pending.Page(node.get("page").asInt());
        }
        if (node.has("editing")) {
            return new Pending.Editing(node.get("editing").asInt());
        }
        if (node.has("doubted")) {
            return new Pending.Doubted();
        }
        return node.has("cancelling") ? new Pending.Cancelling() : new Pending.Nothing();
    }

    private static Map<String, Value> values(Answers read) {
        var values = new LinkedHashMap<String, Value>();
        for (var name : read.names()) {
            read.find(name).ifPresent(value -> values.put(name, value));
        }
        return values;
    }

    static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private Form form(String id, String version) {
        return forms.find(id, version).orElseThrow(() -> new IllegalStateException("No form " + id + " " + version));
    }
}
