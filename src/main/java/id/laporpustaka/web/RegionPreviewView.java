package id.laporpustaka.web;

import java.util.List;

/// All that the page shows on which another version of the region data is looked at, decided and applied.
///
/// @param from the version that the database has
/// @param action where the decision is sent
/// @param problem what stands against all of it; empty for nothing
/// @param notes what else stands against it, a sentence each
/// @param day the first day of the new version
/// @param dayProblem empty for nothing
/// @param unclear the regions of which a person must say what takes their place
record RegionPreviewView(
        String from,
        String to,
        String action,
        String back,
        String problem,
        List<String> notes,
        String day,
        String dayProblem,
        List<LibraryListView.Count> counts,
        List<Unclear> unclear,
        List<Section> sections) {

    /// @param concerns how many libraries and coordinators it has; empty if none
    /// @param code what was typed in place of a suggestion
    record Unclear(long id, String title, String concerns, List<Option> options, String code, String problem) {}

    record Option(String value, String label, boolean chosen) {}

    /// The changes of one kind.
    ///
    /// @param more how many are not shown; empty if all are
    record Section(String title, String count, String text, List<Row> rows, String more) {}

    /// @param becomes empty if the region is only there before or only after
    /// @param look whether a person should look at it
    record Row(String was, String becomes, String note, boolean look) {}
}
