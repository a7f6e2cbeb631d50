package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/// Who reports for libraries and can be written to.
public final class Reporters {
    private final DSLContext db;

    public Reporters(DSLContext db) {
        this.db = db;
    }

    /// An accepted reporter.
    ///
    /// @param reachable whether a message would come; who has blocked the bot gets none
    public record Reporter(long personId, long telegramId, long libraryId, boolean reachable) {}

    /// Those of many libraries in one query, by library; a library without any is not among the keys.
    public Map<Long, List<Reporter>> listOf(Collection<Long> libraryIds) {
        return db
                .select(PERSON.ID, PERSON.TELEGRAM_ID, MEMBERSHIP.LIBRARY_ID, PERSON.UNREACHABLE_SINCE.isNull())
                .from(MEMBERSHIP)
                .join(PERSON)
                .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .where(MEMBERSHIP.LIBRARY_ID.eq(any(libraryIds.toArray(Long[]::new))))
                .and(MEMBERSHIP.STATUS.eq(inline("accepted")))
                .and(PERSON.TELEGRAM_ID.isNotNull())
                .orderBy(MEMBERSHIP.LIBRARY_ID, PERSON.ID)
                .fetch(row -> new Reporter(row.value1(), row.value2(), row.value3(), row.value4()))
                .stream()
                .collect(Collectors.groupingBy(Reporter::libraryId));
    }
}
