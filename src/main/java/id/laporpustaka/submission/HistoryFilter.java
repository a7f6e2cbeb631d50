package id.laporpustaka.submission;

import java.time.LocalDate;
import java.util.Optional;

/// Which of a person's reports are wanted.
///
/// @param words in the title, the number or the name of the library, whatever their case; empty for all
/// @param from the first day of the activity; comes with `to`
public record HistoryFilter(long personId, String words, Optional<LocalDate> from, Optional<LocalDate> to) {
    public static HistoryFilter all(long personId) {
        return new HistoryFilter(personId, "", Optional.empty(), Optional.empty());
    }
}
