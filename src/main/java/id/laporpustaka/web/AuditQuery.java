package id.laporpustaka.web;

import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditFilter;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/// Which entries of the audit log are wanted, as it was typed; what is empty leaves nothing out.
///
/// @param person a number or a part of a name
/// @param library a number or a part of a name
/// @param action as it is stored
/// @param from the first day
/// @param until the last day
record AuditQuery(String person, String library, String action, String from, String until) {
    /// Names of fields and parameters.
    static final String PERSON = "orang";

    static final String LIBRARY = "perpustakaan";
    static final String ACTION = "tindakan";
    static final String FROM = "dari";
    static final String UNTIL = "sampai";

    static AuditQuery typed(Context context) {
        return new AuditQuery(
                Desk.typed(context, PERSON),
                Desk.typed(context, LIBRARY),
                Desk.typed(context, ACTION),
                Desk.typed(context, FROM),
                Desk.typed(context, UNTIL));
    }

    /// Whether a day is none.
    boolean isWrong() {
        return Stream.of(from, until)
                .anyMatch(text -> !text.isEmpty() && findDay(text).isEmpty());
    }

    AuditFilter filter(ZoneId zone) {
        var filter = AuditFilter.all();
        if (!person.isEmpty()) {
            filter = Desk.findId(person).map(filter::ofPerson).orElse(filter.ofPersonNamed(person));
        }
        if (!library.isEmpty()) {
            filter = Desk.findId(library).map(filter::ofLibrary).orElse(filter.ofLibraryNamed(library));
        }
        filter = AuditAction.find(action).map(filter::ofAction).orElse(filter);
        filter = findDay(from)
                .map(day -> day.atStartOfDay(zone).toInstant())
                .map(filter::since)
                .orElse(filter);
        return findDay(until)
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                .map(filter::before)
                .orElse(filter);
    }

    /// The page of these entries, without the language.
    String address() {
        return Addresses.with(
                AuditRoutes.PATH, PERSON, person, LIBRARY, library, ACTION, action, FROM, from, UNTIL, until);
    }

    /// As browsers write it, in years that a database knows.
    private static Optional<LocalDate> findDay(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 2000 && day.getYear() < 3000);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
