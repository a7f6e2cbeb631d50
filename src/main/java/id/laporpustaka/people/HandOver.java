package id.laporpustaka.people;

/// What became of handing a library over to another reporter.
public sealed interface HandOver {

    record Done(Admission admission) implements HandOver {}

    /// Only who may report for the library can hand it over.
    record NotTheirs() implements HandOver {}

    /// There is no such person any more, or it is the same.
    record NoSuccessor() implements HandOver {}
}
