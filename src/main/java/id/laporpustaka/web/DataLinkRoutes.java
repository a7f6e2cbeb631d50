package id.laporpustaka.web;

import id.laporpustaka.conversation.ExportKind.Format;
import id.laporpustaka.export.rows.ReportTable;
import id.laporpustaka.export.rows.Selection;
import id.laporpustaka.form.Language;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.DataLinks;
import id.laporpustaka.people.Narrowing;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Scope;
import id.laporpustaka.submission.ReportEvents;
import id.laporpustaka.texts.Texts;
import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/// Reports at a secret address, for spreadsheets that can send neither a cookie nor a token: with the rights
/// that the maker of the address has now, within what it is for.
final class DataLinkRoutes {
    static final String PATH = "/data/";

    private static final Pattern FILE = Pattern.compile("([A-Za-z0-9_-]{22})\\.(xlsx|csv)");
    private static final int AT_ONCE = 2;
    private static final String RETRY_SECONDS = "60";

    private final Desk desk;
    private final AttemptLimits wrong = new AttemptLimits(TimeMeter.SYSTEM_MILLISECONDS);
    private final AttemptLimits uses = new AttemptLimits(TimeMeter.SYSTEM_MILLISECONDS);
    private final Semaphore making = new Semaphore(AT_ONCE);

    DataLinkRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.open(HandlerType.GET, PATH + "{file}", this::send);
    }

    /// A path as it may be logged.
    static String harmless(String path) {
        return path.startsWith(PATH) ? PATH + "…" : path;
    }

    private void send(Context context) throws IOException {
        var named = FILE.matcher(context.pathParam("file"));
        var link = named.matches()
                ? new DataLinks(desk.db()).find(named.group(1), desk.now())
                : Optional.<DataLinks.Listed>empty();
        var scope = link.map(this::scope).filter(it -> !it.isEmpty());
        if (link.isEmpty() || scope.isEmpty()) {
            throw wrong.allow(RemoteAddress.of(context)) ? Desk.notFound() : tooMany(context);
        }
        if (!uses.allow("link " + link.get().id())) {
            throw tooMany(context);
        }
        new DataLinks(desk.db()).touch(link.get(), desk.now());
        var format = Format.valueOf(named.group(2).toUpperCase(Locale.ROOT));
        var today = LocalDate.ofInstant(desk.now(), desk.settings().zone());
        var events = new ReportEvents(desk.db());
        events.sequence();
        var last = events.last();
        var tag = tag(link.get(), scope.get(), format, today, last);
        context.header("ETag", tag).header("Cache-Control", "private, no-cache");
        if (ApiRoutes.isKnown(context, tag)) {
            context.status(HttpStatus.NOT_MODIFIED);
        } else {
            make(context, link.get().terms(), scope.get(), format, today, last);
        }
    }

    private static RequestProblem tooMany(Context context) {
        context.header("Retry-After", RETRY_SECONDS);
        return RequestProblem.Kind.TOO_MANY_REQUESTS.problem("Too many requests.");
    }

    private Scope scope(DataLinks.Listed link) {
        return new People(desk.db())
                .findActor(link.personId())
                .map(actor -> within(actor, link.terms()))
                .map(actor -> Permissions.scopeFor(actor, Action.EXPORT))
                .orElseGet(Scope::nothing);
    }

    private Actor within(Actor actor, DataLinks.Terms terms) {
        return terms.region()
                .map(region -> new Narrowing(desk.db()).within(actor, region))
                .orElse(actor);
    }

    /// Changes with every change of a report, with the scope, and daily, so that names of libraries come, too.
    private static String tag(DataLinks.Listed link, Scope scope, Format format, LocalDate today, long last) {
        var all = link.id() + " " + format + " " + today + " " + last + " " + ReportApi.mark(scope);
        return '"'
                + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString()
                + '"';
    }

    /// Of all changes up to a position, which the tag of the file promises.
    private void write(long last, Selection selection, DataLinks.Terms terms, Format format, Path file) {
        var language = Language.find(terms.language()).orElse(Language.INDONESIAN);
        var _ = desk.parts().reading().read(from -> {
            var source = new ReportEvents(from.context()).last() >= last ? from : desk.database();
            new ReportTable(
                            source,
                            desk.parts().catalogue(),
                            new Texts(),
                            desk.settings().address(""))
                    .write(selection, terms.formId(), format, terms.codes(), language, file);
            return file;
        });
    }

    /// The file is whole before anything is sent, so that a slow reader holds no snapshot of the database.
    private void make(Context context, DataLinks.Terms terms, Scope scope, Format format, LocalDate today, long last)
            throws IOException {
        if (!making.tryAcquire()) {
            throw tooMany(context);
        }
        var file = Files.createTempFile("lapor-pustaka", ".table");
        try {
            try {
                write(
                        last,
                        new Selection(
                                scope,
                                terms.period().from(today),
                                terms.period().to(today),
                                Optional.empty()),
                        terms,
                        format,
                        file);
            } finally {
                making.release();
            }
            context.contentType(
                            switch (format) {
                                case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                                case CSV -> "text/csv; charset=utf-8";
                            })
                    .header(
                            "Content-Disposition",
                            "attachment; filename=\"" + terms.formId().replaceAll("[^A-Za-z0-9_-]", "_") + "."
                                    + format.name().toLowerCase(Locale.ROOT) + "\"");
            context.res().setContentLengthLong(Files.size(file));
            Files.copy(file, context.res().getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
