package id.laporpustaka.people;

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

    /// Whether the role is over the whole country when neither a region nor libraries are named.
    boolean isNationwide() {
        return this == NASIONAL || this == ADMIN;
    }
}
