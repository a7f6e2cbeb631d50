package id.laporpustaka.web;

/// All that the page of people shows.
///
/// @param notice what has just been done; empty for nothing
/// @param invite where to invite to a role; empty if the visitor may not
record PeopleView(String notice, String search, TableView table, String invite) {}
