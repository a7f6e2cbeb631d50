package id.laporpustaka.summary.score;

/// How a score is to be seen at a glance; never shown without its word and number. The names are stored and never
/// change.
public enum Colour {
    GREEN,
    YELLOW,
    RED,
    /// Nothing has been reported, so there is nothing to be judged.
    GREY
}
