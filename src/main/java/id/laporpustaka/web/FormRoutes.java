package id.laporpustaka.web;

import id.laporpustaka.db.Database;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.xlsform.CsvSheets;
import id.laporpustaka.form.xlsform.FormFiles;
import id.laporpustaka.form.xlsform.FormProblem;
import id.laporpustaka.form.xlsform.FormReading;
import id.laporpustaka.form.xlsform.Sheets;
import id.laporpustaka.form.xlsform.WorkbookReading;
import id.laporpustaka.form.xlsform.Workbooks;
import id.laporpustaka.form.xlsform.XlsForms;
import id.laporpustaka.intake.FormCheckup;
import id.laporpustaka.intake.PublishedForms;
import id.laporpustaka.people.By;
import id.laporpustaka.submission.FormSource;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.submission.publishing.FormCandidate;
import id.laporpustaka.submission.publishing.FormCandidates;
import id.laporpustaka.submission.publishing.FormHistories;
import id.laporpustaka.submission.publishing.FormPublisher;
import id.laporpustaka.submission.publishing.Publishing;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Forms for those who make them: their versions, and uploading, checking, publishing, retiring.
///
/// What an upload leaves behind is a candidate with a page of its own; only the button there publishes it.
final class FormRoutes {
    static final String PATH = "/formulir";
    static final String CANDIDATES = PATH + "/calon/";
    static final String DOWNLOAD = PATH + "/unduh";
    static final String COMPARE = PATH + "/banding";
    static final String BUILT_IN = PATH + "/bawaan";
    static final String RETIRE = PATH + "/henti";
    static final String OFFER = PATH + "/tawarkan";
    static final String PUBLISH = "/terbitkan";
    static final String DISCARD = "/buang";

    /// Names of fields and parameters.
    static final String FILE = "file";
    static final String FORM = "form";
    static final String VERSION = "versi";
    static final String KIND = "jenis";

    private static final String XLSX = "xlsx";
    private static final String CSV = "csv";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern NOT_FOR_A_FILE_NAME = Pattern.compile("[^A-Za-z0-9._-]");

    private final WebSettings settings;
    private final Database database;
    private final Supplier<List<Form>> forms;
    private final Pages pages;

    FormRoutes(WebSettings settings, WebParts parts, Pages pages) {
        this.settings = settings;
        this.database = parts.database();
        this.forms = parts.forms();
        this.pages = pages;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, PATH, Access.NATIONAL, (context, _) -> list(context));
        routes.guarded(HandlerType.POST, PATH, Access.NATIONAL, this::upload);
        routes.guarded(HandlerType.POST, BUILT_IN, Access.NATIONAL, this::takeBuiltIn);
        routes.guarded(HandlerType.GET, CANDIDATES + "{id}", Access.NATIONAL, (context, _) -> preview(context));
        routes.guarded(HandlerType.POST, CANDIDATES + "{id}" + PUBLISH, Access.NATIONAL, this::publish);
        routes.guarded(
                HandlerType.POST, CANDIDATES + "{id}" + DISCARD, Access.NATIONAL, (context, _) -> discard(context));
        routes.guarded(HandlerType.GET, DOWNLOAD, Access.NATIONAL, (context, _) -> download(context));
        routes.guarded(HandlerType.GET, COMPARE, Access.NATIONAL, (context, _) -> compare(context));
        routes.guarded(HandlerType.POST, RETIRE, Access.NATIONAL, this::retire);
        routes.guarded(HandlerType.POST, OFFER, Access.NATIONAL, this::offerAgain);
    }

    private void list(Context context) {
        var frame = pages.frame(context);
        var view = new FormListViews(frame, new FormLabels(forms.get()), settings.zone())
                .view(
                        new FormHistories(database.context()).listAll(),
                        new FormCandidates(database.context()).listAll(),
                        FormNotice.find(context));
        pages.show(context, "forms.jte", Map.of("frame", frame, "view", view));
    }

    private void upload(Context context, Visitor visitor) {
        var file = Uploads.find(context, FILE).orElseGet(() -> new byte[0]);
        switch (FormFiles.read(file)) {
            case WorkbookReading.Refused(var problems) -> refuse(context, problems);
            case WorkbookReading.Read(var sheets) -> check(context, visitor, sheets);
        }
    }

    private void check(Context context, Visitor visitor, Sheets sheets) {
        switch (FormCheckup.of(database, sheets, visitor.actor().personId())) {
            case FormCheckup.Outcome.Refused(var problems) -> refuse(context, problems);
            case FormCheckup.Outcome.AlreadyPublished(var form) ->
                goTo(context, FormNotice.ALREADY_PUBLISHED.address(form.id(), form.version()));
            case FormCheckup.Outcome.Kept(var candidate, var _, var _) -> goTo(context, CANDIDATES + candidate);
        }
    }

    private void takeBuiltIn(Context context, Visitor visitor) {
        var builtIn = Optional.ofNullable(context.formParam(FORM))
                .flatMap(PublishedForms::findBuiltIn)
                .orElseThrow(FormRoutes::notFound);
        check(context, visitor, CsvSheets.read(builtIn));
    }

    private void preview(Context context) {
        var candidate = findCandidate(context);
        if (candidate.isEmpty()) {
            goTo(context, FormNotice.GONE.address("", ""));
            return;
        }
        var sheets = CsvSheets.read(candidate.get().source());
        switch (XlsForms.read(sheets)) {
            case FormReading.Refused(var problems) -> refuse(context, problems);
            case FormReading.Accepted(var form, var remarks) -> {
                var frame = pages.frame(context);
                var present = new FormVersions(database.context())
                        .listOf(form.id()).stream().reduce((_, later) -> later);
                var view = new FormPreviewViews(frame, form).view(candidate.get(), sheets, remarks, present);
                pages.show(context, "form_preview.jte", Map.of("frame", frame, "view", view));
            }
        }
    }

    private void publish(Context context, Visitor visitor) {
        var by = by(context, visitor);
        var id = idIn(context);
        var outcome = database.<Publishing>inTransaction(db -> new FormPublisher(db).publish(id, by));
        switch (outcome) {
            case Publishing.Published(var form, var version) ->
                goTo(context, FormNotice.PUBLISHED.address(form, version));
            case Publishing.AlreadyPublished(var form, var version) ->
                goTo(context, FormNotice.ALREADY_PUBLISHED.address(form, version));
            case Publishing.Refused(var problems) -> refuse(context, problems);
            case Publishing.Gone() -> goTo(context, FormNotice.GONE.address("", ""));
        }
    }

    private void discard(Context context) {
        var candidate = findCandidate(context);
        candidate.ifPresent(found -> database.useTransaction(db -> new FormCandidates(db).discard(found.id())));
        goTo(
                context,
                candidate
                        .map(found -> FormNotice.DISCARDED.address(found.formId(), found.version()))
                        .orElseGet(() -> FormNotice.GONE.address("", "")));
    }

    private void retire(Context context, Visitor visitor) {
        var form = formIn(context);
        var by = by(context, visitor);
        database.useTransaction(db -> new FormPublisher(db).retire(form, by));
        goTo(context, FormNotice.RETIRED.address(form, ""));
    }

    private void offerAgain(Context context, Visitor visitor) {
        var form = formIn(context);
        var by = by(context, visitor);
        database.useTransaction(db -> new FormPublisher(db).offerAgain(form, by));
        goTo(context, FormNotice.OFFERED.address(form, ""));
    }

    private static By by(Context context, Visitor visitor) {
        return By.web(visitor.actor().personId(), RemoteAddress.of(context));
    }

    private void download(Context context) {
        var source = Optional.ofNullable(context.queryParam(FORM))
                .flatMap(form -> Optional.ofNullable(context.queryParam(VERSION))
                        .flatMap(version -> new FormVersions(database.context()).find(form, version)))
                .orElseThrow(FormRoutes::notFound);
        var kind = CSV.equals(context.queryParam(KIND)) ? CSV : XLSX;
        var name = NOT_FOR_A_FILE_NAME
                .matcher(source.formId() + "-" + source.version())
                .replaceAll("_");
        context.header("Content-Disposition", "attachment; filename=\"" + name + "." + kind + "\"");
        if (kind.equals(CSV)) {
            context.contentType("text/csv; charset=utf-8").result(source.source());
        } else {
            context.contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                    .result(Workbooks.write(CsvSheets.read(source.source())));
        }
    }

    /// A version beside the one before it.
    private void compare(Context context) {
        var versions = new FormVersions(database.context()).listOf(parameter(context, FORM));
        var names = versions.stream().map(FormSource::version).toList();
        var place = names.indexOf(parameter(context, VERSION));
        if (place < 1) {
            throw notFound();
        }
        var before = CsvSheets.read(versions.get(place - 1).source());
        var after = CsvSheets.read(versions.get(place).source());
        if (!(XlsForms.read(after) instanceof FormReading.Accepted(var form, var _))) {
            throw notFound();
        }
        var frame = pages.frame(context);
        var view = new FormComparisonView(
                frame.text(
                        "compare.text",
                        Typed.harmless(form.title().in(frame.words().language())),
                        names.get(place),
                        names.get(place - 1)),
                new FormPreviewViews(frame, form).differences(before, after));
        pages.show(context, "form_comparison.jte", Map.of("frame", frame, "view", view));
    }

    private static String parameter(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElseThrow(FormRoutes::notFound);
    }

    static String comparison(String form, String version) {
        return Addresses.with(COMPARE, FORM, form, VERSION, version);
    }

    static String download(String form, String version, String kind) {
        return DOWNLOAD + "?" + FORM + "=" + Pages.encode(form) + "&" + VERSION + "=" + Pages.encode(version) + "&"
                + KIND + "=" + kind;
    }

    private void refuse(Context context, List<FormProblem> problems) {
        var frame = pages.frame(context);
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        pages.show(context, "form_refusal.jte", Map.of("frame", frame, "view", FormRefusalView.of(problems, frame)));
    }

    private void goTo(Context context, String address) {
        context.redirect(pages.frame(context).link(address), HttpStatus.SEE_OTHER);
    }

    private Optional<FormCandidate> findCandidate(Context context) {
        return new FormCandidates(database.context()).find(idIn(context));
    }

    private static long idIn(Context context) {
        var id = context.pathParam("id");
        if (!NUMBER.matcher(id).matches()) {
            throw notFound();
        }
        return Long.parseLong(id);
    }

    private String formIn(Context context) {
        var form = Optional.ofNullable(context.formParam(FORM)).orElseThrow(FormRoutes::notFound);
        return new FormVersions(database.context())
                .listOf(form).stream().findFirst().map(FormSource::formId).orElseThrow(FormRoutes::notFound);
    }

    private static RequestProblem notFound() {
        return RequestProblem.Kind.NOT_FOUND.problem("There is no such form.");
    }
}
