package id.laporpustaka.place;

/// What kind of library it is. The names are stored and never change.
public enum LibraryType {
    DESA,
    KEL,
    KEC,
    KAB,
    PROV,
    /// Taman Bacaan Masyarakat, a community's reading garden.
    TBM,
    /// In a place of worship.
    IBD,
    /// In an Islamic boarding school.
    PSN,
    LAIN
}
