package id.laporpustaka.export.feed;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import id.laporpustaka.export.rows.LibraryPlaces;
import id.laporpustaka.export.rows.PlacedLibrary;
import id.laporpustaka.people.Scope;
import id.laporpustaka.people.ScopeCondition;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/// Reads libraries in the order of their ids, one statement for a page of them.
public final class LibraryFeed {
    private static final Field<Integer> REPORTERS = field(selectCount()
                    .from(MEMBERSHIP)
                    .where(MEMBERSHIP.LIBRARY_ID.eq(LIBRARY.ID))
                    .and(MEMBERSHIP.STATUS.eq(inline("accepted"))))
            .as("reporters");
    private static final Field<LocalDate> LAST = field(select(max(SUBMISSION.DATE_START))
                    .from(SUBMISSION)
                    .where(SUBMISSION.LIBRARY_ID.eq(LIBRARY.ID))
                    .and(SUBMISSION.STATUS.in(Status.counted().stream()
                            .map(status -> inline(status.stored()))
                            .toList())))
            .as("last");

    private final DSLContext db;

    public LibraryFeed(DSLContext db) {
        this.db = db;
    }

    /// A library and what is told of it.
    ///
    /// @param reporters how many are accepted
    /// @param last the day of its last activity that counts
    /// @param mergedInto the library that it turned out to be
    public record Row(
            long id,
            PlacedLibrary library,
            Scheme scheme,
            boolean active,
            OptionalLong mergedInto,
            int reporters,
            Optional<LocalDate> last) {}

    /// Those that come after one of them.
    ///
    /// @param regionCode narrows the scope to what lies in this region
    /// @param after the id of the last one that is known
    public List<Row> list(Scope scope, Optional<String> regionCode, long after, int most) {
        return read(
                ScopeCondition.restrict(scope)
                        .and(regionCode.map(ScopeCondition::liesIn).orElse(noCondition()))
                        .and(LIBRARY.ID.gt(after)),
                most);
    }

    public Optional<Row> find(Scope scope, long id) {
        return read(ScopeCondition.restrict(scope).and(LIBRARY.ID.eq(id)), 1).stream()
                .findFirst();
    }

    private List<Row> read(Condition which, int most) {
        return LibraryPlaces.select(db, List.of(LIBRARY.SCHEME, LIBRARY.ACTIVE, LIBRARY.MERGED_INTO, REPORTERS, LAST))
                .where(which)
                .orderBy(LIBRARY.ID)
                .limit(most)
                .fetch(LibraryFeed::row);
    }

    private static Row row(Record row) {
        var mergedInto = row.get(LIBRARY.MERGED_INTO);
        return new Row(
                row.get(LIBRARY.ID),
                LibraryPlaces.read(row),
                Scheme.valueOf(row.get(LIBRARY.SCHEME)),
                row.get(LIBRARY.ACTIVE),
                mergedInto == null ? OptionalLong.empty() : OptionalLong.of(mergedInto),
                row.get(REPORTERS),
                Optional.ofNullable(row.get(LAST)));
    }
}
