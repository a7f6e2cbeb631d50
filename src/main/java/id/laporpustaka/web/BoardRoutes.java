package id.laporpustaka.web;

import id.laporpustaka.conversation.BoardAnswer;
import id.laporpustaka.intake.Nudging;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Order;
import id.laporpustaka.people.Page;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.Regions;
import id.laporpustaka.summary.Board;
import id.laporpustaka.summary.BoardCounts;
import id.laporpustaka.summary.BoardLine;
import id.laporpustaka.summary.BoardPart;
import id.laporpustaka.summary.BoardQuery;
import id.laporpustaka.summary.BoardState;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/// Who should report in a month and who has, and a reminder for those who have not.
final class BoardRoutes {
    static final String PATH = "/papan";

    private static final String REMIND = PATH + "/colek";

    /// Names of fields and parameters.
    static final String MONTH = "bulan";

    static final String STATE = "keadaan";

    private static final int MONTHS = 6;
    private static final double PERCENT = 100;

    private final Desk desk;

    BoardRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(
                HandlerType.GET,
                PATH,
                Access.COORDINATOR,
                (context, visitor) ->
                        desk.read(context, visitor, from -> new BoardRoutes(from).show(context, visitor)));
        routes.guarded(HandlerType.POST, REMIND, Access.COORDINATOR, this::remind);
    }

    private record Row(BoardLine line, PlaceNames places) {}

    /// What the address asks for.
    private record Asked(YearMonth month, Optional<Region> region, Optional<BoardState> state, String typed) {
        String address() {
            return Addresses.with(
                    PATH,
                    MONTH,
                    month.toString(),
                    SummaryParameters.REGION,
                    region.map(Region::code).orElse(""),
                    STATE,
                    state.map(BoardRoutes::code).orElse(""),
                    Desk.SEARCH,
                    typed);
        }

        Asked in(Optional<Region> other) {
            return new Asked(month, other, state, typed);
        }

        Asked of(YearMonth other) {
            return new Asked(other, region, state, typed);
        }

        Asked only(Optional<BoardState> other) {
            return new Asked(month, region, other, typed);
        }

        BoardQuery query(Scope scope) {
            return new BoardQuery(month, scope, region.map(Region::code), typed);
        }
    }

    private static String code(BoardState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private Asked read(Context context) {
        return new Asked(
                month(Desk.typed(context, MONTH)),
                new Regions(desk.db()).findByCode(Desk.typed(context, SummaryParameters.REGION)),
                Stream.of(BoardState.values())
                        .filter(state -> code(state).equals(Desk.typed(context, STATE)))
                        .findFirst(),
                Desk.typed(context, Desk.SEARCH));
    }

    private YearMonth present() {
        return YearMonth.from(LocalDate.ofInstant(desk.now(), desk.settings().zone()));
    }

    /// The present one, if it is none or still to come.
    private YearMonth month(String typed) {
        try {
            var month = typed.isEmpty() ? present() : YearMonth.parse(typed);
            return month.isAfter(present()) ? present() : month;
        } catch (DateTimeParseException _) {
            return present();
        }
    }

    private void show(Context context, Visitor visitor) {
        show(context, visitor, "", List.of());
    }

    private void show(Context context, Visitor visitor, String notice, List<String> missed) {
        Desk.mustDoSomewhere(visitor, Action.SEE_LIBRARIES);
        var asked = read(context);
        asked.region().ifPresent(visitor::mustSee);
        var frame = desk.frame(context).at(asked.address());
        var query = asked.query(Desk.scope(visitor, Action.SEE_LIBRARIES));
        var table = table(frame, visitor, asked);
        var request = table.read(context);
        if (table.sendsFile(
                desk,
                context,
                frame,
                request,
                frame.text("board.file", asked.month()),
                (db, order, limit, offset) -> rows(db, query, asked.state(), order, limit, offset))) {
            return;
        }
        desk.show(
                context,
                "board.jte",
                frame,
                view(context, visitor, frame, asked, query, table, request, notice, missed));
    }

    private BoardView view(
            Context context,
            Visitor visitor,
            Frame frame,
            Asked asked,
            BoardQuery query,
            Table<Row> table,
            Table.Request request,
            String notice,
            List<String> missed) {
        var parts = StandingRoutes.level(visitor, asked.region())
                .map(level -> new Board(desk.db()).countParts(query, level));
        var counts = parts.map(BoardPart::sum).orElseGet(() -> new Board(desk.db()).countAll(query));
        var total = asked.state().map(counts::of).orElseGet(counts::sum);
        var rows = rows(desk.db(), query, asked.state(), request.order(), Table.SIZE, request.offset());
        var remindable = mayRemind(visitor, asked) && counts.open() > 0;
        return new BoardView(
                asked.region().map(Region::title).orElse(""),
                frame.words().month(asked.month()),
                notice,
                missed,
                RegionPicker.of(
                        desk,
                        context,
                        visitor,
                        frame,
                        asked.region(),
                        place -> asked.in(place).address()),
                months(frame, asked),
                figures(frame, counts),
                states(frame, asked, counts),
                parts(visitor, frame, asked, parts.orElse(List.of())),
                remindable ? frame.link(REMIND) : "",
                remindable
                        ? frame.text(
                                "board.remind.sure",
                                counts.open(),
                                frame.words().month(asked.month()))
                        : "",
                asked.typed(),
                Addresses.fields(frame.link(asked.address())),
                table.view(
                        frame,
                        asked.address(),
                        request,
                        new Page<>(rows, request.page(), total, Table.SIZE),
                        frame.text("libraries.count", total),
                        frame.text(counts.sum() == 0 && asked.typed().isEmpty() ? "board.none" : "board.none.filter")));
    }

    private boolean mayRemind(Visitor visitor, Asked asked) {
        return Permissions.mayDoSomewhere(visitor.actor(), Action.REMIND) && Nudging.isInTime(asked.month(), present());
    }

    private List<SummaryView.Choice> months(Frame frame, Asked asked) {
        return IntStream.range(0, MONTHS)
                .mapToObj(present()::minusMonths)
                .map(month -> new SummaryView.Choice(
                        frame.words().shortMonth(month),
                        frame.link(asked.of(month).address()),
                        month.equals(asked.month())))
                .toList();
    }

    private static List<SummaryView.Figure> figures(Frame frame, BoardCounts counts) {
        return Stream.of(BoardState.values())
                .map(state -> new SummaryView.Figure(
                        frame.text("board.state." + code(state)),
                        frame.words().number(counts.of(state)),
                        Optional.empty()))
                .toList();
    }

    private static List<SummaryView.Choice> states(Frame frame, Asked asked, BoardCounts counts) {
        var chips = new ArrayList<SummaryView.Choice>();
        chips.add(new SummaryView.Choice(
                frame.text(
                        "standing.chip",
                        frame.text("libraries.filter.all"),
                        frame.words().number(counts.sum())),
                frame.link(asked.only(Optional.empty()).address()),
                asked.state().isEmpty()));
        for (var state : BoardState.values()) {
            chips.add(new SummaryView.Choice(
                    frame.text(
                            "standing.chip",
                            frame.text("board.state." + code(state)),
                            frame.words().number(counts.of(state))),
                    frame.link(asked.only(Optional.of(state)).address()),
                    asked.state().equals(Optional.of(state))));
        }
        return chips;
    }

    private static List<BoardView.Part> parts(Visitor visitor, Frame frame, Asked asked, List<BoardPart> parts) {
        return parts.stream()
                .map(part -> {
                    var counts = part.counts();
                    var share = counts.sum() == 0 ? 0 : (double) (counts.reported() + counts.quiet()) / counts.sum();
                    return new BoardView.Part(
                            part.region().title(),
                            visitor.sees(part.region())
                                    ? frame.link(
                                            asked.in(Optional.of(part.region())).address())
                                    : "",
                            frame.words().number(counts.reported() + counts.quiet()),
                            frame.words().number(counts.sum()),
                            frame.words().percent(share),
                            PERCENT * share);
                })
                .toList();
    }

    private static List<Row> rows(
            DSLContext db, BoardQuery query, Optional<BoardState> state, Order order, int limit, int offset) {
        var lines = new Board(db).list(query, state, order, limit, offset);
        var places = new PlaceNames(db, lines.stream().map(BoardLine::region).toList());
        return lines.stream().map(line -> new Row(line, places)).toList();
    }

    private Table<Row> table(Frame frame, Visitor visitor, Asked asked) {
        var mayRemind = mayRemind(visitor, asked);
        return new Table<>(
                "board.column",
                List.of(
                        new Table.Column<>(
                                Board.LIBRARY_NAME,
                                true,
                                true,
                                row -> LibraryColumns.name(
                                        frame, row.line().id(), row.line().name())),
                        LibraryColumns.place(Row::places, row -> row.line().region()),
                        LibraryColumns.code(row -> row.line().region()),
                        new Table.Column<>("keadaan", false, true, row -> Cell.mark(mark(frame, row.line()))),
                        new Table.Column<>(
                                Board.REPORTS,
                                true,
                                true,
                                row -> Cell.number(frame, row.line().reports())),
                        LibraryColumns.last(Board.LAST, frame, row -> row.line().lastReport()),
                        new Table.Column<>("diingatkan", false, mayRemind, row -> reminded(frame, row.line()))),
                Order.up(Board.LIBRARY_NAME));
    }

    private Cell reminded(Frame frame, BoardLine line) {
        return line.reminded()
                .map(at ->
                        Cell.day(frame, LocalDate.ofInstant(at, desk.settings().zone())))
                .orElseGet(Cell::none);
    }

    private static StatusMark mark(Frame frame, BoardLine line) {
        return new StatusMark(
                frame.text("board.state." + code(line.state())),
                switch (line.state()) {
                    case REPORTED -> "state on";
                    case QUIET -> "state";
                    case OPEN -> "state off";
                    case NOT_JOINED -> "state refused";
                });
    }

    // ---------------------------------------------------------------- reminding

    private void remind(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.REMIND);
        var asked = read(context);
        asked.region().ifPresent(visitor::mustSee);
        var frame = desk.frame(context);
        var inTime = Nudging.isInTime(asked.month(), present());
        var answer = desk.parts()
                .database()
                .<BoardAnswer>inTransaction(
                        db -> new Nudging(db, visitor.actor(), Desk.by(context, visitor), desk.now())
                                .nudgeAll(asked.month(), asked.region().map(Region::code), asked.typed(), inTime));
        if (!(answer instanceof BoardAnswer.Nudged nudged)) {
            throw Desk.notFound();
        }
        show(context, visitor, said(frame, nudged), missed(frame, nudged));
    }

    private static String said(Frame frame, BoardAnswer.Nudged nudged) {
        if (nudged.people() + nudged.peopleLater() == 0) {
            return frame.text("board.reminded.nobody");
        }
        return Stream.of(
                        nudged.people() == 0 ? "" : frame.text("board.reminded", nudged.people(), nudged.libraries()),
                        nudged.peopleLater() == 0
                                ? ""
                                : frame.text("board.reminded.later", nudged.peopleLater(), nudged.librariesLater()))
                .filter(sentence -> !sentence.isEmpty())
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    private static List<String> missed(Frame frame, BoardAnswer.Nudged nudged) {
        var missed = new ArrayList<String>();
        nudged.missed()
                .forEach(one -> missed.add(frame.text(
                        "board.missed",
                        Typed.harmless(one.name()),
                        frame.text("board.why." + one.why().name().toLowerCase(Locale.ROOT)))));
        if (nudged.more() > 0) {
            missed.add(frame.text("board.missed.more", nudged.more()));
        }
        return missed;
    }
}
