package id.laporpustaka.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that became of a report.
///
/// @param by the name of who did it; empty for the product, and for who has been erased
/// @param status where the report stood then
/// @param asked the names of the prompts that were to be answered anew
/// @param changesJson an object with `{"from": …, "to": …}` for each answer that differs, by the name of its
///     question, as the form room writes answers; a side that is missing had no answer
public record ReportRevision(
        int revision,
        Instant at,
        Optional<String> by,
        RevisionAction action,
        Status status,
        Optional<Reason> reason,
        List<String> asked,
        String changesJson) {
    public ReportRevision {
        asked = List.copyOf(asked);
    }
}
