package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.LocalizedText;
import java.util.List;

/// What became of a file that should hold a sheet.
public sealed interface GridReading {
    /// There are sheets.
    ///
    /// @param grids those that can be seen, at least one
    record Read(List<Grid> grids) implements GridReading {
        public Read {
            grids = List.copyOf(grids);
        }
    }

    /// The file could not be read, or not safely.
    record Refused(LocalizedText why) implements GridReading {}
}
