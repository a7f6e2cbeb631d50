package id.laporpustaka.people;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a person may see. Every query of libraries and reports takes one; [ScopeCondition] puts it into the
/// SQL.
public sealed interface Scope {

    /// The whole country.
    record Everything() implements Scope {}

    /// Regions, by their dotted codes, with all that lies in them, and single libraries; with neither, nothing
    /// at all.
    record Parts(SortedSet<String> regionCodes, Set<Long> libraries) implements Scope {
        public Parts {
            regionCodes = Collections.unmodifiableSortedSet(outermost(regionCodes));
            libraries = Set.copyOf(libraries);
        }

        private static SortedSet<String> outermost(SortedSet<String> codes) {
            var kept = new TreeSet<String>();
            for (var code : codes) {
                if (kept.isEmpty() || !lies(code, kept.last())) {
                    kept.add(code);
                }
            }
            return kept;
        }
    }

    /// What a person may read: what they coordinate, and the libraries for which they are an accepted reporter.
    static Scope of(Actor actor) {
        var own = new HashSet<Long>();
        for (var reporting : actor.reportsFor()) {
            if (reporting.accepted()) {
                own.add(reporting.libraryId());
            }
        }
        return of(actor.duties(), own);
    }

    /// What a person coordinates: where they may review reports and let reporters in. Their own libraries alone
    /// give them nothing here.
    static Scope ofDuties(Actor actor) {
        return of(actor.duties(), Set.of());
    }

    static Scope nothing() {
        return new Parts(Collections.emptySortedSet(), Set.of());
    }

    static Scope ofRegion(String code) {
        return new Parts(new TreeSet<>(Set.of(code)), Set.of());
    }

    static Scope ofLibrary(long libraryId) {
        return new Parts(Collections.emptySortedSet(), Set.of(libraryId));
    }

    default boolean isEmpty() {
        return switch (this) {
            case Everything() -> false;
            case Parts(var codes, var libraries) -> codes.isEmpty() && libraries.isEmpty();
        };
    }

    /// Whether a library in the region with this code may be seen.
    default boolean includes(long libraryId, String regionCode) {
        return switch (this) {
            case Everything() -> true;
            case Parts(var codes, var libraries) ->
                libraries.contains(libraryId) || codes.stream().anyMatch(code -> lies(regionCode, code));
        };
    }

    /// Whether a whole region may be seen, with all that lies in it.
    default boolean includes(String regionCode) {
        return switch (this) {
            case Everything() -> true;
            case Parts(var codes, var _) -> codes.stream().anyMatch(code -> lies(regionCode, code));
        };
    }

    private static Scope of(List<Duty> duties, Set<Long> ownLibraries) {
        var codes = new TreeSet<String>();
        var libraries = new HashSet<>(ownLibraries);
        for (var duty : duties) {
            if (duty.region().isEmpty()
                    && duty.libraries().isEmpty()
                    && duty.role().isNationwide()) {
                return new Everything();
            }
            duty.region().ifPresent(region -> codes.add(region.code()));
            libraries.addAll(duty.libraries());
        }
        return new Parts(codes, libraries);
    }

    /// Whether a region is another or lies in it, by their codes.
    public static boolean lies(String code, String in) {
        return code.equals(in) || code.startsWith(in + ".");
    }
}
