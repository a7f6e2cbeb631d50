package id.laporpustaka.conversation;

import id.laporpustaka.people.LibraryFilter;
import id.laporpustaka.people.Role;
import id.laporpustaka.submission.Verdict;
import java.util.List;

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

    /// Part of a library's name, or a month, where the board is shown.
    ///
    /// @param view as buttons have it
    /// @param search what was typed last
    record BoardSearch(String view, String search) implements Expecting {}

    /// Part of one's own reports, or a period.
    ///
    /// @param search what was typed last
    record ReportSearch(String search) implements Expecting {}

    /// Which questions of a report are to be answered anew.
    ///
    /// @param marked the places of those chosen so far
    record Questions(String number, int revision, List<String> marked) implements Expecting {
        public Questions {
            marked = List.copyOf(marked);
        }
    }

    /// Why a report is sent back or refused, or what is remarked about it.
    ///
    /// @param asked the names of the prompts that are to be answered anew
    record ReasonFor(String number, int revision, Verdict verdict, List<String> asked) implements Expecting {
        public ReasonFor {
            asked = List.copyOf(asked);
        }
    }

    /// A list of reports to review is shown, which can be verified together.
    record ReviewOf(List<Seen> shown) implements Expecting {
        public ReviewOf {
            shown = List.copyOf(shown);
        }

        /// A report as it was shown.
        public record Seen(String number, int revision) {}
    }

    /// The name of a period or of a region, for a file that somebody wants.
    record ExportOf(ExportOrder order) implements Expecting {}

    /// The name of the library that a report with this form is for.
    record Library(String formId) implements Expecting {}
}
