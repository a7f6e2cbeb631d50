package id.laporpustaka.conversation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What came of looking at a file that should hold a form; all texts are in the language of who asked.
public sealed interface FormCheck {
    /// How many lines are shown in a message.
    int MOST_LINES = 10;

    /// Something to mend in a form.
    ///
    /// @param sheet empty where the whole file is meant
    /// @param row from 1, 0 where the whole sheet is meant
    /// @param column as it is headed, empty where the whole row is meant
    record Line(String sheet, int row, String column, String message) {}

    /// Lines of which the first are shown.
    ///
    /// @param all how many there are
    /// @param file of the outbox, with all of them as text; empty if all are shown
    record Lines(List<Line> first, int all, OptionalLong file) {
        public Lines {
            first = List.copyOf(first);
        }
    }

    /// Telegram hands out files of at most 20 megabytes, and a form is much smaller.
    record TooLarge() implements FormCheck {}

    /// Telegram does not have the file any more.
    record Gone() implements FormCheck {}

    record Refused(Lines problems) implements FormCheck {}

    /// This version has been published with the same content.
    record AlreadyPublished(String formId, String version, String title) implements FormCheck {}

    /// It is kept as a candidate.
    ///
    /// @param questions how many people can be asked
    /// @param present the version of the form that is published now
    /// @param remarks what was left out without harm, and what to know before publishing
    record Accepted(
            long candidate,
            String formId,
            String version,
            String title,
            int questions,
            Optional<String> present,
            Lines remarks)
            implements FormCheck {}
}
