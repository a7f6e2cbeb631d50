package id.laporpustaka.submission;

import java.time.Instant;
import java.util.Optional;

/// A published version of a form, as it was written.
///
/// @param source the XLSForm in its single-file CSV layout
/// @param builtIn whether it came with the product
/// @param retiredAt since when the form is not offered, if it is not
public record FormSource(String formId, String version, String source, boolean builtIn, Optional<Instant> retiredAt) {}
