package id.laporpustaka.web;

import id.laporpustaka.people.DirectoryChanges;
import id.laporpustaka.people.Invite;
import id.laporpustaka.people.InviteTarget;
import id.laporpustaka.people.People;
import id.laporpustaka.place.Region;
import java.util.List;
import java.util.stream.Stream;

/// Words open invitations.
record InviteRows(Desk desk, Frame frame, Visitor visitor) {
    List<InviteRow> of(List<Invite> invites) {
        var names = new People(desk.db())
                .findNames(invites.stream()
                        .flatMap(invite -> invite.createdBy().stream().boxed())
                        .distinct()
                        .toList());
        return invites.stream()
                .map(invite -> new InviteRow(
                        what(invite),
                        invite.region().map(Region::title).orElse("Indonesia"),
                        frame.text("invites.uses", invite.uses() - invite.used(), invite.uses()),
                        desk.date(frame, invite.expiresAt()),
                        invite.createdBy().stream()
                                .boxed()
                                .flatMap(id -> Stream.ofNullable(names.get(id)))
                                .map(Typed::harmless)
                                .findFirst()
                                .orElse("–"),
                        DirectoryChanges.mayRevoke(visitor.actor(), invite)
                                ? frame.link(Desk.INVITES + "/" + invite.id() + InviteRoutes.REVOKE)
                                : ""))
                .toList();
    }

    private String what(Invite invite) {
        return switch (invite.target()) {
            case InviteTarget.ToReport _ -> Typed.harmless(invite.libraryName().orElse(""));
            case InviteTarget.ToCoordinate(var role, var _) -> new DirectoryWords(frame).role(role);
        };
    }
}
