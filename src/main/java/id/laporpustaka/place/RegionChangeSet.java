package id.laporpustaka.place;

import java.util.List;

/// All that changes from one version of the region data to another, to be looked at before it is applied.
///
/// @param from the version in the database; empty if it has none
/// @param changes the larger regions first, in the order of codes
/// @param regions how many regions there will be
public record RegionChangeSet(String from, String to, List<RegionChange> changes, int regions) {
    public RegionChangeSet {
        changes = List.copyOf(changes);
    }

    /// The changes of one kind.
    public <T extends RegionChange> List<T> list(Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// What a person must decide before it can be applied.
    public List<RegionChange.Ended> listUnclear() {
        return list(RegionChange.Ended.class).stream()
                .filter(ended -> ended.ending() == RegionChange.Ending.UNCLEAR)
                .toList();
    }
}
