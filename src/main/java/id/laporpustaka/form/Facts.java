package id.laporpustaka.form;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// What a form may know beside the answers: the day and time in the library's zone, whom it speaks to, and facts
/// outside the form.
///
/// @param username a pseudonym of the reporter, for questions of the type `username`
/// @param startedAt when the report was begun, for `start` and `today`
/// @param seed what `uuid()` and `random()` are drawn from: the same report always gets the same
public record Facts(
        LocalDate today,
        ZoneId zone,
        Language language,
        LocalDateTime now,
        ExternalData external,
        String username,
        LocalDateTime startedAt,
        String seed) {

    /// For when there is nothing outside the form.
    public Facts(LocalDate today, ZoneId zone, Language language, LocalDateTime now) {
        this(today, zone, language, now, ExternalData.none(), "", now, "");
    }

    /// For when the time of day does not matter: `now()` in an expression is then the day's first moment.
    public Facts(LocalDate today, ZoneId zone, Language language) {
        this(today, zone, language, today.atStartOfDay());
    }

    public Facts with(ExternalData other) {
        return new Facts(today, zone, language, now, other, username, startedAt, seed);
    }
}
