package id.laporpustaka.web;

import id.laporpustaka.intake.JoinDecisions;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Directory;
import id.laporpustaka.people.HandOver;
import id.laporpustaka.people.LibraryMember;
import id.laporpustaka.people.LibraryMembers;
import id.laporpustaka.people.PersonLine;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.stream.Collectors;

/// Gives a library from one reporter to another: to one who is there already, or to a person of the scope who is
/// looked for by name.
final class HandOverRoutes {
    static final String HAND_OVER = "/serahkan";
    static final String SUCCESSOR = "to";

    private static final String PATH = Desk.LIBRARIES + "/{id}" + LibraryRoutes.REPORTERS + "{person}" + HAND_OVER;

    private final Desk desk;

    HandOverRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, PATH, Access.COORDINATOR, this::show);
        routes.guarded(HandlerType.POST, PATH, Access.COORDINATOR, this::handOver);
    }

    private void show(Context context, Visitor visitor) {
        var found = desk.library(context, visitor, Action.REMOVE_REPORTER);
        show(context, visitor, found, "");
    }

    private void show(Context context, Visitor visitor, FoundLibrary found, String problem) {
        var person = Desk.id(context, "person");
        var frame = desk.frame(context);
        var members = new LibraryMembers(desk.db()).list(Desk.scope(visitor, Action.SEE_PEOPLE), found.id());
        var leaving = members.stream()
                .filter(member -> member.accepted() && member.personId() == person)
                .findFirst()
                .orElseThrow(Desk::notFound);
        var search = HandlerType.GET.equals(context.method()) ? Desk.typed(context, Desk.SEARCH) : "";
        var people = search.isEmpty()
                ? List.<PersonLine>of()
                : new Directory(desk.db())
                        .listPeople(Desk.scope(visitor, Action.SEE_PEOPLE), search, 0)
                        .rows();
        var there = members.stream()
                .filter(member -> member.accepted() && member.personId() != person)
                .map(member -> new HandOverView.Successor(
                        member.personId(), Typed.harmless(member.name()), frame.text("hand_over.there")))
                .toList();
        var known = members.stream().map(LibraryMember::personId).collect(Collectors.toSet());
        var others = people.stream()
                .filter(line -> line.id() != person && !known.contains(line.id()))
                .map(line ->
                        new HandOverView.Successor(line.id(), Typed.harmless(line.name()), PersonNotes.of(line, frame)))
                .toList();
        var view = new HandOverView(
                found.name(),
                Typed.harmless(leaving.name()),
                frame.link(found.address()),
                found.address() + LibraryRoutes.REPORTERS + person + HAND_OVER,
                search,
                !search.isEmpty() && others.isEmpty() ? frame.text("hand_over.nobody", search) : "",
                problem,
                there,
                others);
        if (problem.isEmpty()) {
            desk.show(context, "hand_over.jte", frame, view);
        } else {
            desk.refuse(context, "hand_over.jte", frame, view);
        }
    }

    private void handOver(Context context, Visitor visitor) {
        var found = desk.library(context, visitor, Action.REMOVE_REPORTER);
        var person = Desk.id(context, "person");
        var chosen = Desk.findId(Desk.typed(context, SUCCESSOR));
        if (chosen.isEmpty()) {
            show(context, visitor, found, desk.frame(context).text("hand_over.choose"));
            return;
        }
        var successor = new Directory(desk.db())
                .findPerson(Desk.scope(visitor, Action.SEE_PEOPLE), chosen.get())
                .orElseThrow(Desk::notFound)
                .id();
        var by = Desk.by(context, visitor);
        var outcome = desk.parts()
                .database()
                .<HandOver>inTransaction(
                        db -> new JoinDecisions(db).handOverAndTell(by, found.id(), person, successor, desk.now()));
        var notice = switch (outcome) {
            case HandOver.Done _ -> Notice.HANDED_OVER;
            case HandOver.NotTheirs _ -> Notice.HANDED_OVER_BEFORE;
            case HandOver.NoSuccessor _ -> Notice.NO_SUCCESSOR;
        };
        desk.goTo(context, notice.at(found.address(), person));
    }
}
