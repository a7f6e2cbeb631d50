package id.laporpustaka.conversation;

import id.laporpustaka.people.Reporting;
import java.util.List;

/// A library of a reporter, as they see it.
///
/// @param colleagues who else reports for it
public record OwnLibrary(Reporting reporting, List<Colleague> colleagues) {
    public OwnLibrary {
        colleagues = List.copyOf(colleagues);
    }

    public record Colleague(long personId, String name) {}
}
