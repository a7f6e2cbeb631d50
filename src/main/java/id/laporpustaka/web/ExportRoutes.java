package id.laporpustaka.web;

import id.laporpustaka.conversation.ExportKind;
import id.laporpustaka.conversation.ExportKind.Format;
import id.laporpustaka.conversation.ExportOrder;
import id.laporpustaka.conversation.ExportStanding.Made;
import id.laporpustaka.export.ExportRegions;
import id.laporpustaka.export.Exports;
import id.laporpustaka.people.Action;
import id.laporpustaka.place.Region;
import id.laporpustaka.summary.Period;
import id.laporpustaka.texts.Texts;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reports as files: they are asked for, looked after while they are made, and fetched.
final class ExportRoutes {
    private static final String FILE = Exports.PATH + "/{id}";
    private static final String CANCEL = FILE + "/batal";

    /// Names of fields and parameters.
    static final String FROM = "from";

    static final String TO = "to";
    static final String FORMAT = "format";
    static final String FORM = "form";
    static final String CODES = "codes";
    static final String SPLIT = "split";
    private static final String NOTICE = "hasil";
    private static final String ORDERED = "dipesan";
    private static final String CANCELLED = "dibatalkan";

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);
    private static final int PERCENT = 100;
    private static final double MEGABYTE = 1e6;

    private final Desk desk;
    private final Texts texts = new Texts();

    ExportRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, Exports.PATH, Access.SIGNED_IN, this::show);
        routes.guarded(HandlerType.GET, FILE, Access.SIGNED_IN, this::send);
        routes.guarded(HandlerType.POST, Exports.PATH, Access.SIGNED_IN, this::order);
        routes.guarded(HandlerType.POST, CANCEL, Access.SIGNED_IN, this::cancel);
    }

    /// What the form of the page says.
    ///
    /// @param wrong the words for what can't be; empty if all can
    private record Typed(
            String from,
            String to,
            String kind,
            Optional<Region> region,
            Set<String> forms,
            boolean codes,
            boolean split,
            String wrong) {
        ExportKind kindMeant() {
            return findFixed(kind)
                    .orElseGet(() -> new ExportKind.Reports(
                            kind.equals(Format.CSV.name()) ? Format.CSV : Format.XLSX, codes, split, forms));
        }
    }

    private static Optional<ExportKind> findFixed(String kind) {
        return Stream.of(ExportKind.Fixed.values())
                .filter(fixed -> fixed.name().equals(kind))
                .map(fixed -> (ExportKind) fixed)
                .findFirst();
    }

    private void show(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.EXPORT);
        var today = LocalDate.ofInstant(desk.now(), desk.settings().zone());
        var usual = new Typed(
                today.withDayOfMonth(1).toString(),
                today.toString(),
                Format.XLSX.name(),
                Optional.empty(),
                Set.of(),
                false,
                false,
                "");
        var frame = desk.frame(context);
        desk.show(context, "exports.jte", frame, view(context, frame, visitor, usual, ""));
    }

    private void order(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.EXPORT);
        var frame = desk.frame(context).at(Exports.PATH);
        var typed = read(context, frame, visitor);
        var problem = typed.wrong();
        if (problem.isEmpty()) {
            var period = findPeriod(typed.from(), typed.to()).orElseThrow();
            var order = new ExportOrder(
                            typed.kindMeant(),
                            period.from(),
                            period.to(),
                            typed.region().map(region -> new ExportOrder.Within(region.id(), region.title())),
                            frame.words().language())
                    .toBeMade();
            var taken = desk.parts()
                    .database()
                    .inTransaction(db -> new Exports(db).add(visitor.actor().personId(), order, OptionalInt.empty()));
            if (taken.isPresent()) {
                desk.goTo(context, Addresses.with(Exports.PATH, NOTICE, ORDERED));
                return;
            }
            problem = frame.text("exports.too_many", Exports.MOST_OPEN);
        }
        desk.refuse(context, "exports.jte", frame, view(context, frame, visitor, typed, problem));
    }

    private Typed read(Context context, Frame frame, Visitor visitor) {
        var from = Desk.typed(context, FROM);
        var to = Desk.typed(context, TO);
        var region = Desk.typed(context, Desk.REGION);
        var found = Desk.findId(region).flatMap(regions(visitor)::findById);
        var wrong = findPeriod(from, to).isEmpty()
                ? frame.text("exports.bad_period")
                : !region.isEmpty() && found.isEmpty() ? frame.text("exports.bad_region") : "";
        return new Typed(
                from,
                to,
                Desk.typed(context, FORMAT),
                found,
                new TreeSet<>(context.formParams(FORM)),
                !Desk.typed(context, CODES).isEmpty(),
                !Desk.typed(context, SPLIT).isEmpty(),
                wrong);
    }

    private static Optional<Period> findPeriod(String from, String to) {
        try {
            var first = LocalDate.parse(from);
            var last = LocalDate.parse(to);
            return first.isBefore(EARLIEST) || last.isAfter(LATEST) || last.isBefore(first)
                    ? Optional.empty()
                    : Optional.of(new Period(first, last));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private ExportRegions regions(Visitor visitor) {
        return new ExportRegions(desk.db(), Desk.scope(visitor, Action.EXPORT));
    }

    private void cancel(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.EXPORT);
        new Exports(desk.db()).cancel(visitor.actor().personId(), Desk.id(context, "id"));
        desk.goTo(context, Addresses.with(Exports.PATH, NOTICE, CANCELLED));
    }

    private ExportView view(Context context, Frame frame, Visitor visitor, Typed typed, String problem) {
        var files = new Exports(desk.db()).list(visitor.actor().personId());
        var parts = visitor.actor().duties().isEmpty()
                ? List.<Region>of()
                : regions(visitor).listLargest();
        var language = frame.words().language();
        return new ExportView(
                notice(context, frame),
                problem,
                files.stream().anyMatch(file -> file.standing().state().isOpen()),
                files.stream().map(file -> row(frame, file)).toList(),
                new ExportView.Asked(typed.from(), typed.to(), typed.codes(), typed.split()),
                kinds(frame, typed.kindMeant()),
                parts.stream()
                        .map(part -> new ExportView.Option(
                                Long.toString(part.id()),
                                part.title(),
                                typed.region().filter(part::equals).isPresent()))
                        .toList(),
                desk.parts().forms().get().stream()
                        .map(form -> new ExportView.Option(
                                form.id(),
                                form.title().in(language),
                                typed.forms().contains(form.id())))
                        .toList());
    }

    private List<ExportView.Option> kinds(Frame frame, ExportKind chosen) {
        var words = texts.exports(frame.words().language());
        var formats = Stream.of(Format.values())
                .map(format -> new ExportView.Option(
                        format.name(),
                        words.kind(new ExportKind.Reports(format, false, false, Set.of())),
                        chosen instanceof ExportKind.Reports reports && reports.format() == format));
        var others = Stream.of(ExportKind.Fixed.values())
                .map(fixed -> new ExportView.Option(fixed.name(), words.kind(fixed), chosen == fixed));
        return Stream.concat(formats, others).toList();
    }

    private static String notice(Context context, Frame frame) {
        return switch (Desk.typed(context, NOTICE)) {
            case ORDERED -> frame.text("exports.ordered");
            case CANCELLED -> frame.text("exports.cancelled");
            default -> "";
        };
    }

    private ExportView.Row row(Frame frame, Exports.Listed file) {
        var standing = file.standing();
        return new ExportView.Row(
                what(frame, standing.order()),
                state(frame, file),
                desk.date(frame, file.askedAt()),
                standing.state().isOpen() && standing.total() > 0
                        ? (int) ((long) PERCENT * standing.done() / standing.total())
                        : -1,
                standing.made().map(made -> size(frame, made)).orElse(""),
                standing.made().isPresent() ? frame.link(Exports.address(standing.id())) : "",
                standing.state().isOpen() ? frame.link(CANCEL.replace("{id}", Long.toString(standing.id()))) : "");
    }

    private String what(Frame frame, ExportOrder order) {
        var kind = texts.exports(frame.words().language()).kind(order.kind());
        var period = frame.words().period(new Period(order.from(), order.to()));
        return order.within()
                .map(within -> frame.text("exports.what.where", kind, period, within.title()))
                .orElseGet(() -> frame.text("exports.what", kind, period));
    }

    private String state(Frame frame, Exports.Listed file) {
        var standing = file.standing();
        return switch (standing.state()) {
            case WAITING -> frame.text("exports.state.waiting");
            case RUNNING ->
                standing.total() == 0
                        ? frame.text("exports.state.running")
                        : frame.text("exports.state.progress", standing.done(), standing.total());
            case MADE ->
                frame.text(
                        "exports.state.made",
                        texts.exports(frame.words().language())
                                .content(standing.order().kind(), standing.total()),
                        file.until().map(until -> desk.date(frame, until)).orElse(""));
            case EMPTY -> frame.text("exports.state.empty");
            case FAILED -> frame.text("exports.state.failed");
            case CANCELLED -> frame.text("exports.state.cancelled");
        };
    }

    private static String size(Frame frame, Made made) {
        return frame.text("exports.size", frame.words().number(Math.max(1, Math.round(made.size() / MEGABYTE))));
    }

    /// Whoever may not see any more all that is in a file does not get it, though it is their own.
    private void send(Context context, Visitor visitor) throws IOException {
        var exports = new Exports(desk.db());
        var content = exports.findContent(visitor.actor().personId(), Desk.id(context, "id"))
                .orElseThrow(Desk::notFound);
        if (!exports.isWithin(content.madeFor(), Desk.scope(visitor, Action.EXPORT))) {
            throw RequestProblem.Kind.OUTSIDE_SCOPE.problem("The file has more in it than you may see now.");
        }
        try (var stored = desk.parts()
                .media()
                .open(content.storeKey())
                .orElseThrow(() -> new IOException("The media store has lost " + content.storeKey()))) {
            context.contentType(content.contentType())
                    .header("Cache-Control", "no-store")
                    .header("Content-Disposition", Addresses.attachment(content.name()));
            context.res().setContentLengthLong(stored.size());
            stored.bytes().transferTo(context.res().getOutputStream());
        }
    }
}
