package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.REGION;
import static org.jooq.impl.DSL.any;

import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Finds the regions of all rows of a sheet: one query for the codes and one for each level of names, whatever
/// the number of rows.
final class ImportRegions {
    private static final String DOTTED = "\\d\\d(\\.\\d\\d(\\.\\d\\d(\\.\\d{4})?)?)?";

    private final DSLContext db;

    ImportRegions(DSLContext db) {
        this.db = db;
    }

    /// Where a row is.
    sealed interface Located {
        record At(Region region) implements Located {}

        record Nowhere(ImportProblem problem) implements Located {}
    }

    /// In the order of the rows.
    List<Located> locate(List<ImportRow> rows) {
        var byCode = findCodes(rows);
        var searches = new LinkedHashMap<Integer, Search>();
        for (var i = 0; i < rows.size(); i++) {
            if (rows.get(i).code().isBlank()) {
                searches.put(i, new Search(rows.get(i)));
            }
        }
        for (var level : RegionLevel.values()) {
            narrow(level, searches.values());
        }
        var located = new ArrayList<Located>();
        for (var i = 0; i < rows.size(); i++) {
            var search = searches.get(i);
            located.add(search == null ? byCode(rows.get(i).code().strip(), byCode) : search.result());
        }
        return located;
    }

    private static Located byCode(String code, Map<String, Region> found) {
        var region = found.get(code);
        if (region != null) {
            return new Located.At(region);
        }
        return new Located.Nowhere(
                code.matches("\\d{10}")
                        ? new ImportProblem.UndottedCode(code)
                        : new ImportProblem.UnknownRegion(Optional.empty(), code));
    }

    private Map<String, Region> findCodes(List<ImportRow> rows) {
        var codes = new TreeSet<String>();
        for (var row : rows) {
            if (row.code().strip().matches(DOTTED)) {
                codes.add(row.code().strip());
            }
        }
        var found = new HashMap<String, Region>();
        if (!codes.isEmpty()) {
            fetch(REGION.CODE.eq(any(codes.toArray(String[]::new))), (_, region) -> found.put(region.code(), region));
        }
        return found;
    }

    /// Goes one level down in all searches that name something there.
    private void narrow(RegionLevel level, Collection<Search> searches) {
        var parents = new TreeSet<Long>();
        for (var search : searches) {
            if (search.goesOn(level)) {
                search.candidates.forEach(region -> parents.add(region.id()));
            }
        }
        if (level != RegionLevel.PROVINCE && parents.isEmpty()) {
            return;
        }
        var children = new HashMap<Long, Map<String, List<Region>>>();
        fetch(
                level == RegionLevel.PROVINCE
                        ? REGION.LEVEL.eq((short) level.number())
                        : REGION.PARENT_ID.eq(any(parents.toArray(Long[]::new))),
                (parent, region) -> {
                    var byKey = children.computeIfAbsent(parent, _ -> new HashMap<>());
                    for (var key : RegionNames.keysOf(level, region.name())) {
                        byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(region);
                    }
                });
        for (var search : searches) {
            search.narrow(level, children);
        }
    }

    private interface Take {
        void take(long parentId, Region region);
    }

    /// Provinces have the parent 0.
    private void fetch(Condition which, Take take) {
        db.select(REGION.PARENT_ID, REGION.ID, REGION.CODE, REGION.LEVEL, REGION.NAME)
                .from(REGION)
                .where(which)
                .and(REGION.VALID_TO.isNull())
                .orderBy(REGION.CODE)
                .forEach(row -> {
                    var region = new Region(row.value2(), row.value3(), RegionLevel.of(row.value4()), row.value5());
                    take.take(row.value1() == null ? 0 : row.value1(), region);
                });
    }

    /// One row's way down from the provinces; all regions that its names may mean so far.
    private static final class Search {
        private final Map<RegionLevel, String> names;
        private final String kinds;
        private List<Region> candidates = List.of();
        private Optional<ImportProblem> problem = Optional.empty();

        Search(ImportRow row) {
            names = Map.of(
                    RegionLevel.PROVINCE, row.province().strip(),
                    RegionLevel.REGENCY, row.regency().strip(),
                    RegionLevel.DISTRICT, row.district().strip(),
                    RegionLevel.VILLAGE, row.village().strip());
            var told = RegionNames.kindsOf(row.village());
            kinds = told.isEmpty() ? ImportWords.kindsOf(row.type()) : told;
        }

        private String name(RegionLevel level) {
            return names.getOrDefault(level, "");
        }

        boolean goesOn(RegionLevel level) {
            return problem.isEmpty()
                    && names.entrySet().stream()
                            .anyMatch(name -> name.getKey().compareTo(level) >= 0
                                    && !name.getValue().isEmpty());
        }

        /// A province may be left out: hardly two regencies have the same name.
        void narrow(RegionLevel level, Map<Long, Map<String, List<Region>>> children) {
            var first = level == RegionLevel.PROVINCE;
            if (first && name(level).isEmpty() && !name(RegionLevel.REGENCY).isEmpty()) {
                candidates = children.getOrDefault(0L, Map.of()).values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .toList();
                return;
            }
            if (!first && !goesOn(level)) {
                return;
            }
            var parents =
                    first ? List.of(0L) : candidates.stream().map(Region::id).toList();
            for (var meaning : RegionNames.meanings(level, name(level))) {
                candidates = parents.stream()
                        .flatMap(parent ->
                                children.getOrDefault(parent, Map.of()).getOrDefault(meaning, List.of()).stream())
                        .toList();
                if (!candidates.isEmpty()) {
                    return;
                }
            }
            problem = Optional.of(new ImportProblem.UnknownRegion(Optional.of(level), name(level)));
        }

        /// A desa and a kelurahan of the same name lie side by side; the word before the name tells them apart, or
        /// the type of the library does.
        private boolean isOfKind(Region region) {
            return region.level() == RegionLevel.VILLAGE
                    && kinds.indexOf(region.code().charAt(RegionLevel.DISTRICT.codeLength() + 1)) >= 0;
        }

        Located result() {
            if (problem.isPresent()) {
                return new Located.Nowhere(problem.get());
            }
            var likely = candidates.stream().filter(this::isOfKind).toList();
            if (likely.size() == 1) {
                return new Located.At(likely.getFirst());
            }
            return candidates.size() == 1
                    ? new Located.At(candidates.getFirst())
                    : new Located.Nowhere(new ImportProblem.AmbiguousRegion(candidates));
        }
    }
}
