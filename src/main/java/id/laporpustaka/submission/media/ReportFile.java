package id.laporpustaka.submission.media;

/// A file of an answer of a report.
///
/// @param question its name; in a repeat with the number of the instance
/// @param position among the files of the answer, from 0
public record ReportFile(long submissionId, String question, int position, KeptFile file) {}
