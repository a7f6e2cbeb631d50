package id.laporpustaka.place;

/// What came of reading a version of the region data.
public sealed interface RegionReading {
    record Accepted(RegionVersion version) implements RegionReading {}

    /// It cannot be used.
    ///
    /// @param row counted from 1 for the headers; 0 when it is about the whole file
    record Refused(Fault fault, String file, int row) implements RegionReading {}

    /// The first thing that is wrong.
    enum Fault {
        /// It is no zip file at all, or a broken one.
        NOT_A_ZIP,
        /// There is more in the zip file than region data have.
        TOO_LARGE,
        NO_FILE,
        NO_HEADER,
        NOTHING_IN_IT,
        NOT_UTF_8,
        TOO_FEW_FIELDS,
        NOT_A_CODE,
        NOT_A_NAME,
        /// The larger region of a code is missing.
        LIES_IN_NOTHING,
        CODE_TWICE,
        TOO_MANY
    }
}
