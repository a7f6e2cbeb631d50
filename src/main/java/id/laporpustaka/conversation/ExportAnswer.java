package id.laporpustaka.conversation;

/// What came of an order of a file, or is told about one.
public sealed interface ExportAnswer {
    /// It is being made.
    record Ordered() implements ExportAnswer {}

    /// So many are open already that this one has to wait.
    record TooMany(int most) implements ExportAnswer {}

    /// How far it is, or what has become of it.
    ///
    /// @param address where it can be fetched
    record Stands(ExportStanding standing, String address) implements ExportAnswer {}

    /// It is ready and comes along.
    ///
    /// @param file in the outbox's files
    record Arrived(ExportStanding standing, long file) implements ExportAnswer {}

    /// There is no such file, or not any more, or it may not be had.
    record Gone() implements ExportAnswer {}
}
