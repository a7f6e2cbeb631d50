package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.row;

import id.laporpustaka.place.RegionLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// Takes a sheet of libraries over: all rows are checked first, then libraries and invitations are made in one
/// transaction, all or nothing. A few statements for thousands of rows.
public final class LibraryImport {
    /// How many people an invitation lets in when the sheet does not say.
    public static final int USUAL_REPORTERS = 5;

    private static final int ROWS_AT_ONCE = 2_000;

    private final DSLContext db;

    public LibraryImport(DSLContext db) {
        this.db = db;
    }

    /// Says what an import would do; changes nothing.
    ///
    /// @param scope where whoever imports may
    public ImportPreview preview(List<ImportRow> rows, Scope scope) {
        var checked = new ImportCheck(db, scope).check(rows, new ImportRegions(db).locate(rows));
        var created = (int) checked.good().stream()
                .filter(good -> good.existing().isEmpty())
                .count();
        return new ImportPreview(created, checked.good().size() - created, checked.findings());
    }

    /// Makes the libraries of a sheet, each with an invitation; a library that is there already gets an
    /// invitation only.
    ///
    /// @param scope where whoever imports may
    /// @param onlyGoodRows whether to leave out the rows that have problems, instead of refusing all
    /// @param life of the invitations
    public ImportResult run(
            By by, List<ImportRow> rows, Scope scope, boolean onlyGoodRows, Duration life, Instant now) {
        return db.transactionResult(
                transaction -> new LibraryImport(transaction.dsl()).runIn(by, rows, scope, onlyGoodRows, life, now));
    }

    private ImportResult runIn(
            By by, List<ImportRow> rows, Scope scope, boolean onlyGoodRows, Duration life, Instant now) {
        var located = new ImportRegions(db).locate(rows);
        lockProvinces(located, scope);
        var checked = new ImportCheck(db, scope).check(rows, located);
        if (!checked.findings().isEmpty() && !onlyGoodRows) {
            return new ImportResult.Refused(checked.findings());
        }
        var created = insert(by, checked.good());
        var libraries = checked.good().stream()
                .map(good -> good.existing().orElseGet(() -> requireNonNull(created.get(key(good)))))
                .toList();
        var wanted = new ArrayList<Invites.Wanted>();
        for (var i = 0; i < libraries.size(); i++) {
            wanted.add(new Invites.Wanted(
                    new InviteTarget.ToReport(libraries.get(i)),
                    checked.good().get(i).reporters()));
        }
        var invites = new Invites(db).createEach(by, wanted, life, now);
        var imported = new ArrayList<ImportResult.Imported>();
        for (var i = 0; i < libraries.size(); i++) {
            var good = checked.good().get(i);
            imported.add(new ImportResult.Imported(
                    good.row(),
                    libraries.get(i),
                    good.name(),
                    good.region(),
                    good.existing().isEmpty(),
                    invites.get(i).code()));
        }
        return new ImportResult.Done(imported, checked.findings());
    }

    /// Two imports into one province wait for each other, or both would make the same library.
    private void lockProvinces(List<ImportRegions.Located> located, Scope scope) {
        var codes = located.stream()
                .filter(ImportRegions.Located.At.class::isInstance)
                .map(at -> ((ImportRegions.Located.At) at).region().code())
                .filter(scope::includes)
                .map(code -> code.substring(0, RegionLevel.PROVINCE.codeLength()))
                .distinct()
                .toArray(String[]::new);
        db.select(REGION.ID)
                .from(REGION)
                .where(REGION.CODE.eq(any(codes)))
                .and(REGION.VALID_TO.isNull())
                .orderBy(REGION.ID)
                .forNoKeyUpdate()
                .execute();
    }

    private record Key(long regionId, String name) {}

    private static Key key(ImportCheck.Good good) {
        return new Key(good.region().id(), good.name());
    }

    private Map<Key, Long> insert(By by, List<ImportCheck.Good> all) {
        var created = new HashMap<Key, Long>();
        var missing = all.stream().filter(good -> good.existing().isEmpty()).toList();
        for (var from = 0; from < missing.size(); from += ROWS_AT_ONCE) {
            var some = missing.subList(from, Math.min(missing.size(), from + ROWS_AT_ONCE));
            db.insertInto(LIBRARY, LIBRARY.NAME, LIBRARY.TYPE, LIBRARY.SCHEME, LIBRARY.NPP, LIBRARY.REGION_ID)
                    .valuesOfRows(some.stream()
                            .map(good -> row(
                                    good.name(),
                                    good.type().name(),
                                    good.scheme().name(),
                                    good.npp().orElse(null),
                                    good.region().id()))
                            .toList())
                    .returningResult(LIBRARY.REGION_ID, LIBRARY.NAME, LIBRARY.ID)
                    .forEach(row -> created.put(new Key(row.value1(), row.value2()), row.value3()));
        }
        new Audit(db)
                .recordAll(
                        by,
                        AuditAction.LIBRARY_IMPORTED,
                        created.values().stream()
                                .sorted()
                                .map(AuditSubject::ofLibrary)
                                .toList());
        return created;
    }
}
