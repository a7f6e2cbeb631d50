package id.laporpustaka.web;

import id.laporpustaka.people.Action;
import id.laporpustaka.people.Belongings;
import id.laporpustaka.people.Directory;
import id.laporpustaka.people.LibraryFilter;
import id.laporpustaka.people.LibraryKeeping;
import id.laporpustaka.people.LibraryLine;
import id.laporpustaka.people.LibraryMerging;
import id.laporpustaka.people.Merging;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.Library;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Makes one library of two that are the same: finds the other one, shows both, and merges them as the visitor
/// decides.
final class MergeRoutes {
    static final String MERGE = "/gabung";
    static final String KEEP = "keep";

    private static final String ONE = Desk.LIBRARIES + "/{id}" + MERGE;
    private static final String BOTH = ONE + "/{other}";
    private static final String TEMPLATE = "merge.jte";

    private final Desk desk;

    MergeRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, ONE, Access.COORDINATOR, this::search);
        routes.guarded(HandlerType.GET, BOTH, Access.COORDINATOR, this::compare);
        routes.guarded(HandlerType.POST, BOTH, Access.COORDINATOR, this::merge);
    }

    private void search(Context context, Visitor visitor) {
        var frame = desk.frame(context);
        var found = toMerge(context, visitor, "id");
        var search = Desk.typed(context, Desk.SEARCH);
        var scope = Desk.scope(visitor, Action.MERGE_LIBRARIES);
        var ids = search.isEmpty()
                ? new Libraries(desk.db())
                                .findSimilar(
                                        found.library().region().id(),
                                        found.library().name())
                                .stream()
                                .mapToLong(Library::id)
                : new Directory(desk.db())
                        .listLibraries(scope, LibraryFilter.ALL, search, 0, desk.now()).rows().stream()
                                .mapToLong(LibraryLine::id);
        var others = others(ids, found, visitor, frame);
        desk.show(
                context,
                TEMPLATE,
                frame,
                new MergeView(
                        found.name(),
                        found.address() + MERGE,
                        frame.link(found.address()),
                        search,
                        !search.isEmpty() && others.isEmpty() ? frame.text("merge.none", search) : "",
                        others,
                        "",
                        List.of(),
                        ""));
    }

    private List<MergeView.Found> others(LongStream ids, FoundLibrary found, Visitor visitor, Frame frame) {
        return ids.filter(id -> id != found.id())
                .boxed()
                .flatMap(id -> desk.findLibrary(Desk.scope(visitor, Action.MERGE_LIBRARIES), id).stream())
                .map(other -> new MergeView.Found(
                        other.name(), other.place().title(), frame.link(found.address() + MERGE + "/" + other.id())))
                .toList();
    }

    private void compare(Context context, Visitor visitor) {
        desk.show(context, TEMPLATE, desk.frame(context), comparison(context, visitor, ""));
    }

    private MergeView comparison(Context context, Visitor visitor, String problem) {
        var frame = desk.frame(context);
        var one = toMerge(context, visitor, "id");
        var other = toMerge(context, visitor, "other");
        if (one.id() == other.id()) {
            throw Desk.notFound();
        }
        var counts = new LibraryMerging(desk.db());
        var ofOne = counts.countBelongings(one.id(), desk.now());
        var ofOther = counts.countBelongings(other.id(), desk.now());
        var keepsOne =
                one.library().active() && (!other.library().active() || ofOne.submissions() >= ofOther.submissions());
        return new MergeView(
                one.name(),
                one.address() + MERGE,
                frame.link(one.address()),
                "",
                "",
                List.of(),
                frame.link(one.address() + MERGE + "/" + other.id()),
                List.of(side(frame, one, ofOne, keepsOne), side(frame, other, ofOther, !keepsOne)),
                problem);
    }

    private static MergeView.Side side(Frame frame, FoundLibrary found, Belongings belongings, boolean chosen) {
        var words = new DirectoryWords(frame);
        var library = found.library();
        return new MergeView.Side(
                found.id(),
                found.name(),
                frame.link(found.address()),
                found.place().title(),
                Stream.of(
                                fact(frame, "library.type", words.type(library.type())),
                                fact(frame, "library.scheme", words.scheme(library.scheme())),
                                fact(frame, "library.npp", library.npp().orElse("–")),
                                fact(
                                        frame,
                                        "library.last",
                                        found.line()
                                                .lastReport()
                                                .map(frame.words()::month)
                                                .orElseGet(() -> frame.text("library.last.never"))))
                        .toList(),
                frame.text(
                        "merge.goes",
                        belongings.reporters(),
                        belongings.submissions(),
                        belongings.drafts(),
                        belongings.invites()),
                library.active(),
                chosen && library.active());
    }

    private static LibraryView.Fact fact(Frame frame, String key, String value) {
        return new LibraryView.Fact(frame.text(key), value, "");
    }

    private void merge(Context context, Visitor visitor) {
        var scope = Desk.scope(visitor, Action.MERGE_LIBRARIES);
        var one = desk.library(context, visitor, Action.MERGE_LIBRARIES);
        var other = desk.findLibrary(scope, Desk.id(context, "other")).orElseThrow(Desk::notFound);
        var keep = Desk.findId(Desk.typed(context, KEEP)).orElse(0L);
        if (keep != one.id() && keep != other.id()) {
            var frame = desk.frame(context);
            desk.refuse(context, TEMPLATE, frame, comparison(context, visitor, frame.text("merge.choose")));
            return;
        }
        var kept = keep == one.id() ? one : other;
        var gone = keep == one.id() ? other : one;
        var outcome =
                new LibraryMerging(desk.db()).merge(Desk.by(context, visitor), kept.id(), gone.id(), scope, desk.now());
        switch (outcome) {
            case Merging.Done _ -> desk.goTo(context, Notice.MERGED.at(kept.address()));
            case Merging.MergedBefore _ -> desk.goTo(context, Notice.MERGED_BEFORE.at(gone.address()));
            case Merging.KeptInactive _ -> desk.goTo(context, Notice.KEPT_INACTIVE.at(kept.address()));
            case Merging.NoSuchPair _, Merging.OutsideScope _ -> throw Desk.notFound();
        }
    }

    /// One that was merged into another is nothing to merge any more.
    private FoundLibrary toMerge(Context context, Visitor visitor, String parameter) {
        var found = desk.findLibrary(Desk.scope(visitor, Action.MERGE_LIBRARIES), Desk.id(context, parameter))
                .orElseThrow(Desk::notFound);
        if (new LibraryKeeping(desk.db()).findMergedInto(found.id()).isPresent()) {
            throw Desk.notFound();
        }
        return found;
    }
}
