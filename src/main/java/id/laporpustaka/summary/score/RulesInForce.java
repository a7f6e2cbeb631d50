package id.laporpustaka.summary.score;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;

/// The rules of a year, of which only the id of the version is asked for each time, as a version never changes.
final class RulesInForce {
    private final Map<Long, ScoreRules> versions = new ConcurrentHashMap<>();

    ScoreRules find(DSLContext db, int year) {
        var book = new Rulebook(db);
        return versions.computeIfAbsent(
                book.idInForce(year), id -> book.find(id).orElseThrow().rules());
    }
}
