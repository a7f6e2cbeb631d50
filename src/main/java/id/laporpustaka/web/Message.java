package id.laporpustaka.web;

import java.util.Optional;

/// A page that says one thing.
///
/// @param note in smaller words below; may be empty
record Message(String title, String text, String note, Optional<Way> way) {
    /// A link to go on with.
    record Way(String address, String label) {}
}
