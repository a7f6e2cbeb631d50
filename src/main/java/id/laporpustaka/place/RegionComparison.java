package id.laporpustaka.place;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.reverseOrder;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import id.laporpustaka.place.RegionChange.Added;
import id.laporpustaka.place.RegionChange.Ended;
import id.laporpustaka.place.RegionChange.Ending;
import id.laporpustaka.place.RegionChange.Named;
import id.laporpustaka.place.RegionChange.Recoded;
import id.laporpustaka.place.RegionChange.Renamed;
import id.laporpustaka.place.RegionChange.Respelled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Works out what changes between two versions of the region data. Knows no database.
final class RegionComparison {
    private static final int SUGGESTIONS = 5;
    private static final double LIKE = 0.3;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    private final List<Region> before;
    private final Map<String, String> after;
    private final RegionMatching matching;
    private final Map<String, List<String>> successors = new HashMap<>();

    private RegionComparison(List<Region> before, RegionVersion after) {
        this.before = before.stream()
                .sorted(comparing(Region::level).thenComparing(Region::code))
                .toList();
        this.after = after.names();
        matching = RegionMatching.of(before, after.names());
    }

    /// @param before the regions of the old version, all present ones
    static List<RegionChange> compare(List<Region> before, RegionVersion after) {
        return new RegionComparison(before, after).changes();
    }

    private List<RegionChange> changes() {
        before.stream().filter(this::ends).forEach(it -> successors.put(it.code(), listSuccessors(it)));
        var changes = new ArrayList<RegionChange>();
        for (var region : before) {
            matching.after(region.code())
                    .map(code -> change(region, named(code)))
                    .orElseGet(() -> Optional.of(end(region)))
                    .ifPresent(changes::add);
        }
        after.keySet().stream()
                .filter(code -> !matching.wasThere(code))
                .sorted(comparingInt(String::length).thenComparing(identity()))
                .forEach(code -> changes.add(new Added(named(code))));
        return changes;
    }

    private boolean ends(Region region) {
        return matching.after(region.code()).isEmpty();
    }

    private Named named(String code) {
        return new Named(code, after.getOrDefault(code, ""));
    }

    private Optional<RegionChange> change(Region region, Named to) {
        var moved = region.level() != RegionLevel.PROVINCE
                && !matching.after(RegionCode.parent(region.code())).equals(Optional.of(RegionCode.parent(to.code())));
        if (moved || !to.code().equals(region.code())) {
            return Optional.of(new Recoded(region, to, moved));
        }
        if (to.name().equals(region.name())) {
            return Optional.empty();
        }
        return Optional.of(
                Spelling.plain(to.name()).equals(Spelling.plain(region.name()))
                        ? new Respelled(region, to.name())
                        : new Renamed(region, to.name(), matching.similarity(region.code(), to.code()) < LIKE));
    }

    // ---------------------------------------------------------------- what takes the place of a region

    private List<String> listSuccessors(Region region) {
        return region.level() == RegionLevel.VILLAGE ? successorsByName(region) : successorsByChildren(region);
    }

    /// All that have a part of it, the one with the most first.
    private List<String> successorsByChildren(Region region) {
        return matching.parentsOfChildrenAfter(region.code()).stream()
                .collect(groupingBy(identity(), counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Another region there with the same name; or several new ones there with its name and more, such as
    /// `Sukamaju Utara` and `Sukamaju Selatan`.
    private List<String> successorsByName(Region region) {
        var neighbours = matching.neighboursAfter(region, this::successorsOf).toList();
        var same = neighbours.stream()
                .filter(code -> matching.similarity(region.code(), code) == 1)
                .toList();
        if (same.size() == 1) {
            return same;
        }
        var words = words(region.name());
        var parts = neighbours.stream()
                .filter(code ->
                        !matching.wasThere(code) && words(named(code).name()).containsAll(words))
                .toList();
        return parts.size() > 1 ? parts : List.of();
    }

    private List<String> successorsOf(String code) {
        return successors.getOrDefault(code, List.of());
    }

    private static Set<String> words(String name) {
        return new HashSet<>(List.of(BETWEEN_WORDS.split(Spelling.lower(name), -1)));
    }

    private Ended end(Region region) {
        var codes = successorsOf(region.code());
        var named = codes.stream().map(this::named).toList();
        var ending = switch (codes.size()) {
            case 0 -> Ending.UNCLEAR;
            case 1 -> isShared(codes.getFirst()) ? Ending.MERGED : Ending.REPLACED;
            default -> Ending.SPLIT;
        };
        return new Ended(region, ending, named, ending == Ending.UNCLEAR ? suggest(region) : List.of());
    }

    private boolean isShared(String successor) {
        return matching.wasThere(successor)
                || successors.values().stream()
                                .filter(it -> it.contains(successor))
                                .count()
                        > 1;
    }

    /// Regions near by: those with the most similar names, new ones first.
    private List<Named> suggest(Region region) {
        return matching.neighboursAfter(region, this::successorsOf)
                .sorted(comparing((String code) -> matching.similarity(region.code(), code), reverseOrder())
                        .thenComparing(matching::wasThere)
                        .thenComparing(identity()))
                .limit(SUGGESTIONS)
                .map(this::named)
                .toList();
    }
}
