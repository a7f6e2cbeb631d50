package id.laporpustaka.conversation;

import id.laporpustaka.conversation.Joining.Known;
import id.laporpustaka.people.Reporting;
import java.util.List;

/// What somebody who joins is asked.
public sealed interface JoinQuestion {
    /// The village, or the code of an invitation.
    ///
    /// @param first whether it is the first thing that somebody reads who has no account
    /// @param present the libraries that they report for already
    record Village(boolean first, List<Reporting> present) implements JoinQuestion {
        public Village {
            present = List.copyOf(present);
        }
    }

    /// Which of the villages with such a name.
    record Villages(VillagePage page) implements JoinQuestion {}

    /// Which library of the village; or another one.
    record Libraries(List<Known> libraries) implements JoinQuestion {
        public Libraries {
            libraries = List.copyOf(libraries);
        }
    }

    record LibraryName() implements JoinQuestion {}

    /// Whether it is one of those with a similar name.
    record Similar(String name, List<Known> libraries) implements JoinQuestion {
        public Similar {
            libraries = List.copyOf(libraries);
        }
    }

    record Type() implements JoinQuestion {}

    record HowJoined() implements JoinQuestion {}

    record Npp() implements JoinQuestion {}

    /// The person's name.
    ///
    /// @param suggested the name that Telegram shows
    record PersonName(String suggested) implements JoinQuestion {}

    record Role() implements JoinQuestion {}

    record Consent(String version) implements JoinQuestion {}
}
