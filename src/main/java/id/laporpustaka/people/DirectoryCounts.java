package id.laporpustaka.people;

/// How a part of the programme stands, among the active libraries.
///
/// @param joined libraries with an accepted reporter
/// @param waiting people who want to report and wait for being accepted
public record DirectoryCounts(int libraries, int joined, int waiting) {

    /// Libraries without an accepted reporter.
    public int neverJoined() {
        return libraries - joined;
    }
}
