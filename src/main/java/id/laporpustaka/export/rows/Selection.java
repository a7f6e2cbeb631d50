package id.laporpustaka.export.rows;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import id.laporpustaka.people.Scope;
import id.laporpustaka.people.ScopeCondition;
import id.laporpustaka.submission.Status;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.Condition;

/// Which reports: those that count and begin within the period, of libraries within the scope.
///
/// @param regionCode narrows the scope to what lies in this region
public record Selection(Scope scope, LocalDate from, LocalDate to, Optional<String> regionCode) {
    /// About `submission`, its `library` and its `region`.
    public Condition holds() {
        return holdsLibrary().and(holdsReport());
    }

    /// About `library` and its `region`.
    public Condition holdsLibrary() {
        return ScopeCondition.restrict(scope)
                .and(regionCode.map(ScopeCondition::liesIn).orElse(noCondition()));
    }

    /// About `submission` alone.
    public Condition holdsReport() {
        return SUBMISSION
                .DATE_START
                .between(from, to)
                .and(SUBMISSION.STATUS.in(Status.counted().stream()
                        .map(status -> inline(status.stored()))
                        .toList()));
    }
}
