package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.LIBRARY;

import id.laporpustaka.place.Libraries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jooq.DSLContext;

/// Changes single libraries of the register, each change one transaction with its entry in the audit log. Whether
/// somebody may is for [Permissions] to say.
public final class LibraryKeeping {
    private final DSLContext db;

    public LibraryKeeping(DSLContext db) {
        this.db = db;
    }

    /// Adds a library that is active from now on.
    ///
    /// @return its id
    public long add(By by, NewLibrary wanted) {
        return inTransaction(inner -> inner.addIn(by, wanted));
    }

    private long addIn(By by, NewLibrary wanted) {
        var id = new Libraries(db).add(wanted.name(), wanted.type(), wanted.scheme(), wanted.npp(), wanted.regionId());
        record(by, AuditAction.LIBRARY_ADDED, id);
        return id;
    }

    /// Writes all that is known of a library anew, unless somebody else has done so since it was read.
    ///
    /// @param read how it was when whoever changes it began
    /// @return whether it was still so
    public boolean change(By by, long id, NewLibrary read, NewLibrary wanted) {
        return inTransaction(inner -> inner.changeIn(by, id, read, wanted));
    }

    private boolean changeIn(By by, long id, NewLibrary read, NewLibrary wanted) {
        lock(id);
        var present = new Libraries(db).findById(id).map(NewLibrary::of);
        if (!present.equals(Optional.of(read))) {
            return false;
        }
        if (!read.equals(wanted)) {
            new Libraries(db)
                    .update(id, wanted.name(), wanted.type(), wanted.scheme(), wanted.npp(), wanted.regionId());
            var details = Audit.noDetails();
            var fields = details.putArray("fields");
            listChanged(read, wanted).forEach(fields::add);
            new Audit(db).record(by, AuditAction.LIBRARY_CHANGED, AuditSubject.ofLibrary(id), details);
        }
        return true;
    }

    private static List<String> listChanged(NewLibrary before, NewLibrary after) {
        var changed = new ArrayList<String>();
        if (!before.name().equals(after.name())) {
            changed.add("name");
        }
        if (before.type() != after.type()) {
            changed.add("type");
        }
        if (before.scheme() != after.scheme()) {
            changed.add("scheme");
        }
        if (!before.npp().equals(after.npp())) {
            changed.add("npp");
        }
        if (before.regionId() != after.regionId()) {
            changed.add("region");
        }
        return changed;
    }

    /// The name of another library that has this NPP; one that was merged away does not count.
    ///
    /// @param except the library that is to have it; 0 for a new one
    public Optional<String> findHolder(String npp, long except) {
        return db.select(LIBRARY.NAME)
                .from(LIBRARY)
                .where(LIBRARY.NPP.eq(npp))
                .and(LIBRARY.ID.ne(except))
                .and(LIBRARY.MERGED_INTO.isNull())
                .orderBy(LIBRARY.ID)
                .limit(1)
                .fetchOptional(LIBRARY.NAME);
    }

    /// Takes a library out of use or into use again. One that was merged into another stays out of use.
    ///
    /// @return whether that changed anything
    public boolean setActive(By by, long id, boolean active) {
        return inTransaction(inner -> inner.setActiveIn(by, id, active));
    }

    private boolean setActiveIn(By by, long id, boolean active) {
        lock(id);
        var libraries = new Libraries(db);
        var changed = active ? findMergedInto(id).isEmpty() && libraries.activate(id) : libraries.deactivate(id);
        if (changed) {
            record(by, active ? AuditAction.LIBRARY_ACTIVATED : AuditAction.LIBRARY_DEACTIVATED, id);
        }
        return changed;
    }

    /// The library into which this one was merged.
    public OptionalLong findMergedInto(long id) {
        return db
                .select(LIBRARY.MERGED_INTO)
                .from(LIBRARY)
                .where(LIBRARY.ID.eq(id))
                .and(LIBRARY.MERGED_INTO.isNotNull())
                .fetchOptional(LIBRARY.MERGED_INTO)
                .stream()
                .mapToLong(into -> into)
                .findFirst();
    }

    private void lock(long id) {
        db.select(LIBRARY.ID)
                .from(LIBRARY)
                .where(LIBRARY.ID.eq(id))
                .forNoKeyUpdate()
                .execute();
    }

    private void record(By by, AuditAction action, long id) {
        new Audit(db).record(by, action, AuditSubject.ofLibrary(id));
    }

    private <T> T inTransaction(Function<LibraryKeeping, T> work) {
        return db.transactionResult(transaction -> work.apply(new LibraryKeeping(transaction.dsl())));
    }
}
