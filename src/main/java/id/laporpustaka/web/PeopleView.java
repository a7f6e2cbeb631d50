package id.laporpustaka.web;

import java.util.List;

/// All that the page of people shows.
///
/// @param notice what has just been done; empty for nothing
/// @param empty says that there is nobody to show; empty otherwise
/// @param invite where to invite to a role; empty if the visitor may not
record PeopleView(
        String notice, String total, String search, List<Row> rows, Pager pages, String empty, String invite) {
    record Row(
            String name, String address, List<String> roles, List<String> libraries, String reach, boolean blocked) {}
}
