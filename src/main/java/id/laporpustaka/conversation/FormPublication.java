package id.laporpustaka.conversation;

/// What came of publishing a candidate.
public sealed interface FormPublication {
    record Published(String formId, String version, String title) implements FormPublication {}

    /// It does not fit the versions before it, some of which may be younger than the check.
    record Refused(FormCheck.Lines problems) implements FormPublication {}
}
