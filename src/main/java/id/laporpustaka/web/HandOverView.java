package id.laporpustaka.web;

import java.util.List;

/// All that the page shows on which a successor is chosen.
///
/// @param back the library's page
/// @param here this page, without the language
/// @param nobody says that nobody has such a name; empty if there was no search or somebody was found
/// @param problem what has to be mended; empty for nothing
/// @param there those who report for the library, too
/// @param others those who were found by name
record HandOverView(
        String library,
        String leaving,
        String back,
        String here,
        String search,
        String nobody,
        String problem,
        List<Successor> there,
        List<Successor> others) {
    record Successor(long id, String name, String note) {}
}
