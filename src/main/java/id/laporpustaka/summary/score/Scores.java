package id.laporpustaka.summary.score;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static org.jooq.impl.DSL.noCondition;

import id.laporpustaka.people.Scope;
import id.laporpustaka.people.ScopeCondition;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Counts what scores are made of, for many libraries in one statement.
///
/// A report counts if it is sent or verified, with a photo where its kind needs one, in the month in which its activity
/// began. Of a limited kind only so many of a day count, those with the most sessions first. People at an event of
/// several libraries count for each of them. A library is active since the day on which its first reporter was
/// accepted, or since its first activity that counts, whichever is earlier: so what is reported of earlier months is
/// measured by the targets of these months, too.
public final class Scores {
    /// Who has reported nothing for longer is silent.
    public static final int SILENT_AFTER_DAYS = 30;

    private final DSLContext db;

    public Scores(DSLContext db) {
        this.db = db;
    }

    /// Of the active libraries within a scope, by id.
    ///
    /// @param regionCode of a part of it, or empty for all
    /// @param today the last day that counts
    public List<LibraryFigures> list(
            Scope scope, Optional<String> regionCode, ScoreRules rules, ScorePeriod period, LocalDate today) {
        return list(
                ScopeCondition.restrict(scope)
                        .and(regionCode.map(ScopeCondition::liesIn).orElse(noCondition())),
                rules,
                period,
                today);
    }

    /// Of one library within a scope; empty outside of it, or when it is out of use.
    public Optional<LibraryFigures> find(
            Scope scope, long libraryId, ScoreRules rules, ScorePeriod period, LocalDate today) {
        return list(ScopeCondition.restrict(scope).and(LIBRARY.ID.eq(libraryId)), rules, period, today).stream()
                .findFirst();
    }

    private List<LibraryFigures> list(Condition seen, ScoreRules rules, ScorePeriod period, LocalDate today) {
        return new FiguresQuery(rules, period, today).list(db, seen.and(LIBRARY.ACTIVE));
    }
}
