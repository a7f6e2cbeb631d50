package id.laporpustaka.place;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which region of an old version goes on as which of a new one. Knows no database.
///
/// From the provinces down, so that each level can rely on the one above; at each level, from what is surest: the
/// same code with the same name or mostly the same regions in it; the same name in the same region; the same name
/// elsewhere near by; the same code; and at last a similar name in the same region or near by.
final class RegionMatching {
    private static final double SIMILAR_IN_PARENT = 0.45;
    private static final double SIMILAR_NEAR_BY = 0.6;

    private final Map<String, Region> before;
    private final SortedMap<String, String> after;
    private final Map<String, String> keysBefore;
    private final Map<String, String> keysAfter;
    private final Map<String, List<String>> childrenBefore;
    private final Map<String, String> afterOf = new HashMap<>();
    private final Map<String, String> beforeOf = new HashMap<>();

    private RegionMatching(Collection<Region> before, SortedMap<String, String> after) {
        this.before = before.stream().collect(toMap(Region::code, region -> region));
        this.after = after;
        keysBefore =
                before.stream().collect(toMap(Region::code, region -> Spelling.key(region.level(), region.name())));
        keysAfter = after.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, it -> Spelling.key(RegionCode.level(it.getKey()), it.getValue())));
        childrenBefore = this.before.keySet().stream()
                .filter(code -> RegionCode.level(code) != RegionLevel.PROVINCE)
                .collect(groupingBy(RegionCode::parent));
    }

    /// @param before the regions of the old version
    /// @param after the names of the new one by code
    static RegionMatching of(Collection<Region> before, SortedMap<String, String> after) {
        var matching = new RegionMatching(before, after);
        for (var level : RegionLevel.values()) {
            matching.match(level);
        }
        return matching;
    }

    /// The code under which a region goes on; empty if it ends.
    Optional<String> after(String codeBefore) {
        return Optional.ofNullable(afterOf.get(codeBefore));
    }

    /// Whether a region of the new version was there before.
    boolean wasThere(String codeAfter) {
        return beforeOf.containsKey(codeAfter);
    }

    /// What the regions that lay in a region lie in now.
    List<String> parentsOfChildrenAfter(String codeBefore) {
        return childrenBefore.getOrDefault(codeBefore, List.of()).stream()
                .flatMap(child -> after(child).stream())
                .map(RegionCode::parent)
                .toList();
    }

    private void match(RegionLevel level) {
        matchSameCode(level, code -> hasSameName(code) || mostChildrenStay(code));
        for (var wider = level.number() - 1; wider >= 0; wider--) {
            // names of villages and districts are the same too often in different provinces
            if (wider > 0 || level.number() <= RegionLevel.REGENCY.number()) {
                matchSameName(level, wider);
            }
        }
        matchSameCode(level, _ -> true);
        matchSimilarName(level, level.number() - 1, SIMILAR_IN_PARENT);
        matchSimilarName(level, Math.max(0, level.number() - 2), SIMILAR_NEAR_BY);
    }

    private List<String> listBefore(RegionLevel level) {
        return before.keySet().stream()
                .filter(code -> code.length() == level.codeLength() && !afterOf.containsKey(code))
                .sorted()
                .toList();
    }

    private List<String> listAfter(RegionLevel level) {
        return after.keySet().stream()
                .filter(code -> code.length() == level.codeLength() && !beforeOf.containsKey(code))
                .toList();
    }

    private void pair(String codeBefore, String codeAfter) {
        afterOf.put(codeBefore, codeAfter);
        beforeOf.put(codeAfter, codeBefore);
    }

    private void matchSameCode(RegionLevel level, Function<String, Boolean> really) {
        for (var code : listBefore(level)) {
            if (after.containsKey(code) && !beforeOf.containsKey(code) && really.apply(code)) {
                pair(code, code);
            }
        }
    }

    private boolean hasSameName(String code) {
        return Objects.equals(keysBefore.get(code), keysAfter.get(code));
    }

    /// Whether at least half of what lay in a region still has its code and name, whatever the region is called.
    private boolean mostChildrenStay(String code) {
        var children = childrenBefore.getOrDefault(code, List.of());
        var staying = children.stream().filter(this::hasSameName).count();
        return !children.isEmpty() && staying * 2 >= children.size();
    }

    /// @param wider the number of the level within which names are compared; 0 for the whole country
    private void matchSameName(RegionLevel level, int wider) {
        var here = listAfter(level).stream()
                .collect(groupingBy(code -> ancestor(code, wider) + " " + keysAfter.get(code)));
        listBefore(level).stream()
                .filter(code -> ancestorAfter(code, wider).isPresent())
                .collect(groupingBy(code -> ancestorAfter(code, wider).orElseThrow() + " " + keysBefore.get(code)))
                .forEach((name, codes) -> matchSameName(codes, here.getOrDefault(name, List.of())));
    }

    /// Where several have one name, only those with the same number are surely the same.
    private void matchSameName(List<String> codesBefore, List<String> codesAfter) {
        if (codesBefore.size() == 1 && codesAfter.size() == 1) {
            pair(codesBefore.getFirst(), codesAfter.getFirst());
            return;
        }
        for (var code : codesBefore) {
            var same = codesAfter.stream()
                    .filter(it -> !beforeOf.containsKey(it))
                    .filter(it -> RegionCode.last(it).equals(RegionCode.last(code)))
                    .toList();
            if (same.size() == 1) {
                pair(code, same.getFirst());
            }
        }
    }

    private record Candidate(String before, String after, double similarity) {}

    private void matchSimilarName(RegionLevel level, int wider, double least) {
        var here = listAfter(level).stream().collect(groupingBy(code -> ancestor(code, wider)));
        var trigrams = new HashMap<String, Set<String>>();
        var candidates = new ArrayList<Candidate>();
        for (var code : listBefore(level)) {
            var name = Spelling.trigrams(keysBefore.getOrDefault(code, ""));
            for (var other : ancestorAfter(code, wider).map(here::get).orElse(List.of())) {
                var similarity = Spelling.similarity(
                        name, trigrams.computeIfAbsent(other, it -> Spelling.trigrams(keysAfter.getOrDefault(it, ""))));
                if (similarity >= least) {
                    candidates.add(new Candidate(code, other, similarity));
                }
            }
        }
        candidates.stream()
                .sorted(comparingDouble(Candidate::similarity)
                        .reversed()
                        .thenComparing(Candidate::before)
                        .thenComparing(Candidate::after))
                .forEach(this::pairUnlessTaken);
    }

    private void pairUnlessTaken(Candidate candidate) {
        if (!afterOf.containsKey(candidate.before()) && !beforeOf.containsKey(candidate.after())) {
            pair(candidate.before(), candidate.after());
        }
    }

    /// The code, in the new version, of what a region of the old one lay in.
    private Optional<String> ancestorAfter(String codeBefore, int level) {
        return level == 0 ? Optional.of("") : after(ancestor(codeBefore, level));
    }

    private static String ancestor(String code, int level) {
        return level == 0 ? "" : code.substring(0, RegionLevel.of(level).codeLength());
    }

    /// The codes of the new version that lie in what a region of the old one lay in, or what took its place.
    Stream<String> neighboursAfter(Region region, Function<String, List<String>> successors) {
        if (region.level() == RegionLevel.PROVINCE) {
            return after.keySet().stream()
                    .filter(code -> code.length() == region.level().codeLength());
        }
        var parent = RegionCode.parent(region.code());
        return after(parent).map(List::of).orElseGet(() -> successors.apply(parent)).stream()
                .flatMap(code -> after.subMap(code + ".", code + "/").keySet().stream())
                .filter(code -> code.length() == region.level().codeLength());
    }

    double similarity(String codeBefore, String codeAfter) {
        return Spelling.similarity(
                Spelling.trigrams(keysBefore.getOrDefault(codeBefore, "")),
                Spelling.trigrams(keysAfter.getOrDefault(codeAfter, "")));
    }
}
