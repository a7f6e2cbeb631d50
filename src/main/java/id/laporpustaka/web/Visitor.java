package id.laporpustaka.web;

import id.laporpustaka.export.SheetImports;
import id.laporpustaka.form.Language;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Role;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;

/// A signed-in person, as the database has them at this request: what was revoked a moment ago no longer counts.
///
/// @param token the session's, out of the cookie
/// @param sessionId names the session in lists
record Visitor(Actor actor, String token, String sessionId, String csrfToken) {
    private static final long NO_LIBRARY = 0;

    String name() {
        return actor.name();
    }

    Language language() {
        return Language.find(actor.language()).orElse(Language.INDONESIAN);
    }

    Scope scope() {
        return Scope.of(actor);
    }

    /// Whether all of a region is in the scope; of a larger one the totals would be only a part.
    boolean sees(Region region) {
        return scope().includes(NO_LIBRARY, region.code());
    }

    void mustSee(Region region) {
        if (!sees(region)) {
            throw RequestProblem.Kind.OUTSIDE_SCOPE.problem(
                    "Region %s is not wholly within what you coordinate.".formatted(region.code()));
        }
    }

    boolean may(Access access) {
        return switch (access) {
            case PUBLIC, SIGNED_IN -> true;
            case COORDINATOR -> !actor.duties().isEmpty();
            case IMPORTER -> SheetImports.isFor(actor);
            case NATIONAL -> actor.has(Role.NASIONAL) || actor.has(Role.ADMIN);
            case ADMIN -> actor.has(Role.ADMIN);
        };
    }
}
