package id.laporpustaka.web;

import id.laporpustaka.people.Action;
import id.laporpustaka.people.Permissions;
import java.util.List;
import java.util.stream.Stream;

/// The ways between the main pages, for those who may go there.
final class DirectoryWays {
    private DirectoryWays() {}

    /// @param current whether it leads to where the visitor is
    record Way(String address, String label, boolean current) {}

    static List<Way> of(Frame frame) {
        return frame.visitor()
                .filter(visitor -> visitor.may(Access.COORDINATOR))
                .map(visitor -> Stream.of(
                                way(frame, SummaryPage.PATH, frame.text("layout.summary"), true),
                                way(
                                        frame,
                                        Desk.LIBRARIES,
                                        frame.text("layout.libraries"),
                                        may(visitor, Action.SEE_LIBRARIES)),
                                way(frame, Desk.PEOPLE, frame.text("layout.people"), may(visitor, Action.SEE_PEOPLE)),
                                way(
                                        frame,
                                        Desk.INVITES,
                                        frame.text("layout.invites"),
                                        may(visitor, Action.INVITE_REPORTER)),
                                way(
                                        frame,
                                        RegionRoutes.PATH,
                                        frame.text("layout.regions"),
                                        may(visitor, Action.MANAGE_REGIONS)),
                                way(
                                        frame,
                                        AuditRoutes.PATH,
                                        frame.text("layout.audit"),
                                        may(visitor, Action.SEE_AUDIT)))
                        .flatMap(way -> way)
                        .toList())
                .orElseGet(List::of);
    }

    private static boolean may(Visitor visitor, Action action) {
        return Permissions.mayDoSomewhere(visitor.actor(), action);
    }

    private static Stream<Way> way(Frame frame, String address, String label, boolean offered) {
        return offered ? Stream.of(new Way(frame.link(address), label, isAt(frame.here(), address))) : Stream.of();
    }

    private static boolean isAt(String here, String address) {
        return here.equals(address)
                || here.startsWith(address + "?")
                || (!address.equals(SummaryPage.PATH) && here.startsWith(address + "/"));
    }
}
