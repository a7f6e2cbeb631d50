package id.laporpustaka.app;

import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.OneTimeLink;
import id.laporpustaka.people.OneTimeLinks;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.DSLContext;

/// Sees to it that somebody can run the installation.
final class Admins {
    private static final Duration LINK_LIFE = Duration.ofMinutes(30);

    private final DSLContext db;

    Admins(DSLContext db) {
        this.db = db;
    }

    /// Makes these people admins, if they are not; nobody then needs a link any more. One who is not known yet is
    /// called
    /// "Admin".
    void appoint(Set<Long> telegramIds, String language) {
        if (!telegramIds.isEmpty()) {
            new OneTimeLinks(db).withdrawAll(OneTimeLink.Purpose.FIRST_ADMIN);
        }
        var people = new People(db);
        for (var telegramId : telegramIds) {
            var personId = people.add(telegramId, "Admin", language);
            var isAdmin = people.findActor(personId)
                    .filter(actor -> actor.has(Role.ADMIN))
                    .isPresent();
            if (!isAdmin) {
                new Assignments(db).appoint(By.product(), personId, Role.ADMIN, OptionalLong.empty());
            }
        }
    }

    /// The token of a link that makes its opener the first admin; empty when there is an admin.
    Optional<String> firstAdminToken(Instant now) {
        return new People(db).anyAdmin()
                ? Optional.empty()
                : Optional.of(new OneTimeLinks(db)
                        .create(OneTimeLink.Purpose.FIRST_ADMIN, OptionalLong.empty(), now, LINK_LIFE));
    }
}
