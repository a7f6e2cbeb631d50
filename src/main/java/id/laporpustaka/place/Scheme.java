package id.laporpustaka.place;

/// How a library came into the programme. The names are stored and never change.
public enum Scheme {
    /// Full support by the National Library.
    PENUH,
    /// Received books.
    BUKU,
    /// Joined by local means.
    MANDIRI,
    /// Not yet, or not known.
    BELUM
}
