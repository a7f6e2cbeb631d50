package id.laporpustaka.web;

import id.laporpustaka.people.Scope;
import id.laporpustaka.summary.score.Figures;
import id.laporpustaka.summary.score.Rulebook;
import id.laporpustaka.summary.score.Score;
import id.laporpustaka.summary.score.ScorePeriod;
import id.laporpustaka.summary.score.ScoreRules;
import id.laporpustaka.summary.score.Scores;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Words the score of one library for this year, worked out at this moment.
record LibraryStandings(Desk desk, Frame frame) {
    private static final double PERCENT = 100;

    Optional<LibraryView.Standing> find(long libraryId) {
        var today = LocalDate.ofInstant(desk.now(), desk.settings().zone());
        var rules = new Rulebook(desk.db()).inForce(today.getYear()).rules();
        return new Scores(desk.db())
                .find(Scope.ofLibrary(libraryId), libraryId, rules, ScorePeriod.ofYear(today.getYear()), today)
                .map(library -> standing(rules, library.figures(), today.getYear()));
    }

    private LibraryView.Standing standing(ScoreRules rules, Figures figures, int year) {
        var score = Score.of(rules, figures);
        return new LibraryView.Standing(
                new Medals(frame).mark(score.colour()),
                frame.text(
                        "standing.library",
                        frame.words().decimal(score.points()),
                        Integer.toString(year),
                        rules.label(),
                        figures.months()),
                score.parts().stream().map(part -> part(rules, figures, part)).toList(),
                score.findGap(rules, figures).map(this::hint).orElse(""));
    }

    private SummaryView.Bar part(ScoreRules rules, Figures figures, Score.Part part) {
        var weight = rules.goal(figures.type(), part.indicator()).weight().doubleValue();
        return new SummaryView.Bar(
                indicator(part),
                "",
                frame.text(
                        "standing.of",
                        part.achieved(),
                        frame.words()
                                .decimal(part.target()
                                        .setScale(1, RoundingMode.HALF_UP)
                                        .stripTrailingZeros())),
                frame.words().decimal(part.points().setScale(1, RoundingMode.HALF_UP)),
                weight == 0 ? 0 : Math.min(PERCENT, part.points().doubleValue() / weight));
    }

    private String indicator(Score.Part part) {
        return frame.text("score.indicator." + part.indicator().name().toLowerCase(Locale.ROOT));
    }

    private String hint(Score.Gap gap) {
        var missing = gap.missing().stream()
                .map(part -> frame.text("standing.missing", part.missing(), indicator(part)))
                .collect(Collectors.joining(", "));
        return frame.text(
                "standing.hint",
                new Medals(frame).label(gap.colour()),
                missing,
                frame.words().decimal(gap.points()));
    }
}
