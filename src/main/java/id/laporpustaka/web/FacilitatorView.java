package id.laporpustaka.web;

import java.util.List;

/// All that the page shows on which a facilitator of a library is chosen.
///
/// @param back the library's page
/// @param here this page, without the language
/// @param nobody says that nobody has such a name; empty if there was no search or somebody was found
/// @param problem what has to be mended; empty for nothing
record FacilitatorView(
        String library,
        String back,
        String here,
        String search,
        String nobody,
        String problem,
        List<Candidate> candidates) {
    record Candidate(long id, String name, String note) {}
}
