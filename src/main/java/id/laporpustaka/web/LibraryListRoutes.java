package id.laporpustaka.web;

import id.laporpustaka.people.Action;
import id.laporpustaka.people.Directory;
import id.laporpustaka.people.LibraryFilter;
import id.laporpustaka.people.LibraryLine;
import id.laporpustaka.people.Order;
import id.laporpustaka.people.Page;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.Library;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/// The libraries of the visitor's scope: how many, which ones have never joined or are silent, and the way to
/// each.
final class LibraryListRoutes {
    static final String FILTER = "filter";

    private final Desk desk;

    LibraryListRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(
                HandlerType.GET,
                Desk.LIBRARIES,
                Access.COORDINATOR,
                (context, visitor) ->
                        desk.read(context, visitor, from -> new LibraryListRoutes(from).list(context, visitor)));
    }

    private record Row(LibraryLine line, Optional<Library> library, PlaceNames places) {}

    private void list(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.SEE_LIBRARIES);
        var frame = desk.frame(context);
        var filter = filter(Desk.typed(context, FILTER));
        var search = Desk.typed(context, Desk.SEARCH);
        var scope = Desk.scope(visitor, Action.SEE_LIBRARIES);
        var table = table(frame);
        var request = table.read(context);
        if (table.sendsFile(
                desk,
                context,
                frame,
                request,
                frame.text("libraries.title"),
                (db, order, limit, offset) -> rows(db, scope, filter, search, order, limit, offset))) {
            return;
        }
        var directory = new Directory(desk.db());
        var counts = directory.countAll(scope);
        var silent = directory.countLibraries(scope, LibraryFilter.SILENT, "", desk.now());
        var total = directory.countLibraries(scope, filter, search, desk.now());
        var rows = rows(desk.db(), scope, filter, search, request.order(), Table.SIZE, request.offset());
        var here = Addresses.with(Desk.LIBRARIES, FILTER, code(filter), Desk.SEARCH, search);
        var view = new LibraryListView(
                frame.text("libraries.total", counts.libraries()),
                List.of(
                        count(frame, "libraries.joined", counts.joined()),
                        count(frame, "libraries.never_joined", counts.neverJoined()),
                        count(frame, "libraries.silent", silent),
                        count(frame, "libraries.waiting_people", counts.waiting())),
                Arrays.stream(LibraryFilter.values())
                        .map(it -> new LibraryListView.Chip(
                                frame.text("libraries.filter." + it.name().toLowerCase(Locale.ROOT)),
                                frame.link(Addresses.with(Desk.LIBRARIES, FILTER, code(it), Desk.SEARCH, search)),
                                it == filter))
                        .toList(),
                code(filter),
                search,
                table.view(
                        frame,
                        here,
                        request,
                        new Page<>(rows, request.page(), total, Table.SIZE),
                        frame.text("libraries.count", total),
                        rows.isEmpty() ? empty(frame, filter, search, request.page()) : ""),
                Permissions.mayDoSomewhere(visitor.actor(), Action.ADD_LIBRARY)
                        ? frame.link(LibraryFormRoutes.NEW)
                        : "",
                visitor.may(Access.IMPORTER) ? frame.link(ImportRoutes.PATH) : "");
        desk.show(context, "libraries.jte", frame, view);
    }

    private static LibraryListView.Count count(Frame frame, String key, int number) {
        return new LibraryListView.Count(frame.text(key), frame.words().number(number));
    }

    private static String empty(Frame frame, LibraryFilter filter, String search, int page) {
        if (page > 0) {
            return frame.text("directory.no_page");
        }
        if (!search.isEmpty()) {
            return frame.text("libraries.none.search", search);
        }
        return filter == LibraryFilter.ALL ? frame.text("libraries.none") : frame.text("libraries.none.filter");
    }

    /// All, if it is none.
    private static LibraryFilter filter(String code) {
        return Stream.of(LibraryFilter.values())
                .filter(filter -> code(filter).equals(code))
                .findFirst()
                .orElse(LibraryFilter.ALL);
    }

    private static String code(LibraryFilter filter) {
        return filter == LibraryFilter.ALL ? "" : filter.name().toLowerCase(Locale.ROOT);
    }

    private List<Row> rows(
            DSLContext db, Scope scope, LibraryFilter filter, String search, Order order, int limit, int offset) {
        var lines = new Directory(db).listLibraries(scope, filter, search, order, limit, offset, desk.now());
        var libraries =
                new Libraries(db).findAll(lines.stream().map(LibraryLine::id).toList());
        var places = new PlaceNames(db, lines.stream().map(LibraryLine::region).toList());
        return lines.stream()
                .map(line -> new Row(line, Optional.ofNullable(libraries.get(line.id())), places))
                .toList();
    }

    private static Table<Row> table(Frame frame) {
        return new Table<>(
                "libraries.column",
                List.of(
                        new Table.Column<>(Directory.LIBRARY_NAME, true, true, row -> name(frame, row)),
                        new Table.Column<>(Directory.LIBRARY_TYPE, true, false, row -> Cell.text(type(frame, row))),
                        LibraryColumns.place(Row::places, row -> row.line().region()),
                        LibraryColumns.code(row -> row.line().region()),
                        new Table.Column<>(
                                Directory.LIBRARY_REPORTERS, true, true, row -> reporters(frame, row.line())),
                        new Table.Column<>(
                                Directory.LIBRARY_LAST,
                                true,
                                true,
                                row -> row.line()
                                        .lastReport()
                                        .map(month -> Cell.text(frame.words().shortMonth(month)))
                                        .orElseGet(Cell::none)),
                        new Table.Column<>(
                                "aktif",
                                false,
                                false,
                                row -> Cell.text(
                                        frame.text(row.line().active() ? "libraries.active" : "libraries.inactive")))),
                Order.up(Directory.LIBRARY_NAME));
    }

    private static Cell name(Frame frame, Row row) {
        var notes = new ArrayList<String>();
        notes.add(type(frame, row));
        if (!row.line().active()) {
            notes.add(frame.text("libraries.inactive"));
        }
        return LibraryColumns.name(frame, row.line().id(), row.line().name()).noted(notes);
    }

    private static String type(Frame frame, Row row) {
        return row.library()
                .map(library -> new DirectoryWords(frame).type(library.type()))
                .orElse("");
    }

    private static Cell reporters(Frame frame, LibraryLine line) {
        var notes = new ArrayList<String>();
        if (line.reporters() == 0) {
            notes.add(frame.text("libraries.no_reporter"));
        }
        if (line.waiting() > 0) {
            notes.add(frame.text("libraries.waiting", line.waiting()));
        }
        if (line.invited()) {
            notes.add(frame.text("libraries.invited"));
        }
        return Cell.number(frame, line.reporters()).noted(notes);
    }
}
