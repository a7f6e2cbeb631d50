package id.laporpustaka.web;

import java.util.List;

/// What anybody may know of a report whose printed proof they have.
///
/// @param standing whether it is neither refused nor taken back
record ProofView(String title, String text, boolean standing, List<Fact> facts) {
    record Fact(String label, String value) {}
}
