package id.laporpustaka.submission.publishing;

import java.time.Instant;
import java.util.Optional;

/// A form that has been checked and waits to be published or discarded.
///
/// @param source the XLSForm in its single-file CSV layout
/// @param builtIn whether the text is that of the form which comes with the product
/// @param uploadedBy the present name of a person; empty if who it was has been erased
public record FormCandidate(
        long id,
        String formId,
        String version,
        String source,
        boolean builtIn,
        Optional<String> uploadedBy,
        Instant uploadedAt) {}
