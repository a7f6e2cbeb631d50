package id.laporpustaka.web;

import id.laporpustaka.people.Page;
import id.laporpustaka.submission.HistoryFilter;
import id.laporpustaka.submission.Submissions;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Map;
import java.util.Optional;

/// What the visitor has sent themselves, whatever became of it.
final class OwnReportRoutes {
    private final Desk desk;

    OwnReportRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(
                HandlerType.GET,
                ReportRoutes.PATH,
                Access.SIGNED_IN,
                (context, visitor) ->
                        desk.read(context, visitor, from -> new OwnReportRoutes(from).list(context, visitor)));
    }

    private void list(Context context, Visitor visitor) {
        var frame = desk.frame(context);
        var search = Desk.typed(context, Desk.SEARCH);
        var filter = new HistoryFilter(visitor.actor().personId(), search, Optional.empty(), Optional.empty());
        var number = Desk.page(context, Desk.PAGE);
        var submissions = new Submissions(desk.db());
        var page = new Page<>(
                submissions.listOfReporter(filter, Page.SIZE, number * Page.SIZE),
                number,
                submissions.countOfReporter(filter));
        var labels = new ReportLabels(desk.parts().forms().get(), frame.words().language());
        var view = new ReportListView(
                page.total() == 0 ? "" : frame.text("own.total", page.total()),
                page.rows().stream()
                        .map(report -> ReportRow.withLibrary(report, frame, labels))
                        .toList(),
                Pager.of(page, frame, Addresses.with(ReportRoutes.PATH, Desk.SEARCH, search), Desk.PAGE),
                page.rows().isEmpty() ? empty(frame, search, number) : "");
        desk.pages().show(context, "own_reports.jte", Map.of("frame", frame, "view", view, "search", search));
    }

    private static String empty(Frame frame, String search, int page) {
        if (page > 0) {
            return frame.text("directory.no_page");
        }
        return search.isEmpty() ? frame.text("own.none") : frame.text("own.none.search", search);
    }
}
