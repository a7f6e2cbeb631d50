package id.laporpustaka.export;

import id.laporpustaka.summary.Summary;
import id.laporpustaka.summary.score.Colour;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a printed summary tells.
///
/// @param whole the totals
/// @param parts the same in breakdowns, those with something in them
/// @param places the breakdown by regions or libraries, which has a table
/// @param standing empty where no library has a score
record SummaryBook(Summary whole, List<Summary> parts, Summary places, Optional<Standing> standing) {
    SummaryBook {
        parts = List.copyOf(parts);
    }

    /// The scores of a year.
    ///
    /// @param single of the one library that it is about
    /// @param colours how many libraries have each
    record Standing(int year, Optional<Single> single, Map<Colour, Integer> colours, int neverJoined) {}

    record Single(BigDecimal points, Colour colour) {}
}
