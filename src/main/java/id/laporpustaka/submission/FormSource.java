package id.laporpustaka.submission;

/// A published version of a form, as it was written.
///
/// @param source the XLSForm in its single-file CSV layout
public record FormSource(String formId, String version, String source, boolean builtIn) {}
