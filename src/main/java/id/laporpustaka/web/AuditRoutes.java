package id.laporpustaka.web;

import id.laporpustaka.export.CsvRows;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Audit;
import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditLine;
import id.laporpustaka.people.AuditLog;
import id.laporpustaka.people.AuditSubject;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The whole audit log: who did what to whom, when, and by which way. It can be filtered, and taken along.
final class AuditRoutes {
    static final String PATH = "/catatan";
    private static final String DOWNLOAD = PATH + "/unduh";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String ANYBODY = "…";

    private final Desk desk;

    AuditRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, PATH, Access.ADMIN, this::list);
        routes.guarded(HandlerType.POST, DOWNLOAD, Access.ADMIN, this::download);
    }

    private void list(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.SEE_AUDIT);
        var frame = desk.frame(context);
        var typed = AuditQuery.typed(context);
        var page = new AuditLog(desk.db())
                .list(
                        Desk.scope(visitor, Action.SEE_AUDIT),
                        typed.filter(desk.settings().zone()),
                        Desk.page(context, Desk.PAGE));
        if (typed.isWrong()) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var view = new AuditView(
                frame.text("audit.total", page.total()),
                typed,
                actions(frame, typed),
                typed.isWrong() ? frame.text("audit.day.wrong") : "",
                page.rows().stream().map(line -> row(frame, line)).toList(),
                Pager.of(page, frame, typed.address(), Desk.PAGE),
                frame.link(DOWNLOAD));
        desk.show(context, "audit.jte", frame, view);
    }

    private static List<AuditView.Option> actions(Frame frame, AuditQuery typed) {
        return Arrays.stream(AuditAction.values())
                .map(action -> new AuditView.Option(
                        action.stored(),
                        new DirectoryWords(frame).action(action, ANYBODY, ANYBODY),
                        action.stored().equals(typed.action())))
                .toList();
    }

    private AuditView.Row row(Frame frame, AuditLine line) {
        var about = new ArrayList<LibraryView.Link>();
        link(frame, frame.text("audit.by"), line.by(), line.byName(), Desk.PEOPLE)
                .ifPresent(about::add);
        if (!line.about().equals(line.by())) {
            link(frame, frame.text("audit.about"), line.about(), line.aboutName(), Desk.PEOPLE)
                    .ifPresent(about::add);
        }
        link(frame, frame.text("audit.library"), line.libraryId(), line.libraryName(), Desk.LIBRARIES)
                .ifPresent(about::add);
        line.regionName().ifPresent(name -> about.add(new LibraryView.Link(Typed.harmless(name), "")));
        return new AuditView.Row(
                desk.date(frame, line.at()) + " " + TIME.format(local(line.at())),
                new DirectoryWords(frame).history(line),
                about,
                Stream.concat(
                                line.channel().map(it -> channel(frame, it)).stream(),
                                line.address().map(Typed::harmless).stream())
                        .collect(Collectors.joining(" · ")));
    }

    /// By its name, and by its number where the name is gone.
    private static Optional<LibraryView.Link> link(
            Frame frame, String label, OptionalLong id, Optional<String> name, String address) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var number = id.getAsLong();
        return Optional.of(name.map(it ->
                        new LibraryView.Link(label + ": " + Typed.harmless(it), frame.link(address + "/" + number)))
                .orElseGet(() -> new LibraryView.Link(label + ": " + frame.text("audit.number", "" + number), "")));
    }

    private static String channel(Frame frame, Enum<?> channel) {
        return frame.text("audit.channel." + channel.name().toLowerCase(Locale.ROOT));
    }

    private ZonedDateTime local(Instant time) {
        return time.atZone(desk.settings().zone());
    }

    // ---------------------------------------------------------------- to take along

    private void download(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.SEE_AUDIT);
        var frame = desk.frame(context);
        var typed = AuditQuery.typed(context);
        if (typed.isWrong()) {
            desk.goTo(context, typed.address());
            return;
        }
        desk.parts()
                .database()
                .useTransaction(db -> new Audit(db)
                        .record(Desk.by(context, visitor), AuditAction.AUDIT_EXPORTED, AuditSubject.none()));
        context.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"catatan-perubahan.csv\"");
        write(context.outputStream(), frame, visitor, typed);
    }

    private void write(OutputStream out, Frame frame, Visitor visitor, AuditQuery typed) {
        var scope = Desk.scope(visitor, Action.SEE_AUDIT);
        var filter = typed.filter(desk.settings().zone());
        try (var rows = new CsvRows(out)) {
            rows.add(Stream.of(frame.text("audit.columns").split(";", -1)).toList());
            desk.parts()
                    .database()
                    .useTransaction(db ->
                            new AuditLog(db).forEach(scope, filter, line -> rows.add(cells(frame, line))));
        }
    }

    private List<String> cells(Frame frame, AuditLine line) {
        return List.of(
                Long.toString(line.id()),
                SECOND.format(local(line.at())),
                line.action(),
                new DirectoryWords(frame).history(line),
                number(line.by()),
                name(line.byName()),
                number(line.about()),
                name(line.aboutName()),
                number(line.libraryId()),
                name(line.libraryName()),
                name(line.regionName()),
                line.channel().map(it -> channel(frame, it)).orElse(""),
                line.address().orElse(""),
                line.details());
    }

    private static String number(OptionalLong id) {
        return id.isPresent() ? Long.toString(id.getAsLong()) : "";
    }

    private static String name(Optional<String> name) {
        return name.map(Typed::harmless).orElse("");
    }
}
