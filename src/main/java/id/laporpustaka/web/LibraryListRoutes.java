package id.laporpustaka.web;

import id.laporpustaka.people.Action;
import id.laporpustaka.people.Directory;
import id.laporpustaka.people.LibraryFilter;
import id.laporpustaka.people.LibraryLine;
import id.laporpustaka.people.Page;
import id.laporpustaka.people.Permissions;
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

/// The libraries of the visitor's scope: how many, which ones have never joined or are silent, and the way to
/// each.
final class LibraryListRoutes {
    static final String FILTER = "filter";

    private final Desk desk;

    LibraryListRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, Desk.LIBRARIES, Access.COORDINATOR, this::list);
    }

    private void list(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.SEE_LIBRARIES);
        var frame = desk.frame(context);
        var filter = filter(Desk.typed(context, FILTER));
        var search = Desk.typed(context, Desk.SEARCH);
        var scope = Desk.scope(visitor, Action.SEE_LIBRARIES);
        var directory = new Directory(desk.db());
        var counts = directory.countAll(scope);
        var silent = directory
                .listLibraries(scope, LibraryFilter.SILENT, "", 0, desk.now())
                .total();
        var page = directory.listLibraries(scope, filter, search, Desk.page(context, Desk.PAGE), desk.now());
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
                rows(page, frame),
                Pager.of(page, frame, here, Desk.PAGE),
                page.rows().isEmpty() ? empty(frame, filter, search, page.number()) : "",
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

    private List<LibraryListView.Row> rows(Page<LibraryLine> page, Frame frame) {
        var libraries = new Libraries(desk.db())
                .findAll(page.rows().stream().map(LibraryLine::id).toList());
        var places = new PlaceNames(
                desk.db(), page.rows().stream().map(LibraryLine::region).toList());
        return page.rows().stream()
                .map(line -> row(line, Optional.ofNullable(libraries.get(line.id())), places, frame))
                .toList();
    }

    private static LibraryListView.Row row(
            LibraryLine line, Optional<Library> library, PlaceNames places, Frame frame) {
        var notes = new ArrayList<String>();
        if (line.waiting() > 0) {
            notes.add(frame.text("libraries.waiting", line.waiting()));
        }
        if (line.invited()) {
            notes.add(frame.text("libraries.invited"));
        }
        return new LibraryListView.Row(
                Typed.harmless(line.name()),
                frame.link(Desk.LIBRARIES + "/" + line.id()),
                library.map(it -> new DirectoryWords(frame).type(it.type())).orElse(""),
                places.title(line.region()),
                line.reporters() == 0
                        ? frame.text("libraries.no_reporter")
                        : frame.words().number(line.reporters()),
                notes,
                line.lastReport().map(frame.words()::shortMonth).orElse("–"),
                line.active());
    }
}
