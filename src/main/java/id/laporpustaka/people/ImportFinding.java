package id.laporpustaka.people;

/// A problem of a row; a row can have several.
///
/// @param row its number in the sheet
public record ImportFinding(int row, ImportProblem problem) {}
