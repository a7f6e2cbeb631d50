package id.laporpustaka.web;

import id.laporpustaka.people.Action;
import id.laporpustaka.people.Directory;
import id.laporpustaka.people.DirectoryChanges;
import id.laporpustaka.people.PersonLine;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;

/// Makes a person of the scope, who is looked for by name, the facilitator of one library alone.
final class FacilitatorRoutes {
    static final String FACILITATOR = "/fasilitator";
    static final String WHO = "who";

    private static final String PATH = Desk.LIBRARIES + "/{id}" + FACILITATOR;
    private static final String TEMPLATE = "facilitator.jte";

    private final Desk desk;

    FacilitatorRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, PATH, Access.COORDINATOR, this::show);
        routes.guarded(HandlerType.POST, PATH, Access.COORDINATOR, this::appoint);
    }

    private void show(Context context, Visitor visitor) {
        var found = desk.library(context, visitor, Action.APPOINT);
        var frame = desk.frame(context);
        desk.show(context, TEMPLATE, frame, view(visitor, found, frame, Desk.typed(context, Desk.SEARCH), ""));
    }

    private FacilitatorView view(Visitor visitor, FoundLibrary found, Frame frame, String search, String problem) {
        var people = search.isEmpty()
                ? List.<PersonLine>of()
                : new Directory(desk.db())
                        .listPeople(Desk.scope(visitor, Action.SEE_PEOPLE), search, 0)
                        .rows();
        return new FacilitatorView(
                found.name(),
                frame.link(found.address()),
                found.address() + FACILITATOR,
                search,
                !search.isEmpty() && people.isEmpty() ? frame.text("facilitator.nobody", search) : "",
                problem,
                people.stream()
                        .map(line -> new FacilitatorView.Candidate(
                                line.id(), Typed.harmless(line.name()), PersonNotes.of(line, frame)))
                        .toList());
    }

    private void appoint(Context context, Visitor visitor) {
        var found = desk.library(context, visitor, Action.APPOINT);
        var chosen = Desk.findId(Desk.typed(context, WHO));
        if (chosen.isEmpty()) {
            var frame = desk.frame(context);
            desk.refuse(context, TEMPLATE, frame, view(visitor, found, frame, "", frame.text("facilitator.choose")));
            return;
        }
        var person = new Directory(desk.db())
                .findPerson(Desk.scope(visitor, Action.SEE_PEOPLE), chosen.get())
                .orElseThrow(Desk::notFound)
                .id();
        var outcome = new DirectoryChanges(desk.db())
                .facilitate(visitor.actor(), Desk.by(context, visitor), found.id(), person);
        var notice = switch (outcome) {
            case DONE -> Notice.FACILITATOR;
            case ALREADY_SO -> Notice.FACILITATOR_BEFORE;
            case NOT_THERE, NPP_TAKEN, LAST_ADMIN -> throw Desk.notFound();
        };
        desk.goTo(context, notice.at(found.address(), person));
    }
}
