package id.laporpustaka.conversation;

import id.laporpustaka.form.Language;
import java.time.LocalDate;

/// Work that is done outside the conversation's transaction.
public sealed interface Job {

    /// A summary of what a person may see.
    ///
    /// @param telegramId whose it is; the scope is taken when the work is done
    /// @param card the card that the answer is written over, if it is still open; 0 for a new message
    record Summarise(long telegramId, LocalDate from, LocalDate to, Grouping grouping, Language language, int card)
            implements Job {}

    enum Grouping {
        MONTH,
        /// The parts of the person's own region.
        REGION,
        TYPE,
        TOPIC,
        LIBRARY
    }
}
