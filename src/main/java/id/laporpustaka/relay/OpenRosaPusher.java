package id.laporpustaka.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.db.Database;
import id.laporpustaka.form.Answers;
import id.laporpustaka.form.AnswersJson;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.InstanceXml;
import id.laporpustaka.form.Language;
import id.laporpustaka.people.Scope;
import id.laporpustaka.submission.PhotoConsent;
import id.laporpustaka.submission.PrivateAnswers;
import id.laporpustaka.submission.Report;
import id.laporpustaka.submission.ReportEvents;
import id.laporpustaka.submission.Reports;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.media.Media;
import id.laporpustaka.submission.media.MediaState;
import id.laporpustaka.submission.media.MediaStore;
import id.laporpustaka.submission.media.ReportFile;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends reports that count to an OpenRosa server, and again when they are corrected. The server gets each set of
/// answers once: what is sent twice, after a crash, has the same instance id and the same bytes.
///
/// OpenRosa knows no deleting: what is rejected or withdrawn later stays there.
public final class OpenRosaPusher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenRosaPusher.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FILES_ARE_FETCHED = Duration.ofMinutes(1);
    private static final int EVENTS = 500;
    private static final int REPORTS = 50;

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Database database;
    private final FormCatalogue forms;
    private final OpenRosaTarget target;
    private final OpenRosaServer server;
    private final WebhookPauses pauses;
    private final InstanceIds ids;
    private final Thread thread = Thread.ofPlatform().daemon().name("openrosa").unstarted(this::workUntilInterrupted);

    /// Nothing is sent before [#start].
    public OpenRosaPusher(
            Database database, FormCatalogue forms, MediaStore store, OpenRosaTarget target, Clock clock) {
        this(database, forms, target, new OpenRosaServer(target, store, clock, WITHIN), WebhookPauses.usual());
    }

    OpenRosaPusher(
            Database database,
            FormCatalogue forms,
            OpenRosaTarget target,
            OpenRosaServer server,
            WebhookPauses pauses) {
        this.database = database;
        this.forms = forms;
        this.target = target;
        this.server = server;
        this.pauses = pauses;
        this.ids = InstanceIds.of(database.context());
        new OpenRosaReports(database.context()).begin(address());
    }

    private String address() {
        return target.address().toString();
    }

    public void start() {
        thread.start();
    }

    private void workUntilInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (!workOnce()) {
                    Thread.sleep(LOOK_EVERY);
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.error("Reports could not be sent to {}; trying again", address(), e);
                try {
                    Thread.sleep(LOOK_EVERY);
                } catch (InterruptedException _) {
                    return;
                }
            }
        }
    }

    /// Sends some reports; false if none is due.
    boolean workOnce() throws InterruptedException {
        var events = new ReportEvents(database.context());
        events.sequence();
        var last = events.last();
        var reports = new OpenRosaReports(database.context());
        var claimed = reports.claim(address(), last, LEASE);
        if (claimed.isEmpty()) {
            return false;
        }
        try {
            take(claimed.get(), last);
            push(claimed.get());
        } finally {
            release(claimed.get());
        }
        return true;
    }

    private void release(OpenRosaReports.Claimed claimed) {
        var isInterrupted = Thread.interrupted(); // or there would be no connection
        try {
            new OpenRosaReports(database.context()).release(claimed);
        } catch (RuntimeException e) {
            LOG.warn("{} waits for the end of its lease: {}", address(), e.toString());
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(OpenRosaReports.Claimed claimed, long last) {
        if (claimed.position() >= last) {
            return;
        }
        database.useTransaction(db -> {
            var read = new ReportEvents(db).changedAfter(claimed.position(), new Scope.Everything(), EVENTS);
            var upTo = read.size() < EVENTS ? last : read.getLast().position();
            new OpenRosaReports(db)
                    .take(
                            claimed,
                            upTo,
                            read.stream()
                                    .filter(event ->
                                            target.formIdOf(event.formId()).isPresent())
                                    .toList());
        });
    }

    private void push(OpenRosaReports.Claimed claimed) throws InterruptedException {
        var reports = new OpenRosaReports(database.context());
        var most = OptionalLong.empty();
        var isPrepared = false;
        for (var sent = 0; sent < REPORTS && reports.keep(claimed, LEASE); sent++) {
            var loaded = load(claimed);
            if (loaded.isEmpty()) {
                return;
            }
            var prepared = prepare(claimed, loaded.get());
            if (prepared.isEmpty()) {
                continue;
            }
            if (!isPrepared) {
                switch (server.prepare()) {
                    case OpenRosaServer.Answer.Ready(var limit) -> most = limit;
                    case OpenRosaServer.Answer.Not(var status, var problem) -> {
                        reports.refused(claimed, problem(status, problem), pauses.after(claimed.failures() + 1));
                        return;
                    }
                    case OpenRosaServer.Answer.Taken(), OpenRosaServer.Answer.TooLarge() -> {
                        return;
                    }
                }
                isPrepared = true;
            }
            if (!send(claimed, loaded.get().due(), prepared.get(), most)) {
                return;
            }
        }
    }

    /// A report as it was at one moment.
    private record Loaded(OpenRosaReports.Due due, Optional<Report> report, List<ReportFile> files) {}

    private Optional<Loaded> load(OpenRosaReports.Claimed claimed) {
        return database.inSnapshot(db -> new OpenRosaReports(db).next(claimed).map(due -> {
            var id = List.of(due.reportId());
            return new Loaded(
                    due,
                    new Reports(db).findAll(id).stream().findFirst(),
                    new Media(db).listOf(id).getOrDefault(due.reportId(), List.of()));
        }));
    }

    private record Prepared(String instanceId, String xml, List<OpenRosaServer.Attachment> files) {}

    /// What is to be sent of a report now, if anything.
    private Optional<Prepared> prepare(OpenRosaReports.Claimed claimed, Loaded loaded) {
        var reports = new OpenRosaReports(database.context());
        var due = loaded.due();
        var found = loaded.report().filter(report -> Status.counted().contains(report.status()));
        var isNews = due.pushed().isEmpty() || due.pushed().getAsInt() != due.content();
        if (found.isEmpty() || !isNews) {
            reports.leave(claimed, due);
            return Optional.empty();
        }
        var report = found.get();
        var form = forms.find(report.formId(), report.formVersion());
        var formId = target.formIdOf(report.formId());
        if (form.isEmpty() || formId.isEmpty()) {
            reports.leave(claimed, due);
            return Optional.empty();
        }
        if (loaded.files().stream().anyMatch(file -> file.file().state() == MediaState.WAITING)) {
            reports.postpone(claimed, due, FILES_ARE_FETCHED);
            return Optional.empty();
        }
        return Optional.of(prepare(due, report, form.get(), formId.get(), loaded.files()));
    }

    private Prepared prepare(OpenRosaReports.Due due, Report report, Form form, String formId, List<ReportFile> files) {
        var sent = answers(report, form);
        var names = new HashMap<String, String>();
        var attachments = new ArrayList<OpenRosaServer.Attachment>();
        if (PhotoConsent.of(form, sent).given()) {
            for (var file : files) {
                var content = file.file().content();
                if (content.isPresent() && !names.containsKey(file.question())) {
                    var name = "media-" + file.file().id() + "." + content.get().extension();
                    names.put(file.question(), name);
                    attachments.add(new OpenRosaServer.Attachment(
                            name,
                            content.get().contentType(),
                            content.get().key(),
                            content.get().size()));
                }
            }
        }
        var instanceId = ids.of(report.number(), due.content());
        var at = report.submittedAt().atZone(report.library().zone()).toLocalDateTime();
        var facts = new Facts(at.toLocalDate(), report.library().zone(), Language.INDONESIAN, at);
        var header = new InstanceXml.Header(
                formId,
                report.formVersion(),
                instanceId,
                due.instanceId().filter(former -> !former.equals(instanceId)),
                form.evaluate(sent, facts).instanceName());
        return new Prepared(
                instanceId,
                InstanceXml.write(
                        form,
                        withoutPrivate(sent, form),
                        names,
                        report.library().zone(),
                        header),
                attachments);
    }

    private static Answers answers(Report report, Form form) {
        try {
            return new AnswersJson().read(new ObjectMapper().readTree(report.answersJson()), form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Report " + report.id() + " has answers that are no JSON", e);
        }
    }

    private static Answers withoutPrivate(Answers answers, Form form) {
        var rest = answers;
        for (var name : answers.names()) {
            if (form.findQuestion(name).filter(PrivateAnswers::isPrivate).isPresent()) {
                rest = rest.without(name);
            }
        }
        return rest;
    }

    /// Sends one report; true if the next one may follow at once.
    private boolean send(OpenRosaReports.Claimed claimed, OpenRosaReports.Due due, Prepared prepared, OptionalLong most)
            throws InterruptedException {
        var reports = new OpenRosaReports(database.context());
        var mayHaveArrived =
                due.attempted().filter(prepared.instanceId()::equals).isPresent();
        reports.attempt(claimed, due, prepared.instanceId());
        return switch (server.send(prepared.xml(), prepared.files(), most)) {
            case OpenRosaServer.Answer.Taken() -> arrived(claimed, due, prepared);
            case OpenRosaServer.Answer.Ready _ -> false;
            case OpenRosaServer.Answer.TooLarge() -> {
                reports.setAside(claimed, due, "too_large");
                yield true;
            }
            case OpenRosaServer.Answer.Not(var status, var _)
            when status == CONFLICT && mayHaveArrived -> arrived(claimed, due, prepared);
            case OpenRosaServer.Answer.Not(var status, var problem)
            when isAboutTheReport(status) -> {
                LOG.warn("{} refuses report {}: {}", address(), due.reportId(), status);
                reports.setAside(claimed, due, problem(status, problem));
                yield true;
            }
            case OpenRosaServer.Answer.Not(var status, var problem)
            when status == UNAUTHORIZED || status == FORBIDDEN -> {
                reports.refused(claimed, problem(status, problem), pauses.after(claimed.failures() + 1));
                yield false;
            }
            case OpenRosaServer.Answer.Not(var status, var problem) -> {
                troubled(claimed, due, problem(status, problem));
                yield false;
            }
        };
    }

    private boolean arrived(OpenRosaReports.Claimed claimed, OpenRosaReports.Due due, Prepared prepared) {
        database.useTransaction(db -> new OpenRosaReports(db).arrived(claimed, due, prepared.instanceId()));
        return true;
    }

    /// The server has trouble, or this report gives it some: after a few tries others go first, and in the end it is
    /// set aside.
    private void troubled(OpenRosaReports.Claimed claimed, OpenRosaReports.Due due, String problem) {
        var tries = due.tries() + 1;
        database.useTransaction(db -> {
            var reports = new OpenRosaReports(db);
            if (pauses.isLast(tries)) {
                reports.setAside(claimed, due, problem);
            } else {
                reports.failed(
                        claimed,
                        due,
                        problem,
                        tries >= pauses.aside() ? Optional.of(pauses.after(tries)) : Optional.empty());
            }
            reports.refused(claimed, problem, pauses.after(claimed.failures() + 1));
        });
    }

    private static boolean isAboutTheReport(int status) {
        return status >= 400
                && status < 500
                && status != UNAUTHORIZED
                && status != FORBIDDEN
                && status != REQUEST_TIMEOUT
                && status != TOO_MANY_REQUESTS;
    }

    /// As it is stored and shown: a status of HTTP, or a word.
    private static String problem(int status, String problem) {
        return problem.isEmpty() ? Integer.toString(status) : problem;
    }

    /// Sends no more; what is being sent is sent again later.
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
