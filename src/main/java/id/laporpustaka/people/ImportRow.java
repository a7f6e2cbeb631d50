package id.laporpustaka.people;

/// A row of a sheet of libraries, as it was written; what is missing is empty. Where the library is, is told by
/// a code or else by names.
///
/// @param number of the row in the sheet, to find it again
/// @param code dotted Kemendagri code, of the village or, for a library that serves one, of a larger region
/// @param type a code of [id.laporpustaka.place.LibraryType] or its Indonesian name
/// @param scheme a code of [id.laporpustaka.place.Scheme] or its Indonesian name; empty if it is not known
/// @param npp may be empty
/// @param reporters how many people the invitation lets in; empty for [LibraryImport#USUAL_REPORTERS]
public record ImportRow(
        int number,
        String code,
        String province,
        String regency,
        String district,
        String village,
        String name,
        String type,
        String scheme,
        String npp,
        String reporters) {}
