package id.laporpustaka.intake;

import id.laporpustaka.conversation.Effect;
import id.laporpustaka.conversation.InviteFound;
import id.laporpustaka.conversation.JoinRequest;
import id.laporpustaka.conversation.JoinRequestPage;
import id.laporpustaka.conversation.Joining;
import id.laporpustaka.conversation.Lookup;
import id.laporpustaka.conversation.Register;
import id.laporpustaka.conversation.VillagePage;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.DirectoryCounts;
import id.laporpustaka.people.Duty;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Page;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.people.Role;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/// What those who join find in transcripts: ten villages called Sidomulyo, of which the first has two libraries,
/// and one called Bener, which has none.
final class Neighbourhood {
    private Neighbourhood() {}

    static VillagePage villages(Lookup.VillagesNamed wanted) {
        var named = all().stream()
                .filter(village -> village.title()
                        .toLowerCase(Locale.ROOT)
                        .startsWith("desa " + wanted.typed().toLowerCase(Locale.ROOT)))
                .toList();
        var shown = named.stream()
                .skip((long) wanted.page() * VillagePage.SIZE)
                .limit(VillagePage.SIZE)
                .toList();
        return new VillagePage(wanted.page(), shown, named.size() > (wanted.page() + 1) * VillagePage.SIZE);
    }

    static Optional<Joining.Village> village(long id) {
        return all().stream().filter(village -> village.id() == id).findFirst();
    }

    private static List<Joining.Village> all() {
        var all = new ArrayList<Joining.Village>();
        LongStream.rangeClosed(1, 10)
                .mapToObj(id ->
                        new Joining.Village(id, "Desa Sidomulyo, Kec. Utara %d, Kab. Contoh".formatted(id), false))
                .forEach(all::add);
        all.add(new Joining.Village(11, "Desa Bener, Kec. Bener, Kab. Purworejo", false));
        return all;
    }

    static List<Joining.Known> libraries(long village) {
        return village == 1
                ? List.of(new Joining.Known(1, "Perpustakaan Cahaya Ilmu"), new Joining.Known(2, "TBM Pelita"))
                : List.of();
    }

    static InviteFound invite(String code) {
        return switch (code.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT)) {
            case "K7M2P9XQ4T" ->
                new InviteFound.Good(new Joining.Invited(code, Optional.empty(), "Perpustakaan Cahaya Ilmu"));
            case "C00RD1NAT3" ->
                new InviteFound.Good(new Joining.Invited(code, Optional.of(Role.PIC_KAB), "Kab. Purworejo"));
            case "EXP1RED000" -> new InviteFound.Bad(InviteFound.Reason.EXPIRED);
            default -> new InviteFound.Bad(InviteFound.Reason.UNKNOWN);
        };
    }

    static Register register(Lookup.LibrariesOf wanted) {
        return new Register(
                new DirectoryCounts(0, 0, 0),
                wanted.filter(),
                wanted.search(),
                new Page<>(List.of(), 0, 0),
                List.of(),
                false);
    }

    static Optional<JoinRequest> request(long membership) {
        return requests().requests().stream()
                .filter(request -> request.membership() == membership)
                .findFirst();
    }

    static JoinRequestPage requests() {
        return new JoinRequestPage(
                0,
                2,
                List.of(
                        new JoinRequest(
                                5,
                                JoinRequest.Status.WAITING,
                                "",
                                "Sari Wulandari",
                                7,
                                MemberRole.PENGELOLA,
                                "Perpustakaan Cahaya Ilmu",
                                "Desa Sidomulyo, Kec. Utara 1",
                                false,
                                2),
                        new JoinRequest(
                                6,
                                JoinRequest.Status.ACCEPTED,
                                "Ratna",
                                "Joko",
                                8,
                                MemberRole.RELAWAN,
                                "TBM Baru",
                                "Desa Bener, Kec. Bener",
                                true,
                                0)));
    }

    /// The person as they are found with the next message.
    static Actor joined(Optional<Actor> before, Effect.Join join) {
        var zone = ZoneId.of("Asia/Jakarta");
        var joining = join.joining();
        var reportings = new ArrayList<>(before.map(Actor::reportsFor).orElse(List.of()));
        var duties = new ArrayList<>(before.map(Actor::duties).orElse(List.of()));
        joining.invite()
                .flatMap(Joining.Invited::role)
                .ifPresentOrElse(
                        role -> duties.add(new Duty(role, Optional.empty(), Set.of(1L))),
                        () -> reportings.add(new Reporting(
                                9,
                                "Perpustakaan baru",
                                "Desa Bener",
                                zone,
                                joining.invite().isPresent())));
        return new Actor(9, 7, join.name(), join.language().code(), true, reportings, duties);
    }
}
