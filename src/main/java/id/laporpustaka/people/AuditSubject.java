package id.laporpustaka.people;

import java.util.OptionalLong;

/// What an entry of the audit log is about, by ids; each may be missing.
///
/// @param personId to whom it was done, if that is another than who did it or the same
/// @param libraryId puts the entry into the history of a library
/// @param regionId where a role holds
/// @param rowId of the membership, assignment or invitation
public record AuditSubject(OptionalLong personId, OptionalLong libraryId, OptionalLong regionId, OptionalLong rowId) {

    public static AuditSubject none() {
        return new AuditSubject(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    public static AuditSubject ofPerson(long id) {
        return none().person(id);
    }

    public static AuditSubject ofLibrary(long id) {
        return none().library(id);
    }

    public AuditSubject person(long id) {
        return new AuditSubject(OptionalLong.of(id), libraryId, regionId, rowId);
    }

    public AuditSubject library(long id) {
        return new AuditSubject(personId, OptionalLong.of(id), regionId, rowId);
    }

    public AuditSubject region(OptionalLong id) {
        return new AuditSubject(personId, libraryId, id, rowId);
    }

    public AuditSubject row(long id) {
        return new AuditSubject(personId, libraryId, regionId, OptionalLong.of(id));
    }
}
