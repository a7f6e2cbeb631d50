package id.laporpustaka.conversation;

import id.laporpustaka.people.Action;
import id.laporpustaka.people.LibraryLine;
import id.laporpustaka.people.LibraryMember;
import id.laporpustaka.place.Library;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// All about a library, for a coordinator.
///
/// @param place where it is: `Desa Bener, Kec. Bener, Kab. Purworejo`
/// @param may what this coordinator may do to it
/// @param members who reports for it or waits to
/// @param invites the open ones, few
public record LibraryCard(
        LibraryLine line,
        Library library,
        String place,
        Set<Action> may,
        List<LibraryMember> members,
        List<OpenInvite> invites) {
    public LibraryCard {
        may = Set.copyOf(may);
        members = List.copyOf(members);
        invites = List.copyOf(invites);
    }

    /// An invitation that still works.
    ///
    /// @param until the last day on which it works
    public record OpenInvite(long id, int uses, int used, LocalDate until) {}
}
