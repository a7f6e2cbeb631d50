package id.laporpustaka.summary;

import id.laporpustaka.place.Region;
import java.util.Collection;

/// A part of what somebody coordinates, and how its libraries stand.
public record BoardPart(Region region, BoardCounts counts) {
    /// How all of them stand together.
    public static BoardCounts sum(Collection<BoardPart> parts) {
        return parts.stream().map(BoardPart::counts).reduce(BoardCounts.NONE, BoardCounts::and);
    }
}
