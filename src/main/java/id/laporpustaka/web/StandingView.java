package id.laporpustaka.web;

import java.util.List;

/// All that the page of scores shows.
///
/// @param place what the libraries are of
/// @param text how many there are, by which rules and when it was worked out; or that it is not yet
/// @param rules where the rules are; empty if the visitor may not change them
/// @param years to choose from
/// @param parts the regions that the place is made up of
/// @param hidden what the search takes along
record StandingView(
        String place,
        String text,
        String rules,
        RegionPicker picker,
        List<SummaryView.Choice> years,
        List<SummaryView.Medal> medals,
        List<SummaryView.Choice> chips,
        List<Part> parts,
        String typed,
        List<TableView.Field> hidden,
        TableView table) {
    /// A region.
    ///
    /// @param address where it is shown by itself; empty for nowhere
    record Part(String name, String address, String libraries, List<SummaryView.Medal> medals) {}
}
