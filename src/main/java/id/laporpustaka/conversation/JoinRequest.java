package id.laporpustaka.conversation;

import id.laporpustaka.people.MemberRole;

/// That somebody wants to report for a library, as the coordinator who decides sees it.
///
/// @param status as it is now; another coordinator may have decided
/// @param decidedBy the name of who decided; empty if nobody has, or nobody had to
/// @param libraryTitle where the library is: `Desa Bener, Kec. Bener`
/// @param isNew whether the library was proposed by the same person
/// @param reports how many reports wait with it
public record JoinRequest(
        long membership,
        Status status,
        String decidedBy,
        String personName,
        long telegramId,
        MemberRole role,
        String libraryName,
        String libraryTitle,
        boolean isNew,
        int reports) {

    boolean isWaiting() {
        return status == Status.WAITING;
    }

    JoinRequest decided(boolean accept, String by) {
        return new JoinRequest(
                membership,
                accept ? Status.ACCEPTED : Status.REFUSED,
                by,
                personName,
                telegramId,
                role,
                libraryName,
                libraryTitle,
                isNew,
                reports);
    }

    public enum Status {
        WAITING,
        ACCEPTED,
        REFUSED,
        LEFT
    }
}
