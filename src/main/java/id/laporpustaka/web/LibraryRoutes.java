package id.laporpustaka.web;

import id.laporpustaka.intake.JoinDecisions;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Decision;
import id.laporpustaka.people.LibraryKeeping;
import id.laporpustaka.people.MembershipLines;
import id.laporpustaka.people.Scope;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;

/// One library: what it is, who reports for it, and what was done to it. Lets people in, ends that they report,
/// takes the library out of use and into use again.
final class LibraryRoutes {
    static final String REQUESTS = "/permintaan/";
    static final String REPORTERS = "/pelapor/";
    static final String END = "/akhiri";
    static final String ACTIVE = "/pemakaian";

    /// Names of fields and parameters.
    static final String DECISION = "decision";

    static final String ACCEPT = "accept";
    static final String REFUSE = "refuse";
    static final String USE = "use";
    static final String HISTORY = "history";
    static final String REPORTS = "laporan";

    private static final String ONE = Desk.LIBRARIES + "/{id}";

    private final Desk desk;

    LibraryRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, ONE, Access.COORDINATOR, this::show);
        routes.guarded(HandlerType.POST, ONE + REQUESTS + "{membership}", Access.COORDINATOR, this::decide);
        routes.guarded(HandlerType.POST, ONE + REPORTERS + "{person}" + END, Access.COORDINATOR, this::end);
        routes.guarded(HandlerType.POST, ONE + ACTIVE, Access.COORDINATOR, this::setActive);
    }

    private void show(Context context, Visitor visitor) {
        var found = desk.library(context, visitor, Action.SEE_LIBRARIES);
        var frame = desk.frame(context);
        desk.show(context, "library.jte", frame, new LibraryViews(desk, frame, visitor, found).view(context));
    }

    private void decide(Context context, Visitor visitor) {
        var found = desk.library(context, visitor, Action.DECIDE_JOIN);
        var wish = new MembershipLines(desk.db())
                .find(Scope.ofLibrary(found.id()), Desk.id(context, "membership"))
                .orElseThrow(Desk::notFound);
        var accept = ACCEPT.equals(Desk.typed(context, DECISION));
        if (!accept && !REFUSE.equals(Desk.typed(context, DECISION))) {
            throw RequestProblem.Kind.BAD_REQUEST.problem("The decision is neither accept nor refuse.");
        }
        var by = Desk.by(context, visitor);
        var decision = desk.parts()
                .database()
                .<Decision>inTransaction(db -> new JoinDecisions(db).decideAndTell(by, wish.id(), accept, desk.now()));
        desk.goTo(context, Notice.of(decision).at(found.address(), wish.personId()));
    }

    private void end(Context context, Visitor visitor) {
        var found = desk.library(context, visitor, Action.REMOVE_REPORTER);
        var person = Desk.id(context, "person");
        var ended = desk.endAndTell(context, visitor, person, found.id());
        desk.goTo(context, (ended ? Notice.ENDED : Notice.ENDED_BEFORE).at(found.address(), person));
    }

    private void setActive(Context context, Visitor visitor) {
        var found = desk.library(context, visitor, Action.DEACTIVATE_LIBRARY);
        var active = "true".equals(Desk.typed(context, USE));
        var changed = new LibraryKeeping(desk.db()).setActive(Desk.by(context, visitor), found.id(), active);
        var notice = active
                ? changed ? Notice.LIBRARY_ACTIVATED : Notice.ACTIVATED_BEFORE
                : changed ? Notice.LIBRARY_DEACTIVATED : Notice.DEACTIVATED_BEFORE;
        desk.goTo(context, notice.at(found.address()));
    }
}
