package id.laporpustaka.web;

import java.util.List;

/// All that the page of open invitations shows.
///
/// @param notice what has just been done; empty for nothing
/// @param total how many there are; empty for none
/// @param toRole where to invite to a role; empty if the visitor may not
record InviteListView(String notice, String total, List<InviteRow> rows, Pager pages, String toRole) {}
