package id.laporpustaka.web;

import id.laporpustaka.db.Database;
import id.laporpustaka.intake.JoinDecisions;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.AuditFilter;
import id.laporpustaka.people.AuditLine;
import id.laporpustaka.people.AuditLog;
import id.laporpustaka.people.By;
import id.laporpustaka.people.Directory;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.FoundRegion;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.Regions;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jooq.DSLContext;

/// What the pages of the directory have in common: what a request says, what it is about within the visitor's
/// scope, and where to go on. What lies outside of the scope is not found, like what does not exist.
///
/// @param database where it reads; for pages that only show something, that may be a replica
record Desk(WebSettings settings, WebParts parts, Pages pages, Database database) {
    static final String LIBRARIES = "/perpustakaan";
    static final String PEOPLE = "/orang";
    static final String INVITES = "/undangan";

    /// Names of fields and parameters.
    static final String SEARCH = "q";

    static final String PAGE = "page";
    static final String REGION = "region";

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
    private static final Pattern SMALL = Pattern.compile("[0-9]{1,6}");

    Desk(WebSettings settings, WebParts parts, Pages pages) {
        this(settings, parts, pages, parts.database());
    }

    DSLContext db() {
        return database.context();
    }

    /// Shows what changes nothing, read wherever the visitor's own changes are. Should that fail, it is done again,
    /// unless part of it has been sent.
    void read(Context context, Visitor visitor, Consumer<Desk> page) {
        var _ = read(context, visitor.actor(), desk -> {
            page.accept(desk);
            return desk;
        });
    }

    <T> T read(Context context, Actor actor, Function<Desk, T> answer) {
        return parts.reading().read(actor.personId(), from -> {
            context.res().resetBuffer();
            return answer.apply(new Desk(settings, parts, pages, from));
        });
    }

    Instant now() {
        return parts.clock().instant();
    }

    Frame frame(Context context) {
        return pages.frame(context);
    }

    void show(Context context, String template, Frame frame, Object view) {
        pages.show(context, template, Map.of("frame", frame, "view", view));
    }

    /// Shows a page again on which something has to be mended.
    void refuse(Context context, String template, Frame frame, Object view) {
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(context, template, frame, view);
    }

    void goTo(Context context, String address) {
        context.redirect(frame(context).link(address), HttpStatus.SEE_OTHER);
    }

    static By by(Context context, Visitor visitor) {
        return By.web(visitor.actor().personId(), RemoteAddress.of(context));
    }

    /// Ends that somebody reports for a library, and tells them.
    boolean endAndTell(Context context, Visitor visitor, long personId, long libraryId) {
        var by = by(context, visitor);
        return parts.database()
                .<Boolean>inTransaction(db -> new JoinDecisions(db).endAndTell(by, personId, libraryId, now()));
    }

    /// A number in the path.
    static long id(Context context, String name) {
        return findId(context.pathParam(name)).orElseThrow(Desk::notFound);
    }

    static Optional<Long> findId(String text) {
        return Optional.of(text).filter(it -> ID.matcher(it).matches()).map(Long::valueOf);
    }

    /// A number that people type; empty if it is none.
    static Optional<Integer> findNumber(String text) {
        return Optional.of(text).filter(it -> SMALL.matcher(it).matches()).map(Integer::valueOf);
    }

    /// What a field of a form or a parameter of the address holds; may be empty.
    static String typed(Context context, String name) {
        var field = context.method().equals(HandlerType.GET) ? context.queryParam(name) : context.formParam(name);
        return field == null ? "" : Typed.line(field);
    }

    /// Counted from 0.
    static int page(Context context, String name) {
        return findNumber(typed(context, name)).orElse(0);
    }

    static Scope scope(Visitor visitor, Action action) {
        return Permissions.scopeFor(visitor.actor(), action);
    }

    /// Refuses who may do this nowhere.
    static void mustDoSomewhere(Visitor visitor, Action action) {
        if (!Permissions.mayDoSomewhere(visitor.actor(), action)) {
            throw notFound();
        }
    }

    /// The library whose number is in the path, if the visitor may do this to it.
    FoundLibrary library(Context context, Visitor visitor, Action action) {
        return findLibrary(scope(visitor, action), id(context, "id")).orElseThrow(Desk::notFound);
    }

    Optional<FoundLibrary> findLibrary(Scope scope, long id) {
        return new Directory(db())
                .findLibrary(scope, id, now())
                .flatMap(line -> new Libraries(db())
                        .findById(id)
                        .map(library -> new FoundLibrary(line, library, place(library.region()))));
    }

    /// With what it lies in.
    FoundRegion place(Region region) {
        var around = new Regions(db())
                .listPath(region.code()).stream()
                        .filter(it -> it.level() != region.level())
                        .toList();
        return new FoundRegion(region, around.reversed());
    }

    /// What has just been done; empty if nothing was.
    String notice(Context context, Frame frame, Visitor visitor, AuditFilter about) {
        return Notice.find(typed(context, Notice.PARAMETER))
                .map(notice -> frame.text(
                        notice.key(),
                        notice.action()
                                .flatMap(action -> doneBy(context, visitor, about.ofAction(action)))
                                .orElseGet(() -> frame.text("directory.somebody"))))
                .orElse("");
    }

    private Optional<String> doneBy(Context context, Visitor visitor, AuditFilter about) {
        var ofPerson =
                findId(typed(context, Notice.PERSON)).map(about::ofPerson).orElse(about);
        var filter = findId(typed(context, Notice.INVITE)).map(ofPerson::ofRow).orElse(ofPerson);
        return new AuditLog(db())
                .list(scope(visitor, Action.SEE_HISTORY), filter, 0).rows().stream()
                        .findFirst()
                        .flatMap(AuditLine::byName)
                        .map(Typed::harmless);
    }

    String date(Frame frame, Instant time) {
        return frame.words().shortDate(LocalDate.ofInstant(time, settings.zone()));
    }

    static RequestProblem notFound() {
        return RequestProblem.Kind.NOT_FOUND.problem("There is nothing at this address.");
    }
}
