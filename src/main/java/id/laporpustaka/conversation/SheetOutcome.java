package id.laporpustaka.conversation;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/// What came of a sheet of libraries; all texts are in the language of who asked.
public sealed interface SheetOutcome {
    /// How many rows with problems are shown in a message.
    int MOST_LINES = 5;

    /// All that is wrong with a row.
    record Line(int row, String message) {}

    /// The sheet to fill in.
    ///
    /// @param file in the outbox's files, as in all of these
    record Template(long file) implements SheetOutcome {}

    record Refused(String why) implements SheetOutcome {}

    /// So large that checking it takes a while.
    record BeingChecked(long sheet, int rows) implements SheetOutcome {}

    /// It can be imported.
    ///
    /// @param created rows that would become libraries
    /// @param existing rows whose library is there already, and would get an invitation only
    /// @param wrong rows with problems
    /// @param first the first of these
    /// @param file the sheet with all problems in it; empty if there is none
    record Checked(long sheet, int created, int existing, int wrong, List<Line> first, OptionalLong file)
            implements SheetOutcome {
        public Checked {
            first = List.copyOf(first);
        }

        int good() {
            return created + existing;
        }
    }

    /// Libraries and invitations have been made.
    ///
    /// @param leftOut rows with problems
    /// @param until the last day of the invitations
    /// @param file the sheet with an invitation in each row
    record Imported(int created, int existing, int leftOut, LocalDate until, long file) implements SheetOutcome {}

    /// It has been imported or given up before, or another one has taken its place.
    record Gone() implements SheetOutcome {}

    record NotAllowed() implements SheetOutcome {}
}
