package id.laporpustaka.web;

import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.Regions;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Chooses the region that a page is about: by the way up from it, or by its name.
///
/// @param path what lies around it and may be seen, the largest first
/// @param typed what somebody looks for
/// @param found what is called so, as far as it may be seen
/// @param hidden what the search takes along
/// @param action the page
/// @param nothing says that nothing was found; empty otherwise
record RegionPicker(
        List<SummaryView.Choice> path,
        String typed,
        List<SummaryView.Choice> found,
        List<TableView.Field> hidden,
        String action,
        String nothing) {
    /// The parameter with what is typed.
    static final String SEARCH = "cari";

    /// @param at the address of the page about a region, or about all that the visitor coordinates
    static RegionPicker of(
            Desk desk,
            Context context,
            Visitor visitor,
            Frame frame,
            Optional<Region> place,
            Function<Optional<Region>, String> at) {
        var typed = Desk.typed(context, SEARCH);
        var regions = new Regions(desk.db());
        var around = place.map(region -> regions.listPath(region.code())).orElse(List.of());
        var found = new PlaceSearch(desk)
                .find(typed, Arrays.asList(RegionLevel.values()), visitor.scope(), visitor::sees).stream()
                        .map(one -> new SummaryView.Choice(
                                one.title(), frame.link(at.apply(Optional.of(one.region()))), false))
                        .toList();
        var here = frame.link(at.apply(place));
        return new RegionPicker(
                path(visitor, frame, place, around, at),
                typed,
                found,
                Addresses.fields(here),
                Addresses.path(here),
                typed.isEmpty() || !found.isEmpty() ? "" : frame.text("picker.nothing", typed));
    }

    private static List<SummaryView.Choice> path(
            Visitor visitor,
            Frame frame,
            Optional<Region> place,
            List<Region> around,
            Function<Optional<Region>, String> at) {
        var path = new ArrayList<SummaryView.Choice>();
        var whole = visitor.scope() instanceof Scope.Everything ? "summary.indonesia" : "summary.own_scope";
        path.add(new SummaryView.Choice(frame.text(whole), frame.link(at.apply(Optional.empty())), place.isEmpty()));
        around.stream()
                .filter(visitor::sees)
                .map(region -> new SummaryView.Choice(
                        region.title(), frame.link(at.apply(Optional.of(region))), place.equals(Optional.of(region))))
                .forEach(path::add);
        return path;
    }
}
