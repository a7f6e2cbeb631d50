package id.laporpustaka.conversation;

import id.laporpustaka.form.LocalizedText;
import java.util.List;

/// The forms that those who make them can do something with.
///
/// @param published in the order in which they are offered
/// @param candidates found good and not published yet, the newest first, few
/// @param more whether more of them wait
public record FormShelf(List<FormLine> published, List<Candidate> candidates, boolean more) {
    public FormShelf {
        published = List.copyOf(published);
        candidates = List.copyOf(candidates);
    }

    /// A form that waits to be tried, published or dropped.
    public record Candidate(long id, String formId, String version, LocalizedText title) {}
}
