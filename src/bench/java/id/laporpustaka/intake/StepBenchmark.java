package id.laporpustaka.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.conversation.ChatState;
import id.laporpustaka.conversation.Context;
import id.laporpustaka.conversation.Conversation;
import id.laporpustaka.conversation.Draft;
import id.laporpustaka.conversation.Findings;
import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.conversation.Incoming;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.conversation.Step;
import id.laporpustaka.conversation.Turn;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.xlsform.FormReading;
import id.laporpustaka.form.xlsform.XlsForms;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.submission.StoredDraft;
import id.laporpustaka.texts.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// One message in a report of community engagement in which all questions but the last are answered: what the
/// conversation costs, what handling the message costs without the database, and, to compare with, what only reading
/// and writing the same JSON costs.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 15, time = 2)
@Measurement(iterations = 5, time = 2)
public class StepBenchmark {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Instant NOW = Instant.parse("2025-08-20T03:00:00Z");
    private static final long DRAFT = 4_711;

    /// `typed` is the last answer, so the card with all of them follows; `tapped` changes one, and the last is asked.
    @Param({"typed", "tapped"})
    private String deed = "";

    private final ObjectMapper json = new ObjectMapper();
    private final Conversation conversation = new Conversation();
    private final Texts texts = new Texts();
    private final FormCatalogue forms = new OneForm(form());
    private final DraftJson drafts = new DraftJson(json, forms);
    private final StateJson states = new StateJson(json, drafts);
    private final Context context = new Context(
            Optional.of(sari()),
            forms,
            4_812,
            NOW,
            "0123456789abcdefghijkl",
            "https://lapor.example.id",
            "lapor_bot",
            ZONE,
            Findings.none());

    private Incoming incoming = incoming(new Input.Blocked());
    private StoredDraft storedDraft = stored("{}");
    private String storedState = "";
    private ChatState state = ChatState.initial();
    private Optional<Draft> draft = Optional.empty();

    @Setup
    public void begin() throws IOException {
        var typed = deed.equals("typed");
        var content = json.readTree(Files.readString(Path.of("src", "bench", "draft.json")));
        if (!typed) {
            ((ObjectNode) content).put("focus", "pm_age");
        }
        storedDraft = stored(content.toString());
        storedState = "{\"draft\":4711,\"open_card\":31,\"open_is_report\":true,\"last_card\":31,\"last_sent\":4242}";
        state = states.read(storedState);
        draft = Optional.of(drafts.read(storedDraft));
        var place = form().findPrompt("pm_age").orElseThrow().place();
        incoming = incoming(
                typed
                        ? new Input.Text(99, "Listrik padam satu jam, peserta tetap semangat.")
                        : new Input.Tap("1", 98, Long.toString(DRAFT, 36) + "." + place + ".c:=U3159"));
    }

    /// The conversation alone.
    @Benchmark
    public Turn step() {
        return step(state, draft);
    }

    /// What intake does with a message, but for the database.
    @Benchmark
    public void stepWithJsonAndText(Blackhole hole) {
        var turn = step(states.read(storedState), Optional.of(drafts.read(storedDraft)));
        turn.reply()
                .ifPresent(placed -> hole.consume(texts.message(
                        placed.reply(), turn.language(), turn.after().draft())));
        hole.consume(states.write(turn.after()));
        hole.consume(drafts.write(1, turn.draft().orElseThrow(), NOW));
    }

    /// Jackson alone with the same state and draft.
    @Benchmark
    public void jsonAlone(Blackhole hole) throws JsonProcessingException {
        hole.consume(json.readTree(storedState).toString());
        hole.consume(json.readTree(storedDraft.contentJson()).toString());
    }

    private Turn step(ChatState from, Optional<Draft> open) {
        return switch (conversation.step(from, open, incoming, context)) {
            case Step.Done(var turn) -> turn;
            case Step.Needs(var lookups) -> throw new IllegalStateException("No look-up is needed, not " + lookups);
        };
    }

    private static Incoming incoming(Input input) {
        return new Incoming(7, 7, "Sari", "id", false, NOW, input);
    }

    private static StoredDraft stored(String content) {
        return new StoredDraft(DRAFT, 1, 1, "PM", form().version(), content, 40, NOW);
    }

    private static Actor sari() {
        var library = new Reporting(1, "Perpustakaan Cahaya Ilmu", "Desa Bener", ZONE, true);
        return new Actor(1, 7, "Sari", "id", true, List.of(library), List.of());
    }

    private static Form form() {
        try {
            return switch (XlsForms.read(Files.readString(Path.of("db", "forms", "PM.csv")))) {
                case FormReading.Accepted accepted -> accepted.form();
                case FormReading.Refused refused ->
                    throw new IllegalStateException(refused.problems().toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record OneForm(Form form) implements FormCatalogue {
        @Override
        public List<Form> listCurrent() {
            return List.of(form);
        }

        @Override
        public Optional<Form> find(String formId, String version) {
            return Optional.of(form)
                    .filter(it -> it.id().equals(formId) && it.version().equals(version));
        }
    }
}
