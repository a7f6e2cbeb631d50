package id.laporpustaka.conversation;

/// A stored fact that a step needs; all look-ups of a batch are answered with one query per kind.
///
/// @param <T> what is found
public sealed interface Lookup<T> {
    /// The number for a report that is being sent; a number that is not used after all leaves a gap.
    record SubmissionNumber(String formId, int year, int month) implements Lookup<String> {}

    /// How many reports of the form the library has in the month of a day, this one not counted.
    record ReportsInMonth(long libraryId, String formId, int year, int month) implements Lookup<Integer> {}

    /// A draft of this person, discarded or not.
    record DraftById(long personId, long draftId) implements Lookup<java.util.Optional<Draft>> {}

    /// A person's drafts that are not discarded, newest first, ten at most.
    record DraftsOf(long personId) implements Lookup<java.util.List<Draft>> {}

    /// A page of ten of a person's reports, newest first.
    record HistoryOf(long personId, int page) implements Lookup<HistoryPage> {}

    /// Whether a link that makes the first admin is still good.
    record FirstAdminLink(String token) implements Lookup<Boolean> {}
}
