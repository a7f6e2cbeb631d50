package id.laporpustaka.summary.score;

import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.SCORE_INDICATOR;
import static id.laporpustaka.db.generated.Tables.SCORE_TARGET;
import static id.laporpustaka.db.generated.Tables.SCORE_VERSION;
import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.laporpustaka.people.Audit;
import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditSubject;
import id.laporpustaka.people.By;
import id.laporpustaka.place.LibraryType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;

/// The rules of all years, in versions. The newest version of a year is in force for it, and for the years after it
/// that have none; years before the first one have that of the first.
public final class Rulebook {
    private final DSLContext db;

    public Rulebook(DSLContext db) {
        this.db = db;
    }

    /// The rules for a year.
    public ScoreVersion inForce(int year) {
        return list(SCORE_VERSION.ID.eq(field(newest(year)))).getFirst();
    }

    /// The version of these.
    long idInForce(int year) {
        return db.fetchSingle(newest(year)).value1();
    }

    private static Select<Record1<Long>> newest(int year) {
        return select(SCORE_VERSION.ID)
                .from(SCORE_VERSION)
                .orderBy(field(SCORE_VERSION.YEAR.gt(year)), abs(SCORE_VERSION.YEAR.sub(year)), SCORE_VERSION.ID.desc())
                .limit(1);
    }

    public Optional<ScoreVersion> find(long id) {
        return list(SCORE_VERSION.ID.eq(id)).stream().findFirst();
    }

    /// All of them, the newest first.
    public List<ScoreVersion> listAll() {
        return list(trueCondition());
    }

    /// Adds a version, in the caller's transaction.
    ///
    /// @return its id
    /// @throws IllegalArgumentException if the rules have problems
    public long publish(By by, ScoreRules rules) {
        if (!rules.problems().isEmpty()) {
            throw new IllegalArgumentException("Rules with problems cannot be published: " + rules.problems());
        }
        var insert = db.insertInto(SCORE_VERSION)
                .set(SCORE_VERSION.YEAR, rules.year())
                .set(SCORE_VERSION.LABEL, rules.label())
                .set(SCORE_VERSION.GREEN, rules.green())
                .set(SCORE_VERSION.YELLOW, rules.yellow())
                .set(SCORE_VERSION.MOST_A_DAY, rules.mostADay())
                .set(SCORE_VERSION.MOST_SESSIONS, rules.mostSessions());
        if (by.personId().isPresent()) {
            insert = insert.set(SCORE_VERSION.PUBLISHED_BY, by.personId().getAsLong());
        }
        var id = insert.returningResult(SCORE_VERSION.ID).fetchSingle().value1();
        var indicators = db.insertInto(
                SCORE_INDICATOR,
                SCORE_INDICATOR.VERSION_ID,
                SCORE_INDICATOR.INDICATOR,
                SCORE_INDICATOR.POSITION,
                SCORE_INDICATOR.FORM_ID,
                SCORE_INDICATOR.MEASURE,
                SCORE_INDICATOR.MONTHS,
                SCORE_INDICATOR.NEEDS_PHOTO,
                SCORE_INDICATOR.LIMITED);
        var targets = db.insertInto(
                SCORE_TARGET,
                SCORE_TARGET.VERSION_ID,
                SCORE_TARGET.INDICATOR,
                SCORE_TARGET.LIBRARY_TYPE,
                SCORE_TARGET.TARGET,
                SCORE_TARGET.WEIGHT);
        var position = (short) 0;
        for (var counting : rules.countings()) {
            indicators = indicators.values(
                    id,
                    counting.indicator().name(),
                    ++position,
                    counting.formId(),
                    counting.measure().name(),
                    (short) counting.months(),
                    counting.needsPhoto(),
                    counting.limited());
            for (var type : LibraryType.values()) {
                var goal = rules.goal(type, counting.indicator());
                targets = targets.values(id, counting.indicator().name(), type.name(), goal.target(), goal.weight());
            }
        }
        indicators.execute();
        targets.execute();
        new Audit(db)
                .record(
                        by,
                        AuditAction.SCORE_PUBLISHED,
                        AuditSubject.none().row(id),
                        JsonNodeFactory.instance.objectNode().put("year", rules.year()));
        return id;
    }

    private List<ScoreVersion> list(Condition which) {
        var versions = new LinkedHashMap<Long, List<Record>>();
        db.select(
                        SCORE_VERSION.ID,
                        SCORE_VERSION.YEAR,
                        SCORE_VERSION.LABEL,
                        SCORE_VERSION.GREEN,
                        SCORE_VERSION.YELLOW,
                        SCORE_VERSION.MOST_A_DAY,
                        SCORE_VERSION.MOST_SESSIONS,
                        SCORE_VERSION.PUBLISHED_AT,
                        PERSON.NAME,
                        SCORE_INDICATOR.INDICATOR,
                        SCORE_INDICATOR.FORM_ID,
                        SCORE_INDICATOR.MEASURE,
                        SCORE_INDICATOR.MONTHS,
                        SCORE_INDICATOR.NEEDS_PHOTO,
                        SCORE_INDICATOR.LIMITED,
                        SCORE_TARGET.LIBRARY_TYPE,
                        SCORE_TARGET.TARGET,
                        SCORE_TARGET.WEIGHT)
                .from(SCORE_VERSION)
                .join(SCORE_INDICATOR)
                .on(SCORE_INDICATOR.VERSION_ID.eq(SCORE_VERSION.ID))
                .join(SCORE_TARGET)
                .on(SCORE_TARGET.VERSION_ID.eq(SCORE_INDICATOR.VERSION_ID))
                .and(SCORE_TARGET.INDICATOR.eq(SCORE_INDICATOR.INDICATOR))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(SCORE_VERSION.PUBLISHED_BY))
                .where(which)
                .orderBy(SCORE_VERSION.ID.desc(), SCORE_INDICATOR.POSITION)
                .forEach(row -> versions.computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                        .add(row));
        return versions.values().stream().map(Rulebook::version).toList();
    }

    /// @param rows one for each indicator and type
    private static ScoreVersion version(List<Record> rows) {
        var countings = new LinkedHashMap<Indicator, Counting>();
        Map<LibraryType, Map<Indicator, Goal>> goals = new EnumMap<>(LibraryType.class);
        for (var row : rows) {
            var indicator = Indicator.valueOf(row.get(SCORE_INDICATOR.INDICATOR));
            countings.putIfAbsent(
                    indicator,
                    new Counting(
                            indicator,
                            row.get(SCORE_INDICATOR.FORM_ID),
                            Measure.valueOf(row.get(SCORE_INDICATOR.MEASURE)),
                            row.get(SCORE_INDICATOR.MONTHS),
                            row.get(SCORE_INDICATOR.NEEDS_PHOTO),
                            row.get(SCORE_INDICATOR.LIMITED)));
            goals.computeIfAbsent(
                            LibraryType.valueOf(row.get(SCORE_TARGET.LIBRARY_TYPE)),
                            _ -> new EnumMap<>(Indicator.class))
                    .put(indicator, new Goal(row.get(SCORE_TARGET.TARGET), row.get(SCORE_TARGET.WEIGHT)));
        }
        var first = rows.getFirst();
        return new ScoreVersion(
                first.get(SCORE_VERSION.ID),
                first.get(SCORE_VERSION.PUBLISHED_AT),
                Optional.ofNullable(first.get(PERSON.NAME)),
                new ScoreRules(
                        first.get(SCORE_VERSION.YEAR),
                        first.get(SCORE_VERSION.LABEL),
                        first.get(SCORE_VERSION.GREEN),
                        first.get(SCORE_VERSION.YELLOW),
                        first.get(SCORE_VERSION.MOST_A_DAY),
                        first.get(SCORE_VERSION.MOST_SESSIONS),
                        List.copyOf(countings.values()),
                        goals));
    }
}
