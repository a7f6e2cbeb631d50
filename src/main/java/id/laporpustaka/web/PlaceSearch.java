package id.laporpustaka.web;

import id.laporpustaka.people.Scope;
import id.laporpustaka.place.FoundRegion;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.place.RegionSearch;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds regions by what somebody typed, only those that they may choose.
record PlaceSearch(Desk desk) {
    private static final int LOOKED_AT = 100;
    private static final int SHOWN = 10;

    /// @param scope near what it names first
    List<FoundRegion> find(String typed, List<RegionLevel> levels, Scope scope, Predicate<Region> mayChoose) {
        if (typed.isEmpty()) {
            return List.of();
        }
        var search = new RegionSearch(desk.db());
        return levels.stream()
                .flatMap(level -> search.find(typed, level, near(scope), 0, LOOKED_AT).results().stream())
                .filter(found -> mayChoose.test(found.region()))
                .limit(SHOWN)
                .toList();
    }

    private static String near(Scope scope) {
        return switch (scope) {
            case Scope.Everything() -> "";
            case Scope.Parts(var codes, var _) ->
                Stream.concat(codes.stream(), Stream.of("")).findFirst().orElseThrow();
        };
    }
}
