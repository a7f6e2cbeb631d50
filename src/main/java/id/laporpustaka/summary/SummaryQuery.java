package id.laporpustaka.summary;

import id.laporpustaka.people.Scope;
import java.time.LocalDate;
import java.util.Optional;

/// A question about reports.
///
/// @param from the first day on which an activity may have begun, local to its library
/// @param to the last such day
/// @param scope what the asker may see; nothing outside is counted
/// @param regionCode narrows the scope to a region and what lies in it
/// @param formId narrows the reports to one form
public record SummaryQuery(
        LocalDate from,
        LocalDate to,
        Scope scope,
        Optional<String> regionCode,
        Optional<String> formId,
        GroupBy groupBy) {
    public SummaryQuery {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A summary cannot end on %s when it begins on %s".formatted(to, from));
        }
    }

    /// All that the scope holds, totals only.
    public static SummaryQuery of(Period period, Scope scope) {
        return new SummaryQuery(period.from(), period.to(), scope, Optional.empty(), Optional.empty(), GroupBy.NONE);
    }

    public Period period() {
        return new Period(from, to);
    }

    public SummaryQuery by(GroupBy other) {
        return new SummaryQuery(from, to, scope, regionCode, formId, other);
    }

    public SummaryQuery inRegion(String code) {
        return new SummaryQuery(from, to, scope, Optional.of(code), formId, groupBy);
    }

    public SummaryQuery ofForm(String id) {
        return new SummaryQuery(from, to, scope, regionCode, Optional.of(id), groupBy);
    }
}
