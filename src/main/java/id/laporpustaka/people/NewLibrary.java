package id.laporpustaka.people;

import id.laporpustaka.place.Library;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Scheme;
import java.util.Optional;

/// What is written about a library.
///
/// @param npp as [id.laporpustaka.place.Npp] writes it
/// @param regionId where it is
public record NewLibrary(String name, LibraryType type, Scheme scheme, Optional<String> npp, long regionId) {
    /// A library as it is.
    public static NewLibrary of(Library library) {
        return new NewLibrary(
                library.name(),
                library.type(),
                library.scheme(),
                library.npp(),
                library.region().id());
    }
}
