package id.laporpustaka.conversation;

import id.laporpustaka.people.DirectoryCounts;
import id.laporpustaka.people.LibraryFilter;
import id.laporpustaka.people.LibraryLine;
import id.laporpustaka.people.Page;
import id.laporpustaka.people.Role;
import java.util.List;

/// The libraries of a coordinator's part, as a page of a list.
///
/// @param search words that the names have; empty for all
/// @param roles that this coordinator may give
/// @param imports whether they may take over whole sheets of libraries
public record Register(
        DirectoryCounts counts,
        LibraryFilter filter,
        String search,
        Page<LibraryLine> page,
        List<Role> roles,
        boolean imports) {
    public Register {
        roles = List.copyOf(roles);
    }
}
