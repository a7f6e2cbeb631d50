package id.laporpustaka.intake;

import id.laporpustaka.conversation.Job;
import id.laporpustaka.people.By;
import id.laporpustaka.people.Decision;
import id.laporpustaka.people.HandOver;
import id.laporpustaka.people.LibraryKeeping;
import id.laporpustaka.people.MembershipLine;
import id.laporpustaka.people.MembershipLines;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.submission.Reports;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/// Decides who may report for a library, with all that comes of it. Those whom it concerns are told in their chat,
/// wherever it was decided.
///
/// Everything happens in the caller's transaction.
public final class JoinDecisions {
    private final DSLContext db;

    public JoinDecisions(DSLContext db) {
        this.db = db;
    }

    /// Lets somebody in, or not, and tells them.
    public Decision decideAndTell(By by, long membershipId, boolean accept, Instant now) {
        var decision = decide(by, membershipId, accept, now);
        if (decision instanceof Decision.Made) {
            tell(membershipId);
        }
        return decision;
    }

    /// Ends that somebody reports, or wants to report, for a library, and tells them.
    ///
    /// @return whether they did
    public boolean endAndTell(By by, long personId, long libraryId, Instant now) {
        var membership = new MembershipLines(db).findPresent(personId, libraryId);
        var ended = new Memberships(db).leave(by, personId, libraryId, now);
        if (ended) {
            membership.ifPresent(line -> tell(line.id()));
        }
        return ended;
    }

    /// Gives a library from one reporter to another, and tells the successor if it is news to them.
    public HandOver handOverAndTell(By by, long libraryId, long fromPersonId, long toPersonId, Instant now) {
        var outcome = new Memberships(db).handOver(by, libraryId, fromPersonId, toPersonId, now);
        if (outcome instanceof HandOver.Done(var admission) && admission.isNew()) {
            tell(admission.membershipId());
        }
        return outcome;
    }

    /// The receipts of reports that waited for it say that they count. A library that the refused person has
    /// proposed is not in use any more.
    Decision decide(By by, long membershipId, boolean accept, Instant now) {
        var memberships = new Memberships(db);
        var decision = accept ? memberships.accept(by, membershipId, now) : memberships.refuse(by, membershipId, now);
        if (decision instanceof Decision.Made(var _, var _, var _, var released) && !released.isEmpty()) {
            new JobLane(db)
                    .addAll(new Reports(db)
                            .findAll(released).stream()
                                    .flatMap(report -> ReportReviews.listToRefresh(report).stream())
                                    .toList());
        }
        if (decision instanceof Decision.Made made
                && !made.accepted()
                && new MembershipLines(db)
                        .findById(membershipId)
                        .filter(MembershipLine::proposed)
                        .isPresent()) {
            new LibraryKeeping(db).setActive(by, made.libraryId(), false);
        }
        return decision;
    }

    List<Job> listToTell(long membershipId) {
        return new MembershipLines(db)
                .findById(membershipId).<Job>map(line -> new Job.TellDecision(line.telegramId(), line.id())).stream()
                        .toList();
    }

    /// Tells somebody what has become of their part in a library.
    void tell(long membershipId) {
        new JobLane(db).addAll(listToTell(membershipId));
    }
}
