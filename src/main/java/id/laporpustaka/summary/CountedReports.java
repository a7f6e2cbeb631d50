package id.laporpustaka.summary;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import id.laporpustaka.people.Scope;
import id.laporpustaka.people.ScopeCondition;
import id.laporpustaka.submission.Status;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/// What a summary counts, as conditions.
final class CountedReports {
    private CountedReports() {}

    /// The words are written into the statement, as the indexes have them.
    static Condition counts(Field<String> status) {
        return status.in(Status.counted().stream()
                .map(counted -> inline(counted.stored()))
                .toList());
    }

    /// About `submission`: that it counts, and that the filter lets it through.
    static Condition areMeant(SummaryFilter filter) {
        return Stream.of(
                        filter.formId().map(SUBMISSION.FORM_ID::eq),
                        filter.status().map(status -> SUBMISSION.STATUS.eq(status.stored())),
                        filter.topic().map(SUBMISSION.TOPIC::eq),
                        filter.activityForm().map(SUBMISSION.ACTIVITY_FORM::eq),
                        filter.ageGroup().map(SUBMISSION.AGE_GROUP::eq),
                        filter.partner().map(code -> val(code).eq(any(SUBMISSION.PARTNERS))),
                        filter.fund().map(code -> val(code).eq(any(SUBMISSION.FUNDS))),
                        filter.answer().map(CountedReports::answers))
                .flatMap(Optional::stream)
                .reduce(counts(SUBMISSION.STATUS), Condition::and);
    }

    /// A text contains itself, and a list of texts each of them (PostgreSQL, jsonb containment).
    private static Condition answers(SummaryFilter.Answer answer) {
        return condition(
                "{0} -> {1} @> to_jsonb({2})",
                SUBMISSION.ANSWERS, val(answer.question()), val(answer.code(), SQLDataType.CLOB));
    }

    /// Whether the query is about the whole country.
    static boolean areAllSeen(SummaryQuery query) {
        return query.scope() instanceof Scope.Everything
                && query.regionCode().isEmpty()
                && query.filter().library().isEmpty();
    }

    /// About `library`.
    static Condition areSeen(SummaryQuery query) {
        var library = query.filter().library();
        return ScopeCondition.restrict(query.scope())
                .and(query.regionCode().map(ScopeCondition::liesIn).orElse(noCondition()))
                .and(library.isPresent() ? LIBRARY.ID.eq(library.getAsLong()) : noCondition());
    }
}
