package id.laporpustaka.people;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Which entries of the audit log are wanted.
///
/// @param personId what they did and what was done to them
/// @param rowId of the membership, assignment or invitation; to be used with the action that tells which it is
/// @param action one kind of action, as it is stored
/// @param from inclusive
/// @param until exclusive
public record AuditFilter(
        OptionalLong personId,
        OptionalLong libraryId,
        OptionalLong rowId,
        Optional<String> action,
        Optional<Instant> from,
        Optional<Instant> until) {

    public static AuditFilter all() {
        return new AuditFilter(
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public AuditFilter ofPerson(long id) {
        return new AuditFilter(OptionalLong.of(id), libraryId, rowId, action, from, until);
    }

    public AuditFilter ofLibrary(long id) {
        return new AuditFilter(personId, OptionalLong.of(id), rowId, action, from, until);
    }

    public AuditFilter ofRow(long id) {
        return new AuditFilter(personId, libraryId, OptionalLong.of(id), action, from, until);
    }

    public AuditFilter ofAction(String wanted) {
        return new AuditFilter(personId, libraryId, rowId, Optional.of(wanted), from, until);
    }

    public AuditFilter between(Instant first, Instant end) {
        return new AuditFilter(personId, libraryId, rowId, action, Optional.of(first), Optional.of(end));
    }
}
