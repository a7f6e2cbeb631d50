package id.laporpustaka.web;

import java.util.List;

/// All that the pages show on which two libraries are made one: first the search for the other one, then both
/// side by side.
///
/// @param here the search, without the language
/// @param back the library's page
/// @param nobody says that no library was found; empty otherwise
/// @param found libraries, each with the address at which both are compared
/// @param action where the decision is sent
/// @param sides the two; none while the other one is being looked for
/// @param problem what has to be mended; empty for nothing
record MergeView(
        String library,
        String here,
        String back,
        String search,
        String nobody,
        List<Found> found,
        String action,
        List<Side> sides,
        String problem) {

    record Found(String name, String place, String address) {}

    /// @param goes what goes over if this is the one that is not kept
    /// @param chosen whether it is kept unless the visitor says otherwise
    record Side(
            long id,
            String name,
            String address,
            String place,
            List<LibraryView.Fact> facts,
            String goes,
            boolean mayBeKept,
            boolean chosen) {}
}
