package id.laporpustaka.export;

import id.laporpustaka.form.LocalizedText;
import java.util.List;

/// What became of a file that should hold a sheet of libraries.
sealed interface SheetReading {
    record Read(LibrarySheet sheet) implements SheetReading {}

    record TooLarge() implements SheetReading {}

    /// It is no sheet, or a damaged one.
    record NotASheet(LocalizedText why) implements SheetReading {}

    /// No row looks like headings.
    record NoHeadings() implements SheetReading {}

    /// There are headings, and not enough of them.
    ///
    /// @param missing columns that no sheet can do without; a place is told by its code, or at least its regency
    record ColumnsMissing(List<SheetColumn> missing) implements SheetReading {
        public ColumnsMissing {
            missing = List.copyOf(missing);
        }
    }

    record TooManyRows() implements SheetReading {}

    record NoRows() implements SheetReading {}
}
