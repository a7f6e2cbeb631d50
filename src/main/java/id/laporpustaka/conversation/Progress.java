package id.laporpustaka.conversation;

/// How far a report is: the number of this question among the required ones that are relevant now.
///
/// @param number from 1; 0 for a question that may be skipped
public record Progress(int number, int all) {}
