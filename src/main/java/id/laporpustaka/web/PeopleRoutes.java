package id.laporpustaka.web;

import id.laporpustaka.people.Action;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditFilter;
import id.laporpustaka.people.AuditLog;
import id.laporpustaka.people.Directory;
import id.laporpustaka.people.DirectoryChanges;
import id.laporpustaka.people.Order;
import id.laporpustaka.people.Page;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.PersonLine;
import id.laporpustaka.people.Revocation;
import id.laporpustaka.people.Scope;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.LocalDate;
import java.util.List;

/// Who reports and who coordinates within the visitor's scope; takes roles back and ends that somebody reports.
final class PeopleRoutes {
    static final String ROLES = "/peran/";

    private static final String ONE = Desk.PEOPLE + "/{id}";

    private final Desk desk;

    PeopleRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, Desk.PEOPLE, Access.COORDINATOR, this::list);
        routes.guarded(HandlerType.GET, ONE, Access.COORDINATOR, this::show);
        routes.guarded(
                HandlerType.POST, ONE + ROLES + "{assignment}" + LibraryRoutes.END, Access.COORDINATOR, this::takeBack);
        routes.guarded(
                HandlerType.POST,
                ONE + Desk.LIBRARIES + "/{library}" + LibraryRoutes.END,
                Access.COORDINATOR,
                this::endReporting);
    }

    private void list(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.SEE_PEOPLE);
        var frame = desk.frame(context);
        var search = Desk.typed(context, Desk.SEARCH);
        var scope = Desk.scope(visitor, Action.SEE_PEOPLE);
        var table = table(frame);
        var request = table.read(context);
        if (table.sendsFile(
                desk,
                context,
                frame,
                request,
                frame.text("people.title"),
                (db, order, limit, offset) -> new Directory(db).listPeople(scope, search, order, limit, offset))) {
            return;
        }
        var directory = new Directory(desk.db());
        var total = directory.countPeople(scope, search);
        var rows = directory.listPeople(scope, search, request.order(), Table.SIZE, request.offset());
        var view = new PeopleView(
                desk.notice(context, frame, visitor, AuditFilter.all()),
                search,
                table.view(
                        frame,
                        Addresses.with(Desk.PEOPLE, Desk.SEARCH, search),
                        request,
                        new Page<>(rows, request.page(), total, Table.SIZE),
                        frame.text("people.total", total),
                        rows.isEmpty() ? empty(frame, search, request.page()) : ""),
                Permissions.rolesToGive(visitor.actor()).isEmpty() ? "" : frame.link(InviteRoutes.TO_ROLE));
        desk.show(context, "people.jte", frame, view);
    }

    private Table<PersonLine> table(Frame frame) {
        var words = new DirectoryWords(frame);
        return new Table<>(
                "people.column",
                List.of(
                        new Table.Column<>(
                                Directory.PERSON_NAME,
                                true,
                                true,
                                line -> Cell.text(Typed.harmless(line.name())).at(frame.link(address(line.id())))),
                        new Table.Column<>(
                                "peran",
                                false,
                                true,
                                line -> Cell.lines(line.posts().stream()
                                        .map(post -> words.role(post.role()) + " · " + PersonNotes.where(post))
                                        .toList())),
                        new Table.Column<>(
                                "perpustakaan",
                                false,
                                true,
                                line -> Cell.lines(line.reportsFor().stream()
                                        .map(report -> Typed.harmless(report.libraryName()))
                                        .toList())),
                        new Table.Column<>("kontak", false, true, line -> reachable(line, frame)),
                        new Table.Column<>(
                                Directory.PERSON_SINCE,
                                true,
                                false,
                                line -> Cell.day(
                                        frame,
                                        LocalDate.ofInstant(
                                                line.since(), desk.settings().zone())))),
                Order.up(Directory.PERSON_NAME));
    }

    private static Cell reachable(PersonLine line, Frame frame) {
        return line.unreachable()
                ? Cell.mark(new StatusMark(reach(line, frame), "state off"))
                : Cell.text(reach(line, frame));
    }

    private static String empty(Frame frame, String search, int page) {
        if (page > 0) {
            return frame.text("directory.no_page");
        }
        return search.isEmpty() ? frame.text("people.none") : frame.text("people.none.search", search);
    }

    private void show(Context context, Visitor visitor) {
        var frame = desk.frame(context);
        var words = new DirectoryWords(frame);
        var line = person(context, visitor);
        var mayEnd = Desk.scope(visitor, Action.REMOVE_REPORTER);
        var history = new Directory(desk.db())
                .historyOfPerson(
                        Desk.scope(visitor, Action.SEE_HISTORY), line.id(), Desk.page(context, LibraryRoutes.HISTORY));
        var view = new PersonView(
                Typed.harmless(line.name()),
                desk.notice(context, frame, visitor, AuditFilter.all().ofPerson(line.id())),
                reach(line, frame),
                line.unreachable(),
                frame.text("person.since", desk.date(frame, line.since())),
                line.posts().stream()
                        .map(post -> new PersonView.Post(
                                words.role(post.role()),
                                PersonNotes.where(post),
                                "",
                                frame.text("library.since", desk.date(frame, post.since())),
                                mayTakeBack(visitor, post)
                                        ? frame.link(
                                                address(line.id()) + ROLES + post.assignmentId() + LibraryRoutes.END)
                                        : ""))
                        .toList(),
                line.reportsFor().stream()
                        .map(report -> new PersonView.Post(
                                Typed.harmless(report.libraryName()),
                                words.member(report.role()),
                                frame.link(Desk.LIBRARIES + "/" + report.libraryId()),
                                frame.text("library.since", desk.date(frame, report.since())),
                                isWithin(mayEnd, report.libraryId())
                                        ? frame.link(address(line.id()) + Desk.LIBRARIES + "/" + report.libraryId()
                                                + LibraryRoutes.END)
                                        : ""))
                        .toList(),
                history.rows().stream()
                        .map(entry -> new LibraryView.HistoryRow(
                                desk.date(frame, entry.at()),
                                words.history(entry)
                                        + entry.libraryName()
                                                .or(entry::regionName)
                                                .map(name -> " · " + Typed.harmless(name))
                                                .orElse("")))
                        .toList(),
                Pager.of(history, frame, address(line.id()), LibraryRoutes.HISTORY));
        desk.show(context, "person.jte", frame, view);
    }

    private static String address(long id) {
        return Desk.PEOPLE + "/" + id;
    }

    private static String reach(PersonLine line, Frame frame) {
        return line.unreachable() ? frame.text("person.unreachable") : frame.text("person.reachable");
    }

    private PersonLine person(Context context, Visitor visitor) {
        return new Directory(desk.db())
                .findPerson(Desk.scope(visitor, Action.SEE_PEOPLE), Desk.id(context, "id"))
                .orElseThrow(Desk::notFound);
    }

    private boolean isWithin(Scope scope, long library) {
        return new Directory(desk.db()).findLibrary(scope, library, desk.now()).isPresent();
    }

    private boolean mayTakeBack(Visitor visitor, PersonLine.Post post) {
        return new DirectoryChanges(desk.db()).mayRevoke(visitor.actor(), post);
    }

    private void takeBack(Context context, Visitor visitor) {
        var assignment = Desk.id(context, "assignment");
        var line = new Directory(desk.db()).findPerson(Desk.scope(visitor, Action.REVOKE_ROLE), Desk.id(context, "id"));
        var post = line.stream()
                .flatMap(it -> it.posts().stream())
                .filter(it -> it.assignmentId() == assignment)
                .findFirst();
        if (post.isPresent() && !mayTakeBack(visitor, post.get())) {
            throw Desk.notFound();
        }
        if (post.isEmpty()) {
            goOnWithoutRole(context, visitor);
            return;
        }
        var outcome = new Assignments(desk.db()).revoke(Desk.by(context, visitor), assignment, desk.now());
        var notice = switch (outcome) {
            case Revocation.Done _ -> Notice.ROLE_ENDED;
            case Revocation.NotGiven _ -> Notice.ROLE_ENDED_BEFORE;
            case Revocation.LastAdmin _ -> Notice.LAST_ADMIN;
        };
        goOn(context, visitor, notice);
    }

    /// Taken back by somebody else meanwhile, or never there.
    private void goOnWithoutRole(Context context, Visitor visitor) {
        var filter = AuditFilter.all().ofPerson(Desk.id(context, "id")).ofAction(AuditAction.ROLE_TAKEN_BACK);
        if (new AuditLog(desk.db())
                        .list(Desk.scope(visitor, Action.SEE_HISTORY), filter, 0)
                        .total()
                == 0) {
            throw Desk.notFound();
        }
        goOn(context, visitor, Notice.ROLE_ENDED_BEFORE);
    }

    private void endReporting(Context context, Visitor visitor) {
        var person = Desk.id(context, "id");
        var library = Desk.id(context, "library");
        if (!isWithin(Desk.scope(visitor, Action.REMOVE_REPORTER), library)) {
            throw Desk.notFound();
        }
        var ended = desk.endAndTell(context, visitor, person, library);
        goOn(context, visitor, ended ? Notice.ENDED : Notice.ENDED_BEFORE);
    }

    /// To the person's page, or to the list when nothing of theirs lies within the scope any more.
    private void goOn(Context context, Visitor visitor, Notice notice) {
        var person = Desk.id(context, "id");
        var isThere = new Directory(desk.db())
                .findPerson(Desk.scope(visitor, Action.SEE_PEOPLE), person)
                .isPresent();
        desk.goTo(context, notice.at(isThere ? address(person) : Desk.PEOPLE, person));
    }
}
