package id.laporpustaka.web;

import java.util.List;

/// All that the page of forms shows, worded and formatted.
///
/// @param notice what has just been done; empty for nothing
record FormListView(String notice, List<Candidate> candidates, List<Card> forms) {
    record Candidate(String title, String note, String address) {}

    /// One form.
    ///
    /// @param newer says that a built-in version is there to compare with; empty if not
    record Card(
            String formId,
            String title,
            boolean offered,
            String state,
            String counts,
            String newer,
            String question,
            List<Version> versions) {}

    /// @param changes where it is compared with the version before; empty for the first
    record Version(
            String name, String published, String publisher, String counts, String xlsx, String csv, String changes) {}
}
