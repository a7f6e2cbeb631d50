package id.laporpustaka.web;

import id.laporpustaka.people.LibraryLine;
import id.laporpustaka.place.FoundRegion;
import id.laporpustaka.place.Library;

/// A library that the visitor may see, with where it is.
record FoundLibrary(LibraryLine line, Library library, FoundRegion place) {
    long id() {
        return library.id();
    }

    String name() {
        return Typed.harmless(library.name());
    }

    String regionCode() {
        return library.region().code();
    }

    /// Where its page is.
    String address() {
        return Desk.LIBRARIES + "/" + id();
    }
}
