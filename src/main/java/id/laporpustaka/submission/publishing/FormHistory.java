package id.laporpustaka.submission.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One form with all its versions.
///
/// @param versions at least one, the present one first
/// @param retiredAt since when it is not offered, if it is not
public record FormHistory(String formId, List<Version> versions, Optional<Instant> retiredAt) {
    public FormHistory {
        versions = List.copyOf(versions);
    }

    /// One version.
    ///
    /// @param publishedBy the name of a person; empty if it came with the product, or who it was has been erased
    /// @param reports those sent with this version, whatever became of them
    /// @param drafts those being written
    public record Version(
            String version,
            String source,
            boolean builtIn,
            Instant publishedAt,
            Optional<String> publishedBy,
            long reports,
            long drafts) {}

    public Version present() {
        return versions.getFirst();
    }

    public long reports() {
        return versions.stream().mapToLong(Version::reports).sum();
    }

    public long drafts() {
        return versions.stream().mapToLong(Version::drafts).sum();
    }
}
