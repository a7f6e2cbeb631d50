package id.laporpustaka.web;

import java.util.List;

/// All that the page of who has reported shows.
///
/// @param place what the libraries are of
/// @param month in words
/// @param notice what has just been done; empty for nothing
/// @param missed who was not reminded, and why
/// @param months to choose from
/// @param states to choose from, with how many there are
/// @param parts the regions that the place is made up of
/// @param remind where the reporters of all that are open are reminded; empty if that can't be
/// @param remindText says how many
/// @param hidden what the forms take along
record BoardView(
        String place,
        String month,
        String notice,
        List<String> missed,
        RegionPicker picker,
        List<SummaryView.Choice> months,
        List<SummaryView.Figure> counts,
        List<SummaryView.Choice> states,
        List<Part> parts,
        String remind,
        String remindText,
        String typed,
        List<TableView.Field> hidden,
        TableView table) {
    /// A region.
    ///
    /// @param width of its bar, in percent
    record Part(String name, String address, String reported, String libraries, String share, double width) {}
}
