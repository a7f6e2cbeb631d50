package id.laporpustaka.conversation;

import id.laporpustaka.summary.Coverage;
import id.laporpustaka.summary.Totals;
import java.time.LocalDate;
import java.util.List;

/// How a region does, as a coordinator is told without asking.
///
/// @param place the regions or libraries that it is about
/// @param from the first day that it is about
/// @param nothing how many libraries have said that the month had no activities, of those that have sent nothing
/// @param before what the period before adds up to
/// @param lately how many reports were sent in the last seven days
/// @param toReview how many reports wait for the reader
/// @param toDecide how many people wait for the reader to let them in
/// @param joined the names of some libraries that have joined lately
/// @param allJoined how many such there are
/// @param silent the names of some that have been silent for a month
/// @param allSilent how many such there are
public record Digest(
        String place,
        LocalDate from,
        LocalDate to,
        Coverage coverage,
        int nothing,
        Totals totals,
        Totals before,
        int lately,
        int toReview,
        int toDecide,
        List<String> joined,
        int allJoined,
        List<String> silent,
        int allSilent) {
    /// How many names it has at most of each.
    public static final int MOST_NAMES = 3;

    public Digest {
        joined = List.copyOf(joined);
        silent = List.copyOf(silent);
    }
}
