package id.laporpustaka.conversation;

import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Scheme;
import java.util.Optional;

/// What somebody who joins has told so far; what is asked next follows from what is missing.
///
/// @param invite by which they come, if by one
/// @param searched the village as it was typed, while it is looked for
/// @param village where the library is; as it is shown, so that it need not be looked up again
/// @param library one that is known already
/// @param proposed one that is not
/// @param name of the person
/// @param role in the library
public record Joining(
        Optional<Invited> invite,
        Optional<String> searched,
        Optional<Village> village,
        Optional<Known> library,
        Optional<Proposed> proposed,
        Optional<String> name,
        Optional<MemberRole> role) {

    /// An invitation that is good.
    ///
    /// @param code the invitation's secret, to be spent at the end
    /// @param role over a region; empty for an invitation to report for a library
    /// @param what the library, or the region
    public record Invited(String code, Optional<Role> role, String what) {}

    /// A village.
    ///
    /// @param title with what lies around it: `Desa Bener, Kec. Bener, Kab. Purworejo`
    /// @param ward whether it is a kelurahan, which has libraries of another type
    public record Village(long id, String title, boolean ward) {}

    public record Known(long id, String name) {}

    /// A library that the register does not have.
    ///
    /// @param distinct whether the person has said that it is none of those with a similar name
    /// @param npp empty text if the person has none, or does not know it
    public record Proposed(
            Optional<String> name,
            boolean distinct,
            Optional<LibraryType> type,
            Optional<Scheme> scheme,
            Optional<String> npp) {
        static Proposed nothing() {
            return new Proposed(Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());
        }

        Proposed named(String chosen, boolean isDistinct) {
            return new Proposed(Optional.of(chosen), isDistinct, type, scheme, npp);
        }

        Proposed with(LibraryType chosen) {
            return new Proposed(name, distinct, Optional.of(chosen), scheme, npp);
        }

        Proposed with(Scheme chosen) {
            return new Proposed(name, distinct, type, Optional.of(chosen), npp);
        }

        Proposed withNpp(String number) {
            return new Proposed(name, distinct, type, scheme, Optional.of(number));
        }

        /// Without the newest answer; empty if there was none.
        Optional<Proposed> back() {
            if (npp.isPresent()) {
                return Optional.of(new Proposed(name, distinct, type, scheme, Optional.empty()));
            }
            if (scheme.isPresent()) {
                return Optional.of(new Proposed(name, distinct, type, Optional.empty(), npp));
            }
            if (type.isPresent()) {
                return Optional.of(new Proposed(name, distinct, Optional.empty(), scheme, npp));
            }
            return name.isPresent() ? Optional.of(nothing()) : Optional.empty();
        }

        boolean isComplete() {
            return name.isPresent() && type.isPresent() && scheme.isPresent() && npp.isPresent();
        }
    }

    static Joining begin() {
        return new Joining(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Joining by(Invited invited) {
        return new Joining(
                Optional.of(invited),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Joining searching(String typed) {
        return new Joining(
                invite, Optional.of(typed), Optional.empty(), Optional.empty(), Optional.empty(), name, role);
    }

    Joining in(Village chosen) {
        return new Joining(
                invite, Optional.empty(), Optional.of(chosen), Optional.empty(), Optional.empty(), name, role);
    }

    Joining at(Known chosen) {
        return new Joining(invite, searched, village, Optional.of(chosen), Optional.empty(), name, role);
    }

    Joining at(Proposed told) {
        return new Joining(invite, searched, village, Optional.empty(), Optional.of(told), name, role);
    }

    Joining named(String chosen) {
        return new Joining(invite, searched, village, library, proposed, Optional.of(chosen), role);
    }

    Joining as(MemberRole chosen) {
        return new Joining(invite, searched, village, library, proposed, name, Optional.of(chosen));
    }

    /// Without the newest answer; empty if there was none.
    Optional<Joining> back() {
        if (role.isPresent()) {
            return Optional.of(new Joining(invite, searched, village, library, proposed, name, Optional.empty()));
        }
        if (name.isPresent()) {
            return Optional.of(new Joining(invite, searched, village, library, proposed, Optional.empty(), role));
        }
        if (proposed.isPresent()) {
            var before = proposed.get().back();
            return Optional.of(new Joining(invite, searched, village, library, before, name, role));
        }
        return library.isPresent() || village.isPresent()
                ? Optional.of(library.isPresent() ? without() : begin())
                : Optional.empty();
    }

    private Joining without() {
        return new Joining(invite, searched, village, Optional.empty(), Optional.empty(), name, role);
    }

    /// Whether it is known for what the person joins.
    boolean hasTarget() {
        return invite.isPresent()
                || library.isPresent()
                || proposed.filter(Proposed::isComplete).isPresent();
    }

    boolean coordinates() {
        return invite.flatMap(Invited::role).isPresent();
    }
}
