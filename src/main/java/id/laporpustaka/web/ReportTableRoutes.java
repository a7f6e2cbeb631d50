package id.laporpustaka.web;

import id.laporpustaka.form.Choice;
import id.laporpustaka.form.Form;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Order;
import id.laporpustaka.people.Page;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.Regions;
import id.laporpustaka.submission.Status;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.ReportListing;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The single reports behind the figures, to be looked through, narrowed, ordered and downloaded.
final class ReportTableRoutes {
    static final String PATH = "/semua-laporan";

    /// Names of fields and parameters.
    static final String KIND = "jenis";

    static final String STATUS = "status";
    static final String TOPIC = "topik";

    /// More are not counted, so that no page waits for it.
    private static final int MOST = 10_000;

    private static final EnumSet<Status> SHOWN = EnumSet.complementOf(EnumSet.of(Status.WAITING));

    private final Desk desk;

    ReportTableRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(
                HandlerType.GET,
                PATH,
                Access.COORDINATOR,
                (context, visitor) ->
                        desk.read(context, visitor, from -> new ReportTableRoutes(from).list(context, visitor)));
    }

    /// A report with what it is to be shown with.
    private record Row(ReportListing.Line line, PlaceNames places) {}

    /// What the address narrows the reports to.
    private record Asked(
            Period period, Optional<Region> region, String kind, String status, String topic, String typed) {
        String address(Optional<Region> place) {
            return Addresses.with(
                    PATH,
                    SummaryParameters.FROM,
                    period.from().toString(),
                    SummaryParameters.TO,
                    period.to().toString(),
                    SummaryParameters.REGION,
                    place.map(Region::code).orElse(""),
                    KIND,
                    kind,
                    STATUS,
                    status,
                    TOPIC,
                    topic,
                    Desk.SEARCH,
                    typed);
        }

        Asked during(Period other) {
            return new Asked(other, region, kind, status, topic, typed);
        }

        boolean narrows() {
            return !(kind + status + topic + typed).isEmpty();
        }
    }

    private void list(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.SEE_REPORTS);
        var frame = desk.frame(context);
        var today = LocalDate.ofInstant(desk.now(), desk.settings().zone());
        var parameters = SummaryParameters.read(context, new Regions(desk.db()), today);
        parameters.region().ifPresent(visitor::mustSee);
        var asked = new Asked(
                parameters.period(),
                parameters.region(),
                Desk.typed(context, KIND),
                Desk.typed(context, STATUS),
                Desk.typed(context, TOPIC),
                Desk.typed(context, Desk.SEARCH));
        var filter = new ReportListing.Filter(
                asked.period(),
                Desk.scope(visitor, Action.SEE_REPORTS),
                asked.region().map(Region::code),
                given(asked.kind()),
                SHOWN.stream()
                        .filter(status -> status.stored().equals(asked.status()))
                        .findFirst(),
                given(asked.topic()),
                asked.typed());
        var table = table(frame);
        var request = table.read(context);
        if (table.sendsFile(
                desk,
                context,
                frame,
                request,
                frame.text("reports.file", asked.period().from(), asked.period().to()),
                (db, order, limit, offset) -> rows(db, filter, order, limit, offset))) {
            return;
        }
        desk.show(
                context,
                "report_table.jte",
                frame,
                view(context, visitor, frame, parameters, asked, filter, table, request));
    }

    private ReportTableView view(
            Context context,
            Visitor visitor,
            Frame frame,
            SummaryParameters parameters,
            Asked asked,
            ReportListing.Filter filter,
            Table<Row> table,
            Table.Request request) {
        var today = LocalDate.ofInstant(desk.now(), desk.settings().zone());
        var rows = rows(desk.db(), filter, request.order(), Table.SIZE, request.offset());
        var count = new ReportListing(desk.db()).countUpTo(filter, MOST + 1);
        var total = count > MOST ? frame.text("reports.many", MOST) : frame.text("reports.total", count);
        return new ReportTableView(
                asked.region().map(Region::title).orElse(""),
                RegionPicker.of(desk, context, visitor, frame, asked.region(), asked::address),
                new SummaryPeriods(frame, today).problems(parameters),
                new SummaryPeriods(frame, today)
                        .choices(asked.period(), period -> asked.during(period).address(asked.region())),
                asked.period().from().toString(),
                asked.period().to().toString(),
                asked.region().map(Region::code).orElse(""),
                kinds(frame, asked),
                statuses(frame, asked),
                topics(frame, asked),
                asked.typed(),
                asked.narrows()
                        ? frame.link(new Asked(asked.period(), asked.region(), "", "", "", "").address(asked.region()))
                        : "",
                table.view(
                        frame,
                        asked.address(asked.region()),
                        request,
                        new Page<>(rows, request.page(), count, Table.SIZE),
                        total,
                        frame.text(asked.narrows() ? "reports.none.filter" : "reports.none")));
    }

    private static Optional<String> given(String typed) {
        return Optional.of(typed).filter(it -> !it.isEmpty());
    }

    private static List<Row> rows(
            org.jooq.DSLContext db, ReportListing.Filter filter, Order order, int limit, int offset) {
        var lines = new ReportListing(db).list(filter, order, limit, offset);
        var places = new PlaceNames(
                db, lines.stream().map(ReportListing.Line::region).toList());
        return lines.stream().map(line -> new Row(line, places)).toList();
    }

    private Table<Row> table(Frame frame) {
        var language = frame.words().language();
        var labels = new ReportLabels(desk.parts().forms().get(), language);
        var choices = new FormLabels(desk.parts().forms().get());
        return new Table<>(
                "reports",
                List.of(
                        new Table.Column<>("judul", false, true, row -> title(frame, labels, row.line())),
                        new Table.Column<>(
                                ReportListing.DAY,
                                true,
                                true,
                                row -> Cell.day(frame, row.line().day())),
                        new Table.Column<>(
                                ReportListing.KIND,
                                true,
                                false,
                                row -> Cell.text(labels.kind(row.line().formId()))),
                        new Table.Column<>(ReportListing.LIBRARY_NAME, true, true, row -> library(frame, row)),
                        new Table.Column<>(
                                "tempat",
                                false,
                                false,
                                row -> Cell.text(row.places().title(row.line().region()))),
                        LibraryColumns.code(row -> row.line().region()),
                        new Table.Column<>(
                                TOPIC,
                                false,
                                false,
                                row -> row.line()
                                        .topic()
                                        .map(topic -> Cell.text(choices.choice(GroupBy.TOPIC, topic, language)))
                                        .orElseGet(Cell::none)),
                        new Table.Column<>(
                                ReportListing.SESSIONS,
                                true,
                                false,
                                row -> Cell.number(frame, row.line().sessions())),
                        new Table.Column<>(
                                "laki",
                                false,
                                false,
                                row -> Cell.number(frame, row.line().male())),
                        new Table.Column<>(
                                "perempuan",
                                false,
                                false,
                                row -> Cell.number(frame, row.line().female())),
                        new Table.Column<>(
                                ReportListing.PEOPLE,
                                true,
                                true,
                                row -> Cell.number(frame, row.line().people())),
                        new Table.Column<>(
                                ReportListing.PHOTOS,
                                true,
                                false,
                                row -> Cell.number(frame, row.line().photos())),
                        new Table.Column<>(
                                ReportListing.STATUS,
                                true,
                                true,
                                row -> Cell.mark(StatusMark.of(row.line().status(), frame))),
                        new Table.Column<>(
                                ReportListing.SENT,
                                true,
                                false,
                                row -> Cell.day(
                                        frame,
                                        LocalDate.ofInstant(
                                                row.line().sentAt(),
                                                desk.settings().zone()))),
                        new Table.Column<>(
                                "nomor",
                                false,
                                false,
                                row -> Cell.text(row.line().number()))),
                Order.down(ReportListing.DAY));
    }

    private static Cell title(Frame frame, ReportLabels labels, ReportListing.Line line) {
        var kind = labels.kind(line.formId());
        var title = line.title().map(Typed::harmless).filter(it -> !it.isEmpty());
        return Cell.text(title.orElse(kind))
                .at(frame.link(ReportRoutes.address(line.number())))
                .noted(title.isPresent() ? List.of(kind) : List.of());
    }

    private static Cell library(Frame frame, Row row) {
        var line = row.line();
        return Cell.text(Typed.harmless(line.libraryName()))
                .at(frame.link(Desk.LIBRARIES + "/" + line.libraryId()))
                .noted(List.of(row.places().title(line.region())));
    }

    private List<QueueView.Option> kinds(Frame frame, Asked asked) {
        return desk.parts().forms().get().stream()
                .map(form -> new QueueView.Option(
                        form.id(),
                        Typed.harmless(form.title().in(frame.words().language())),
                        form.id().equals(asked.kind())))
                .toList();
    }

    private static List<QueueView.Option> statuses(Frame frame, Asked asked) {
        return SHOWN.stream()
                .map(status -> new QueueView.Option(
                        status.stored(),
                        StatusMark.of(status, frame).label(),
                        status.stored().equals(asked.status())))
                .toList();
    }

    /// Those of all forms that ask for one, each once.
    private List<QueueView.Option> topics(Frame frame, Asked asked) {
        Map<String, String> labels = new LinkedHashMap<>();
        desk.parts().forms().get().stream()
                .flatMap(ReportTableRoutes::topics)
                .forEach(choice -> labels.putIfAbsent(
                        choice.code(), choice.label().in(frame.words().language())));
        return labels.entrySet().stream()
                .map(topic -> new QueueView.Option(
                        topic.getKey(), topic.getValue(), topic.getKey().equals(asked.topic())))
                .toList();
    }

    private static Stream<Choice> topics(Form form) {
        return form.questions().stream()
                .filter(question -> question.indicator().equals(Optional.of("topic")))
                .flatMap(question -> question.choices().stream());
    }
}
