package id.laporpustaka.conversation;

import id.laporpustaka.submission.QuietPeriod;
import java.time.LocalDate;
import java.time.YearMonth;

/// What somebody wants of the board; whether they may is looked at when it is done.
public sealed interface BoardRequest {

    /// A list.
    ///
    /// @param search what was typed, for [BoardView.Shown#FOUND]
    record Show(BoardView view, String search) implements BoardRequest {}

    /// One library.
    ///
    /// @param view to go back to
    record Open(long library, BoardView view) implements BoardRequest {}

    /// Have the reporters of one library reminded.
    record Nudge(long library, BoardView view) implements BoardRequest {}

    /// Have those of all libraries reminded that have not reported.
    ///
    /// @param search what was typed, for [BoardView.Shown#FOUND]
    record NudgeAll(BoardView view, String search) implements BoardRequest {
        /// As a button has it: the view, and a mark of what was searched for, if anything was.
        public String argument() {
            return view.shown() == BoardView.Shown.FOUND
                    ? view.argument() + "/" + Integer.toHexString(search.hashCode())
                    : view.argument();
        }
    }

    /// One's own libraries.
    record Own(YearMonth month) implements BoardRequest {}

    /// Say that one's own library had no activity, or take it back.
    record Quiet(long library, QuietPeriod period, LocalDate firstDay, boolean quiet) implements BoardRequest {
        /// As a button has it, from here or from a reminder: `WEEK/2025-08-18/5`.
        public static String argument(long library, QuietPeriod period, LocalDate firstDay) {
            return period + "/" + firstDay + "/" + library;
        }
    }
}
