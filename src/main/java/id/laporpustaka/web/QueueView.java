package id.laporpustaka.web;

import java.util.List;
import java.util.Optional;

/// All that the page of the reports that wait for a review shows, worded and formatted.
///
/// @param notice what became of those that were verified together; empty for nothing
/// @param problem what to mend; empty for nothing
/// @param regions to choose from; empty where there is no choice
/// @param verify where the ticked ones are verified; empty if the visitor may verify none of them
/// @param everything the same page with all ticked
/// @param empty what to do when there is nothing to show; empty otherwise
record QueueView(
        String total,
        Optional<DoneReview> done,
        String notice,
        String problem,
        QueueQuery typed,
        List<Option> regions,
        List<Option> kinds,
        List<Row> rows,
        Pager pages,
        String verify,
        String everything,
        List<QueueQuery.Field> hidden,
        String empty,
        String all) {

    record Option(String value, String label, boolean chosen) {}

    /// @param choice the report and its revision, for verifying it; empty where the visitor may not
    /// @param waiting for how long
    /// @param corrected that its sender has mended it; empty otherwise
    record Row(
            String choice,
            boolean chosen,
            String date,
            String title,
            String address,
            String library,
            String place,
            String kind,
            String waiting,
            String photos,
            String corrected) {}
}
