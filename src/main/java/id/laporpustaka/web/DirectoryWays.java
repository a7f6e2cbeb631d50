package id.laporpustaka.web;

import id.laporpustaka.export.Exports;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Permissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The ways between the main pages, for those who may go there.
final class DirectoryWays {
    private DirectoryWays() {}

    /// @param note how much waits there; empty for nothing
    /// @param current whether it leads to where the visitor is
    record Way(String address, String label, String note, boolean current) {}

    /// The ways that are used least, behind one more click.
    static List<Way> further(Frame frame) {
        return frame.visitor().stream()
                .flatMap(visitor -> Stream.of(
                                way(
                                        frame,
                                        Desk.INVITES,
                                        frame.text("layout.invites"),
                                        may(visitor, Action.INVITE_REPORTER)),
                                way(frame, FormRoutes.PATH, frame.text("layout.forms"), visitor.may(Access.NATIONAL)),
                                way(
                                        frame,
                                        TokenRoutes.PATH,
                                        frame.text("layout.tokens"),
                                        visitor.may(Access.COORDINATOR)),
                                way(
                                        frame,
                                        RegionRoutes.PATH,
                                        frame.text("layout.regions"),
                                        may(visitor, Action.MANAGE_REGIONS)),
                                way(
                                        frame,
                                        ScoreRulesRoutes.PATH,
                                        frame.text("score.title"),
                                        may(visitor, Action.MANAGE_SCORE)),
                                way(
                                        frame,
                                        OutgoingWebhookRoutes.PATH,
                                        frame.text("layout.webhooks"),
                                        may(visitor, Action.MANAGE_WEBHOOKS)),
                                way(
                                        frame,
                                        AuditRoutes.PATH,
                                        frame.text("layout.audit"),
                                        may(visitor, Action.SEE_AUDIT)),
                                way(frame, SetAsideRoutes.PATH, frame.text("aside.title"), visitor.may(Access.ADMIN)),
                                way(frame, StatusRoutes.PATH, frame.text("status.title"), visitor.may(Access.ADMIN)))
                        .flatMap(Optional::stream))
                .toList();
    }

    /// The ways that are used most.
    static List<Way> of(Frame frame) {
        return frame.visitor().stream()
                .flatMap(visitor -> Stream.of(
                                way(
                                        frame,
                                        SummaryPage.PATH,
                                        frame.text("layout.summary"),
                                        visitor.may(Access.COORDINATOR)),
                                way(
                                        frame,
                                        ReportTableRoutes.PATH,
                                        frame.text("layout.reports"),
                                        visitor.may(Access.COORDINATOR) && may(visitor, Action.SEE_REPORTS)),
                                way(
                                        frame,
                                        BoardRoutes.PATH,
                                        frame.text("layout.board"),
                                        may(visitor, Action.SEE_LIBRARIES)),
                                way(
                                        frame,
                                        StandingRoutes.PATH,
                                        frame.text("layout.score"),
                                        visitor.may(Access.COORDINATOR)),
                                review(frame, visitor),
                                way(
                                        frame,
                                        Desk.LIBRARIES,
                                        frame.text("layout.libraries"),
                                        may(visitor, Action.SEE_LIBRARIES)),
                                way(frame, Desk.PEOPLE, frame.text("layout.people"), may(visitor, Action.SEE_PEOPLE)),
                                way(frame, Exports.PATH, frame.text("layout.exports"), may(visitor, Action.EXPORT)),
                                way(
                                        frame,
                                        ReportRoutes.PATH,
                                        frame.text("layout.own"),
                                        !visitor.actor().reportsFor().isEmpty()))
                        .flatMap(Optional::stream))
                .toList();
    }

    private static boolean may(Visitor visitor, Action action) {
        return Permissions.mayDoSomewhere(visitor.actor(), action);
    }

    private static Optional<Way> review(Frame frame, Visitor visitor) {
        return way(frame, QueueRoutes.PATH, frame.text("layout.review"), WaitingReviews.hasQueue(visitor))
                .map(way -> new Way(
                        way.address(),
                        way.label(),
                        waiting(frame, frame.waiting().applyAsInt(visitor)),
                        way.current()));
    }

    private static String waiting(Frame frame, int count) {
        if (count == 0) {
            return "";
        }
        var most = WaitingReviews.MOST - 1;
        return count > most ? frame.text("layout.many", most) : frame.words().number(count);
    }

    private static Optional<Way> way(Frame frame, String address, String label, boolean offered) {
        return Optional.of(new Way(frame.link(address), label, "", isAt(frame.here(), address)))
                .filter(_ -> offered);
    }

    private static boolean isAt(String here, String address) {
        return here.equals(address)
                || here.startsWith(address + "?")
                || (!address.equals(SummaryPage.PATH)
                        && !address.equals(ReportRoutes.PATH)
                        && here.startsWith(address + "/"));
    }
}
