package id.laporpustaka.conversation;

import id.laporpustaka.form.LocalizedText;

/// A few words shown over the chat for a moment, as the answer to a press.
public sealed interface Toast {
    /// The button belongs to something that is over.
    record Stale() implements Toast {}

    record AlreadySent() implements Toast {}

    /// The report has changed since its summary was shown; the new one is shown now.
    record ChangedSince() implements Toast {}

    /// What was asked for comes in a moment.
    record BeingMade() implements Toast {}

    /// A button in a group that only those may press who coordinate its region.
    record OnlyCoordinators() implements Toast {}

    /// The form does not allow this choice beside the others.
    ///
    /// @param message the form's own words, possibly empty
    record NotTogether(LocalizedText message) implements Toast {}
}
