package id.laporpustaka.conversation;

import id.laporpustaka.place.LibraryType;
import id.laporpustaka.summary.score.Colour;
import id.laporpustaka.summary.score.Indicator;
import java.math.BigDecimal;
import java.util.List;

/// Scores as they are told in a chat.
public sealed interface ScoreAnswer {
    /// How many rows a message has at most.
    int ROWS = 10;

    /// There is no such library or region where the person may look, or nothing at all.
    record Nothing() implements ScoreAnswer {}

    /// The score of a library.
    ///
    /// @param months complete ones that the targets are for
    /// @param hint what is missing to the next colour
    /// @param others of the person's own libraries
    /// @param region the code of a region that shows its neighbours; `-` if the person coordinates nowhere
    record OfLibrary(
            Known library,
            BigDecimal points,
            Colour colour,
            List<Line> lines,
            Hint hint,
            int months,
            Note note,
            List<Known> others,
            String region)
            implements ScoreAnswer {
        public OfLibrary {
            lines = List.copyOf(lines);
            others = List.copyOf(others);
        }
    }

    /// The libraries of a region together.
    ///
    /// @param silent how many have joined and reported nothing for long; -1 where that is not asked
    /// @param never how many nobody reports for
    /// @param parts of the region, those of this page
    /// @param own libraries for which the person reports
    record OfPlace(
            String place,
            String code,
            Counts counts,
            int silent,
            int never,
            List<Part> parts,
            int page,
            int pages,
            Note note,
            List<Known> own)
            implements ScoreAnswer {
        public OfPlace {
            parts = List.copyOf(parts);
            own = List.copyOf(own);
        }
    }

    /// Libraries that stand alike, those of this page.
    ///
    /// @param all how many there are
    record Listed(
            String place,
            String code,
            ScoreQuestion.Group group,
            List<Row> rows,
            int page,
            int pages,
            int all,
            Note note)
            implements ScoreAnswer {
        public Listed {
            rows = List.copyOf(rows);
        }
    }

    /// How it is counted for libraries of a type.
    record Rules(
            LibraryType type,
            long library,
            List<Rule> rules,
            BigDecimal green,
            BigDecimal yellow,
            int mostADay,
            int mostSessions,
            Note note)
            implements ScoreAnswer {
        public Rules {
            rules = List.copyOf(rules);
        }
    }

    record Known(long id, String name) {}

    /// What an indicator gives.
    ///
    /// @param points out of `most`
    record Line(Indicator indicator, long achieved, BigDecimal target, BigDecimal points, BigDecimal most) {}

    /// How to get to the next colour.
    ///
    /// @param colour the next one
    /// @param from where it begins
    /// @param missing empty if there is nothing to be said
    /// @param points of the score when it is there
    record Hint(Colour colour, BigDecimal from, List<Missing> missing, BigDecimal points) {
        public Hint {
            missing = List.copyOf(missing);
        }
    }

    record Missing(Indicator indicator, long count) {}

    record Counts(int green, int yellow, int red, int grey) {
        int all() {
            return green + yellow + red + grey;
        }
    }

    record Part(String code, String name, Counts counts) {}

    /// A library in a list.
    ///
    /// @param note the day of the last activity, if that is what the list is about; else empty
    record Row(long id, String name, BigDecimal points, Colour colour, String note) {}

    record Rule(
            Indicator indicator,
            BigDecimal target,
            int months,
            BigDecimal weight,
            boolean needsPhoto,
            boolean limited) {}

    /// What is to be said of all scores.
    ///
    /// @param label of the rules
    /// @param frozenOn the day since which they stay as they are; empty if they still move
    record Note(String label, String frozenOn) {}
}
