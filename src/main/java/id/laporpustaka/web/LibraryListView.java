package id.laporpustaka.web;

import java.util.List;

/// All that the page of libraries shows, worded and formatted.
///
/// @param counts how the part of the programme stands
/// @param filter the chosen one, as the address has it; empty for all
/// @param add where to add one; empty if the visitor may not
record LibraryListView(
        String total,
        List<Count> counts,
        List<Chip> chips,
        String filter,
        String search,
        TableView table,
        String add,
        String importing) {

    record Count(String label, String value) {}

    record Chip(String label, String address, boolean current) {}
}
