package id.laporpustaka.conversation;

import id.laporpustaka.submission.QuietTimes;
import id.laporpustaka.summary.BoardCounts;
import id.laporpustaka.summary.BoardState;
import java.util.List;

/// What the board says. The names of classes and components are stored and never change; days and months are as
/// ISO 8601 has them, and empty for none.
public sealed interface BoardAnswer {
    /// How many rows a page has.
    int PAGE = 10;

    /// The regions that make up what is looked at.
    ///
    /// @param place what is looked at
    /// @param above the code to go back to; empty for the whole
    /// @param mayRemind whether the reporters of its libraries can be reminded, of this month
    /// @param own whether the person also reports for libraries
    record Parts(
            String place,
            String above,
            BoardCounts counts,
            List<Part> parts,
            int page,
            int total,
            boolean mayRemind,
            boolean own)
            implements BoardAnswer {
        public Parts {
            parts = List.copyOf(parts);
        }
    }

    record Part(String code, String name, BoardCounts counts) {}

    /// Libraries of one state, or found by name.
    ///
    /// @param state of all of them; those found stand as each line says
    /// @param total on all pages
    /// @param open how many of those on all pages have sent nothing
    /// @param mayRemind whether their reporters can be reminded, of this month
    record Libraries(
            String place,
            String above,
            BoardCounts counts,
            BoardState state,
            List<Line> lines,
            int page,
            int total,
            int open,
            boolean mayRemind,
            boolean mayInvite,
            boolean own)
            implements BoardAnswer {
        public Libraries {
            lines = List.copyOf(lines);
        }
    }

    /// A library.
    ///
    /// @param last the day of its last report
    /// @param quietWeek the Monday of the last week of which it has said that there was nothing
    /// @param reminded the day on which somebody of it was reminded last
    record Line(
            long id,
            String name,
            String place,
            BoardState state,
            int reports,
            String last,
            String quietWeek,
            String reminded) {}

    record One(Line line, int reporters, boolean mayRemind, boolean mayInvite) implements BoardAnswer {}

    /// Who is being reminded.
    ///
    /// @param people who get a message now
    /// @param libraries for which somebody does
    /// @param peopleLater who get one in the morning, as it is night where they are
    /// @param librariesLater for which nobody gets one before
    /// @param missed the first of the others
    /// @param more how many others there are besides
    record Nudged(
            int people,
            int libraries,
            int peopleLater,
            int librariesLater,
            List<Missed> missed,
            int more,
            boolean mayInvite)
            implements BoardAnswer {
        /// How many are named.
        public static final int MOST_NAMED = 10;

        public Nudged {
            missed = List.copyOf(missed);
        }
    }

    record Missed(String name, Why why) {}

    /// Why nobody of a library is reminded.
    enum Why {
        NOBODY,
        UNREACHABLE,
        TODAY,
        TWICE_THIS_WEEK
    }

    record Own(List<OwnMonth> libraries) implements BoardAnswer {
        public Own {
            libraries = List.copyOf(libraries);
        }
    }

    /// How one's own library stands.
    ///
    /// @param kinds what was reported, by the titles of the forms
    /// @param quiet whether it has been said that there was nothing
    /// @param open whether that can be said or taken back still
    /// @param statistics the month whose statistics are missing; empty if they are not due or not missing
    record OwnMonth(
            long id,
            String name,
            boolean accepted,
            List<Kind> kinds,
            String last,
            boolean quiet,
            boolean open,
            String statistics) {
        public OwnMonth {
            kinds = List.copyOf(kinds);
        }

        public int reports() {
            return kinds.stream().mapToInt(Kind::reports).sum();
        }
    }

    record Kind(String title, int reports) {}

    /// It has been said that there was nothing, or taken back, or neither.
    ///
    /// @param reports of that time
    record QuietDone(String name, QuietTimes.Outcome outcome, int reports) implements BoardAnswer {}

    /// Not theirs, or gone.
    record NotYours() implements BoardAnswer {}
}
