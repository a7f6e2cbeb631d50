package id.laporpustaka.people;

import id.laporpustaka.place.Region;
import java.util.Optional;
import java.util.Set;

/// That somebody coordinates: a region with all that lies in it, single libraries, or, if neither is named, the
/// whole country (only [Role#NASIONAL] and [Role#ADMIN]).
public record Duty(Role role, Optional<Region> region, Set<Long> libraries) {
    public Duty {
        libraries = Set.copyOf(libraries);
    }
}
