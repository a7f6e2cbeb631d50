package id.laporpustaka.conversation;

/// What a text is read as while no draft asks for one.
public sealed interface Expecting {
    record Nothing() implements Expecting {}

    /// The name of a period, after a summary.
    record Period() implements Expecting {}

    /// The name of the library that a report with this form is for.
    record Library(String formId) implements Expecting {}
}
