package id.laporpustaka.web;

import java.util.List;
import java.util.Optional;

/// All that the page of one report shows, worded and formatted. Addresses are empty where the visitor may not go.
///
/// @param note what else is to be said of where it stands, such as the report that it was merged with
/// @param problem why a decision was not made; empty for nothing
/// @param toMend the id of the form with which it can be made after all; empty if there is none
/// @param query what a form carries along for who goes through the queue
/// @param consent what was not agreed to, in words; empty if all was
record ReportView(
        String title,
        StatusMark status,
        String note,
        Optional<DoneReview> done,
        String problem,
        String toMend,
        List<LibraryView.Fact> facts,
        List<Answer> answers,
        List<File> photos,
        List<File> others,
        String consent,
        List<Event> history,
        Optional<Deciding> deciding,
        Links links,
        List<QueueQuery.Field> query) {

    /// @param within the instance of a repeat that begins with it; empty if it goes on
    record Answer(String within, String question, String answer) {}

    /// A photo or another file.
    ///
    /// @param address empty as long as it is not stored
    /// @param thumbnail empty for what is no photo
    /// @param label says which one it is; for a photo its alternative text
    /// @param state why it is not there; empty if it is
    record File(String address, String thumbnail, String label, String state) {}

    /// Something that became of the report.
    ///
    /// @param reason in quotation marks where somebody wrote it
    record Event(String when, String what, String reason, List<String> asked, List<Changed> changes) {}

    record Changed(String question, String from, String to) {}

    /// What the visitor may decide now.
    ///
    /// @param verify where; empty if it cannot be verified now
    /// @param reopen where to take the decision back
    /// @param forms those that want words
    /// @param hidden what every form carries along
    /// @param merge where to join the report with one that it is like; empty if the visitor may not
    record Deciding(
            String verify,
            String reopen,
            String merge,
            List<Alike> alike,
            List<Form> forms,
            List<QueueQuery.Field> hidden) {}

    /// A report of the same library that may be about the same activity.
    record Alike(String number, String title, String note, String address) {}

    /// @param id of its elements
    /// @param text the reviewer's own words
    /// @param problem what to mend; empty for nothing
    /// @param open whether it was sent and could not be done
    record Form(
            String id,
            String title,
            String action,
            List<Choice> questions,
            List<Choice> reasons,
            String text,
            String textLabel,
            String button,
            String problem,
            boolean open) {}

    record Choice(String value, String label, String note, boolean chosen) {}

    /// @param next the one after it in the queue
    record Links(String library, String pdf, String queue, String next) {}
}
