package id.laporpustaka.people;

/// What a reporter is in the library. The names are stored and never change.
public enum MemberRole {
    KEPALA,
    PENGELOLA,
    RELAWAN,
    /// An officer of the village.
    PERANGKAT,
    LAIN
}
