package id.laporpustaka.summary;

/// A library from which nothing has come.
///
/// @param regionCode where it lies
public record OpenLibrary(long id, String name, String regionCode) {}
