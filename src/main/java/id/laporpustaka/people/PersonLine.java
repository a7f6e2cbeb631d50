package id.laporpustaka.people;

import id.laporpustaka.place.Region;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A person as a coordinator sees them in a list: only what lies within the coordinator's scope.
///
/// @param since when they came to any of it first
/// @param unreachable whether they have blocked the bot
public record PersonLine(
        long id, String name, List<Post> posts, List<Report> reportsFor, Instant since, boolean unreachable) {

    /// A role that they have.
    ///
    /// @param region empty for the whole country and for single libraries
    /// @param libraries the names of the single libraries
    public record Post(long assignmentId, Role role, Optional<Region> region, List<String> libraries, Instant since) {
        public Post {
            libraries = List.copyOf(libraries);
        }
    }

    /// A library for which they are an accepted reporter.
    public record Report(long libraryId, String libraryName, MemberRole role, Instant since) {}

    public PersonLine {
        posts = List.copyOf(posts);
        reportsFor = List.copyOf(reportsFor);
    }
}
