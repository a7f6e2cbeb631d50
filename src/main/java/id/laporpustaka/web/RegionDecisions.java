package id.laporpustaka.web;

import id.laporpustaka.place.RegionChange;
import id.laporpustaka.place.RegionChangeSet;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an admin has said about another version of the region data, as it was typed.
///
/// @param from the version that the database had when the admin looked
/// @param choices by the ids of regions that end: a code, [#NOTHING], or empty
/// @param codes by the same ids, codes that were typed; they count before the choices
record RegionDecisions(String from, String day, Map<Long, String> choices, Map<Long, String> codes) {
    /// Names of fields; those of regions have an id behind them.
    static final String FROM = "from";

    static final String DAY = "day";
    static final String CHOICE = "choice-";
    static final String CODE = "code-";

    /// Nothing takes the place of a region.
    static final String NOTHING = "none";

    /// Nothing is decided yet.
    static RegionDecisions none(String from, LocalDate day) {
        return new RegionDecisions(from, day.toString(), Map.of(), Map.of());
    }

    static RegionDecisions typed(Context context, RegionChangeSet changes) {
        var choices = new HashMap<Long, String>();
        var codes = new HashMap<Long, String>();
        for (var unclear : changes.listUnclear()) {
            var id = unclear.region().id();
            choices.put(id, Desk.typed(context, CHOICE + id));
            codes.put(id, Desk.typed(context, CODE + id));
        }
        return new RegionDecisions(Desk.typed(context, FROM), Desk.typed(context, DAY), choices, codes);
    }

    String choice(RegionChange.Ended ended) {
        return choices.getOrDefault(ended.region().id(), "");
    }

    String code(RegionChange.Ended ended) {
        return codes.getOrDefault(ended.region().id(), "");
    }

    /// What takes the place of each region, of those that were decided.
    Map<Long, List<String>> successors() {
        var successors = new HashMap<Long, List<String>>();
        choices.forEach((id, choice) -> {
            var typed = codes.getOrDefault(id, "");
            var code = typed.isEmpty() ? choice : typed;
            if (!code.isEmpty()) {
                successors.put(id, code.equals(NOTHING) ? List.of() : List.of(code));
            }
        });
        return successors;
    }

    /// The first day, unless it is none or is still to come.
    Optional<LocalDate> findDay(LocalDate today) {
        return findDay(day).filter(found -> !found.isAfter(today));
    }

    /// As browsers write it.
    static Optional<LocalDate> findDay(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
