package id.laporpustaka.people;

import id.laporpustaka.place.Region;
import java.util.List;

/// What became of an import.
public sealed interface ImportResult {

    /// Nothing was changed.
    record Refused(List<ImportFinding> findings) implements ImportResult {
        public Refused {
            findings = List.copyOf(findings);
        }
    }

    /// Everything was done, in the order of the sheet.
    ///
    /// @param leftOut what was wrong with the rows that were left out, if that was wanted
    record Done(List<Imported> libraries, List<ImportFinding> leftOut) implements ImportResult {
        public Done {
            libraries = List.copyOf(libraries);
            leftOut = List.copyOf(leftOut);
        }
    }

    /// A library of the sheet and the invitation for it. The code is kept nowhere else.
    ///
    /// @param row its number in the sheet
    /// @param created false if the library was there already
    record Imported(int row, long libraryId, String name, Region region, boolean created, InviteCode code) {}
}
