package id.laporpustaka.conversation;

import id.laporpustaka.form.LocalizedText;
import java.time.Instant;
import java.util.List;

/// A form in the list of those who make forms.
///
/// @param versions the oldest first, at least one
/// @param offered whether people can report with it
public record FormLine(String formId, LocalizedText title, List<Version> versions, boolean offered) {
    public FormLine {
        versions = List.copyOf(versions);
    }

    public Version present() {
        return versions.getLast();
    }

    /// A version that has been published.
    ///
    /// @param builtIn whether it came with the product
    public record Version(String version, Instant publishedAt, boolean builtIn) {}
}
