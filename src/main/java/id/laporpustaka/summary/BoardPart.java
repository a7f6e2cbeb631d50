package id.laporpustaka.summary;

import id.laporpustaka.place.Region;

/// A part of what somebody coordinates, and how its libraries stand.
public record BoardPart(Region region, BoardCounts counts) {}
