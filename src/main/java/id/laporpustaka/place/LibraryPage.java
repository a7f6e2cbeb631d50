package id.laporpustaka.place;

import java.util.List;

/// Some of the libraries that were found, best first.
///
/// @param more whether there are further ones behind these
public record LibraryPage(List<Library> results, boolean more) {
    public LibraryPage {
        results = List.copyOf(results);
    }
}
