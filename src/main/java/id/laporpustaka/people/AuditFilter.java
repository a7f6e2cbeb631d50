package id.laporpustaka.people;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Which entries of the audit log are wanted.
///
/// @param personId what they did and what was done to them
/// @param personName a part of their name
/// @param libraryName a part of its name
/// @param rowId of the membership, assignment or invitation; to be used with the action that tells which it is
/// @param action one kind of action
/// @param from inclusive
/// @param until exclusive
public record AuditFilter(
        OptionalLong personId,
        Optional<String> personName,
        OptionalLong libraryId,
        Optional<String> libraryName,
        OptionalLong rowId,
        Optional<AuditAction> action,
        Optional<Instant> from,
        Optional<Instant> until) {

    public static AuditFilter all() {
        return new AuditFilter(
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public AuditFilter ofPerson(long id) {
        return new AuditFilter(OptionalLong.of(id), personName, libraryId, libraryName, rowId, action, from, until);
    }

    public AuditFilter ofPersonNamed(String part) {
        return new AuditFilter(personId, Optional.of(part), libraryId, libraryName, rowId, action, from, until);
    }

    public AuditFilter ofLibrary(long id) {
        return new AuditFilter(personId, personName, OptionalLong.of(id), libraryName, rowId, action, from, until);
    }

    public AuditFilter ofLibraryNamed(String part) {
        return new AuditFilter(personId, personName, libraryId, Optional.of(part), rowId, action, from, until);
    }

    public AuditFilter ofRow(long id) {
        return new AuditFilter(personId, personName, libraryId, libraryName, OptionalLong.of(id), action, from, until);
    }

    public AuditFilter ofAction(AuditAction wanted) {
        return new AuditFilter(personId, personName, libraryId, libraryName, rowId, Optional.of(wanted), from, until);
    }

    public AuditFilter since(Instant first) {
        return new AuditFilter(personId, personName, libraryId, libraryName, rowId, action, Optional.of(first), until);
    }

    public AuditFilter before(Instant end) {
        return new AuditFilter(personId, personName, libraryId, libraryName, rowId, action, from, Optional.of(end));
    }
}
