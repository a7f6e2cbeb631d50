package id.laporpustaka.web;

import id.laporpustaka.intake.ReportReviews;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Page;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.Regions;
import id.laporpustaka.submission.ReviewQueue;
import id.laporpustaka.submission.WaitingReport;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The reports that wait for the visitor's review, those that have waited longest first. Several can be verified
/// at once, each only as it was seen.
final class QueueRoutes {
    static final String PATH = "/tinjau";
    static final String VERIFY = PATH + "/verifikasi";

    /// Names of fields and parameters.
    static final String CHOSEN = "pilih";

    static final String ALL = "semua";

    private static final String VERIFIED = "diverifikasi";
    private static final String LEFT = "tidak";

    /// What a reviewer gets through in one go.
    private static final int SIZE = 25;

    private static final Pattern CHOICE = Pattern.compile("([^/]{1,40})/([0-9]{1,6})");
    private static final String SEPARATOR = "/";

    private final Desk desk;

    QueueRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, PATH, Access.COORDINATOR, this::list);
        routes.guarded(HandlerType.POST, VERIFY, Access.COORDINATOR, this::verify);
    }

    private void list(Context context, Visitor visitor) {
        show(context, visitor, "");
    }

    private void show(Context context, Visitor visitor, String problem) {
        mustHaveQueue(visitor);
        var frame = desk.frame(context);
        var typed = QueueQuery.typed(context);
        var everything = new ReviewQueue(desk.db(), visitor.actor(), desk.now());
        var queue = everything.filtered(typed.filter());
        var number = Desk.page(context, Desk.PAGE);
        var page = new Page<>(queue.listInFull(SIZE, number * SIZE), number, queue.count(), SIZE);
        var mayVerify = page.rows().stream().anyMatch(WaitingReport::mayReview);
        var here = typed.at(PATH);
        var view = new QueueView(
                frame.text(typed.isEmpty() ? "review.total" : "review.total.filter", page.total()),
                DoneReview.find(context, desk, frame, visitor),
                notice(context, frame),
                problem.isEmpty() ? "" : frame.text(problem),
                typed,
                regions(everything, visitor, typed),
                kinds(typed, frame),
                rows(page, frame, typed, ALL.equals(Desk.typed(context, CHOSEN))),
                Pager.of(page, frame, here, Desk.PAGE),
                mayVerify ? frame.link(VERIFY) : "",
                mayVerify
                        ? frame.link(Addresses.with(
                                here, Desk.PAGE, number == 0 ? "" : Integer.toString(number), CHOSEN, ALL))
                        : "",
                typed.fields(),
                page.rows().isEmpty() ? frame.text(empty(typed, number)) : "",
                typed.isEmpty() ? "" : frame.link(PATH));
        desk.show(context, "queue.jte", frame, view);
    }

    private static void mustHaveQueue(Visitor visitor) {
        if (!WaitingReviews.hasQueue(visitor)) {
            throw Desk.notFound();
        }
    }

    private static String empty(QueueQuery typed, int page) {
        if (page > 0) {
            return "directory.no_page";
        }
        return typed.isEmpty() ? "review.none" : "review.none.filter";
    }

    private static String notice(Context context, Frame frame) {
        return Desk.findNumber(Desk.typed(context, VERIFIED))
                .map(verified -> frame.text("review.verified", verified)
                        + Desk.findNumber(Desk.typed(context, LEFT))
                                .filter(left -> left > 0)
                                .map(left -> " " + frame.text("review.left", left))
                                .orElse(""))
                .orElse("");
    }

    // ---------------------------------------------------------------- what to choose from

    /// The regions in which something waits, with how much, of the level below the visitor's own.
    private List<QueueView.Option> regions(ReviewQueue queue, Visitor visitor, QueueQuery typed) {
        var counts = queue.countByRegion(levelBelow(visitor));
        var regions = new Regions(desk.db()).findAll(counts.keySet());
        var options = counts.entrySet().stream()
                .flatMap(entry -> Stream.ofNullable(regions.get(entry.getKey()))
                        .map(region -> new QueueView.Option(
                                entry.getKey(),
                                "%s (%d)".formatted(region.title(), entry.getValue()),
                                entry.getKey().equals(typed.region()))))
                .toList();
        return options.size() > 1 || !typed.region().isEmpty() ? options : List.of();
    }

    private static RegionLevel levelBelow(Visitor visitor) {
        var scopes = List.of(
                Desk.scope(visitor, Action.ASK_CORRECTION),
                Desk.scope(visitor, Action.REVIEW),
                Desk.scope(visitor, Action.STAND_IN));
        if (scopes.stream().anyMatch(Scope.Everything.class::isInstance)) {
            return RegionLevel.PROVINCE;
        }
        var own = scopes.stream()
                .flatMap(scope ->
                        scope instanceof Scope.Parts parts ? parts.regionCodes().stream() : Stream.<String>empty())
                .mapToInt(String::length)
                .min()
                .orElse(RegionLevel.REGENCY.codeLength());
        return Stream.of(RegionLevel.values())
                .filter(level -> level.codeLength() > own)
                .findFirst()
                .orElse(RegionLevel.VILLAGE);
    }

    private List<QueueView.Option> kinds(QueueQuery typed, Frame frame) {
        return desk.parts().forms().get().stream()
                .map(form -> new QueueView.Option(
                        form.id(),
                        Typed.harmless(form.title().in(frame.words().language())),
                        form.id().equals(typed.kind())))
                .toList();
    }

    // ---------------------------------------------------------------- the list

    private List<QueueView.Row> rows(Page<WaitingReport> page, Frame frame, QueueQuery query, boolean chosen) {
        var labels = new ReportLabels(desk.parts().forms().get(), frame.words().language());
        var places = new PlaceNames(
                desk.db(), page.rows().stream().map(WaitingReport::region).toList());
        return page.rows().stream()
                .map(line -> row(line, labels, places, frame, query, chosen))
                .toList();
    }

    private QueueView.Row row(
            WaitingReport line, ReportLabels labels, PlaceNames places, Frame frame, QueueQuery query, boolean chosen) {
        var report = line.report();
        var zone = desk.settings().zone();
        var days = (int) ChronoUnit.DAYS.between(
                LocalDate.ofInstant(report.submittedAt(), zone), LocalDate.ofInstant(desk.now(), zone));
        return new QueueView.Row(
                line.mayReview() ? report.number() + SEPARATOR + report.revision() : "",
                chosen,
                frame.words().shortDate(report.dateStart()),
                labels.title(report),
                frame.link(ReportRoutes.inQueue(report.number(), query)),
                Typed.harmless(report.libraryName()),
                places.title(line.region()),
                labels.kind(report.formId()),
                days == 0 ? frame.text("review.today") : frame.text("review.days", days),
                frame.text("review.photo_count", line.photos()),
                line.corrected() ? frame.text("review.corrected") : "");
    }

    // ---------------------------------------------------------------- many at once

    private void verify(Context context, Visitor visitor) {
        mustHaveQueue(visitor);
        var seen = seen(context);
        if (seen.isEmpty()) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(context, visitor, "review.nothing_chosen");
            return;
        }
        var verified = desk.parts()
                .database()
                .<Integer>inTransaction(db -> new ReportReviews(db, desk.now()).verifyAll(visitor.actor(), seen));
        desk.goTo(
                context,
                Addresses.with(
                        QueueQuery.typed(context).at(PATH),
                        VERIFIED,
                        Integer.toString(verified),
                        LEFT,
                        Integer.toString(seen.size() - verified)));
    }

    /// The revisions that were seen, by the numbers of the reports; no more than a page has.
    private static Map<String, Integer> seen(Context context) {
        var seen = new HashMap<String, Integer>();
        context.formParams(CHOSEN).stream()
                .limit(SIZE)
                .map(CHOICE::matcher)
                .filter(choice -> choice.matches())
                .forEach(choice -> seen.put(choice.group(1), Integer.valueOf(choice.group(2))));
        return seen;
    }
}
