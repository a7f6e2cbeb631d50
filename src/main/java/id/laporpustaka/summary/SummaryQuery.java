package id.laporpustaka.summary;

import id.laporpustaka.people.Scope;
import java.time.LocalDate;
import java.util.Optional;

/// A question about reports.
///
/// @param period the days on which an activity may have begun, local to its library
/// @param scope what the asker may see; nothing outside is counted
/// @param regionCode narrows the scope to a region and what lies in it
/// @param groupedQuestion the name of the question whose choices are the groups; only with [GroupBy#QUESTION],
///     outside of repeats
/// @param measuredQuestion the name of a question for a number, outside of repeats, that is added up too
public record SummaryQuery(
        Period period,
        Scope scope,
        Optional<String> regionCode,
        SummaryFilter filter,
        GroupBy groupBy,
        Optional<String> groupedQuestion,
        Optional<String> measuredQuestion) {
    public SummaryQuery {
        if (groupedQuestion.isPresent() != (groupBy == GroupBy.QUESTION)) {
            throw new IllegalArgumentException("A question and grouping by it go together");
        }
    }

    /// All that the scope holds, totals only.
    public static SummaryQuery of(Period period, Scope scope) {
        return new SummaryQuery(
                period,
                scope,
                Optional.empty(),
                SummaryFilter.none(),
                GroupBy.NONE,
                Optional.empty(),
                Optional.empty());
    }

    public LocalDate from() {
        return period.from();
    }

    public LocalDate to() {
        return period.to();
    }

    public Optional<String> formId() {
        return filter.formId();
    }

    public SummaryQuery during(Period other) {
        return new SummaryQuery(other, scope, regionCode, filter, groupBy, groupedQuestion, measuredQuestion);
    }

    /// Grouped by something else, but not by a question, which [#byQuestion] does.
    public SummaryQuery by(GroupBy other) {
        return new SummaryQuery(period, scope, regionCode, filter, other, Optional.empty(), measuredQuestion);
    }

    public SummaryQuery byQuestion(String name) {
        return new SummaryQuery(
                period, scope, regionCode, filter, GroupBy.QUESTION, Optional.of(name), measuredQuestion);
    }

    public SummaryQuery measuring(String question) {
        return new SummaryQuery(period, scope, regionCode, filter, groupBy, groupedQuestion, Optional.of(question));
    }

    public SummaryQuery inRegion(String code) {
        return new SummaryQuery(period, scope, Optional.of(code), filter, groupBy, groupedQuestion, measuredQuestion);
    }

    /// With what [Summaries#compare] compares it: months with those of the year before, everything else with the
    /// period before.
    public Period compared() {
        return groupBy == GroupBy.MONTH ? period.yearBefore() : period.before();
    }

    public SummaryQuery ofForm(String id) {
        return only(filter.withForm(id));
    }

    /// Of these reports only, instead of the earlier filter.
    public SummaryQuery only(SummaryFilter other) {
        return new SummaryQuery(period, scope, regionCode, other, groupBy, groupedQuestion, measuredQuestion);
    }
}
