package id.laporpustaka.place;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Parts of the country as the codes of regions, none of which lies in another.
///
/// @param codes in their order
record Areas(List<String> codes) {
    /// About how many villages lie in a region of each level.
    private static final int[] VILLAGES = {2_200, 163, 12, 1};

    Areas {
        codes = List.copyOf(codes);
    }

    static Areas of(Collection<String> codes) {
        var all = new HashSet<>(codes);
        return new Areas(all.stream()
                .filter(code -> larger(code).noneMatch(all::contains))
                .sorted()
                .toList());
    }

    /// What lies in both.
    Areas and(Areas other) {
        var these = Set.copyOf(codes);
        var those = Set.copyOf(other.codes);
        var both = codes.stream()
                .filter(code -> those.contains(code) || larger(code).anyMatch(those::contains))
                .collect(toCollection(TreeSet::new));
        other.codes.stream()
                .filter(code -> larger(code).anyMatch(these::contains))
                .forEach(both::add);
        return new Areas(List.copyOf(both));
    }

    boolean isEmpty() {
        return codes.isEmpty();
    }

    /// About how many villages there are.
    int villages() {
        return codes.stream().mapToInt(code -> VILLAGES[levelOf(code) - 1]).sum();
    }

    private static int levelOf(String code) {
        return Math.min(VILLAGES.length, (code.length() + 1) / 3);
    }

    /// The codes of what a region lies in.
    private static Stream<String> larger(String code) {
        return Stream.of(RegionLevel.values())
                .map(RegionLevel::codeLength)
                .filter(length -> length < code.length())
                .map(length -> code.substring(0, length));
    }
}
