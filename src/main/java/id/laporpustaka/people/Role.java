package id.laporpustaka.people;

import id.laporpustaka.place.RegionLevel;
import java.util.Optional;

/// What a coordinator is. The names are stored and never change; reporting for a library needs no role.
public enum Role {
    PIC_DESA,
    /// Fasilitator daerah, for a region or for single libraries.
    FASDA,
    PIC_KAB,
    PIC_PROV,
    KONSULTAN,
    NASIONAL,
    ADMIN;

    /// Over what the role is given: a village, a regency, a province, or the whole country (empty). A
    /// facilitator has a regency, a part of it, or single libraries.
    boolean fits(Optional<RegionLevel> level) {
        return switch (this) {
            case PIC_DESA -> level.equals(Optional.of(RegionLevel.VILLAGE));
            case FASDA -> level.isPresent() && level.get() != RegionLevel.PROVINCE;
            case PIC_KAB -> level.equals(Optional.of(RegionLevel.REGENCY));
            case PIC_PROV, KONSULTAN -> level.equals(Optional.of(RegionLevel.PROVINCE));
            case NASIONAL, ADMIN -> level.isEmpty();
        };
    }

    /// Whether the role is over the whole country when neither a region nor libraries are named.
    boolean isNationwide() {
        return this == NASIONAL || this == ADMIN;
    }
}
