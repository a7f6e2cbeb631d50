package id.laporpustaka.conversation;

import id.laporpustaka.people.LibraryFilter;
import id.laporpustaka.people.Role;

/// What a text is read as while no draft asks for one.
public sealed interface Expecting {
    record Nothing() implements Expecting {}

    /// The name of a period, after a summary.
    record Period() implements Expecting {}

    /// The name of a library of the register, which shows those with `filter`.
    ///
    /// @param search what was typed last
    record LibrarySearch(LibraryFilter filter, String search) implements Expecting {}

    /// The name of the region over which somebody is invited to have this role.
    record RegionOf(Role role) implements Expecting {}

    /// What is to be written for a library.
    record FieldOf(long library, LibraryField field) implements Expecting {}

    /// The name of the library that this one is the same as.
    record SameAs(long library) implements Expecting {}

    /// The name of a person.
    ///
    /// @param search what was typed last
    record PersonSearch(String search) implements Expecting {}

    /// What a coordinator wants to know from someone who has asked to report.
    record QuestionAbout(long membership) implements Expecting {}

    /// What someone who has asked to report answers to that.
    record AnswerAbout(long membership) implements Expecting {}

    /// The name of the library that a report with this form is for.
    record Library(String formId) implements Expecting {}
}
