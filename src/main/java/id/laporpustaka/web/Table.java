package id.laporpustaka.web;

import id.laporpustaka.export.rows.ListFile;
import id.laporpustaka.people.Order;
import id.laporpustaka.people.Page;
import id.laporpustaka.texts.Texts;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/// A table whose rows people order, page through and download, and whose columns they choose. All of it is in the
/// address, so that what somebody sees can be shared, and what they download is what they see.
///
/// @param words what stands before the names of columns in the keys of their headings
/// @param columns the first one names its row and is always there
/// @param usual the order when the address names none
record Table<R>(String words, List<Column<R>> columns, Order usual) {
    /// How many rows a page has.
    static final int SIZE = 25;

    /// Parameters of the address.
    static final String ORDER = "urut";

    static final String COLUMNS = "kolom";
    static final String FILE = "berkas";

    /// Whoever needs more orders an export, which is made in the background.
    static final int MOST_IN_FILE = 50_000;

    private static final int AT_ONCE = 1_000;
    private static final String DOWN = "-";
    private static final String BETWEEN = ",";

    Table {
        columns = List.copyOf(columns);
    }

    /// @param name in the address; never changes
    /// @param usual whether it is shown when the address chooses no columns
    record Column<R>(String name, boolean sortable, boolean usual, Function<R, Cell> cell) {}

    /// Where rows come from, in an order.
    @FunctionalInterface
    interface Source<R> {
        List<R> rows(DSLContext db, Order order, int limit, int offset);
    }

    /// What an address asks for.
    ///
    /// @param chosen the names of columns; empty for the usual ones
    record Request(Order order, Set<String> chosen, int page, Optional<ListFile.Format> file) {
        int offset() {
            return Math.multiplyExact(page, SIZE);
        }
    }

    /// What the address says; whatever there is no such thing of is passed over.
    Request read(Context context) {
        var typed = Desk.typed(context, ORDER);
        var down = typed.startsWith(DOWN);
        var name = down ? typed.substring(DOWN.length()) : typed;
        var order = columns.stream()
                .filter(column -> column.sortable() && column.name().equals(name))
                .findFirst()
                .map(column -> new Order(column.name(), down))
                .orElse(usual);
        var chosen = context.queryParams(COLUMNS).stream()
                .flatMap(names -> Stream.of(names.split(BETWEEN, -1)))
                .filter(one -> columns.stream().anyMatch(column -> column.name().equals(one)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Request(
                order, chosen, Desk.page(context, Desk.PAGE), ListFile.Format.find(Desk.typed(context, FILE)));
    }

    /// @param address this page with its filters, without what is the table's
    /// @param total says how many rows there are
    /// @param empty what to say and do when there is none
    TableView view(Frame frame, String address, Request request, Page<R> page, String total, String empty) {
        var shown = shown(request);
        var here = at(address, request.order(), request.chosen());
        return new TableView(
                total,
                shown.stream()
                        .map(column -> heading(frame, address, request, column))
                        .toList(),
                page.rows().stream()
                        .map(row -> shown.stream()
                                .map(column -> column.cell().apply(row))
                                .toList())
                        .toList(),
                Pager.of(page, frame, here, Desk.PAGE),
                page.rows().isEmpty() ? empty : "",
                columns.stream()
                        .skip(1)
                        .map(column ->
                                new TableView.Option(column.name(), label(frame, column), shown.contains(column)))
                        .toList(),
                columns.getFirst().name(),
                Addresses.fields(frame.link(at(address, request.order(), Set.of()))),
                Addresses.path(address),
                Stream.of(ListFile.Format.values())
                        .map(format -> new TableView.Download(
                                frame.text("table.file." + format.code()),
                                frame.link(Addresses.with(here, FILE, format.code()))))
                        .toList());
    }

    private TableView.Heading heading(Frame frame, String address, Request request, Column<R> column) {
        var isOrder = request.order().column().equals(column.name());
        var next = isOrder ? new Order(column.name(), !request.order().descending()) : Order.up(column.name());
        var sorted = !isOrder ? "" : request.order().descending() ? "descending" : "ascending";
        return new TableView.Heading(
                label(frame, column), column.sortable() ? frame.link(at(address, next, request.chosen())) : "", sorted);
    }

    private String label(Frame frame, Column<R> column) {
        return frame.text(words + "." + column.name());
    }

    private List<Column<R>> shown(Request request) {
        return columns.stream()
                .filter(column -> column.equals(columns.getFirst())
                        || (request.chosen().isEmpty()
                                ? column.usual()
                                : request.chosen().contains(column.name())))
                .toList();
    }

    private String at(String address, Order order, Set<String> chosen) {
        return Addresses.with(
                address,
                ORDER,
                order.equals(usual) ? "" : (order.descending() ? DOWN : "") + order.column(),
                COLUMNS,
                String.join(BETWEEN, chosen));
    }

    /// Sends what is seen, all pages of it as they are at one moment, if the address asks for a file.
    ///
    /// @param name of the file, without an ending
    boolean sendsFile(Desk desk, Context context, Frame frame, Request request, String name, Source<R> source) {
        request.file()
                .ifPresent(format -> desk.database().inSnapshot(db -> {
                    send(db, context, frame, request, format, name, source);
                    return name;
                }));
        return request.file().isPresent();
    }

    private void send(
            DSLContext db,
            Context context,
            Frame frame,
            Request request,
            ListFile.Format format,
            String name,
            Source<R> source) {
        var shown = shown(request);
        var headings = shown.stream().map(column -> label(frame, column)).toList();
        context.contentType(format.contentType())
                .header("Content-Disposition", Addresses.attachment(name + "." + format.code()));
        var files = new Texts().exports(frame.words().language());
        try (var file = new ListFile(context.res().getOutputStream(), format, files, name, headings)) {
            var sent = 0;
            List<R> rows;
            do {
                rows = source.rows(db, request.order(), Math.min(AT_ONCE, MOST_IN_FILE - sent), sent);
                for (var row : rows) {
                    file.add(shown.stream()
                            .map(column -> column.cell().apply(row).file())
                            .toList());
                }
                sent += rows.size();
            } while (rows.size() == AT_ONCE && sent < MOST_IN_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
