package id.laporpustaka.conversation;

import id.laporpustaka.summary.BoardState;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;

/// What somebody looks at on the board of a month.
///
/// @param regionCode the part of what they coordinate that they have gone into
/// @param page from 0
public record BoardView(YearMonth month, Optional<String> regionCode, Shown shown, int page) {

    /// The letters are on buttons and never change.
    public enum Shown {
        /// The parts of what is looked at if it has any, else the libraries that have not reported.
        BEST(""),
        REPORTED("R"),
        QUIET("Q"),
        OPEN("O"),
        NOT_JOINED("N"),
        /// What was searched for last.
        FOUND("F");

        private final String letter;

        Shown(String letter) {
            this.letter = letter;
        }

        static Shown of(BoardState state) {
            return valueOf(state.name());
        }

        /// The state of those that are shown; empty where it does not matter.
        public Optional<BoardState> state() {
            return switch (this) {
                case REPORTED, QUIET, OPEN, NOT_JOINED -> Optional.of(BoardState.valueOf(name()));
                case BEST, FOUND -> Optional.empty();
            };
        }
    }

    static BoardView of(YearMonth month) {
        return new BoardView(month, Optional.empty(), Shown.BEST, 0);
    }

    public BoardView in(YearMonth other) {
        return new BoardView(other, regionCode, shown == Shown.FOUND ? Shown.BEST : shown, 0);
    }

    /// Another region, or none for an empty code.
    public BoardView at(String code) {
        return new BoardView(month, Optional.of(code).filter(it -> !it.isEmpty()), Shown.BEST, 0);
    }

    public BoardView showing(BoardState state) {
        return new BoardView(month, regionCode, Shown.of(state), 0);
    }

    BoardView finding() {
        return new BoardView(month, regionCode, Shown.FOUND, 0);
    }

    public BoardView turned(int to) {
        return new BoardView(month, regionCode, shown, to);
    }

    /// As a button has it: `month/region/shown/page`.
    public String argument() {
        return month + "/" + regionCode.orElse("") + "/" + shown.letter + "/" + page;
    }

    /// Empty for what no button of ours says.
    public static Optional<BoardView> find(String argument) {
        var parts = argument.split("/", -1);
        if (parts.length != 4 || !parts[1].matches("(\\d\\d(\\.\\d\\d(\\.\\d\\d(\\.\\d{4})?)?)?)?")) {
            return Optional.empty();
        }
        try {
            var month = YearMonth.parse(parts[0]);
            return Arrays.stream(Shown.values())
                    .filter(shown -> shown.letter.equals(parts[2]))
                    .findFirst()
                    .flatMap(shown -> Press.place(parts[3])
                            .map(page -> new BoardView(
                                    month, Optional.of(parts[1]).filter(it -> !it.isEmpty()), shown, page)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
