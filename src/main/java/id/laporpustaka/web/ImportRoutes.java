package id.laporpustaka.web;

import id.laporpustaka.export.SentSheet;
import id.laporpustaka.export.SentSheets;
import id.laporpustaka.export.SheetImports;
import id.laporpustaka.outbox.OutgoingFile;
import id.laporpustaka.people.By;
import id.laporpustaka.texts.Texts;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Many libraries at once, for those who run a part of the programme: a sheet is uploaded, looked at, and
/// imported. What comes of it is handed out once, by the answer to the button, and kept nowhere.
final class ImportRoutes {
    static final String PATH = Desk.LIBRARIES + "/impor";
    static final String TEMPLATE = PATH + "/templat";
    private static final String SHEETS = PATH + "/lembar/";
    private static final String RUN = "/jalankan";
    private static final String CANCEL = "/batal";
    private static final String CHECKED = "/diperiksa";

    /// Names of fields and parameters.
    static final String FILE = "file";
    static final String ONLY_GOOD = "only_good";
    private static final String NOTICE = "notice";
    private static final String GONE = "gone";
    private static final String CANCELLED = "cancelled";
    private static final String CHANGED = "changed";

    private static final int MOST_ROWS = 100;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final WebParts parts;
    private final Clock clock;
    private final Pages pages;
    private final SheetImports imports;

    ImportRoutes(WebParts parts, Pages pages) {
        this.parts = parts;
        this.clock = parts.clock();
        this.pages = pages;
        this.imports = new SheetImports(parts.database(), new Texts(), parts.botName());
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, PATH, Access.IMPORTER, this::start);
        routes.guarded(HandlerType.POST, PATH, Access.IMPORTER, this::upload);
        routes.guarded(HandlerType.GET, TEMPLATE, Access.IMPORTER, (context, _) -> template(context));
        routes.guarded(HandlerType.GET, SHEETS + "{id}", Access.IMPORTER, this::preview);
        routes.guarded(HandlerType.GET, SHEETS + "{id}" + CHECKED, Access.IMPORTER, this::checked);
        routes.guarded(HandlerType.POST, SHEETS + "{id}" + RUN, Access.IMPORTER, this::run);
        routes.guarded(HandlerType.POST, SHEETS + "{id}" + CANCEL, Access.IMPORTER, this::cancel);
    }

    private void start(Context context, Visitor visitor) {
        var frame = pages.frame(context);
        var open = sheets().findLast(visitor.actor().personId())
                .filter(SentSheet::isChecked)
                .map(sent ->
                        new ImportView.Open(frame.text("import.open", sent.fileName()), address(frame, sent.id())));
        show(context, frame, new ImportView(notice(context, frame), "", open, Optional.empty()));
    }

    private static String notice(Context context, Frame frame) {
        return switch (Optional.ofNullable(context.queryParam(NOTICE)).orElse("")) {
            case GONE -> frame.text("import.gone");
            case CANCELLED -> frame.text("import.cancelled");
            case CHANGED -> frame.text("import.changed");
            default -> "";
        };
    }

    private void show(Context context, Frame frame, ImportView view) {
        pages.show(context, "import.jte", Map.of("frame", frame, "view", view));
    }

    private SentSheets sheets() {
        return new SentSheets(parts.database().context());
    }

    private static String address(Frame frame, long id) {
        return frame.link(SHEETS + id);
    }

    private void template(Context context) {
        send(context, imports.template(pages.frame(context).words().language()));
    }

    private void upload(Context context, Visitor visitor) {
        var frame = pages.frame(context);
        var bytes = Uploads.find(context, FILE, SheetImports.LARGEST_FILE).orElseGet(() -> new byte[0]);
        var name = Optional.ofNullable(context.uploadedFile(FILE))
                .map(UploadedFile::filename)
                .orElse("");
        switch (imports.take(visitor.actor(), name, bytes, frame.words().language(), clock.instant())) {
            case SheetImports.Taken.Refused(var why) -> {
                context.status(HttpStatus.UNPROCESSABLE_CONTENT);
                show(context, frame, new ImportView("", why, Optional.empty(), Optional.empty()));
            }
            case SheetImports.Taken.Kept(var id, var _) -> goTo(context, SHEETS + id);
        }
    }

    private void preview(Context context, Visitor visitor) {
        var frame = pages.frame(context);
        var id = idIn(context);
        var checked = imports.check(visitor.actor(), id, frame.words().language());
        if (checked.isPresent()) {
            var view = preview(checked.get(), frame);
            show(context, frame, new ImportView(notice(context, frame), "", Optional.empty(), Optional.of(view)));
        } else {
            show(context, frame, new ImportView(past(visitor, id, frame), "", Optional.empty(), Optional.empty()));
        }
    }

    /// What became of a sheet that is not open any more.
    private String past(Visitor visitor, long id, Frame frame) {
        return sheets().find(visitor.actor().personId(), id)
                .map(sent -> switch (sent.status()) {
                    case DONE -> frame.text("import.done", sent.created(), sent.existing(), sent.wrong());
                    case RUNNING -> frame.text("import.running");
                    case READ, CHECKED, CANCELLED -> frame.text("import.gone");
                })
                .orElseGet(() -> frame.text("import.gone"));
    }

    private static ImportView.Preview preview(SheetImports.Checked checked, Frame frame) {
        var sent = checked.sent();
        var rows = checked.problems().entrySet().stream()
                .limit(MOST_ROWS)
                .map(row -> new ImportView.Row(Integer.toString(row.getKey()), row.getValue()))
                .toList();
        var address = SHEETS + sent.id();
        return new ImportView.Preview(
                sent.fileName(),
                frame.words().number(sent.created()),
                frame.words().number(sent.existing()),
                frame.words().number(sent.wrong()),
                sent.existing() > 0,
                button(sent, frame),
                Boolean.toString(sent.wrong() > 0),
                frame.link(address),
                frame.link(address + RUN),
                frame.link(address + CANCEL),
                frame.link(address + CHECKED),
                rows,
                sent.wrong() > MOST_ROWS ? frame.text("import.problems.more", sent.wrong() - MOST_ROWS) : "");
    }

    private static String button(SentSheet sent, Frame frame) {
        if (sent.good() == 0) {
            return "";
        }
        if (sent.wrong() > 0) {
            return frame.text("import.run.good", sent.good());
        }
        if (sent.created() == 0) {
            return frame.text("import.run.links", sent.good());
        }
        return sent.existing() == 0
                ? frame.text("import.run", sent.created())
                : frame.text("import.run.both", sent.created(), sent.good());
    }

    private void checked(Context context, Visitor visitor) {
        var language = pages.frame(context).words().language();
        imports.check(visitor.actor(), idIn(context), language)
                .flatMap(checked -> imports.marked(checked, language))
                .ifPresentOrElse(file -> send(context, file), () -> goTo(context, PATH + "?" + NOTICE + "=" + GONE));
    }

    private void run(Context context, Visitor visitor) {
        var id = idIn(context);
        var order = new SheetImports.Order(
                By.web(visitor.actor().personId(), context.ip()),
                visitor.actor(),
                id,
                Boolean.parseBoolean(context.formParam(ONLY_GOOD)),
                pages.frame(context).words().language());
        switch (imports.run(order, clock.instant())) {
            case SheetImports.Outcome.Done(var _, var file) ->
                file.ifPresentOrElse(it -> send(context, it), () -> goTo(context, SHEETS + id));
            case SheetImports.Outcome.Changed() -> goTo(context, SHEETS + id + "?" + NOTICE + "=" + CHANGED);
            case SheetImports.Outcome.Gone() -> goTo(context, SHEETS + id);
        }
    }

    private void cancel(Context context, Visitor visitor) {
        var id = idIn(context);
        parts.database()
                .useTransaction(db -> new SentSheets(db).cancel(visitor.actor().personId(), id));
        goTo(context, PATH + "?" + NOTICE + "=" + CANCELLED);
    }

    private static void send(Context context, OutgoingFile file) {
        context.header("Content-Disposition", Addresses.attachment(file.name()))
                .contentType(file.contentType())
                .result(file.bytes());
    }

    private void goTo(Context context, String address) {
        context.redirect(pages.frame(context).link(address), HttpStatus.SEE_OTHER);
    }

    private static long idIn(Context context) {
        var id = context.pathParam("id");
        if (!NUMBER.matcher(id).matches()) {
            throw RequestProblem.Kind.NOT_FOUND.problem("There is no such sheet.");
        }
        return Long.parseLong(id);
    }
}
