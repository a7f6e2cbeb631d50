package id.laporpustaka.conversation;

import id.laporpustaka.summary.score.ScorePeriod;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody wants to see of scores, and of when.
public record ScoreQuestion(ScorePeriod period, Focus focus) {
    private static final Pattern CODE = Pattern.compile("[0-9.]{0,13}");
    private static final int PARTS = 3;

    public sealed interface Focus {
        /// What suits the person: the score of their library, else those of where they coordinate.
        record Best() implements Focus {}

        record OfLibrary(long id) implements Focus {}

        /// The libraries of a region.
        ///
        /// @param code empty for all that the person may see
        /// @param page of its parts, from 0
        record OfPlace(String code, int page) implements Focus {}

        /// Those of them that stand alike.
        record Listed(String code, Group group, int page) implements Focus {}

        /// How it is counted.
        ///
        /// @param library whose targets are shown; 0 for those of a village library
        record Rules(long library) implements Focus {}
    }

    /// Libraries that stand alike. The names are stored in buttons, so they never change.
    public enum Group {
        GREEN,
        YELLOW,
        RED,
        GREY,
        /// Have joined, and reported nothing for long.
        SILENT,
        /// Nobody reports for them.
        NEVER,
        ALL
    }

    /// As a button says it, in at most 40 characters; a stored format that never changes its meaning.
    public String code() {
        return period.code() + "/"
                + switch (focus) {
                    case Focus.Best() -> "m";
                    case Focus.OfLibrary(var id) -> "l" + id;
                    case Focus.OfPlace(var code, var page) -> "p" + code + "/" + page;
                    case Focus.Listed(var code, var group, var page) -> "s" + code + "/" + group + "/" + page;
                    case Focus.Rules(var library) -> "h" + library;
                };
    }

    /// Reads what [#code] writes.
    public static Optional<ScoreQuestion> find(String code) {
        var parts = code.split("/", -1);
        if (parts.length < 2 || parts[1].isEmpty()) {
            return Optional.empty();
        }
        return ScorePeriod.find(parts[0])
                .flatMap(period -> focus(parts[1].charAt(0), parts[1].substring(1), parts)
                        .map(focus -> new ScoreQuestion(period, focus)));
    }

    private static Optional<? extends Focus> focus(char kind, String argument, String[] parts) {
        return switch (kind) {
            case 'm' -> Optional.of(new Focus.Best());
            case 'l' -> Press.number(argument).map(Focus.OfLibrary::new);
            case 'h' -> Press.number(argument).map(Focus.Rules::new);
            case 'p' -> place(argument).flatMap(place -> page(parts, 2).map(page -> new Focus.OfPlace(place, page)));
            case 's' ->
                place(argument)
                        .flatMap(place -> Arrays.stream(Group.values())
                                .filter(group ->
                                        parts.length > PARTS && group.name().equals(parts[2]))
                                .findFirst()
                                .flatMap(
                                        group -> page(parts, PARTS).map(page -> new Focus.Listed(place, group, page))));
            default -> Optional.empty();
        };
    }

    private static Optional<String> place(String code) {
        return Optional.of(code).filter(it -> CODE.matcher(it).matches());
    }

    private static Optional<Integer> page(String[] parts, int at) {
        return parts.length > at ? Press.place(parts[at]) : Optional.empty();
    }

    ScoreQuestion with(Focus other) {
        return new ScoreQuestion(period, other);
    }
}
