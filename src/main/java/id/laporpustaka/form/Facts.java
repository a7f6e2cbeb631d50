package id.laporpustaka.form;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// What a form may know beside the answers: the day and time in the library's zone, and whom it speaks to.
public record Facts(LocalDate today, ZoneId zone, Language language, LocalDateTime now) {

    /// For when the time of day does not matter: `now()` in an expression is then the day's first moment.
    public Facts(LocalDate today, ZoneId zone, Language language) {
        this(today, zone, language, today.atStartOfDay());
    }
}
